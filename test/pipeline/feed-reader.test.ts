import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type FeedReader,
  type FeedReaderOptions,
  openFeedReader,
} from '../../src/pipeline/feed-reader.ts';

/** The built entry: threads run outside the test runner's transform. */
const threadUrl = new URL('../../dist/pipeline/read-feed-thread.js', import.meta.url);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const feed = (title: string): Uint8Array =>
  encode(
    `<rss version="2.0"><channel><title>${title}</title><item><title>x</title></item></channel></rss>`,
  );

describe('openFeedReader', () => {
  let folder: string;
  let reader: FeedReader | undefined;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'araz-threads-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => reader?.close());

  function open(options: Partial<FeedReaderOptions>): FeedReader {
    reader = openFeedReader({ threads: 1, threadUrl, ...options });
    return reader;
  }

  /** A thread that does what `body` says with each request, given as `bytes` and `answer`. */
  function thread(name: string, body: string): URL {
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
       const answer = (title) => parentPort.postMessage({ kind: 'read', result: { kind: 'feed', feed: { title }, items: [] } });
       parentPort.on('message', ({ bytes }) => { const text = new TextDecoder().decode(bytes); ${body} });
       parentPort.postMessage({ kind: 'ready' });`,
    );
    return pathToFileURL(file);
  }

  it('reads more documents than it has threads, each with its own answer', async () => {
    const { read } = open({ threads: 2 });
    const titles = Array.from({ length: 12 }, (_, index) => `Paper ${index}`);
    const results = await Promise.all(titles.map((title) => read(feed(title), {})));
    expect(results.map((result) => result.kind === 'feed' && result.feed.title)).toEqual(titles);
  });

  it('leaves the caller its bytes, and reads a view of a larger buffer alone', async () => {
    const { read } = open({});
    const bytes = encode(`garbage${new TextDecoder().decode(feed('Paper'))}`).subarray(7);
    await read(bytes, {});
    expect(new TextDecoder().decode(bytes)).toContain('<title>Paper</title>');
    expect(await read(bytes, {})).toMatchObject({ kind: 'feed', feed: { title: 'Paper' } });
  });

  it('leaves a caller the Buffer that shares its memory with others', async () => {
    const { read } = open({});
    const bytes = Buffer.from(feed('Paper'));
    expect(await read(bytes, {})).toMatchObject({ kind: 'feed', feed: { title: 'Paper' } });
    expect(bytes.toString()).toContain('<title>Paper</title>');
  });

  it('ends a thread at the deadline and reads on with another', async () => {
    const stuck = thread('stuck', "if (text === 'stuck') for (;;); answer(text);");
    const { read } = open({ threadUrl: stuck, deadlineMs: 100 });
    const [first, second] = await Promise.all([read(encode('stuck'), {}), read(encode('b'), {})]);
    expect(first).toMatchObject({ kind: 'failed', reason: 'timeout' });
    expect(second).toMatchObject({ kind: 'feed', feed: { title: 'b' } });
  });

  it('reports a document that needs more memory than is allowed as too large', async () => {
    const greedy = thread(
      'greedy',
      "if (text === 'greedy') { const all = []; for (;;) all.push(new Array(10000).fill({})); } answer(text);",
    );
    const { read } = open({ threadUrl: greedy, heapMegabytes: 16, deadlineMs: 20_000 });
    expect(await read(encode('greedy'), {})).toMatchObject({ kind: 'failed', reason: 'too-large' });
    expect(await read(encode('b'), {})).toMatchObject({ kind: 'feed', feed: { title: 'b' } });
  });

  it('survives a thread that falls over', async () => {
    const fragile = thread('fragile', "if (text === 'die') throw new Error('boom'); answer(text);");
    const { read } = open({ threadUrl: fragile });
    expect(await read(encode('die'), {})).toMatchObject({ kind: 'failed', reason: 'malformed' });
    expect(await read(encode('b'), {})).toMatchObject({ kind: 'feed', feed: { title: 'b' } });
  });

  it('rejects when no thread can be started', async () => {
    const { read } = open({ threadUrl: pathToFileURL(path.join(folder, 'absent.mjs')) });
    await expect(read(feed('a'), {})).rejects.toMatchObject({ code: 'internal' });
  });

  it('ends what is being read when it is closed, and reads nothing more', async () => {
    const stuck = thread('sleeper', '');
    const { read, close } = open({ threadUrl: stuck });
    const pending = Promise.all([read(encode('a'), {}), read(encode('b'), {})]);
    await close();
    await close();
    const results = await pending;
    expect(results.map((result) => result.kind === 'failed' && result.reason)).toEqual([
      'timeout',
      'timeout',
    ]);
    await expect(read(encode('c'), {})).rejects.toMatchObject({ code: 'internal' });
  });
});
