import { statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../domain/errors.ts';

/**
 * The database file that was opened. When the data folder is removed or another is put in its place
 * under a running process, SQLite goes on writing to a file that has no name any more: everything
 * would seem well until the restart, and then be lost.
 */
export class DataFolder {
  readonly #file: string;
  readonly #inode: number | undefined;

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'araz.db');
    this.#inode = this.#inodeNow();
  }

  /** Throws `io` when the database is not where it was; one that lies elsewhere is not looked after. */
  check(): void {
    if (this.#inode === undefined || this.#inodeNow() === this.#inode) return;
    throw new AppError(
      'io',
      `${this.#file} was removed or replaced while it was in use; put it back, or a backup of it, and start again`,
    );
  }

  #inodeNow(): number | undefined {
    return statSync(this.#file, { throwIfNoEntry: false })?.ino;
  }
}
