import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { ArchivePage } from '../../src/domain/publication.ts';
import { aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: [], limit: 10 };
const body = '<?xml version="1.0"?>\n<feed>Əliyev ایران 👋</feed>\n';

/** A page of `all`, of stories that the room has stored. */
function aPage(number: number, given: Partial<ArchivePage> = {}): ArchivePage {
  return { topicId, variant: 'all', number, body, updated: seedMorning, carries: [], ...given };
}

function freeze({ store }: Newsroom, ...pages: readonly ArchivePage[]): Promise<void> {
  return store.commitEdition({ topicId, entries: [], editions: [], pages });
}

async function aRoom(backend: Backend): Promise<{ room: Newsroom; storyIds: readonly string[] }> {
  const room = await aNewsroom(backend);
  const matches = [anOutcome(topicId)];
  const titles = ['One', 'Two', 'Three'];
  await room.poll(
    'azertag',
    titles.map((title) => aNewItem(anItem({ title }), { matches })),
  );
  return { room, storyIds: (await room.items()).map(({ storyId }) => storyId) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function describeArchive(backend: Backend): void {
  describe('archive pages', () => {
    it('come back with the very bytes they were frozen with', async () => {
      const { room } = await aRoom(backend);
      await freeze(room, aPage(1), aPage(2, { body: '' }), aPage(1, { variant: 'en' }));
      expect(await room.store.findArchivePage(aPage(1))).toBe(body);
      expect(await room.store.findArchivePage(aPage(2))).toBe('');
      expect(await room.store.findArchivePage(aPage(3))).toBeUndefined();
      expect(await room.store.listArchivePages(topicId)).toEqual([
        { topicId, variant: 'all', number: 1, bytes: Buffer.byteLength(body), hash: sha256(body) },
        { topicId, variant: 'all', number: 2, bytes: 0, hash: sha256('') },
        { topicId, variant: 'en', number: 1, bytes: Buffer.byteLength(body), hash: sha256(body) },
      ]);
      const { newestPages } = await room.store.selectTopic(ask);
      expect(newestPages).toEqual([
        { topicId, variant: 'all', number: 2 },
        { topicId, variant: 'en', number: 1 },
      ]);
    });

    it('tell which live entries they carry, by the newest copy', async () => {
      const { room, storyIds } = await aRoom(backend);
      const [one = '', two = '', three = ''] = storyIds;
      const entries = storyIds.map((storyId, index) => ({
        topicId,
        storyId,
        variant: 'all',
        itemId: index + 1,
        published: seedMorning,
        updated: seedMorning,
        ...(storyId === three ? { archivedAt: seedMorning } : {}),
      }));
      const first = storyIds.map((storyId) => ({ storyId, updated: seedMorning }));
      const later = { storyId: two, updated: seedMorning + hour };
      const pages = [aPage(1, { carries: first }), aPage(2, { carries: [later] })];
      await room.store.commitEdition({ topicId, entries, editions: [], pages });
      const { carried } = await room.store.selectTopic(ask);
      expect(carried).toEqual(
        [
          { variant: 'all', storyId: one, updated: seedMorning },
          { variant: 'all', ...later },
        ].toSorted((a, b) => (a.storyId < b.storyId ? -1 : 1)),
      );
    });

    it('may lose an entry and get none', async () => {
      const { room, storyIds } = await aRoom(backend);
      const [one = '', two = ''] = storyIds;
      const carries = [{ storyId: one, updated: seedMorning }];
      await freeze(room, aPage(1, { carries }));
      for (const added of [
        [...carries, { storyId: two, updated: seedMorning }],
        [{ storyId: one, updated: seedMorning + hour }],
      ]) {
        const more = freeze(room, aPage(1, { carries: added, body: 'more' }));
        await expect(more).rejects.toMatchObject({ code: 'conflict' });
      }
      expect(await room.store.findArchivePage(aPage(1))).toBe(body);
      await freeze(room, aPage(1, { body: 'less' }));
      expect(await room.store.findArchivePage(aPage(1))).toBe('less');
      const again = freeze(room, aPage(1, { carries }));
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
    });

    it('follow one another, and none is written with an entry that is refused', async () => {
      const { room } = await aRoom(backend);
      await expect(freeze(room, aPage(2))).rejects.toMatchObject({ code: 'conflict' });
      const stray = { ...aPage(1), topicId: 'transport' };
      await expect(freeze(room, stray)).rejects.toMatchObject({ code: 'invalid' });
      const unknown = aPage(1, { carries: [{ storyId: 'nowhere', updated: 1 }] });
      await expect(freeze(room, unknown)).rejects.toMatchObject({ code: 'invalid' });
      expect(await room.store.listArchivePages(topicId)).toEqual([]);
    });

    it('go with a renamed topic', async () => {
      const { room, storyIds } = await aRoom(backend);
      const [storyId = ''] = storyIds;
      const row = { topicId, storyId, variant: 'all', itemId: 1, published: 1, updated: 1 };
      const pages = [aPage(1, { carries: [{ storyId, updated: 1 }] })];
      await room.store.commitEdition({ topicId, entries: [row], editions: [], pages });
      expect(await room.store.renameTopic(topicId, 'baku-tehran')).toBe(true);
      const renamed = aPage(1, { topicId: 'baku-tehran' });
      expect(await room.store.findArchivePage(renamed)).toBe(body);
      expect(await room.store.listArchivePages(topicId)).toEqual([]);
      const { carried } = await room.store.selectTopic({ ...ask, topicId: 'baku-tehran' });
      expect(carried).toEqual([{ variant: 'all', storyId, updated: 1 }]);
    });
  });
}
