import { describe, expect, it } from 'vitest';
import { seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom } from './newsroom.ts';

const request = { name: 'run', owner: 'first', now: seedMorning, ttlMs: 30_000 };
const other = { ...request, owner: 'second' };

export function describeLocks(backend: Backend): void {
  describe('locks and the authority', () => {
    it('gives a free lock to the first who asks and names the holder to the second', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.acquireLock(request)).toEqual({ kind: 'acquired' });
      expect(await store.acquireLock(other)).toEqual({
        kind: 'held',
        owner: 'first',
        expiresAt: seedMorning + 30_000,
      });
    });

    it('gives the owner the lock again', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      expect(await store.acquireLock(request)).toEqual({ kind: 'acquired' });
    });

    it('hands a lock on at the moment it expires and not a millisecond sooner', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      const end = seedMorning + request.ttlMs;
      expect((await store.acquireLock({ ...other, now: end - 1 })).kind).toBe('held');
      expect((await store.acquireLock({ ...other, now: end })).kind).toBe('acquired');
    });

    it('keeps locks of different names apart', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      expect((await store.acquireLock({ ...other, name: 'publish' })).kind).toBe('acquired');
    });

    it('moves the expiry on for the owner', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      expect(await store.renewLock({ ...request, now: seedMorning + 20_000 })).toBe(true);
      const late = await store.acquireLock({ ...other, now: seedMorning + 40_000 });
      expect(late).toMatchObject({ kind: 'held', expiresAt: seedMorning + 50_000 });
    });

    it('tells an owner whose lock was taken that it is lost', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      await store.acquireLock({ ...other, now: seedMorning + 60_000 });
      expect(await store.renewLock({ ...request, now: seedMorning + 60_001 })).toBe(false);
    });

    it('does not renew a lock that nobody holds', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.renewLock(request)).toBe(false);
    });

    it('frees a released lock, and not for someone who does not hold it', async () => {
      const { store } = await aNewsroom(backend);
      await store.acquireLock(request);
      await store.releaseLock('run', 'second');
      expect((await store.acquireLock(other)).kind).toBe('held');
      await store.releaseLock('run', 'first');
      expect((await store.acquireLock(other)).kind).toBe('acquired');
    });

    it('freezes the first authority proposed and answers it ever after', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.findAuthority()).toBeUndefined();
      expect(await store.freezeAuthority('news.example,2026')).toBe('news.example,2026');
      expect(await store.findAuthority()).toBe('news.example,2026');
      expect(await store.freezeAuthority('moved.example,2031')).toBe('news.example,2026');
    });

    it('answers no call after it was closed, and closes twice without complaint', async () => {
      const { store } = await aNewsroom(backend);
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
      await expect(store.listSourceStates()).rejects.toMatchObject({
        name: 'AppError',
        code: 'unavailable',
        message: 'store: it was closed',
      });
    });
  });
}
