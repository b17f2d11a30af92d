import { createServer, type LookupFunction, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { second } from '../../src/domain/instant.ts';
import { isAllowListed } from '../../src/fetch/address-guard.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetch-source.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { fixedClock } from '../support/fixed-clock.ts';

/** Listens where nothing may ever arrive, on a port the guard would let through. */
let canary: { readonly port: number; visits: number; close(): void };
/** The one host that is allowed: it redirects into the forbidden. */
let door: FeedServer;
let fetcher: Fetcher;
const lookups: string[] = [];

/** Names of the tests and what they resolve to. */
const zone: Readonly<Record<string, readonly string[]>> = {
  'loopback.example': ['127.0.0.1'],
  'loopback6.example': ['::1'],
  'private.example': ['10.1.2.3'],
  'metadata.example': ['169.254.169.254'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mixed6.example': ['2606:2800:220:1::1', '::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'compatible.example': ['::127.0.0.1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'nat64-local.example': ['64:ff9b:1::7f00:1'],
  'sixtofour.example': ['2002:7f00:1::1'],
  'teredo.example': ['2001:0:7f00:1::1'],
  'isatap.example': ['2a00:1450::5efe:7f00:1'],
  'zoned.example': ['fe80::1%lo'],
  'unspecified.example': ['0.0.0.0'],
  'nonsense.example': ['not an address'],
};

const lookup: LookupFunction = (hostname, options, callback) => {
  lookups.push(hostname);
  const addresses = zone[hostname] ?? [];
  if (addresses.length === 0) {
    callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 4);
  } else if (options.all) {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  } else {
    callback(null, addresses[0] ?? '', addresses[0]?.includes(':') ? 6 : 4);
  }
};

async function startCanary(): Promise<typeof canary> {
  for (let port = 8_000 + (process.pid % 900); port < 9_000; port += 1) {
    const bird = { port, visits: 0, close: () => {} };
    const servers = ['127.0.0.1', '::1'].map((host) => ({
      host,
      server: createServer((socket) => {
        bird.visits += 1;
        socket.destroy();
      }),
    }));
    const isUp = await Promise.all(servers.map(({ host, server }) => listens(server, port, host)));
    // A machine without IPv6 still has the IPv4 canary.
    if (isUp[0]) {
      bird.close = () => {
        for (const { server } of servers) server.close();
      };
      return bird;
    }
    for (const { server } of servers) server.close();
  }
  throw new Error('no free port between 8000 and 8999');
}

function listens(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
}

beforeAll(async () => {
  canary = await startCanary();
  door = await startFeedServer();
  const allowHosts = [door.host, 'intranet.example'];
  fetcher = createFetcher({ clock: fixedClock(), lookup, config: { ...config, allowHosts } });
});
afterAll(async () => {
  await fetcher.close();
  await door.close();
  canary.close();
});

const config = {
  concurrency: 16,
  hostConnections: 4,
  hostSpacingMs: 0,
  totalMs: 5 * second,
  userAgent: 'araz-test',
};

const ask = (url: string) => fetcher.fetchSource({ url, validators: {}, timeoutMs: 5 * second });

/** Hosts that mean a place that is not the public internet; the port is the canary's. */
const hosts = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0x7f.0x0.0x0.0x1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '127.0.0.1%2e',
  '１２７.０.０.１',
  '0300.0250.1.1',
  '0xffffffff',
  '017700000001.',
  '127.0x0.00.1',
  '0',
  '0.0.0.0',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::1]',
  '[2a00:1450::5efe:127.0.0.1]',
  '[2a00:1450::200:5efe:7f00:1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:0:1::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[2620:4f:8000::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[4000::1]',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.1',
  '192.0.0.9',
  '192.175.48.1',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  'localhost',
  'LocalHost',
  'localhost.',
  ...Object.keys(zone),
];

