import { describe, expect, it } from 'vitest';
import { day, hour } from '../../src/domain/instant.ts';
import type { Item, ItemKey } from '../../src/domain/item.ts';
import type { TreeEntry, TreeStory } from '../../src/domain/tree-story.ts';
import { buildKey } from '../../src/normalise/item-hash.ts';
import { aDuplicate, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: ['en'], limit: 10 };
const matches = [anOutcome(topicId)];
const later = seedMorning + hour;

const link = (name: string) => buildKey('link', '', `https://azertag.example/${name}`);
const ownLink = (name: string) => buildKey('id:link', 'azertag', name);
const guid = (name: string) => buildKey('id:guid', 'azertag', name);
const content = (name: string) => buildKey('content', '', name);

const address = (name: string) => `https://azertag.example/news-of-the-day/${name}`;

/** A report at an address that names one article. */
function report(name: string, keys: readonly ItemKey[], given: Partial<Item> = {}) {
  const item = anItem({ title: name, link: address(`1000-${name}`), keys, ...given });
  return aNewItem(item, { matches });
}

function told(id: string, keys: readonly ItemKey[], ...entries: readonly Partial<TreeEntry>[]) {
  const story = { id, entryId: `tag:news.example,2026:story/${id}`, createdAt: seedMorning };
  const place = { topicId, variant: 'all', storyId: id };
  return { story, keys, entries: entries.map((one) => ({ ...place, ...one })) } satisfies TreeStory;
}

const storyOf = async (room: Newsroom, title: string): Promise<string | undefined> =>
  (await room.items()).find((item) => item.title === title)?.storyId;

async function publish(room: Newsroom, title: string): Promise<void> {
  const item = (await room.items()).find((one) => one.title === title);
  if (item === undefined) throw new Error(`${title} was never told`);
  const { id: itemId, storyId } = item;
  const dates = { published: seedMorning, updated: seedMorning };
  const entry = { topicId, storyId, variant: 'all', itemId, ...dates };
  await room.store.commitEdition({ topicId, entries: [entry], editions: [] });
}

