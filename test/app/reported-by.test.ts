import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { whereIs } from '../../src/app/ask/where-is.ts';
import { runOnce } from '../../src/app/run-once.ts';
import { isReportedBy, reportedBySentence, reportersOf } from '../../src/domain/reported-by.ts';
import { type Desk, openDesk, publishedPath } from '../support/an-app.ts';
import { smallFeed } from '../support/small-feed.ts';

const title = 'Azerbaijan and Iran open the rail bridge at Astara';
const text =
  'The first train carried grain over the river on Saturday, both ministries of transport said.';

/** Outlets in two countries; a topic that wants both. */
async function aDesk(): Promise<Desk> {
  return openDesk({
    sources: ['a', 'b', 'c'],
    change: (config) => ({
      ...config,
      sources: config.sources.map((source) =>
        source.id === 'c' ? { ...source, country: 'TR' } : source,
      ),
      topics: config.topics.map((topic) => ({ ...topic, reportedBy: { countries: 2 } })),
    }),
  });
}

async function tell(desk: Desk, ...ids: readonly string[]): Promise<number> {
  for (const id of ['a', 'b', 'c']) {
    const items = ids.includes(id) ? [{ name: `${id}-1`, title, text }] : [];
    const other = { name: `${id}-0`, title: `Weather of ${id} stays mild` };
    desk.server.at(`/${id}.xml`, { body: smallFeed(id, [other, ...items]) });
  }
  await runOnce(desk.app, { all: true });
  const path = publishedPath(desk, 'topics/azerbaijan-iran/feed.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { items: unknown[] }).items.length;
}

describe('a topic that wants reports of two countries', () => {
  it('takes a story once the second country tells it, and keeps it', async () => {
    const desk = await aDesk();
    expect(await tell(desk, 'a', 'b')).toBe(0);
    const reasonOf = async () =>
      (await whereIs(desk.app, 'https://outlet.example/a-1')).items[0]?.topics[0];
    expect(await reasonOf()).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('Missing: reported by at least 2 countries (so far: AZ).'),
    });
    expect(await tell(desk, 'a', 'b', 'c')).toBe(1);
    expect(await reasonOf()).toMatchObject({
      state: 'published',
      reason: expect.stringContaining('Reported by at least 2 countries: AZ, TR.'),
    });
    expect(await tell(desk)).toBe(1);
  });
});

describe('who reported a story', () => {
  const sources = new Map([
    ['a-az', { title: 'A' }],
    ['a-en', { title: 'A' }],
    ['b', { title: 'B' }],
  ]);
  const item = (sourceId: string, country: string) => ({ sourceId, country });

  it.each([
    ['feeds of one outlet are one outlet', [item('a-az', 'AZ'), item('a-en', 'AZ')], false],
    ['two outlets', [item('a-az', 'AZ'), item('b', 'AZ')], true],
    ['an outlet no longer declared counts by its id', [item('b', 'AZ'), item('gone', 'AZ')], true],
  ])('counts outlets: %s', (_, items, isEnough) => {
    expect(isReportedBy({ outlets: 2 }, reportersOf(items, sources))).toBe(isEnough);
  });

  it('does not count a country that nobody knows', () => {
    const found = reportersOf([item('a-az', 'AZ'), item('b', 'ZZ')], sources);
    expect(isReportedBy({ countries: 2 }, found)).toBe(false);
    expect(isReportedBy(undefined, found)).toBe(true);
  });

  it('says which of two conditions is missing', () => {
    const found = reportersOf([item('a-az', 'AZ'), item('b', 'AZ')], sources);
    expect(reportedBySentence({ countries: 2, outlets: 2 }, found)).toBe(
      'Missing: reported by at least 2 countries (so far: AZ).',
    );
  });
});
