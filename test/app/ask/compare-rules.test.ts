import { describe, expect, it } from 'vitest';
import { compareRules, type Rules } from '../../../src/app/ask/compare-rules.ts';
import { runOnce } from '../../../src/app/run-once.ts';
import { day } from '../../../src/domain/instant.ts';
import type { Topic } from '../../../src/domain/topic.ts';
import { compileTopics } from '../../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../../src/match/concepts/shipped.ts';
import { aTopic } from '../../support/a-topic.ts';
import { openDesk } from '../../support/an-app.ts';
import { smallFeed } from '../../support/small-feed.ts';

const feed = smallFeed('A', [
  { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' },
  { name: 'park', title: 'Iran opens a park in Tabriz' },
  { name: 'rain', title: 'Rain expected on the coast' },
]);

const rulesOf = (...topics: readonly Topic[]): Rules => ({
  topics: compileTopics({ topics, concepts: shippedConcepts }),
  config: { topics, sources: [] },
});
const pair: Topic = { ...aTopic({ between: ['azerbaijan', 'iran'] }), id: 'river' };
const wide: Topic = { ...aTopic({ any: ['iran'] }), id: 'river' };
const rain: Topic = { ...aTopic({ any: [{ phrase: 'rain' }] }), id: 'weather' };

async function compare(
  before: readonly Topic[],
  after: readonly Topic[],
  days = 30,
  later = 0,
  body = feed,
) {
  const desk = await openDesk();
  desk.server.at('/a.xml', { body });
  await runOnce(desk.app);
  const { store, clock } = desk.app;
  const rules = { before: rulesOf(...before), after: rulesOf(...after) };
  return compareRules({ store, ...rules, now: clock.now() + later, days });
}

const titles = (changes: readonly { readonly title: string }[]) =>
  changes.map(({ title }) => title);

describe('another set of rules', () => {
  it('gains what only it matches, with the reason', async () => {
    const { items, topics } = await compare([pair], [wide]);
    expect(items).toBe(3);
    expect(topics).toHaveLength(1);
    expect(topics[0]).toMatchObject({ topicId: 'river', kind: 'changed', lost: [] });
    expect(titles(topics[0]?.gained ?? [])).toEqual(['Iran opens a park in Tabriz']);
    expect(topics[0]?.gained[0]).toMatchObject({ sourceId: 'a' });
    expect(topics[0]?.gained[0]?.reason).toMatch(/^Matched: “Iran”/);
  });

  it('loses what it does not match any more', async () => {
    const { topics } = await compare([wide], [pair]);
    expect(topics[0]?.gained).toEqual([]);
    expect(titles(topics[0]?.lost ?? [])).toEqual(['Iran opens a park in Tabriz']);
    expect(topics[0]?.lost[0]?.reason).toMatch(/^Not matched: /);
  });

  it('adds and removes whole topics', async () => {
    const { topics } = await compare([pair], [rain]);
    expect(topics.map(({ topicId, kind }) => [topicId, kind])).toEqual([
      ['river', 'removed'],
      ['weather', 'added'],
    ]);
    expect(topics[0]?.lost.map(({ reason }) => reason)).toEqual([
      'The topic is not there any more.',
    ]);
    expect(titles(topics[1]?.gained ?? [])).toEqual(['Rain expected on the coast']);
  });

  it('looks at nothing where the rules are the same', async () => {
    expect(await compare([pair], [pair])).toEqual({ items: 0, topics: [] });
  });

  it('leaves out items older than the days asked for', async () => {
    const { items, topics } = await compare([pair], [wide], 2, 3 * day);
    expect(items).toBe(0);
    expect(topics[0]).toMatchObject({ kind: 'changed', gained: [], lost: [] });
  });

  it('tells what a condition on who reported it takes, and what would wait for others', async () => {
    const told: Topic = { ...pair, reportedBy: { countries: 2 } };
    const { topics: less } = await compare([pair], [told]);
    expect(titles(less[0]?.lost ?? [])).toEqual([
      'Azerbaijan and Iran hold talks about their border',
    ]);
    expect(less[0]?.lost[0]?.reason).toContain(
      'Missing: reported by at least 2 countries (so far: AZ).',
    );
    const { topics: other } = await compare([told], [{ ...wide, reportedBy: { countries: 2 } }]);
    expect(other[0]).toMatchObject({ gained: [], lost: [] });
    expect(titles(other[0]?.waiting ?? [])).toEqual(['Iran opens a park in Tabriz']);
    const { topics: more } = await compare([told], [{ ...pair, reportedBy: { outlets: 1 } }]);
    expect(more[0]?.gained[0]?.reason).toContain('reported by at least 1 outlets: a.');
  });

  it('tells whose share of a live document would be too small', async () => {
    const items = Array.from({ length: 26 }, (_, index) => ({
      name: `n${index}`,
      title: `Iran opens park number ${index} in a town called ${'abcdefghijklmnopqrstuvwxyz'[index]?.repeat(7)}`,
      // So far apart that none continues another.
      date: new Date(Date.UTC(2025, 10, 1) + 2 * index * day).toUTCString(),
    }));
    const { topics } = await compare([pair], [wide], 30, 0, smallFeed('A', items));
    expect(topics[0]?.gained).toHaveLength(26);
    const [crowded] = topics[0]?.crowded ?? [];
    expect(crowded).toMatchObject({ sourceId: 'a' });
    expect(crowded?.stories).toBeGreaterThan(25);
  });
});
