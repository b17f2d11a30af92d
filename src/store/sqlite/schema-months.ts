/**
 * Months of a topic's past whose page may have to be written again; marked by triggers, as receipts
 * are. A month is that of the entry's date in UTC, such as `2026-02`.
 */
export const archiveMonths = `
CREATE TABLE months_due (
  topic_id TEXT NOT NULL, month TEXT NOT NULL, stamp INTEGER NOT NULL,
  PRIMARY KEY (topic_id, month)
) WITHOUT ROWID, STRICT;
-- All entries of a topic by date, whatever became of them: the pages of its past.
CREATE INDEX entries_by_date ON entries (topic_id, published) WHERE variant = 'all';
${['INSERT', 'UPDATE']
  .map(
    (event) => `
CREATE TRIGGER month_of_entry_${event.toLowerCase()} AFTER ${event} ON entries
WHEN NEW.variant = 'all' BEGIN
  INSERT INTO months_due (topic_id, month, stamp)
  VALUES (NEW.topic_id, strftime('%Y-%m', NEW.published / 1000, 'unixepoch'), 1)
  ON CONFLICT (topic_id, month) DO UPDATE SET stamp = stamp + 1;
END;`,
  )
  .join('')}
INSERT INTO months_due (topic_id, month, stamp)
SELECT DISTINCT topic_id, strftime('%Y-%m', published / 1000, 'unixepoch'), 1 FROM entries
WHERE variant = 'all';
`;
