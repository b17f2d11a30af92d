import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/app/open-reading.ts';
import { setupOf } from '../../src/app/setup.ts';
import { renderNginxMaps } from '../../src/publish/render-nginx-maps.ts';
import { writeIfChanged } from '../../src/publish/write-file.ts';
import { createSite } from '../../src/server/create-site.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ask } from '../server/http.ts';
import { aTopic } from '../support/a-topic.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { freePort } from '../support/free-port.ts';
import { aConfig } from '../support/river-site.ts';

const hubUrl = 'https://hub.example/';
const topic = { ...aTopic({ all: [{ phrase: 'Caspian' }] }, 'caspian'), aliases: ['sea', 'lake'] };
const text = `<rss>${'Xəzər dənizi '.repeat(100)}</rss>`;

let folder = '';
let site: Listening;
let upstream: ReturnType<typeof createServer>;
const urls = { araz: '', nginx: '' };

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout + stderr;
}

/** The tree that both serve, one of its topics removed, and what nginx is told beside it. */
async function publish(): Promise<void> {
  const names = ['index.html', 'rss.xml', 'atom.xml', 'feed.json', 'corrections.atom'];
  const paths = [
    ...names.map((name) => `topics/caspian/${name}`),
    'topics/caspian/archive/1.atom',
    'topics/caspian/en/index.html',
    'topics/caspian/en/rss.xml',
    'topics/sea/rss.xml',
    'topics/old/rss.xml',
    'index.html',
    'topics.opml',
    'assets/0a1b.css',
  ];
  const tree = path.join(folder, 'public');
  for (const name of paths) await writeIfChanged(tree, { path: name, mediaType: '', body: text });
  await writeIfChanged(tree, { path: 'short.xml', mediaType: '', body: '<rss/>' });
  writeFileSync(path.join(tree, 'topics/caspian/.rss.xml.1.tmp'), 'half');
  const publicUrl = 'https://river.example';
  const maps = { topics: [topic], removed: ['old', 'caspian/el'], publicUrl, hubs: [hubUrl] };
  for (const map of renderNginxMaps(maps)) await writeIfChanged(path.join(folder, 'nginx'), map);
}

