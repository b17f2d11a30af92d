import type { SourceId } from '../../domain/ids.ts';
import type { SourceLease } from '../../domain/source.ts';
import type { LeaseRequest } from '../../domain/store.ts';
import type { Connection } from './connection.ts';
import { bit } from './rows.ts';
import { readState } from './sources.ts';

interface LeasableRow {
  readonly id: SourceId;
  readonly state: string;
  readonly fence: number;
}

const selectLeasable = `
SELECT id, state, fence FROM sources
WHERE is_declared = 1 AND is_enabled = 1
  AND (lease_until IS NULL OR lease_until <= :now)
  AND (held_until IS NULL OR held_until <= :now)
  AND (:ignoreDue = 1 OR next_due_at <= :now)
  AND (:only IS NULL OR id IN (SELECT value FROM json_each(:only)))
  AND (:except IS NULL OR id NOT IN (SELECT value FROM json_each(:except)))
  AND (status <> 'gone' OR :only IS NOT NULL)
ORDER BY next_due_at, id LIMIT :limit`;

export function leaseDueSources(db: Connection, request: LeaseRequest): readonly SourceLease[] {
  return db.write(() => {
    const rows = db.all<LeasableRow>(selectLeasable, {
      now: request.now,
      ignoreDue: bit(request.ignoreDue ?? false),
      only: request.only === undefined ? null : JSON.stringify(request.only),
      except: request.except === undefined ? null : JSON.stringify(request.except),
      limit: request.limit,
    });
    return rows.map((row) => {
      db.run(
        'UPDATE sources SET lease_owner = ?, lease_until = ?, fence = ? WHERE id = ?',
        request.owner,
        request.now + request.ttlMs,
        row.fence + 1,
        row.id,
      );
      return { state: readState(row), fence: row.fence + 1 };
    });
  });
}

export function releaseLeases(db: Connection, leases: readonly SourceLease[]): void {
  db.write(() => {
    for (const { state, fence } of leases) {
      db.run(
        'UPDATE sources SET lease_owner = NULL, lease_until = NULL WHERE id = ? AND fence = ?',
        state.sourceId,
        fence,
      );
    }
  });
}

/** False once the lease was committed, given back, or handed to another after it ran out. */
export function holdsLease(db: Connection, sourceId: SourceId, fence: number): boolean {
  const sql = 'SELECT 1 FROM sources WHERE id = ? AND fence = ? AND lease_owner IS NOT NULL';
  return db.get(sql, sourceId, fence) !== undefined;
}
