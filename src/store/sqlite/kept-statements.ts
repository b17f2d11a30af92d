import type { Database, Statement } from 'better-sqlite3';

/**
 * Databases and statements of better-sqlite3 12, held as long as the thread lives. From Node 24.19 on
 * their destructor aborts the process when the garbage collector runs it outside of JavaScript
 * (`RemoveEnvironmentCleanupHook`, WiseLibs/better-sqlite3#1515); what is held is never collected,
 * and is taken down in order when the thread ends. All of this room's statements are made here, few
 * and each once; `pragma` and `iterate` make one at every call and are not used.
 */
const kept = new Set<object>();

/** Holds a database that was opened. */
export function keepDatabase(database: Database): Database {
  kept.add(database);
  return database;
}

/** Compiles a statement that is held. */
export function prepareKept(database: Database, sql: string): Statement<unknown[]> {
  const statement = database.prepare<unknown[]>(sql);
  kept.add(statement);
  return statement;
}

/** The one value that a statement answers, such as `PRAGMA user_version`. */
export function readValue(database: Database, sql: string): unknown {
  return prepareKept(database, sql).pluck().get();
}

/** What better-sqlite3 12 has behind `Database#backup`, which hands nobody the object to hold. */
interface NativeDatabase {
  backup(database: Database, attached: 'main', file: string, isNew: boolean): NativeBackup;
}

interface NativeBackup {
  transfer(pages: number): { readonly totalPages: number; readonly remainingPages: number };
  close(): void;
}

/** More pages than a database can have. */
const pagesMax = 2 ** 31 - 1;

/**
 * Writes all pages of a database over those of another file, in one transaction of that, whoever
 * else has it open. False, with nothing written, when somebody is writing there: `Database#backup`
 * takes that for done.
 */
export function copyPages(database: Database, file: string): boolean {
  const [key] = Object.getOwnPropertySymbols(database);
  const native = Reflect.get(database, key ?? 'backup') as NativeDatabase;
  const backup = native.backup(database, 'main', file, false);
  kept.add(backup);
  try {
    const { totalPages, remainingPages } = backup.transfer(pagesMax);
    return totalPages > 0 && remainingPages === 0;
  } finally {
    backup.close();
  }
}
