import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, second } from '../../src/domain/instant.ts';
import type { Source, SourceState, Validators } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetch-source.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { type IngestReport, ingestSource } from '../../src/pipeline/ingest-source.ts';
import { createOneAtATime } from '../../src/pipeline/one-at-a-time.ts';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { type FeedServer, type Reply, startFeedServer } from '../support/feed-server.ts';
import { type FixedClock, fixedClock } from '../support/fixed-clock.ts';
import { smallFeed } from '../support/small-feed.ts';
import { aSource } from '../support/sources.ts';
import { tempStore } from '../support/temp-store.ts';

/** What the source carries before, during and after its bad hour. */
const before = smallFeed('Outlet', [{ name: 'a', title: 'The first item' }]);
const during = smallFeed('Outlet', [
  { name: 'b', title: 'Written in a bad hour' },
  { name: 'a', title: 'The first item' },
]);
const after = smallFeed('Outlet', [
  { name: 'c', title: 'Written when all was well again' },
  { name: 'b', title: 'Written in a bad hour' },
  { name: 'a', title: 'The first item' },
]);

const zeros = Buffer.alloc(30_000_000);
const half = gzipSync(during);
const raw = (bytes: string | Uint8Array): Reply => ({ fault: { kind: 'raw', bytes } });
const to = (location: string): Reply => ({ status: 302, headers: { location } });
const wait = (status: number, retryAfter: string): Reply => ({
  status,
  headers: { 'retry-after': retryAfter },
});
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = Buffer.from(`\ufeff${during.replace('UTF-8', 'UTF-16')}`, 'utf16le');

