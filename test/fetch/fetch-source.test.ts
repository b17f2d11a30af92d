import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchConfig } from '../../src/domain/config.ts';
import type { FetchFailure } from '../../src/domain/fetch-result.ts';
import { hour, minute, second } from '../../src/domain/instant.ts';
import { createFetcher, type Fetcher, type FetchRequest } from '../../src/fetch/fetch-source.ts';
import { type FeedServer, type Reply, startFeedServer } from '../support/feed-server.ts';
import { fixedClock, seedDay } from '../support/fixed-clock.ts';

const feed = '<rss version="2.0"><channel><title>Araz</title></channel></rss>';

let server: FeedServer;
let fetcher: Fetcher;
const clock = fixedClock();

function fetcherWith(config: Partial<FetchConfig> = {}): Fetcher {
  return createFetcher({
    clock,
    config: {
      concurrency: 16,
      hostConnections: 1,
      hostSpacingMs: 0,
      totalMs: 30 * second,
      allowHosts: [server.host],
      userAgent: 'araz-test/1.0 (+https://example.org/; feed aggregator)',
      ...config,
    },
  });
}

const ask = (path: string, more: Partial<FetchRequest> = {}) =>
  fetcher.fetchSource({
    url: server.urlOf(path),
    validators: {},
    timeoutMs: 5 * second,
    ...more,
  });

