import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Running, runAraz, startAraz } from '../support/araz-command.ts';
import { freePort } from '../support/free-port.ts';
import { smallFeed } from '../support/small-feed.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

// A dozen processes start one after another: on a busy machine each takes seconds.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let river: Newsdesk;
let reader: Newsdesk;
let topicUrl = '';
const running: Running[] = [];

/** A river that is a hub, and another Araz, with a folder of its own, that reads its topic. */
beforeEach(async () => {
  river = await openNewsdesk();
  reader = await openNewsdesk();
  const [riverPort, readerPort] = [await freePort(), await freePort()];
  const sites = [riverPort, readerPort].map((port) => `http://127.0.0.1:${port}`);
  topicUrl = `${sites[0]}/topics/azerbaijan-iran/rss.xml`;
  const allowHosts = ['127.0.0.1'];
  river.configure((config) => ({
    ...config,
    site: { ...config.site, url: sites[0] },
    server: { ...config.server, port: riverPort },
    fetch: { ...config.fetch, allowHosts },
    push: { hub: true },
  }));
  reader.configure((config) => ({
    ...config,
    site: { ...config.site, url: sites[1] },
    server: { ...config.server, port: readerPort },
    fetch: { ...config.fetch, allowHosts },
    push: { subscribe: true },
    sources: [{ ...config.sources[0], id: 'river', url: topicUrl }],
  }));
});

afterEach(async () => {
  for (const each of running.splice(0)) {
    each.kill('SIGTERM');
    await each.ended;
  }
  await river.close();
  await reader.close();
});

async function serving(desk: Newsdesk, verb: 'start' | 'serve'): Promise<Running> {
  const process = startAraz([...desk.work.flags, verb]);
  running.push(process);
  await process.until(/Araz is on http:\/\/127\.0\.0\.1:\d+\//);
  return process;
}

function addNews(): void {
  const title = 'Azerbaijan and Iran open a second bridge';
  river.server.at('/baku.xml', { body: smallFeed('Baku desk', [{ name: 'bridge', title }]) });
}

const poll = (desk: Newsdesk) => runAraz([...desk.work.flags, 'poll', '--all']);

describe('one Araz as the hub of another', () => {
  it('takes its subscription in araz start, and delivers from araz poll', async () => {
    const hub = await serving(river, 'start');
    await expect.poll(async () => (await fetch(topicUrl)).status, { timeout: 60_000 }).toBe(200);
    const { headers } = await fetch(topicUrl);
    const site = new URL(topicUrl).origin;
    expect(headers.get('link')).toBe(`<${topicUrl}>; rel="self", <${site}/hub>; rel="hub"`);
    const inbox = await serving(reader, 'serve');
    expect((await poll(reader)).code).toBe(0);
    await expect.poll(() => inbox.stderr(), { timeout: 60_000 }).toMatch(/active.*hub called/);
    await expect
      .poll(() => hub.stderr(), { timeout: 60_000 })
      .toMatch(/"for":"verify","answer":200/);
    hub.kill('SIGTERM');
    await hub.ended;

    addNews();
    const delivered = await poll(river);
    expect(delivered.stderr).toMatch(/"for":"deliver","answer":202.*subscriber was called/);
    const again = await poll(river);
    expect(again.stderr).not.toContain('subscriber was called');
    const hinted = await runAraz([...reader.work.flags, 'poll']);
    expect(hinted.stderr).toMatch(/"hints":1.*"pushes"/);
  });

  it('takes its subscription in araz serve, and asks it back from araz poll', async () => {
    expect((await poll(river)).code).toBe(0);
    await serving(river, 'serve');
    const inbox = await serving(reader, 'serve');
    expect((await poll(reader)).code).toBe(0);
    expect((await poll(river)).stderr).toMatch(/"for":"verify","answer":200/);
    expect(inbox.stderr()).toMatch(/active.*hub called/);
  });
});

it('araz serve takes up a changed configuration, and keeps the running one when it is wrong', async () => {
  expect((await poll(river)).code).toBe(0);
  const site = await serving(river, 'serve');
  river.work.writeConfig('{ "sources": [');
  site.kill('SIGHUP');
  await expect.poll(() => site.stderr(), { timeout: 60_000 }).toContain('feeds.config.json:1');
  expect((await fetch(topicUrl)).status).toBe(200);
  river.configure((config) => ({ ...config, topics: [], server: { ...config.server, port: 1 } }));
  site.kill('SIGHUP');
  await expect.poll(async () => (await fetch(topicUrl)).status, { timeout: 60_000 }).toBe(410);
  expect(site.stderr()).toContain('change at the next start');
});

it('araz start ends and says so when its data folder is removed', async () => {
  river.configure((config) => ({ ...config, schedule: '* * * * * *' }));
  const start = startAraz([...river.work.flags, 'start', '--port', '0']);
  running.push(start);
  await start.until(/Araz is on/);
  const status = () => runAraz([...river.work.flags, 'status', '--json']);
  await expect.poll(async () => (await status()).stdout, { timeout: 60_000 }).toContain('modified');
  river.work.moveData();
  const { code, stderr } = await start.ended;
  expect(stderr).toContain('araz.db was removed or replaced while it was in use');
  expect(code).toBe(74);
});