/** Behaviours that end a poll without a document: outcome as stored with the poll. */
const faults: readonly (readonly [string, string, Reply])[] = [
  ['resets the connection', 'reset', { fault: { kind: 'reset' } }],
  ['resets in mid-body', 'truncated', { body: during, fault: { kind: 'cut-body' } }],
  ['closes in mid-body', 'truncated', { body: during, fault: { kind: 'cut-body', orderly: true } }],
  ['never answers', 'timeout', { fault: { kind: 'silence' } }],
  ['drips its body', 'timeout', { body: during, fault: { kind: 'drip', everyMs: 20 } }],
  [
    'drips its headers',
    'timeout',
    { fault: { kind: 'raw-drip', bytes: `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(200)}`, everyMs: 20 } },
  ],
  [
    'never ends its body',
    'too-large',
    { body: zeros.subarray(0, 99_999), fault: { kind: 'endless' } },
  ],
  [
    'never ends its headers',
    'bad-response',
    raw(`HTTP/1.1 200 OK\r\n${'X-Pad: 01234567\r\n'.repeat(9_999)}`),
  ],
  [
    'announces more than it sends',
    'truncated',
    { body: during, fault: { kind: 'wrong-length', contentLength: 9_999 } },
  ],
  [
    'announces 9 GB',
    'too-large',
    { body: during, fault: { kind: 'wrong-length', contentLength: 9e9 } },
  ],
  [
    'sends a gzip bomb',
    'too-large',
    { body: gzipSync(zeros), headers: { 'content-encoding': 'gzip' } },
  ],
  [
    'sends a brotli bomb',
    'too-large',
    { body: brotliCompressSync(zeros), headers: { 'content-encoding': 'br' } },
  ],
  [
    'sends a bomb in a bomb',
    'too-large',
    { body: gzipSync(gzipSync(zeros)), headers: { 'content-encoding': 'gzip, gzip' } },
  ],
  ['compresses three times', 'bad-encoding', { body: during, codings: ['gzip', 'br', 'gzip'] }],
  [
    'compresses as nobody offered',
    'bad-encoding',
    { body: during, headers: { 'content-encoding': 'zstd' } },
  ],
  ['calls noise gzip', 'bad-encoding', { body: 'noise', headers: { 'content-encoding': 'gzip' } }],
  [
    'cuts its gzip',
    'truncated',
    { body: half.subarray(0, half.length >> 1), headers: { 'content-encoding': 'gzip' } },
  ],
  ['redirects 30 times', 'too-many-redirects', to('/hop/1')],
  ['redirects in a circle', 'too-many-redirects', to('/circle')],
  ['redirects to itself', 'too-many-redirects', to('/feed')],
  ['redirects into the intranet', 'forbidden-address', to('http://192.168.1.1/feed')],
  ['redirects to a file', 'forbidden-url', to('file:///etc/passwd')],
  ['redirects nowhere', 'bad-redirect', { status: 302 }],
  [
    'redirects after a wait',
    'rate-limited',
    { status: 302, headers: { location: '/other', 'retry-after': '900' } },
  ],
  ['is asked too often', 'rate-limited', { status: 429 }],
  ['is asked too often, seconds', 'rate-limited', wait(429, '900')],
  ['is asked too often, date', 'rate-limited', wait(429, 'Sat, 07 Feb 2026 13:00:00 GMT')],
  ['is asked too often, garbage', 'rate-limited', wait(429, 'soon')],
  ['is asked too often, ten years', 'rate-limited', wait(429, '315360000')],
  ['is in maintenance', 'http-server-error', { status: 503 }],
  ['is in maintenance, seconds', 'http-server-error', wait(503, '60')],
  ['is in maintenance, date', 'http-server-error', wait(503, 'Sunday, 08-Feb-26 12:00:00 GMT')],
  ['is in maintenance, garbage', 'http-server-error', wait(503, '-1')],
  ['is broken', 'http-server-error', { status: 500, body: 'stack trace' }],
  ['wants a password', 'unauthorised', { status: 401 }],
  ['refuses', 'unauthorised', { status: 403, body: '<html>Attention Required!</html>' }],
  ['has forgotten the feed', 'http-client-error', { status: 404, body: during }],
  ['sends a part', 'bad-response', { status: 206, body: during }],
  ['has no content', 'empty', { status: 204 }],
  ['sends nothing', 'empty', { body: '', etag: '"bad"' }],
  [
    'sends a page',
    'not-a-feed',
    { body: '<!doctype html><html><title>News</title><p>Hello</p></html>', etag: '"bad"' },
  ],
  [
    'sends a challenge',
    'blocked',
    {
      body: '<!doctype html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
      etag: '"bad"',
    },
  ],
  ['sends JSON of another kind', 'not-a-feed', { body: '{"error":"down"}', etag: '"bad"' }],
  ['sends noise', 'not-a-feed', { body: Buffer.from(zeros.subarray(0, 999)), etag: '"bad"' }],
  ['speaks another protocol', 'bad-response', raw('220 mail.example ESMTP\r\n')],
  [
    'breaks its chunks',
    'bad-response',
    raw('HTTP/1.1 200 OK\r\nETag: "bad"\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
  ],
  ['sends an empty feed', 'empty', { body: smallFeed('Outlet', []), etag: '"bad"' }],
  ['says gone', 'gone', { status: 410 }],
];

/** Behaviours that are odd, but bring the document. */
const quirks: readonly (readonly [string, Reply, Validators])[] = [
  [
    'speaks HTTP/1.0 without a length',
    raw(`HTTP/1.0 200 OK\r\nETag: "x"\r\n\r\n${during}`),
    { etag: '"x"' },
  ],
  [
    'lies about its charset',
    { body: latin(during), etag: '"x"', headers: { 'content-type': 'text/xml; charset=utf-16' } },
    { etag: '"x"' },
  ],
  ['starts with a byte order mark', { body: `\ufeff${during}`, etag: '"x"' }, { etag: '"x"' }],
  ['writes UTF-16', { body: utf16, etag: '"x"' }, { etag: '"x"' }],
  [
    'has NUL in its text',
    { body: during.replace('bad hour', 'bad\0 hour'), etag: '"x"' },
    { etag: '"x"' },
  ],
  ['stops in mid-document', { body: during.slice(0, -30), etag: '"x"' }, { etag: '"x"' }],
  ['has an ETag without quotes', { body: during, etag: 'x y|\u00e9' }, { etag: 'x y|\u00e9' }],
  [
    'has an ETag of 8 KB',
    { body: during, etag: `"${'e'.repeat(8_192)}"` },
    { etag: `"${'e'.repeat(8_192)}"` },
  ],
  [
    'has a date of its own making',
    { body: during, lastModified: 'Yesterday' },
    { lastModified: 'Yesterday' },
  ],
  ['compresses without saying so', { body: gzipSync(during), etag: '"x"' }, { etag: '"x"' }],
  [
    'says gzip and sends text',
    { body: during, etag: '"x"', headers: { 'content-encoding': 'gzip' } },
    { etag: '"x"' },
  ],
  ['drops its validators', { body: during }, {}],
];

let server: FeedServer;
let fetcher: Fetcher;
let store: Store;
let clock: FixedClock;
const topics = compileTopics({ topics: [], concepts: [] });

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  clock = fixedClock();
  store = await tempStore();
  fetcher = openFetcher();
  for (let n = 1; n < 30; n += 1) server.at(`/hop/${n}`, to(`/hop/${n + 1}`));
  server.at('/circle', to('/feed'));
  await store.syncSources([source()], clock.now());
});

