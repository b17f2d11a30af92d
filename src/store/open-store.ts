import { AppError } from '../domain/errors.ts';
import type { Store } from '../domain/store.ts';
import type { StoreFile } from '../domain/store-file.ts';
import { connect } from './sqlite/connect.ts';
import { createSqliteStore } from './sqlite/store.ts';
import { SqliteFile } from './sqlite/store-file.ts';
import { openThreadedStore } from './sqlite/threaded-store.ts';

export interface OpenStoreOptions {
  /** `sqlite:<path>`, the path relative to the working directory; `sqlite::memory:` for tests. */
  readonly url: string;
  /** For a reader beside a running worker: nothing is created, migrated or written. */
  readonly readOnly?: boolean;
  /** Runs SQLite on the caller's thread: for tests and verbs that do one thing and end. */
  readonly inProcess?: boolean;
  /** Compiled module of the store's thread, where it is not beside this one. */
  readonly threadUrl?: URL;
}

/**
 * Opens the engine that the URL names, on a thread of its own unless `inProcess`. Throws `config`
 * for an engine that is not built, a file of another program or of a newer Araz, and an SQLite that
 * is unfit or not installed; `not-found` when `readOnly` and there is no file; `io` when it cannot
 * be opened.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const file = sqliteFile(options.url);
  const readOnly = options.readOnly ?? false;
  if (options.inProcess) return createSqliteStore(connect({ file, readOnly }));
  const threadUrl = options.threadUrl ?? new URL('./sqlite/thread.js', import.meta.url);
  return openThreadedStore({ file, readOnly }, threadUrl);
}

/** The file behind a store, whether one stands there or not. Throws `config` as `openStore` does. */
export function storeFileOf(url: string): StoreFile {
  return new SqliteFile(sqliteFile(url));
}

function sqliteFile(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url);
  const engine = parts?.[1]?.toLowerCase();
  const file = parts?.[2] ?? '';
  if (engine === undefined) {
    throw new AppError('config', 'database URL: names no engine; write sqlite:data/araz.db');
  }
  // The rest of the URL is left out of the message: it may hold a password.
  if (engine !== 'sqlite') {
    throw new AppError('config', `database URL: ${engine} is not built yet; use sqlite:<path>`);
  }
  // With two slashes the first word would be a host, which a file does not have.
  if (file === '' || /^\/\/[^/]/.test(file)) {
    throw new AppError('config', 'database URL: names no file; write sqlite:data/araz.db');
  }
  return file;
}
