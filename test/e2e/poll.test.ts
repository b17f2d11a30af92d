import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz, startAraz } from '../support/araz-command.ts';
import { smallFeed } from '../support/small-feed.ts';
import { bakuFeed, type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

async function poll(...args: string[]) {
  const ran = await runAraz(['--json', ...desk.work.flags, 'poll', ...args]);
  const result = ran.stdout === '' ? undefined : JSON.parse(ran.stdout);
  return { ...ran, result };
}

function jsonFeed() {
  const file = path.join(desk.work.publicDir, 'topics/azerbaijan-iran/feed.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('araz poll', () => {
  it('stores every item and publishes those of the topic', async () => {
    const { code, result } = await poll();
    expect(code).toBe(0);
    expect(result).toMatchObject({ polled: 2, failed: 0, itemsNew: 5 });
    const titles = jsonFeed().items.map(({ title }: { title: string }) => title);
    expect(titles.sort()).toEqual([
      'Azerbaijan and Iran hold talks on the border',
      'Iran names a new ambassador to Azerbaijan',
    ]);
  });

  it('asks nothing before it is due', async () => {
    await poll();
    desk.server.forgetRequests();
    const { code, result } = await poll();
    expect(code).toBe(0);
    expect(result).toMatchObject({ polled: 0, itemsNew: 0 });
    expect(desk.server.requests).toEqual([]);
  });

  it('finds nothing new the second time and leaves every published file untouched', async () => {
    await poll();
    const before = desk.work.published();
    expect(before.size).toBeGreaterThan(5);
    desk.server.forgetRequests();
    const { result } = await poll('--all');
    expect(result).toMatchObject({ polled: 2, failed: 0, itemsNew: 0, itemsRevised: 0 });
    expect(result.polls.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'not-modified',
      'not-modified',
    ]);
    const tags = desk.server.requests.map(({ headers }) => headers['if-none-match']);
    expect(tags.sort()).toEqual(['"baku-1"', '"tehran-1"']);
    expect(desk.work.published()).toEqual(before);
  });

  it('changes nothing when the same items come again under a new tag', async () => {
    await poll();
    const before = desk.work.published();
    desk.server.at('/baku.xml', { body: bakuFeed, etag: '"baku-2"' });
    const { code, result } = await poll('--all');
    expect(code).toBe(0);
    expect(result.itemsNew).toBe(0);
    expect(desk.work.published()).toEqual(before);
  });

  it('adds a new item as one new entry and keeps the ids of the others', async () => {
    await poll();
    const idsBefore = jsonFeed().items.map(({ id }: { id: string }) => id);
    const items = [
      { name: 'gas', title: 'Azerbaijan and Iran renew their gas swap' },
      { name: 'talks', title: 'Azerbaijan and Iran hold talks on the border', text: 'In Baku.' },
    ];
    desk.server.at('/baku.xml', { body: smallFeed('Baku desk', items), etag: '"baku-2"' });
    const { result } = await poll('--all');
    expect(result.itemsNew).toBe(1);
    const idsAfter = jsonFeed().items.map(({ id }: { id: string }) => id);
    expect(idsAfter).toHaveLength(3);
    expect(idsAfter).toEqual(expect.arrayContaining(idsBefore));
  });

  it('polls only the source that is named', async () => {
    const { result } = await poll('--source', 'baku');
    expect(result).toMatchObject({ polled: 1, itemsNew: 2 });
    expect(desk.server.requestsTo('/tehran.xml')).toEqual([]);
  });

  it('speaks to people on standard output and logs JSON lines on standard error', async () => {
    const { stdout, stderr } = await runAraz([...desk.work.flags, 'poll']);
    expect(stdout).toContain('2 sources polled');
    expect(stdout).toContain('5 new items');
    const lines = stderr.trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('msg');
  });
});

describe('a poll that was killed', () => {
  it('leaves nothing half there, and the next one goes on at once', async () => {
    desk.server.at('/baku.xml', { fault: { kind: 'silence' } });
    const running = startAraz([...desk.work.flags, 'poll']);
    await desk.untilAsked('/tehran.xml');
    await desk.untilAsked('/baku.xml');
    running.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');

    desk.server.at('/baku.xml', {
      body: smallFeed('Baku desk', [{ name: 'a', title: 'Baku and Tehran open a bridge' }]),
    });
    const { code, result } = await poll('--all');
    expect(code).toBe(0);
    expect(result).toMatchObject({ polled: 2, failed: 0 });
    const status = await runAraz(['--json', ...desk.work.flags, 'status']);
    const stored = JSON.parse(status.stdout).sources.map(
      ({ id, itemsStored }: { id: string; itemsStored: number }) => [id, itemsStored],
    );
    expect(stored).toEqual([
      ['baku', 1],
      ['tehran', 3],
    ]);
  });
});
