import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { AppError, messageOf } from '../domain/errors.ts';
import type { Rendered } from '../domain/publication.ts';

/** A temporary file this much older than a new one belongs to a process that was killed. */
const staleAfterMs = 10 * 60_000;

/** A segment of a published path: nothing a file system or a URL could misread, never hidden. */
const segmentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

const publicFileMode = 0o644;

/**
 * Puts a document in its place under `root` so that a reader sees the whole old one or the whole
 * new one, also after SIGKILL or on a full disk. A document whose bytes are already there is not
 * touched, not even its modification time. Throws `io` when the path would leave the tree, passes
 * a symbolic link, or cannot be written; what stood there before then still stands.
 */
export async function writeIfChanged(
  root: string,
  rendered: Rendered,
): Promise<'written' | 'unchanged'> {
  return guarded(`${rendered.path} was not written`, async () => {
    await mkdir(root, { recursive: true });
    const target = await openWay(root, rendered.path);
    const bytes = Buffer.from(rendered.body, 'utf8');
    if (await holds(target, bytes)) return 'unchanged';
    await replaceFile(target, bytes);
    return 'written';
  });
}

/** Bytes of a document that stands in the tree, or undefined when none does. Throws as `writeIfChanged`. */
export async function findDocumentBytes(
  root: string,
  documentPath: string,
): Promise<number | undefined> {
  return guarded(`${documentPath} was not looked at`, async () => {
    const stat = await statOf(path.join(root, ...checkedSegments(documentPath)));
    return stat?.isFile() ? stat.size : undefined;
  });
}

/**
 * Takes a document out of the tree, and its folder when nothing else is in it. Answers whether it
 * was there. Only for documents that an editor's act has ended; publishing itself removes nothing.
 */
export async function removeDocument(root: string, documentPath: string): Promise<boolean> {
  return guarded(`${documentPath} was not removed`, async () => {
    const segments = checkedSegments(documentPath);
    const base = await realpath(root);
    const folders = segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1));
    for (const folder of folders) {
      if (!(await isFolder(path.join(base, ...folder)))) return false;
    }
    const target = path.join(base, ...segments);
    if ((await statOf(target)) === undefined) return false;
    await unlink(target);
    await syncFolder(path.dirname(target));
    for (const folder of folders.reverse()) {
      if (!(await removeIfEmpty(path.join(base, ...folder)))) break;
    }
    return true;
  });
}

/** The target's absolute path, its folders made and found to be folders inside the root. */
async function openWay(root: string, documentPath: string): Promise<string> {
  const segments = checkedSegments(documentPath);
  // The root itself may be a link: where the tree lies is the operator's choice.
  let folder = await realpath(root);
  for (const segment of segments.slice(0, -1)) {
    const parent = folder;
    folder = path.join(folder, segment);
    if (await isFolder(folder)) continue;
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await syncFolder(parent);
  }
  return path.join(folder, segments.at(-1) ?? '');
}

function checkedSegments(documentPath: string): readonly string[] {
  const segments = documentPath.split('/');
  const bad = segments.find((segment) => !segmentPattern.test(segment) || segment.endsWith('.tmp'));
  if (bad !== undefined) {
    const name = JSON.stringify(bad);
    throw new AppError('io', `the part ${name} may not stand in the path of a document`);
  }
  return segments;
}

/** Whether a folder stands there. Anything else in its place, a symbolic link first, is refused. */
async function isFolder(folder: string): Promise<boolean> {
  const stat = await statOf(folder);
  if (stat === undefined) return false;
  if (stat.isDirectory()) return true;
  throw new AppError('io', `${folder} is not a folder (a symbolic link?); move it out of the way`);
}

/** Whether exactly these bytes stand there already, readable for the web server. */
async function holds(target: string, bytes: Buffer): Promise<boolean> {
  const stat = await statOf(target);
  if (stat === undefined) return false;
  if (!stat.isFile()) {
    const cure = 'move it out of the way';
    throw new AppError('io', `${target} is not a plain file (a symbolic link?); ${cure}`);
  }
  if (stat.size !== bytes.length) return false;
  const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return bytes.equals(await file.readFile());
  } finally {
    await file.close();
  }
}

/** Temporary file in the same folder, fsync, rename, fsync of the folder: the order is the promise. */
async function replaceFile(target: string, bytes: Buffer): Promise<void> {
  const folder = path.dirname(target);
  const prefix = `.${path.basename(target)}.`;
  const temporary = path.join(folder, `${prefix}${randomBytes(6).toString('hex')}.tmp`);
  try {
    // `wx` creates and never follows or overwrites.
    const file = await open(temporary, 'wx', publicFileMode);
    try {
      await file.writeFile(bytes);
      // Whatever the umask is: a web server run by another user reads these files.
      await file.chmod(publicFileMode);
      await removeStale(folder, prefix, (await file.stat()).mtimeMs);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    // The write's own error is the one to tell; the half file goes now or as stale later.
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Removes what killed processes left of this document, judged by the file system's own clock. */
async function removeStale(folder: string, prefix: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    const stat = await statOf(file);
    if (stat !== undefined && nowMs - stat.mtimeMs > staleAfterMs) await unlink(file);
  }
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  if ((await readdir(folder)).length > 0) return false;
  await rmdir(folder);
  return true;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function statOf(file: string) {
  try {
    return await lstat(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function guarded<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new AppError('io', `${what}: ${messageOf(error)}`, { cause: error });
  }
}
