import { constants, type Stats } from 'node:fs';
import { chown, copyFile, link, mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../domain/clock.ts';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { AuditFinding, StoreFile, StoreHoldings } from '../../domain/store-file.ts';
import { statOf, syncFolder } from '../../publish/file-facts.ts';
import { acquireRunLock } from '../run-lock.ts';
import { copyWhole, toldOf } from './backup-store.ts';
import { codeOf, dropStaged, placeCopy, stageCopy, syncFile } from './stage-copy.ts';
import { backupOf, databaseEnds } from './store-of.ts';

export interface RestoreRequest {
  /** The backup, as it was named on the command line. */
  readonly named: string;
  readonly store: StoreFile;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes a backup in which the check finds faults. */
  readonly mayBeDamaged: boolean;
  readonly onStep: (step: string) => void;
}

export type RestoreOutcome =
  | {
      readonly kind: 'restored';
      readonly holdings: StoreHoldings;
      /** Where the store of before stands now; absent when there was none. */
      readonly former?: string;
      readonly findings: readonly AuditFinding[];
    }
  | { readonly kind: 'damaged'; readonly findings: readonly AuditFinding[] };

/** What stands at the head of every database of SQLite (sqlite.org/fileformat2.html §1.3). */
const magic = 'SQLite format 3\0';

/**
 * Puts a backup in the place of the store, and the store of before beside it. Nothing is touched
 * before the backup was copied and the copy was found whole; a kill at any instant leaves the one
 * store or the other. Throws `not-found`, `config` for a file that is no store of this or an earlier
 * Araz, `locked` while another run holds the store, `io`.
 */
export async function restoreStore(request: RestoreRequest): Promise<RestoreOutcome> {
  const { named, store, mayBeDamaged, onStep } = request;
  const backup = await checkBackup(named, store);
  await mkdir(path.dirname(store.path), { recursive: true });
  const staged = await stageCopy(store.path).catch((cause) => {
    throw toldOf(store.path, cause);
  });
  try {
    onStep('reading the backup');
    const unread = copyWhole(backup, staged);
    if (unread.length > 0) return { kind: 'damaged', findings: unread };
    const copy = backupOf(staged);
    copy.freeLocks();
    const { findings } = copy.audit();
    if (findings.length > 0 && !mayBeDamaged) return { kind: 'damaged', findings };
    const holdings = copy.count();
    await syncFile(staged);
    onStep('putting it in place');
    const former = await replace(staged, request);
    return { kind: 'restored', holdings, findings, ...(former === undefined ? {} : { former }) };
  } catch (cause) {
    throw toldOf(store.path, cause);
  } finally {
    await dropStaged(staged);
  }
}

/** The backup as a store's file. Whether it is whole is found out on the copy. */
async function checkBackup(named: string, store: StoreFile): Promise<StoreFile> {
  const file = path.resolve(named);
  const found = await lookAt(file);
  if (found === undefined) throw new AppError('not-found', `${named}: there is no such file`);
  if (found.isDirectory()) throw new AppError('usage', `${named} is a folder; name a backup in it`);
  const own = await lookAt(store.path);
  if (own !== undefined && own.ino === found.ino && own.dev === found.dev) {
    throw new AppError('usage', `${named} is the store itself; name a backup of it`);
  }
  if (!(await isDatabase(file))) {
    throw new AppError('config', `${named} is no database; name a file that araz backup has made`);
  }
  const backup = backupOf(file);
  backup.check();
  return backup;
}

/** A link counts as what it leads to, such as the newest of a row of backups. */
async function lookAt(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  return new AppError('io', `${file}: ${messageOf(cause)}`, { cause });
}

async function isDatabase(file: string): Promise<boolean> {
  const head = Buffer.alloc(magic.length);
  const handle = await open(file, 'r').catch((cause) => {
    throw unreadable(file, cause);
  });
  try {
    await handle.read(head, 0, head.length, 0);
  } finally {
    await handle.close();
  }
  return head.toString('latin1') === magic;
}

/** Answers where the store of before stands now. */
async function replace(
  staged: string,
  { store, clock, log }: RestoreRequest,
): Promise<string | undefined> {
  const locks = store.exists() ? store.openLocks() : undefined;
  // Nobody can work with a store that is not there, or that cannot be read.
  if (locks === undefined) return putInPlace(staged, store, clock);
  try {
    const lock = await acquireRunLock(locks, clock, log);
    try {
      const former = await keepFormer(store, clock);
      await lock.hold();
      const isDone = await store.replaceWith(staged);
      return isDone ? former : await putInPlace(staged, store, clock);
    } finally {
      await lock.release().catch((error) => {
        // It stood in the store of before; where that was moved aside it went with it.
        log.debug('the run lock went with the former store', { message: messageOf(error) });
      });
    }
  } finally {
    await locks.close();
  }
}

function formerName(store: StoreFile, clock: Clock): string {
  const stamp = new Date(clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${store.path}.before-restore-${stamp}`;
}

/** A whole copy of the store as it stands; of one that can be read in parts only, its bytes. */
async function keepFormer(store: StoreFile, clock: Clock): Promise<string> {
  const former = formerName(store, clock);
  const staged = await stageCopy(former);
  try {
    store.copyTo(staged);
    await placeCopy(staged, former, false);
  } catch (error) {
    if (store.audit().findings.length === 0) throw error;
    for (const end of databaseEnds) {
      if ((await statOf(store.path + end)) === undefined) continue;
      await copyFile(store.path + end, former + end, constants.COPYFILE_EXCL);
      await syncFile(former + end);
    }
  } finally {
    await dropStaged(staged);
  }
  return former;
}

/**
 * For a store that is not there or cannot be read. A log that stood beside another database would be
 * taken for that of this one: it goes first, and the database is replaced by one step.
 */
async function putInPlace(
  staged: string,
  store: StoreFile,
  clock: Clock,
): Promise<string | undefined> {
  const former = formerName(store, clock);
  let isKept = false;
  for (const end of databaseEnds.slice(1)) {
    if ((await statOf(store.path + end)) === undefined) continue;
    await rename(store.path + end, former + end);
    isKept = true;
  }
  const isThere = (await statOf(store.path)) !== undefined;
  if (isThere) {
    await link(store.path, former).catch(() =>
      // A file system without links.
      copyFile(store.path, former, constants.COPYFILE_EXCL),
    );
    isKept = true;
  }
  await giveToOwner(staged, store.path);
  await syncFolder(path.dirname(store.path));
  await placeCopy(staged, store.path, isThere);
  return isKept ? former : undefined;
}

/** Root restores for the user that Araz runs as: whose the store was, or its folder is. */
async function giveToOwner(staged: string, storePath: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = (await statOf(storePath)) ?? (await stat(path.dirname(storePath)));
  await chown(staged, uid, gid);
}