/** Whole addresses that are refused before any host is looked at. */
const addresses = [
  'http://127.0.0.1:22/',
  'http://93.184.216.34:25/',
  'http://news.example:6379/',
  'http://news.example:9000/',
  'https://news.example:0/',
  'http://me@news.example/',
  'http://me:secret@news.example/',
  'http://news.example@127.0.0.1/',
  'ftp://news.example/feed',
  'file:///etc/passwd',
  'gopher://127.0.0.1/x',
  'data:text/xml,<rss/>',
  'javascript:alert(1)',
  'ws://127.0.0.1/',
  'blob:http://127.0.0.1/1',
  'http+unix://%2Fvar%2Frun%2Fsocket/',
  '//127.0.0.1/',
  'http://[fe80::1%25eth0]:8000/',
  'http://[::1%lo]:8000/',
  'http://127.0.0.1%00.example:8000/',
  'http://256.256.256.256:8000/',
  'http://4294967296:8000/',
  'http://١٢٧.0.0.1:8000/',
  'http:127.0.0.1:8000/',
  'http:/\\127.0.0.1:8000/',
  '\thttp://127.0.0.1:8000/',
  'http://12\n7.0.0.1:8000/',
  'http://news.example:80@127.0.0.1:8000/',
  'http://127.0.0.1:8000#@news.example/',
  'http://127.0.0.1:8000?@news.example/',
  'wss://news.example/',
  'http://',
  'http:///etc',
];

