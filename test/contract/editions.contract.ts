import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { EditionRecord, EntryRecord } from '../../src/domain/publication.ts';
import { emptySelection } from '../support/a-selection.ts';
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

    describe('of a renamed topic', () => {
      const to = 'baku-tehran';
      const edition = { topicId, variant: 'all', format: 'atom', hash: 'a', path: 'x', updated: 1 };

      it('go over to the new id, with outcomes and version, and none returns', async () => {
        const { room, entry, other } = await aRoomWithStories(backend);
        const entries = [entry, { ...other, ...left }];
        await room.store.commitEdition({ topicId, entries, editions: [edition] });
        await room.store.setTopicVersions(new Map([[topicId, 'a1']]));
        const before = await room.store.selectTopic(ask);
        // Matched and rendered under the new id before its past is carried over.
        const early = [{ itemId: 1, matches: [anOutcome(to, { score: 99 })] }];
        await room.store.commitRematch({ topicIds: [to], outcomes: early });
        const empty = { ...edition, topicId: to, hash: 'empty' };
        await room.store.commitEdition({ topicId: to, entries: [], editions: [empty] });
        expect(await room.store.renameTopic(topicId, to)).toBe(true);
        const after = await room.store.selectTopic({ ...ask, topicId: to });
        const renamed = JSON.parse(JSON.stringify(before).replaceAll(topicId, to));
        expect(after).toEqual({ ...renamed, version: after.version });
        expect(await room.store.listTopicVersions()).toEqual(new Map([[to, 'a1']]));
        expect(await room.store.selectTopic(ask)).toEqual(emptySelection);
        expect(await room.store.renameTopic(topicId, to)).toBe(false);
        expect(await room.store.selectTopic({ ...ask, topicId: to })).toEqual(after);
        const back = { ...other, topicId: to };
        const returned = room.store.commitEdition({ topicId: to, entries: [back], editions: [] });
        await expect(returned).rejects.toMatchObject({ code: 'conflict' });
      });

      it('are found by the former id, until it takes them back', async () => {
        const { room, entry } = await aRoomWithStories(backend);
        await publish(room, [entry]);
        await room.store.renameTopic(topicId, to);
        await room.store.renameTopic(to, 'the-neighbours');
        const asked = () => room.store.listRenamedTopics();
        expect([...(await asked())]).toEqual(
          [
            [topicId, 'the-neighbours'],
            [to, 'the-neighbours'],
          ].sort(),
        );
        await room.store.renameTopic('the-neighbours', topicId);
        expect((await asked()).get(to)).toBe(topicId);
        expect((await asked()).has(topicId)).toBe(false);
      });

      it('stay where they are when the new id has an entry of its own', async () => {
        const { room, entry, other } = await aRoomWithStories(backend);
        await publish(room, [entry]);
        const own = { ...other, topicId: to };
        await room.store.commitEdition({ topicId: to, entries: [own], editions: [] });
        const before = await room.store.selectTopic(ask);
        expect(await room.store.renameTopic(topicId, to)).toBe(false);
        expect(await room.store.selectTopic(ask)).toEqual(before);
        const { entries } = await room.store.selectTopic({ ...ask, topicId: to });
        expect(entries).toEqual([own]);
      });

      it('that never published leaves the outcomes of the new id alone', async () => {
        const { room } = await aRoomWithStories(backend);
        const outcomes = [{ itemId: 1, matches: [anOutcome(to)] }];
        await room.store.commitRematch({ topicIds: [to], outcomes });
        expect(await room.store.renameTopic('never', to)).toBe(false);
        expect(await room.store.renameTopic(topicId, to)).toBe(false);
        const { stories } = await room.store.selectTopic({ ...ask, topicId: to });
        expect(stories).toHaveLength(1);
      });
    });

    it('lists what documents were ever published of, each once', async () => {
      const room = await aNewsroom(backend);
      const edition = { topicId, variant: 'all', hash: '', path: 'x', updated: 1 };
      await room.store.commitEdition({
        topicId,
        entries: [],
        editions: [
          { ...edition, format: 'rss' },
          { ...edition, format: 'atom' },
          { ...edition, variant: 'az', format: 'rss' },
        ],
      });
      expect(await room.store.listPublishedVariants()).toEqual([
        { topicId, variant: 'all' },
        { topicId, variant: 'az' },
      ]);
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
