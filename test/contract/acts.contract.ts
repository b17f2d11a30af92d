import { describe, expect, it } from 'vitest';
import type { ActIntent, StoryActKind } from '../../src/domain/act.ts';
import { hour } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { EntryRecord } from '../../src/domain/publication.ts';
import { buildKey } from '../../src/normalise/item-hash.ts';
import { aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: ['en'], limit: 10 };
const later = seedMorning + hour;
const matches = [anOutcome(topicId)];
const guid = (value: string) => buildKey('id:guid', 'azertag', value);
const content = buildKey('content', '', 'the very text');

interface Room extends Newsroom {
  readonly first: StoredItem;
  act(kind: StoryActKind, given?: Partial<ActIntent>): ReturnType<Newsroom['store']['commitAct']>;
}

/** Two stories that match; the first is published in two variants. */
async function aRoom(backend: Backend): Promise<Room> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One', keys: [guid('1'), content] }), { matches }),
    aNewItem(anItem({ title: 'Two', keys: [guid('2')] }), { matches }),
  ]);
  const first = await room.item(1);
  const entries = ['all', 'en'].map((variant) => rowOf(first, { variant }));
  await room.store.commitEdition({ topicId, entries, editions: [] });
  const act: Room['act'] = (kind, given = {}) => {
    const { storyId } = first;
    return room.store.commitAct({
      kind,
      storyId,
      at: later,
      by: 'Ann',
      reason: 'untrue',
      ...given,
    });
  };
  return { ...room, first, act };
}

function rowOf({ id, storyId }: StoredItem, given: Partial<EntryRecord> = {}): EntryRecord {
  const dates = { published: seedMorning, updated: seedMorning };
  return { topicId, storyId, variant: 'all', itemId: id, ...dates, ...given };
}

async function titles({ store }: Newsroom): Promise<readonly string[]> {
  const { stories } = await store.selectTopic(ask);
  return stories.map(({ items }) => items[0]?.title ?? '').toSorted();
}

