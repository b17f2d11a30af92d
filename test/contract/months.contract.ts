import { describe, expect, it } from 'vitest';
import { aNewItem } from '../support/an-intent.ts';
import { anItem } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const february = Date.UTC(2026, 1, 28, 23);
const march = Date.UTC(2026, 2, 1);

/** A topic with one entry at the end of February and one at the beginning of March. */
async function aTopicOfTwoMonths(backend: Backend): Promise<Newsroom> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [
    aNewItem(anItem({ title: 'One' })),
    aNewItem(anItem({ title: 'Two' })),
  ]);
  await publish(room, 1, february);
  await publish(room, 2, march);
  return room;
}

async function publish(room: Newsroom, itemId: number, published: number, given = {}) {
  const { storyId } = await room.item(itemId);
  const row = { topicId: 'caspian', storyId, itemId, published, updated: published, ...given };
  const entries = ['all', 'en'].map((variant) => ({ ...row, variant }));
  await room.store.commitEdition({ topicId: 'caspian', entries, editions: [] });
}

export function describeMonths(backend: Backend): void {
  describe('the months of a topic', () => {
    it('are those of its entries in UTC, the newest first, with each story once', async () => {
      const { store } = await aTopicOfTwoMonths(backend);
      expect(await store.listMonths('caspian')).toEqual(['2026-03', '2026-02']);
      const entries = await store.listMonthEntries({ topicId: 'caspian', month: '2026-02' });
      expect(entries).toMatchObject([{ title: 'One', published: february, sourceId: 'azertag' }]);
      expect(await store.listMonths('transport')).toEqual([]);
    });

    it('are due when an entry of theirs comes or changes, until they are settled', async () => {
      const room = await aTopicOfTwoMonths(backend);
      const { store } = room;
      const listed = await store.listDueMonths('caspian');
      expect(listed.map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
      await publish(room, 2, march, { updated: march + 1 });
      await store.settleMonths(listed);
      expect((await store.listDueMonths('caspian')).map(({ month }) => month)).toEqual(['2026-03']);
      expect(await store.setMonthsVersion('a')).toBe(true);
      expect(await store.setMonthsVersion('a')).toBe(false);
      expect(await store.listDueMonths('caspian')).toHaveLength(2);
    });

    it('are told at a glance: how many stories, and the newest that is live', async () => {
      const room = await aTopicOfTwoMonths(backend);
      const { store } = room;
      const two = {
        stories: 2,
        newest: [{ title: 'Two', published: march, sourceId: 'azertag' }, { title: 'One' }],
      };
      expect(await store.glanceAtTopic('caspian')).toMatchObject(two);
      await publish(room, 2, march, { archivedAt: march });
      expect(await store.glanceAtTopic('caspian')).toMatchObject({
        stories: 2,
        newest: [{ title: 'One' }],
      });
      await publish(room, 1, february, { leftAt: march, leftReason: 'retracted' });
      expect(await store.glanceAtTopic('caspian')).toEqual({ stories: 1, newest: [] });
      expect(await store.glanceAtTopic('transport')).toEqual({ stories: 0, newest: [] });
    });

    it('keep what left by a rule, and forget what was retracted', async () => {
      const room = await aTopicOfTwoMonths(backend);
      await publish(room, 1, february, { leftAt: march, leftReason: 'rule' });
      await publish(room, 2, march, { leftAt: march, leftReason: 'retracted' });
      expect(await room.store.listMonths('caspian')).toEqual(['2026-02']);
    });
  });
}
