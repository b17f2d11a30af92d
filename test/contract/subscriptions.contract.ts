import { describe, expect, it } from 'vitest';
import { aSubscription } from '../support/a-subscription.ts';
import { seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, sourcesOfRoom } from './newsroom.ts';

export function describeSubscriptions(backend: Backend): void {
  describe('subscriptions', () => {
    it('returns a subscription as it was saved, under its first version', async () => {
      const { store } = await aNewsroom(backend);
      const subscription = aSubscription({
        secret: 'ключ "\u0000\\',
        leaseUntil: seedMorning + 9,
        message: 'سلام',
      });
      expect(await store.saveSubscription(subscription)).toBe(true);
      expect(await store.findSubscription(subscription.token)).toEqual({
        ...subscription,
        version: 1,
      });
    });

    it('finds nothing under a token that nobody was given', async () => {
      const { store } = await aNewsroom(backend);
      await store.saveSubscription(aSubscription());
      expect(await store.findSubscription('a'.repeat(31))).toBeUndefined();
      expect(await store.findSubscription("' OR 1=1 --")).toBeUndefined();
    });

    it('saves what stands as it was read, and refuses what was changed meanwhile', async () => {
      const { store } = await aNewsroom(backend);
      await store.saveSubscription(aSubscription());
      const read = aSubscription({ version: 1 });
      const { asked: _, ...confirmed } = { ...read, status: 'active' as const };
      expect(await store.saveSubscription(confirmed)).toBe(true);
      expect(await store.saveSubscription({ ...read, failures: 1 })).toBe(false);
      const stored = await store.findSubscription(read.token);
      expect(stored).toEqual({ ...confirmed, version: 2 });
      expect(stored).not.toHaveProperty('asked');
    });

    it('refuses a new one under a token that is taken, and a change of one that is gone', async () => {
      const { store } = await aNewsroom(backend);
      await store.saveSubscription(aSubscription());
      expect(await store.saveSubscription(aSubscription({ sourceId: 'irna' }))).toBe(false);
      await store.removeSubscription('a'.repeat(32));
      expect(await store.saveSubscription(aSubscription({ version: 1 }))).toBe(false);
      expect(await store.listSubscriptions()).toEqual([]);
      await store.removeSubscription('a'.repeat(32));
    });

    it('refuses a source it does not know, and writes nothing', async () => {
      const { store } = await aNewsroom(backend);
      const stranger = aSubscription({ sourceId: 'nobody' });
      await expect(store.saveSubscription(stranger)).rejects.toMatchObject({ code: 'invalid' });
      expect(await store.listSubscriptions()).toEqual([]);
    });

    it('lists them by source and token, also of sources no longer declared', async () => {
      const { store } = await aNewsroom(backend);
      const tokens = ['c', 'b', 'd'].map((letter) => letter.repeat(32));
      await store.saveSubscription(aSubscription({ sourceId: 'tass', token: tokens[0] ?? '' }));
      await store.saveSubscription(aSubscription({ sourceId: 'tass', token: tokens[1] ?? '' }));
      await store.saveSubscription(aSubscription({ sourceId: 'irna', token: tokens[2] ?? '' }));
      await store.syncSources(sourcesOfRoom.slice(0, 1), seedMorning);
      const listed = await store.listSubscriptions();
      expect(listed.map(({ token }) => token.charAt(0))).toEqual(['d', 'b', 'c']);
    });

    it('lets one of two writers of the same version win', async () => {
      const { store } = await aNewsroom(backend);
      await store.saveSubscription(aSubscription());
      const read = aSubscription({ version: 1 });
      const saved = await Promise.all([
        store.saveSubscription({ ...read, failures: 1 }),
        store.saveSubscription({ ...read, failures: 2 }),
      ]);
      expect(saved.filter(Boolean)).toHaveLength(1);
    });
  });
}
