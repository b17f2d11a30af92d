import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError, messageOf } from '../../domain/errors.ts';
import { prepareKept } from './kept-statements.ts';

/** It holds what the store holds, secrets of subscribers too: nobody but its owner reads it. */
const privateMode = 0o600;

/**
 * Copies a store beside itself before its schema changes, as `araz.db.before-schema-<version>`, so
 * that the release of before can be gone back to; of earlier changes no copy is kept. The caller holds
 * the write lock: what is copied, by a connection of its own, is what will be changed. Throws `io`.
 */
export function keepFormer(file: string, version: number, open: () => Database): void {
  const kept = `${file}.before-schema-${version}`;
  const staged = `${kept}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    closeSync(openSync(staged, 'wx', privateMode));
    const reader = open();
    try {
      prepareKept(reader, 'VACUUM INTO ?').run(staged);
    } finally {
      reader.close();
    }
    syncSync(staged);
    renameSync(staged, kept);
    removeOthers(kept);
    syncSync(path.dirname(kept));
  } catch (cause) {
    rmSync(staged, { force: true });
    throw new AppError(
      'io',
      `${file}: this release changes its schema, and no copy could be made before ` +
        `(${messageOf(cause)}); make as much room as it takes and run again, nothing was changed`,
      { cause },
    );
  }
}

/** Copies of earlier changes, and what a kill left of one. */
function removeOthers(kept: string): void {
  const prefix = `${path.basename(kept).replace(/\d+$/, '')}`;
  for (const name of readdirSync(path.dirname(kept))) {
    if (!name.startsWith(prefix) || name === path.basename(kept)) continue;
    rmSync(path.join(path.dirname(kept), name), { force: true });
  }
}

function syncSync(target: string): void {
  const handle = openSync(target, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