export function describeActs(backend: Backend): void {
  describe('acts of editors', () => {
    it('retract a story from every variant, with the reason, and once only', async () => {
      const room = await aRoom(backend);
      const outcome = await room.act('retract');
      const act = { number: 1, kind: 'retract', storyId: room.first.storyId, at: later };
      const told = { ...act, by: 'Ann', reason: 'untrue' };
      expect(outcome).toEqual({ kind: 'done', act: told, topics: [topicId], alongside: [] });
      const { left } = await room.store.selectTopic(ask);
      expect(
        left.map(({ variant, leftAt, leftReason, note }) => [variant, leftAt, leftReason, note]),
      ).toEqual([
        ['all', later, 'retracted', 'untrue'],
        ['en', later, 'retracted', 'untrue'],
      ]);
      expect(await room.act('retract')).toEqual({ kind: 'retracted-already', act: told });
      expect(await titles(room)).toEqual(['Two']);
    });

    it('are listed, the last first, of all stories or of one', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(2);
      await room.act('retract');
      await room.act('retract', { storyId, by: 'Bob' });
      await room.act('restore', { reason: '' });
      const list = await room.store.listActs({ limit: 9 });
      expect(list.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
        'restore Ann',
        'retract Bob',
        'retract Ann',
      ]);
      expect(await room.store.listActs({ limit: 1 })).toEqual(list.slice(0, 1));
      expect(await room.store.listActs({ limit: 9, storyId })).toEqual(list.slice(1, 2));
      const [trace] = await room.store.traceItems([guid('2')]);
      expect(trace?.acts).toEqual(list.slice(1, 2));
    });

    it('keep a story out that was not published yet', async () => {
      const room = await aRoom(backend);
      const { storyId } = await room.item(2);
      expect(await room.act('retract', { storyId })).toMatchObject({ kind: 'done', topics: [] });
      expect(await titles(room)).toEqual(['One']);
      await room.act('restore', { storyId });
      expect(await titles(room)).toEqual(['One', 'Two']);
    });

    it('keep out what comes under another guid with the same text, until it is restored', async () => {
      const room = await aRoom(backend);
      await room.act('retract');
      await room.poll('azertag', [
        aNewItem(anItem({ title: 'Again', keys: [guid('9'), content] }), { matches }),
        aNewItem(anItem({ title: 'Another', keys: [guid('8')] }), { matches }),
      ]);
      expect(await titles(room)).toEqual(['Another', 'Two']);
      await room.act('restore');
      expect(await titles(room)).toContain('Again');
    });

    it('take along what the same article was published as meanwhile, and bring it back with it', async () => {
      const room = await aRoom(backend);
      await room.poll('azertag', [
        aNewItem(anItem({ title: 'Again', keys: [guid('9'), content] }), { matches }),
      ]);
      const again = await room.item(3);
      await room.store.commitEdition({ topicId, entries: [rowOf(again)], editions: [] });
      const alongside = [again.storyId];
      expect(await room.act('retract')).toMatchObject({ kind: 'done', alongside });
      expect(await titles(room)).toEqual(['Two']);
      const { left, acts } = await room.store.selectTopic(ask);
      expect(left.map(({ storyId, note }) => `${storyId} ${note}`)).toContain(
        `${again.storyId} untrue`,
      );
      expect(acts.map(({ kind, storyId }) => `${kind} ${storyId}`)).toEqual([
        `retract ${again.storyId}`,
        `retract ${room.first.storyId}`,
      ]);
      expect(await room.act('restore')).toMatchObject({ kind: 'done', alongside });
      expect(await titles(room)).toEqual(['Again', 'One', 'Two']);
    });

    it('bring back alone what was taken along, when it is named', async () => {
      const room = await aRoom(backend);
      await room.poll('azertag', [
        aNewItem(anItem({ title: 'Again', keys: [guid('9'), content] }), { matches }),
      ]);
      const again = await room.item(3);
      await room.store.commitEdition({ topicId, entries: [rowOf(again)], editions: [] });
      await room.act('retract');
      await room.act('restore', { storyId: again.storyId });
      expect(await titles(room)).toEqual(['Again', 'Two']);
      expect(await room.act('restore')).toMatchObject({ kind: 'done', alongside: [] });
      expect(await titles(room)).toEqual(['Again', 'One', 'Two']);
    });

    it('bring back what they retracted: live, with its first date, updated now', async () => {
      const room = await aRoom(backend);
      await room.store.commitEdition({
        topicId,
        entries: [rowOf(room.first, { archivedAt: seedMorning })],
        editions: [],
      });
      await room.act('retract');
      const outcome = await room.act('restore', { at: later });
      expect(outcome).toMatchObject({ kind: 'done', topics: [topicId] });
      const { entries, left } = await room.store.selectTopic(ask);
      const back = { published: seedMorning, updated: later + 1 };
      expect(entries.filter(({ storyId }) => storyId === room.first.storyId)).toEqual([
        rowOf(room.first, back),
        rowOf(room.first, { variant: 'en', ...back }),
      ]);
      expect(left).toEqual([]);
    });

    it('bring back what left by a rule only where the rule takes it again', async () => {
      const room = await aRoom(backend);
      const gone = { leftAt: seedMorning, leftReason: 'rule' as const };
      await room.store.commitEdition({ topicId, entries: [rowOf(room.first, gone)], editions: [] });
      const outcomes = [{ itemId: 1, matches: [] }];
      await room.store.commitRematch({ topicIds: [topicId], outcomes });
      expect(await room.act('restore')).toEqual({
        kind: 'nothing-to-restore',
        leftTopics: [topicId],
      });
      await room.store.commitRematch({ topicIds: [topicId], outcomes: [{ itemId: 1, matches }] });
      expect(await room.act('restore')).toMatchObject({ kind: 'done' });
      const { left } = await room.store.selectTopic(ask);
      expect(left).toEqual([]);
    });

    it('of a story that is not stored, or with nothing to undo, are not recorded', async () => {
      const room = await aRoom(backend);
      const unknown = await room.act('retract', { storyId: 'nowhere' });
      expect(unknown).toEqual({ kind: 'unknown' });
      expect(await room.act('restore')).toEqual({ kind: 'nothing-to-restore', leftTopics: [] });
      expect(await room.store.listActs({ limit: 9 })).toEqual([]);
    });

    it('name the archive pages that carry what they retracted, with the record', async () => {
      const room = await aRoom(backend);
      const { storyId } = room.first;
      const carries = [{ storyId, updated: seedMorning }];
      const page = { topicId, variant: 'all', number: 1, body: '<feed/>', updated: 1, carries };
      await room.store.commitEdition({ topicId, entries: [], editions: [], pages: [page] });
      expect((await room.store.selectTopic(ask)).stalePages).toEqual([]);
      await room.act('retract');
      const id = (await room.store.findStory(storyId))?.entryId;
      const record = { id, storyId, when: later, reason: 'retracted', note: 'untrue' };
      const { stalePages } = await room.store.selectTopic(ask);
      expect(stalePages).toEqual([{ ...page, retracted: [record] }]);
      const less = { ...page, body: '<less/>', carries: [] };
      await room.store.commitEdition({ topicId, entries: [], editions: [], pages: [less] });
      expect((await room.store.selectTopic(ask)).stalePages).toEqual([]);
    });
  });

  describe('the state of a topic', () => {
    const published = { version: 1, stamp: 'a', entries: 2, documents: [{ path: 'x', bytes: 3 }] };

    it('counts what may change its documents and nothing else', async () => {
      const room = await aRoom(backend);
      const version = async () => (await room.store.selectTopic(ask)).version;
      const [state] = await room.store.listTopicStates();
      expect(state).toEqual({ topicId, version: await version() });
      const before = await version();
      await room.store.savePublished(topicId, published);
      await room.poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'Else' }))]);
      expect(await version()).toBe(before);
      await room.act('retract');
      expect(await version()).toBe(before + 1);
      await room.store.commitRematch({ topicIds: [topicId], outcomes: [] });
      expect(await version()).toBe(before + 2);
      expect(await room.store.listTopicStates()).toEqual([
        { topicId, version: before + 2, published },
      ]);
    });

    it('is noted of a topic that never had an item', async () => {
      const room = await aRoom(backend);
      await room.store.savePublished('transport', published);
      const states = await room.store.listTopicStates();
      expect(states).toContainEqual({ topicId: 'transport', version: 0, published });
    });

    it('is not that of its former name', async () => {
      const room = await aRoom(backend);
      await room.store.savePublished(topicId, published);
      await room.store.renameTopic(topicId, 'baku-tehran');
      const states = await room.store.listTopicStates();
      expect(states.map((state) => [state.topicId, state.published])).toEqual([
        ['baku-tehran', undefined],
      ]);
    });
  });

  it('findStory answers by the id of the story and of its entry', async () => {
    const room = await aRoom(backend);
    const story = await room.store.findStory(room.first.storyId);
    expect(story?.id).toBe(room.first.storyId);
    expect(await room.store.findStory(story?.entryId ?? '')).toEqual(story);
    expect(await room.store.findStory('nowhere')).toBeUndefined();
  });
}
