import { AppError, type ErrorCode, messageOf } from '../../domain/errors.ts';

/** Primary result codes that say the disk or the file failed (sqlite.org/rescode.html). */
const ioCodes: ReadonlySet<string> = new Set([
  'FULL',
  'IOERR',
  'CORRUPT',
  'NOTADB',
  'CANTOPEN',
  'READONLY',
  'PERM',
  'NOLFS',
  'TOOBIG',
  'NOMEM',
]);

const advice: Readonly<Record<string, string>> = {
  FULL: 'the disk is full; free some space and run again, nothing was written',
  IOERR: 'the disk could not be read or written; nothing was written',
  CORRUPT: 'the database is damaged; restore the newest backup',
  NOTADB: 'the file is not a database; move it away or name another',
  CANTOPEN: 'the database cannot be opened; see that its folder exists and is yours to write',
  READONLY: 'the database may not be written; see who owns the file and how it was opened',
  BUSY: 'another process is writing to the database; try again',
  LOCKED: 'another process is writing to the database; try again',
};

const unwrittenAdvice = 'the disk could not be written; see how much room is left, then run again';

/** What every call after `close` is told. */
export const closedMessage = 'store: it was closed';

/** What better-sqlite3 threw, as an error a person is meant to read; an `AppError` passes through. */
export function storeFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const primary = primaryCodeOf(error);
  const said = isUnwritten(error) ? unwrittenAdvice : advice[primary ?? ''];
  const message = said === undefined ? messageOf(error) : `${said} (${messageOf(error)})`;
  return new AppError(codeFor(primary), `store: ${message}`, { cause: error });
}

/** Causes that are not in the file: who may open it, who holds it, what room there is. */
const outsideCodes: ReadonlySet<string> = new Set(['CANTOPEN', 'BUSY', 'LOCKED', 'PERM', 'FULL']);

/** Whether SQLite could not make sense of a file, or the disk could not read it. */
export function isDamage(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : error;
  const primary = primaryCodeOf(cause);
  return primary !== undefined && !outsideCodes.has(primary) && !isUnwritten(cause);
}

function codeFor(primary: string | undefined): ErrorCode {
  if (primary === 'BUSY' || primary === 'LOCKED') return 'unavailable';
  if (primary !== undefined && ioCodes.has(primary)) return 'io';
  return primary === 'CONSTRAINT' ? 'invalid' : 'internal';
}

/**
 * A write that failed, or a shared index of the log for which there was no room, as on a full disk:
 * the file is as good as it was.
 */
function isUnwritten(error: unknown): boolean {
  const kinds = /^SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMOPEN|SHMSIZE)$/;
  return kinds.test(codeOf(error) ?? '');
}

/** `SQLITE_IOERR_WRITE` → `IOERR`. */
function primaryCodeOf(error: unknown): string | undefined {
  return /^SQLITE_([A-Z]+)/.exec(codeOf(error) ?? '')?.[1];
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
