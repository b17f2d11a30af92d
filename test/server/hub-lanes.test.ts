import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Announcer } from '../../src/app/push/announcer.ts';
import { day, minute } from '../../src/domain/instant.ts';
import { aTopic } from '../support/a-topic.ts';
import { type CallbackServer, startCallbackServer } from '../support/callback-server.ts';
import { startHubServer } from '../support/hub-server.ts';
import { aConfig, openRiverSite, type RiverSite, siteUrl } from '../support/river-site.ts';

const topic = aTopic({ all: [{ phrase: 'Caspian' }] }, 'caspian');
const selfUrl = `${siteUrl}/topics/caspian/rss.xml`;

let site: RiverSite;
let announcer: Announcer;

async function open(hubs: readonly string[] = []): Promise<void> {
  const config = aConfig({ topics: [topic] });
  // Addresses of different networks are different sites, all of them on this machine.
  const allowHosts = Array.from({ length: 60 }, (_, network) => `127.0.${network}.1`);
  site = await openRiverSite({
    ...config,
    push: { hubs, hub: true, subscribe: false },
    fetch: { ...config.fetch, allowHosts },
  });
  announcer = new Announcer(site);
  publish('first');
}

function publish(body: string): void {
  const file = path.join(site.outDir, 'topics/caspian/rss.xml');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, body);
}

async function reader(network = 0): Promise<CallbackServer> {
  const server = await startCallbackServer(`127.0.${network}.1`);
  onTestFinished(() => server.close());
  return server;
}

/** Confirmed subscribers that have the first document. */
async function subscribe(...callbacks: readonly string[]): Promise<void> {
  for (const callback of callbacks) {
    const fields = { 'hub.mode': 'subscribe', 'hub.topic': selfUrl, 'hub.callback': callback };
    const asked = { method: 'POST', body: new URLSearchParams(fields) };
    expect((await fetch(`${site.listening.url}/hub`, asked)).status).toBe(202);
  }
  await announcer.run();
  const leases = (await site.store.listSubscribers()).map(({ leaseUntil }) => leaseUntil);
  expect(leases).toEqual(callbacks.map(() => site.clock.now() + 10 * day));
}

const never = (): Promise<void> => new Promise(() => {});
const arrived = (server: CallbackServer, count: number) =>
  expect.poll(() => server.deliveries.length, { timeout: 60_000 }).toBe(count);

beforeEach(() => open());

describe('a subscriber that keeps us waiting', () => {
  it('holds up no other, be there many of its kind', async () => {
    const slow = await Promise.all(Array.from({ length: 20 }, (_, network) => reader(network + 1)));
    const prompt = await reader();
    await subscribe(...slow.map(({ url }) => url), prompt.url);
    for (const each of slow) each.onDelivery(never);
    publish('second');
    const stopping = new AbortController();
    const underway = announcer.run(stopping.signal);
    await arrived(prompt, 1);
    expect(slow.some(({ deliveries }) => deliveries.length > 0)).toBe(true);
    stopping.abort();
    await underway;
  });

  it('is not waited for again before those that answer: the next change reaches them', async () => {
    const [slow, prompt] = [await reader(1), await reader()];
    const urls = Array.from({ length: 8 }, (_, number) => `${slow.url}&number=${number}`);
    await subscribe(...urls, prompt.url);
    slow.onDelivery(never);
    publish('second');
    const stopping = new AbortController();
    const [, , promptLane, slowLane] = announcer.parts(stopping.signal);
    await promptLane?.();
    // Two at a time; when the first was given up the lane let go of the other six.
    expect(slow.deliveries).toHaveLength(2);
    expect(prompt.deliveries).toHaveLength(1);
    const waiting = slowLane?.();
    publish('third');
    await promptLane?.();
    expect(prompt.deliveries.map(({ body }) => String(body))).toEqual(['second', 'third']);
    stopping.abort();
    await waiting;
  });

  it('is called again at once after a stop: nothing is lost, and nothing waits for a claim', async () => {
    const [slow, prompt] = [await reader(1), await reader()];
    await subscribe(slow.url, prompt.url);
    slow.onDelivery(never);
    publish('second');
    const stopping = new AbortController();
    const underway = announcer.run(stopping.signal);
    await arrived(slow, 1);
    const isTaken = () => site.logged.some((line) => line.includes('"deliver","answer":204'));
    await expect.poll(isTaken, { timeout: 60_000 }).toBe(true);
    stopping.abort();
    await underway;
    slow.onDelivery(async () => {});
    await new Announcer(site).run();
    expect(slow.deliveries.map(({ body }) => String(body))).toEqual(['second', 'second']);
    expect(prompt.deliveries).toHaveLength(1);
  });
});

it('a hub elsewhere that does not answer holds up no subscriber, nor another hub', async () => {
  const [silent, hub] = [await startHubServer('127.0.1.1'), await startHubServer()];
  onTestFinished(async () => {
    await Promise.all([silent.close(), hub.close()]);
  });
  await open([silent.url, hub.url]);
  const prompt = await reader();
  await subscribe(prompt.url);
  silent.answerWith({ status: 0, isSilent: true });
  publish('second');
  await announcer.run();
  publish('third');
  site.clock.advance(minute);
  const stopping = new AbortController();
  const underway = announcer.run(stopping.signal);
  await expect.poll(() => silent.requests.length, { timeout: 60_000 }).toBe(3);
  publish('fourth');
  // The silent one is being waited for; the round of the others is another.
  const [hubs, , promptLane] = announcer.parts(stopping.signal);
  await Promise.all([hubs?.(), promptLane?.()]);
  expect(hub.requests).toHaveLength(4);
  expect(prompt.deliveries.at(-1)?.body.toString()).toBe('fourth');
  expect(silent.requests).toHaveLength(3);
  stopping.abort();
  await underway;
});
