import { describe, expect, it } from 'vitest';
import { day, hour } from '../../src/domain/instant.ts';
import { aDuplicate, aKnownItem, aNewItem, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import { topicsChangedBy } from '../support/topics-changed.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const item = anItem({ sourceId: 'irna', publishedRaw: seedMorning - 1 });
const later = seedMorning + hour;
const edited = anItem({ ...item, title: 'Edited', contentHash: 'f'.repeat(64) });

async function aRoomWithItem(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('irna', [aNewItem(item, { matches: [anOutcome('azerbaijan-iran')] })]);
  return room;
}

function candidatesFor(room: Newsroom, key: ReturnType<typeof aKey>) {
  const query = { sourceId: 'irna', keys: [[key]], since: seedMorning, limit: 9 };
  return room.store.findCandidates(query).then(({ candidates }) => candidates[0] ?? []);
}

export function describeRevisions(backend: Backend): void {
  describe('items that are seen again', () => {
    it('get a later sighting and change nothing else, and no topic', async () => {
      const room = await aRoomWithItem(backend);
      const before = await room.item(1);
      const poll = () => room.poll('irna', [aKnownItem(item, 1)], { now: later });
      expect(await topicsChangedBy(room.store, poll)).toEqual([]);
      expect(await room.items()).toEqual([{ ...before, lastSeenAt: later }]);
    });

    it('keep the latest sighting when a clock steps back', async () => {
      const room = await aRoomWithItem(backend);
      await room.poll('irna', [aKnownItem(item, 1)], { now: later });
      await room.poll('irna', [aKnownItem(item, 1)], { now: later - 1 });
      expect((await room.item(1)).lastSeenAt).toBe(later);
    });

    it('take the new text of a revision and keep first dates, guid and story', async () => {
      const room = await aRoomWithItem(backend);
      const moved = {
        ...edited,
        guid: 'other',
        link: 'https://irna.example/moved',
        summary: 'New',
        contentHtml: '<p>New</p>',
        published: later,
        publishedRaw: later,
        updated: later,
      };
      const before = await room.item(1);
      const write = aKnownItem(moved, 1, {
        isRevision: true,
        matches: [anOutcome('azerbaijan-iran')],
      });
      const poll = () => room.poll('irna', [write], { now: later });
      expect(await topicsChangedBy(room.store, poll)).toEqual(['azerbaijan-iran']);
      expect(await room.item(1)).toEqual({
        ...before,
        title: 'Edited',
        link: moved.link,
        summary: 'New',
        contentHtml: '<p>New</p>',
        updated: later,
        contentHash: moved.contentHash,
        lastSeenAt: later,
        revisedAt: later,
      });
    });

    it('are not revised by the same text again', async () => {
      const room = await aRoomWithItem(backend);
      const bumped = { ...item, updated: later };
      const write = aKnownItem(bumped, 1, { isRevision: true, matches: [anOutcome('transport')] });
      const poll = () => room.poll('irna', [write], { now: later });
      expect(await topicsChangedBy(room.store, poll)).toEqual([]);
      const stored = await room.item(1);
      expect(stored.revisedAt).toBe(seedMorning);
      expect(stored).not.toHaveProperty('updated');
    });

    it('keep their text when the change is not said to be a revision', async () => {
      const room = await aRoomWithItem(backend);
      await room.poll('irna', [aKnownItem(edited, 1)], { now: later });
      expect((await room.item(1)).title).toBe(item.title);
    });

    it('change both the topics they leave and those they enter by a new text', async () => {
      const room = await aRoomWithItem(backend);
      const write = aKnownItem(edited, 1, { isRevision: true, matches: [anOutcome('transport')] });
      const poll = () => room.poll('irna', [write], { now: later });
      expect(await topicsChangedBy(room.store, poll)).toEqual(['azerbaijan-iran', 'transport']);
      const select = (topicId: string) =>
        room.store.selectTopic({ topicId, languages: [], limit: 9 });
      expect((await select('azerbaijan-iran')).stories).toEqual([]);
      expect((await select('transport')).stories).toHaveLength(1);
    });

    it('change the topics of their whole story', async () => {
      const room = await aRoomWithItem(backend);
      const copy = anItem({ sourceId: 'trend', title: 'Copy', keys: [] });
      const { storyId } = await room.item(1);
      await room.poll('trend', [aDuplicate(copy, 1, storyId)]);
      const changed = aKnownItem({ ...copy, contentHash: '1' }, 2, { isRevision: true });
      const poll = () => room.poll('trend', [changed], { now: later });
      expect(await topicsChangedBy(room.store, poll)).toEqual(['azerbaijan-iran']);
    });

    it('are found by a key they gained, beside those they had', async () => {
      const room = await aRoomWithItem(backend);
      const gained = aKey('id:guid', 'irna new guid');
      await room.poll('irna', [aKnownItem({ ...item, keys: [gained] }, 1)], { now: later });
      expect(await candidatesFor(room, gained)).toHaveLength(1);
      expect(await candidatesFor(room, item.keys[0] ?? gained)).toHaveLength(1);
      expect((await room.item(1)).keys).toEqual([item.keys[0], gained, ...item.keys.slice(1)]);
    });

    it('enter the window on the day they gained a windowed key', async () => {
      const room = await aRoomWithItem(backend);
      const gained = aKey('content', 'new text');
      const now = seedMorning + 30 * day;
      await room.poll('irna', [aKnownItem({ ...item, keys: [gained] }, 1)], { now });
      const query = { sourceId: 'irna', keys: [[gained], [...item.keys.slice(2)]], limit: 9 };
      const { candidates } = await room.store.findCandidates({ ...query, since: now - day });
      expect(candidates.map((list) => list.length)).toEqual([1, 0]);
    });

    it('keep the newest keys of a kind when a source changes them without end', async () => {
      const room = await aRoomWithItem(backend);
      const guids = Array.from({ length: 80 }, (_, n) => aKey('id:guid', `irna ${n}`));
      for (const guid of guids) {
        await room.poll('irna', [aKnownItem({ ...item, keys: [guid] }, 1)], { now: later });
      }
      const { keys } = await room.item(1);
      expect(keys.filter(({ kind }) => kind === 'id:guid')).toEqual(guids.slice(-64));
      expect(await candidatesFor(room, guids[0] ?? aKey('link', ''))).toEqual([]);
      expect(await candidatesFor(room, guids[79] ?? aKey('link', ''))).toHaveLength(1);
    });

    it('go back to a former text once a day, however often their source changes its mind', async () => {
      const room = await aRoomWithItem(backend);
      const revised: number[] = [];
      for (let poll = 1; poll <= 60; poll += 1) {
        const version = poll % 2 === 1 ? edited : item;
        const write = aKnownItem(version, 1, { isRevision: true });
        const outcome = await room.poll('irna', [write], { now: seedMorning + poll * hour });
        if (outcome.kind === 'committed' && outcome.itemsRevised > 0) revised.push(poll);
      }
      // The change and the way back, then not more than these two in a day.
      expect(revised.slice(0, 2)).toEqual([1, 2]);
      expect(revised.length).toBeLessThanOrEqual(6);
      const [newest] = await room.store.listPolls(1);
      expect(newest?.itemsRevised).toBe(0);
    });

    it('take twelve texts a day, and the text of the moment when the day is over', async () => {
      const room = await aRoomWithItem(backend);
      const at = (minutes: number) => {
        const text = {
          ...item,
          title: `Post ${minutes}`,
          contentHash: `${minutes}`.padStart(64, '0'),
        };
        const write = aKnownItem(text, 1, { isRevision: true });
        return room.poll('irna', [write], { now: seedMorning + minutes * 60_000 });
      };
      for (let minutes = 10; minutes <= 300; minutes += 10) await at(minutes);
      expect((await room.item(1)).title).toBe('Post 120');
      await at(24 * 60 + 20);
      expect((await room.item(1)).title).toBe('Post 1460');
    });

    it('of one source are never touched by another that uses the same guid', async () => {
      const room = await aRoomWithItem(backend);
      const before = await room.item(1);
      const theirs = anItem({ sourceId: 'trend', title: 'Theirs', guid: item.guid ?? '' });
      await room.poll('trend', [aNewItem(theirs)], { now: later });
      expect(await room.item(1)).toEqual(before);
      await expect(
        room.poll('tass', [aKnownItem(anItem({ sourceId: 'tass' }), 1, { isRevision: true })]),
      ).rejects.toMatchObject({ code: 'invalid' });
      expect(await room.item(1)).toEqual(before);
    });
  });
}
