import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** Imports go down only; the rooms of one floor never import each other. */
const floors = [
  ['domain', 'text'],
  ['config', 'fetch', 'parse', 'normalise', 'dedup', 'match', 'publish', 'store'],
  ['pipeline'],
  ['app'],
  ['server', 'library.ts'],
  // The command line is the roof: its verbs start the server.
  ['cli'],
];

/** Where each package may be imported; swapping a library touches its home only. */
const homes: Readonly<Record<string, readonly string[]>> = {
  undici: ['fetch'],
  'ipaddr.js': ['fetch'],
  htmlparser2: ['parse'],
  'rss-parser': ['parse'],
  'sanitize-html': ['normalise'],
  tldts: ['text'],
  re2js: ['match'],
  feed: ['publish'],
  'xml-js': ['publish'],
  zod: ['config'],
  'jsonc-parser': ['config'],
  hono: ['server'],
  'hono/jsx': ['publish'],
  '@hono/node-server': ['server'],
  'better-sqlite3': ['store/sqlite'],
  pg: ['store/postgres'],
  'node-cron': ['app'],
  pino: ['app'],
  'prom-client': ['app'],
  commander: ['cli'],
};

/** Import and export statements, several lines long or not, and `import('…')`. */
const importPattern =
  /^(?:import|export)\s(?:[^'";=]*?\sfrom\s)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function specifiersOf(text: string): readonly string[] {
  return [...text.matchAll(importPattern)].map(([, stated, called]) => stated ?? called ?? '');
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** What one import of one file breaks, in words; undefined when it breaks nothing. */
function faultOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relativeFaultOf(file, specifier);
  if (isBuiltin(specifier)) {
    return specifier.startsWith('node:') ? undefined : `${file}: ${specifier} lacks node:`;
  }
  const depth = specifier.startsWith('@') ? 2 : 1;
  const name = specifier.split('/').slice(0, depth).join('/');
  const jsx = specifier.startsWith('hono/jsx') ? 'hono/jsx' : name;
  const home = homes[jsx]?.some((folder) => file.startsWith(`${folder}/`));
  return home ? undefined : `${file}: ${specifier} is away from its home`;
}

function relativeFaultOf(file: string, specifier: string): string | undefined {
  if (!/\.(tsx?|json)$/.test(specifier)) return `${file}: ${specifier} has no extension`;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target.startsWith('..')) return `${file}: ${specifier} is outside src`;
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to || floorOf(to) < floorOf(from)) return undefined;
  return `${file}: ${from} may not import ${to}`;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file));

describe('the house', () => {
  it('has no rooms beyond its floors', () => {
    const strangers = files.filter((file) => floorOf(roomOf(file)) < 0);
    expect(strangers).toEqual([]);
  });

  it('imports downwards only, libraries in their homes, extensions written', () => {
    const faults = files.flatMap((file) => {
      const text = readFileSync(path.join(src, file), 'utf8');
      return specifiersOf(text).flatMap((specifier) => faultOf(file, specifier) ?? []);
    });
    expect(faults).toEqual([]);
  });

  it('sees every form of import, and no strings', () => {
    const text = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  d,\n} from './c.ts';",
      "import './d.ts';",
      "export { e } from './e.ts';",
      "const f = await import('./f.ts');",
      "export const words = ['from', 'import', 'g'];",
    ];
    const seen = ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts'];
    expect(specifiersOf(text.join('\n'))).toEqual(seen);
  });

  it('has no barrels, no utils and no file over 400 lines', () => {
    const nameless = files.filter((file) => /(^|\/)(index|utils?|helpers)\.tsx?$/.test(file));
    const long = files.filter(
      (file) => readFileSync(path.join(src, file), 'utf8').split('\n').length > 401,
    );
    expect([...nameless, ...long]).toEqual([]);
  });

  it.each([
    ['parse/a.ts', '../dedup/b.ts'],
    ['domain/a.ts', '../text/b.ts'],
    ['text/a.ts', '../domain/b.ts'],
    ['pipeline/a.ts', '../app/b.ts'],
    ['server/a.ts', '../cli/b.ts'],
    ['parse/a.ts', './b'],
    ['parse/a.ts', './b.js'],
    ['parse/a.ts', 'undici'],
    ['store/a.ts', 'better-sqlite3'],
    ['server/a.tsx', 'hono/jsx'],
    ['fetch/a.ts', 'left-pad'],
    ['fetch/a.ts', 'fs'],
    ['app/a.ts', '../../test/b.ts'],
  ])('refuses %s importing %s', (file, specifier) => {
    expect(faultOf(file, specifier)).toBeDefined();
  });

  it.each([
    ['parse/a.ts', '../domain/b.ts'],
    ['parse/deep/a.ts', '../c.ts'],
    ['cli/commands/a.ts', '../../app/b.ts'],
    ['library.ts', './parse/b.ts'],
    ['store/sqlite/a.ts', 'better-sqlite3'],
    ['publish/a.tsx', 'hono/jsx'],
    ['server/a.ts', '@hono/node-server/serve-static'],
    ['fetch/a.ts', 'node:fs'],
    ['config/a.ts', './feeds.config.schema.json'],
  ])('accepts %s importing %s', (file, specifier) => {
    expect(faultOf(file, specifier)).toBeUndefined();
  });
});
