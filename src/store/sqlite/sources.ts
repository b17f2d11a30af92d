import { fullTrust } from '../../domain/identity-trust.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source, SourceState } from '../../domain/source.ts';
import type { Connection } from './connection.ts';
import { bit } from './rows.ts';

interface StateRow {
  readonly state: string;
}

/** The state is one JSON document; the columns beside it are copies that SQL searches. */
export function readState(row: StateRow): SourceState {
  return JSON.parse(row.state) as SourceState;
}

/** What is known of a source that was never polled at this URL. */
function freshState(source: Source, now: Instant): SourceState {
  return {
    sourceId: source.id,
    url: source.url,
    status: 'new',
    validators: {},
    nextDueAt: now,
    nextDueReason: 'never polled',
    failuresInARow: 0,
    trust: fullTrust,
    intervalMs: source.everyMs,
  };
}

export function syncSources(db: Connection, sources: readonly Source[], now: Instant): void {
  db.write(() => {
    const declared = JSON.stringify(sources.map((source) => source.id));
    db.run(
      'UPDATE sources SET is_declared = 0 WHERE id NOT IN (SELECT value FROM json_each(?))',
      declared,
    );
    for (const source of sources) syncSource(db, source, now);
  });
}

function syncSource(db: Connection, source: Source, now: Instant): void {
  const stored = db.get<{ url: string }>('SELECT url FROM sources WHERE id = ?', source.id);
  const enabled = bit(source.enabled);
  if (stored?.url === source.url) {
    const sql = 'UPDATE sources SET is_declared = 1, is_enabled = ? WHERE id = ?';
    db.run(sql, enabled, source.id);
    return;
  }
  // The fence moves on: a poll of the former URL that is still under way must not land here.
  db.run(
    `INSERT INTO sources (id, url, is_declared, is_enabled, status, next_due_at, state)
     VALUES (?, ?, 1, ?, 'new', ?, ?)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, is_declared = 1,
       is_enabled = excluded.is_enabled, status = excluded.status, state = excluded.state,
       next_due_at = excluded.next_due_at, held_until = NULL, lease_owner = NULL,
       lease_until = NULL, fence = fence + 1`,
    source.id,
    source.url,
    enabled,
    now,
    JSON.stringify(freshState(source, now)),
  );
}

export function listSourceStates(db: Connection): readonly SourceState[] {
  const sql = 'SELECT state FROM sources WHERE is_declared = 1 ORDER BY id';
  return db.all<StateRow>(sql).map(readState);
}

export function findNextDue(db: Connection): Instant | undefined {
  const row = db.get<{ due: number | null }>(
    `SELECT min(max(next_due_at, ifnull(held_until, 0), ifnull(lease_until, 0))) AS due
     FROM sources WHERE is_declared = 1 AND is_enabled = 1 AND status <> 'gone'`,
  );
  return row?.due ?? undefined;
}

/** Replaces the state after a poll and ends the lease under which it ran. */
export function writeState(db: Connection, state: SourceState): void {
  db.run(
    `UPDATE sources SET status = ?, next_due_at = ?, held_until = ?, state = ?,
       lease_owner = NULL, lease_until = NULL WHERE id = ?`,
    state.status,
    state.nextDueAt,
    state.heldUntil ?? null,
    JSON.stringify(state),
    state.sourceId,
  );
}

/** Items seen at this moment are the source's window from now on. */
export function noteDocument(db: Connection, sourceId: SourceId, now: Instant): void {
  db.run('UPDATE sources SET document_at = ? WHERE id = ?', now, sourceId);
}

export function rescheduleSources(db: Connection, states: readonly SourceState[]): void {
  db.write(() => {
    const sql = 'SELECT 1 FROM sources WHERE id = ? AND is_declared = 1 AND lease_owner IS NULL';
    for (const state of states) {
      if (db.get(sql, state.sourceId) !== undefined) writeState(db, state);
    }
  });
}
