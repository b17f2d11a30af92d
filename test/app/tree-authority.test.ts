import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTreeAuthority } from '../../src/app/tree-authority.ts';
import { tempFolder } from '../support/temp-store.ts';

const atom = (id: string, updated: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>${id}</id><updated>${updated}</updated></feed>`;

async function authorityOf(documents: Readonly<Record<string, string>>) {
  const tree = await tempFolder();
  for (const [topic, body] of Object.entries(documents)) {
    mkdirSync(path.join(tree, 'topics', topic), { recursive: true });
    writeFileSync(path.join(tree, 'topics', topic, 'atom.xml'), body);
  }
  return findTreeAuthority(tree);
}

const old = atom('tag:old.example,2024:topic/a', '2026-01-01T00:00:00Z');
const late = atom('tag:araz-0a1b.localhost,2026:topic/b', '2026-02-01T00:00:00Z');

describe('the authority of the ids in a published tree', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['no tree', {}, undefined],
    ['one', { a: old }, 'old.example,2024'],
    ['that of the topic which changed last', { b: late, a: old }, 'araz-0a1b.localhost,2026'],
    ['with a day', { a: old.replace('2024:', '2024-03-01:') }, 'old.example,2024-03-01'],
    ['not that of a folder which is no topic', { 'b c': late, a: old }, 'old.example,2024'],
    ['not that of a damaged document', { b: late.slice(0, 150), a: old }, 'old.example,2024'],
    ['not that of somebody else', { a: atom('urn:uuid:7', '2026-01-01T00:00:00Z') }, undefined],
    ['no document', { a: '' }, undefined],
  ])('is found: %s', async (_, documents, expected) => {
    expect(await authorityOf(documents)).toBe(expected);
  });
});
