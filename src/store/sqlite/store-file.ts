import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../domain/errors.ts';
import type { Store } from '../../domain/store.ts';
import type { LockKeeper, StoreAudit, StoreFile, StoreHoldings } from '../../domain/store-file.ts';
import { auditFile } from './audit/audit-file.ts';
import { openAsItIs } from './connect.ts';
import type { Connection } from './connection.ts';
import { isDamage, storeFailure } from './failures.ts';
import { acquireLock, releaseLock, renewLock } from './locks.ts';

/** A write of another process is waited for as long as every other statement waits. */
const attemptsMax = 50;
const pauseMs = 100;

/** A database of SQLite as a file. */
export class SqliteFile implements StoreFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  exists(): boolean {
    return (statSync(this.path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  }

  check(): void {
    const version = unlessDamaged(() => this.#with({ readOnly: true }, (db) => db.schemaVersion));
    if (version !== 0) return;
    throw new AppError('config', `${this.path} holds no store of Araz; name a backup of one`);
  }

  audit(): StoreAudit {
    return auditFile(this.path);
  }

  count(): StoreHoldings {
    return this.#with({ readOnly: true }, (db) => {
      const countOf = (sql: string): number => db.values<number>(sql)[0] ?? 0;
      const last = db.values<number | null>('SELECT max(finished_at) FROM polls')[0] ?? null;
      return {
        items: countOf('SELECT count(*) FROM items'),
        stories: countOf('SELECT count(*) FROM stories'),
        entries: countOf("SELECT count(*) FROM entries WHERE variant = 'all'"),
        ...(last === null ? {} : { lastPollAt: last }),
        schemaVersion: db.schemaVersion,
        bytes: statSync(this.path).size,
      };
    });
  }

  /**
   * `VACUUM INTO` and not the backup interface of SQLite, whose copy would start again with every
   * commit of another process, or come with the free pages and the journal mode of the original. It
   * holds one snapshot: in WAL mode a writer is not held up, its log only grows meanwhile.
   */
  copyTo(target: string): void {
    this.#with({ readOnly: true, newerToo: true }, (db) => {
      db.run('VACUUM INTO ?', target);
    });
  }

  freeLocks(): void {
    this.#with({ readOnly: false }, (db) => {
      db.write(() => {
        db.run('DELETE FROM locks');
        db.run('UPDATE sources SET lease_owner = NULL, lease_until = NULL');
      });
    });
  }

  async replaceWith(other: string): Promise<boolean> {
    const from = openAsItIs({ file: other, readOnly: true });
    try {
      await this.#overwrite(from);
    } catch (error) {
      if (isDamage(error)) return false;
      throw storeFailure(error);
    } finally {
      from.close();
    }
    // The copying commits to the log without waiting for the disk; this does, and empties the log.
    this.#with({ readOnly: false }, (db) => {
      db.all('PRAGMA wal_checkpoint(TRUNCATE)');
    });
    return true;
  }

  async #overwrite(from: Connection): Promise<void> {
    for (let attempt = 1; !from.copyOver(this.path); attempt += 1) {
      if (attempt === attemptsMax) {
        throw new AppError('unavailable', `${this.path}: another process is writing; try again`);
      }
      await setTimeout(pauseMs);
    }
  }

  openLocks(): (LockKeeper & Pick<Store, 'close'>) | undefined {
    // First by a connection that only reads: another would do away with a log it cannot make sense of.
    const held = unlessDamaged(() =>
      this.#with({ readOnly: true, newerToo: true }, (db) => db.all('SELECT * FROM locks')),
    );
    if (held === undefined) return undefined;
    const db = openAsItIs({ file: this.path, readOnly: false, newerToo: true });
    return {
      acquireLock: async (request) => guarded(() => acquireLock(db, request)),
      renewLock: async (request) => guarded(() => renewLock(db, request)),
      releaseLock: async (name, owner) => guarded(() => releaseLock(db, name, owner)),
      close: async () => db.close(),
    };
  }

  #with<T>(how: Omit<Parameters<typeof openAsItIs>[0], 'file'>, work: (db: Connection) => T): T {
    const db = openAsItIs({ ...how, file: this.path });
    try {
      return guarded(() => work(db));
    } finally {
      db.close();
    }
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeFailure(error);
  }
}

/** Undefined of a file that SQLite cannot make sense of. */
function unlessDamaged<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw storeFailure(error);
  }
}
