import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { LeaseRequest } from '../../src/domain/store.ts';
import { aNewItem, anIntent } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, declared, type Newsroom } from './newsroom.ts';

const ask: LeaseRequest = { now: seedMorning, limit: 10, owner: 'worker', ttlMs: minute };

/** Leaves a source in this state, as a poll of it would. */
async function leave(room: Newsroom, sourceId: string, given: Partial<SourceState>): Promise<void> {
  const lease = await room.lease(sourceId);
  const state = { ...lease.state, status: 'ok' as const, ...given };
  await room.store.commitIngest(anIntent(lease, [], { state }));
}

async function leasedIds({ store }: Newsroom, request: LeaseRequest): Promise<readonly string[]> {
  return (await store.leaseDueSources(request)).map(({ state }) => state.sourceId);
}

export function describeLeases(backend: Backend): void {
  describe('leases', () => {
    it('leases due sources, longest overdue first, no more than asked for', async () => {
      const room = await aNewsroom(backend);
      await leave(room, 'trend', { nextDueAt: seedMorning - 3 });
      await leave(room, 'irna', { nextDueAt: seedMorning - 9 });
      await leave(room, 'tass', { nextDueAt: seedMorning + 1 });
      expect(await leasedIds(room, { ...ask, limit: 2 })).toEqual(['irna', 'trend']);
      expect(await leasedIds(room, ask)).toEqual(['azertag']);
    });

    it('passes over the sources that are excepted, due or not', async () => {
      const room = await aNewsroom(backend);
      const except = ['irna', 'unheard-of'];
      const others = declared.filter((id) => id !== 'irna');
      expect([...(await leasedIds(room, { ...ask, except }))].sort()).toEqual([...others].sort());
      expect(await leasedIds(room, { ...ask, except, only: ['irna'], ignoreDue: true })).toEqual(
        [],
      );
      expect(await leasedIds(room, { ...ask, except: [] })).toEqual(['irna']);
    });

    it('replaces the state of a source outside a poll, and of a leased one not', async () => {
      const room = await aNewsroom(backend);
      await room.store.leaseDueSources({ ...ask, only: ['irna'] });
      const states = await room.store.listSourceStates();
      await room.store.rescheduleSources(
        states.map((state) => ({
          ...state,
          nextDueAt: seedMorning + hour,
          nextDueReason: 'moved',
        })),
      );
      const after = await room.store.listSourceStates();
      const moved = after.filter((state) => state.nextDueReason === 'moved');
      expect(moved.map((state) => state.sourceId)).toEqual(declared.filter((id) => id !== 'irna'));
      expect(await leasedIds(room, ask)).toEqual([]);
    });

    it('frees the leases of an owner whose lock is released, and no other', async () => {
      const room = await aNewsroom(backend);
      const [mine] = await room.store.leaseDueSources({ ...ask, limit: 1, owner: 'dead' });
      const [other] = await room.store.leaseDueSources({ ...ask, limit: 1, owner: 'alive' });
      await room.store.releaseLock('run', 'dead');
      const freed = await leasedIds(room, ask);
      expect(freed).toContain(mine?.state.sourceId);
      expect(freed).not.toContain(other?.state.sourceId);
    });

    it('leases no source twice at one time', async () => {
      const room = await aNewsroom(backend);
      expect(await leasedIds(room, ask)).toEqual(declared);
      expect(await leasedIds(room, { ...ask, owner: 'other', ignoreDue: true })).toEqual([]);
    });

    it('grants many who ask at once each source once', async () => {
      const room = await aNewsroom(backend);
      const rounds = Array.from({ length: 12 }, (_, n) =>
        leasedIds(room, { ...ask, owner: `worker ${n}`, limit: 1 }),
      );
      expect((await Promise.all(rounds)).flat().toSorted()).toEqual(declared);
    });

    it('leases a source of a process that died once its lease ran out', async () => {
      const room = await aNewsroom(backend);
      const dead = await room.lease('irna');
      const later = { ...ask, only: ['irna'], owner: 'other' };
      expect(await leasedIds(room, { ...later, now: seedMorning + minute - 1 })).toEqual([]);
      const [taken] = await room.store.leaseDueSources({ ...later, now: seedMorning + minute });
      expect(taken?.fence).toBeGreaterThan(dead.fence);
    });

    it('drops the late result of a lease that another took', async () => {
      const room = await aNewsroom(backend);
      const late = await room.lease('irna');
      const again = await room.lease('irna', seedMorning + minute);
      const writes = [aNewItem(anItem({ sourceId: 'irna' }))];
      expect(await room.store.commitIngest(anIntent(late, writes))).toEqual({ kind: 'lost' });
      expect(await room.items()).toEqual([]);
      expect(await room.store.listPolls(9)).toEqual([]);
      expect((await room.store.commitIngest(anIntent(again, writes))).kind).toBe('committed');
      expect((await room.store.commitIngest(anIntent(late, writes))).kind).toBe('lost');
    });

    it('accepts a result after the lease ran out when nobody took it', async () => {
      const room = await aNewsroom(backend);
      const lease = await room.lease('irna');
      const outcome = await room.store.commitIngest(
        anIntent(lease, [], { now: seedMorning + hour }),
      );
      expect(outcome.kind).toBe('committed');
    });

    it('commits one lease once', async () => {
      const room = await aNewsroom(backend);
      const lease = await room.lease('irna');
      await room.store.commitIngest(anIntent(lease, []));
      expect(await room.store.commitIngest(anIntent(lease, []))).toEqual({ kind: 'lost' });
      expect(await room.store.listPolls(9)).toHaveLength(1);
    });

    it('keeps sources due that are given back unpolled, and takes no result of them', async () => {
      const room = await aNewsroom(backend);
      const leases = await room.store.leaseDueSources({ ...ask, limit: 2 });
      await room.store.releaseLeases(leases);
      const [lease] = leases;
      if (!lease) throw new Error('nothing was leased');
      expect(await room.store.commitIngest(anIntent(lease, []))).toEqual({ kind: 'lost' });
      expect(await leasedIds(room, ask)).toEqual(declared);
    });

    it('does not free by an old lease a source that another holds', async () => {
      const room = await aNewsroom(backend);
      const old = await room.lease('irna');
      await room.lease('irna', seedMorning + minute);
      await room.store.releaseLeases([old]);
      const request = { ...ask, now: seedMorning + minute + 1, only: ['irna'] };
      expect(await leasedIds(room, request)).toEqual([]);
    });

    it('narrows to the named sources, and to none when none is named', async () => {
      const room = await aNewsroom(backend);
      expect(await leasedIds(room, { ...ask, only: ['tass', 'nobody'] })).toEqual(['tass']);
      expect(await leasedIds(room, { ...ask, only: [] })).toEqual([]);
    });

    it.each([
      { what: 'not due', state: { nextDueAt: seedMorning + hour }, named: true, all: true },
      {
        what: 'held back by its server',
        state: { heldUntil: seedMorning + 1 },
        named: false,
        all: false,
      },
      { what: 'gone', state: { status: 'gone' as const }, named: true, all: false },
    ])('a source that is $what: named $named, among all $all, when due is ignored', async (row) => {
      const room = await aNewsroom(backend);
      await leave(room, 'irna', { nextDueAt: seedMorning, ...row.state });
      const ignoring = { ...ask, ignoreDue: true };
      const all = await room.store.leaseDueSources(ignoring);
      expect(all.some(({ state }) => state.sourceId === 'irna')).toBe(row.all);
      await room.store.releaseLeases(all);
      const named = await leasedIds(room, { ...ignoring, only: ['irna'] });
      expect(named).toEqual(row.named ? ['irna'] : []);
    });

    it('leases a source at the moment the wait that its server asked for is over', async () => {
      const room = await aNewsroom(backend);
      await leave(room, 'irna', { nextDueAt: seedMorning, heldUntil: seedMorning + hour });
      const due = { ...ask, only: ['irna'] };
      expect(await leasedIds(room, { ...due, now: seedMorning + hour - 1 })).toEqual([]);
      expect(await leasedIds(room, { ...due, now: seedMorning + hour })).toEqual(['irna']);
    });

    it('finds the next due moment, holds and leases counted, gone sources not', async () => {
      const room = await aNewsroom(backend);
      await leave(room, 'azertag', { nextDueAt: seedMorning + 40 });
      await leave(room, 'irna', { nextDueAt: seedMorning - 5, status: 'gone' });
      await leave(room, 'tass', { nextDueAt: seedMorning + 1, heldUntil: seedMorning + 30 });
      await leave(room, 'trend', { nextDueAt: seedMorning + 2 });
      expect(await room.store.findNextDue()).toBe(seedMorning + 2);
      await room.lease('trend');
      expect(await room.store.findNextDue()).toBe(seedMorning + 30);
    });

    it('finds no next due moment where nothing is declared', async () => {
      const { store } = await aNewsroom(backend);
      await store.syncSources([], seedMorning);
      expect(await store.findNextDue()).toBeUndefined();
    });
  });
}
