import type { Database } from 'better-sqlite3';
import { AppError } from '../../domain/errors.ts';
import { readValue } from './kept-statements.ts';
import { applicationId, type Migration } from './schema.ts';

/** Steps already applied to the file. */
export function schemaVersion(database: Database): number {
  return Number(readValue(database, 'PRAGMA user_version'));
}

/**
 * Refuses a file that is not ours or was written by a newer Araz, before anything of it is changed.
 * Throws `config` (exit 78) with what to do.
 */
export function checkSchema(database: Database, known: number, file: string): void {
  const version = schemaVersion(database);
  if (version > known) {
    throw new AppError(
      'config',
      `${file}: schema version ${version} was written by a newer Araz, this one knows ${known}; ` +
        'install the newer version, or restore a backup made by this one',
    );
  }
  const owner = Number(readValue(database, 'PRAGMA application_id'));
  const tables = Number(readValue(database, 'SELECT count(*) FROM sqlite_schema'));
  if (owner !== applicationId && tables > 0) {
    throw new AppError('config', `${file}: is a database of another program; name another file`);
  }
}

/**
 * Applies the steps that are missing, all in one transaction: one that fails leaves the file as it was.
 * `keep` is called before the first, with the version of the content, once nobody else can write; not
 * for a file that is new.
 */
export function migrate(
  database: Database,
  steps: readonly Migration[],
  keep: (version: number) => void = () => {},
): void {
  if (schemaVersion(database) >= steps.length) return;
  const apply = database.transaction(() => {
    // Asked again inside the transaction: another process may have applied them meanwhile.
    const version = schemaVersion(database);
    if (version >= steps.length) return;
    if (version > 0) keep(version);
    for (const step of steps.slice(version)) database.exec(step.sql);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
  apply.immediate();
}
