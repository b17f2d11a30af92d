import type { SourceId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';

export function findSentences(db: Connection, sourceId: SourceId): Uint8Array | undefined {
  const sql = 'SELECT state FROM source_sentences WHERE source_id = ?';
  const row = db.get<{ state: Uint8Array }>(sql, sourceId);
  // The driver gives a Buffer, which a thread's answer would not stay.
  return row && new Uint8Array(row.state);
}

export function writeSentences(db: Connection, sourceId: SourceId, state: Uint8Array): void {
  db.run(
    `INSERT INTO source_sentences (source_id, state) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET state = excluded.state`,
    sourceId,
    state,
  );
}
