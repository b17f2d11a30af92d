import type { TopicId } from '../../domain/ids.ts';
import type { DueMonth, MonthEntry, TopicGlance, TopicMonth } from '../../domain/month.ts';
import type { Connection } from './connection.ts';
import { readMeta, writeMeta } from './meta.ts';

/** Stories of a topic that the front page names. */
const glanceMax = 3;
const versionKey = 'months-version';

export function setMonthsVersion(db: Connection, version: string): boolean {
  if (readMeta(db, versionKey) === version) return false;
  return db.write(() => {
    db.run(`INSERT INTO months_due (topic_id, month, stamp)
      SELECT DISTINCT topic_id, strftime('%Y-%m', published / 1000, 'unixepoch'), 1 FROM entries
      WHERE variant = 'all'
      ON CONFLICT (topic_id, month) DO UPDATE SET stamp = stamp + 1`);
    writeMeta(db, versionKey, version);
    return true;
  });
}

export function listDueMonths(db: Connection, topicId: TopicId): readonly DueMonth[] {
  return db.all<DueMonth>(
    'SELECT topic_id AS topicId, month, stamp FROM months_due WHERE topic_id = ? ORDER BY month',
    topicId,
  );
}

export function settleMonths(db: Connection, settled: readonly DueMonth[]): void {
  db.write(() => {
    for (const { topicId, month, stamp } of settled) {
      db.run(
        'DELETE FROM months_due WHERE topic_id = ? AND month = ? AND stamp = ?',
        topicId,
        month,
        stamp,
      );
    }
  });
}

/** What an editor retracted is named nowhere; what left by a rule was published, and stays. */
const isTold = "variant = 'all' AND coalesce(left_reason, '') <> 'retracted'";

export function listMonths(db: Connection, topicId: TopicId): readonly string[] {
  const rows = db.all<{ month: string }>(
    `SELECT DISTINCT strftime('%Y-%m', published / 1000, 'unixepoch') AS month FROM entries
     WHERE topic_id = ? AND ${isTold} ORDER BY month DESC`,
    topicId,
  );
  return rows.map(({ month }) => month);
}

export function listMonthEntries(
  db: Connection,
  { topicId, month }: TopicMonth,
): readonly MonthEntry[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return db.all<MonthEntry>(
    `SELECT e.story_id AS storyId, e.published, i.title, i.language, i.source_id AS sourceId
     FROM entries e JOIN items i ON i.id = e.item_id
     WHERE e.topic_id = ? AND e.published >= ? AND e.published < ? AND ${isTold}
     ORDER BY e.published DESC, e.story_id`,
    topicId,
    Date.UTC(year, number - 1),
    Date.UTC(year, number),
  );
}

export function glanceAtTopic(db: Connection, topicId: TopicId): TopicGlance {
  return db.read(() => {
    const countOf = (sql: string): number => db.all<{ count: number }>(sql, topicId)[0]?.count ?? 0;
    const all = countOf(
      "SELECT count(*) AS count FROM entries WHERE topic_id = ? AND variant = 'all'",
    );
    const retracted = countOf(
      `SELECT count(*) AS count FROM entries WHERE topic_id = ? AND variant = 'all'
       AND left_at IS NOT NULL AND left_reason = 'retracted'`,
    );
    const newest = db.all<MonthEntry>(
      `SELECT e.story_id AS storyId, e.published, i.title, i.language, i.source_id AS sourceId
       FROM entries e JOIN items i ON i.id = e.item_id
       WHERE e.topic_id = ? AND e.variant = 'all' AND e.archived_at IS NULL AND e.left_at IS NULL
       ORDER BY e.published DESC, e.story_id LIMIT ${glanceMax}`,
      topicId,
    );
    return { stories: all - retracted, newest };
  });
}
