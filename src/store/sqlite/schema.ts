import { actTopics } from './schema-act-topics.ts';
import { boilerplate, titleEdges } from './schema-boilerplate.ts';
import {
  archivedReason,
  archiveEdits,
  archiveEditsOfAll,
  enteredColumn,
} from './schema-entries.ts';
import { leftOutColumn } from './schema-left-out.ts';
import { archiveMonths } from './schema-months.ts';
import { receiptsDue } from './schema-receipts.ts';
import { seals } from './schema-seals.ts';
import { searchTables } from './schema-search.ts';
import { settledMatches } from './schema-settled.ts';
import { treeTables } from './schema-tree.ts';
import { identityTrust } from './schema-trust.ts';

/** Marks the file as ours (`PRAGMA application_id`): the letters `Araz`. */
export const applicationId = 0x4172617a;

/** One step of the schema. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Row-per-thing tables of the first version. Instants are integer milliseconds UTC; JSON is text.
 * Columns that SQL searches stand alone; the rest of a source's state is one JSON document, so that
 * what the pipeline remembers of a source may grow without a migration.
 */
const firstTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE locks (
  name TEXT PRIMARY KEY, owner TEXT NOT NULL, acquired_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  is_declared INTEGER NOT NULL,
  is_enabled INTEGER NOT NULL,
  status TEXT NOT NULL,
  next_due_at INTEGER NOT NULL,
  held_until INTEGER,
  state TEXT NOT NULL,
  lease_owner TEXT,
  lease_until INTEGER,
  fence INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE polls (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER,
  bytes INTEGER NOT NULL,
  items_new INTEGER NOT NULL,
  items_duplicate INTEGER NOT NULL,
  items_revised INTEGER NOT NULL,
  next_due_at INTEGER NOT NULL,
  next_due_reason TEXT NOT NULL,
  message TEXT
) STRICT;

CREATE TABLE stories (
  id TEXT PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- AUTOINCREMENT: a number is never given twice, so "items after this one" stays true for ever.
-- The wide columns stand last: SQLite reads a row's overflow pages only when they are asked for.
CREATE TABLE items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id TEXT NOT NULL REFERENCES sources (id),
  story_id TEXT NOT NULL REFERENCES stories (id),
  language TEXT NOT NULL,
  country TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  revised_at INTEGER NOT NULL,
  published INTEGER NOT NULL,
  is_published_estimated INTEGER NOT NULL,
  published_raw INTEGER,
  updated INTEGER,
  duplicate_of INTEGER REFERENCES items (id),
  layer TEXT,
  evidence TEXT,
  guid TEXT,
  link TEXT,
  content_hash TEXT NOT NULL,
  keys BLOB NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  image TEXT,
  authors TEXT NOT NULL,
  categories TEXT NOT NULL,
  enclosures TEXT NOT NULL,
  content_html TEXT NOT NULL
) STRICT;

-- One small row a key: the B-tree is the table. day is 0 for kinds that live as long as the item,
-- else the UTC day the key was stored, so that windowed kinds can be pruned and range-limited.
-- No foreign key to items: deleting an item would then search this table without an index;
-- its own list (items.keys) says which rows are its.
CREATE TABLE item_keys (
  hash INTEGER NOT NULL, kind INTEGER NOT NULL, item_id INTEGER NOT NULL, day INTEGER NOT NULL,
  PRIMARY KEY (hash, kind, item_id)
) WITHOUT ROWID, STRICT;

CREATE TABLE item_revisions (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items (id),
  revised_at INTEGER NOT NULL,
  layer TEXT NOT NULL,
  evidence TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  updated INTEGER,
  link TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  content_html TEXT NOT NULL
) STRICT;

-- Apart from items because every poll touches it: a small row is rewritten, not a wide one.
CREATE TABLE sightings (
  item_id INTEGER NOT NULL REFERENCES items (id),
  source_id TEXT NOT NULL REFERENCES sources (id),
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (item_id, source_id)
) WITHOUT ROWID, STRICT;

-- story_id repeats the item's, so that a topic's stories are read off one index.
CREATE TABLE matches (
  item_id INTEGER NOT NULL REFERENCES items (id),
  topic_id TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  is_match INTEGER NOT NULL,
  score REAL NOT NULL,
  rule_version TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (item_id, topic_id)
) STRICT;

CREATE TABLE entries (
  topic_id TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  variant TEXT NOT NULL,
  item_id INTEGER NOT NULL REFERENCES items (id),
  published INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  archived_at INTEGER,
  left_at INTEGER,
  left_reason TEXT,
  PRIMARY KEY (topic_id, story_id, variant)
) WITHOUT ROWID, STRICT;

CREATE TABLE editions (
  topic_id TEXT NOT NULL, variant TEXT NOT NULL, format TEXT NOT NULL,
  hash TEXT NOT NULL, path TEXT NOT NULL, updated INTEGER NOT NULL,
  PRIMARY KEY (topic_id, variant, format)
) WITHOUT ROWID, STRICT;

CREATE TABLE archive_pages (
  topic_id TEXT NOT NULL, variant TEXT NOT NULL, number INTEGER NOT NULL,
  hash TEXT NOT NULL, path TEXT NOT NULL, updated INTEGER NOT NULL,
  PRIMARY KEY (topic_id, variant, number)
) WITHOUT ROWID, STRICT;
`;

const firstIndexes = `
-- leaseDueSources, findNextDue: longest overdue first.
CREATE INDEX sources_due ON sources (is_declared, next_due_at);
-- listPolls of one source and its newest poll; the row number orders them.
CREATE INDEX polls_by_source ON polls (source_id);
-- Counts and the last day of a source's items, without reading items.
CREATE INDEX items_by_source ON items (source_id, first_seen_at);
-- Items of a story, and which languages it is told in, without reading items.
CREATE INDEX items_by_story ON items (story_id, language, published);
-- Revisions of an item; also what the foreign key searches when an item is deleted.
CREATE INDEX item_revisions_by_item ON item_revisions (item_id);
-- Duplicates of an item; also what that foreign key searches.
CREATE INDEX items_duplicates ON items (duplicate_of) WHERE duplicate_of IS NOT NULL;
-- Stories of a topic. Near misses are many and never published: they are left out.
CREATE INDEX matches_in_topic ON matches (topic_id, story_id) WHERE is_match = 1;
-- Topics of a story that a poll touched; the matches of a story.
CREATE INDEX matches_by_story ON matches (story_id, topic_id) WHERE is_match = 1;
-- What a live document carries, newest first; the archive, which only grows, is left out.
CREATE INDEX entries_live ON entries (topic_id, variant, published)
  WHERE archived_at IS NULL AND left_at IS NULL;
-- Records of what left (RFC 6721), newest first.
CREATE INDEX entries_left ON entries (topic_id, variant, left_at) WHERE left_at IS NOT NULL;
-- Entries of a story in all topics; also what the foreign keys search.
CREATE INDEX entries_by_story ON entries (story_id);
CREATE INDEX entries_by_item ON entries (item_id);
`;

/**
 * Subscriptions to WebSub hubs. As with sources the columns are what SQL searches, and the rest is
 * one JSON document; the version lets a worker and a callback change a row without a lock.
 */
const subscriptionTable = `
CREATE TABLE subscriptions (
  token TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  version INTEGER NOT NULL,
  state TEXT NOT NULL
) WITHOUT ROWID, STRICT;
-- What the foreign key searches; also the order they are listed in.
CREATE INDEX subscriptions_by_source ON subscriptions (source_id);
`;

/** The review list of one topic, newest item first; near misses are few since only such are kept. */
const nearMissIndex = `
CREATE INDEX matches_near ON matches (topic_id, item_id) WHERE is_match = 0;
`;

/**
 * Archive pages hold their bytes, so that the tree can be written again from the store alone; packed
 * with gzip they take a sixth. The table was there before anything wrote to it. An entry may stand on
 * a later page again, as it was revised; the index tells which copy is the newest. Entries that made
 * way before there were pages are live once more, and go onto pages with the next publish.
 */
const archiveTables = `
DROP TABLE archive_pages;
CREATE TABLE archive_pages (
  topic_id TEXT NOT NULL, variant TEXT NOT NULL, number INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (topic_id, variant, number)
) STRICT;
CREATE TABLE archive_entries (
  topic_id TEXT NOT NULL, variant TEXT NOT NULL, story_id TEXT NOT NULL REFERENCES stories (id),
  number INTEGER NOT NULL, updated INTEGER NOT NULL,
  PRIMARY KEY (topic_id, variant, story_id, number)
) WITHOUT ROWID, STRICT;
-- What one page carries.
CREATE INDEX archive_entries_by_page ON archive_entries (topic_id, variant, number);
-- Pages of a story in all topics; also what the foreign key searches.
CREATE INDEX archive_entries_by_story ON archive_entries (story_id);
UPDATE entries SET archived_at = NULL WHERE archived_at IS NOT NULL AND left_at IS NULL;
`;

/**
 * Windowed keys stand apart: they are many, short-lived and swept whole once a day, while the others
 * live with their item. `stage` of a sighting: 0 the item is whole, 1 its text was removed, 2 only
 * what a receipt needs is left and retention has no more to do with it. `document_at`: when a
 * document with items was read last; what was seen then is the source's window.
 */
const retention = `
CREATE TABLE window_keys (
  hash INTEGER NOT NULL, kind INTEGER NOT NULL, item_id INTEGER NOT NULL, day INTEGER NOT NULL,
  PRIMARY KEY (hash, kind, item_id)
) WITHOUT ROWID, STRICT;
INSERT INTO window_keys (hash, kind, item_id, day)
  SELECT hash, kind, item_id, day FROM item_keys WHERE kind IN (4, 5, 6)
  ORDER BY hash, kind, item_id;
DELETE FROM item_keys WHERE kind IN (4, 5, 6);
ALTER TABLE item_keys DROP COLUMN day;

ALTER TABLE sightings ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;
-- What retention still has to look at, oldest item first; receipts, which only grow, are left out.
CREATE INDEX sightings_unsettled ON sightings (item_id) WHERE stage < 2;
ALTER TABLE sources ADD COLUMN document_at INTEGER;
UPDATE sources SET document_at = seen.newest FROM (
  SELECT source_id, max(last_seen_at) AS newest FROM sightings GROUP BY source_id
) AS seen WHERE seen.source_id = sources.id;

-- Near misses too: the foreign key searches by story when one is deleted.
DROP INDEX matches_by_story;
CREATE INDEX matches_by_story ON matches (story_id, is_match, topic_id);
`;

/**
 * Who is sent our documents as they change, and what hubs elsewhere have been told of them. The
 * columns are what SQL searches and the rest is one JSON document under a version, as with
 * subscriptions: a web server takes requests while a worker delivers.
 */
const hubTables = `
CREATE TABLE subscribers (
  self_url TEXT NOT NULL, callback_url TEXT NOT NULL, host TEXT NOT NULL,
  version INTEGER NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (self_url, callback_url)
) WITHOUT ROWID, STRICT;
-- countSubscribers: how many a host of callbacks has.
CREATE INDEX subscribers_by_host ON subscribers (host);

CREATE TABLE announcements (
  hub_url TEXT NOT NULL, self_url TEXT NOT NULL,
  version INTEGER NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (hub_url, self_url)
) WITHOUT ROWID, STRICT;
`;

/** Polls before which items may have come and gone unseen; of older ones nobody has noted it. */
const missesColumn = `
ALTER TABLE polls ADD COLUMN may_have_missed INTEGER NOT NULL DEFAULT 0;
`;

/**
 * What editors did, and what stands by it. A tombstone is a key of an item of a retracted story: an
 * item that comes with it under another identity is kept out too. `topic_states` counts what changes
 * a topic, beside what was published last, so that publishing the same again costs nothing.
 */
const actTables = `
CREATE TABLE acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL, by_whom TEXT NOT NULL, kind TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  reason TEXT NOT NULL
) STRICT;
-- What editors did to one story; also what the foreign key searches.
CREATE INDEX acts_by_story ON acts (story_id);
CREATE TABLE retractions (
  story_id TEXT PRIMARY KEY REFERENCES stories (id),
  act_id INTEGER NOT NULL REFERENCES acts (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE tombstones (
  hash INTEGER NOT NULL, kind INTEGER NOT NULL, story_id TEXT NOT NULL REFERENCES stories (id),
  PRIMARY KEY (hash, kind, story_id)
) WITHOUT ROWID, STRICT;
-- The tombstones of one story, which go when it is restored.
CREATE INDEX tombstones_by_story ON tombstones (story_id);
CREATE TABLE topic_states (
  topic_id TEXT PRIMARY KEY, version INTEGER NOT NULL, published TEXT
) WITHOUT ROWID, STRICT;
`;

/** Edits that were announced, as the entries stood then: one JSON document, never searched by SQL. */
const correctionTable = `
CREATE TABLE corrections (
  topic_id TEXT NOT NULL, id TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  at INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (topic_id, id)
) STRICT;
-- The newest of a topic.
CREATE INDEX corrections_newest ON corrections (topic_id, at, id);
-- What the foreign key searches.
CREATE INDEX corrections_by_story ON corrections (story_id);
`;

/**
 * What splits and joins moved, so that they can be taken back, and what holds between two stories
 * since: `apart` after a split, `linked` after a join of two published ones. A pair stands twice, once
 * from each side. Moves name items without a foreign key: retention may remove what they moved.
 */
const moveTables = `
CREATE TABLE moves (
  act_id INTEGER NOT NULL REFERENCES acts (id), item_id INTEGER NOT NULL,
  from_story TEXT NOT NULL, to_story TEXT NOT NULL,
  duplicate_of INTEGER, layer TEXT, evidence TEXT,
  PRIMARY KEY (act_id, item_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE story_pairs (
  story_id TEXT NOT NULL REFERENCES stories (id), other_id TEXT NOT NULL REFERENCES stories (id),
  kind TEXT NOT NULL, act_id INTEGER NOT NULL REFERENCES acts (id),
  PRIMARY KEY (story_id, other_id)
) WITHOUT ROWID, STRICT;
-- What the other foreign key searches.
CREATE INDEX story_pairs_by_other ON story_pairs (other_id);
-- The other story of a split or join, and the act that took this one back.
ALTER TABLE acts ADD COLUMN other_id TEXT REFERENCES stories (id);
ALTER TABLE acts ADD COLUMN undone_by INTEGER REFERENCES acts (id);
CREATE INDEX acts_by_other ON acts (other_id) WHERE other_id IS NOT NULL;
`;

/** Append-only: a step that has landed is never edited. `PRAGMA user_version` counts those applied. */
export const migrations: readonly Migration[] = [
  { name: 'first tables', sql: firstTables + firstIndexes },
  { name: 'subscriptions', sql: subscriptionTable },
  { name: 'near misses', sql: nearMissIndex },
  { name: 'archive pages', sql: archiveTables },
  { name: 'retention', sql: retention },
  { name: 'receipts', sql: receiptsDue },
  { name: 'subscribers', sql: hubTables },
  { name: 'boilerplate', sql: boilerplate },
  { name: 'possible losses', sql: missesColumn },
  { name: 'search', sql: searchTables },
  { name: 'months', sql: archiveMonths },
  { name: 'acts of editors, states of topics', sql: actTables },
  { name: 'corrections', sql: correctionTable },
  { name: 'splits and joins', sql: moveTables },
  { name: 'topics of acts', sql: actTopics },
  { name: 'when entries came, edits of archived ones', sql: enteredColumn + archiveEdits },
  { name: 'settled matches', sql: settledMatches },
  { name: 'why entries were archived', sql: archivedReason },
  { name: 'items left out', sql: leftOutColumn },
  { name: 'trust in identities', sql: identityTrust },
  { name: 'edges of titles', sql: titleEdges },
  { name: 'stories of the tree', sql: treeTables },
  { name: 'seals of texts', sql: seals },
  { name: 'edits of archived entries of a language', sql: archiveEditsOfAll },
];
