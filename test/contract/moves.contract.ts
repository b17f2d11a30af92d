import { describe, expect, it } from 'vitest';
import type { MoveIntent } from '../../src/domain/act.ts';
import { hour } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import { aDuplicate, aNewItem, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const matches = [anOutcome(topicId)];
const at = seedMorning + hour;
const editor = { at, by: 'Ann', reason: 'not one event' };
const newStory = { id: 'b'.repeat(20), entryId: 'tag:news.example,2026:story/b', createdAt: at };
const content = aKey('content', 'shared');

/**
 * One story: item 1 of azertag; 2 of irna copies it; 3 of tass tells it in its own words; 4 of trend
 * copies 3. Item 5 tells another story.
 */
async function aRoom(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One', keys: [aKey('id:guid', '1'), content] }), { matches }),
  ]);
  const { storyId } = await room.item(1);
  const layer = 'near-text' as const;
  await room.poll('irna', [
    aDuplicate(anItem({ sourceId: 'irna', title: 'Copy' }), 1, storyId, { matches }),
  ]);
  const told = { kind: 'same-story', storyId, layer, evidence: { with: 1 } } as const;
  const { newStory: _, ...write } = aNewItem(
    anItem({ sourceId: 'tass', title: 'Own', keys: [content] }),
  );
  await room.poll('tass', [{ ...write, decision: told, matches }]);
  await room.poll('trend', [
    aDuplicate(anItem({ sourceId: 'trend', title: 'Copy of own' }), 3, storyId, { matches }),
  ]);
  await room.poll('trend', [aNewItem(anItem({ sourceId: 'trend', title: 'Other' }), { matches })]);
  return room;
}

async function publish(room: Newsroom, itemId: number, variant = 'all', more = {}) {
  const { storyId } = await room.item(itemId);
  const dates = { published: seedMorning, updated: seedMorning };
  const entry = { topicId, storyId, variant, itemId, ...dates, ...more };
  await room.store.commitEdition({ topicId, entries: [entry], editions: [] });
}

const split = (room: Newsroom, ...itemIds: number[]) =>
  room.store.commitMove({ kind: 'split', itemIds, newStory, ...editor });

const undo = (room: Newsroom, of: 'split' | 'join', storyId = newStory.id) =>
  room.store.commitMove({ kind: 'undo', of, storyId, ...editor, at: at + hour });

async function join(room: Newsroom, one: number, other: number) {
  const storyIds = [(await room.item(one)).storyId, (await room.item(other)).storyId] as const;
  return room.store.commitMove({ kind: 'join', storyIds, ...editor } as MoveIntent);
}

/** The items of each story, by number, and what each is a copy of. */
async function groups(room: Newsroom) {
  const byStory = new Map<string, string[]>();
  for (const { id, storyId, duplicate } of await room.items()) {
    const name = duplicate === undefined ? `${id}` : `${id}=${duplicate.itemId}`;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), name]);
  }
  return [...byStory.values()].map((names) => names.join(' ')).toSorted();
}

const entriesOf = async (room: Newsroom, item: StoredItem) =>
  (await room.store.findStoryRecord(item.storyId))?.entries ?? [];

