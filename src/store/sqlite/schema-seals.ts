/**
 * A digest of the stored text of each item and revision: SQLite's own check does not see a byte that
 * the disk has changed inside a text. Those of items stand apart, so that giving one to an item of
 * before, which the next passes do, rewrites no wide row; those of revisions, which never change and
 * go with retention, stand with them. `seals-due-after`: the items after this one may have none yet.
 */
export const seals = `
CREATE TABLE item_seals (item_id INTEGER PRIMARY KEY, seal BLOB NOT NULL) STRICT;
CREATE TRIGGER seal_item_removed AFTER DELETE ON items BEGIN
  DELETE FROM item_seals WHERE item_id = OLD.id;
END;
ALTER TABLE item_revisions ADD COLUMN seal BLOB;
INSERT INTO meta (key, value) SELECT 'seals-due-after', '0' WHERE EXISTS (SELECT 1 FROM items);
`;
