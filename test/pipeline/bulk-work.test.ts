import { describe, expect, it, vi } from 'vitest';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import { hour } from '../../src/domain/instant.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { decideItems } from '../../src/pipeline/decide-items.ts';
import { connect } from '../../src/store/sqlite/connect.ts';
import { createSqliteStore } from '../../src/store/sqlite/store.ts';
import { anIntent } from '../support/an-intent.ts';
import { seedMorning } from '../support/an-item.ts';
import { aParsedFeed } from '../support/parsed-feeds.ts';
import { aSource } from '../support/sources.ts';

const source = aSource({ language: 'en' });
const topics = compileTopics({ topics: [], concepts: [] });

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
}

/** Rows and statements that polls of these documents, one after the other, ask of the store. */
async function workOf(documents: readonly (readonly Entry[])[]): Promise<number> {
  const db = connect({ file: ':memory:' });
  const store = createSqliteStore(db);
  await store.syncSources([source], seedMorning);
  let work = 0;
  const count = <T extends 'all' | 'values' | 'run' | 'get'>(name: T): void => {
    const original = db[name].bind(db) as (...given: readonly unknown[]) => unknown;
    vi.spyOn(db, name as 'get').mockImplementation(((...given: readonly unknown[]) => {
      const answer = original(...given);
      work += 1 + (Array.isArray(answer) ? answer.length : 0);
      return answer;
    }) as never);
  };
  for (const name of ['all', 'values', 'run', 'get'] as const) count(name);
  for (const [index, entries] of documents.entries()) {
    const now = seedMorning + index * hour;
    const request = { now, limit: 1, owner: 'test', ttlMs: 60_000, ignoreDue: true };
    const [lease] = await store.leaseDueSources(request);
    if (lease === undefined) throw new Error('the source is free');
    const trust = fullTrust;
    const { items } = normaliseDocument({ document: aParsedFeed(entries), source, trust, now });
    const tools = { store, topics, authority: 'river.example,2026' };
    const { asOf, writes } = await decideItems(source.id, items, tools, now);
    await store.commitIngest(anIntent(lease, writes, { asOf, now }));
  }
  await store.close();
  return work;
}

function entries(count: number, change: (entry: Entry, n: number) => Entry): readonly Entry[] {
  return Array.from({ length: count }, (_, n) => {
    const name = [...String(n * 7_919 + 10_000)]
      .map((digit) => 'kamiruzepo'[Number(digit)])
      .join('');
    const entry = { id: `guid-${n}`, title: `The ${name} report of the year is out`, link: '' };
    return change({ ...entry, link: `https://turan.example/news/${10_000 + n}` }, n);
  });
}

const same = (entry: Entry): Entry => entry;

describe('the work of a poll grows with its document, and no faster', () => {
  it.each<readonly [string, (count: number) => readonly (readonly Entry[])[]]>([
    ['when all items are new', (count) => [entries(count, same)]],
    [
      'when every item was edited at once',
      (count) => [
        entries(count, same),
        entries(count, (entry) => ({ ...entry, title: `${entry.title} now` })),
      ],
    ],
    [
      'when a source repeats one guid',
      (count) => [1, 2, 3].map(() => entries(count, (entry) => ({ ...entry, id: 'N/A' }))),
    ],
    [
      'when a source repeats one guid, another at every poll',
      (count) => [1, 2, 3].map((poll) => entries(count, (entry) => ({ ...entry, id: `p${poll}` }))),
    ],
    [
      'when all items have one title and one link',
      (count) =>
        [1, 2].map(() =>
          entries(count, (_, n) => ({
            id: `guid-${n}`,
            title: 'The news of this hour in one line',
            link: 'https://turan.example/news/1',
          })),
        ),
    ],
  ])('%s', async (_, documentsOf) => {
    // Beyond the 64 items that are looked at of one key.
    const small = await workOf(documentsOf(130));
    const large = await workOf(documentsOf(260));
    expect(large / small).toBeLessThan(2.4);
  });
});
