import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { CompiledTopics } from '../../src/domain/match.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { rematchTopics } from '../../src/pipeline/rematch-topics.ts';
import { type Line, openLine, pair } from '../support/a-line.ts';
import { aTopic } from '../support/a-topic.ts';
import { smallFeed } from '../support/small-feed.ts';

let line: Line;

const compiled = (...topics: readonly Topic[]): CompiledTopics =>
  compileTopics({ topics, concepts: shippedConcepts });
const words = (id: string, phrase: string): Topic => aTopic({ any: [{ phrase }] }, id);

/** A word of its own for each number, so that no two items resemble each other. */
const nameOf = (n: number): string =>
  createHash('sha256')
    .update(String(n))
    .digest('hex')
    .slice(0, 12)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

beforeEach(async () => {
  line = await openLine();
  const rows = Array.from({ length: 450 }, (_, n) => ({
    name: `n${n}`,
    title: `${nameOf(n)} ${n % 3 === 0 ? 'ferry leaves the harbour' : 'train'} ${nameOf(n + 500)}`,
  }));
  line.server.at('/a.xml', { body: smallFeed('A', rows) });
  await line.poll(line.source('a'));
  await line.store.setTopicVersions(line.tools.topics.versions);
});

async function matchesOf(topicId: string): Promise<number> {
  const request = { topicId, languages: ['en'], limit: 1_000 };
  const { stories } = await line.store.selectTopic(request);
  return stories.reduce((total, { matches }) => total + matches.length, 0);
}

/** The store, with what was asked of it counted, and an accident on its way. */
function watched(accident?: (call: string, count: number) => void) {
  const calls = new Map<string, number>();
  const store: Store = new Proxy(line.store, {
    get: (target, name) => {
      const method = Reflect.get(target, name, target) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        const count = (calls.get(String(name)) ?? 0) + 1;
        calls.set(String(name), count);
        accident?.(String(name), count);
        return method.apply(target, args);
      };
    },
  });
  return { store, calls };
}

it('finds what is stored for a new topic, without asking any source', async () => {
  const asked = line.server.requests.length;
  expect(await rematchTopics(line.store, compiled(pair, words('ferries', 'ferry')))).toEqual([]);
  expect(await matchesOf('ferries')).toBe(150);
  expect(line.server.requests).toHaveLength(asked);
});

it('does nothing when no rule changed', async () => {
  const { store, calls } = watched();
  await rematchTopics(store, compiled(pair));
  expect([...calls.keys()]).toEqual(['listTopicVersions']);
});

it('matches again only what changed, and names it', async () => {
  await rematchTopics(line.store, compiled(pair, words('x', 'ferry'), words('y', 'train')));
  const topicIds = new Set<string>();
  const store: Store = new Proxy(line.store, {
    get: (target, name) =>
      name === 'commitRematch'
        ? (intent: Parameters<Store['commitRematch']>[0]) => {
            for (const id of intent.topicIds) topicIds.add(id);
            return target.commitRematch(intent);
          }
        : Reflect.get(target, name, target),
  });
  const again = compiled(pair, words('x', 'harbour'), words('y', 'train'));
  expect(await rematchTopics(store, again)).toEqual(['x']);
  expect([...topicIds]).toEqual(['x']);
  expect(await matchesOf('y')).toBe(300);
});

it('drops the matches of a topic that is no longer declared', async () => {
  await rematchTopics(line.store, compiled(pair, words('ferries', 'ferry')));
  await rematchTopics(line.store, compiled(pair));
  expect(await matchesOf('ferries')).toBe(0);
});

it('starts over when it was killed half-way', async () => {
  const topics = compiled(pair, words('ferries', 'ferry'));
  const { store } = watched((call, count) => {
    if (call === 'commitRematch' && count === 2) throw new Error('killed');
  });
  await expect(rematchTopics(store, topics)).rejects.toThrow('killed');
  const partly = await matchesOf('ferries');
  expect(partly).toBeGreaterThan(0);
  expect(partly).toBeLessThan(150);
  await rematchTopics(line.store, topics);
  expect(await matchesOf('ferries')).toBe(150);
});

it('ends between two pages when it is told to stop', async () => {
  const stop = new AbortController();
  const { store, calls } = watched((call) => {
    if (call === 'commitRematch') stop.abort(new Error('stopped'));
  });
  const topics = compiled(pair, words('ferries', 'ferry'));
  await expect(rematchTopics(store, topics, stop.signal)).rejects.toThrow('stopped');
  expect(calls.get('commitRematch')).toBe(1);
  expect(calls.get('setTopicVersions')).toBeUndefined();
});
