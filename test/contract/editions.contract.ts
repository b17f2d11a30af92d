import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { EditionRecord, EntryRecord } from '../../src/domain/publication.ts';
import { aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: [], limit: 10 };
const later = seedMorning + hour;

async function aRoomWithStories(
  backend: Backend,
): Promise<{ room: Newsroom; entry: EntryRecord; other: EntryRecord }> {
  const room = await aNewsroom(backend);
  const matches = [anOutcome(topicId)];
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One' }), { matches }),
    aNewItem(anItem({ title: 'Two' }), { matches }),
  ]);
  const rows = (await room.items()).map(({ id, storyId }) => ({
    topicId,
    storyId,
    variant: 'all',
    itemId: id,
    published: seedMorning,
    updated: seedMorning,
  }));
  const [entry, other] = rows;
  if (!entry || !other) throw new Error('two items are stored');
  return { room, entry, other };
}

function publish({ store }: Newsroom, entries: readonly EntryRecord[]): Promise<void> {
  return store.commitEdition({ topicId, entries, editions: [] });
}

export function describeEditions(backend: Backend): void {
  describe('editions', () => {
    it('writes entries and editions and hands them back as they were', async () => {
      const { room, entry } = await aRoomWithStories(backend);
      const edition: EditionRecord = {
        topicId,
        variant: 'all',
        format: 'atom',
        hash: 'a'.repeat(64),
        path: 'topics/azerbaijan-iran/atom.xml',
        updated: seedMorning,
      };
      await room.store.commitEdition({ topicId, entries: [entry], editions: [edition] });
      const next = { ...edition, hash: 'b'.repeat(64), updated: later };
      const rss = { ...edition, format: 'rss', path: 'topics/azerbaijan-iran/rss.xml' };
      await room.store.commitEdition({ topicId, entries: [], editions: [next, rss] });
      const selection = await room.store.selectTopic(ask);
      expect(selection.editions).toEqual([next, rss]);
      expect(selection.entries).toContainEqual(entry);
    });

    it.each([
      { what: 'a later update', given: { updated: later } },
      { what: 'a move into the archive', given: { archivedAt: later } },
      { what: 'a departure', given: { leftAt: later, leftReason: 'rule' as const } },
      {
        what: 'a departure from the archive',
        given: { archivedAt: later, leftAt: later, leftReason: 'retracted' as const },
      },
    ])('accepts $what', async ({ given }) => {
      const { room, entry } = await aRoomWithStories(backend);
      await publish(room, [entry]);
      const next = { ...entry, ...given };
      await publish(room, [next]);
      // The story has no row in English yet, so it comes with those it has.
      const selection = await room.store.selectTopic({ ...ask, languages: ['en'] });
      const rows = [...selection.entries, ...selection.left];
      expect(rows.find(({ storyId }) => storyId === entry.storyId)).toMatchObject(next);
    });

    const left = { leftAt: later, leftReason: 'rule' as const };
    it.each([
      { what: 'a return after it left', first: left, next: {} },
      { what: 'a return from the archive', first: { archivedAt: later }, next: {} },
      { what: 'another first date', first: {}, next: { published: later } },
      {
        what: 'another first date of a departed one',
        first: left,
        next: { ...left, published: 1 },
      },
      { what: 'another item to be shown', first: {}, next: { itemId: 2 } },
    ])('refuses $what and writes nothing of the edition', async ({ first, next }) => {
      const { room, entry, other } = await aRoomWithStories(backend);
      await publish(room, [{ ...entry, ...first }]);
      const before = await room.store.selectTopic(ask);
      const refused = publish(room, [other, { ...entry, ...next }]);
      await expect(refused).rejects.toMatchObject({ name: 'AppError', code: 'conflict' });
      expect(await room.store.selectTopic(ask)).toEqual(before);
    });

    it('keeps variants and topics of one story apart', async () => {
      const { room, entry } = await aRoomWithStories(backend);
      await publish(room, [{ ...entry, ...left }]);
      await publish(room, [{ ...entry, variant: 'en' }]);
      const elsewhere = { ...entry, topicId: 'transport' };
      const intent = { topicId: 'transport', entries: [elsewhere], editions: [] };
      await room.store.commitEdition(intent);
      const { entries } = await room.store.selectTopic({ ...ask, topicId: 'transport' });
      expect(entries).toEqual([elsewhere]);
    });

    it('refuses rows of another topic and entries of stories that are not stored', async () => {
      const { room, entry } = await aRoomWithStories(backend);
      const invalid = { code: 'invalid' };
      const stray = publish(room, [{ ...entry, topicId: 'transport' }]);
      await expect(stray).rejects.toMatchObject(invalid);
      const unknown = publish(room, [{ ...entry, storyId: 'nowhere' }]);
      await expect(unknown).rejects.toMatchObject(invalid);
    });

    it('reports each topic with entries: live, in all, newest, last changed', async () => {
      const { room, entry, other } = await aRoomWithStories(backend);
      expect(await room.store.listTopicHealth(later)).toEqual([]);
      await publish(room, [
        entry,
        { ...entry, variant: 'en' },
        { ...other, published: later, updated: later + 5, archivedAt: later },
      ]);
      expect(await room.store.listTopicHealth(later)).toEqual([
        {
          topicId,
          entriesLive: 1,
          entriesTotal: 2,
          newestPublished: later,
          lastUpdated: later + 5,
          variants: ['all', 'en'],
        },
      ]);
    });
  });
}
