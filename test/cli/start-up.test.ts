import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { runAraz } from '../support/araz-command.ts';

/** What a process loaded, on all its threads: packages, and rooms of Araz. */
interface Loaded {
  readonly code: number | null;
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
}

/** Node lists every script that ran where it is to write the coverage; that of CommonJS too. */
async function loadedBy(args: readonly string[]): Promise<Loaded> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-loaded-'));
  try {
    const { code } = await runAraz(args, { env: { NODE_V8_COVERAGE: folder } });
    const urls = readdirSync(folder).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        readonly result: readonly { readonly url: string }[];
      };
      return result.map(({ url }) => url);
    });
    const found = (pattern: RegExp): readonly string[] =>
      [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].toSorted();
    return {
      code,
      packages: found(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//),
      rooms: found(/^(?!.*\/node_modules\/).*\/dist\/([a-z]+)\//),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let desk: Newsdesk;

beforeAll(async () => {
  desk = await openNewsdesk();
  await runAraz([...desk.work.flags, 'poll']);
});

afterAll(() => desk.close());

describe('starting', () => {
  it.each([
    ['its version', ['--version'], 0],
    ['the verbs', ['--help'], 0],
    ['the options of a verb', ['start', '--help'], 0],
    ['wrong usage', ['pol'], 2],
  ])('to say %s loads the command line and nothing else', async (_, args, code) => {
    const loaded = await loadedBy(args);
    expect(loaded).toEqual({ code, packages: ['commander'], rooms: ['cli', 'domain', 'text'] });
  });

  it('to explain a text loads the rules, no store and no network', async () => {
    const args = ['explain', 'azerbaijan-iran', '--text', 'Iran'];
    const { code, packages, rooms } = await loadedBy([...desk.work.flags, ...args]);
    expect(code).toBe(0);
    expect(packages).toEqual(expect.arrayContaining(['zod', 're2js']));
    for (const unused of ['undici', 'better-sqlite3', 'htmlparser2', 'hono', 'feed', 'xml-js']) {
      expect(packages).not.toContain(unused);
    }
    const used = ['app', 'cli', 'config', 'domain', 'match', 'pipeline', 'publish', 'text'];
    expect(rooms).toEqual(used);
  });

  it.each([
    ['where', ['https://outlet.example/talks']],
    ['near', ['azerbaijan-iran']],
    ['status', []],
  ])('to ask the store by %s loads no network, no parser and no server', async (verb, args) => {
    const { code, packages } = await loadedBy([...desk.work.flags, verb, ...args]);
    expect(code).toBe(0);
    expect(packages).toEqual(expect.arrayContaining(['zod', 'better-sqlite3']));
    for (const unused of ['undici', 'htmlparser2', 'rss-parser', 'sanitize-html', 'hono', 'feed']) {
      expect(packages).not.toContain(unused);
    }
  });
});
