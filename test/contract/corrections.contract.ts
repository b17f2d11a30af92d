import { describe, expect, it } from 'vitest';
import type { Correction } from '../../src/domain/publication.ts';
import { anEntry } from '../support/an-entry.ts';
import { aKnownItem, aNewItem, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, type Newsroom } from './newsroom.ts';

const topicId = 'azerbaijan-iran';
const ask = { topicId, languages: [], limit: 10 };

async function aRoom(backend: Backend): Promise<{ room: Newsroom; storyId: string }> {
  const room = await aNewsroom(backend);
  await room.poll('azertag', [aNewItem(anItem(), { matches: [anOutcome(topicId)] })]);
  return { room, storyId: (await room.item(1)).storyId };
}

function announce({ store }: Newsroom, corrections: readonly Correction[]): Promise<void> {
  return store.commitEdition({ topicId, entries: [], editions: [], corrections });
}

export function describeCorrections(backend: Backend): void {
  describe('corrections', () => {
    it('come back newest first, as they were announced first', async () => {
      const { room, storyId } = await aRoom(backend);
      const one = { topicId, storyId, id: 'tag:x/1', at: 1, entry: anEntry({ title: 'One' }) };
      const two = { ...one, id: 'tag:x/2', at: 2, entry: anEntry({ title: 'Two' }) };
      await announce(room, [one, two]);
      await announce(room, [{ ...one, entry: anEntry({ title: 'Else' }) }]);
      expect((await room.store.selectTopic(ask)).corrections).toEqual([two, one]);
      expect((await room.store.selectTopic({ ...ask, topicId: 'x' })).corrections).toEqual([]);
    });

    it('of a retracted story are kept back until it is restored', async () => {
      const { room, storyId } = await aRoom(backend);
      const one = { topicId, storyId, id: 'tag:x/1', at: 1, entry: anEntry() };
      await announce(room, [one]);
      const act = { storyId, at: seedMorning, by: 'Ann', reason: 'untrue' };
      await room.store.commitAct({ ...act, kind: 'retract' });
      expect((await room.store.selectTopic(ask)).corrections).toEqual([]);
      await room.store.commitAct({ ...act, kind: 'restore' });
      expect((await room.store.selectTopic(ask)).corrections).toEqual([one]);
    });

    it.each(['all', 'en'])(
      'are due of what is edited in the archive of %s, until they are announced',
      async (variant) => {
        const { room, storyId } = await aRoom(backend);
        const dates = { published: seedMorning, updated: seedMorning };
        const row = { topicId, storyId, variant, itemId: 1, ...dates };
        const archived = { ...row, archivedAt: seedMorning };
        const due = async () => (await room.store.selectTopic(ask)).archiveEdits;
        await room.store.commitEdition({ topicId, entries: [archived], editions: [] });
        expect(await due()).toEqual([]);
        const edited = anItem({ title: 'Edited', contentHash: 'e'.repeat(64) });
        const write = aKnownItem(edited, 1, { isRevision: true, matches: [anOutcome(topicId)] });
        await room.poll('azertag', [write], { now: seedMorning + 9 });
        expect(await due()).toEqual([storyId]);
        const { stories, entries } = await room.store.selectTopic(ask);
        expect(stories.map(({ story }) => story.id)).toEqual([storyId]);
        expect(entries).toEqual([archived]);
        const announced = { ...archived, updated: seedMorning + 9 };
        await room.store.commitEdition({ topicId, entries: [announced], editions: [] });
        expect(await due()).toEqual([]);
      },
    );

    it('tell of acts on what the topic had published then, and on nothing else', async () => {
      const { room, storyId } = await aRoom(backend);
      const act = { storyId, at: seedMorning + 1, by: 'Ann', reason: 'untrue' };
      await room.store.commitAct({ ...act, kind: 'retract' });
      expect((await room.store.selectTopic(ask)).acts).toEqual([]);
      await room.store.commitAct({ ...act, kind: 'restore' });
      const row = { topicId, storyId, variant: 'all', itemId: 1, published: 5, updated: 5 };
      await room.store.commitEdition({ topicId, entries: [row], editions: [] });
      expect((await room.store.selectTopic(ask)).acts).toEqual([]);
      await room.store.commitAct({ ...act, kind: 'retract' });
      await room.store.commitAct({ ...act, kind: 'restore' });
      const { acts } = await room.store.selectTopic(ask);
      expect(acts.map(({ kind }) => kind)).toEqual(['restore', 'retract']);
      await room.store.renameTopic(topicId, 'baku-tehran');
      const renamed = await room.store.selectTopic({ ...ask, topicId: 'baku-tehran' });
      expect(renamed.acts).toEqual(acts);
      const told = { sourceId: 'azertag', language: 'en', country: 'AZ', published: 5 };
      expect(acts[0]).toMatchObject({ ...told, by: 'Ann', storyId });
    });
  });
}
