import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/item.ts';
import type { SearchAlternative, SearchRequest, SearchText } from '../../src/domain/search.ts';
import { aKnownItem, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const day = 86_400_000;

const text = (title: string, given: Partial<SearchText> = {}): SearchText => ({
  title: title.toLowerCase(),
  body: '',
  names: '',
  concepts: '',
  ...given,
});

const word = (asked: string, isPrefix = false): readonly SearchAlternative[] => [
  { kind: 'words', words: asked.split(' '), isPrefix },
];

const write = (given: Partial<Item>, search: Partial<SearchText> = {}) => {
  const item = anItem(given);
  return aNewItem(item, { search: text(item.title, search) });
};

async function aRoom(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [
    write(
      { title: 'Rail talks' },
      { names: 'valiaf xalf', concepts: 'rail', body: 'held in baku' },
    ),
    write({ title: 'Talks on rail', published: seedMorning - 40 * day, language: 'az' }),
    write({ title: 'Railway opened', language: 'az-Arab' }),
  ]);
  return room;
}

async function titles(
  { store }: Newsroom,
  parts: SearchRequest['parts'],
  given: Partial<SearchRequest> = {},
): Promise<readonly string[]> {
  const request = { parts, order: 'newest', offset: 0, limit: 10, ...given } as const;
  const { stories } = await store.searchStories(request);
  return stories.map(({ reports }) => reports[0]?.title ?? '');
}

export function describeSearch(backend: Backend): void {
  describe('search', () => {
    it('finds words, beginnings, phrases, names and concepts; every part has to be there', async () => {
      const room = await aRoom(backend);
      expect(await titles(room, [word('rail')])).toEqual(['Rail talks', 'Talks on rail']);
      expect(await titles(room, [word('rail', true)])).toHaveLength(3);
      expect(await titles(room, [word('talks on')])).toEqual(['Talks on rail']);
      expect(await titles(room, [word('talks'), word('baku')])).toEqual(['Rail talks']);
      const name = { kind: 'name', key: 'vali', isPrefix: true } as const;
      expect(await titles(room, [[name]])).toEqual(['Rail talks']);
      expect(await titles(room, [[...word('nothing'), { kind: 'concept', id: 'rail' }]])).toEqual([
        'Rail talks',
      ]);
    });

    it.each(['"', '*', 'a" OR "b', 'NEAR(', '^', '-', '"title":', "'; DROP TABLE items; --"])(
      'reads %s as a word like any other',
      async (odd) => {
        const room = await aRoom(backend);
        expect(await titles(room, [word(odd)])).toEqual([]);
        expect(await titles(room, [[{ kind: 'concept', id: odd }]])).toEqual([]);
        expect(await titles(room, [word('rail')], { language: odd, sourceId: odd })).toEqual([]);
      },
    );

    it('narrows down by language, source, date and topic', async () => {
      const room = await aRoom(backend);
      const rail = [word('rail', true)];
      expect(await titles(room, rail, { language: 'az' })).toEqual([
        'Railway opened',
        'Talks on rail',
      ]);
      expect(await titles(room, rail, { sourceId: 'irna' })).toEqual([]);
      const range = { from: seedMorning - 41 * day, to: seedMorning - 39 * day };
      expect(await titles(room, rail, range)).toEqual(['Talks on rail']);
      const long = { from: Date.UTC(2020, 3), to: seedMorning - day };
      expect(await titles(room, rail, long)).toEqual(['Talks on rail']);
      expect(await titles(room, rail, { topicId: 'caspian' })).toEqual([]);
      await room.store.commitRematch({
        topicIds: ['caspian'],
        outcomes: [{ itemId: 3, matches: [anOutcome('caspian')] }],
      });
      expect(await titles(room, rail, { topicId: 'caspian' })).toEqual(['Railway opened']);
    });

    it('puts a word in the title before one in the text when the best are asked for', async () => {
      const room = await aNewsroom(backend);
      await room.poll('azertag', [
        write({ title: 'Rail' }),
        write({ title: 'Other', published: seedMorning + day }, { body: 'by rail' }),
      ]);
      expect(await titles(room, [word('rail')])).toEqual(['Other', 'Rail']);
      expect(await titles(room, [word('rail')], { order: 'best' })).toEqual(['Rail', 'Other']);
    });

    it('answers page by page, and how many there are in all', async () => {
      const { store } = await aRoom(backend);
      const request = { parts: [word('rail', true)], order: 'newest', limit: 2 } as const;
      const first = await store.searchStories({ ...request, offset: 0 });
      const second = await store.searchStories({ ...request, offset: 2 });
      expect([first.total, first.stories.length, second.stories.length]).toEqual([3, 2, 1]);
      expect(first.isPartial).toBe(false);
    });

    it('finds a text by its last words only, and never a retracted story', async () => {
      const room = await aRoom(backend);
      const edited = {
        ...anItem({ title: 'Rail talks' }),
        title: 'Water talks',
        contentHash: '1'.repeat(64),
      };
      await room.poll('azertag', [
        aKnownItem(edited, 1, { isRevision: true, search: text('Water talks') }),
      ]);
      expect(await titles(room, [word('rail')])).toEqual(['Talks on rail']);
      expect(await titles(room, [word('water')])).toEqual(['Water talks']);
      const { storyId } = await room.item(1);
      const row = { topicId: 'caspian', storyId, variant: 'all', itemId: 1 };
      const entry = { ...row, published: seedMorning, updated: seedMorning };
      const left = { ...entry, leftAt: seedMorning, leftReason: 'retracted' } as const;
      await room.store.commitEdition({ topicId: 'caspian', entries: [left], editions: [] });
      expect(await titles(room, [word('water')])).toEqual([]);
    });
  });

  describe('what waits to be indexed', () => {
    it('is an item that came without its words, newest first, until it is indexed', async () => {
      const room = await aNewsroom(backend);
      const { store } = room;
      await room.poll('azertag', [
        aNewItem(anItem({ title: 'One' })),
        aNewItem(anItem({ title: 'Two' })),
      ]);
      expect((await store.listSearchDue(10)).map(({ title }) => title)).toEqual(['Two', 'One']);
      await store.commitSearch([
        { itemId: 2, text: text('two') },
        { itemId: 99, text: text('x') },
      ]);
      expect((await store.listSearchDue(10)).map(({ title }) => title)).toEqual(['One']);
      expect(await titles(room, [word('two')])).toEqual(['Two']);
    });

    it('is everything once words are made otherwise', async () => {
      const { store } = await aRoom(backend);
      expect(await store.setSearchVersion('a')).toBe(false);
      expect(await store.listSearchDue(10)).toEqual([]);
      expect(await store.setSearchVersion('b')).toBe(true);
      expect(await store.listSearchDue(10)).toHaveLength(3);
      expect(await store.setSearchVersion('b')).toBe(false);
    });
  });
}
