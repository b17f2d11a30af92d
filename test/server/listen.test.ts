import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import net, { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limitConnections } from '../../src/server/limit-connections.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createOperatorListener } from '../../src/server/operator-routes.ts';
import { openDesk } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';

const hello = (): RequestListener => (_, response) => response.end('hello');

async function opened(listening: Promise<Listening>): Promise<Listening> {
  const open = await listening;
  onTestFinished(() => open.close());
  return open;
}

const portOf = ({ url }: Listening): number => Number(new URL(url).port);

describe('listening', () => {
  it('says its address, also of IPv6', async () => {
    const { url } = await opened(listen(hello(), '::1', 0));
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  it('on a port in use says so, and what to do', async () => {
    const port = portOf(await opened(listen(hello(), '127.0.0.1', 0)));
    await expect(listen(hello(), '127.0.0.1', port)).rejects.toMatchObject({
      code: 'io',
      message: `cannot listen on 127.0.0.1:${port}: another program is using it (another Araz?); stop that one, or name another with --port, or server.port in the configuration`,
    });
    await expect(listen(hello(), '127.0.0.1', port, { cure: 'choose again' })).rejects.toThrow(
      'stop that one, or choose again',
    );
  });

  it('on an address that is not of this machine says so', async () => {
    await expect(listen(hello(), '203.0.113.7', 0)).rejects.toThrow('no such address');
    await expect(listen(hello(), 'no-such-host.invalid', 0)).rejects.toMatchObject({ code: 'io' });
  });

  it('lets an answer under way end when it closes', async () => {
    let isAsked = (): void => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const slow: RequestListener = (_, response) => {
      isAsked();
      setTimeout(() => response.end('whole'), 1_500);
    };
    const site = await listen(slow, '127.0.0.1', 0);
    const answer = fetch(site.url);
    await asked;
    const closing = site.close();
    expect(await (await answer).text()).toBe('whole');
    // The client would keep its connection for another request; nobody waits for that.
    await closing;
    await expect(fetch(site.url)).rejects.toThrow();
  });
});

it('a network has so many connections at once, and a place again for each that ends', async () => {
  const server = createServer();
  limitConnections(server, 2, () => false);
  server.on('connection', (socket) => socket.write('in'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as net.AddressInfo;
  const open: net.Socket[] = [];
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const enter = () =>
    new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      open.push(socket);
      socket.on('data', (data) => resolve(String(data)));
      socket.on('close', () => resolve('cut')).on('error', () => resolve('cut'));
    });
  expect([await enter(), await enter(), await enter()]).toEqual(['in', 'in', 'cut']);
  open[0]?.destroy();
  await expect.poll(enter).toBe('in');
});

it('this machine and the own network have as many as they like', async () => {
  const server = createServer((socket) => socket.end('in'));
  limitConnections(server, 0);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  const { port } = server.address() as net.AddressInfo;
  const [answer] = await once(net.connect(port, '127.0.0.1'), 'data');
  expect(String(answer)).toBe('in');
});

describe('a client that stalls is cut while others are answered', () => {
  const limits = {
    headersTimeoutMs: 200,
    requestTimeoutMs: 300,
    idleTimeoutMs: 400,
    keepAliveTimeoutMs: 200,
    checkMs: 50,
  };
  const big = Buffer.alloc(32 * 1024 * 1024);

  it.each([
    ['in the middle of its headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['in the middle of its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhal'],
    ['before it has said anything', ''],
    ['after an answer', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['without taking what it asked for', 'GET /big HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s', async (_, sent) => {
    const answer: RequestListener = (request, response) => {
      if (request.method === 'GET') response.end(request.url === '/big' ? big : 'hello');
      else request.on('end', () => response.end()).resume();
    };
    const site = await opened(listen(answer, '127.0.0.1', 0, { limits }));
    const socket = net.connect(portOf(site), '127.0.0.1');
    const cut = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
    if (!sent.includes('/big')) socket.resume();
    socket.write(sent);
    expect(await (await fetch(site.url)).text()).toBe('hello');
    if (sent.includes('/big')) setTimeout(() => socket.resume(), 1_000);
    await cut;
  });
});

describe('the operator’s paths', () => {
  const token = 'a-token-of-the-operator-0123456789';

  async function openOperator(isGuarded: boolean) {
    const clock = fixedClock();
    const desk = await openDesk({
      clock,
      env: { ARAZ_TOKEN: token },
      change: (config) => ({
        ...config,
        server: { ...config.server, ...(isGuarded && { operatorToken: `\${ENV:ARAZ_TOKEN}` }) },
      }),
    });
    const { url } = await opened(listen(createOperatorListener(desk.app), '127.0.0.1', 0));
    const get = (path: string, authorization?: string) =>
      fetch(url + path, authorization === undefined ? {} : { headers: { authorization } });
    return { desk, clock, get };
  }

  it.each([
    ['nothing', undefined, 401],
    ['another token', 'Bearer something-else', 401],
    ['the token’s beginning', `Bearer ${token.slice(0, -1)}`, 401],
    ['an empty one', 'Bearer ', 401],
    ['the token', `Bearer ${token}`, 200],
    ['the token, the word in small letters', `bearer ${token}`, 200],
  ])('with a token set, %s is answered %s', async (_, authorization, status) => {
    const { get } = await openOperator(true);
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const response = await get(path, authorization);
      expect(response.status).toBe(status);
      expect(await response.text()).not.toContain(token);
      if (status === 401) expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect((await get('/else', authorization)).status).toBe(status === 401 ? 401 : 404);
  });

  it('say whether polling goes on', async () => {
    const { desk, clock, get } = await openOperator(false);
    expect((await get('/readyz')).status).toBe(200);
    await desk.app.store.syncSources([...desk.app.setup.sources.values()], clock.now());
    clock.advance(15 * 60_000);
    expect((await get('/readyz')).status).toBe(200);
    clock.advance(45 * 60_000);
    const late = await get('/readyz');
    expect(late.status).toBe(503);
    expect(await late.json()).toEqual({ isReady: false, problems: ['polls are 60 minutes late'] });
    expect((await get('/healthz')).status).toBe(200);
  });
});