describe('no byte reaches a forbidden place', () => {
  it.each(hosts)('asked directly: %s', async (host) => {
    const result = await ask(`http://${host}:${canary.port}/feed`);
    expect(result).toMatchObject({ kind: 'failed' });
    expect(result.kind === 'failed' && result.reason).toMatch(/^forbidden-|^dns$/);
    expect(canary.visits).toBe(0);
  });

  it.each(hosts)('by a redirect: %s', async (host) => {
    door.at('/go', {
      status: 302,
      headers: { location: asciiOf(`http://${host}:${canary.port}/`) },
    });
    const result = await ask(door.urlOf('/go'));
    expect(result.kind === 'failed' && result.reason).toMatch(/^forbidden-|^dns$/);
    expect(canary.visits).toBe(0);
  });

  it.each([...addresses, `http://news.example\\@127.0.0.1:${8_000}/`])(
    'as an address: %s',
    async (url) => {
      const result = await ask(url);
      expect(result.kind === 'failed' && result.reason).toMatch(/^forbidden-|^dns$/);
      expect(result.kind === 'failed' && result.message).not.toContain('secret');
      expect(canary.visits).toBe(0);
    },
  );

  it.each(hosts)('handed a form, as a hub named by a feed is: %s', async (host) => {
    const url = `http://${host}:${canary.port}/hub`;
    const result = await fetcher.postForm({ url, fields: { a: 'b' }, timeoutMs: 5 * second });
    expect(result.kind === 'failed' && result.reason).toMatch(/^forbidden-|^dns$/);
    expect(canary.visits).toBe(0);
  });

  it.each([307, 308])('by a %i of a hub, which is sent no form elsewhere', async (status) => {
    for (const location of [`http://127.0.0.1:${canary.port}/`, 'http://93.184.216.34/hub']) {
      door.at('/hub', { status, headers: { location } });
      const fields = { 'hub.secret': 'key' };
      const url = door.urlOf('/hub');
      const result = await fetcher.postForm({ url, fields, timeoutMs: 5 * second });
      expect(result.kind === 'failed' && result.reason).toMatch(/^forbidden-|^bad-redirect$/);
    }
    expect(canary.visits).toBe(0);
  });

  it('nothing but a redirect leads on: no Refresh, no Alt-Svc, no link, no other Location', async () => {
    const there = `http://127.0.0.1:${canary.port}/`;
    const headers = {
      refresh: `0; url=${there}`,
      'alt-svc': `h2="127.0.0.1:${canary.port}"; ma=86400, http/1.1=":${canary.port}"`,
      link: `<${there}>; rel=preload, <${there}>; rel=hub, <${there}>; rel=alternate`,
      location: there,
      'content-location': there,
      'set-cookie': 'a=b',
    };
    door.at('/ways', { headers, body: `<meta http-equiv="refresh" content="0; url=${there}">` });
    for (let n = 0; n < 2; n += 1) {
      expect(await ask(door.urlOf('/ways'))).toMatchObject({ kind: 'modified' });
    }
    expect(door.requestsTo('/ways').at(-1)?.headers).not.toHaveProperty('cookie');
    expect(canary.visits).toBe(0);
  });

  it('proxies that the environment names are not asked', async () => {
    const proxy = `http://127.0.0.1:${canary.port}`;
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy'];
    for (const name of [...names, 'all_proxy']) vi.stubEnv(name, proxy);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const { host } = door;
    const proxied = createFetcher({
      clock: fixedClock(),
      config: { ...config, allowHosts: [host, `127.0.0.1:${canary.port}`] },
    });
    door.at('/feed', { body: '<rss/>' });
    const request = { url: door.urlOf('/feed'), validators: {}, timeoutMs: 5 * second };
    expect(await proxied.fetchSource(request)).toMatchObject({ kind: 'modified' });
    expect(canary.visits).toBe(0);
    await proxied.close();
    vi.unstubAllEnvs();
  });

  it('only a host that is looked up may fail by its name', async () => {
    for (const host of hosts.filter((each) => /^[\d[]/.test(each))) {
      const result = await ask(`http://${host}:${canary.port}/feed`);
      expect(result.kind === 'failed' && result.reason, host).toMatch(/^forbidden-/);
    }
  });

  it('also over https', async () => {
    for (const host of ['127.0.0.1', '[::1]', 'loopback.example', 'mixed.example']) {
      const result = await ask(`https://${host}:${canary.port}/`);
      expect(result.kind === 'failed' && result.reason, host).toBe('forbidden-address');
    }
    expect(canary.visits).toBe(0);
  });

  it('a name is resolved once, so that a second answer cannot differ from the checked one', async () => {
    lookups.length = 0;
    await ask(`http://mixed.example:${canary.port}/`);
    expect(lookups).toEqual(['mixed.example']);
  });

  it('the canary itself can sing', async () => {
    const open = createFetcher({
      clock: fixedClock(),
      config: {
        concurrency: 1,
        hostConnections: 1,
        hostSpacingMs: 0,
        totalMs: 5 * second,
        allowHosts: [`127.0.0.1:${canary.port}`],
        userAgent: 'araz-test',
      },
    });
    const url = `http://127.0.0.1:${canary.port}/`;
    expect(await open.fetchSource({ url, validators: {}, timeoutMs: second })).toMatchObject({
      kind: 'failed',
      reason: 'reset',
    });
    expect(canary.visits).toBe(1);
    canary.visits = 0;
    await open.close();
  });
});

function asciiOf(location: string): string {
  return Buffer.from(location).toString('latin1');
}

describe('the allow list', () => {
  it.each<[string, readonly string[], string, boolean]>([
    ['a name on every port', ['intranet'], 'http://intranet:9999/', true],
    ['a name without regard to case', ['IntraNet'], 'http://INTRANET/', true],
    ['a name with a port', ['intranet:9999'], 'http://intranet:9999/', true],
    ['not another port', ['intranet:9999'], 'http://intranet:9998/', false],
    ['the usual port by number', ['intranet:80'], 'http://intranet/', true],
    ['https by number', ['intranet:443'], 'https://intranet/', true],
    ['IPv4', ['127.0.0.1'], 'http://2130706433:1234/', true],
    ['IPv6', ['::1'], 'http://[::1]:1234/', true],
    ['IPv6 in brackets with a port', ['[::1]:1234'], 'http://[::1]:1234/', true],
    ['not a host below', ['example.org'], 'http://www.example.org/', false],
    ['not another spelling of loopback', ['127.0.0.1'], 'http://localhost/', false],
    ['a dot at the end', ['intranet'], 'http://intranet./', true],
  ])('opens %s', (_name, allowHosts, url, expected) => {
    expect(isAllowListed(new URL(url), allowHosts)).toBe(expected);
  });

  it('does not open link-local addresses, where clouds keep their metadata', async () => {
    const open = createFetcher({
      clock: fixedClock(),
      config: {
        concurrency: 1,
        hostConnections: 1,
        hostSpacingMs: 0,
        totalMs: second,
        allowHosts: ['169.254.169.254'],
        userAgent: 'araz-test',
      },
    });
    expect(
      await open.fetchSource({ url: 'http://169.254.169.254/', validators: {}, timeoutMs: second }),
    ).toMatchObject({ reason: 'forbidden-address' });
    await open.close();
  });
});
