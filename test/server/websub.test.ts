import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maintainSubscriptions } from '../../src/app/push/maintain-subscriptions.ts';
import { takeHints } from '../../src/app/push/take-hints.ts';
import { setupOf } from '../../src/app/setup.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { anIntent } from '../support/an-intent.ts';
import {
  type HubServer,
  signed,
  startHubServer,
  type Verification,
  verificationUrl,
} from '../support/hub-server.ts';
import { aConfig, openRiverSite, type RiverSite } from '../support/river-site.ts';
import { aSource } from '../support/sources.ts';

const selfUrl = 'https://turan.example/rss';
const source = aSource({ url: selfUrl });

let hub: HubServer;
let site: RiverSite;

function configWith(more: Parameters<typeof aConfig>[0] = {}) {
  const config = aConfig({ sources: [source], ...more });
  return { ...config, fetch: { ...config.fetch, allowHosts: [hub.host] } };
}

/** A poll of the source that found this hub named; it is due again in three hours. */
async function pollWithHub(more: Partial<SourceState> = {}): Promise<void> {
  const now = site.clock.now();
  const request = { now, limit: 1, owner: 'test', ttlMs: 1_000, ignoreDue: true };
  const [lease] = await site.store.leaseDueSources(request);
  if (lease === undefined) throw new Error('the source could not be leased');
  const state: SourceState = {
    ...lease.state,
    status: 'ok',
    lastPolledAt: now,
    nextDueAt: now + 3 * hour,
    nextDueReason: 'every 3 h as configured',
    hub: { hubUrl: hub.url, selfUrl },
    ...more,
  };
  await site.store.commitIngest(anIntent(lease, [], { now, state }));
}

async function only(): Promise<Subscription> {
  const [subscription, ...others] = await site.store.listSubscriptions();
  if (subscription === undefined || others.length > 0) throw new Error('not one subscription');
  return subscription;
}

async function stateNow(): Promise<SourceState> {
  const [state] = await site.store.listSourceStates();
  if (state === undefined) throw new Error('no source');
  return state;
}

async function verify(given: Partial<Verification> = {}, callback?: string) {
  const url = callback ?? (await only()).callbackUrl;
  const asked = { mode: 'subscribe', topic: selfUrl, challenge: 'c-123', ...given };
  return fetch(site.reach(verificationUrl(url, asked)));
}

async function push(body: string, headers: Record<string, string> = {}, callback?: string) {
  const url = callback ?? (await only()).callbackUrl;
  return fetch(site.reach(url), { method: 'POST', body, headers });
}

/** An active subscription. Over https it has a secret, which this loopback hub would not get. */
async function subscribed(more: Partial<Subscription> = {}): Promise<Subscription> {
  await pollWithHub();
  await maintainSubscriptions(site);
  expect((await verify({ leaseSeconds: '864000' })).status).toBe(200);
  await site.store.saveSubscription({ ...(await only()), ...more });
  return only();
}

beforeEach(async () => {
  hub = await startHubServer();
  site = await openRiverSite(configWith());
  await site.store.syncSources([source], site.clock.now());
});
afterEach(() => hub.close());

describe('subscribing', () => {
  it('asks the hub that the source names, and is active once the hub has asked back', async () => {
    await pollWithHub();
    await maintainSubscriptions(site);
    expect(hub.requests).toHaveLength(1);
    const pending = await only();
    expect(hub.requests[0]?.fields).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': selfUrl,
      'hub.callback': pending.callbackUrl,
      'hub.lease_seconds': String(14 * 86_400),
    });
    expect(pending.callbackUrl).toMatch(/^https:\/\/river\.example\/websub\/[\w-]{32}$/);
    expect(pending.status).toBe('pending');
    const answer = await verify({ leaseSeconds: '864000' });
    expect(await answer.text()).toBe('c-123');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const now = site.clock.now();
    expect(await only()).toMatchObject({
      status: 'active',
      leaseUntil: now + 10 * day,
      nextAt: now + 5 * day,
    });
  });

  it('understands a hub that asks back before it answers', async () => {
    await pollWithHub();
    hub.onRequest(async ({ fields }) => {
      const callback = fields['hub.callback'] ?? '';
      expect((await verify({ leaseSeconds: '60' }, callback)).status).toBe(200);
    });
    hub.answerWith({ status: 500 });
    await maintainSubscriptions(site);
    expect(await only()).toMatchObject({ status: 'active', failures: 0 });
  });

  it('asks once, then waits, then asks again under the same name', async () => {
    await pollWithHub();
    await maintainSubscriptions(site);
    await maintainSubscriptions(site);
    expect(hub.requests).toHaveLength(1);
    site.clock.advance(hour);
    await maintainSubscriptions(site);
    expect(hub.requests).toHaveLength(2);
    expect(hub.requests[1]?.fields).toEqual(hub.requests[0]?.fields);
  });

  it('renews at half the lease, and is active meanwhile', async () => {
    await subscribed();
    site.clock.advance(5 * day);
    await maintainSubscriptions(site);
    expect(hub.requests).toHaveLength(2);
    expect(await only()).toMatchObject({ status: 'active', asked: { mode: 'subscribe' } });
    await verify();
    expect(await only()).toMatchObject({ leaseUntil: site.clock.now() + day });
  });

  it('keeps what the hub said when it refuses', async () => {
    await pollWithHub();
    hub.answerWith({ status: 404, body: 'unknown feed' });
    await maintainSubscriptions(site);
    expect(await only()).toMatchObject({
      status: 'resting',
      message: 'the hub answered 404: unknown feed',
    });
    site.clock.advance(day);
    await maintainSubscriptions(site);
    expect(hub.requests).toHaveLength(1);
  });

  it('opens no connection to a hub inside the machine', async () => {
    await pollWithHub({ hub: { hubUrl: 'http://127.0.0.1:1/hub', selfUrl } });
    await maintainSubscriptions(site);
    expect(hub.requests).toEqual([]);
    expect(await only()).toMatchObject({ status: 'resting' });
    expect((await only()).message).toContain('127.0.0.1');
  });

  it('asks nobody while pushes are off', async () => {
    site.setup = setupOf(configWith({ push: { hubs: [], hub: false, subscribe: false } }));
    await pollWithHub();
    await maintainSubscriptions(site);
    expect(hub.requests).toEqual([]);
    expect(await site.store.listSubscriptions()).toEqual([]);
  });
});

