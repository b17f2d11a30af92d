import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { statOf, syncFolder } from './file-facts.ts';

/** A file to be put in its place. */
export interface Replacement {
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** A temporary file this much older than a new one belongs to a process that was killed. */
const staleAfterMs = 10 * 60_000;

const publicFileMode = 0o644;
const second = 1_000;

interface Staged extends Replacement {
  readonly temporary: string;
}

/**
 * Puts files of one folder in their places, one after the other: temporary file in the same folder,
 * fsync, rename, fsync of the folder; the order is the promise. All get one modification time, in
 * another second than `formerMs`: HTTP dates count seconds, and so does the tag that nginx makes.
 */
export async function replaceFiles(
  files: readonly Replacement[],
  formerMs?: number,
): Promise<void> {
  const staged = files.map((file) => ({ ...file, temporary: temporaryOf(file.target) }));
  try {
    await stage(staged, (nowMs) => modifiedAt(nowMs, formerMs));
    for (const { temporary, target } of staged) await rename(temporary, target);
  } catch (error) {
    // The write's own error is the one to tell; half files go now or as stale later.
    await Promise.all(staged.map(({ temporary }) => unlink(temporary).catch(() => undefined)));
    throw error;
  }
  const [first] = files;
  if (first !== undefined) await syncFolder(path.dirname(first.target));
}

/** Puts a file in its place under the time of the document that it stands beside. */
export async function replaceBeside(file: Replacement, documentMs: number): Promise<void> {
  const staged = { ...file, temporary: temporaryOf(file.target) };
  try {
    await stage([staged], () => documentMs);
    await rename(staged.temporary, staged.target);
  } catch (error) {
    await unlink(staged.temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file.target));
}

function temporaryOf(target: string): string {
  return path.join(
    path.dirname(target),
    `${prefixOf(target)}${randomBytes(6).toString('hex')}.tmp`,
  );
}

function prefixOf(target: string): string {
  return `.${path.basename(target)}.`;
}

/** The file system's own time, whole milliseconds, moved on where it is still the former second. */
function modifiedAt(nowMs: number, formerMs: number | undefined): number {
  const now = Math.floor(nowMs);
  if (formerMs === undefined || Math.floor(now / second) > Math.floor(formerMs / second))
    return now;
  return Math.floor(formerMs) + second;
}

/** Writes all and only then waits for the disk, so that it is waited for once. */
async function stage(files: readonly Staged[], timeOf: (nowMs: number) => number): Promise<void> {
  const handles: FileHandle[] = [];
  try {
    for (const { temporary, bytes } of files) {
      // `wx` creates and never follows or overwrites.
      const handle = await open(temporary, 'wx', publicFileMode);
      handles.push(handle);
      await handle.writeFile(bytes);
      // Whatever the umask is: a web server run by another user reads these files.
      await handle.chmod(publicFileMode);
    }
    const [first] = files;
    const nowMs = (await handles[0]?.stat())?.mtimeMs ?? 0;
    if (first !== undefined) await removeStale(first.target, nowMs);
    const seconds = timeOf(nowMs) / second;
    for (const handle of handles) await handle.utimes(seconds, seconds);
    await Promise.all(handles.map((handle) => handle.sync()));
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

/** Removes what killed processes left of this document, judged by the file system's own clock. */
async function removeStale(target: string, nowMs: number): Promise<void> {
  const folder = path.dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefixOf(target)) || !name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    const stat = await statOf(file);
    if (stat !== undefined && nowMs - stat.mtimeMs > staleAfterMs) await unlink(file);
  }
}
