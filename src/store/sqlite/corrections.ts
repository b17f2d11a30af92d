import type { TopicId } from '../../domain/ids.ts';
import type { Correction, Entry } from '../../domain/publication.ts';
import type { Connection } from './connection.ts';

interface CorrectionRow extends Omit<Correction, 'entry'> {
  readonly entry: string;
}

export function listCorrections(
  db: Connection,
  topicId: TopicId,
  limit: number,
): readonly Correction[] {
  const rows = db.all<CorrectionRow>(
    `SELECT topic_id AS topicId, id, story_id AS storyId, at, entry FROM corrections
     WHERE topic_id = ? AND story_id NOT IN (SELECT story_id FROM retractions)
     ORDER BY at DESC, id LIMIT ?`,
    topicId,
    limit,
  );
  return rows.map(({ entry, ...row }) => ({ ...row, entry: JSON.parse(entry) as Entry }));
}

/** What was announced once stays as it was announced. */
export function writeCorrection(db: Connection, correction: Correction): void {
  const { topicId, id, storyId, at, entry } = correction;
  db.run(
    `INSERT INTO corrections (topic_id, id, story_id, at, entry) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, id) DO NOTHING`,
    topicId,
    id,
    storyId,
    at,
    JSON.stringify(entry),
  );
}
