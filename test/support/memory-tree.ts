import type { Rendered } from '../../src/domain/publication.ts';

/** A published tree in memory: what is asked of it is what is said, not how it is put on a disk. */
export const tree = new Map<string, string>();

/** Documents that may still be written before the process is killed. */
export const fate = { writesLeft: Number.POSITIVE_INFINITY };

/** Thrown in the place of a write that the process did not live to see. */
export class Killed extends Error {}

export async function findDocumentBytes(_: string, name: string): Promise<number | undefined> {
  const body = tree.get(name);
  return body === undefined ? undefined : Buffer.byteLength(body);
}

export async function findDocument(_: string, name: string): Promise<string | undefined> {
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
