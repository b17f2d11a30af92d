/**
 * Stories whose receipt may have to be written again. Marked by triggers, so that no writer, of
 * today or to come, can touch a story and forget its receipt. Only stories with an entry have one:
 * what is stored of others costs a look into an index. The stamp tells a story that was touched
 * again while its receipt was being written.
 */
export const receiptsDue = `
CREATE TABLE receipts_due (story_id TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID, STRICT;
${[
  ['entry_added', 'INSERT ON entries', 'NEW.story_id'],
  ['entry_changed', 'UPDATE ON entries', 'NEW.story_id'],
  ['entry_removed', 'DELETE ON entries', 'OLD.story_id'],
  ['item_added', 'INSERT ON items', 'NEW.story_id'],
  ['item_moved_away', 'UPDATE OF story_id ON items', 'OLD.story_id'],
  [
    'item_changed',
    'UPDATE OF story_id, title, summary, content_html, link, duplicate_of, layer, evidence ON items',
    'NEW.story_id',
  ],
  ['item_removed', 'DELETE ON items', 'OLD.story_id'],
  ['revision_added', 'INSERT ON item_revisions', storyOf('NEW.item_id')],
  ['revision_removed', 'DELETE ON item_revisions', storyOf('OLD.item_id')],
  ['match_added', 'INSERT ON matches', 'NEW.story_id'],
  ['match_removed', 'DELETE ON matches', 'OLD.story_id'],
]
  .map(
    ([name, event, story]) => `
CREATE TRIGGER receipt_${name} AFTER ${event} BEGIN
  INSERT INTO receipts_due (story_id, stamp)
  SELECT ${story}, 1 WHERE EXISTS (SELECT 1 FROM entries e WHERE e.story_id = ${story})
  ON CONFLICT (story_id) DO UPDATE SET stamp = stamp + 1;
END;`,
  )
  .join('')}
INSERT INTO receipts_due (story_id, stamp) SELECT DISTINCT story_id, 1 FROM entries;
`;

function storyOf(item: string): string {
  return `(SELECT story_id FROM items WHERE id = ${item})`;
}
