import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOnStory } from '../../src/app/edit/editor-acts.ts';
import { startWorker, type Worker, type WorkerOptions } from '../../src/app/worker.ts';
import { AppError } from '../../src/domain/errors.ts';
import { type Desk, type DeskConfig, openDesk, publishedPath } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { smallFeed } from '../support/small-feed.ts';

const feed = smallFeed('A', [
  { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' },
  { name: 'ferry', title: 'A new ferry leaves the harbour of Alat' },
]);

let desk: Desk;
let worker: Worker | undefined;
let passes: number;

/** The schedule of the tests: a tick a second. */
const everySecond = { schedule: '* * * * * *' };

beforeEach(async () => {
  desk = await openDesk({ change: (config) => ({ ...config, ...everySecond }) });
  desk.server.at('/a.xml', { body: feed, etag: '"1"' });
  passes = 0;
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  vi.restoreAllMocks();
});

async function start(options: WorkerOptions = {}): Promise<Worker> {
  worker = await startWorker(desk.app, {
    configPath: desk.work.configPath,
    onPass: () => {
      passes += 1;
    },
    ...options,
  });
  return worker;
}

const logged = (text: string) => () => desk.log.lines.some((line) => line.text.includes(text));
const until = (what: () => unknown) => expect.poll(what, { timeout: 15_000 }).toBeTruthy();
const published = (name: string) => () => existsSync(publishedPath(desk, name));
const edit = (change: (config: DeskConfig) => object): void =>
  desk.configure((config) => ({ ...change(config), ...everySecond }));

describe('a worker', () => {
  it('polls at once, and then only what is due', async () => {
    await start();
    await until(published('topics/azerbaijan-iran/atom.xml'));
    await until(() => passes === 1);
    expect(desk.server.requests).toHaveLength(1);
  });

  it('opens a new site before its first source has answered', async () => {
    desk.server.at('/a.xml', { fault: { kind: 'silence' } });
    await start();
    await until(() => desk.server.requests.length === 1);
    expect(published('index.html')()).toBe(true);
    const page = readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/index.html'), 'utf8');
    expect(page).not.toContain('<article');
    expect(passes).toBe(0);
  });

  it('publishes what it has while a host that does not answer has more sources', async () => {
    desk.server.at('/silent.xml', { fault: { kind: 'silence' } });
    const url = desk.server.urlOf('/silent.xml').replace('127.0.0.1', 'localhost');
    edit((config) => {
      const [first] = config.sources;
      const silent = ['s1', 's2', 's3', 's4'].map((id) => ({ ...first, id, url: `${url}?${id}` }));
      const fetch = { ...config.fetch, hostConnections: 1 };
      const allowHosts = [...config.fetch.allowHosts, 'localhost'];
      const defaults = { timeout: '1s' };
      return { ...config, defaults, fetch: { ...fetch, allowHosts }, sources: [...silent, first] };
    });
    await desk.app.useSetup(desk.app.loadSetup());
    const polled: string[] = [];
    let polledBefore = 0;
    await start({
      passMs: 100,
      onReport: ({ sourceId }) => polled.push(sourceId),
      onPass: (_, isFirst) => {
        if (isFirst) polledBefore = polled.length;
      },
    });
    await until(() => polled.length === 5);
    expect(polledBefore).toBe(2);
    expect(published('topics/azerbaijan-iran/atom.xml')()).toBe(true);
    expect([...polled].sort()).toEqual(['a', 's1', 's2', 's3', 's4']);
  });

  it('publishes what an editor does beside it, between two ticks', async () => {
    desk.configure((config) => ({ ...config, schedule: '0 0 1 1 *' }));
    await desk.app.useSetup(desk.app.loadSetup());
    await start();
    await until(() => passes === 1);
    const [item] = await desk.app.store.listItems(0, 1);
    const name = item?.storyId ?? '';
    const request = { name, kind: 'retract', reason: 'untrue', by: 'Ann' } as const;
    expect(await actOnStory(desk.app, request)).toMatchObject({ isPublished: true });
    const atom = readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/atom.xml'), 'utf8');
    expect(atom).toContain('deleted-entry');
  });

  it('holds the run lock until it is stopped', async () => {
    const running = await start();
    await expect(startWorker(desk.app)).rejects.toMatchObject({ code: 'locked' });
    await running.stop();
    worker = undefined;
    await (await startWorker(desk.app)).stop();
  });

  it('ticks in UTC, whatever the zone of the machine', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      const hour = new Date().getUTCHours();
      expect(new Date().getHours()).not.toBe(hour);
      const schedule = `* * ${hour},${(hour + 1) % 24} * * *`;
      desk.configure((config) => ({ ...config, schedule }));
      await desk.app.useSetup(desk.app.loadSetup());
      await start();
      await until(() => passes === 1);
      edit((config) => ({ ...config, site: { ...config.site, title: 'Another name' } }));
      await until(logged('configuration read again'));
    } finally {
      process.env['TZ'] = zone;
    }
  });

  it('keeps idle ticks out of the log', async () => {
    await start();
    await until(() => desk.log.lines.some(({ level }) => level === 'debug'));
    const runs = desk.log.lines.filter((line) => line.text.startsWith('run '));
    expect(runs.filter(({ level }) => level === 'info')).toHaveLength(1);
  });

  it('outlives a store that is busy for a while', async () => {
    const { store } = desk.app;
    const busy = new AppError('unavailable', 'the database is busy');
    vi.spyOn(store, 'leaseDueSources').mockRejectedValueOnce(busy);
    await start();
    await until(logged('the next tick tries again'));
    await until(published('topics/azerbaijan-iran/atom.xml'));
  });

  it('ends with the error of a disk that is full', async () => {
    const full = new AppError('io', 'the disk is full');
    vi.spyOn(desk.app.store, 'leaseDueSources').mockRejectedValue(full);
    const running = await start();
    await expect(running.failed).rejects.toThrow('the disk is full');
  });
});

