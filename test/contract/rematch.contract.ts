import { describe, expect, it } from 'vitest';
import { aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

async function aRoomWithMatches(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  const matches = [anOutcome('azerbaijan-iran'), anOutcome('transport')];
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One' }), { matches }),
    aNewItem(anItem({ title: 'Two' }), { matches }),
  ]);
  return room;
}

async function matchedItems({ store }: Newsroom, topicId: string): Promise<readonly number[]> {
  const { stories } = await store.selectTopic({ topicId, languages: [], limit: 99 });
  return stories.flatMap(({ matches }) => matches.map(({ itemId }) => itemId)).toSorted();
}

export function describeRematch(backend: Backend): void {
  describe('matching again', () => {
    it('replaces outcomes of the named topics on the named items, and no others', async () => {
      const room = await aRoomWithMatches(backend);
      await room.store.commitRematch({
        topicIds: ['azerbaijan-iran', 'caspian'],
        outcomes: [{ itemId: 1, matches: [anOutcome('caspian')] }],
      });
      expect(await matchedItems(room, 'azerbaijan-iran')).toEqual([2]);
      expect(await matchedItems(room, 'caspian')).toEqual([1]);
      expect(await matchedItems(room, 'transport')).toEqual([1, 2]);
    });

    it('passes over an item that is not stored', async () => {
      const room = await aRoomWithMatches(backend);
      const outcomes = [
        { itemId: 99, matches: [anOutcome('caspian')] },
        { itemId: 2, matches: [anOutcome('caspian')] },
      ];
      await room.store.commitRematch({ topicIds: ['caspian'], outcomes });
      expect(await matchedItems(room, 'caspian')).toEqual([2]);
    });

    it('refuses an outcome of a topic it does not name, and writes nothing', async () => {
      const room = await aRoomWithMatches(backend);
      const outcomes = [
        { itemId: 1, matches: [] },
        { itemId: 2, matches: [anOutcome('transport')] },
      ];
      const intent = { topicIds: ['azerbaijan-iran'], outcomes };
      await expect(room.store.commitRematch(intent)).rejects.toMatchObject({ code: 'invalid' });
      expect(await matchedItems(room, 'azerbaijan-iran')).toEqual([1, 2]);
    });

    it('knows no versions at first, and then those of the last rematch alone', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.listTopicVersions()).toEqual(new Map());
      const first = new Map([
        ['azerbaijan-iran', 'a1'],
        ['transport', 'b1'],
      ]);
      await store.setTopicVersions(first);
      expect(await store.listTopicVersions()).toEqual(first);
      const second = new Map([['transport', 'b2']]);
      await store.setTopicVersions(second);
      expect(await store.listTopicVersions()).toEqual(second);
    });

    it('deletes outcomes of topics that are no longer, and leaves what they published', async () => {
      const room = await aRoomWithMatches(backend);
      const { storyId } = await room.item(1);
      const row = {
        topicId: 'transport',
        storyId,
        variant: 'all',
        itemId: 1,
        published: 1,
        updated: 1,
      };
      await room.store.commitEdition({ topicId: 'transport', entries: [row], editions: [] });
      await room.store.setTopicVersions(new Map([['azerbaijan-iran', 'a1']]));
      expect(await matchedItems(room, 'azerbaijan-iran')).toEqual([1, 2]);
      const request = { topicId: 'transport', languages: [], limit: 9 };
      const { stories, entries } = await room.store.selectTopic(request);
      expect(stories.map(({ matches }) => matches)).toEqual([[]]);
      expect(entries).toEqual([row]);
    });
  });
}
