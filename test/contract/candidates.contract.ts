import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/instant.ts';
import type { Item, ItemKey } from '../../src/domain/item.ts';
import { aNewItem } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const ask = { sourceId: 'trend', since: seedMorning - 14 * day, limit: 20 };

/** Stores items of one source that carry just these keys. */
function store(
  room: Newsroom,
  sourceId: string,
  lists: readonly (readonly ItemKey[])[],
  now = seedMorning,
): Promise<unknown> {
  const items: readonly Item[] = lists.map((keys, n) =>
    anItem({ sourceId, title: `Report ${n} of ${now}`, keys }),
  );
  const writes = items.map((item, n) => {
    const id = `story-${sourceId}-${now}-${n}`;
    return aNewItem(item, {
      newStory: { id, entryId: `tag:news.example,2026:${id}`, createdAt: now },
    });
  });
  return room.poll(sourceId, writes, { now });
}

async function candidateIds(
  room: Newsroom,
  keys: readonly ItemKey[],
  given: Partial<typeof ask> = {},
): Promise<readonly number[]> {
  const answer = await room.store.findCandidates({ ...ask, ...given, keys: [keys] });
  return (answer.candidates[0] ?? []).map(({ itemId }) => itemId);
}

export function describeCandidates(backend: Backend): void {
  describe('candidates', () => {
    it('answers one list per item asked for, in order, empty where nothing is shared', async () => {
      const room = await aNewsroom(backend);
      const link = aKey('link', 'one');
      await store(room, 'irna', [[link]]);
      const { candidates } = await room.store.findCandidates({
        ...ask,
        keys: [[aKey('link', 'none')], [link], []],
      });
      expect(candidates.map((list) => list.length)).toEqual([0, 1, 0]);
    });

    it('keeps what is boilerplate of an item, and what is remembered of its source', async () => {
      const room = await aNewsroom(backend);
      const link = aKey('link', 'one');
      const item = anItem({ sourceId: 'irna', keys: [link], boilerplate: [[4, 9]] });
      const newStory = { id: 's1', entryId: 'tag:news.example,2026:s1', createdAt: seedMorning };
      expect(await room.store.findSentences('irna')).toBeUndefined();
      const sentences = Uint8Array.of(1, 2, 3, 255);
      await room.poll('irna', [aNewItem(item, { newStory })], { now: seedMorning, sentences });
      expect(await room.store.findSentences('irna')).toEqual(sentences);
      const { candidates } = await room.store.findCandidates({ ...ask, keys: [[link]] });
      const [found] = candidates[0] ?? [];
      expect(found?.boilerplate).toEqual([[4, 9]]);
      expect((await room.store.findItem(found?.itemId ?? 0))?.boilerplate).toEqual([[4, 9]]);
    });

    it('answers nothing and position zero in an empty store', async () => {
      const { store } = await aNewsroom(backend);
      const answer = await store.findCandidates({ ...ask, keys: [anItem().keys] });
      expect(answer).toEqual({ asOf: 0, candidates: [[]] });
    });

    it('tells what dedup needs of a stored item, and which keys are shared', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna', language: 'fa', title: 'دیدار در باکو' });
      await room.poll('irna', [aNewItem(item)]);
      const shared = item.keys.slice(1);
      const { candidates } = await room.store.findCandidates({
        ...ask,
        keys: [[...shared, aKey('content', 'other')]],
      });
      expect(candidates[0]).toEqual([
        {
          itemId: 1,
          storyId: aNewItem(item).newStory?.id,
          sourceId: 'irna',
          language: 'fa',
          title: 'دیدار در باکو',
          summary: item.summary,
          link: item.link,
          guid: item.guid,
          published: item.published,
          firstSeenAt: seedMorning,
          contentHash: item.contentHash,
          sharedKeys: shared,
        },
      ]);
    });

    it('orders by the surest key, then by how many are shared, then earliest first', async () => {
      const room = await aNewsroom(backend);
      const [link, text, near] = [aKey('link', 'a'), aKey('content', 'b'), aKey('near', 'c')];
      await store(room, 'irna', [[near], [text], [text, near], [text], [link]]);
      expect(await candidateIds(room, [near, text, link])).toEqual([5, 3, 2, 4, 1]);
    });

    it('opens by an identity key only items of the source that asks', async () => {
      const room = await aNewsroom(backend);
      const guid = aKey('id:guid', 'same hash for both');
      await store(room, 'irna', [[guid]]);
      expect(await candidateIds(room, [guid], { sourceId: 'trend' })).toEqual([]);
      expect(await candidateIds(room, [guid], { sourceId: 'irna' })).toEqual([1]);
    });

    it.each(['content', 'near', 'story'] as const)(
      'looks for %s only in the window',
      async (kind) => {
        const room = await aNewsroom(backend);
        const key = aKey(kind, 'text');
        await store(room, 'irna', [[key]], seedMorning - 15 * day);
        await store(room, 'irna', [[key]], seedMorning - 14 * day);
        expect(await candidateIds(room, [key])).toEqual([2]);
      },
    );

    it.each(['id:guid', 'id:link', 'id:title-date', 'link'] as const)(
      'looks for %s however old it is',
      async (kind) => {
        const room = await aNewsroom(backend);
        const key = aKey(kind, 'address');
        await store(room, 'irna', [[key]], seedMorning - 400 * day);
        expect(await candidateIds(room, [key], { sourceId: 'irna' })).toEqual([1]);
      },
    );

    it('keeps kinds apart that share a hash', async () => {
      const room = await aNewsroom(backend);
      await store(room, 'irna', [[{ kind: 'link', hash: 'ffffffffffffffff' }]]);
      expect(await candidateIds(room, [{ kind: 'story', hash: 'ffffffffffffffff' }])).toEqual([]);
      expect(await candidateIds(room, [{ kind: 'link', hash: 'ffffffffffffffff' }])).toEqual([1]);
    });

    it.each(['0000000000000000', '7fffffffffffffff', '8000000000000000', '00000000000000ff'])(
      'finds hash %s and gives it back as it was',
      async (hash) => {
        const room = await aNewsroom(backend);
        await store(room, 'irna', [[{ kind: 'link', hash }]]);
        expect(await candidateIds(room, [{ kind: 'link', hash }])).toEqual([1]);
        expect((await room.item(1)).keys).toEqual([{ kind: 'link', hash }]);
      },
    );

    it.each(['', 'abc', 'ABCDEF0123456789', '0123456789abcdeg', '0123456789abcdef0'])(
      'refuses "%s" as a hash',
      async (hash) => {
        const { store: db } = await aNewsroom(backend);
        const query = { ...ask, keys: [[{ kind: 'link' as const, hash }]] };
        await expect(db.findCandidates(query)).rejects.toMatchObject({ code: 'invalid' });
      },
    );

    it('limits candidates to those sharing most, newest first, and keeps links beyond it', async () => {
      const room = await aNewsroom(backend);
      const [a, b, link] = [aKey('near', 'a'), aKey('near', 'b'), aKey('link', 'l')];
      await store(room, 'irna', [[link], [a], [a, b], [a], [link]]);
      expect(await candidateIds(room, [a, b, link], { limit: 4 })).toEqual([1, 5, 3, 4]);
      expect(await candidateIds(room, [a, b, link], { limit: 0 })).toEqual([1, 5]);
    });

    it('looks at the newest items alone of a key that very many share', async () => {
      const room = await aNewsroom(backend);
      const home = aKey('link', 'home page');
      await store(
        room,
        'irna',
        Array.from({ length: 300 }, () => [home]),
      );
      const ids = await candidateIds(room, [home]);
      expect(ids).toHaveLength(64);
      expect(ids).toContain(300);
      expect(ids).not.toContain(1);
    });

    it('counts a key given twice once', async () => {
      const room = await aNewsroom(backend);
      const key = aKey('near', 'a');
      await store(room, 'irna', [[key, key]]);
      const { candidates } = await room.store.findCandidates({ ...ask, keys: [[key, key]] });
      expect(candidates[0]?.[0]?.sharedKeys).toEqual([key]);
    });

    it('moves the position on with every item stored', async () => {
      const room = await aNewsroom(backend);
      await store(room, 'irna', [[], []]);
      const first = await room.store.findCandidates({ ...ask, keys: [] });
      await store(room, 'trend', [[]]);
      const second = await room.store.findCandidates({ ...ask, keys: [] });
      expect(second.asOf).toBeGreaterThan(first.asOf);
    });
  });
}
