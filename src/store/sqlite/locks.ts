import type { LockOutcome, LockRequest } from '../../domain/store.ts';
import type { Connection } from './connection.ts';

interface LockRow {
  readonly owner: string;
  readonly expiresAt: number;
}

/** Takes a free or expired lock, and one's own again. */
export function acquireLock(db: Connection, request: LockRequest): LockOutcome {
  return db.write(() => {
    const { name, owner, now } = request;
    const held = db.get<LockRow>(
      'SELECT owner, expires_at AS expiresAt FROM locks WHERE name = ?',
      name,
    );
    if (held && held.owner !== owner && held.expiresAt > now) return { kind: 'held', ...held };
    db.run(
      `INSERT INTO locks (name, owner, acquired_at, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET owner = excluded.owner,
         acquired_at = excluded.acquired_at, expires_at = excluded.expires_at`,
      name,
      owner,
      now,
      now + request.ttlMs,
    );
    return { kind: 'acquired' };
  });
}

/** An expired lock that nobody took meanwhile is still its owner's. */
export function renewLock(db: Connection, { name, owner, now, ttlMs }: LockRequest): boolean {
  return db.write(() => {
    const sql = 'UPDATE locks SET expires_at = ? WHERE name = ? AND owner = ?';
    return db.run(sql, now + ttlMs, name, owner).changes === 1;
  });
}

/** Also on behalf of an owner that has died: what it had leased must not wait for the lease to run out. */
export function releaseLock(db: Connection, name: string, owner: string): void {
  db.write(() => {
    db.run('DELETE FROM locks WHERE name = ? AND owner = ?', name, owner);
    db.run(
      'UPDATE sources SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?',
      owner,
    );
  });
}