beforeEach(async () => {
  clock.set(seedDay);
  server = await startFeedServer();
  fetcher = fetcherWith();
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

describe('a request', () => {
  it('says who asks and what it takes, and carries neither cookie nor referer', async () => {
    server.at('/feed', {
      body: feed,
      headers: { 'set-cookie': 'id=1' },
    });
    await ask('/feed');
    await ask('/feed');
    for (const { method, headers } of server.requests) {
      expect(method).toBe('GET');
      expect(headers['user-agent']).toBe('araz-test/1.0 (+https://example.org/; feed aggregator)');
      expect(headers['accept' as string]).toContain('application/atom+xml');
      expect(headers['accept-encoding']).toBe('gzip, deflate, br');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('if-none-match');
      expect(headers).not.toHaveProperty('if-modified-since');
    }
  });

  it('takes the user agent and headers of the source, but not those that frame the message', async () => {
    server.at('/feed', { body: feed });
    await ask('/feed', {
      userAgent: 'Mozilla/5.0',
      headers: { Authorization: 'Bearer t', Host: 'other', Connection: 'keep-alive', Range: 'x' },
    });
    const headers = server.requests[0]?.headers;
    expect(headers).toMatchObject({
      'user-agent': 'Mozilla/5.0',
      authorization: 'Bearer t',
      host: server.host,
    });
    expect(headers).not.toHaveProperty('range');
  });

  it.each([
    { name: 'quoted', etag: '"abc"', lastModified: 'Sat, 07 Feb 2026 10:00:00 GMT' },
    { name: 'weak', etag: 'W/"abc"', lastModified: 'Sat, 07 Feb 2026 10:00:00 GMT' },
    { name: 'unquoted, dated by hand', etag: 'abc-gzip', lastModified: '2026-02-07 10:00' },
    { name: 'of odd bytes', etag: '"é\u00ff|\\"', lastModified: 'yesterday, more or less' },
  ])('echoes validators byte for byte: $name', async ({ etag, lastModified }) => {
    server.at('/feed', { body: feed, etag, lastModified });
    const first = await ask('/feed');
    expect(first).toMatchObject({ kind: 'modified', validators: { etag, lastModified } });
    const validators = first.kind === 'modified' ? first.validators : {};
    expect(await ask('/feed', { validators })).toMatchObject({
      kind: 'not-modified',
      httpStatus: 304,
      validators: { etag, lastModified },
    });
    const raw = server.requests[1]?.rawHeaders ?? [];
    expect(raw).toContain(etag);
    expect(raw).toContain(lastModified);
  });
});

describe('a 200', () => {
  it('gives the bytes as they are, with the facts of the answer', async () => {
    server.at('/feed', {
      body: feed,
      etag: '"1"',
      headers: {
        'content-type': 'text/xml; charset=windows-1251',
        'cache-control': 'public, max-age=600',
        age: '60',
        link: '</hub>; rel="hub", <https://x.example/self>; rel="self canonical"',
      },
    });
    const result = await ask('/feed');
    expect(result).toMatchObject({
      kind: 'modified',
      httpStatus: 200,
      finalUrl: server.urlOf('/feed'),
      redirects: [],
      contentType: 'text/xml; charset=windows-1251',
      freshness: { freshForMs: 9 * minute },
      validators: { etag: '"1"' },
      wireBytes: feed.length,
      links: [
        { href: server.urlOf('/hub'), rel: 'hub' },
        { href: 'https://x.example/self', rel: 'self' },
        { href: 'https://x.example/self', rel: 'canonical' },
      ],
    });
    expect(result.kind === 'modified' && Buffer.from(result.body).toString()).toBe(feed);
    expect(result.tookMs).toBeGreaterThanOrEqual(0);
  });

  const raw = (headers: Record<string, string>, body: string | Uint8Array): Reply => ({
    headers,
    body,
  });
  it.each([
    ['gzip', { body: feed, codings: ['gzip'] } satisfies Reply],
    ['deflate', { body: feed, codings: ['deflate'] } satisfies Reply],
    ['br', { body: feed, codings: ['br'] } satisfies Reply],
    ['gzip in br', { body: feed, codings: ['gzip', 'br'] } satisfies Reply],
    ['bare deflate', raw({ 'content-encoding': 'deflate' }, deflateRawSync(feed))],
    ['x-gzip', raw({ 'content-encoding': 'X-GZIP' }, gzipSync(feed))],
    ['gzip that nobody declared', raw({}, gzipSync(feed))],
    [
      'gzip under br that declares only br',
      raw({ 'content-encoding': 'br' }, brotliCompressSync(gzipSync(feed))),
    ],
    ['plain text declared as gzip', raw({ 'content-encoding': 'gzip' }, feed)],
    ['a charset as coding', raw({ 'content-encoding': 'UTF-8' }, feed)],
    [
      'gzip in two members',
      raw(
        { 'content-encoding': 'gzip' },
        Buffer.concat([gzipSync(feed.slice(0, 9)), gzipSync(feed.slice(9))]),
      ),
    ],
    [
      'gzip byte by byte',
      { body: feed, codings: ['gzip'], fault: { kind: 'drip', everyMs: 1 } } satisfies Reply,
    ],
  ])('is decoded: %s', async (_name, reply) => {
    server.at('/feed', reply);
    const result = await ask('/feed');
    expect(result.kind === 'modified' ? Buffer.from(result.body).toString() : result).toBe(feed);
  });
});

describe('a 304', () => {
  it('brings new validators, and keeps those it does not name', async () => {
    server.at('/feed', { status: 304, headers: { etag: '"2"' } });
    const validators = { etag: '"1"', lastModified: 'Sat, 07 Feb 2026 10:00:00 GMT' };
    expect(await ask('/feed', { validators })).toMatchObject({
      kind: 'not-modified',
      validators: { etag: '"2"', lastModified: validators.lastModified },
    });
  });

  it('keeps the old validators when it carries none, and tells freshness', async () => {
    server.at('/feed', { status: 304, headers: { 'cache-control': 'max-age=7200' } });
    expect(await ask('/feed', { validators: { etag: '"1"' } })).toMatchObject({
      kind: 'not-modified',
      validators: { etag: '"1"' },
      freshness: { freshForMs: 2 * hour },
    });
  });

  it('is a fault when nothing was asked on a condition', async () => {
    server.at('/feed', { status: 304 });
    expect(await ask('/feed')).toMatchObject({ kind: 'failed', reason: 'bad-response' });
  });
});

describe('redirects', () => {
  const to = (location: string, status = 301): Reply => ({ status, headers: { location } });

  it('are followed up to five, each recorded', async () => {
    server.at('/a', to('/b', 301));
    server.at('/b', to('c?x=1', 308));
    server.at('/c', to('/d', 302));
    server.at('/d', to('/e', 303));
    server.at('/e', to('/feed#part', 307));
    server.at('/feed', { body: feed });
    const result = await ask('/a');
    expect(result).toMatchObject({ kind: 'modified', finalUrl: server.urlOf('/feed') });
    expect(result.kind === 'modified' && result.redirects).toEqual([
      { status: 301, to: server.urlOf('/b') },
      { status: 308, to: server.urlOf('/c?x=1') },
      { status: 302, to: server.urlOf('/d') },
      { status: 303, to: server.urlOf('/e') },
      { status: 307, to: server.urlOf('/feed') },
    ]);
  });

  it('end after five, and the sixth address is not asked', async () => {
    for (let n = 0; n < 7; n += 1) server.at(`/${n}`, to(`/${n + 1}`, 302));
    expect(await ask('/0')).toMatchObject({ kind: 'failed', reason: 'too-many-redirects' });
    expect(server.requestsTo('/6')).toHaveLength(0);
  });

  it('end in a circle at once', async () => {
    server.at('/a', to('/b'));
    server.at('/b', to('/a'));
    expect(await ask('/a')).toMatchObject({ kind: 'failed', reason: 'too-many-redirects' });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['without a Location', { status: 302 } satisfies Reply, 'bad-redirect'],
    ['to nonsense', to('http://[not-a-host'), 'bad-redirect'],
    ['to another scheme', to('file:///etc/passwd'), 'forbidden-url'],
    ['to a user name', to('https://me:secret@example.org/'), 'forbidden-url'],
    ['to a port that is not the web', to('http://example.org:25/'), 'forbidden-url'],
    ['to an intranet address', to('http://10.0.0.1/'), 'forbidden-address'],
  ])('are refused %s', async (_name, reply, reason) => {
    server.at('/a', reply);
    const result = await ask('/a');
    expect(result).toMatchObject({ kind: 'failed', reason });
    expect(result.kind === 'failed' && result.message).not.toContain('secret');
  });

  it('keep validators, but leave the headers of the source at its own origin', async () => {
    const other = await startFeedServer();
    fetcher = fetcherWith({ allowHosts: [server.host, other.host] });
    server.at('/a', to('/b'));
    server.at('/b', to(other.urlOf('/feed')));
    other.at('/feed', to(server.urlOf('/back'), 302));
    server.at('/back', { body: feed });
    await ask('/a', {
      validators: { etag: '"1"' },
      headers: { Authorization: 'Bearer t', Cookie: 'c=1', 'Accept-Language': 'az' },
    });
    expect(server.requestsTo('/b')[0]?.headers).toMatchObject({ authorization: 'Bearer t' });
    const stranger = other.requests[0]?.headers;
    expect(stranger).toMatchObject({ 'if-none-match': '"1"', 'accept-language': 'az' });
    expect(stranger).not.toHaveProperty('authorization');
    expect(stranger).not.toHaveProperty('cookie');
    await other.close();
  });

  it('read a Location in raw UTF-8', async () => {
    const location = Buffer.from('/xəbər').toString('latin1');
    server.at('/a', {
      fault: {
        kind: 'raw',
        bytes: Buffer.from(
          `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`,
          'latin1',
        ),
      },
    });
    server.at('/x%C9%99b%C9%99r', { body: feed });
    expect(await ask('/a')).toMatchObject({ kind: 'modified' });
  });

  it('that ask for a long wait are not followed now', async () => {
    server.at('/a', { status: 302, headers: { location: '/feed', 'retry-after': '600' } });
    expect(await ask('/a')).toMatchObject({
      kind: 'failed',
      reason: 'rate-limited',
      httpStatus: 302,
      retryAfterMs: 10 * minute,
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a status that is no feed', () => {
  it.each<[number, FetchFailure]>([
    [201, 'bad-response'],
    [202, 'bad-response'],
    [204, 'empty'],
    [206, 'bad-response'],
    [300, 'bad-response'],
    [305, 'bad-response'],
    [400, 'http-client-error'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'http-client-error'],
    [407, 'unauthorised'],
    [429, 'rate-limited'],
    [451, 'http-client-error'],
    [500, 'http-server-error'],
    [503, 'http-server-error'],
    [599, 'http-server-error'],
  ])('%i is %s', async (status, reason) => {
    server.at('/feed', { status, ...(status !== 204 && { body: 'sorry' }) });
    const result = await ask('/feed');
    expect(result).toMatchObject({ kind: 'failed', reason, httpStatus: status });
    expect(result.kind === 'failed' && result.message).toContain(server.host);
  });

  it('410 is gone', async () => {
    server.at('/feed', { status: 410 });
    expect(await ask('/feed')).toMatchObject({
      kind: 'gone',
      httpStatus: 410,
      finalUrl: server.urlOf('/feed'),
    });
  });

  it('a 200 of no bytes is empty', async () => {
    server.at('/feed', { body: '' });
    expect(await ask('/feed')).toMatchObject({ kind: 'failed', reason: 'empty', httpStatus: 200 });
  });

  it('Retry-After is told as it is, however long', async () => {
    server.at('/feed', { status: 503, headers: { 'retry-after': '315360000' } });
    expect(await ask('/feed')).toMatchObject({ retryAfterMs: 315_360_000 * second });
  });
});

describe('bodies that do harm', () => {
  const zeros = Buffer.alloc(40_000_000);
  it.each([
    ['a plain body over 5 MB', { body: zeros.subarray(0, 5_000_001) } satisfies Reply],
    ['a gzip bomb', { body: zeros, codings: ['gzip'] } satisfies Reply],
    ['a brotli bomb', { body: zeros, codings: ['br'] } satisfies Reply],
    ['a bomb in a bomb', { body: zeros, codings: ['gzip', 'gzip'] } satisfies Reply],
    ['an undeclared bomb', { body: gzipSync(zeros) } satisfies Reply],
    [
      'a body without end',
      { body: zeros.subarray(0, 100_000), fault: { kind: 'endless' } } satisfies Reply,
    ],
  ])('are cut at the cap: %s', async (_name, reply) => {
    server.at('/feed', reply);
    const result = await ask('/feed');
    expect(result).toMatchObject({ kind: 'failed', reason: 'too-large', httpStatus: 200 });
    expect(result.kind === 'failed' && result.message).toContain('5 MB');
  });

  it('a body of exactly the cap is read', async () => {
    server.at('/feed', { body: zeros.subarray(0, 5_000_000), codings: ['gzip'] });
    const result = await ask('/feed');
    expect(result.kind === 'modified' && result.body.byteLength).toBe(5_000_000);
  });

  const half = gzipSync(Buffer.from(feed.repeat(50)));
  it.each<[string, Reply, FetchFailure]>([
    ['three codings', { body: feed, codings: ['gzip', 'br', 'gzip'] }, 'bad-encoding'],
    ['an unknown coding', { body: feed, headers: { 'content-encoding': 'zstd' } }, 'bad-encoding'],
    ['noise as gzip', { body: 'Xnoise', headers: { 'content-encoding': 'gzip' } }, 'bad-encoding'],
    ['noise as br', { body: '<rss>', headers: { 'content-encoding': 'br' } }, 'bad-encoding'],
    ['half a gzip', { body: half.subarray(0, half.length >> 1) }, 'truncated'],
    [
      'half a body, closed',
      { body: feed, fault: { kind: 'cut-body', orderly: true } },
      'truncated',
    ],
    ['half a body, reset', { body: feed, fault: { kind: 'cut-body' } }, 'truncated'],
    [
      'less than announced',
      { body: feed, fault: { kind: 'wrong-length', contentLength: 999 } },
      'truncated',
    ],
    ['a reset instead of an answer', { fault: { kind: 'reset' } }, 'reset'],
    ['no HTTP', { fault: { kind: 'raw', bytes: 'SSH-2.0-OpenSSH\r\n' } }, 'bad-response'],
    [
      'a cut chunk',
      {
        fault: {
          kind: 'raw',
          bytes: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab',
        },
      },
      'truncated',
    ],
    [
      'a chunk of nonsense length',
      {
        fault: {
          kind: 'raw',
          bytes: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab',
        },
      },
      'bad-response',
    ],
    [
      'headers without end',
      {
        fault: {
          kind: 'raw',
          bytes: `HTTP/1.1 200 OK\r\n${'X-Pad: 0123456789\r\n'.repeat(20_000)}`,
        },
      },
      'bad-response',
    ],
  ])('have a name: %s', async (_name, reply, reason) => {
    server.at('/feed', reply);
    expect(await ask('/feed')).toMatchObject({ kind: 'failed', reason });
  });

  it('HTTP/1.0 without a length is read to its end', async () => {
    server.at('/feed', { fault: { kind: 'raw', bytes: `HTTP/1.0 200 OK\r\n\r\n${feed}` } });
    const result = await ask('/feed');
    expect(result.kind === 'modified' && Buffer.from(result.body).toString()).toBe(feed);
  });
});

describe('the deadline', () => {
  it.each<[string, Reply]>([
    ['silence', { fault: { kind: 'silence' } }],
    ['a drip', { body: feed.repeat(100), fault: { kind: 'drip', everyMs: 20 } }],
    [
      'dripping headers',
      {
        fault: { kind: 'raw-drip', bytes: `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(999)}`, everyMs: 20 },
      },
    ],
  ])('ends %s', async (_name, reply) => {
    server.at('/feed', reply);
    const result = await ask('/feed', { timeoutMs: 150 });
    expect(result).toMatchObject({ kind: 'failed', reason: 'timeout' });
    expect(result.tookMs).toBeLessThan(2_000);
  });

  it('is the smaller of the source and the configuration', async () => {
    fetcher = fetcherWith({ totalMs: 100 });
    server.at('/feed', { fault: { kind: 'silence' } });
    expect(await ask('/feed', { timeoutMs: 60 * second })).toMatchObject({ reason: 'timeout' });
  });

  it('covers a name server that never answers', async () => {
    fetcher = createFetcher({
      clock,
      config: {
        concurrency: 1,
        hostConnections: 1,
        hostSpacingMs: 0,
        totalMs: 100,
        allowHosts: [],
        userAgent: 'x',
      },
      lookup: () => {},
    });
    expect(
      await fetcher.fetchSource({ url: 'http://slow.example/', validators: {}, timeoutMs: 100 }),
    ).toMatchObject({ reason: 'timeout' });
  });

  it('is one for all hops', async () => {
    server.at('/a', { status: 302, headers: { location: '/b' } });
    server.at('/b', { fault: { kind: 'silence' } });
    const result = await ask('/a', { timeoutMs: 150 });
    expect(result).toMatchObject({ reason: 'timeout', finalUrl: server.urlOf('/b') });
  });

  it('does not count the wait for a turn', async () => {
    server.at('/slow', { body: feed, fault: { kind: 'drip', everyMs: 5 } });
    const results = await Promise.all([1, 2, 3].map(() => ask('/slow', { timeoutMs: 800 })));
    expect(results.map(({ kind }) => kind)).toEqual(['modified', 'modified', 'modified']);
    expect(server.openAtOnceMax).toBe(1);
  });
});

describe('calling off', () => {
  it('ends a running poll, a waiting one and one that comes too late', async () => {
    server.at('/feed', { fault: { kind: 'silence' } });
    const controller = new AbortController();
    const running = ask('/feed', { signal: controller.signal });
    const waiting = ask('/feed', { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    for (const result of [
      await running,
      await waiting,
      await ask('/feed', { signal: controller.signal }),
    ]) {
      expect(result).toMatchObject({ kind: 'failed', reason: 'aborted' });
    }
    expect(server.requests).toHaveLength(1);
  });

  it('is what close does', async () => {
    server.at('/feed', { fault: { kind: 'silence' } });
    const running = ask('/feed');
    setTimeout(() => void fetcher.close(), 30);
    expect(await running).toMatchObject({ kind: 'failed', reason: 'aborted' });
    expect(await ask('/feed')).toMatchObject({ kind: 'failed', reason: 'aborted' });
  });
});

describe('an origin that wants to be left alone', () => {
  const held = `not asked: `;
  const hold = (ms: number): void =>
    fetcher.holdOrigin({
      origin: `http://${server.host}`,
      until: seedDay + ms,
      askedAt: seedDay,
    });

  it('is not asked until its time is over', async () => {
    server.at('/feed', { body: feed });
    hold(15 * minute);
    const result = await ask('/feed');
    expect(result).toMatchObject({
      kind: 'failed',
      reason: 'rate-limited',
      retryAfterMs: 15 * minute,
    });
    expect(result).not.toHaveProperty('httpStatus');
    expect(result.kind === 'failed' && result.message.startsWith(held)).toBe(true);
    expect(server.requests).toHaveLength(0);
    clock.advance(15 * minute);
    expect(await ask('/feed')).toMatchObject({ kind: 'modified' });
  });

  it('is not asked by those who stood in line either', async () => {
    server.at('/a', () => {
      hold(hour);
      return { status: 429 };
    });
    server.at('/b', { body: feed });
    const [first, second_] = await Promise.all([ask('/a'), ask('/b')]);
    expect(first).toMatchObject({ reason: 'rate-limited', httpStatus: 429 });
    expect(second_).toMatchObject({ reason: 'rate-limited', retryAfterMs: hour });
    expect(server.requestsTo('/b')).toHaveLength(0);
  });

  it('speaks for one address only when it is a shared host on the allow list', async () => {
    server.at('/a', { status: 429, headers: { 'retry-after': '900' } });
    server.at('/b', { body: feed });
    expect(await ask('/a')).toMatchObject({ retryAfterMs: 15 * minute });
    expect(await ask('/b')).toMatchObject({ kind: 'modified' });
  });
});

describe('what cannot be reached', () => {
  it.each<[string, string, FetchFailure]>([
    ['a name that does not exist', 'http://nowhere.invalid/feed', 'dns'],
    ['not a URL', 'feed.xml', 'forbidden-url'],
    ['too long a URL', `https://example.org/${'x'.repeat(2_048)}`, 'forbidden-url'],
  ])('is named: %s', async (_name, url, reason) => {
    const result = await fetcher.fetchSource({ url, validators: {}, timeoutMs: 5_000 });
    expect(result).toMatchObject({ kind: 'failed', reason });
  });

  it('is named: a closed port', async () => {
    const { host, urlOf, close } = await startFeedServer();
    await close();
    fetcher = fetcherWith({ allowHosts: [host] });
    expect(
      await fetcher.fetchSource({ url: urlOf('/'), validators: {}, timeoutMs: 5_000 }),
    ).toMatchObject({ kind: 'failed', reason: 'connect' });
  });

  it('is named: https where another protocol is spoken', async () => {
    const plain = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', () => resolve()));
    const host = `127.0.0.1:${(plain.address() as AddressInfo).port}`;
    fetcher = fetcherWith({ allowHosts: [host] });
    expect(
      await fetcher.fetchSource({ url: `https://${host}/`, validators: {}, timeoutMs: 5_000 }),
    ).toMatchObject({ kind: 'failed', reason: 'tls' });
    plain.close();
  });

  it('is named: a header that no request can carry', async () => {
    server.at('/feed', { body: feed });
    expect(await ask('/feed', { headers: { 'X-Bad': 'a\r\nHost: b' } })).toMatchObject({
      kind: 'failed',
      reason: 'forbidden-url',
    });
    expect(server.requests).toHaveLength(0);
  });
});
