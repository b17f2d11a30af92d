import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchConfig } from '../../src/domain/config.ts';
import { minute, second } from '../../src/domain/instant.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetch-source.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { type HubServer, startHubServer } from '../support/hub-server.ts';

let hub: HubServer;
let fetcher: Fetcher;

function fetcherWith(config: Partial<FetchConfig> = {}): Fetcher {
  return createFetcher({
    clock: fixedClock(),
    config: {
      concurrency: 4,
      hostConnections: 1,
      hostSpacingMs: 0,
      totalMs: 30 * second,
      allowHosts: [hub.host],
      userAgent: 'araz-test/1.0 (+https://example.org/)',
      ...config,
    },
  });
}

const fields = { 'hub.mode': 'subscribe', 'hub.topic': 'https://a.example/?a=1&b=ü' };
const post = (url = hub.url, more = {}) =>
  fetcher.postForm({ url, fields, timeoutMs: 5 * second, ...more });

beforeEach(async () => {
  hub = await startHubServer();
  fetcher = fetcherWith();
});
afterEach(async () => {
  await fetcher.close();
  await hub.close();
});

describe('a form', () => {
  it('arrives with its fields as they were given', async () => {
    expect(await post()).toMatchObject({ kind: 'answered', httpStatus: 202, text: '' });
    expect(hub.requests).toEqual([
      { method: 'POST', path: '/hub', contentType: 'application/x-www-form-urlencoded', fields },
    ]);
  });

  it('brings back the status and the first words of the answer', async () => {
    hub.answerWith({ status: 422, body: `bad\n\u0000 topic 🎈${' and more'.repeat(99)}` });
    const result = await post();
    expect(result).toMatchObject({ kind: 'answered', httpStatus: 422 });
    const text = result.kind === 'answered' ? result.text : '';
    expect(text.startsWith('bad topic 🎈 and more')).toBe(true);
    expect([...text]).toHaveLength(200);
  });

  it('is answered although the words are too many or in no known coding', async () => {
    hub.answerWith({ status: 202, body: 'x'.repeat(100_000) });
    expect(await post()).toMatchObject({ kind: 'answered', httpStatus: 202, text: '' });
    hub.answerWith({ status: 202, body: 'x', headers: { 'content-encoding': 'secret' } });
    expect(await post()).toMatchObject({ kind: 'answered', httpStatus: 202, text: '' });
  });

  it('follows 307 and 308 within its origin, method and fields kept', async () => {
    hub.onRequest(async ({ path }) => {
      const headers = { location: '/v2' };
      hub.answerWith(path === '/hub' ? { status: 308, headers } : { status: 202 });
    });
    expect(await post()).toMatchObject({ httpStatus: 202 });
    expect(hub.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /hub',
      'POST /v2',
    ]);
    expect(hub.requests[1]?.fields).toEqual(fields);
  });

  it('never follows to another origin: the secret in it was not meant for that', async () => {
    const other = await startHubServer();
    await fetcher.close();
    fetcher = fetcherWith({ allowHosts: [hub.host, other.host] });
    hub.answerWith({ status: 307, headers: { location: other.url } });
    expect(await post()).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('does not run in circles', async () => {
    hub.answerWith({ status: 307, headers: { location: '/hub' } });
    expect(await post()).toMatchObject({ kind: 'failed', reason: 'too-many-redirects' });
    expect(hub.requests.length).toBeLessThan(10);
  });

  it('takes a 301 or 303 for an answer, as a form may not become a GET', async () => {
    hub.answerWith({ status: 303, headers: { location: '/elsewhere' } });
    expect(await post()).toMatchObject({ kind: 'answered', httpStatus: 303 });
    expect(hub.requests).toHaveLength(1);
  });
});

describe('the door for forms', () => {
  it.each([
    ['a private address', 'http://10.0.0.1/hub', 'forbidden-address'],
    ['a mapped loopback', 'http://[::ffff:127.0.0.1]:9/hub', 'forbidden-url'],
    ['another port of the same host', 'http://127.0.0.1:22/hub', 'forbidden-url'],
    ['the metadata service', 'http://169.254.169.254/latest', 'forbidden-address'],
    ['a file', 'file:///etc/passwd', 'forbidden-url'],
    ['a user name', 'http://a:b@example.org/', 'forbidden-url'],
  ])('is shut to %s', async (_name, url, reason) => {
    expect(await post(url)).toMatchObject({ kind: 'failed', reason });
    expect(hub.requests).toEqual([]);
  });

  it('is shut to redirects into the machine', async () => {
    hub.answerWith({ status: 307, headers: { location: 'http://127.0.0.1:1/' } });
    expect(await post()).toMatchObject({ kind: 'failed', reason: 'forbidden-url' });
  });

  it('ends at the deadline when a hub says nothing', async () => {
    hub.answerWith({ status: 202, isSilent: true });
    const result = await post(hub.url, { timeoutMs: 200 });
    expect(result).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  it('ends when it is called off, and when the fetcher closes', async () => {
    hub.answerWith({ status: 202, isSilent: true });
    const calling = new AbortController();
    const posting = post(hub.url, { signal: calling.signal });
    await expect.poll(() => hub.requests.length).toBe(1);
    calling.abort();
    expect(await posting).toMatchObject({ kind: 'failed', reason: 'aborted' });
    const next = post();
    await expect.poll(() => hub.requests.length).toBe(2);
    await fetcher.close();
    expect(await next).toMatchObject({ kind: 'failed', reason: 'aborted' });
  });

  it('keeps the waits that a server asks for, polls and forms alike', async () => {
    hub.answerWith({ status: 429, headers: { 'retry-after': '60' } });
    expect(await post()).toMatchObject({ httpStatus: 429, retryAfterMs: minute });
    const askedAt = fixedClock().now();
    fetcher.holdOrigin({ origin: `http://${hub.host}`, until: askedAt + minute, askedAt });
    expect(await post()).toMatchObject({ kind: 'failed', reason: 'rate-limited' });
    expect(hub.requests).toHaveLength(1);
  });
});
