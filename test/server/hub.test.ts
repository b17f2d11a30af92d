import { createHmac } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Announcer } from '../../src/app/push/announcer.ts';
import { setupOf } from '../../src/app/setup.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aTopic } from '../support/a-topic.ts';
import { type CallbackServer, startCallbackServer } from '../support/callback-server.ts';
import { type HubServer, startHubServer } from '../support/hub-server.ts';
import { aConfig, openRiverSite, type RiverSite, siteUrl } from '../support/river-site.ts';

const topic = aTopic({ all: [{ phrase: 'Caspian' }] }, 'caspian');
const selfUrl = `${siteUrl}/topics/caspian/rss.xml`;

let reader: CallbackServer;
let site: RiverSite;
let announcer: Announcer;

function configWith(push: Partial<ReturnType<typeof aConfig>['push']>) {
  const config = aConfig({ topics: [topic] });
  return {
    ...config,
    push: { hubs: [], hub: true, subscribe: false, ...push },
    fetch: { ...config.fetch, allowHosts: ['127.0.0.1'] },
  };
}

async function open(push: Partial<ReturnType<typeof aConfig>['push']> = {}): Promise<void> {
  site = await openRiverSite(configWith(push));
  announcer = new Announcer(site);
  publish('first');
}

const challengeOf = ({ searchParams }: URL): string => searchParams.get('hub.challenge') ?? '';

function publish(body: string, name = 'rss.xml'): void {
  const file = path.join(site.outDir, 'topics/caspian', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, body);
}

function ask(fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const form = {
    'hub.mode': 'subscribe',
    'hub.topic': selfUrl,
    'hub.callback': reader.url,
    ...fields,
  };
  const body = new URLSearchParams(form);
  return fetch(`${site.listening.url}/hub`, { method: 'POST', body, headers });
}

/** A subscriber that has confirmed. */
async function subscribed(fields: Record<string, string> = {}): Promise<Subscriber> {
  expect((await ask(fields)).status).toBe(202);
  await announcer.run();
  return only();
}

async function only(): Promise<Subscriber> {
  const [subscriber, ...others] = await site.store.listSubscribers();
  if (subscriber === undefined || others.length > 0) throw new Error('not one subscriber');
  return subscriber;
}

beforeEach(async () => {
  reader = await startCallbackServer();
  await open();
});
afterEach(() => reader.close());

