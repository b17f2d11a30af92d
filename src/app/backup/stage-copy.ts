import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { day, type Instant } from '../../domain/instant.ts';
import { statOf, syncFolder } from '../../publish/file-facts.ts';

/** Whoever can read a copy can read the secrets of subscribers: nobody but its owner. */
const privateMode = 0o600;
const ending = '.araz-copy';
/** A copy that was not written to for so long was left by a kill. */
const staleAfterMs = day;

/** An empty file of its own, beside where a copy is to stand under its name. */
export async function stageCopy(target: string): Promise<string> {
  const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}${ending}`;
  const staged = path.join(path.dirname(target), name);
  // `wx` creates and never follows or overwrites.
  const file = await open(staged, 'wx', privateMode);
  try {
    // Whatever the umask is.
    await file.chmod(privateMode);
    await removeStale(path.dirname(target), (await file.stat()).mtimeMs);
  } finally {
    await file.close();
  }
  return staged;
}

/** Gives a staged file its name, durably; what stands under the name makes way, or is an error `EEXIST`. */
export async function placeCopy(
  staged: string,
  target: string,
  mayReplace: boolean,
): Promise<void> {
  await syncFile(staged);
  if (mayReplace) await rename(staged, target);
  else await linkOrRename(staged, target);
  await syncFolder(path.dirname(target));
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a staged file that got no name; one that is gone already is passed over. */
export async function dropStaged(staged: string): Promise<void> {
  for (const file of [staged, `${staged}-journal`]) {
    if ((await statOf(file)) !== undefined) await unlink(file);
  }
}

/** A link fails where the name is taken, also by one that has taken it this very moment. */
async function linkOrRename(staged: string, target: string): Promise<void> {
  try {
    await link(staged, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // A file system without links; that nothing stands there was looked at before.
    return rename(staged, target);
  }
  await unlink(staged);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Judged by the file system's own clock. */
async function removeStale(folder: string, now: Instant): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !/\.araz-copy(?:-journal)?$/.test(name)) continue;
    const file = path.join(folder, name);
    const stat = await statOf(file);
    if (stat?.isFile() && now - stat.mtimeMs > staleAfterMs) await unlink(file);
  }
}
