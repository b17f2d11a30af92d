import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, second } from '../../src/domain/instant.ts';
import type { Source, SourceState } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetch-source.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { type IngestReport, ingestSource } from '../../src/pipeline/ingest-source.ts';
import { createOneAtATime } from '../../src/pipeline/one-at-a-time.ts';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { after, before, during, faults, layHops, quirks, wait } from '../support/faulty-replies.ts';
import { type FeedServer, type ReplyOrRule, startFeedServer } from '../support/feed-server.ts';
import { type FixedClock, fixedClock } from '../support/fixed-clock.ts';
import { aSource } from '../support/sources.ts';
import { tempStore } from '../support/temp-store.ts';

let server: FeedServer;
let fetcher: Fetcher;
let store: Store;
let clock: FixedClock;
const topics = compileTopics({ topics: [], concepts: [] });

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  clock = fixedClock();
  store = await tempStore();
  fetcher = openFetcher();
  layHops(server);
  await store.syncSources([source()], clock.now());
});

afterEach(() => fetcher.close());

const source = (more: Partial<Source> = {}): Source =>
  aSource({ url: server.urlOf('/feed'), ...more });

function openFetcher(): Fetcher {
  return createFetcher({
    clock,
    config: {
      concurrency: 4,
      hostConnections: 1,
      hostSpacingMs: 0,
      totalMs: 30 * second,
      allowHosts: [server.host],
      userAgent: 'araz-test',
    },
  });
}

/** One poll by name, due or not; undefined when the source may not be asked yet. */
async function poll(timeoutMs = 20 * second): Promise<IngestReport | undefined> {
  const { id } = source();
  const lease = { now: clock.now(), limit: 1, owner: 'test', ttlMs: 60 * second };
  const [leased] = await store.leaseDueSources({ ...lease, only: [id], ignoreDue: true });
  if (!leased) return undefined;
  const reader = { read: readFeed, close: async () => {} };
  const tools = {
    store,
    fetcher,
    reader,
    clock,
    topics,
    authority: 'a.example,2026',
    random: () => 0.5,
    inTurn: createOneAtATime(),
  };
  return ingestSource(source({ timeoutMs }), leased, tools);
}

async function state(): Promise<SourceState> {
  const [found] = await store.listSourceStates();
  if (!found) throw new Error('the source is not known');
  return found;
}

async function names(): Promise<readonly (string | undefined)[]> {
  return (await store.listItems(0, 100)).map((item) => item.guid);
}

/** A good poll, the bad hour, and another good poll three days later. */
async function bearWith(reply: ReplyOrRule, timeoutMs?: number): Promise<IngestReport | undefined> {
  server.at('/feed', { body: before, etag: '"v1"' });
  expect((await poll())?.poll.outcome).toBe('modified');
  clock.advance(day / 24);
  server.at('/feed', reply);
  const started = performance.now();
  const report = await poll(timeoutMs);
  expect(performance.now() - started).toBeLessThan(31_000);
  return report;
}

async function recover(): Promise<void> {
  clock.advance(3 * day);
  server.at('/feed', { body: after, etag: '"v2"' });
  expect((await poll())?.poll.outcome).toBe('modified');
  expect([...(await names())].sort()).toEqual(['a', 'b', 'c']);
  expect(await state()).toMatchObject({
    status: 'ok',
    validators: { etag: '"v2"' },
    failuresInARow: 0,
  });
}

describe('a server that misbehaves', () => {
  it.each(faults)('%s: %s', async (_name, outcome, reply) => {
    const report = await bearWith(reply, outcome === 'timeout' ? 300 : undefined);
    expect(report?.poll.outcome).toBe(outcome);
    expect(report?.poll.message).toMatch(/\w{3}/);
    expect(await state()).toMatchObject({
      status: outcome === 'gone' ? 'gone' : 'failing',
      validators: { etag: '"v1"' },
    });
    expect(await names()).toEqual(['a']);
    await recover();
  });
});

describe('a server with ways of its own', () => {
  it.each(quirks)('%s', async (_name, reply, validators) => {
    const report = await bearWith(reply);
    expect(report?.poll).toMatchObject({ outcome: 'modified', itemsNew: 1 });
    expect((await state()).validators).toEqual(validators);
    expect([...(await names())].sort()).toEqual(['a', 'b']);
    await recover();
  });

  it('answers 304 without validators', async () => {
    const report = await bearWith({ status: 304 });
    expect(report?.poll.outcome).toBe('not-modified');
    expect((await state()).validators).toEqual({ etag: '"v1"' });
    await recover();
  });

  it('answers 304 with new validators', async () => {
    await bearWith({ status: 304, headers: { etag: '"v1b"', 'last-modified': 'x' } });
    expect((await state()).validators).toEqual({ etag: '"v1b"', lastModified: 'x' });
    await recover();
  });

  it('announces less than it sends: what is cut off comes later', async () => {
    const report = await bearWith({
      body: during,
      etag: '"x"',
      fault: { kind: 'wrong-length', contentLength: 300 },
    });
    expect(report?.poll.outcome).toMatch(/^(modified|malformed|truncated)$/);
    await recover();
  });
});

it('a server that asked for a wait is not asked before, whatever the command', async () => {
  await bearWith(wait(429, '900'));
  clock.advance(899 * second);
  server.forgetRequests();
  expect(await poll()).toBeUndefined();
  expect(server.requests).toHaveLength(0);
});
