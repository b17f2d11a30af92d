import { describe, expect, it } from 'vitest';
import type { MoveIntent, MoveOutcome } from '../../src/domain/act.ts';
import { hour } from '../../src/domain/instant.ts';
import { aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const matches = [anOutcome(topicId)];
const editor = { at: seedMorning + hour, by: 'Ann', reason: '' };

/** Stories a (items 1, 2 and 3), b (4) and c (5 and 6), each told by sources in their own words. */
async function aRoom(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  const tell = async (title: string, as?: number): Promise<void> => {
    const write = aNewItem(anItem({ title, guid: title }), { matches });
    if (as === undefined) return void (await room.poll('azertag', [write]));
    const { newStory: _, ...told } = write;
    const { storyId } = await room.item(as);
    const evidence = { with: as };
    const decision = { kind: 'same-story', storyId, layer: 'near-text', evidence } as const;
    await room.poll('azertag', [{ ...told, decision }]);
  };
  for (const [title, as] of [['a'], ['a2', 1], ['a3', 1], ['b'], ['c'], ['c2', 5]] as const) {
    await tell(title, as);
  }
  return room;
}

const storyOf = async (room: Newsroom, item: number) => (await room.item(item)).storyId;

let minted = 0;

/** A split into a story of a name of its own. */
async function split(room: Newsroom, ...itemIds: number[]): Promise<MoveOutcome> {
  minted += 1;
  const id = `s${minted}`.padEnd(20, 'b');
  const newStory = { id, entryId: `tag:news.example,2026:story/${id}`, createdAt: editor.at };
  return room.store.commitMove({ kind: 'split', itemIds, newStory, ...editor });
}

async function join(room: Newsroom, one: number, other: number): Promise<MoveOutcome> {
  const storyIds = [await storyOf(room, one), await storyOf(room, other)] as const;
  return room.store.commitMove({ kind: 'join', storyIds, ...editor } as MoveIntent);
}

const undo = async (room: Newsroom, of: 'split' | 'join', storyId: string) =>
  room.store.commitMove({ kind: 'undo', of, storyId, ...editor, at: editor.at + hour });

const otherOf = (outcome: MoveOutcome): string => ('otherId' in outcome ? outcome.otherId : '');

async function publish(room: Newsroom, itemId: number): Promise<void> {
  const storyId = await storyOf(room, itemId);
  const dates = { published: seedMorning, updated: seedMorning };
  const entry = { topicId, storyId, variant: 'all', itemId, ...dates };
  await room.store.commitEdition({ topicId, entries: [entry], editions: [] });
}

export function describeUndo(backend: Backend): void {
  describe('what an editor takes back', () => {
    it('is refused while a join of the split-off story rests on it, which is named', async () => {
      const room = await aRoom(backend);
      const before = await room.items();
      for (const item of [1, 4]) await publish(room, item);
      const off = otherOf(await split(room, 3));
      await publish(room, 3);
      const joined = await join(room, 3, 4);
      expect(joined).toMatchObject({ isLinked: true });
      const refused = await undo(room, 'split', off);
      expect(refused).toMatchObject({ kind: 'in-the-way', act: { kind: 'join', by: 'Ann' } });
      expect(await undo(room, 'join', otherOf(refused))).toMatchObject({ kind: 'done' });
      expect(await undo(room, 'split', off)).toMatchObject({ kind: 'done', movedIds: [3] });
      expect(await room.items()).toEqual(before);
    });

    it('is refused while what it moved was moved on', async () => {
      const room = await aRoom(backend);
      await publish(room, 1);
      const [going, last] = [await storyOf(room, 4), otherOf(await join(room, 1, 4))];
      expect(last).toBe(going);
      const off = otherOf(await split(room, 4));
      expect(await undo(room, 'join', going)).toMatchObject({ kind: 'in-the-way', otherId: off });
      await undo(room, 'split', off);
      expect(await undo(room, 'join', going)).toMatchObject({ kind: 'done', movedIds: [4] });
    });

    it('is not refused for acts on other items of the story', async () => {
      const room = await aRoom(backend);
      const before = await room.items();
      const [first, second] = [otherOf(await split(room, 2)), otherOf(await split(room, 3))];
      expect(await undo(room, 'split', first)).toMatchObject({ kind: 'done', movedIds: [2] });
      expect(await undo(room, 'split', second)).toMatchObject({ kind: 'done', movedIds: [3] });
      expect(await room.items()).toEqual(before);
    });

    it('leaves two stories apart where a split still stands between them', async () => {
      const room = await aRoom(backend);
      await publish(room, 1);
      const off = otherOf(await split(room, 3));
      await publish(room, 3);
      const related = async () => (await room.store.findStoryRecord(off))?.related;
      const before = await related();
      await join(room, 1, 3);
      await undo(room, 'join', off);
      expect(await related()).toEqual(before);
      const keys = [(await room.item(1)).keys, (await room.item(3)).keys];
      const query = { sourceId: 'irna', keys, since: 0, limit: 9 };
      expect((await room.store.findCandidates(query)).apart).toEqual([
        [await storyOf(room, 1), off].toSorted(),
      ]);
    });

    it('is named by the act that does stand, when it is one of the other kind', async () => {
      const room = await aRoom(backend);
      const off = otherOf(await split(room, 3));
      expect(await undo(room, 'join', off)).toMatchObject({
        kind: 'nothing-to-undo',
        of: 'join',
        storyId: off,
        other: { act: { kind: 'split' }, otherId: off },
      });
      const untouched = await storyOf(room, 4);
      const nothing = { kind: 'nothing-to-undo', of: 'split', storyId: untouched };
      expect(await undo(room, 'split', untouched)).toEqual(nothing);
    });

    it('joins the story that took back a split, when the one that ended is named', async () => {
      const room = await aRoom(backend);
      const off = otherOf(await split(room, 3));
      await undo(room, 'split', off);
      const storyIds = [off, await storyOf(room, 4)] as const;
      expect(await room.store.commitMove({ kind: 'join', storyIds, ...editor })).toMatchObject({
        keptId: await storyOf(room, 1),
        movedIds: [4],
      });
    });

    it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
      'is all, in any order, if one does what is said: seed %i',
      async (seed) => {
        const room = await aRoom(backend);
        const before = await room.items();
        const random = seededRandom(seed);
        const below = (limit: number) => Math.floor(random() * limit);
        for (let act = 0; act < 6; act += 1) {
          if (below(2) === 0) await split(room, 1 + below(6));
          else await join(room, 1 + below(6), 1 + below(6));
        }
        let undone = 1;
        while (undone > 0) undone = await takeBackOnce(room, below);
        expect(await room.items()).toEqual(before);
      },
    );
  });
}

/** Goes once through the stories of all items, in any order, and takes back what stands. Answers how much. */
async function takeBackOnce(room: Newsroom, below: (limit: number) => number): Promise<number> {
  const left = (await room.items()).flatMap(({ id }) => [
    { id, of: 'split' as const },
    { id, of: 'join' as const },
  ]);
  let undone = 0;
  while (left.length > 0) {
    const [next] = left.splice(below(left.length), 1);
    if (next && (await undoAsSaid(room, next.of, await storyOf(room, next.id)))) undone += 1;
  }
  return undone;
}

/** Does what a refusal says until nothing is in the way. Whether anything was taken back in the end. */
async function undoAsSaid(room: Newsroom, of: 'split' | 'join', storyId: string): Promise<boolean> {
  let outcome = await undo(room, of, storyId);
  for (let step = 0; outcome.kind === 'in-the-way' && step < 20; step += 1) {
    outcome = await undo(room, outcome.act.kind as 'split' | 'join', outcome.otherId);
  }
  expect(outcome.kind).not.toBe('in-the-way');
  return outcome.kind === 'done';
}
