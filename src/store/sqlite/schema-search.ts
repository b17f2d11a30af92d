/**
 * Full text of the stored items (FTS5). The index holds no text of its own (`content=''`): what is
 * shown of a hit is read from the item, so the index takes a fraction of it. Words come folded from
 * the kernel, with nothing but letters and digits in them; the tokenizer has only spaces to cut at
 * and hyphens of ids to leave alone. What is stored already waits in `search_due` and is indexed in
 * bounded batches, newest first, as is a text that was removed by retention.
 */
export const searchTables = `
CREATE VIRTUAL TABLE search USING fts5(
  title, body, names, concepts, facets,
  content = '', contentless_delete = 1, tokenize = "ascii tokenchars '-'"
);
CREATE TABLE search_due (item_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO search_due (item_id) SELECT id FROM items;
CREATE TRIGGER search_item_removed AFTER DELETE ON items BEGIN
  DELETE FROM search WHERE rowid = OLD.id;
  DELETE FROM search_due WHERE item_id = OLD.id;
END;
-- Retention: the words go in the same commit as the text; the title is indexed again.
CREATE TRIGGER search_text_removed AFTER UPDATE OF summary, content_html ON items
WHEN NEW.summary = '' AND NEW.content_html = '' AND OLD.summary || OLD.content_html <> '' BEGIN
  DELETE FROM search WHERE rowid = OLD.id;
  INSERT INTO search_due (item_id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
END;
`;
