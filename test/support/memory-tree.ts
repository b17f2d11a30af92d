import type { Rendered } from '../../src/domain/publication.ts';
import type { DocumentGlance } from '../../src/domain/selection.ts';

/** A published tree in memory: what is asked of it is what is said, not how it is put on a disk. */
export const tree = new Map<string, string>();

/** Documents that may still be written before the process is killed. */
export const fate = { writesLeft: Number.POSITIVE_INFINITY };

/** Thrown in the place of a write that the process did not live to see. */
export class Killed extends Error {}

export async function findDocumentBytes(_: string, name: string): Promise<number | undefined> {
  return (await glanceAtDocument(_, name))?.bytes;
}

/** In memory there are no coded forms that could be missing. */
export const findWholeBytes = findDocumentBytes;

/** Bodies that were seen, in the place of times: every other one is of another. */
const times = new Map<string, { readonly body: string; readonly modifiedMs: number }>();
let clock = 0;

export async function glanceAtDocument(
  _: string,
  path: string,
): Promise<DocumentGlance | undefined> {
  const body = tree.get(path);
  if (body === undefined) return undefined;
  const seen = times.get(path);
  clock += 1;
  const modifiedMs = seen?.body === body ? seen.modifiedMs : clock;
  times.set(path, { body, modifiedMs });
  return { path, bytes: Buffer.byteLength(body), modifiedMs };
}

export async function listFolder(_: string, folder: string): Promise<readonly string[]> {
  const inside = [...tree.keys()].filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
}

/** Documents that were read. */
export const read: string[] = [];

export async function findDocument(_: string, name: string): Promise<string | undefined> {
  read.push(name);
  return tree.get(name);
}

export async function writeIfChanged(
  _: string,
  { path: name, body }: Rendered,
): Promise<'written' | 'unchanged'> {
  if (tree.get(name) === body) return 'unchanged';
  if (fate.writesLeft === 0) throw new Killed();
  fate.writesLeft -= 1;
  tree.set(name, body);
  return 'written';
}

export async function removeDocument(_: string, name: string): Promise<boolean> {
  return tree.delete(name);
}
