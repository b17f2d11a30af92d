/**
 * What the published tree tells of stories that the store may have forgotten: learnt when a backup
 * was put back or a store was lost, empty in one that never was. A story of the tree need not be one
 * of the store's: it becomes one when a report of it comes in again.
 */
export const treeTables = `
CREATE TABLE tree_stories (
  id TEXT PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL,
  learnt_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE TABLE tree_keys (
  hash INTEGER NOT NULL, kind INTEGER NOT NULL, story_id TEXT NOT NULL REFERENCES tree_stories (id),
  PRIMARY KEY (hash, kind, story_id)
) WITHOUT ROWID, STRICT;
-- Keys of one story, which go when it was learnt long ago.
CREATE INDEX tree_keys_by_story ON tree_keys (story_id);
CREATE TABLE tree_entries (
  topic_id TEXT NOT NULL, variant TEXT NOT NULL, story_id TEXT NOT NULL REFERENCES tree_stories (id),
  published INTEGER, updated INTEGER, title TEXT, left_at INTEGER, left_reason TEXT,
  PRIMARY KEY (topic_id, variant, story_id)
) WITHOUT ROWID, STRICT;
-- What the foreign key searches.
CREATE INDEX tree_entries_by_story ON tree_entries (story_id);
-- Records of departure of a document, the newest first.
CREATE INDEX tree_entries_left ON tree_entries (topic_id, variant, left_at) WHERE left_at IS NOT NULL;
`;