describe('a request to the hub', () => {
  it.each([
    ['another mode', { 'hub.mode': 'publish' }, 400, 'hub.mode'],
    ['no topic', { 'hub.topic': '' }, 400, 'hub.topic'],
    ['a topic of another site', { 'hub.topic': 'https://x.example/rss.xml' }, 404, 'hub.topic'],
    ['a page of ours', { 'hub.topic': `${siteUrl}/topics/caspian/` }, 404, 'hub.topic'],
    ['no callback', { 'hub.callback': '' }, 400, 'hub.callback'],
    ['a callback that is no web address', { 'hub.callback': 'ftp://x.example/' }, 400, 'callback'],
    ['a callback with a user', { 'hub.callback': 'http://a:b@x.example/' }, 400, 'hub.callback'],
    ['a long callback', { 'hub.callback': `http://x.example/${'a'.repeat(2_048)}` }, 400, 'callb'],
    ['a secret of 200 bytes', { 'hub.secret': 'ə'.repeat(100) }, 400, 'hub.secret'],
    ['a lease that is no number', { 'hub.lease_seconds': 'long' }, 400, 'hub.lease_seconds'],
    ['an end of what is not', { 'hub.mode': 'unsubscribe' }, 404, 'no such'],
  ])('with %s is refused in words', async (_, fields, status, words) => {
    const answer = await ask(fields);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain(words);
    expect(await site.store.listSubscribers()).toEqual([]);
  });

  it('that is no form, or too long, is refused', async () => {
    const json = await ask({}, { 'content-type': 'application/json' });
    expect(json.status).toBe(415);
    expect((await ask({ 'hub.more': 'x'.repeat(20_000) })).status).toBe(413);
    const got = await fetch(`${site.listening.url}/hub`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const put = await fetch(`${site.listening.url}/hub`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('is answered 404 while the site is no hub', async () => {
    await open({ hub: false });
    expect((await ask()).status).toBe(404);
    expect((await fetch(`${site.listening.url}/hub`)).status).toBe(404);
  });

  it('for the corrections of a topic is taken', async () => {
    const corrections = `${siteUrl}/topics/caspian/corrections.atom`;
    expect((await ask({ 'hub.topic': corrections })).status).toBe(202);
  });

  it('with fields nobody knows is taken', async () => {
    expect((await ask({ 'hub.verify': 'sync' })).status).toBe(202);
  });

  it('beyond the cap of a site is refused, and one more of those it has is not', async () => {
    const now = site.clock.now();
    for (let number = 0; number < 200; number += 1) {
      const callbackUrl = `http://${reader.host}/${number}`;
      const row = { selfUrl, callbackUrl, failures: 0, nextAt: now + day, version: 0 };
      await site.store.saveSubscriber(row);
    }
    // Another port is no other site.
    expect((await ask({ 'hub.callback': 'http://127.0.0.1:8123/' })).status).toBe(403);
    expect((await ask({ 'hub.callback': `http://${reader.host}/7` })).status).toBe(202);
  });

  it.each([
    ['documents', { ofFeed: 2_000 }, 403],
    ['all', { all: 10_000 }, 403],
    ['those that wait', { unconfirmed: 1_000 }, 503],
  ])('beyond the cap of %s is refused', async (_, counts, status) => {
    const none = { all: 0, unconfirmed: 0, ofFeed: 0, ofSite: 0 };
    vi.spyOn(site.store, 'countSubscribers').mockResolvedValue({ ...none, ...counts });
    const answer = await ask();
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([status, status === 503]);
  });

  it('is limited per site of callbacks, from however many networks it comes', async () => {
    const from = (number: number) => ({ 'x-forwarded-for': `10.0.${number}.1` });
    const asked = Array.from({ length: 120 }, (_, number) =>
      ask({ 'hub.callback': `http://127.0.0.1:8123/${number}` }, from(number)),
    );
    const refused = (await Promise.all(asked)).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect((await ask({ 'hub.callback': 'http://127.0.9.1/' }, from(200))).status).toBe(400);
  });

  it.each(['http://10.0.0.7/', 'http://[::ffff:127.0.0.2]/', 'http://x.example:22/'])(
    'to be called at %s is refused before anything is kept',
    async (callback) => {
      const answer = await ask({ 'hub.callback': callback });
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('public'),
      ]);
      expect(await site.store.listSubscribers()).toEqual([]);
    },
  );

  it('is limited per network', async () => {
    // At once, and far more than the limit: one a second is let through beyond it.
    const answers = await Promise.all(Array.from({ length: 120 }, () => ask({ x: '' })));
    expect(answers.map(({ status }) => status)).toContain(429);
  });
});

describe('intent', () => {
  it('is asked of the callback, its own query kept', async () => {
    await ask({ 'hub.lease_seconds': '86400' });
    await announcer.run();
    const [question] = reader.questions;
    expect(Object.fromEntries(question ?? [])).toMatchObject({
      for: 'us',
      'hub.mode': 'subscribe',
      'hub.topic': selfUrl,
      'hub.lease_seconds': '86400',
    });
    expect((question?.get('hub.challenge') ?? '').length).toBeGreaterThan(30);
    const { asked, leaseUntil } = await only();
    expect([asked, leaseUntil]).toEqual([undefined, site.clock.now() + day]);
  });

  it.each([
    ['another text', { status: 200, body: 'yes' }],
    ['404', { status: 404, body: 'no' }],
    ['a page that repeats the question', { status: 200, body: ({ href }: URL) => href }],
    ['more than the challenge', { status: 200, body: (url: URL) => `${challengeOf(url)}\n` }],
    ['the challenge under a redirect', { status: 302, body: '' }],
  ])('answered by %s is none, and the request is forgotten', async (_, answer) => {
    reader.confirmWith(answer);
    await ask();
    await announcer.run();
    expect(await site.store.listSubscribers()).toEqual([]);
  });

  it('is asked again, three times in all, of a callback that fails', async () => {
    reader.confirmWith({ status: 503, body: '' });
    await ask();
    publish('second');
    for (let round = 0; round < 8; round += 1) {
      await announcer.run();
      site.clock.advance(10 * minute);
    }
    expect(reader.questions).toHaveLength(3);
    expect(reader.deliveries).toEqual([]);
    expect(await site.store.listSubscribers()).toEqual([]);
  });

  it('keeps a lease within its bounds', async () => {
    const short = await subscribed({ 'hub.lease_seconds': '1' });
    expect(short.leaseUntil).toBe(site.clock.now() + hour);
    const long = await subscribed({ 'hub.lease_seconds': '999999999' });
    expect(long.leaseUntil).toBe(site.clock.now() + 30 * day);
    const usual = await subscribed({ 'hub.lease_seconds': '0' });
    expect(usual.leaseUntil).toBe(site.clock.now() + 10 * day);
  });

  it('not confirmed leaves a subscription of before as it was', async () => {
    const before = await subscribed({ 'hub.secret': 'ours' });
    reader.confirmWith({ status: 404, body: '' });
    await ask({ 'hub.secret': 'of a stranger' });
    await announcer.run();
    const { leaseUntil, secret } = await only();
    expect({ leaseUntil, secret }).toEqual({ leaseUntil: before.leaseUntil, secret: 'ours' });
  });

  it('to end is confirmed too', async () => {
    await subscribed();
    reader.confirmWith({ status: 404, body: '' });
    await ask({ 'hub.mode': 'unsubscribe' });
    await announcer.run();
    await only();
    reader.confirmWith(undefined);
    await ask({ 'hub.mode': 'unsubscribe' });
    await announcer.run();
    expect(reader.questions.at(-1)?.get('hub.mode')).toBe('unsubscribe');
    expect(reader.questions.at(-1)?.has('hub.lease_seconds')).toBe(false);
    expect(await site.store.listSubscribers()).toEqual([]);
  });
});

describe('a change', () => {
  it('is delivered once, whole, named and signed', async () => {
    await subscribed({ 'hub.secret': 'a key' });
    await announcer.run();
    expect(reader.deliveries).toEqual([]);
    publish('second');
    await announcer.run();
    await announcer.run();
    expect(reader.deliveries).toHaveLength(1);
    const [delivery] = reader.deliveries;
    expect(delivery?.path).toBe('/callback?for=us');
    expect(delivery?.body.toString()).toBe('second');
    expect(delivery?.headers['content-type']).toContain('application/rss+xml');
    expect(delivery?.headers['link']).toBe(`<${siteUrl}/hub>; rel="hub", <${selfUrl}>; rel="self"`);
    const digest = createHmac('sha256', 'a key').update('second').digest('hex');
    expect(delivery?.headers['x-hub-signature']).toBe(`sha256=${digest}`);
  });

  it('is not signed for one who gave no secret, and not delivered for another document', async () => {
    await subscribed();
    publish('other', 'atom.xml');
    await announcer.run();
    expect(reader.deliveries).toEqual([]);
    publish('second');
    await announcer.run();
    expect(reader.deliveries[0]?.headers).not.toHaveProperty('x-hub-signature');
  });

  it('reaches a callback that failed later, with the newest document, also after a restart', async () => {
    await subscribed();
    reader.answerWith(500);
    publish('second');
    await announcer.run();
    await announcer.run();
    expect(reader.deliveries).toHaveLength(1);
    publish('third');
    reader.answerWith(204);
    site.clock.advance(2 * minute);
    await new Announcer(site).run();
    site.clock.advance(day);
    await new Announcer(site).run();
    expect(reader.deliveries.map(({ body }) => String(body))).toEqual(['second', 'third']);
    expect(await only()).toMatchObject({ failures: 0 });
  });

  it('waits longer with every failure, and as long as the callback asks', async () => {
    await subscribed();
    reader.answerWith(500);
    publish('second');
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await announcer.run();
      const { nextAt } = await only();
      waits.push((nextAt - site.clock.now()) / minute);
      site.clock.advance(nextAt - site.clock.now());
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    reader.answerWith(503, { 'retry-after': '3600' });
    await announcer.run();
    expect((await only()).nextAt).toBe(site.clock.now() + hour);
  });

  it('ends a subscription whose callback is gone (410), or whose lease is over', async () => {
    await subscribed();
    reader.answerWith(410);
    publish('second');
    await announcer.run();
    expect(await site.store.listSubscribers()).toEqual([]);
    await subscribed();
    site.clock.advance(11 * day);
    publish('third');
    await announcer.run();
    expect(await site.store.listSubscribers()).toEqual([]);
    expect(reader.deliveries).toHaveLength(1);
  });

  it('is delivered by one of two processes', async () => {
    await subscribed();
    publish('second');
    await Promise.all([announcer.run(), new Announcer(site).run()]);
    expect(reader.deliveries).toHaveLength(1);
  });

  it('between the request and the confirmation is delivered after it', async () => {
    await ask();
    publish('second');
    await announcer.run();
    expect(reader.deliveries.map(({ body }) => String(body))).toEqual(['second']);
  });

  it('is delivered in the same run as the renewal that was asked for', async () => {
    await subscribed({ 'hub.secret': 'old' });
    publish('second');
    await ask({ 'hub.secret': 'new' });
    await announcer.run();
    const digest = createHmac('sha256', 'new').update('second').digest('hex');
    expect(reader.deliveries[0]?.headers['x-hub-signature']).toBe(`sha256=${digest}`);
  });

  it('that takes a document from the disk for a while sends nobody away', async () => {
    await subscribed();
    rmSync(path.join(site.outDir, 'topics'), { recursive: true });
    await announcer.run();
    publish('second');
    await announcer.run();
    expect(reader.questions.map((query) => query.get('hub.mode'))).toEqual(['subscribe']);
    expect(reader.deliveries.map(({ body }) => String(body))).toEqual(['second']);
  });

  it('does not end what was asked for anew while it was delivered', async () => {
    await subscribed();
    publish('second');
    reader.answerWith(410);
    reader.onDelivery(async () => {
      reader.onDelivery(async () => {});
      expect((await ask()).status).toBe(202);
      reader.answerWith(204);
    });
    await announcer.run();
    expect((await only()).leaseUntil).toBe(site.clock.now() + 10 * day);
    expect(reader.questions).toHaveLength(2);
  });

  it('ends a lease that was given while the clock ran ahead', async () => {
    const subscriber = await subscribed();
    const leaseUntil = site.clock.now() + 3_650 * day;
    await site.store.saveSubscriber({ ...subscriber, leaseUntil });
    publish('second');
    await announcer.run();
    expect((await only()).leaseUntil).toBe(site.clock.now() + 30 * day);
  });

  it('of a topic that is no more is told as a denial, once', async () => {
    await subscribed();
    site.setup = setupOf({ ...configWith({}), topics: [] });
    await new Announcer(site).run();
    await new Announcer(site).run();
    const denials = reader.questions.filter((query) => query.get('hub.mode') === 'denied');
    expect(denials.map((query) => query.get('hub.topic'))).toEqual([selfUrl]);
    expect(await site.store.listSubscribers()).toEqual([]);
  });
});

it('calls no address that the guard refuses, whatever a name says now', async () => {
  site = await openRiverSite({ ...configWith({}), fetch: aConfig().fetch });
  announcer = new Announcer(site);
  publish('first');
  const { port } = new URL(reader.url);
  const asked = { mode: 'subscribe' as const, leaseMs: hour, attempts: 0 };
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    const row = { selfUrl, failures: 0, nextAt: site.clock.now(), version: 0 };
    await site.store.saveSubscriber({ ...row, callbackUrl: `http://${name}:${port}/`, asked });
  }
  await announcer.run();
  expect(reader.questions).toEqual([]);
  const messages = (await site.store.listSubscribers()).map(({ message }) => message);
  expect(messages).toEqual(Array(3).fill(expect.stringContaining('did not confirm')));
});

describe('hubs elsewhere', () => {
  let hub: HubServer;

  beforeEach(async () => {
    hub = await startHubServer();
    onTestFinished(() => hub.close());
    await open({ hub: false, hubs: [hub.url] });
  });

  it('are told of each changed document once, after it is live', async () => {
    await announcer.run();
    await announcer.run();
    expect(hub.requests.map(({ fields }) => fields)).toEqual([
      { 'hub.mode': 'publish', 'hub.url': selfUrl, 'hub.topic': selfUrl },
    ]);
    publish('second');
    publish('new', 'atom.xml');
    await new Announcer(site).run();
    expect(hub.requests.map(({ fields }) => fields['hub.url']).sort()).toEqual([
      `${siteUrl}/topics/caspian/atom.xml`,
      selfUrl,
      selfUrl,
    ]);
  });

  it('that fail are told again, ever more rarely, until they are told', async () => {
    hub.answerWith({ status: 500 });
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await announcer.run();
      const [row] = await site.store.listAnnouncements();
      waits.push(((row?.nextAt ?? 0) - site.clock.now()) / minute);
      site.clock.advance((waits.at(-1) ?? 0) * minute);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
    expect(hub.requests).toHaveLength(12);
    hub.answerWith({ status: 204 });
    await new Announcer(site).run();
    site.clock.advance(day);
    await new Announcer(site).run();
    expect(hub.requests).toHaveLength(13);
  });

  it.each([400, 404, 410])(
    'that refuse (%i) are not asked again before the next change',
    async (status) => {
      hub.answerWith({ status });
      for (let round = 0; round < 4; round += 1) {
        await announcer.run();
        site.clock.advance(hour);
      }
      expect(hub.requests).toHaveLength(1);
      publish('second');
      await announcer.run();
      expect(hub.requests).toHaveLength(2);
      const [row] = await site.store.listAnnouncements();
      expect(row?.message).toContain(`it answered ${status}`);
    },
  );

  it('that do not answer are asked once in a while, and told of all when they are back', async () => {
    for (const name of ['atom.xml', 'feed.json', 'corrections.atom']) publish('first', name);
    hub.answerWith({ status: 0, isSilent: true });
    await announcer.run();
    // Two at a time; with the first that waited in vain the others are spared.
    expect(hub.requests).toHaveLength(2);
    publish('second');
    await announcer.run();
    expect(hub.requests).toHaveLength(2);
    hub.answerWith({ status: 204 });
    site.clock.advance(minute);
    await announcer.run();
    const told = hub.requests.slice(2).map(({ fields }) => fields['hub.topic']);
    expect(new Set(told).size).toBe(4);
    expect(told).toHaveLength(4);
  });

  it('that are configured no more are forgotten', async () => {
    await announcer.run();
    site.setup = setupOf(configWith({ hub: false }));
    await new Announcer(site).run();
    expect(await site.store.listAnnouncements()).toEqual([]);
  });

  it('are not told once more because a document was missing for a while', async () => {
    await announcer.run();
    rmSync(path.join(site.outDir, 'topics'), { recursive: true });
    await announcer.run();
    publish('first');
    await announcer.run();
    expect(hub.requests).toHaveLength(1);
  });

  it('do not include our own, which looks at the same documents', async () => {
    await open({ hubs: [`${siteUrl}/hub`] });
    await announcer.run();
    expect(await site.store.listAnnouncements()).toEqual([]);
  });
});