describe('ending', () => {
  it.each([
    ['its source is removed', { sources: [] }],
    ['pushes are turned off', { push: { hubs: [], hub: false, subscribe: false } }],
  ])('asks the hub to stop when %s, and forgets it once confirmed', async (_name, change) => {
    const { callbackUrl } = await subscribed();
    site.setup = setupOf(configWith(change));
    await site.store.syncSources([...site.setup.sources.values()], site.clock.now());
    await maintainSubscriptions(site);
    expect(hub.requests[1]?.fields).toEqual({
      'hub.mode': 'unsubscribe',
      'hub.topic': selfUrl,
      'hub.callback': callbackUrl,
    });
    expect((await push('news', {}, callbackUrl)).status).toBe(202);
    expect((await only()).hintedAt).toBeUndefined();
    const answer = await verify({ mode: 'unsubscribe', challenge: 'bye' });
    expect(await answer.text()).toBe('bye');
    expect(await site.store.listSubscriptions()).toEqual([]);
    expect((await push('news', {}, callbackUrl)).status).toBe(404);
  });

  it('forgets a hub that never confirms', async () => {
    await subscribed();
    site.setup = setupOf(configWith({ sources: [] }));
    for (let round = 0; round < 5; round += 1) {
      await maintainSubscriptions(site);
      site.clock.advance(day);
    }
    expect(hub.requests).toHaveLength(4);
    expect(await site.store.listSubscriptions()).toEqual([]);
  });

  it('rests when the hub denies it, whenever that is', async () => {
    await subscribed();
    const answer = await verify({ mode: 'denied', reason: 'feed is gone' });
    expect(answer.status).toBe(200);
    expect(await only()).toMatchObject({
      status: 'resting',
      message: 'the hub denied it: feed is gone',
    });
    expect((await push('news')).status).toBe(202);
    expect((await only()).hintedAt).toBeUndefined();
  });
});

describe('a call that nobody asked for', () => {
  it.each<[string, Partial<Verification>]>([
    ['another feed', { topic: 'https://other.example/rss' }],
    ['the end of what was to begin', { mode: 'unsubscribe' }],
    ['a mode nobody knows', { mode: 'publish' }],
    ['no challenge', { challenge: '' }],
    ['a denial for another feed', { mode: 'denied', topic: 'https://other.example/rss' }],
  ])('is answered 404 and changes nothing: %s', async (_name, given) => {
    await pollWithHub();
    await maintainSubscriptions(site);
    const before = await only();
    const answer = await verify(given);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('c-123');
    expect(await only()).toEqual(before);
  });

  it('is answered 404 when it is asked a second time', async () => {
    await subscribed();
    const before = await only();
    expect((await verify({ leaseSeconds: '1' })).status).toBe(404);
    expect(await only()).toEqual(before);
  });

  it('is answered 404 more than a day after the request', async () => {
    await pollWithHub();
    await maintainSubscriptions(site);
    site.clock.advance(day + 1);
    expect((await verify()).status).toBe(404);
    expect((await only()).status).toBe('pending');
  });

  it('confirms nothing by HEAD', async () => {
    await pollWithHub();
    await maintainSubscriptions(site);
    const { callbackUrl } = await only();
    const asked = { mode: 'subscribe', topic: selfUrl, challenge: 'c' };
    const url = site.reach(verificationUrl(callbackUrl, asked));
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404);
    expect((await only()).status).toBe('pending');
  });

  it.each(['x'.repeat(32), 'short', '..%2f..%2fetc', 'x'.repeat(5_000)])(
    'is answered 404 under a token nobody has, and writes nothing: %s',
    async (token) => {
      await subscribed();
      const before = await only();
      const callback = `https://river.example/websub/${token}`;
      expect((await verify({}, callback)).status).toBe(404);
      expect((await push('news', {}, callback)).status).toBe(404);
      expect(await only()).toEqual(before);
    },
  );
});

