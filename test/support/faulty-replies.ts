import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Validators } from '../../src/domain/source.ts';
import type { FeedServer, Reply, ReplyOrRule } from './feed-server.ts';
import { smallFeed } from './small-feed.ts';

/** What the source carries before, during and after its bad hour. */
export const before = smallFeed('Outlet', [{ name: 'a', title: 'The first item' }]);
export const during = smallFeed('Outlet', [
  { name: 'b', title: 'Written in a bad hour' },
  { name: 'a', title: 'The first item' },
]);
export const after = smallFeed('Outlet', [
  { name: 'c', title: 'Written when all was well again' },
  { name: 'b', title: 'Written in a bad hour' },
  { name: 'a', title: 'The first item' },
]);

const zeros = Buffer.alloc(30_000_000);
const half = gzipSync(during);
const raw = (bytes: string | Uint8Array): Reply => ({ fault: { kind: 'raw', bytes } });
const to = (location: string): Reply => ({ status: 302, headers: { location } });
export const wait = (status: number, retryAfter: string): Reply => ({
  status,
  headers: { 'retry-after': retryAfter },
});
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = Buffer.from(`\ufeff${during.replace('UTF-8', 'UTF-16')}`, 'utf16le');

/** Behaviours that end a poll without a document: outcome as stored with the poll. */
export const faults: readonly (readonly [string, string, ReplyOrRule])[] = [
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
  ['redirects to itself', 'too-many-redirects', ({ path }) => to(path)],
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
export const quirks: readonly (readonly [string, Reply, Validators])[] = [
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

/** Lays where the redirects of these replies lead. */
export function layHops(server: FeedServer): void {
  for (let n = 1; n < 30; n += 1) server.at(`/hop/${n}`, to(`/hop/${n + 1}`));
  server.at('/circle', to('/circle/back'));
  server.at('/circle/back', to('/circle'));
}