export function describeMoves(backend: Backend): void {
  describe('items an editor moves', () => {
    it('go with their copies into a story of their own', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(1);
      const outcome = await split(room, 3);
      expect(outcome).toMatchObject({
        kind: 'done',
        keptId: storyId,
        otherId: newStory.id,
        movedIds: [3, 4],
        topics: [topicId],
        act: { kind: 'split', by: 'Ann', storyId },
      });
      expect(await groups(room)).toEqual(['1 2=1', '3 4=3', '5']);
      const selection = await room.store.selectTopic({ topicId, languages: [], limit: 9 });
      expect(selection.stories).toHaveLength(3);
    });

    it('are free of what they were wrongly taken for', async () => {
      const room = await aRoom(backend);
      await split(room, 2);
      expect(await groups(room)).toEqual(['1 3 4=3', '2', '5']);
      expect(await room.item(2)).not.toHaveProperty('joined');
    });

    it('return as they were when the split is taken back', async () => {
      const room = await aRoom(backend);
      const before = await room.items();
      for (const id of [2, 3]) {
        await split(room, id);
        expect(await undo(room, 'split')).toMatchObject({ kind: 'done', act: { kind: 'unsplit' } });
        expect(await room.items()).toEqual(before);
      }
      expect(await undo(room, 'split')).toMatchObject({ kind: 'nothing-to-undo' });
    });

    it('bring what joined them meanwhile', async () => {
      const room = await aRoom(backend);
      await split(room, 3);
      const late = anItem({ sourceId: 'azertag', title: 'Late copy' });
      await room.poll('azertag', [aDuplicate(late, 3, newStory.id)]);
      await undo(room, 'split');
      expect(await groups(room)).toEqual(['1 2=1 3 4=3 7=3', '5']);
    });

    it('leave the story and its entry to the item that shows it', async () => {
      const room = await aRoom(backend);
      await publish(room, 3);
      const { storyId } = await room.item(3);
      expect(await split(room, 3)).toMatchObject({ keptId: storyId, movedIds: [1, 2] });
      expect((await room.item(3)).storyId).toBe(storyId);
      expect(await entriesOf(room, await room.item(3))).toHaveLength(1);
      expect((await room.item(1)).storyId).toBe(newStory.id);
    });

    it('show the story again where it left by the split that is taken back', async () => {
      const room = await aRoom(backend);
      await publish(room, 1);
      await publish(room, 3, 'en');
      await split(room, 3);
      await publish(room, 1, 'all');
      const { storyId } = await room.item(1);
      const row = { topicId, storyId, variant: 'en', itemId: 3, published: seedMorning };
      const left = { updated: seedMorning, leftAt: at, leftReason: 'split' } as const;
      await room.store.commitEdition({ topicId, entries: [{ ...row, ...left }], editions: [] });
      await undo(room, 'split');
      const entries = await entriesOf(room, await room.item(1));
      expect(entries.every((entry) => entry.leftAt === undefined)).toBe(true);
      expect(entries.find(({ variant }) => variant === 'en')?.updated).toBeGreaterThan(at);
    });

    it('take the split-off story out of the documents when it is taken back', async () => {
      const room = await aRoom(backend);
      await publish(room, 1);
      await split(room, 3);
      await publish(room, 3);
      await undo(room, 'split');
      const entries = (await room.store.findStoryRecord(newStory.id))?.entries ?? [];
      expect(entries).toMatchObject([{ leftReason: 'split', leftAt: at + hour }]);
    });

    it('are of one story, and not all of it', async () => {
      const room = await aRoom(backend);
      expect(await split(room, 1, 5)).toMatchObject({ kind: 'several-stories' });
      expect(await split(room, 1, 3)).toMatchObject({ kind: 'one-whole' });
      expect(await split(room, 99)).toEqual({ kind: 'unknown', name: 'item 99' });
    });

    it('join the story that is published, else the older one', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(1);
      expect(await join(room, 5, 1)).toMatchObject({ keptId: storyId, movedIds: [5] });
      expect(await groups(room)).toEqual(['1 2=1 3 4=3 5']);
      const second = await aRoom(backend);
      await publish(second, 5);
      const published = (await second.item(5)).storyId;
      expect(await join(second, 1, 5)).toMatchObject({ keptId: published, movedIds: [1, 2, 3, 4] });
    });

    it('go back when the join is taken back', async () => {
      const room = await aRoom(backend);
      const before = await room.items();
      const outcome = await join(room, 1, 5);
      const otherId = outcome.kind === 'done' ? outcome.otherId : '';
      expect(await undo(room, 'join', otherId)).toMatchObject({ movedIds: [5] });
      expect(await room.items()).toEqual(before);
    });

    it('stay in two published stories, which are linked until that is taken back', async () => {
      const room = await aRoom(backend);
      await publish(room, 1);
      await publish(room, 5);
      const before = await room.items();
      const [one, other] = [(await room.item(1)).storyId, (await room.item(5)).storyId];
      const related = async (id: string) =>
        (await room.store.findStoryRecord(id))?.related.map(({ storyId }) => storyId);
      expect(await join(room, 1, 5)).toMatchObject({ isLinked: true, movedIds: [] });
      expect(await room.items()).toEqual(before);
      expect([await related(one), await related(other)]).toEqual([[other], [one]]);
      await undo(room, 'join', one);
      expect([await related(one), await related(other)]).toEqual([[], []]);
    });

    it('make decisions on an earlier lookup be taken again', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(3);
      const query = { sourceId: 'irna', keys: [[content]], since: 0, limit: 9 };
      const { asOf } = await room.store.findCandidates(query);
      await split(room, 3);
      const late = aDuplicate(anItem({ sourceId: 'irna', title: 'Late' }), 1, storyId);
      expect(await room.poll('irna', [late], { asOf })).toEqual({ kind: 'conflict' });
      const again = await room.store.findCandidates(query);
      const now = seedMorning + hour;
      expect(await room.poll('irna', [late], { asOf: again.asOf, now })).toMatchObject({
        kind: 'committed',
      });
    });

    it('are known to be apart to whoever looks up both', async () => {
      const room = await aRoom(backend);
      const query = { sourceId: 'irna', keys: [[content]], since: 0, limit: 9 };
      expect(await room.store.findCandidates(query)).not.toHaveProperty('apart');
      const { storyId } = await room.item(1);
      await split(room, 3);
      const { apart } = await room.store.findCandidates(query);
      expect(apart).toEqual([[newStory.id, storyId].toSorted()]);
      await undo(room, 'split');
      expect(await room.store.findCandidates(query)).not.toHaveProperty('apart');
    });

    it('are told by the list of acts, of either story', async () => {
      const room = await aRoom(backend);
      await split(room, 3);
      for (const item of [1, 3]) {
        const { storyId } = await room.item(item);
        const acts = await room.store.listActs({ storyId, limit: 9 });
        expect(acts).toMatchObject([{ kind: 'split', reason: 'not one event' }]);
      }
    });
  });
}
