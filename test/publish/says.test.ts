import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edition, Format } from '../../src/domain/publication.ts';
import { feedFormats } from '../../src/publish/feed-formats.ts';
import { formats } from '../../src/publish/formats.ts';

const file = path.resolve(
  import.meta.dirname,
  '../fixtures/publications/defence-minister.edition.json',
);
const base = { ...(JSON.parse(readFileSync(file, 'utf8')) as Edition), archivePages: 3 };

type Path = readonly (string | number)[];

/** Every value in the edition that is no list and no object. */
function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...at, key]));
}

/** The same edition with one value changed to another that is as valid. */
function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key !== undefined) {
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
      string,
      unknown
    >;
    copy[key] = changed(copy[key], rest);
    return copy;
  }
  if (typeof value === 'number') return value + 7;
  if (value === 'rtl' || value === 'ltr') return value === 'rtl' ? 'ltr' : 'rtl';
  const others: Readonly<Record<string, string>> = {
    'Asia/Baku': 'Asia/Tokyo',
    all: 'tr',
    en: 'tr',
    fa: 'ar',
    az: 'ka',
    tr: 'hy',
    rule: 'split',
    retracted: 'rule',
  };
  return others[String(value)] ?? `${String(value)}x`;
}

const paths = leavesOf(base).filter(([first]) => first !== 'updated');

function sees(format: Format, edition: Edition): readonly [said: boolean, written: boolean] {
  return [
    JSON.stringify(format.says(edition)) !== JSON.stringify(format.says(base)),
    format.render(edition) !== format.render(base),
  ];
}

describe('what a format says', () => {
  it.each(feedFormats)('differs exactly when the document of $name does', (format) => {
    const wrong = paths.flatMap((at) => {
      const [said, written] = sees(format, changed(base, at) as Edition);
      return said === written ? [] : [`${at.join('.')}: said ${said}, written ${written}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(formats)('differs whenever the document of $name does', (format) => {
    const missed = paths.filter((at) => {
      const [said, written] = sees(format, changed(base, at) as Edition);
      return written && !said;
    });
    expect(missed).toEqual([]);
  });

  it.each(formats)('leaves the date of the document of $name out', (format) => {
    expect(format.says({ ...base, updated: 1, updatedOf: { atom: 2 } })).toEqual(format.says(base));
  });

  it('is tried with every value of an edition', () => {
    expect(paths.length).toBeGreaterThan(60);
  });
});
