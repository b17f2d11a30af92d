import { describe, expect, it } from 'vitest';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import type { CandidateQuery } from '../../src/domain/store.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { decideItems } from '../../src/pipeline/decide-items.ts';
import { openStore } from '../../src/store/open-store.ts';
import { anIntent } from '../support/an-intent.ts';
import { seedMorning } from '../support/an-item.ts';
import { aParsedFeed } from '../support/parsed-feeds.ts';
import { aSource } from '../support/sources.ts';

const source = aSource({ language: 'en' });
const topics = compileTopics({ topics: [], concepts: [] });
const titles = ['Ferry to Aktau resumes', 'Rasht opens a container yard', 'Sumgait mends its pier'];

/** Polls one source that carries these headlines, and tells what the store was asked. */
async function aRoom() {
  const store = await openStore({ url: 'sqlite::memory:', inProcess: true });
  await store.syncSources([source], seedMorning);
  const queries: CandidateQuery[] = [];
  const asked = {
    findSentences: (id: string) => store.findSentences(id),
    findCandidates: (query: CandidateQuery) => {
      queries.push(query);
      return store.findCandidates(query);
    },
  };
  return {
    queries,
    close: () => store.close(),
    poll: async (headlines: readonly string[]) => {
      const now = seedMorning + 1_000 * (1 + queries.length);
      const lease = { now, limit: 1, owner: 'test', ttlMs: 60_000, ignoreDue: true };
      const [granted] = await store.leaseDueSources(lease);
      if (granted === undefined) throw new Error('the source is free');
      const document = aParsedFeed(
        headlines.map((title) => {
          const number = 10_000 + titles.indexOf(title.replace(/, again$/, ''));
          const link = `https://turan.example/news/${number}`;
          return { id: `g${number}`, title, link, published: '2026-02-07T08:00:00Z' };
        }),
      );
      const trust = fullTrust;
      const { items } = normaliseDocument({ document, source, trust, now });
      const tools = { store: asked, topics, authority: 'river.example,2026' };
      const { asOf, writes } = await decideItems(source.id, items, tools, now);
      await store.commitIngest(anIntent(granted, writes, { asOf, now }));
      return writes;
    },
  };
}

describe('decideItems', () => {
  it('asks by identity alone for a document that stands as it was', async () => {
    const room = await aRoom();
    await room.poll(titles);
    room.queries.length = 0;
    const writes = await room.poll(titles);
    expect(writes.map(({ decision }) => decision.kind)).toEqual(['known', 'known', 'known']);
    expect(room.queries).toHaveLength(1);
    const kinds = new Set(room.queries[0]?.keys.flat().map(({ kind }) => kind));
    expect([...kinds].every((kind) => kind.startsWith('id:'))).toBe(true);
    await room.close();
  });

  it('reads what is new or changed among what stands as it was, in the order of the document', async () => {
    const [first = '', second = '', third = ''] = titles;
    const room = await aRoom();
    await room.poll([first, second]);
    room.queries.length = 0;
    const writes = await room.poll([first, third, `${second}, again`]);
    expect(writes.map(({ item }) => item.title)).toEqual([first, third, `${second}, again`]);
    expect(writes.map(({ decision }) => decision.kind)).toEqual(['known', 'new', 'known']);
    expect(writes.map(({ isRevision }) => isRevision)).toEqual([false, false, true]);
    expect(room.queries.map(({ keys }) => keys.length)).toEqual([3, 2]);
    await room.close();
  });
});