async function startNginx(upstreamPort: number): Promise<string> {
  const port = await freePort();
  const shipped = readFileSync(path.resolve(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '')
    .replaceAll('/var/lib/araz/', `${folder}/`)
    .replace('127.0.0.1:8080', `127.0.0.1:${upstreamPort}`);
  // The part for a running Araz, as an operator would bring it in.
  const whole = shipped.replace(/^ {4}#location[\s\S]*?^ {4}#\}/m, (part) =>
    part.replace(/^ {4}#/gm, '    '),
  );
  writeFileSync(path.join(folder, 'araz.conf'), whole);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp-${name};`,
  );
  const frame = [
    `pid ${folder}/pid; error_log ${folder}/errors;`,
    'events { }',
    `http { ${temp.join(' ')} access_log off; include ${folder}/araz.conf; }`,
  ];
  writeFileSync(path.join(folder, 'nginx.conf'), frame.join('\n'));
  expect(run('nginx', '-c', path.join(folder, 'nginx.conf'))).not.toContain('emerg');
  return `http://127.0.0.1:${port}`;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'araz-nginx-'));
  mkdirSync(path.join(folder, 'nginx'));
  chmodSync(folder, 0o755);
  await publish();
  const store = await openStore({ url: 'sqlite::memory:', inProcess: true });
  const none = (): void => {};
  const config = { ...aConfig({ topics: [topic] }) };
  const push = { hubs: [hubUrl], hub: false, subscribe: false };
  const app: Reading = {
    dataDir: folder,
    outDir: path.join(folder, 'public'),
    clock: fixedClock(),
    log: { debug: none, info: none, warn: none, error: none },
    store: {
      ...store,
      listPublishedVariants: async () => [
        { topicId: 'old', variant: 'all' },
        { topicId: 'caspian', variant: 'el' },
      ],
    },
    setup: setupOf({ ...config, push }),
    close: () => store.close(),
  };
  site = await listen(createSite(app), '127.0.0.1', 0);
  upstream = createServer((request, response) => {
    response.setHeader('X-Asked', `${request.method} ${request.url}`);
    response.end(String(request.headers['x-forwarded-for']));
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  urls.araz = site.url;
  urls.nginx = await startNginx((upstream.address() as AddressInfo).port);
});

afterAll(async () => {
  process.kill(Number(readFileSync(path.join(folder, 'pid'), 'utf8')), 'SIGTERM');
  await site.close();
  upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Headers that both must agree on; tags are made in other ways, and error pages are other pages. */
const compared = [
  'cache-control',
  'x-content-type-options',
  'referrer-policy',
  'content-security-policy',
  'allow',
  'accept-ranges',
];
const comparedOfDocuments = [
  ...compared,
  'content-type',
  'content-encoding',
  'content-length',
  'vary',
  'last-modified',
  'link',
  'access-control-allow-origin',
  'access-control-expose-headers',
];

type Asked = { readonly method?: string; readonly headers?: Record<string, string> };

async function both(address: string, asked: Asked = {}): Promise<readonly Response[]> {
  // Without a body one may be asked for any method here.
  const options = {
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity' },
    ...asked,
  } as const;
  return Promise.all([fetch(urls.araz + address, options), fetch(urls.nginx + address, options)]);
}

const pick = ({ status, headers }: Response, names: readonly string[]) => ({
  status,
  ...Object.fromEntries(names.map((name) => [name, headers.get(name)])),
});

async function expectSame(
  address: string,
  asked: Asked,
  names: readonly string[],
): Promise<number> {
  const [araz, nginx] = await both(address, asked);
  if (araz === undefined || nginx === undefined) throw new Error('not two answers');
  expect(pick(nginx, names), address).toEqual(pick(araz, names));
  return araz.status;
}

const documents = [
  '/',
  '/topics/caspian/',
  '/topics/caspian/index.html',
  '/topics/caspian/rss.xml',
  '/topics/caspian/atom.xml',
  '/topics/caspian/feed.json',
  '/topics/caspian/corrections.atom',
  '/topics/caspian/archive/1.atom',
  '/topics/caspian/en/rss.xml',
  '/topics/caspian/rss.xml?from=reader',
  '/topics.opml',
  '/assets/0a1b.css',
  '/short.xml',
];

describe('nginx over the folder says what Araz says', () => {
  it.each(documents)(
    'of %s, plain and compressed, whole and in parts, for GET and HEAD',
    async (address) => {
      for (const coding of ['identity', 'gzip']) {
        for (const method of ['GET', 'HEAD']) {
          const headers = { 'accept-encoding': coding, range: 'bytes=0-9' };
          expect(await expectSame(address, { method, headers }, comparedOfDocuments)).toBe(200);
        }
      }
      const [araz, nginx] = await both(address, { headers: { 'accept-encoding': 'gzip' } });
      expect(await nginx?.text()).toBe(await araz?.text());
    },
  );

  it.each(['identity', 'gzip'])('to those who hold the document in %s: 304', async (coding) => {
    const address = '/topics/caspian/rss.xml';
    for (const url of Object.values(urls)) {
      const headers = { 'accept-encoding': coding };
      const { headers: held } = await fetch(url + address, { headers });
      const etag = held.get('etag') ?? '';
      const since = held.get('last-modified') ?? '';
      for (const condition of [
        { 'if-none-match': etag },
        { 'if-none-match': `"x", W/${etag}` },
        { 'if-none-match': '*' },
        { 'if-modified-since': since },
      ]) {
        const again = await fetch(url + address, { headers: { ...headers, ...condition } });
        expect([url, condition, again.status]).toEqual([url, condition, 304]);
        expect(again.headers.get('etag')).toBe(etag);
        expect(again.headers.get('cache-control')).toBe(held.get('cache-control'));
        expect(again.headers.get('vary')).toBe('Accept-Encoding');
      }
      const stale = { ...headers, 'if-none-match': '"x"', 'if-modified-since': since };
      expect((await fetch(url + address, { headers: stale })).status).toBe(200);
    }
  });

  it.each([
    ['/nothing', 404],
    ['/topics/caspian/rss.xml.gz', 404],
    ['/topics/caspian/.rss.xml.1.tmp', 404],
    ['/.git/config', 404],
    ['/topics/nobody/', 404],
    ['/topics/old/', 410],
    ['/topics/old/rss.xml', 410],
    ['/topics/old', 410],
    ['/topics/', 404],
    ['/assets/', 404],
  ])('of %s: %i, not to be kept', async (address, status) => {
    expect(await expectSame(address, {}, [...compared, 'access-control-allow-origin'])).toBe(
      status,
    );
  });

  it.each([
    '//topics/caspian/rss.xml',
    '/topics//caspian/rss.xml',
    '/topics/./caspian/rss.xml',
    '/topics/x/../caspian/rss.xml',
    '/topics/x/%2E%2e/caspian/rss.xml',
    '/topics%2fcaspian%2Frss.xml',
    '/topics/caspian/..',
  ])('of %s, which is no address of the document: 404', async (target) => {
    for (const url of Object.values(urls)) {
      expect(await ask({ url }, `GET ${target}`)).toMatch(/^HTTP\/1\.1 404 /);
    }
  });

  it('of an address with letters percent-encoded, or dots in its query: the document', async () => {
    for (const address of ['/topics/%63aspian/rss%2Exml', '/topics/caspian/rss.xml?a=//../b']) {
      expect(await expectSame(address, {}, comparedOfDocuments)).toBe(200);
    }
  });

  it.each([
    ['/topics/sea/rss.xml?a=b', '/topics/caspian/rss.xml?a=b'],
    ['/topics/lake/en/rss.xml', '/topics/caspian/en/rss.xml'],
    ['/topics/sea', '/topics/caspian/'],
    ['/topics/caspian', '/topics/caspian/'],
    ['/topics/caspian/en', '/topics/caspian/en/'],
  ])('of %s: it is at %s', async (address, target) => {
    for (const answer of await both(address)) {
      expect(answer.status).toBe(301);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cache-control')).toContain('max-age=300');
      const location = new URL(answer.headers.get('location') ?? '', new URL(address, 'http://x'));
      expect(location.pathname + location.search).toBe(target);
    }
  });

  it.each(['POST', 'PUT', 'DELETE'])('to %s: 405 with what is allowed', async (method) => {
    expect(await expectSame('/topics/caspian/rss.xml', { method }, compared)).toBe(405);
  });

  it('to a page elsewhere that asks first', async () => {
    const names = ['allow-origin', 'allow-methods', 'allow-headers', 'max-age'];
    const cors = names.map((name) => `access-control-${name}`);
    const asked = { method: 'OPTIONS' };
    expect(await expectSame('/topics/caspian/feed.json', asked, ['allow', ...cors])).toBe(204);
  });
});

it('hands what only a running Araz can answer on to it, with the address of who asks', async () => {
  for (const address of ['/search?q=x', '/status', '/status.json', '/websub/abc']) {
    const response = await fetch(urls.nginx + address, { method: 'GET' });
    expect(response.headers.get('x-asked')).toBe(`GET ${address}`);
    expect(await response.text()).toBe('127.0.0.1');
    expect(response.headers.get('cache-control')).toBeNull();
  }
  const posted = await fetch(`${urls.nginx}/hub`, { method: 'POST', body: 'hub.mode=subscribe' });
  expect(posted.headers.get('x-asked')).toBe('POST /hub');
});
