import { describe, expect, it } from 'vitest';
import { aDuplicate, aNewItem, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const near = (topicId: string) => anOutcome(topicId, { matched: false, score: 1.5 });
const link = 'https://azertag.example/news/1';

async function aRoomWithOutcomes(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One', link }), {
      matches: [anOutcome('caspian'), near('transport')],
    }),
    aNewItem(anItem({ title: 'Two' }), { matches: [near('caspian')] }),
    aNewItem(anItem({ title: 'Three' }), { matches: [near('caspian'), near('transport')] }),
  ]);
  return room;
}

export function describeTraces(backend: Backend): void {
  describe('near misses', () => {
    it('lists those of one topic, the item stored last first, without matches', async () => {
      const { store } = await aRoomWithOutcomes(backend);
      const misses = await store.listNearMisses('caspian', 10);
      expect(misses.map(({ item }) => item.title)).toEqual(['Three', 'Two']);
      expect(misses[0]?.outcome).toEqual(near('caspian'));
    });

    it('lists no more than it is asked for', async () => {
      const { store } = await aRoomWithOutcomes(backend);
      const misses = await store.listNearMisses('caspian', 1);
      expect(misses.map(({ item }) => item.title)).toEqual(['Three']);
    });

    it('knows none of a topic that has none', async () => {
      const { store } = await aRoomWithOutcomes(backend);
      expect(await store.listNearMisses('quakes', 10)).toEqual([]);
    });
  });

  describe('tracing', () => {
    it('finds nothing by a key that no item carries', async () => {
      const { store } = await aRoomWithOutcomes(backend);
      expect(await store.traceItems([aKey('link', 'https://nowhere.example/')])).toEqual([]);
      expect(await store.traceItems([])).toEqual([]);
    });

    it('tells why an entry was archived, and the pages that carry it, the newest first', async () => {
      const room = await aRoomWithOutcomes(backend);
      const { storyId } = await room.item(1);
      const row = { topicId: 'caspian', storyId, variant: 'all', itemId: 1 };
      const dates = { published: seedMorning, updated: seedMorning, enteredAt: seedMorning };
      const archived = { archivedAt: seedMorning, archivedReason: 'quota' } as const;
      const pageOf = (number: number) => ({
        topicId: 'caspian',
        variant: 'all',
        number,
        body: '<feed/>',
        updated: seedMorning,
        carries: [{ storyId, updated: seedMorning }],
      });
      await room.store.commitEdition({
        topicId: 'caspian',
        entries: [{ ...row, ...dates, ...archived }],
        editions: [],
        pages: [pageOf(1), pageOf(2)],
      });
      const [trace] = await room.store.traceItems([aKey('link', link)]);
      expect(trace?.entries).toEqual([{ ...row, ...dates, ...archived }]);
      expect(trace?.pages).toEqual([
        { topicId: 'caspian', variant: 'all', number: 2 },
        { topicId: 'caspian', variant: 'all', number: 1 },
      ]);
    });

    it('tells an item with its story, its outcomes and its rows', async () => {
      const room = await aRoomWithOutcomes(backend);
      const { storyId } = await room.item(1);
      const row = { topicId: 'caspian', storyId, variant: 'all', itemId: 1 };
      const entry = { ...row, published: seedMorning, updated: seedMorning };
      await room.store.commitEdition({ topicId: 'caspian', entries: [entry], editions: [] });
      const traces = await room.store.traceItems([aKey('link', link), aKey('link', link)]);
      expect(traces).toHaveLength(1);
      expect(traces[0]).toMatchObject({
        item: { id: 1, title: 'One' },
        story: { id: storyId },
        entries: [entry],
      });
      expect(traces[0]?.matches).toEqual([
        { itemId: 1, ...anOutcome('caspian') },
        { itemId: 1, ...near('transport') },
      ]);
      expect(traces[0]?.storyItems.map(({ id }) => id)).toEqual([1]);
    });

    it('tells every item of a key, with the whole story of each', async () => {
      const room = await aRoomWithOutcomes(backend);
      const { storyId } = await room.item(1);
      const copy = anItem({ sourceId: 'irna', title: 'One', link, guid: 'irna/1' });
      await room.poll('irna', [aDuplicate(copy, 1, storyId)]);
      const traces = await room.store.traceItems([aKey('link', link)]);
      expect(traces.map(({ item }) => item.sourceId)).toEqual(['azertag', 'irna']);
      expect(traces[1]?.item.duplicate).toMatchObject({ itemId: 1, layer: 'same-link' });
      expect(traces[1]?.storyItems.map(({ id }) => id)).toEqual([1, 4]);
    });
  });
}
