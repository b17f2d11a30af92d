import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { EntryRecord } from '../../src/domain/publication.ts';
import { emptySelection } from '../support/a-selection.ts';
import { aDuplicate, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: ['az', 'en', 'fa'], limit: 10 };

/** Stores matching reports of one source, one story each, an hour apart, the last one newest. */
async function report(room: Newsroom, titles: readonly string[], language = 'en'): Promise<void> {
  const writes = titles.map((title, n) =>
    aNewItem(anItem({ title, language, published: seedMorning + n * hour }), {
      matches: [anOutcome(topicId)],
    }),
  );
  await room.poll('azertag', writes);
}

async function entryOf(
  room: Newsroom,
  itemId: number,
  given: Partial<EntryRecord> = {},
): Promise<EntryRecord> {
  const { storyId, published } = await room.item(itemId);
  return { topicId, storyId, variant: 'all', itemId, published, updated: published, ...given };
}

function publish(room: Newsroom, entries: readonly EntryRecord[]): Promise<void> {
  return room.store.commitEdition({ topicId, entries, editions: [] });
}

async function selectedTitles(room: Newsroom, given: Partial<typeof ask> = {}) {
  const { stories } = await room.store.selectTopic({ ...ask, ...given });
  return stories.map(({ items }) => items[0]?.title);
}

export function describeSelection(backend: Backend): void {
  describe('selecting a topic', () => {
    it('is empty for a topic that nothing matches', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.selectTopic(ask)).toEqual(emptySelection);
    });

    it('takes stories with a match, with all their items in order and the matches alone', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['Told']);
      const { storyId } = await room.item(1);
      const copy = anItem({ sourceId: 'trend', title: 'Copy', keys: [] });
      const miss = anOutcome(topicId, { matched: false });
      await room.poll('trend', [aDuplicate(copy, 1, storyId, { matches: [miss] })]);
      const { stories } = await room.store.selectTopic(ask);
      expect(stories).toEqual([
        {
          story: aNewItem(anItem({ title: 'Told' })).newStory,
          items: await room.items(),
          matches: [{ ...anOutcome(topicId), itemId: 1 }],
        },
      ]);
    });

    it('takes no story of a near miss or of another topic', async () => {
      const room = await aNewsroom(backend);
      const matches = [anOutcome(topicId, { matched: false }), anOutcome('transport')];
      await room.poll('azertag', [aNewItem(anItem(), { matches })]);
      expect(await selectedTitles(room)).toEqual([]);
    });

    it('takes the newest unpublished stories up to the limit, and the next once those are out', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A', 'B', 'C', 'D']);
      expect(await selectedTitles(room, { limit: 2 })).toEqual(['D', 'C']);
      for (const itemId of [3, 4]) {
        const rows = ['all', 'en'].map((variant) =>
          entryOf(room, itemId, { variant, archivedAt: seedMorning }),
        );
        await publish(room, await Promise.all(rows));
      }
      expect(await selectedTitles(room, { limit: 2 })).toEqual(['B', 'A']);
    });

    it('takes a live story again, with its rows', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A']);
      const rows = [await entryOf(room, 1), await entryOf(room, 1, { variant: 'en' })];
      await publish(room, rows);
      const { stories, entries } = await room.store.selectTopic(ask);
      expect(stories).toHaveLength(1);
      expect(entries).toEqual(rows);
    });

    it('returns all live stories, however few others are asked for, and their rows', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A', 'B', 'C']);
      for (const itemId of [1, 2, 3]) {
        await publish(room, [
          await entryOf(room, itemId),
          await entryOf(room, itemId, { variant: 'en' }),
        ]);
      }
      expect((await selectedTitles(room, { limit: 1 })).toSorted()).toEqual(['A', 'B', 'C']);
      const { entries } = await room.store.selectTopic({ ...ask, limit: 1 });
      expect(entries).toHaveLength(6);
    });

    it.each([
      { what: 'is in the archive', given: { archivedAt: seedMorning } },
      { what: 'left', given: { leftAt: seedMorning, leftReason: 'rule' as const } },
    ])('passes over a story that $what in every variant', async ({ given }) => {
      const room = await aNewsroom(backend);
      await report(room, ['A']);
      await publish(room, [
        await entryOf(room, 1, given),
        await entryOf(room, 1, { variant: 'en', ...given }),
      ]);
      expect(await selectedTitles(room)).toEqual([]);
    });

    it('takes an archived story when an item in another wanted language joins it', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A']);
      const gone = { archivedAt: seedMorning };
      const rows = [
        await entryOf(room, 1, gone),
        await entryOf(room, 1, { variant: 'en', ...gone }),
      ];
      await publish(room, rows);
      const join = (language: string, sourceId: string) => {
        const copy = anItem({ sourceId, title: language, language, keys: [] });
        return room.poll(sourceId, [aDuplicate(copy, 1, rows[0]?.storyId ?? '')]);
      };
      await join('ka', 'tass');
      expect(await selectedTitles(room)).toEqual([]);
      await join('fa', 'irna');
      const { stories, entries } = await room.store.selectTopic(ask);
      expect(stories).toHaveLength(1);
      expect(entries).toEqual(rows);
    });

    it('takes stories for a language the topic is newly published in', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A'], 'ka');
      await publish(room, [await entryOf(room, 1, { archivedAt: seedMorning })]);
      expect(await selectedTitles(room)).toEqual([]);
      expect(await selectedTitles(room, { languages: ['ka'] })).toEqual(['A']);
    });

    it('hands out a live story that matches no longer, without matches', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A']);
      await publish(room, [await entryOf(room, 1), await entryOf(room, 1, { variant: 'en' })]);
      const outcomes = [{ itemId: 1, matches: [] }];
      await room.store.commitRematch({ topicIds: [topicId], outcomes });
      const { stories } = await room.store.selectTopic(ask);
      expect(stories).toMatchObject([{ matches: [] }]);
    });

    it('hands out rows that left, newest first, with the id of their entry', async () => {
      const room = await aNewsroom(backend);
      await report(room, ['A', 'B']);
      const left = { leftReason: 'retracted' as const };
      const rows = [
        await entryOf(room, 1, { ...left, leftAt: seedMorning + 1 }),
        await entryOf(room, 2, { ...left, leftAt: seedMorning + 2 }),
      ];
      await publish(room, rows);
      const selection = await room.store.selectTopic({ ...ask, languages: [] });
      expect(selection.stories).toEqual([]);
      expect(selection.left).toEqual(
        rows.toReversed().map((row) => ({
          ...row,
          entryId: `tag:news.example,2026:${row.storyId}`,
        })),
      );
    });

    it('hands out at most fifty rows that left, per variant', async () => {
      const room = await aNewsroom(backend);
      const titles = Array.from({ length: 60 }, (_, n) => `Report ${n}`);
      await report(room, titles);
      const rows = titles.flatMap((_, n) =>
        ['all', 'en'].map((variant) =>
          entryOf(room, n + 1, { variant, leftAt: seedMorning + n, leftReason: 'rule' }),
        ),
      );
      await publish(room, await Promise.all(rows));
      const { left } = await room.store.selectTopic(ask);
      expect(left.filter(({ variant }) => variant === 'all')).toHaveLength(50);
      expect(left.filter(({ variant }) => variant === 'en')).toHaveLength(50);
      expect(left[0]?.leftAt).toBe(seedMorning + 59);
    });
  });
}
