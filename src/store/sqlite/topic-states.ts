import type { TopicId } from '../../domain/ids.ts';
import type { PublishedState, TopicState } from '../../domain/selection.ts';
import type { Connection } from './connection.ts';

/** Marks topics as changed: what is published of them is out of date. Inside a transaction. */
export function bumpTopics(db: Connection, topicIds: Iterable<TopicId>): void {
  for (const topicId of topicIds) {
    db.run(
      `INSERT INTO topic_states (topic_id, version) VALUES (?, 1)
       ON CONFLICT (topic_id) DO UPDATE SET version = version + 1`,
      topicId,
    );
  }
}

/** How often a topic has changed; 0 for one that never did. */
export function topicVersion(db: Connection, topicId: TopicId): number {
  const sql = 'SELECT version FROM topic_states WHERE topic_id = ?';
  return db.get<{ version: number }>(sql, topicId)?.version ?? 0;
}

export function listTopicStates(db: Connection): readonly TopicState[] {
  const rows = db.all<{ topicId: string; version: number; published: string | null }>(
    'SELECT topic_id AS topicId, version, published FROM topic_states ORDER BY topic_id',
  );
  return rows.map(({ published, ...row }) => ({
    ...row,
    ...(published === null ? {} : { published: JSON.parse(published) as PublishedState }),
  }));
}

export function savePublished(db: Connection, topicId: TopicId, published: PublishedState): void {
  db.run(
    `INSERT INTO topic_states (topic_id, version, published) VALUES (?, 0, ?)
     ON CONFLICT (topic_id) DO UPDATE SET published = excluded.published`,
    topicId,
    JSON.stringify(published),
  );
}
