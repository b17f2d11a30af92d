import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createOperatorRoutes } from '../../src/server/operator-routes.ts';
import { openDesk } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';

const hello = (): Hono => new Hono().get('*', (context) => context.text('hello'));

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
    await expect(listen(hello(), '127.0.0.1', port, 'choose again')).rejects.toThrow(
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
    const slow = new Hono().get('*', async (context) => {
      isAsked();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return context.text('whole');
    });
    const site = await listen(slow, '127.0.0.1', 0);
    const answer = fetch(site.url);
    await asked;
    await site.close();
    expect(await (await answer).text()).toBe('whole');
    await expect(fetch(site.url)).rejects.toThrow();
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
    const { url } = await opened(listen(createOperatorRoutes(desk.app), '127.0.0.1', 0));
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
    for (const path of ['/healthz', '/readyz']) {
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
