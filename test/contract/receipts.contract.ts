import { describe, expect, it } from 'vitest';
import { aDuplicate, aKnownItem, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const first = anItem({ title: 'One' });

interface Room extends Newsroom {
  readonly storyId: string;
  /** Ids of the stories that are due; they are settled by it. */
  due(): Promise<readonly string[]>;
}

/** A published story, whose receipt is settled, and one that was never published. */
async function aPublishedStory(backend: Backend): Promise<Room> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [aNewItem(first), aNewItem(anItem({ title: 'Two' }))]);
  const { storyId } = await room.item(1);
  await publish(room, storyId);
  const due = async () => {
    const listed = await room.store.listDueReceipts(100);
    await room.store.settleReceipts(listed);
    return listed.map((one) => one.storyId);
  };
  expect(await due()).toEqual([storyId]);
  return { ...room, storyId, due };
}

async function publish({ store }: Newsroom, storyId: string, given = {}): Promise<void> {
  const row = { topicId: 'caspian', storyId, variant: 'all', itemId: 1 };
  const entry = { ...row, published: seedMorning, updated: seedMorning, ...given };
  await store.commitEdition({ topicId: 'caspian', entries: [entry], editions: [] });
}

export function describeReceipts(backend: Backend): void {
  describe('receipts', () => {
    it('are not due while nothing touches the story', async () => {
      const room = await aPublishedStory(backend);
      await room.poll('azertag', [aKnownItem(first, 1)]);
      await room.poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'Three' }))]);
      expect(await room.due()).toEqual([]);
    });

    it('are due when another report comes, and never for a story without an entry', async () => {
      const room = await aPublishedStory(backend);
      const other = await room.item(2);
      const copy = anItem({ sourceId: 'irna', title: 'One again' });
      await room.poll('irna', [
        aDuplicate(copy, 1, room.storyId),
        aDuplicate(anItem({ sourceId: 'irna', title: 'Two again' }), 2, other.storyId),
      ]);
      expect(await room.due()).toEqual([room.storyId]);
    });

    it('are due when a source edits its text', async () => {
      const room = await aPublishedStory(backend);
      const edited = { ...first, title: 'One, edited', contentHash: '1'.repeat(64) };
      await room.poll('azertag', [aKnownItem(edited, 1, { isRevision: true })]);
      expect(await room.due()).toEqual([room.storyId]);
    });

    it('are due when a rule comes to another outcome, and when an entry changes', async () => {
      const room = await aPublishedStory(backend);
      const outcomes = [{ itemId: 1, matches: [anOutcome('caspian')] }];
      await room.store.commitRematch({ topicIds: ['caspian'], outcomes });
      expect(await room.due()).toEqual([room.storyId]);
      await publish(room, room.storyId, { leftAt: seedMorning + 1, leftReason: 'rule' });
      expect(await room.due()).toEqual([room.storyId]);
    });

    it('stay due when the story is touched while they are written', async () => {
      const room = await aPublishedStory(backend);
      await publish(room, room.storyId, { updated: seedMorning + 1 });
      const listed = await room.store.listDueReceipts(100);
      await publish(room, room.storyId, { updated: seedMorning + 2 });
      await room.store.settleReceipts(listed);
      expect(await room.due()).toEqual([room.storyId]);
    });

    it('are all due when they are written otherwise than before, once', async () => {
      const room = await aPublishedStory(backend);
      expect(await room.store.setReceiptVersion('a')).toBe(true);
      expect(await room.due()).toEqual([room.storyId]);
      expect(await room.store.setReceiptVersion('a')).toBe(false);
      expect(await room.due()).toEqual([]);
    });
  });

  describe('the record of a story', () => {
    it('has its items, former texts, matches, entries and related stories', async () => {
      const room = await aPublishedStory(backend);
      const edited = { ...first, title: 'One, edited', contentHash: '1'.repeat(64) };
      await room.poll('azertag', [
        aKnownItem(edited, 1, { isRevision: true, matches: [anOutcome('caspian')] }),
      ]);
      const record = await room.store.findStoryRecord(room.storyId);
      expect(record).toMatchObject({
        story: { id: room.storyId },
        items: [{ id: 1, title: 'One, edited' }],
        revisions: [{ itemId: 1, title: 'One', revisedAt: seedMorning }],
        matches: [{ itemId: 1, topicId: 'caspian', matched: true }],
        entries: [{ topicId: 'caspian', variant: 'all' }],
        related: [],
        acts: [],
      });
    });

    it('has what editors did with it, oldest first', async () => {
      const { store, storyId } = await aPublishedStory(backend);
      const given = { storyId, at: seedMorning, by: 'Leyla' };
      await store.commitAct({ ...given, kind: 'retract', reason: 'withdrawn' });
      await store.commitAct({ ...given, kind: 'restore', reason: 'told again' });
      const record = await store.findStoryRecord(storyId);
      expect(record?.acts).toMatchObject([
        { kind: 'retract', reason: 'withdrawn' },
        { kind: 'restore', reason: 'told again' },
      ]);
    });

    it('is none for an id that no story has', async () => {
      const room = await aPublishedStory(backend);
      expect(await room.store.findStoryRecord('nothing')).toBeUndefined();
    });

    it('is listed by id, page by page, of stories that have or had an entry', async () => {
      const room = await aPublishedStory(backend);
      expect(await room.store.listPublishedStories('', 10)).toEqual([room.storyId]);
      expect(await room.store.listPublishedStories(room.storyId, 10)).toEqual([]);
    });
  });
}
