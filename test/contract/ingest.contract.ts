import { describe, expect, it } from 'vitest';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { Item } from '../../src/domain/item.ts';
import { aDuplicate, aKnownItem, aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import { topicsChangedBy } from '../support/topics-changed.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const iran = [anOutcome('azerbaijan-iran')];

/** A report by another source at the same address. */
function copyOf(item: Item, sourceId: string): Item {
  return anItem({ ...item, sourceId, guid: `${sourceId} copy`, keys: item.keys.slice(1) });
}

function storyIdOf(item: Item): string {
  return aNewItem(item).newStory?.id ?? '';
}

async function contents(room: Newsroom) {
  const states = await room.store.listSourceStates();
  return { items: await room.items(), polls: await room.store.listPolls(99), states };
}

export function describeIngest(backend: Backend): void {
  describe('ingest', () => {
    it('stores an item whole', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({
        sourceId: 'irna',
        language: 'fa',
        title: 'دیدار نصیرزاده با علی‌اف',
        contentHtml: '<p>متن 🕊</p>',
        authors: [{ name: 'A. B.', email: 'a@irna.example' }],
        categories: [{ term: 'politics', label: 'سیاسی' }],
        enclosures: [{ url: 'https://irna.example/1.mp3', type: 'audio/mpeg', length: 12 }],
        image: 'https://irna.example/1.jpg',
        publishedRaw: seedMorning - 3,
        updated: seedMorning - 1,
        isPublishedEstimated: true,
      });
      await room.poll('irna', [aNewItem(item)]);
      expect(await room.item(1)).toEqual({
        ...item,
        id: 1,
        storyId: storyIdOf(item),
        firstSeenAt: seedMorning,
        lastSeenAt: seedMorning,
        revisedAt: seedMorning,
      });
    });

    it('leaves out what a source did not say', async () => {
      const room = await aNewsroom(backend);
      const { guid: _guid, link: _link, ...bare } = anItem();
      await room.poll('azertag', [aNewItem(bare)]);
      const stored = await room.item(1);
      for (const field of [
        'guid',
        'link',
        'image',
        'updated',
        'publishedRaw',
        'duplicate',
        'joined',
      ]) {
        expect(stored).not.toHaveProperty(field);
      }
    });

    it('stores a poll without items, its state and its row', async () => {
      const room = await aNewsroom(backend);
      expect(await room.poll('irna', [])).toMatchObject({ kind: 'committed' });
      expect(await room.store.listPolls(5)).toHaveLength(1);
    });

    it('changes the topics of new items that match, and none of near misses', async () => {
      const room = await aNewsroom(backend);
      const matches = [
        anOutcome('transport'),
        anOutcome('caspian', { matched: false }),
        anOutcome('azerbaijan-iran'),
      ];
      const poll = () => room.poll('azertag', [aNewItem(anItem(), { matches })]);
      const changed = await topicsChangedBy(room.store, poll);
      expect(changed).toEqual(['azerbaijan-iran', 'transport']);
    });

    it('gives a duplicate a row of its own with layer and evidence, in the same story', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      await room.poll('irna', [aNewItem(item)]);
      await room.poll('trend', [aDuplicate(copyOf(item, 'trend'), 1, storyIdOf(item))]);
      expect(await room.item(2)).toMatchObject({
        sourceId: 'trend',
        storyId: storyIdOf(item),
        duplicate: { itemId: 1, layer: 'same-link', evidence: { link: item.link } },
      });
      expect(await room.item(1)).not.toHaveProperty('duplicate');
    });

    it('keeps why an item joined the story of another', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      await room.poll('irna', [aNewItem(item)]);
      const decision = {
        kind: 'same-story',
        storyId: storyIdOf(item),
        layer: 'same-story',
        evidence: { concepts: ['iran', 'baku'] },
      } as const;
      const own = anItem({ sourceId: 'tass', title: 'Алиев принял министра' });
      await room.poll('tass', [{ item: own, decision, isRevision: false, matches: [] }]);
      const stored = await room.item(2);
      expect(stored.joined).toEqual({ layer: 'same-story', evidence: decision.evidence });
      expect(stored).not.toHaveProperty('duplicate');
      expect(stored.storyId).toBe(storyIdOf(item));
    });

    it('changes topics of a story that an item joins though the item itself matches nothing', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      await room.poll('irna', [aNewItem(item, { matches: iran })]);
      const copy = aDuplicate(copyOf(item, 'trend'), 1, storyIdOf(item));
      const changed = await topicsChangedBy(room.store, () => room.poll('trend', [copy]));
      expect(changed).toEqual(['azerbaijan-iran']);
    });

    it('puts real numbers in for items of the same intent', async () => {
      const room = await aNewsroom(backend);
      await room.poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'Earlier' }))]);
      const item = anItem({ sourceId: 'trend', title: 'First' });
      const twin = anItem({ ...item, guid: 'twin', keys: [aKey('id:guid', 'trend twin')] });
      const writes = [aNewItem(item), aDuplicate(twin, -1, storyIdOf(item)), aKnownItem(item, -1)];
      await room.poll('trend', writes);
      const items = await room.items();
      expect(items).toHaveLength(3);
      expect(items[2]?.duplicate?.itemId).toBe(items[1]?.id);
    });

    it('follows a number of the same intent to the known item it stands for', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'trend' });
      await room.poll('trend', [aNewItem(item)]);
      const twin = anItem({ ...item, guid: 'twin', keys: [] });
      await room.poll('trend', [aKnownItem(item, 1), aDuplicate(twin, -1, storyIdOf(item))]);
      expect((await room.item(2)).duplicate?.itemId).toBe(1);
    });

    it('lets an item join a story whose id is stored already, and mints nothing anew', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      await room.poll('irna', [aNewItem(item, { matches: iran })]);
      const again = anItem({ sourceId: 'irna', title: 'Came back', keys: [] });
      const newStory = { id: storyIdOf(item), entryId: 'tag:other,2030:x', createdAt: 5 };
      await room.poll('irna', [aNewItem(again, { newStory })]);
      const request = { topicId: 'azerbaijan-iran', languages: [], limit: 9 };
      const { stories } = await room.store.selectTopic(request);
      expect(stories).toHaveLength(1);
      expect(stories[0]?.story).toEqual(aNewItem(item).newStory);
      expect(stories[0]?.items).toHaveLength(2);
    });

    it('answers conflict when another source stored a shared key after the lookup', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      const late = aNewItem(copyOf(item, 'trend'), {
        newStory: { id: 's', entryId: 'e', createdAt: 1 },
      });
      await room.poll('irna', [aNewItem(item)]);
      const lease = await room.lease('trend');
      const before = await contents(room);
      const stale = anIntent(lease, [late], { asOf: 0 });
      expect(await room.store.commitIngest(stale)).toEqual({ kind: 'conflict' });
      expect(await contents(room)).toEqual(before);
      // The lease is still held: the poll is decided again and committed under it.
      expect((await room.store.commitIngest({ ...stale, asOf: 1 })).kind).toBe('committed');
    });

    it.each([
      {
        what: 'an identity key',
        first: { sourceId: 'irna', keys: [aKey('id:guid', 'same')] },
        second: [aKey('id:guid', 'same')],
      },
      {
        what: 'a key of an item of its own source',
        first: { sourceId: 'trend', keys: [aKey('link', 'same')] },
        second: [aKey('link', 'same')],
      },
      {
        what: 'no key at all',
        first: { sourceId: 'irna', keys: [aKey('link', 'one')] },
        second: [aKey('link', 'two')],
      },
    ])('sees no conflict in $what', async ({ first, second }) => {
      const room = await aNewsroom(backend);
      await room.poll(first.sourceId, [aNewItem(anItem(first))]);
      const item = anItem({ sourceId: 'trend', title: 'Another', keys: second });
      const newStory = { id: 's', entryId: 'e', createdAt: 1 };
      const outcome = await room.poll('trend', [aNewItem(item, { newStory })], { asOf: 0 });
      expect(outcome.kind).toBe('committed');
    });

    it('answers conflict when the story of a duplicate is not the one decided on', async () => {
      const room = await aNewsroom(backend);
      const item = anItem({ sourceId: 'irna' });
      await room.poll('irna', [aNewItem(item)]);
      const before = await room.items();
      const other = aNewItem(anItem({ sourceId: 'trend', title: 'Other' }));
      const writes = [other, aDuplicate(copyOf(item, 'trend'), 1, 'elsewhere')];
      expect(await room.poll('trend', writes)).toEqual({ kind: 'conflict' });
      expect(await room.items()).toEqual(before);
    });

    const fine = anItem({ sourceId: 'trend', title: 'Fine' });
    const own = anItem({ sourceId: 'trend', title: 'Own', keys: [] });
    const { newStory: _story, ...storyless } = aNewItem(own);
    const joining = {
      kind: 'same-story',
      storyId: 'none',
      layer: 'same-story',
      evidence: {},
    } as const;
    const cases: readonly { readonly what: string; readonly write: ItemWrite }[] = [
      { what: "another source's item as known", write: aKnownItem(own, 1) },
      { what: 'an unknown item as known', write: aKnownItem(own, 99) },
      { what: 'a duplicate of an item that is not stored', write: aDuplicate(own, 99, 's') },
      { what: 'a duplicate of itself', write: aDuplicate(own, -2, 's') },
      { what: 'a duplicate of an item after it', write: aDuplicate(own, -3, 's') },
      { what: 'a story that is not stored', write: { ...storyless, decision: joining } },
      { what: 'a new item without a story', write: storyless },
      { what: 'a story with a known item', write: { ...aNewItem(own), ...aKnownItem(own, -1) } },
      { what: 'an item of another source', write: aNewItem(anItem({ sourceId: 'irna' })) },
      { what: 'a broken key', write: aNewItem({ ...own, keys: [{ kind: 'link', hash: 'x' }] }) },
    ];
    it.each(cases)('refuses $what and stores nothing of the poll', async ({ write }) => {
      const room = await aNewsroom(backend);
      await room.poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'Theirs' }))]);
      const lease = await room.lease('trend');
      const before = await contents(room);
      const intent = anIntent(lease, [aNewItem(fine), write]);
      await expect(room.store.commitIngest(intent)).rejects.toMatchObject({
        name: 'AppError',
        code: 'invalid',
      });
      expect(await contents(room)).toEqual(before);
    });

    it('refuses a state or a poll row of another source', async () => {
      const room = await aNewsroom(backend);
      const intent = anIntent(await room.lease('trend'), []);
      const poll = { ...intent.poll, sourceId: 'irna' };
      const state = { ...intent.state, sourceId: 'irna' };
      const error = { code: 'invalid' };
      await expect(room.store.commitIngest({ ...intent, poll })).rejects.toMatchObject(error);
      await expect(room.store.commitIngest({ ...intent, state })).rejects.toMatchObject(error);
    });

    it('lists items in order, after a number, up to a limit', async () => {
      const room = await aNewsroom(backend);
      const titles = ['One', 'Two', 'Three', 'Four'];
      await room.poll(
        'azertag',
        titles.map((title) => aNewItem(anItem({ title }))),
      );
      const page = await room.store.listItems(1, 2);
      expect(page.map(({ title }) => title)).toEqual(['Two', 'Three']);
      expect(await room.store.listItems(4, 2)).toEqual([]);
      expect(await room.store.findItem(5)).toBeUndefined();
    });
  });
}