describe('an edit of the configuration', () => {
  it('that is bad leaves the running one in force, and is in the log with its line', async () => {
    await start();
    await until(() => passes === 1);
    desk.work.writeConfig('{\n  "sources": [\n    { "id": 7 }\n  ]\n');
    await until(logged('the running one stays'));
    const line = desk.log.lines.find(({ text }) => text.includes('the running one stays'));
    expect(line?.level).toBe('error');
    expect(line?.text).toContain('feeds.config.json:');
    expect(desk.app.setup.sources.has('a')).toBe(true);
    // Said once, not with every tick.
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    const told = desk.log.lines.filter(({ text }) => text.includes('the running one stays'));
    expect(told).toHaveLength(1);
  });

  it('that is bad and comes with a signal is told once', async () => {
    const running = await start();
    await until(() => passes === 1);
    desk.work.writeConfig('{ "sources": 7 }');
    await running.reload();
    await running.stop();
    const told = desk.log.lines.filter(({ text }) => text.includes('the running one stays'));
    expect(told).toHaveLength(1);
  });

  it('that is good brings a new topic from what is stored, without fetching', async () => {
    await start();
    await until(() => passes === 1);
    const ferries = { id: 'ferries', title: { en: 'Ferries' }, any: [{ phrase: 'ferry' }] };
    edit((config) => ({ ...config, topics: [...config.topics, ferries] }));
    await until(published('topics/ferries/atom.xml'));
    const document = readFileSync(publishedPath(desk, 'topics/ferries/atom.xml'), 'utf8');
    expect(document).toContain('harbour of Alat');
    expect(desk.server.requests).toHaveLength(1);
  });

  it('that comes with a signal is taken up too, also in the middle of a pass', async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const commit = desk.app.store.commitIngest.bind(desk.app.store);
    vi.spyOn(desk.app.store, 'commitIngest').mockImplementationOnce(async (intent) => {
      await released;
      return commit(intent);
    });
    const running = await start();
    await expect.poll(() => desk.server.requests.length).toBe(1);
    const ferries = { id: 'ferries', title: { en: 'Ferries' }, any: [{ phrase: 'ferry' }] };
    edit((config) => ({ ...config, topics: [...config.topics, ferries] }));
    await running.reload();
    expect(desk.app.setup.config.topics).toHaveLength(1);
    release();
    await until(published('topics/ferries/atom.xml'));
    expect(readFileSync(publishedPath(desk, 'topics/ferries/atom.xml'), 'utf8')).toContain(
      'harbour of Alat',
    );
  });

  it('of how to fetch holds from the next poll on', async () => {
    const clock = fixedClock();
    desk = await openDesk({ clock, change: (config) => ({ ...config, ...everySecond }) });
    desk.server.at('/a.xml', { body: feed });
    await start();
    await until(() => passes === 1);
    edit((config) => ({ ...config, fetch: { ...config.fetch, userAgent: 'river/2' } }));
    await until(logged('configuration read again'));
    clock.advance(24 * 3_600_000);
    await expect.poll(() => desk.server.requests.length, { timeout: 15_000 }).toBe(2);
    expect(desk.server.requests[1]?.headers['user-agent']).toContain('river/2');
  });

  it('of the server is said to wait for the next start', async () => {
    await start();
    await until(() => passes === 1);
    edit((config) => ({ ...config, server: { ...config.server, port: 8123 } }));
    await until(logged('at the next start'));
  });
});

describe('stopping', () => {
  it('with a poll under way ends that poll, starts no other, and frees the lock', async () => {
    desk.server.at('/a.xml', { body: feed, fault: { kind: 'drip', everyMs: 20, bytes: 40 } });
    const running = await start();
    await expect.poll(() => desk.server.requests.length).toBe(1);
    await running.stop();
    worker = undefined;
    expect(await desk.app.store.listItems(0, 9)).toHaveLength(2);
    expect(published('topics/azerbaijan-iran/atom.xml')()).toBe(true);
    await (await startWorker(desk.app)).stop();
  });

  it('gives up a server that does not answer; the source stays due', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    desk.server.at('/a.xml', { fault: { kind: 'silence' } });
    const running = await start();
    while (desk.server.requests.length === 0) await vi.advanceTimersByTimeAsync(10);
    const stopped = running.stop();
    await vi.advanceTimersByTimeAsync(9_000);
    vi.useRealTimers();
    await stopped;
    worker = undefined;
    const [state] = await desk.app.store.listSourceStates();
    expect(state).toMatchObject({ status: 'new', failuresInARow: 0 });
    expect(await desk.app.store.listPolls(9)).toEqual([]);
  });
});
