import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/domain/publication.ts';
import { formats } from '../../src/publish/formats.ts';
import { checkFeed } from '../support/check-feed.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/publications');
const cases = ['defence-minister'].flatMap((name) =>
  formats.map((format) => ({ name, format, file: `${name}.${format.fileName}` })),
);

/** A change of these files is a change of what every subscriber downloads: raise the version. */
describe('the documents of an edition', () => {
  it.each(cases)('are byte for byte those of $file', ({ name, format, file }) => {
    const text = readFileSync(path.join(folder, `${name}.edition.json`), 'utf8');
    const body = format.render(JSON.parse(text) as Edition);
    expect(body).toBe(readFileSync(path.join(folder, file), 'utf8'));
    expect(checkFeed({ path: file, mediaType: format.mediaType, body })).toEqual([]);
  });
});
