import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formats } from '../../src/publish/formats.ts';
import { openSearchForm } from '../../src/publish/search/search-form.tsx';
import { PublishedTree } from '../../src/server/published-tree.ts';
import { publishedPath } from '../support/an-app.ts';
import { checkFeed } from '../support/check-feed.ts';
import { ask, openServedDesk, type ServedDesk, title } from './http.ts';

let desk: ServedDesk;
const folder = '/topics/azerbaijan-iran/';

const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  desk = await openServedDesk({
    atEnd: (end) => ends.unshift(end),
    change: (config) => ({
      ...config,
      push: { hubs: ['https://hub.example/'] },
      topics: config.topics.map((topic) => ({ ...topic, aliases: ['az-ir', 'neighbours'] })),
    }),
  });
});

const onDisk = (name: string): Buffer => readFileSync(publishedPath(desk, name));
/** Pages are completed by the form that a live server answers. */
const asServed = (name: string): Buffer => Buffer.from(openSearchForm(onDisk(name).toString()));

afterAll(async () => {
  for (const end of ends) await end();
});

describe('a document', () => {
  it.each(formats.map(({ fileName, mediaType }) => [fileName, mediaType]))(
    '%s is served as %s, by the bytes on disk',
    async (fileName, mediaType) => {
      const response = await desk.get(folder + fileName);
      expect(response.status).toBe(200);
      const [type] = mediaType.split(';');
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(asServed(folder + fileName));
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(response.headers.get('cache-control')).toContain('max-age=300');
    },
  );

  it.each(['/', folder, `${folder}en/`])('is the index page at %s', async (url) => {
    const response = await desk.get(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(asServed(`${url}index.html`).toString());
  });

  it.each(['', '/'])(
    'is answered under a target in absolute form too, ended by "%s"',
    async (end) => {
      const target = `http://x${end === '' ? '' : folder}?from=proxy`;
      expect(await ask(desk.site, `GET ${target}`)).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it.each([
    ['/topics/%61zerbaijan%2Diran/rss%2exml', 200],
    ['/topics/%61zerbaijan-iran', 301],
    ['/topics/%61z-ir/rss.xml', 301],
    ['/statu%73', 200],
    ['/topics%2Fazerbaijan-iran/rss.xml', 404],
    ['/topics/azerbaijan-iran/%2e%2e/%2e%2e/%2e%2e/araz.db', 404],
    ['/topics/%61%', 404],
  ])('is the same where a letter of its path is percent-encoded: %s', async (target, status) => {
    const answer = await ask(desk.site, `GET ${target}?x=%41`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    if (target.endsWith('rss%2exml')) {
      const plain = await ask(desk.site, `GET ${folder}rss.xml`);
      expect(answer.replace(/^Date:.*$/m, '')).toBe(plain.replace(/^Date:.*$/m, ''));
    }
  });

  it('carries the OPML and the style sheet under their own types', async () => {
    expect((await desk.get('/topics.opml')).headers.get('content-type')).toContain('opml');
    const page = await (await desk.get('/')).text();
    const sheet = /href="([^"]*\.css)"/.exec(page)?.[1] ?? '';
    const css = await desk.get(new URL(sheet, 'http://x/').pathname);
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const url = `${desk.site.url}${folder}rss.xml`;
    const head = await fetch(url, { method: 'HEAD' });
    const got = await fetch(url);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'last-modified', 'content-type', 'content-length', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
    }
  });

  it('is new soon after its file is replaced, and gone when the file is', async () => {
    writeFileSync(publishedPath(desk, 'new.xml'), '<rss version="2.0"/>');
    const before = await desk.get('/new.xml');
    writeFileSync(publishedPath(desk, 'new.xml'), '<rss/>');
    await vi.waitFor(async () => expect(await (await desk.get('/new.xml')).text()).toBe('<rss/>'));
    const after = await desk.get('/new.xml');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    rmSync(publishedPath(desk, 'new.xml'));
    await vi.waitFor(async () => expect((await desk.get('/new.xml')).status).toBe(404));
  });

  it.each([
    ['rss.xml', 'max-age=300', true],
    ['archive/1.atom', 'max-age=3600', false],
  ])('%s of a topic may be kept for %s and says where it is at home', async (name, age, hasHub) => {
    mkdirSync(publishedPath(desk, `${folder}archive`), { recursive: true });
    writeFileSync(publishedPath(desk, `${folder}archive/1.atom`), '<feed/>');
    const { headers } = await desk.get(folder + name);
    expect(headers.get('cache-control')).toContain(age);
    expect(headers.get('cache-control')).not.toContain('immutable');
    const self = `<https://river.example${folder}${name}>; rel="self"`;
    const hub = ', <https://hub.example/>; rel="hub"';
    expect(headers.get('link')).toBe(hasHub ? self + hub : self);
    expect(headers.get('content-security-policy')).toMatch(/; sandbox$/);
  });

  it('of a hashed name may be kept for ever', async () => {
    mkdirSync(publishedPath(desk, 'assets'), { recursive: true });
    writeFileSync(publishedPath(desk, 'assets/0a.css'), 'a{}');
    const { headers } = await desk.get('/assets/0a.css');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is sent whole when a range of it is asked for', async () => {
    const response = await desk.get(`${folder}rss.xml`, { range: 'bytes=0-9' });
    expect(response.status).toBe(200);
    expect(response.headers.get('accept-ranges')).toBeNull();
  });

  it('may be read by a page elsewhere, with its tag, and by one that asks first', async () => {
    const { headers } = await desk.get(`${folder}feed.json`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('ETag, Link');
    const url = `${desk.site.url}${folder}feed.json`;
    const asked = await fetch(url, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-headers')).toContain('If-None-Match');
  });

  it('that cannot be read is a fault, not a page that is missing', async () => {
    writeFileSync(publishedPath(desk, 'shut.xml'), '<rss/>');
    const broken = vi
      .spyOn(PublishedTree.prototype, 'find')
      .mockRejectedValueOnce(new Error(`EMFILE: ${desk.work.path}`));
    const response = await desk.get('/shut.xml');
    broken.mockRestore();
    expect(response.status).toBe(500);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toContain(desk.work.path);
  });
});

describe('a client that holds the document', () => {
  const url = `${folder}atom.xml`;

  it('by ETag is answered 304, without a body but with its validators', async () => {
    const etag = (await desk.get(url)).headers.get('etag') ?? '';
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await desk.get(url, { 'if-none-match': sent });
      expect([sent, response.status]).toEqual([sent, 304]);
      expect(response.headers.get('etag')).toBe(etag);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(response.headers.get('cache-control')).toContain('max-age');
      expect(await response.text()).toBe('');
    }
    expect((await desk.get(url, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('by date is answered 304, unless an ETag that it names says otherwise', async () => {
    const date = (await desk.get(url)).headers.get('last-modified') ?? '';
    expect((await desk.get(url, { 'if-modified-since': date })).status).toBe(304);
    const both = { 'if-modified-since': date, 'if-none-match': '"other"' };
    expect((await desk.get(url, both)).status).toBe(200);
    utimesSync(publishedPath(desk, url), new Date(), new Date(Date.now() + 60_000));
    await vi.waitFor(async () =>
      expect((await desk.get(url, { 'if-modified-since': date })).status).toBe(200),
    );
    const now = (await desk.get(url)).headers;
    expect(Date.parse(now.get('last-modified') ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('is not answered 304 for another coding of it', async () => {
    const plain = (await desk.get(url, { 'accept-encoding': 'identity' })).headers.get('etag');
    const coded = await desk.get(url, { 'accept-encoding': 'gzip', 'if-none-match': plain ?? '' });
    expect(coded.status).toBe(200);
    expect(coded.headers.get('etag')).not.toBe(plain);
  });
});

describe('content codings', () => {
  it.each([
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['identity', null],
    ['gzip;q=0, br;q=0', null],
    ['zstd', null],
    ['*', 'br'],
  ])('%s is answered in %s', async (accepted, coding) => {
    const response = await desk.get(`${folder}rss.xml`, { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(await response.text()).toContain(title);
  });

  it('are the bytes that lie beside the document, under a tag of their own', async () => {
    const coded = await ask(desk.site, `GET ${folder}rss.xml`, 'Accept-Encoding: gzip');
    const bytes = onDisk(`${folder}rss.xml.gz`);
    expect(Buffer.from(coded, 'latin1').subarray(-bytes.length)).toEqual(bytes);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    expect(coded).toMatch(new RegExp(`^etag: "${hash}-gzip"\r$`, 'im'));
  });

  it('are made where none of these bytes lies beside the document', async () => {
    const file = publishedPath(desk, 'alone.xml');
    writeFileSync(file, `<rss>${'x'.repeat(600)}</rss>`);
    writeFileSync(`${file}.gz`, 'of another document');
    utimesSync(`${file}.gz`, 1_000, 1_000);
    const response = await desk.get('/alone.xml', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('xxx');
  });

  it('have no address of their own', async () => {
    for (const name of ['rss.xml.gz', 'rss.xml.br']) {
      expect(onDisk(folder + name).length).toBeGreaterThan(0);
      expect((await desk.get(folder + name)).status).toBe(404);
    }
  });

  it('are not spent on a few bytes', async () => {
    writeFileSync(publishedPath(desk, 'short.xml'), '<rss/>');
    const response = await desk.get('/short.xml', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});

describe('a path', () => {
  it.each([
    '/../feeds.config.json',
    '/../../feeds.config.json',
    '/topics/../../../feeds.config.json',
    '/..%2f..%2ffeeds.config.json',
    '/%2e%2e/%2e%2e/feeds.config.json',
    '/%252e%252e/feeds.config.json',
    '/..%5c..%5cfeeds.config.json',
    '/..\\..\\feeds.config.json',
    '/....//....//feeds.config.json',
    '/topics/%00',
    '/topics/azerbaijan-iran/rss.xml%00.html',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/.hidden',
    '/topics/azerbaijan-iran/.rss.xml.x.tmp',
    '/%c0%ae%c0%ae/feeds.config.json',
    '/topics/%ff',
    'http://x/../../feeds.config.json',
  ])('%s never leads out of the tree', async (url) => {
    writeFileSync(publishedPath(desk, '.hidden'), 'sources');
    writeFileSync(publishedPath(desk, `${folder}.rss.xml.x.tmp`), 'sources');
    const answer = await ask(desk.site, `GET ${url}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400|301) /);
    expect(answer).not.toContain('"sources"');
    expect(answer).not.toContain('root:');
    expect(answer).not.toMatch(/^location: (\/\/|[a-z]+:)/im);
  });

  it('through a symbolic link is refused, to a file and to a folder', async () => {
    const outside = path.join(desk.work.path, 'outside');
    mkdirSync(outside);
    writeFileSync(path.join(outside, 'rss.xml'), 'private');
    symlinkSync(path.join(outside, 'rss.xml'), publishedPath(desk, 'link.xml'));
    symlinkSync(outside, publishedPath(desk, 'topics/linked'));
    for (const url of ['/link.xml', '/topics/linked/rss.xml']) {
      const response = await desk.get(url);
      expect([url, response.status]).toEqual([url, 404]);
      expect(await response.text()).not.toContain('private');
    }
  });

  it('of a folder without its slash is sent there, relative', async () => {
    const response = await desk.get('/topics/azerbaijan-iran');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('azerbaijan-iran/');
    const language = await desk.get('/topics/azerbaijan-iran/en');
    expect(language.headers.get('location')).toBe('en/');
  });

  it.each([
    ['/topics/az-ir/', '../azerbaijan-iran/'],
    ['/topics/az-ir/rss.xml', '../azerbaijan-iran/rss.xml'],
    ['/topics/neighbours/en/atom.xml', '../../azerbaijan-iran/en/atom.xml'],
    ['/topics/az-ir', 'azerbaijan-iran/'],
  ])('%s of a former id is sent to where the rest of it is now', async (url, location) => {
    const response = await desk.get(url);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(location);
    // A page elsewhere follows it, and a cache does not keep it for ever.
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toContain('max-age=300');
    const there = new URL(location, `http://x${url}`).pathname;
    expect((await desk.get(there)).status).toBe(200);
  });

  it('of a former id is sent on although old documents still lie there', async () => {
    mkdirSync(publishedPath(desk, 'topics/az-ir'));
    writeFileSync(publishedPath(desk, 'topics/az-ir/rss.xml'), 'old');
    expect((await desk.get('/topics/az-ir/rss.xml')).status).toBe(301);
  });

  it('of a topic that is published no more is gone, whatever still lies there', async () => {
    const stored = await desk.app.store.listPublishedVariants();
    vi.spyOn(desk.app.store, 'listPublishedVariants').mockResolvedValue([
      ...stored,
      { topicId: 'old-topic', variant: 'all' },
      { topicId: 'azerbaijan-iran', variant: 'el' },
    ]);
    desk.app.setup = { ...desk.app.setup };
    mkdirSync(publishedPath(desk, 'topics/old-topic'));
    writeFileSync(publishedPath(desk, 'topics/old-topic/rss.xml'), 'old');
    for (const url of ['/topics/old-topic/', '/topics/old-topic/rss.xml', '/topics/old-topic']) {
      const response = await desk.get(url);
      expect([url, response.status]).toEqual([url, 410]);
      expect(await response.text()).toContain('No longer published');
    }
    for (const rest of ['el', 'el/', 'el/atom.xml', 'el/archive/1.atom']) {
      const { status } = await desk.get(`/topics/azerbaijan-iran/${rest}`);
      expect([rest, status]).toEqual([rest, 410]);
    }
    expect((await desk.get('/topics/azerbaijan-iran/de/')).status).toBe(404);
    expect((await desk.get('/topics/never-there/')).status).toBe(404);
    vi.restoreAllMocks();
  });

  it('that is very long is refused, and so is a header that is', async () => {
    expect(await ask(desk.site, `GET /${'a'.repeat(3_000)}`)).toMatch(/^HTTP\/1.1 414 /);
    expect(await ask(desk.site, `GET /${'a'.repeat(20_000)}`)).toMatch(/^HTTP\/1.1 431 /);
  });

  it('of a former id keeps its query', async () => {
    const { headers } = await desk.get('/topics/az-ir/rss.xml?from=reader');
    expect(headers.get('location')).toBe('../azerbaijan-iran/rss.xml?from=reader');
  });
});

describe('what cannot be answered', () => {
  it('is a request that names two hosts, or none that can be one', async () => {
    for (const path of ['/topics/azerbaijan-iran/rss.xml', '/nothing']) {
      const two = await ask(desk.site, `GET ${path}`, 'Host: y');
      expect(two).toMatch(/^HTTP\/1\.1 400 .*X-Content-Type-Options: nosniff/s);
    }
  });

  it('is a document that is no longer the one asked for', async () => {
    const path = '/topics/azerbaijan-iran/rss.xml';
    const { headers } = await desk.get(path);
    expect((await desk.get(path, { 'if-match': '"another"' })).status).toBe(412);
    const same = headers.get('etag') ?? '';
    expect((await desk.get(path, { 'if-match': same })).status).toBe(200);
    const long = 'Sat, 07 Feb 2009 00:00:00 GMT';
    expect((await desk.get(path, { 'if-unmodified-since': long })).status).toBe(412);
  });

  it.each([
    ['GET', '/nothing', 404],
    ['POST', '/', 405],
    ['DELETE', `${folder}rss.xml`, 405],
    ['PUT', '/status', 405],
  ])('%s %s is a page with %i and the guards of every page', async (method, url, status) => {
    const response = await fetch(desk.site.url + url, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    if (status === 405) expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(await response.text()).toContain('Test river');
  });

  it('shows a path as text, not as markup', async () => {
    const answer = await ask(desk.site, 'GET /<script>alert(1)</script>');
    expect(answer).not.toContain('<script>alert');
  });

  it('leaks nothing of a fault: the page says so, the log says what', async () => {
    const served = await openServedDesk();
    vi.spyOn(served.app.store, 'listSourceHealth').mockRejectedValueOnce(
      new Error(`SQLITE_CORRUPT in ${served.work.dataDir}`),
    );
    const response = await served.get('/status');
    expect(response.status).toBe(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).not.toContain('SQLITE');
    expect(page).not.toContain(served.work.path);
    expect(served.log.lines.some(({ text }) => text.includes('SQLITE_CORRUPT'))).toBe(true);
  });
});

describe('status', () => {
  it.each(['/status', '/status.json', '/status/alerts.atom'])(
    'at %s is read once however many ask, and again after a fault',
    async (url) => {
      const served = await openServedDesk();
      const read = vi.spyOn(served.app.store, 'listSourceHealth');
      read.mockRejectedValueOnce(new Error('busy'));
      expect((await served.get(url)).status).toBe(500);
      const answers = await Promise.all(Array.from({ length: 20 }, () => served.get(url)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(read).toHaveBeenCalledTimes(2);
    },
  );

  it('shows each source with its last outcome, for people and for programs', async () => {
    const page = await desk.get('/status');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The a desk');
    const facts = (await (await desk.get('/status.json')).json()) as {
      sources: Record<string, unknown>[];
    };
    expect(facts.sources).toMatchObject([{ id: 'a', status: 'ok', lastOutcome: 'modified' }]);
    expect((await desk.get('/status')).headers.get('cache-control')).toBe('no-cache');
  });

  it('has its alerts as a feed, which the page announces', async () => {
    const page = await (await desk.get('/status')).text();
    const [, href = ''] = /type="application\/atom\+xml"[^>]*href="([^"]*)"/.exec(page) ?? [];
    const response = await desk.get(`/${href}`);
    expect(response.status).toBe(200);
    const mediaType = response.headers.get('content-type') ?? '';
    expect(mediaType).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const body = await response.text();
    expect(checkFeed({ path: href, mediaType, body })).toEqual([]);
    expect(body).toContain(
      'rel="self" type="application/atom+xml" href="https://river.example/status',
    );
  });

  it('never shows a secret of an address or a header', async () => {
    const [key, token] = ['wire-key-77-of-the-desk', 'token-99-of-the-desk'];
    const secret = await openServedDesk({
      env: { WIRE_KEY: key, WIRE_TOKEN: token },
      change: (config, server) => ({
        ...config,
        sources: [
          {
            ...config.sources[0],
            url: server.urlOf(`/b.xml?key=\${ENV:WIRE_KEY}`),
            headers: { 'x-token': `\${ENV:WIRE_TOKEN}` },
          },
        ],
      }),
    });
    const urls = [
      '/status',
      '/status.json',
      '/status/alerts.atom',
      '/',
      '/sources.opml',
      folder,
      `${folder}atom.xml`,
    ];
    for (const url of urls) {
      const text = await (await secret.get(url)).text();
      expect([url, text.includes(key), text.includes(token)]).toEqual([url, false, false]);
    }
    expect(await (await secret.get('/sources.opml')).text()).toContain('key=***');
  });
});

it('keeps one document under one ETag in every coding, across restarts', async () => {
  const hash = createHash('sha256')
    .update(onDisk(`${folder}rss.xml`))
    .digest('hex')
    .slice(0, 32);
  const plain = await desk.get(`${folder}rss.xml`, { 'accept-encoding': 'identity' });
  expect(plain.headers.get('etag')).toBe(`"${hash}"`);
});