describe('a push', () => {
  it('brings the next ordinary poll forward, and nothing else', async () => {
    await subscribed();
    site.clock.advance(30 * minute);
    const answer = await push('<rss>spoofed news</rss>');
    expect(answer.status).toBe(202);
    await expect.poll(async () => (await only()).hintedAt).toBe(site.clock.now());
    expect((await stateNow()).nextDueReason).toBe('every 3 h as configured');
    await takeHints(site);
    expect(await stateNow()).toMatchObject({
      nextDueAt: site.clock.now(),
      nextDueReason: 'its hub announced something new (WebSub)',
    });
    expect(await only()).not.toHaveProperty('hintedAt');
    expect(await site.store.listItems(0, 10)).toEqual([]);
  });

  it('cannot make the source be asked more often than the floor allows', async () => {
    await subscribed();
    const start = site.clock.now();
    let polls = 0;
    for (let round = 0; round < 120; round += 1) {
      site.clock.advance(minute);
      await push(`push ${round}`);
      await expect.poll(async () => (await only()).pushedAt).toBeDefined();
      await takeHints(site);
      if ((await stateNow()).nextDueAt > site.clock.now()) continue;
      await pollWithHub();
      polls += 1;
    }
    expect(site.clock.now() - start).toBe(2 * hour);
    expect(polls).toBeGreaterThan(6);
    expect(polls).toBeLessThanOrEqual(12);
  });

  it('waits for what the server asked for, and wakes nobody who is gone', async () => {
    await subscribed();
    site.clock.advance(30 * minute);
    await site.store.rescheduleSources([
      { ...(await stateNow()), heldUntil: site.clock.now() + hour },
    ]);
    await push('one');
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
    await takeHints(site);
    expect((await stateNow()).nextDueAt).toBe(site.clock.now() + hour);
    await site.store.rescheduleSources([
      { ...(await stateNow()), status: 'gone', nextDueAt: 9e15 },
    ]);
    await push('two');
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
    await takeHints(site);
    expect((await stateNow()).nextDueAt).toBe(9e15);
  });

  it('is remembered over a restart', async () => {
    await subscribed();
    site.clock.advance(hour);
    await push('news');
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
    // The worker that starts again has nothing but the store.
    const { store, clock, log } = site;
    await takeHints({ store, clock, log });
    expect((await stateNow()).nextDueAt).toBe(clock.now());
  });

  it('counts once when it is sent again', async () => {
    await subscribed();
    site.clock.advance(hour);
    await push('news');
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
    await takeHints(site);
    const before = await only();
    site.clock.advance(hour);
    expect((await push('news')).status).toBe(202);
    expect(await only()).toEqual(before);
  });

  it('is passed over when it says it is about another feed', async () => {
    const before = await subscribed();
    const link = '<https://other.example/rss>; rel="self", <https://hub.example/>; rel="hub"';
    expect((await push('news', { link })).status).toBe(202);
    expect(await only()).toEqual(before);
    await push('news', { link: `<${selfUrl}>; rel=self` });
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
  });

  it('is refused over 5 MB', async () => {
    const before = await subscribed();
    expect((await push('x'.repeat(5_000_001))).status).toBe(413);
    expect(await only()).toEqual(before);
  });
});

describe('a push of a hub that shares a secret', () => {
  const secret = 'only the hub and we know';

  it.each(['sha256', 'sha384', 'sha512'])('is believed with %s', async (algorithm) => {
    await subscribed({ secret });
    const signature = signed('news', secret, algorithm);
    expect((await push('news', { 'x-hub-signature': signature })).status).toBe(202);
    await expect.poll(async () => (await only()).hintedAt).toBeDefined();
  });

  it.each([
    ['no signature', {}],
    ['a signature of other content', { 'x-hub-signature': signed('old news', secret) }],
    ['a signature by another key', { 'x-hub-signature': signed('news', 'guess') }],
    ['a weak signature', { 'x-hub-signature': signed('news', secret, 'sha1') }],
    ['half a signature', { 'x-hub-signature': signed('news', secret).slice(0, 39) }],
    ['noise', { 'x-hub-signature': 'sha256=zz' }],
  ])('is answered like any other, and neither polls nor stores: %s', async (_name, headers) => {
    const before = await subscribed({ secret });
    const state = await stateNow();
    expect((await push('news', headers)).status).toBe(202);
    await takeHints(site);
    expect(await only()).toEqual(before);
    expect(await stateNow()).toEqual(state);
  });

  it('is never found in a log, nor is the name of a callback', async () => {
    const { token } = await subscribed({ secret });
    await push('news', { 'x-hub-signature': 'sha256=00' });
    await site.store.close();
    expect((await verify({}, `https://river.example/websub/${token}`)).status).toBe(503);
    expect(site.logged.length).toBeGreaterThan(2);
    for (const line of site.logged) {
      expect(line).not.toContain(token);
      expect(line).not.toContain(secret);
    }
  });
});
