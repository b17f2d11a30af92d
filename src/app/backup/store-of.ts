import type { StoreFile } from '../../domain/store-file.ts';
import { storeFileOf } from '../../store/open-store.ts';
import { type AppOptions, databaseUrlOf, standingDir } from '../open-reading.ts';

/** The file of the store in use, and the tree that is published from it. Throws `config` as `openStore`. */
export function storeOf(options: Pick<AppOptions, 'dataDir' | 'databaseUrl'>): {
  readonly store: StoreFile;
  readonly treeDir: string;
} {
  return { store: storeFileOf(databaseUrlOf(options)), treeDir: standingDir(options.dataDir) };
}

/** A backup, or a copy on its way to be one, as the file of a store. */
export function backupOf(file: string): StoreFile {
  return storeFileOf(`sqlite:${file}`);
}

/** What SQLite has of one database: the file itself, its log, and what belongs to that. */
export const databaseEnds = ['', '-wal', '-shm', '-journal'] as const;