afterEach(() => fetcher.close());

const source = (more: Partial<Source> = {}): Source =>
  aSource({ url: server.urlOf('/feed'), ...more });

function openFetcher(): Fetcher {
  return createFetcher({
    clock,
    config: {
      concurrency: 4,
      hostConnections: 1,
      hostSpacingMs: 0,
      totalMs: 30 * second,
      allowHosts: [server.host],
      userAgent: 'araz-test',
    },
  });
}

/** One poll by name, due or not; undefined when the source may not be asked yet. */
async function poll(timeoutMs = 20 * second): Promise<IngestReport | undefined> {
  const { id } = source();
  const lease = { now: clock.now(), limit: 1, owner: 'test', ttlMs: 60 * second };
  const [leased] = await store.leaseDueSources({ ...lease, only: [id], ignoreDue: true });
  if (!leased) return undefined;
  const reader = { read: readFeed, close: async () => {} };
  const tools = {
    store,
    fetcher,
    reader,
    clock,
    topics,
    authority: 'a.example,2026',
    random: () => 0.5,
    inTurn: createOneAtATime(),
  };
  return ingestSource(source({ timeoutMs }), leased, tools);
}

async function state(): Promise<SourceState> {
  const [found] = await store.listSourceStates();
  if (!found) throw new Error('the source is not known');
  return found;
}

async function names(): Promise<readonly (string | undefined)[]> {
  return (await store.listItems(0, 100)).map((item) => item.guid);
}

/** A good poll, the bad hour, and another good poll three days later. */
async function bearWith(reply: Reply, timeoutMs?: number): Promise<IngestReport | undefined> {
  server.at('/feed', { body: before, etag: '"v1"' });
  expect((await poll())?.poll.outcome).toBe('modified');
  clock.advance(day / 24);
  server.at('/feed', reply);
  const started = performance.now();
  const report = await poll(timeoutMs);
  expect(performance.now() - started).toBeLessThan(31_000);
  return report;
}

async function recover(): Promise<void> {
  clock.advance(3 * day);
  server.at('/feed', { body: after, etag: '"v2"' });
  expect((await poll())?.poll.outcome).toBe('modified');
  expect([...(await names())].sort()).toEqual(['a', 'b', 'c']);
  expect(await state()).toMatchObject({
    status: 'ok',
    validators: { etag: '"v2"' },
    failuresInARow: 0,
  });
}

describe('a server that misbehaves', () => {
  it.each(faults)('%s: %s', async (_name, outcome, reply) => {
    const report = await bearWith(reply, outcome === 'timeout' ? 300 : undefined);
    expect(report?.poll.outcome).toBe(outcome);
    expect(report?.poll.message).toMatch(/\w{3}/);
    expect(await state()).toMatchObject({
      status: outcome === 'gone' ? 'gone' : 'failing',
      validators: { etag: '"v1"' },
    });
    expect(await names()).toEqual(['a']);
    await recover();
  });
});

describe('a server with ways of its own', () => {
  it.each(quirks)('%s', async (_name, reply, validators) => {
    const report = await bearWith(reply);
    expect(report?.poll).toMatchObject({ outcome: 'modified', itemsNew: 1 });
    expect((await state()).validators).toEqual(validators);
    expect([...(await names())].sort()).toEqual(['a', 'b']);
    await recover();
  });

  it('answers 304 without validators', async () => {
    const report = await bearWith({ status: 304 });
    expect(report?.poll.outcome).toBe('not-modified');
    expect((await state()).validators).toEqual({ etag: '"v1"' });
    await recover();
  });

  it('answers 304 with new validators', async () => {
    await bearWith({ status: 304, headers: { etag: '"v1b"', 'last-modified': 'x' } });
    expect((await state()).validators).toEqual({ etag: '"v1b"', lastModified: 'x' });
    await recover();
  });

  it('announces less than it sends: what is cut off comes later', async () => {
    const report = await bearWith({
      body: during,
      etag: '"x"',
      fault: { kind: 'wrong-length', contentLength: 300 },
    });
    expect(report?.poll.outcome).toMatch(/^(modified|malformed|truncated)$/);
    await recover();
  });
});

it('a server that asked for a wait is not asked before, whatever the command', async () => {
  await bearWith(wait(429, '900'));
  clock.advance(899 * second);
  server.forgetRequests();
  expect(await poll()).toBeUndefined();
  expect(server.requests).toHaveLength(0);
});
