import type { SourceHealth, TopicHealth } from '../../domain/health.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { Connection } from './connection.ts';
import { listPolls } from './polls.ts';
import { present } from './rows.ts';
import { listSourceStates } from './sources.ts';

export function listSourceHealth(db: Connection, now: Instant): readonly SourceHealth[] {
  return db.read(() =>
    listSourceStates(db).map((state) => {
      const [lastPoll] = listPolls(db, 1, state.sourceId);
      const counts = db.get<{ stored: number; lastDay: number }>(
        `SELECT (SELECT count(*) FROM items WHERE source_id = :id) AS stored,
         (SELECT count(*) FROM items WHERE source_id = :id AND first_seen_at > :since) AS lastDay`,
        { id: state.sourceId, since: now - day },
      );
      return {
        state,
        ...(lastPoll && { lastPoll }),
        itemsStored: counts?.stored ?? 0,
        itemsLastDay: counts?.lastDay ?? 0,
      };
    }),
  );
}

interface TopicRow {
  readonly topicId: string;
  readonly entriesLive: number;
  readonly entriesTotal: number;
  readonly newestPublished: number | null;
  readonly lastUpdated: number | null;
}

export function listTopicHealth(db: Connection): readonly TopicHealth[] {
  return db.read(() => {
    const rows = db.all<TopicRow>(
      `SELECT topic_id AS topicId,
         count(DISTINCT CASE WHEN archived_at IS NULL AND left_at IS NULL THEN story_id END)
           AS entriesLive,
         count(DISTINCT story_id) AS entriesTotal,
         max(published) AS newestPublished, max(updated) AS lastUpdated
       FROM entries GROUP BY topic_id ORDER BY topic_id`,
    );
    return rows.map((row) => ({ ...present(row), variants: listVariants(db, row.topicId) }));
  });
}

function listVariants(db: Connection, topicId: string): readonly string[] {
  const sql = 'SELECT DISTINCT variant FROM entries WHERE topic_id = ? ORDER BY variant';
  return db.all<{ variant: string }>(sql, topicId).map((row) => row.variant);
}
