import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz, startAraz } from '../support/araz-command.ts';
import { type HubServer, startHubServer, verificationUrl } from '../support/hub-server.ts';
import { bakuFeed, type DeskConfig, type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;
let hub: HubServer;

beforeEach(async () => {
  desk = await openNewsdesk();
  hub = await startHubServer();
  const self = desk.server.urlOf('/baku.xml');
  const link = [`<${hub.url}>; rel="hub"`, `<${self}>; rel="self"`];
  desk.server.at('/baku.xml', { body: bakuFeed, headers: { link } });
  desk.configure((config) => subscribing(config));
});

afterEach(async () => {
  await hub.close();
  await desk.close();
});

function subscribing(config: DeskConfig) {
  const fetch = { ...config.fetch, allowHosts: [...config.fetch.allowHosts, hub.host] };
  return { ...config, fetch, schedule: '* * * * * *', push: { subscribe: true } };
}

interface SourceFacts {
  readonly id: string;
  readonly nextDueReason: string;
}

async function reasonOf(url: string): Promise<string | undefined> {
  const response = await fetch(`${url}/status.json`);
  const { sources } = (await response.json()) as { readonly sources: readonly SourceFacts[] };
  return sources.find(({ id }) => id === 'baku')?.nextDueReason;
}

describe('a hub that a source names', () => {
  it('is subscribed to by araz start, and its push brings the next poll forward', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    await expect.poll(() => hub.requests.length, { timeout: 20_000 }).toBe(1);
    const fields = hub.requests[0]?.fields ?? {};
    const callback = (fields['hub.callback'] ?? '').replace('https://river.example', url);
    const topic = fields['hub.topic'] ?? '';
    const asked = { mode: 'subscribe', topic, challenge: 'abc' };
    const answer = await fetch(verificationUrl(callback, asked));
    expect(await answer.text()).toBe('abc');
    expect((await fetch(callback, { method: 'POST', body: '<rss/>' })).status).toBe(202);
    await expect
      .poll(() => reasonOf(url), { timeout: 20_000 })
      .toBe('its hub announced something new (WebSub)');
    expect(desk.server.requestsTo('/baku.xml')).toHaveLength(1);
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('is asked by araz poll and answered by araz serve, each a process of its own', async () => {
    expect((await runAraz([...desk.work.flags, 'poll'])).code).toBe(0);
    expect(hub.requests).toHaveLength(1);
    const serving = startAraz([...desk.work.flags, 'serve', '--port', '0']);
    const [, url = ''] = await serving.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const fields = hub.requests[0]?.fields ?? {};
    const callback = (fields['hub.callback'] ?? '').replace('https://river.example', url);
    const asked = { mode: 'subscribe', topic: fields['hub.topic'] ?? '', challenge: 'abc' };
    expect((await fetch(verificationUrl(callback, asked))).status).toBe(200);
    expect((await fetch(callback, { method: 'POST', body: '<rss/>' })).status).toBe(202);
    await expect
      .poll(
        async () => {
          await runAraz([...desk.work.flags, 'poll']);
          return reasonOf(url);
        },
        { timeout: 25_000, interval: 500 },
      )
      .toContain('WebSub');
    serving.kill('SIGTERM');
    expect((await serving.ended).code).toBe(0);
  });

  it('is left alone unless the editor wants pushes', async () => {
    desk.configure((config) => ({ ...subscribing(config), push: {} }));
    expect((await runAraz([...desk.work.flags, 'poll'])).code).toBe(0);
    expect(hub.requests).toEqual([]);
  });
});
