import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database, type Options } from 'better-sqlite3';
import { AppError, messageOf } from '../../domain/errors.ts';
import { Connection } from './connection.ts';
import { storeFailure } from './failures.ts';
import { keepFormer } from './keep-former.ts';
import { keepDatabase, readValue } from './kept-statements.ts';
import { checkSchema, migrate, schemaVersion } from './migrate.ts';
import { type Migration, migrations } from './schema.ts';

export interface ConnectOptions {
  /** A file, or `:memory:`. */
  readonly file: string;
  /** For readers beside a running worker: never writes, never migrates. */
  readonly readOnly?: boolean | undefined;
  /** Another list of steps, for tests of the upgrade itself. */
  readonly steps?: readonly Migration[] | undefined;
  /** Path of the native addon where better-sqlite3 would not look for it. */
  readonly addon?: string | undefined;
}

/** 3.7.0–3.51.2 can corrupt a WAL that two connections reset at once; mended in 3.51.3. */
const sqliteVersionMin = [3, 51, 3] as const;

/** How long a statement waits for another process's write before it says `unavailable`. */
const busyTimeoutMs = 5_000;

/**
 * Opens the file, checks whose it is, brings its schema up to date. Throws `config` for a file of
 * another program or a newer Araz (untouched), an SQLite that is too old or a missing native addon;
 * `not-found` for a file to be read that is not there; `io` when it cannot be opened.
 */
export function connect(options: ConnectOptions): Connection {
  try {
    const database = options.readOnly ? openForReading(options) : openForWriting(options);
    return new Connection(database);
  } catch (error) {
    throw storeFailure(error);
  }
}

/**
 * Opens a file of whatever version as it is, for what is done to it as a whole: nothing is created or
 * migrated. Throws as `connect`; with `newerToo` a file of a newer Araz is opened as well.
 */
export function openAsItIs(options: {
  readonly file: string;
  readonly readOnly: boolean;
  readonly newerToo?: boolean;
}): Connection {
  const { file, readOnly, newerToo = false } = options;
  if (!existsSync(file)) throw new AppError('not-found', `${file}: there is no such file`);
  try {
    const database = open(file, { readonly: readOnly, fileMustExist: true });
    orClose(database, () => {
      checkSchema(database, newerToo ? Number.POSITIVE_INFINITY : migrations.length, file);
      tune(database);
      if (!readOnly) database.exec('PRAGMA synchronous = FULL');
    });
    return new Connection(database);
  } catch (error) {
    throw storeFailure(error);
  }
}

function openForReading({ file, steps = migrations, addon }: ConnectOptions): Database {
  if (!existsSync(file)) {
    throw new AppError('not-found', `${file}: there is no database yet; run a poll first`);
  }
  const database = open(file, { readonly: true }, addon);
  return orClose(database, () => {
    checkSchema(database, steps.length, file);
    if (schemaVersion(database) < steps.length) {
      throw new AppError('unavailable', `${file}: is of an older version; run a poll to update it`);
    }
    tune(database);
  });
}

function openForWriting({ file, steps = migrations, addon }: ConnectOptions): Database {
  if (file === ':memory:') return openInMemory({ steps, addon });
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  checkBeforeTouching(file, steps.length);
  return prepared(file, { steps, addon });
}

/** Empty databases brought up to date once, by their steps. */
const empty = new WeakMap<readonly Migration[], Buffer>();

/** A copy of an empty one: who decides about pairs of items, or tests, opens one after the other. */
function openInMemory({ steps, addon }: Steps): Database {
  const bytes = empty.get(steps);
  if (bytes !== undefined) {
    const database = open(bytes, {}, addon);
    return orClose(database, () => tune(database));
  }
  const database = prepared(':memory:', { steps, addon });
  empty.set(steps, database.serialize());
  return database;
}

interface Steps {
  readonly steps: readonly Migration[];
  readonly addon: string | undefined;
}

function prepared(file: string, { steps, addon }: Steps): Database {
  const database = open(file, {}, addon);
  return orClose(database, () => {
    if (schemaVersion(database) === 0) {
      // Secrets of subscribers stand in it; the log beside it takes its mode.
      if (file !== ':memory:') chmodSync(file, 0o600);
      // Before the first table, or not at all: lets retention give pages back without a full VACUUM.
      database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    }
    // Readers never wait for the writer, nor it for them; a crash loses no whole transaction.
    database.exec('PRAGMA journal_mode = WAL');
    // This build's default in WAL mode is NORMAL, which may lose the newest commits with the power.
    database.exec('PRAGMA synchronous = FULL');
    // Every 32 MB, not 4: a document of new items writes some 3 MB of index pages all over the file,
    // and pages written again before a checkpoint are copied once.
    database.exec('PRAGMA wal_autocheckpoint = 8000');
    // A checkpoint leaves the WAL at its largest size otherwise: cut it back to 64 MB.
    database.exec('PRAGMA journal_size_limit = 67108864');
    tune(database);
    migrate(database, steps, (version) =>
      keepFormer(file, version, () => open(file, { readonly: true }, addon)),
    );
  });
}

/** A connection that only reads leaves the file as it is, even with an unfinished WAL beside it. */
function checkBeforeTouching(file: string, known: number): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const database = open(file, { readonly: true });
  orClose(database, () => checkSchema(database, known, file)).close();
}

function tune(database: Database): void {
  // Off by default in SQLite; a row that points nowhere is a fault of ours, found at once.
  database.exec('PRAGMA foreign_keys = ON');
  // Upper pages of the key index stay in memory: 32 MB hold those of some ten million keys.
  database.exec('PRAGMA cache_size = -32000');
  // A damaged page is reported when it is read, not followed.
  database.exec('PRAGMA cell_size_check = ON');
  // The file may come from a backup someone handed over: its schema may not run functions.
  database.exec('PRAGMA trusted_schema = OFF');
  // Sorting of a selection stays off the disk that the WAL is written to.
  database.exec('PRAGMA temp_store = MEMORY');
}

/** A file by its name, or what a database in memory begins with. */
function open(file: string | Buffer, options: Options, addon?: string): Database {
  let database: Database;
  try {
    const given = { ...options, timeout: busyTimeoutMs };
    database = keepDatabase(
      new SqliteDatabase(file, addon ? { ...given, nativeBinding: addon } : given),
    );
  } catch (error) {
    throw isAddonMissing(error) ? addonMissing(error) : error;
  }
  return orClose(database, () => {
    checkSqliteVersion(String(readValue(database, 'SELECT sqlite_version()')));
  });
}

function orClose(database: Database, work: () => void): Database {
  try {
    work();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Throws `config` when the linked SQLite has the WAL-reset fault. */
export function checkSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of sqliteVersionMin.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) {
      throw new AppError(
        'config',
        `SQLite ${version} can damage its file; ${sqliteVersionMin.join('.')} or newer is needed: ` +
          'install the better-sqlite3 that package-lock.json names',
      );
    }
  }
}

function isAddonMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    code === 'ERR_DLOPEN_FAILED' ||
    code === 'MODULE_NOT_FOUND' ||
    /could not locate the bindings file/i.test(messageOf(error))
  );
}

function addonMissing(cause: unknown): AppError {
  return new AppError(
    'config',
    'better-sqlite3: its native addon is missing or was built for another Node; run ' +
      '`npm rebuild better-sqlite3` (npm 11 and newer: with better-sqlite3 under allowScripts)',
    { cause },
  );
}
