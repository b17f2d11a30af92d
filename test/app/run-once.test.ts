import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runOnce } from '../../src/app/run-once.ts';
import { readStatus, statusFacts } from '../../src/app/status.ts';
import { hour, minute, second } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { Fetcher } from '../../src/fetch/fetch-source.ts';
import { type Desk, openDesk, publishedPath } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { smallFeed } from '../support/small-feed.ts';

const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
const feed = smallFeed('A', [talks]);

afterEach(() => vi.restoreAllMocks());

async function stateOf(desk: Desk, id: string): Promise<SourceState> {
  const state = (await desk.app.store.listSourceStates()).find(({ sourceId }) => sourceId === id);
  if (state === undefined) throw new Error(`${id} is not known`);
  return state;
}

describe('one run', () => {
  it('polls, publishes, frees the lock, and a second one changes nothing', async () => {
    const desk = await openDesk();
    desk.server.at('/a.xml', { body: feed, etag: '"1"' });
    const first = await runOnce(desk.app);
    expect(first).toMatchObject({ polled: 1, failed: 0, reached: 1, itemsNew: 1 });
    expect(readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/rss.xml'), 'utf8')).toContain(
      talks.title,
    );
    const before = desk.work.published();
    const second = await runOnce(desk.app, { all: true });
    expect(second).toMatchObject({ polled: 1, itemsNew: 0, published: { written: 0 } });
    expect(desk.work.published()).toEqual(before);
  });

  it('writes nothing any more once its lock was taken by another', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const clock = fixedClock();
    const desk = await openDesk({ clock });
    desk.server.at('/a.xml', { body: feed });
    const { store } = desk.app;
    const commit = store.commitIngest.bind(store);
    vi.spyOn(store, 'commitIngest').mockImplementation(async (intent) => {
      clock.advance(2 * minute);
      const owner = 'elsewhere/boot/1/x';
      await store.acquireLock({ name: 'worker', owner, now: clock.now(), ttlMs: hour });
      await vi.advanceTimersByTimeAsync(10 * second);
      return commit(intent);
    });
    await expect(runOnce(desk.app)).rejects.toMatchObject({ code: 'locked' });
    vi.useRealTimers();
    expect(existsSync(publishedPath(desk, 'index.html'))).toBe(false);
  });

  it('publishes the other topics when one cannot be built', async () => {
    const desk = await openDesk({
      change: (config) => ({
        ...config,
        topics: [...config.topics, { id: 'iran', title: { en: 'Iran' }, any: ['iran'] }],
      }),
    });
    desk.server.at('/a.xml', { body: feed });
    const { store } = desk.app;
    const select = store.selectTopic.bind(store);
    vi.spyOn(store, 'selectTopic').mockImplementation((request) => {
      if (request.topicId === 'azerbaijan-iran') throw new TypeError('no such thing');
      return select(request);
    });
    const { published } = await runOnce(desk.app);
    expect(published.topics.map(({ topicId, refused }) => [topicId, refused])).toEqual([
      ['azerbaijan-iran', ['azerbaijan-iran: could not be built: no such thing']],
      ['iran', []],
    ]);
    expect(existsSync(publishedPath(desk, 'topics/iran/atom.xml'))).toBe(true);
    expect(desk.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('counts a source that is left alone by its server’s wish as reached', async () => {
    const desk = await openDesk({ sources: ['a', 'b'] });
    desk.server.at('/a.xml', { status: 503, headers: { 'retry-after': '3600' } });
    const { app } = desk;
    expect(await runOnce(app)).toMatchObject({ reached: 2 });
  });
});

describe('the network here is down', () => {
  /** Every fetch fails before an answer but those to the paths that are up. */
  function cutOff(desk: Desk, up: readonly string[] = []): void {
    const { fetcher } = desk.app;
    const fetch = fetcher.fetchSource.bind(fetcher);
    const failing: Fetcher['fetchSource'] = async (request) =>
      up.some((path) => request.url.endsWith(path))
        ? fetch(request)
        : { kind: 'failed', reason: 'dns', message: 'the name does not resolve', tookMs: 1 };
    vi.spyOn(fetcher, 'fetchSource').mockImplementation(failing);
  }

  it('so no failure is counted, nothing learnt is lost, and all are tried again in 5 min', async () => {
    const clock = fixedClock();
    const desk = await openDesk({ sources: ['a', 'b', 'c'], clock });
    for (const id of ['a', 'b']) desk.server.at(`/${id}.xml`, { body: feed, etag: '"1"' });
    desk.server.at('/c.xml', { status: 500 });
    await runOnce(desk.app);
    clock.advance(6 * hour);
    const before = await Promise.all(['a', 'b', 'c'].map((id) => stateOf(desk, id)));
    const learned = 'https://outlet.example/new';
    await desk.app.store.rescheduleSources(
      before.map((state) => ({ ...state, effectiveUrl: learned })),
    );
    cutOff(desk);
    const summary = await runOnce(desk.app);
    expect(summary).toMatchObject({ polled: 3, failed: 3, reached: 0 });
    for (const state of before) {
      expect(await stateOf(desk, state.sourceId)).toEqual({
        ...state,
        effectiveUrl: learned,
        lastPolledAt: clock.now(),
        nextDueAt: clock.now() + 5 * minute,
        nextDueReason: expect.stringContaining('the network here is down'),
      });
    }
    expect((await desk.app.store.listPolls(3)).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('dns'),
    );
    expect((await readStatus(desk.app)).isNothingReached).toBe(true);
  });

  it('before anything was ever polled: new sources stay new and wait their 5 min', async () => {
    const clock = fixedClock();
    const desk = await openDesk({ sources: ['a', 'b', 'c'], clock });
    cutOff(desk);
    await runOnce(desk.app);
    expect(await stateOf(desk, 'a')).toMatchObject({ status: 'new', failuresInARow: 0 });
    clock.advance(minute);
    expect(await runOnce(desk.app)).toMatchObject({ polled: 0 });
    clock.advance(4 * minute);
    expect(await runOnce(desk.app)).toMatchObject({ polled: 3 });
  });

  it('is not said when one server answered, even with an error', async () => {
    const desk = await openDesk({ sources: ['a', 'b', 'c'] });
    desk.server.at('/b.xml', { status: 500 });
    cutOff(desk, ['/b.xml']);
    await runOnce(desk.app);
    for (const id of ['a', 'b', 'c']) {
      expect(await stateOf(desk, id)).toMatchObject({ status: 'failing', failuresInARow: 1 });
    }
  });

  it('is not said of two sources, which may well have failed by themselves', async () => {
    const desk = await openDesk({ sources: ['a', 'b'] });
    cutOff(desk);
    await runOnce(desk.app);
    expect(await stateOf(desk, 'a')).toMatchObject({ failuresInARow: 1 });
  });
});

describe('secrets of a source', () => {
  const key = 'q7Zp-key-of-the-wire-31';
  const token = 'b3ar3r-of-the-wire-0092';

  const openSecretDesk = (): Promise<Desk> =>
    openDesk({
      env: { WIRE_KEY: key, WIRE_TOKEN: token },
      change: (config, server) => ({
        ...config,
        sources: [
          {
            ...config.sources[0],
            url: server.urlOf(`/a.xml?key=\${ENV:WIRE_KEY}`),
            headers: { authorization: `Bearer \${ENV:WIRE_TOKEN}` },
          },
        ],
      }),
    });

  async function everythingOf(desk: Desk): Promise<string> {
    const { store } = desk.app;
    const files = [...desk.work.published().keys()].map((name) =>
      readFileSync(publishedPath(desk, name), 'utf8'),
    );
    return JSON.stringify([
      files,
      desk.log.lines,
      await store.listSourceStates(),
      await store.listPolls(99),
      await store.listItems(0, 99),
      statusFacts(await readStatus(desk.app)),
    ]);
  }

  it('are sent, and stay out of the store, the tree, the log and the status', async () => {
    const desk = await openSecretDesk();
    desk.server.at('/a.xml', { body: feed, etag: '"1"' });
    const summary = await runOnce(desk.app);
    expect(summary).toMatchObject({ failed: 0, itemsNew: 1 });
    const [request] = desk.server.requests;
    expect(request?.path).toContain(key);
    expect(request?.headers['authorization']).toBe(`Bearer ${token}`);
    const all = await everythingOf(desk);
    expect(all).toContain(talks.title);
    expect(all).not.toContain(key);
    expect(all).not.toContain(token);
  });

  it.each([
    ['fails', { status: 500, body: `wrong key ${key}` }],
    ['sends it round in circles', { status: 302, headers: { location: `/a.xml?key=${key}` } }],
    ['sends it to a forbidden place', { status: 301, headers: { location: `ftp://x/${key}` } }],
    ['sends no feed', { body: `<html>no feed for ${key}</html>` }],
    ['resets', { fault: { kind: 'reset' } as const }],
  ])('stay out of them when the server %s', async (_, reply) => {
    const desk = await openSecretDesk();
    desk.server.at('/a.xml', reply);
    expect(await runOnce(desk.app)).toMatchObject({ polled: 1, failed: 1 });
    const all = await everythingOf(desk);
    expect(all).not.toContain(key);
    expect(all).not.toContain(token);
  });

  it('that change start the source afresh', async () => {
    const env: Record<string, string> = { WIRE_KEY: key };
    const desk = await openDesk({
      env,
      change: (config, server) => ({
        ...config,
        sources: [{ ...config.sources[0], url: server.urlOf(`/a.xml?key=\${ENV:WIRE_KEY}`) }],
      }),
    });
    desk.server.at('/a.xml', { status: 401 });
    await runOnce(desk.app);
    expect(await runOnce(desk.app)).toMatchObject({ polled: 0 });
    env['WIRE_KEY'] = `${key}-renewed`;
    await desk.app.useSetup(desk.app.loadSetup());
    desk.server.at('/a.xml', { body: feed });
    expect(await runOnce(desk.app)).toMatchObject({ polled: 1, itemsNew: 1 });
  });
});
