import { describe, expect, it } from 'vitest';
import { day, type Instant } from '../../src/domain/instant.ts';
import type { PruneCounts, PruneRequest } from '../../src/domain/retention.ts';
import type { Store } from '../../src/domain/store.ts';
import { aDuplicate, aKnownItem, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import { topicsChangedBy } from '../support/topics-changed.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom, sourcesOfRoom } from './newsroom.ts';

const retentionMs = 30 * day;
const topicId = 'azerbaijan-iran';
const long = 'A paragraph of the report. '.repeat(20);

/** An item whose source is in its window no more once `next` was read. */
const old = anItem({
  sourceId: 'irna',
  title: 'Old',
  summary: long,
  contentHtml: `<p>${long}</p>`,
  boilerplate: [[0, 25]],
});
const next = anItem({ sourceId: 'irna', title: 'Next' });

/** Runs retention to its end, which it must reach in a bounded number of steps. */
export async function pruneAll(
  store: Store,
  now: Instant,
  more: Partial<PruneRequest> = {},
): Promise<PruneCounts> {
  const total = { texts: 0, revisions: 0, items: 0, stories: 0, keys: 0, polls: 0, pages: 0 };
  let from: PruneRequest['from'];
  for (let step = 0; step < 10_000; step += 1) {
    const request = { now, retentionMs, retentionOf: new Map(), ...more };
    const { removed, next } = await store.prune({ ...request, ...(from && { from }) });
    for (const name of Object.keys(total) as (keyof PruneCounts)[]) total[name] += removed[name];
    if (next === undefined) return total;
    from = next;
  }
  throw new Error('retention does not come to its end');
}

/** `old` was read on the first day, `next` on the day after. */
async function aRoom(backend: Backend, matches = [anOutcome(topicId)]): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('irna', [aNewItem(old, { matches })]);
  await room.poll('irna', [aNewItem(next)], { now: seedMorning + day });
  return room;
}

async function publish(room: Newsroom, more: { readonly archivedAt?: Instant } = {}) {
  const { storyId, id: itemId } = await room.item(1);
  const dates = { published: seedMorning, updated: seedMorning };
  const entry = { topicId, storyId, variant: 'all', itemId, ...dates, ...more };
  await room.store.commitEdition({ topicId, entries: [entry], editions: [] });
}

const candidatesOf = async ({ store }: Newsroom, item = old) =>
  (
    await store.findCandidates({ sourceId: 'irna', keys: [item.keys], since: 0, limit: 9 })
  ).candidates.flat();

