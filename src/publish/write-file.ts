import { constants } from 'node:fs';
import { mkdir, open, readdir, realpath, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { AppError, messageOf } from '../domain/errors.ts';
import type { Rendered } from '../domain/publication.ts';
import type { DocumentGlance } from '../domain/selection.ts';
import { codedBytesMin, contentCodings, isCodedName, isOfSameTime } from './content-codings.ts';
import { statOf, syncFolder } from './file-facts.ts';
import { replaceBeside, replaceFiles } from './replace-files.ts';

/** A segment of a published path: nothing a file system or a URL could misread, never hidden. */
const segmentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * Puts a document in its place under `root` so that a reader sees the whole old one or the whole
 * new one, also after SIGKILL or on a full disk, and its coded forms (`.gz`, `.br`) beside it. A
 * document whose bytes are already there is not touched, not even its modification time; a coded
 * form that is missing or of other bytes, as a kill between two of them leaves it, is made again.
 * Throws `io` when the path would leave the tree, passes
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
    const standing = await findStanding(target, bytes);
    if (standing?.isSame) {
      await mendCodedForms(target, bytes, standing);
      return 'unchanged';
    }
    await replaceDocument(target, bytes, standing?.mtimeMs);
    return 'written';
  });
}

/** Bytes of a document that stands in the tree, or undefined when none does. Throws as `writeIfChanged`. */
export async function findDocumentBytes(
  root: string,
  documentPath: string,
): Promise<number | undefined> {
  return (await glanceAtDocument(root, documentPath))?.bytes;
}

/** Size and time of a document in the tree, or undefined when none stands there. Throws as `writeIfChanged`. */
export async function glanceAtDocument(
  root: string,
  documentPath: string,
): Promise<DocumentGlance | undefined> {
  return guarded(`${documentPath} was not looked at`, async () => {
    const stat = await statOf(path.join(root, ...checkedSegments(documentPath)));
    if (!stat?.isFile()) return undefined;
    return { path: documentPath, bytes: stat.size, modifiedMs: stat.mtimeMs };
  });
}

/** The same where its coded forms stand beside it too; undefined when one is missing. */
export async function findWholeBytes(
  root: string,
  documentPath: string,
): Promise<number | undefined> {
  const bytes = await findDocumentBytes(root, documentPath);
  if (bytes === undefined || bytes < codedBytesMin) return bytes;
  return guarded(`${documentPath} was not looked at`, async () => {
    const target = path.join(root, ...checkedSegments(documentPath));
    for (const { suffix } of contentCodings) {
      if (!(await statOf(target + suffix))?.isFile()) return undefined;
    }
    return bytes;
  });
}

/** A document as it stands in the tree, or undefined when none does. Throws as `writeIfChanged`. */
export async function findDocument(
  root: string,
  documentPath: string,
): Promise<string | undefined> {
  return guarded(`${documentPath} was not read`, async () => {
    const target = path.join(root, ...checkedSegments(documentPath));
    if (!(await statOf(target))?.isFile()) return undefined;
    const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  });
}

/** Names of what lies in a folder of the tree; none where it is missing. Throws as `writeIfChanged`. */
export async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  return guarded(`${folder} was not listed`, async () => {
    const target = path.join(root, ...checkedSegments(folder));
    return (await statOf(target))?.isDirectory() ? readdir(target) : [];
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
    // First: a web server sends a coded form also when the document itself is gone.
    await removeCodedForms(target);
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
  const bad = segments.find(
    (segment) => !segmentPattern.test(segment) || segment.endsWith('.tmp') || isCodedName(segment),
  );
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

interface Standing {
  /** Whether it is exactly these bytes. */
  readonly isSame: boolean;
  readonly mtimeMs: number;
}

/** The document that stands there; undefined when there is none. */
async function findStanding(target: string, bytes: Buffer): Promise<Standing | undefined> {
  const stat = await statOf(target);
  if (stat === undefined) return undefined;
  if (!stat.isFile()) {
    const cure = 'move it out of the way';
    throw new AppError('io', `${target} is not a plain file (a symbolic link?); ${cure}`);
  }
  const { mtimeMs } = stat;
  if (stat.size !== bytes.length) return { isSame: false, mtimeMs };
  const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return { isSame: bytes.equals(await file.readFile()), mtimeMs };
  } finally {
    await file.close();
  }
}

/** The document first: whoever meets it beside an older coded form sees by the times that it is one. */
async function replaceDocument(target: string, bytes: Buffer, formerMs?: number): Promise<void> {
  const isCoded = bytes.length >= codedBytesMin;
  const encoded = (isCoded ? contentCodings : []).map(async ({ suffix, encode }) => ({
    target: target + suffix,
    bytes: await encode(bytes),
  }));
  await replaceFiles([{ target, bytes }, ...(await Promise.all(encoded))], formerMs);
  if (!isCoded) await removeCodedForms(target);
}

/** Brings the coded forms of a document that did not change up to it; mostly they stand there. */
async function mendCodedForms(target: string, bytes: Buffer, standing: Standing): Promise<void> {
  if (bytes.length < codedBytesMin) return removeCodedForms(target);
  for (const { suffix, encode } of contentCodings) {
    const stat = await statOf(target + suffix);
    if (stat?.isFile() && isOfSameTime(standing, stat)) continue;
    const file = { target: target + suffix, bytes: await encode(bytes) };
    await replaceBeside(file, Math.round(standing.mtimeMs));
  }
}

async function removeCodedForms(target: string): Promise<void> {
  for (const { suffix } of contentCodings) {
    if ((await statOf(target + suffix)) !== undefined) await unlink(target + suffix);
  }
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  if ((await readdir(folder)).length > 0) return false;
  await rmdir(folder);
  return true;
}

async function guarded<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new AppError('io', `${what}: ${messageOf(error)}`, { cause: error });
  }
}