export function describeTreeStories(backend: Backend): void {
  describe('stories of the published tree', () => {
    it('take in what comes at an address of theirs, whatever its guid and text are now', async () => {
      const room = await aNewsroom(backend);
      expect(await room.store.rememberStories([told('first', [link('a')])], later)).toEqual([]);
      await room.poll('azertag', [report('edited', [guid('new'), link('a'), content('edited')])]);
      expect(await storyOf(room, 'edited')).toBe('first');
      expect(await room.store.findStory('first')).toMatchObject({
        entryId: 'tag:news.example,2026:story/first',
        createdAt: seedMorning,
      });
      const { stories } = await room.store.selectTopic(ask);
      expect(stories.map(({ story }) => story.id)).toEqual(['first']);
    });

    it('take over a story that was minted before, with all that joined it', async () => {
      const room = await aNewsroom(backend);
      await room.poll('azertag', [report('one', [guid('1'), link('a')])]);
      const { storyId } = await room.item(1);
      const copy = anItem({ sourceId: 'irna', title: 'copy', keys: [content('x')] });
      await room.poll('irna', [aDuplicate(copy, 1, storyId, { matches })]);
      const [before] = await room.store.listTopicStates();
      const joined = await room.store.rememberStories([told('first', [link('a')])], later);
      expect(joined.toSorted()).toEqual(['first', storyId].toSorted());
      expect(await storyOf(room, 'copy')).toBe('first');
      expect((await room.item(2)).duplicate?.itemId).toBe(1);
      expect(await room.store.findStory(storyId)).toBeUndefined();
      const { stories } = await room.store.selectTopic(ask);
      expect(stories.map(({ story, items }) => [story.id, items.length])).toEqual([['first', 2]]);
      const [after] = await room.store.listTopicStates();
      expect(after?.version).toBeGreaterThan(before?.version ?? 0);
    });

    it('leave alone what was published, and take only what no entry shows', async () => {
      const room = await aNewsroom(backend);
      await room.poll('azertag', [report('shown', [link('a')]), report('not', [link('b')])]);
      await publish(room, 'shown');
      const shown = await storyOf(room, 'shown');
      await room.store.rememberStories([told('t1', [link('a')]), told('t2', [link('b')])], later);
      expect(await storyOf(room, 'shown')).toBe(shown);
      expect(await storyOf(room, 'not')).toBe('t2');
      const copy = anItem({ title: 'copy', link: address('2000-copy'), keys: [link('c')] });
      await room.store.rememberStories([told('t3', [link('c')])], later);
      await room.poll('azertag', [aDuplicate(copy, 1, shown ?? '', { matches })]);
      expect(await storyOf(room, 'copy')).toBe('t3');
      expect((await room.items()).find(({ title }) => title === 'copy')?.duplicate).toBeUndefined();
      expect(await storyOf(room, 'shown')).toBe(shown);
    });

    it.each<[string, readonly TreeStory[], readonly ItemKey[], Partial<Item>]>([
      ['by a guid alone', [told('t', [guid('1')])], [guid('1')], {}],
      ['by a text alone', [told('t', [content('1')])], [content('1')], {}],
      ['by a page of many', [told('t', [link('a')])], [link('a')], { link: address('live') }],
      [
        'by a part of a page',
        [told('t', [link('a')])],
        [link('a')],
        { link: address('1000-news#7') },
      ],
      [
        'of two with one address',
        [told('t', [link('a')]), told('u', [link('a')])],
        [link('a')],
        {},
      ],
      ['without a key in common', [told('t', [link('a')])], [link('b')], {}],
    ])('take in nothing %s', async (_, stories, keys, given) => {
      const room = await aNewsroom(backend);
      await room.store.rememberStories(stories, later);
      await room.poll('azertag', [report('one', keys, given)]);
      expect(['t', 'u']).not.toContain(await storyOf(room, 'one'));
    });

    it.each<[string, readonly TreeStory[], readonly ItemKey[], Partial<Item>]>([
      [
        'the guid and the text agree',
        [told('t', [guid('1'), content('x')])],
        [guid('1'), content('x')],
        {},
      ],
      [
        'the guid agrees with a page of many',
        [told('t', [guid('1'), link('a')])],
        [guid('1'), link('a')],
        { link: address('live') },
      ],
      [
        'the guid says which of two with one address',
        [told('t', [guid('1'), link('a')]), told('u', [guid('2'), link('a')])],
        [guid('1'), link('a')],
        {},
      ],
      [
        'the address is its own source’s, and another source’s too',
        [told('t', [link('a'), ownLink('a')]), told('u', [link('a')])],
        [link('a'), ownLink('a')],
        {},
      ],
    ])('take in an item where %s', async (_, stories, keys, given) => {
      const room = await aNewsroom(backend);
      await room.store.rememberStories(stories, later);
      await room.poll('azertag', [report('one', keys, given)]);
      expect(await storyOf(room, 'one')).toBe('t');
    });

    it.each(['checked', 'none'] as const)(
      'ask for more than an address where addresses of the source are believed %s',
      async (grade) => {
        const room = await aNewsroom(backend);
        await room.store.rememberStories([told('t', [link('a'), content('x')])], later);
        const lease = await room.lease('azertag');
        const { trust } = lease.state;
        const state = { ...lease.state, trust: { ...trust, link: { points: 40, grade } } };
        await room.store.releaseLeases([lease]);
        const write = (name: string, keys: readonly ItemKey[]) => [report(name, keys)];
        await room.poll('azertag', write('one', [guid('1'), link('a')]), { state });
        await room.poll('azertag', write('two', [guid('2'), link('a'), content('x')]), { state });
        expect(await storyOf(room, 'one')).not.toBe('t');
        if (grade === 'checked') expect(await storyOf(room, 'two')).toBe('t');
        else expect(await storyOf(room, 'two')).not.toBe('t');
      },
    );

    it('never take back what an editor has split from them', async () => {
      const room = await aNewsroom(backend);
      await room.store.rememberStories([told('t', [link('a')])], later);
      await room.poll('azertag', [report('one', [link('a')]), report('two', [link('b')])]);
      const two = await room.item(2);
      await room.store.rememberStories([told('t', [link('a'), link('b')])], later);
      expect(await storyOf(room, 'two')).toBe('t');
      const newStory = { id: 'split', entryId: 'tag:x,2026:split', createdAt: later };
      const split = { kind: 'split', itemIds: [two.id], newStory } as const;
      await room.store.commitMove({ ...split, at: later, by: 'Ann', reason: '' });
      await room.store.rememberStories([told('t', [link('a'), link('b')])], later);
      expect(await storyOf(room, 'two')).toBe('split');
    });

    it('have what was minted decided again that had been looked up before', async () => {
      const room = await aNewsroom(backend);
      await room.poll('azertag', [report('one', [link('a')])]);
      const { asOf } = await room.store.findCandidates({
        sourceId: 'irna',
        keys: [[link('a')]],
        since: seedMorning,
        limit: 5,
      });
      await room.store.rememberStories([told('t', [link('a')])], later);
      const copy = anItem({ sourceId: 'irna', title: 'copy', keys: [link('a')] });
      const outcome = await room.poll('irna', [aNewItem(copy)], { asOf });
      expect(outcome.kind).toBe('conflict');
    });

    it('are retracted with the keys that the store has lost, and restored under the same id', async () => {
      const room = await aNewsroom(backend);
      const left = { leftAt: later, leftReason: 'retracted' } as const;
      const one = told('t', [link('a'), content('x')], left);
      await room.store.rememberStories([one], later);
      const act = { storyId: 't', at: later, by: 'Ann', reason: 'untrue' };
      const lost = { lostStory: one.story, lostKeys: one.keys };
      await room.store.commitAct({ kind: 'retract', ...act, ...lost });
      await room.poll('azertag', [
        report('joins', [link('a')]),
        report('is kept away', [content('x')]),
      ]);
      const before = await room.store.selectTopic(ask);
      expect(before.stories).toEqual([]);
      expect(before.left).toMatchObject([
        { entryId: one.story.entryId, variant: 'all', ...left, note: 'untrue' },
      ]);
      await room.store.commitAct({ kind: 'restore', ...act, at: later + hour });
      const after = await room.store.selectTopic(ask);
      expect(after.stories.map(({ story }) => story.id)).toContain('t');
      expect(after.left).toEqual([]);
      expect(after.treeEntries).toMatchObject([{ storyId: 't', updated: later + hour }]);
      expect(after.treeEntries?.[0]).not.toHaveProperty('leftAt');
    });

    it('come with the dates and records of the tree until they have a row', async () => {
      const room = await aNewsroom(backend);
      const dates = { published: seedMorning - day, updated: seedMorning, title: 'One' };
      const left = { leftAt: seedMorning, leftReason: 'rule' } as const;
      const stories = [told('t', [link('a')], dates), told('u', [link('b')], left)];
      await room.store.rememberStories(stories, later);
      await room.poll('azertag', [report('one', [link('a')]), report('two', [link('b')])]);
      const selection = await room.store.selectTopic(ask);
      expect(selection.treeEntries).toEqual([
        { topicId, variant: 'all', storyId: 't', ...dates },
        { topicId, variant: 'all', storyId: 'u', ...left },
      ]);
      expect(selection.left).toMatchObject([{ storyId: 'u', ...left }]);
      await publish(room, 'one');
      expect((await room.store.selectTopic(ask)).treeEntries).toMatchObject([{ storyId: 'u' }]);
    });

    it('are known by their keys for as long as items are by theirs', async () => {
      const room = await aNewsroom(backend);
      await room.store.rememberStories([told('t', [link('a')])], seedMorning);
      const prune = async (now: number) => {
        const request = { now, retentionMs: 30 * day, retentionOf: new Map() };
        for (let from: object | undefined = {}; from !== undefined; ) {
          const { next } = await room.store.prune({ ...request, ...from });
          from = next && { from: next };
        }
      };
      await prune(seedMorning + 80 * day);
      await room.poll('azertag', [report('one', [link('a')])], { now: seedMorning + 80 * day });
      expect(await storyOf(room, 'one')).toBe('t');
      await prune(seedMorning + 91 * day);
      await room.poll('azertag', [report('two', [link('a')])], { now: seedMorning + 91 * day });
      expect(await storyOf(room, 'two')).not.toBe('t');
    });
  });
}