export function describeRetention(backend: Backend): void {
  describe('retention', () => {
    it('leaves a young store as it is, and says when it looked', async () => {
      const room = await aRoom(backend);
      const before = await room.items();
      expect(await room.store.findPrunedAt()).toBeUndefined();
      const now = seedMorning + 10 * day;
      expect(Object.values(await pruneAll(room.store, now)).every((n) => n === 0)).toBe(true);
      expect(await room.items()).toEqual(before);
      expect(await room.store.findPrunedAt()).toBe(now);
    });

    it('has sealed every text in the commit that wrote or removed it', async () => {
      const room = await aRoom(backend);
      await room.poll('irna', [
        aKnownItem(anItem({ ...old, title: 'Older', contentHash: 'x' }), 1),
      ]);
      await pruneAll(room.store, seedMorning + 31 * day);
      expect(await room.store.sealItems(100)).toBe(0);
    });

    it('removes the text of what its source no longer carries, and knows it still', async () => {
      const room = await aRoom(backend);
      const removed = await pruneAll(room.store, seedMorning + 31 * day);
      expect(removed).toMatchObject({ texts: 1, items: 0, stories: 0 });
      expect(await room.item(1)).toMatchObject({ title: 'Old', link: old.link, isPruned: true });
      expect(await room.item(1)).toMatchObject({ summary: '', contentHtml: '' });
      // Spans of a text that is gone would be cut out of whatever is compared in its place.
      expect(await room.item(1)).not.toHaveProperty('boilerplate');
      expect(await candidatesOf(room)).toMatchObject([{ itemId: 1, contentHash: old.contentHash }]);
    });

    it('counts from the last sighting', async () => {
      const room = await aRoom(backend);
      const seen = seedMorning + 20 * day;
      await room.poll(
        'irna',
        [aKnownItem(old, 1), aNewItem(anItem({ sourceId: 'irna', title: 'X' }))],
        {
          now: seen,
        },
      );
      await room.poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'Y' }))], {
        now: seen + 1,
      });
      await pruneAll(room.store, seen + 29 * day);
      expect(await room.item(1)).not.toHaveProperty('isPruned');
      await pruneAll(room.store, seen + 31 * day);
      expect(await room.item(1)).toHaveProperty('isPruned', true);
    });

    it('touches nothing in the window of its source, however long that stands still', async () => {
      const room = await aRoom(backend);
      await pruneAll(room.store, seedMorning + 3_000 * day);
      expect((await room.items()).map(({ title }) => title)).toEqual(['Next']);
      expect(await candidatesOf(room, next)).toHaveLength(1);
    });

    it('counts the window of a source that is no longer declared like any other sighting', async () => {
      const room = await aRoom(backend);
      await room.store.syncSources(sourcesOfRoom.slice(2), seedMorning);
      await pruneAll(room.store, seedMorning + 120 * day);
      expect(await room.items()).toEqual([]);
    });

    it('forgets item, keys and story once nothing would know it again', async () => {
      const room = await aRoom(backend);
      await pruneAll(room.store, seedMorning + 89 * day);
      expect(await candidatesOf(room)).toHaveLength(1);
      const removed = await pruneAll(room.store, seedMorning + 91 * day);
      expect(removed).toMatchObject({ items: 1, stories: 1 });
      expect(await candidatesOf(room)).toEqual([]);
      expect(await room.store.traceItems(old.keys)).toEqual([]);
    });

    it('keeps a story whole for as long as one of its items is known', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(1);
      const copy = anItem({ sourceId: 'trend', title: 'Copy' });
      await room.poll('trend', [aDuplicate(copy, 1, storyId)], { now: seedMorning + 50 * day });
      await pruneAll(room.store, seedMorning + 100 * day);
      expect(await room.item(1)).toMatchObject({ isPruned: true });
      expect(await room.item(3)).toMatchObject({ duplicate: { itemId: 1 } });
    });

    it('keeps what stands in a live document word for word', async () => {
      const room = await aRoom(backend);
      await publish(room);
      const before = await room.item(1);
      await pruneAll(room.store, seedMorning + 3_000 * day);
      expect(await room.item(1)).toEqual({ ...before, keys: before.keys });
    });

    it('leaves what it has settled out of what a topic may still publish', async () => {
      const room = await aRoom(backend);
      const selected = async (languages: readonly string[]) => {
        const { stories } = await room.store.selectTopic({ topicId, languages, limit: 9 });
        return stories.map(({ story }) => story.id);
      };
      const { storyId } = await room.item(1);
      await publish(room, { archivedAt: seedMorning + day });
      expect(await selected([])).toEqual([]);
      expect(await selected(['en'])).toEqual([storyId]);
      await pruneAll(room.store, seedMorning + 89 * day);
      expect(await selected(['en'])).toEqual([storyId]);
      await pruneAll(room.store, seedMorning + 91 * day);
      expect(await selected(['en'])).toEqual([]);
      // Its source carries it again.
      await room.poll('irna', [aKnownItem(old, 1)], { now: seedMorning + 92 * day });
      expect(await selected(['en'])).toEqual([storyId]);
    });

    it('keeps the receipt of what was published: title, link, decision, match and identity', async () => {
      const room = await aRoom(backend);
      await publish(room, { archivedAt: seedMorning + day });
      const removed = await pruneAll(room.store, seedMorning + 3_000 * day);
      expect(removed).toMatchObject({ texts: 1, items: 0 });
      const [trace] = await room.store.traceItems(old.keys.slice(0, 1));
      expect(trace?.item).toMatchObject({ title: 'Old', link: old.link, isPruned: true });
      expect(trace?.matches).toHaveLength(1);
      expect(trace?.entries).toHaveLength(1);
      expect(await candidatesOf(room)).toHaveLength(1);
      expect(await pruneAll(room.store, seedMorning + 3_001 * day)).toMatchObject({ texts: 0 });
    });

    it('gives an item that comes back its text again, as no revision', async () => {
      const room = await aRoom(backend);
      const before = await room.item(1);
      await pruneAll(room.store, seedMorning + 31 * day);
      const now = seedMorning + 32 * day;
      const poll = () => room.poll('irna', [aKnownItem(old, 1)], { now });
      expect(await topicsChangedBy(room.store, poll)).toEqual([]);
      expect(await room.item(1)).toEqual({ ...before, lastSeenAt: now });
    });

    it('leaves an item without its text out of a rematch, so that its matches stand', async () => {
      const room = await aRoom(backend);
      await pruneAll(room.store, seedMorning + 31 * day);
      expect((await room.store.listItems(0, 9)).map(({ title }) => title)).toEqual(['Next']);
      const selection = await room.store.selectTopic({ topicId, languages: [], limit: 9 });
      expect(selection.stories).toHaveLength(1);
    });

    it('removes revisions and near misses with the text', async () => {
      const room = await aRoom(backend, [
        anOutcome(topicId),
        anOutcome('near', { matched: false }),
      ]);
      const edited = { ...old, title: 'Old, edited', contentHash: 'e'.repeat(64) };
      const nearMiss = anOutcome('near', { matched: false });
      const write = aKnownItem(edited, 1, { isRevision: true, matches: [nearMiss] });
      await room.poll('irna', [write], { now: seedMorning + 1 });
      await room.poll('irna', [aKnownItem(next, 2)], { now: seedMorning + 2 });
      const removed = await pruneAll(room.store, seedMorning + 31 * day);
      expect(removed).toMatchObject({ texts: 1, revisions: 1 });
      expect(await room.store.listNearMisses('near', 9)).toEqual([]);
    });

    it('keeps the newest poll of every source', async () => {
      const room = await aRoom(backend);
      await room.poll('tass', [], { now: seedMorning });
      expect(await pruneAll(room.store, seedMorning + 400 * day)).toMatchObject({ polls: 1 });
      const polls = await room.store.listPolls(9);
      expect(polls.map(({ sourceId }) => sourceId).toSorted()).toEqual(['irna', 'tass']);
    });

    it('forgets windowed keys two weeks after they were stored', async () => {
      const room = await aRoom(backend);
      const content = old.keys.slice(2);
      const query = { sourceId: 'tass', keys: [content], since: 0, limit: 9 };
      await pruneAll(room.store, seedMorning + 14 * day);
      expect((await room.store.findCandidates(query)).candidates.flat()).toHaveLength(1);
      expect(await pruneAll(room.store, seedMorning + 15 * day)).toMatchObject({ keys: 1 });
      expect((await room.store.findCandidates(query)).candidates.flat()).toEqual([]);
    });

    it('heeds a retention of the source alone', async () => {
      const room = await aRoom(backend);
      await room.poll('tass', [aNewItem(anItem({ sourceId: 'tass', title: 'Other' }))]);
      await room.poll('tass', [aNewItem(anItem({ sourceId: 'tass', title: 'Z' }))], {
        now: seedMorning + day,
      });
      const retentionOf = new Map([['tass', 5 * day]]);
      await pruneAll(room.store, seedMorning + 7 * day, { retentionOf });
      expect(await room.item(1)).not.toHaveProperty('isPruned');
      expect(await room.item(3)).toHaveProperty('isPruned', true);
    });

    it('sends decisions back that rest on what it has removed', async () => {
      const room = await aRoom(backend);
      const now = seedMorning + 91 * day;
      const asOf = (
        await room.store.findCandidates({ sourceId: 'irna', keys: [old.keys], since: 0, limit: 9 })
      ).asOf;
      await pruneAll(room.store, now);
      const outcome = await room.poll('irna', [aKnownItem(old, 1)], { now, asOf });
      expect(outcome).toEqual({ kind: 'conflict' });
    });

    it('walks a large store in steps of bounded work', async () => {
      const room = await aNewsroom(backend);
      const writes = Array.from({ length: 1_200 }, (_, n) =>
        aNewItem(anItem({ sourceId: 'irna', title: `Report ${n}` })),
      );
      await room.poll('irna', writes);
      await room.poll('irna', [aNewItem(next)], { now: seedMorning + day });
      const now = seedMorning + 100 * day;
      const retention = { now, retentionMs, retentionOf: new Map() };
      const first = await room.store.prune({ ...retention, from: { part: 'items' } });
      expect(first.removed.items).toBeGreaterThan(0);
      expect(first.removed.items).toBeLessThanOrEqual(500);
      expect(first.next?.part).toBe('items');
      await pruneAll(room.store, now);
      expect(await room.items()).toHaveLength(1);
    });
  });
}
