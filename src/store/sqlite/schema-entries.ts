/** When an entry came into its document: not its date, which is that of the news. */
export const enteredColumn = 'ALTER TABLE entries ADD COLUMN entered_at INTEGER;';

/**
 * Entries of the document of all languages whose item was revised after they left for the archive:
 * their pages stay as they are, so the edit is announced once more. Marked by a trigger, as years of
 * archived entries cannot be looked through at every publish.
 */
export const archiveEdits = `
CREATE TABLE archive_edits (
  topic_id TEXT NOT NULL, story_id TEXT NOT NULL REFERENCES stories (id),
  PRIMARY KEY (topic_id, story_id)
) WITHOUT ROWID, STRICT;
-- What the foreign key searches.
CREATE INDEX archive_edits_by_story ON archive_edits (story_id);
CREATE TRIGGER edit_of_archived AFTER UPDATE OF revised_at ON items BEGIN
  INSERT OR IGNORE INTO archive_edits (topic_id, story_id)
  SELECT topic_id, story_id FROM entries
  WHERE item_id = NEW.id AND variant = 'all' AND archived_at IS NOT NULL AND left_at IS NULL;
END;
`;

/** Why an entry was archived; unknown of what was archived before. */
export const archivedReason = 'ALTER TABLE entries ADD COLUMN archived_reason TEXT;';

/**
 * An edit of what an archived entry of any language shows: the document of all languages may show
 * another report, and one of a language be archived alone.
 */
export const archiveEditsOfAll = `
DROP TRIGGER edit_of_archived;
CREATE TRIGGER edit_of_archived AFTER UPDATE OF revised_at ON items BEGIN
  INSERT OR IGNORE INTO archive_edits (topic_id, story_id)
  SELECT topic_id, story_id FROM entries
  WHERE item_id = NEW.id AND archived_at IS NOT NULL AND left_at IS NULL;
END;
`;
