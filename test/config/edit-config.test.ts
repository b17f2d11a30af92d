import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addSource, addSources } from '../../src/config/edit-config.ts';
import type { SourceDeclaration } from '../../src/config/schema.ts';
import { AppError } from '../../src/domain/errors.ts';
import { configOf } from '../support/config-file.ts';

const source: SourceDeclaration = {
  id: 'new',
  url: 'https://new.example/rss',
  title: 'New',
  language: 'tr',
  country: 'TR',
  every: '1h',
};
const entry = '{ "id": "old", "url": "https://old.example/rss", "language": "az" }';
const written = [
  '{ "id": "new", "url": "https://new.example/rss", "title": "New",',
  '  "language": "tr", "country": "TR",',
  '  "every": "1h" }',
];
const indented = written.map((line) => `    ${line}`).join('\n');
const inline = written.map((line) => line.trim()).join(' ');

describe('a source that is added', () => {
  it.each([
    [
      'a list with a line each',
      `{\n  "sources": [\n    ${entry}\n  ]\n}\n`,
      `{\n  "sources": [\n    ${entry},\n${indented}\n  ]\n}\n`,
    ],
    [
      'a list with a last comma',
      `{\n  "sources": [\n    ${entry},\n  ],\n}\n`,
      `{\n  "sources": [\n    ${entry},\n${indented},\n  ],\n}\n`,
    ],
    [
      'a list that ends in a comment',
      `{\n  "sources": [\n    ${entry} // the old one\n    // more later\n  ]\n}\n`,
      `{\n  "sources": [\n    ${entry}, // the old one\n${indented}\n    // more later\n  ]\n}\n`,
    ],
    [
      'a comma behind a comment',
      `{\n  "sources": [\n    ${entry} /* a\n b */, // c\n  ]\n}\n`,
      `{\n  "sources": [\n    ${entry} /* a\n b */, // c\n${indented},\n  ]\n}\n`,
    ],
    ['a list on one line', `{ "sources": [${entry}] }`, `{ "sources": [${entry}, ${inline}] }`],
    [
      'a list on one line with a last comma',
      `{ "sources": [${entry},] }`,
      `{ "sources": [${entry}, ${inline},] }`,
    ],
    [
      'a file of Windows',
      `\uFEFF{\r\n  "sources": [\r\n    ${entry}\r\n  ]\r\n}`,
      `\uFEFF{\r\n  "sources": [\r\n    ${entry},\r\n${indented.replaceAll('\n', '\r\n')}\r\n  ]\r\n}`,
    ],
  ])('is written into %s', (_, text, expected) => {
    expect(addSource(text, source)).toBe(expected);
  });

  it.each([
    ['an empty list', '{ "sources": [] }'],
    ['an empty list with a comment', '{ "sources": [\n  // none yet\n] }'],
    ['no list', '{ "site": { "title": "T" }, }'],
    ['an empty object', '{}'],
  ])('is written into %s', (_, text) => {
    const edited = addSource(text, source);
    expect(configOf(edited).config.sources.map(({ id }) => id)).toEqual(['new']);
    for (const kept of text.match(/\/\/.*|"title": "T"/g) ?? []) expect(edited).toContain(kept);
  });

  it('leaves every line of the shipped file as it is', () => {
    const file = path.resolve(import.meta.dirname, '../../feeds.config.json');
    const shipped = readFileSync(file, 'utf8');
    const lines = shipped.split('\n');
    const edited = addSource(shipped, source).split('\n');
    expect(edited).toHaveLength(lines.length + 3);
    const changed = lines.filter((line) => !edited.includes(line));
    expect(changed.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [
      'the same address',
      { ...source, url: 'https://old.example/rss' },
      'https://old.example/rss is read already, as "old"',
    ],
    [
      'the address without encryption',
      { ...source, url: 'http://old.example/rss' },
      'is read already, as "old"',
    ],
    [
      'the address with a last slash',
      { ...source, url: 'https://old.example/rss/' },
      'is read already, as "old"',
    ],
    ['the same id', { ...source, id: 'old' }, 'the id "old" is taken; choose another'],
  ])('is refused with %s', (_, again, message) => {
    expect(() => addSource(`{ "sources": [${entry}] }`, again)).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining(message) }),
    );
  });

  it.each([
    [
      'wrong in itself',
      '{}',
      { ...source, url: 'javascript:1' },
      'invalid',
      'url is "javascript:1"',
    ],
    [
      'without a language',
      '{}',
      { id: 'a', url: 'https://a.example/' } as SourceDeclaration,
      'invalid',
      'the source has no "language"',
    ],
    ['for a broken file', '{ "sources": [', source, 'config', 'the configuration:1:'],
    ['for a list that is none', '{ "sources": {} }', source, 'config', '"sources" is no list'],
    ['for a file that is a list', '[]', source, 'config', 'no object in { }'],
  ])('is refused when it is %s', (_, text, wrong, code, message) => {
    expect(() => addSource(text, wrong)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
    expect(() => addSource(text, wrong)).toThrow(AppError);
  });
});

describe('sources that are added together', () => {
  it('are added but for those the file or the list itself has', () => {
    const second = { ...source, id: 'second', url: 'https://second.example/' };
    const twice = { ...second, id: 'third' };
    const old = { ...source, id: 'fourth', url: 'http://old.example/rss' };
    const outcome = addSources(`{ "sources": [${entry}] }`, [source, second, twice, old]);
    expect(outcome.added.map(({ id }) => id)).toEqual(['new', 'second']);
    expect(outcome.skipped.map(({ reason }) => reason)).toEqual([
      'https://second.example/ is read already, as "second"',
      'http://old.example/rss is read already, as "old"',
    ]);
    expect(configOf(outcome.text).config.sources.map(({ id }) => id)).toEqual([
      'old',
      'new',
      'second',
    ]);
  });
});
