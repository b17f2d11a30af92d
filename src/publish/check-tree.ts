import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { AppError, messageOf } from '../domain/errors.ts';
import type { DocumentGlance } from '../domain/selection.ts';
import { type ContentCoding, contentCodings, isCodedName } from './content-codings.ts';
import { statOf } from './file-facts.ts';

/** Larger files than any that is published are not decoded. */
const documentBytesMax = 64 * 1024 * 1024;

/** What is wrong with a document as it stands, in words; undefined when it is as it was written. */
export async function findDocumentFault(
  root: string,
  wanted: DocumentGlance,
): Promise<string | undefined> {
  const bytes = await readPlain(path.join(root, ...wanted.path.split('/')));
  if (bytes === undefined) return 'is missing';
  if (bytes.length !== wanted.bytes) return `has ${bytes.length} bytes instead of ${wanted.bytes}`;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return wanted.hash === undefined || wanted.hash === hash ? undefined : 'has other bytes';
}

/**
 * Documents of which a coded form beside them says another thing: one of the two is damaged, or was
 * left by a kill. That is a check of every larger document, with or without the store.
 */
export async function listFalseForms(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of documentsOf(root, '')) {
    if (await hasFalseForm(root, file)) found.push(file);
  }
  return found;
}

/** Takes such forms away; whoever writes the document again, or only looks at it, makes them anew. */
export async function dropFalseForms(root: string): Promise<readonly string[]> {
  const found = await listFalseForms(root);
  for (const file of found) {
    // All of them: which of the two was damaged is not known until the document is rendered again.
    for (const { suffix } of contentCodings) await removeIfThere(path.join(root, file) + suffix);
  }
  return found;
}

async function* documentsOf(root: string, folder: string): AsyncGenerator<string> {
  for (const entry of await listFolder(path.join(root, folder))) {
    const name = path.posix.join(folder, entry.name);
    // Hidden files are those that are being written.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* documentsOf(root, name);
    else if (entry.isFile() && !isCodedName(entry.name)) yield name;
  }
}

/** Whether a coded form beside one document says another thing than it. */
export async function hasFalseForm(root: string, file: string): Promise<boolean> {
  const target = path.join(root, ...file.split('/'));
  const bytes = await readPlain(target);
  if (bytes === undefined) return false;
  for (const coding of contentCodings) {
    const coded = await readPlain(target + coding.suffix);
    if (coded !== undefined && !(await isFormOf(coding, coded, bytes))) return true;
  }
  return false;
}

async function isFormOf(coding: ContentCoding, coded: Buffer, bytes: Buffer): Promise<boolean> {
  try {
    return bytes.equals(await coding.decode(coded, documentBytesMax));
  } catch {
    // Bytes that are no gzip or brotli: just what is looked for.
    return false;
  }
}

/** The bytes of a plain file; undefined when there is none. */
async function readPlain(file: string): Promise<Buffer | undefined> {
  try {
    return (await statOf(file))?.isFile() ? await readFile(file) : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw unreadable(file, error);
  }
}

async function listFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw unreadable(folder, error);
  }
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (!isAbsent(error)) throw unreadable(file, error);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function unreadable(file: string, cause: unknown): AppError {
  return new AppError('io', `${file}: ${messageOf(cause)}`, { cause });
}
