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

/** Applies the steps that are missing, each in a transaction of its own together with its number. */
export function migrate(database: Database, steps: readonly Migration[]): void {
  for (const [index, step] of steps.entries()) {
    const apply = database.transaction(() => {
      // Asked again inside the transaction: another process may have applied it meanwhile.
      if (schemaVersion(database) > index) return;
      database.exec(step.sql);
      database.exec(`PRAGMA application_id = ${applicationId}`);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
    if (schemaVersion(database) <= index) apply.immediate();
  }
}
