import { describe, expect, it } from 'vitest';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import { day, minute } from '../../src/domain/instant.ts';
import { aDuplicate, aNewItem, anIntent } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import { aSource } from '../support/sources.ts';
import type { Backend } from './backends.ts';
import { aNewsroom, declared, sourcesOfRoom } from './newsroom.ts';

export function describeSources(backend: Backend): void {
  describe('sources', () => {
    it('lists declared sources by id, new ones due at once and never polled', async () => {
      const { store } = await aNewsroom(backend);
      const states = await store.listSourceStates();
      expect(states.map((state) => state.sourceId)).toEqual(declared);
      expect(states[0]).toMatchObject({
        url: 'https://azertag.example/rss',
        status: 'new',
        validators: {},
        nextDueAt: seedMorning,
        failuresInARow: 0,
        trust: fullTrust,
        intervalMs: 30 * minute,
      });
      expect(states[0]).not.toHaveProperty('lastPolledAt');
    });

    it('changes nothing when the same sources are declared again', async () => {
      const { store, poll } = await aNewsroom(backend);
      await poll('irna', []);
      const before = await store.listSourceStates();
      await store.syncSources(sourcesOfRoom, seedMorning + day);
      expect(await store.listSourceStates()).toEqual(before);
    });

    it('returns the state of a poll exactly as it was given', async () => {
      const { store, lease } = await aNewsroom(backend);
      const granted = await lease('irna');
      const state = {
        ...granted.state,
        status: 'ok' as const,
        validators: { etag: 'W/"a\u0000\\"-é"', lastModified: 'Sat, 07 Feb 2026 08:00:00 GMT' },
        nextDueAt: seedMorning + 7,
        nextDueReason: 'max-age=7',
        heldUntil: seedMorning + 5,
        trust: {
          ...fullTrust,
          link: { points: 60, grade: 'checked', countedDay: 20_491 } as const,
        },
        effectiveUrl: 'https://irna.example/new',
        permanentRedirect: { url: 'https://irna.example/new', firstSeenAt: 1, count: 3 },
        lastMessage: 'سلام',
      };
      await store.commitIngest(anIntent(granted, [], { state }));
      const states = await store.listSourceStates();
      expect(states.find(({ sourceId }) => sourceId === 'irna')).toEqual(state);
    });

    it('starts afresh when the URL changed, and keeps the items', async () => {
      const { store, lease, items } = await aNewsroom(backend);
      const granted = await lease('irna');
      const state = { ...granted.state, validators: { etag: '"1"' }, status: 'ok' as const };
      const writes = [aNewItem(anItem({ sourceId: 'irna' }))];
      await store.commitIngest(anIntent(granted, writes, { state }));
      const moved = aSource({ id: 'irna', url: 'https://irna.example/v2' });
      await store.syncSources([moved], seedMorning + 500);
      expect(await store.listSourceStates()).toMatchObject([
        {
          url: 'https://irna.example/v2',
          status: 'new',
          validators: {},
          nextDueAt: seedMorning + 500,
        },
      ]);
      expect(await items()).toHaveLength(1);
    });

    it('drops the poll of a former URL that was under way', async () => {
      const { store, lease } = await aNewsroom(backend);
      const granted = await lease('irna');
      await store.syncSources(
        [aSource({ id: 'irna', url: 'https://irna.example/v2' })],
        seedMorning,
      );
      expect(await store.commitIngest(anIntent(granted, []))).toEqual({ kind: 'lost' });
    });

    it('neither lists nor leases a source that is declared no longer, and remembers it', async () => {
      const { store, poll } = await aNewsroom(backend);
      await poll('tass', []);
      await store.syncSources(
        sourcesOfRoom.filter(({ id }) => id !== 'tass'),
        seedMorning,
      );
      expect(await store.listSourceStates()).toHaveLength(3);
      const request = { now: seedMorning + day, limit: 9, owner: 'test', ttlMs: 1 };
      const leases = await store.leaseDueSources({ ...request, only: ['tass'], ignoreDue: true });
      expect(leases).toEqual([]);
      await store.syncSources(sourcesOfRoom, seedMorning);
      const states = await store.listSourceStates();
      expect(states.find(({ sourceId }) => sourceId === 'tass')?.status).toBe('ok');
    });

    it('lists a source that is not enabled and never leases it', async () => {
      const { store } = await aNewsroom(backend);
      await store.syncSources([aSource({ id: 'tass', enabled: false })], seedMorning);
      expect(await store.listSourceStates()).toHaveLength(1);
      const request = { now: seedMorning + day, limit: 9, owner: 'test', ttlMs: 1 };
      expect(await store.leaseDueSources({ ...request, only: ['tass'] })).toEqual([]);
      expect(await store.findNextDue()).toBeUndefined();
    });

    it('reports the newest poll and the number of items of each source', async () => {
      const { store, poll } = await aNewsroom(backend);
      const old = aNewItem(anItem({ sourceId: 'irna', title: 'Old' }));
      await poll('irna', [old], { now: seedMorning - 2 * day });
      await poll('irna', [aNewItem(anItem({ sourceId: 'irna', title: 'New' }))]);
      const health = await store.listSourceHealth(seedMorning + minute);
      expect(health.map(({ state }) => state.sourceId)).toEqual(declared);
      expect(health[1]).toMatchObject({ itemsStored: 2, itemsLastDay: 1 });
      expect(health[1]?.lastPoll?.startedAt).toBe(seedMorning);
      expect(health[0]).toMatchObject({ itemsStored: 0, itemsLastDay: 0 });
      expect(health[0]).not.toHaveProperty('lastPoll');
    });

    it('lists poll rows newest first, of all sources or of one', async () => {
      const { store, poll } = await aNewsroom(backend);
      const first = anItem({ sourceId: 'irna' });
      await poll('irna', [aNewItem(first)]);
      const [stored] = await store.listItems(0, 1);
      const copy = anItem({ sourceId: 'trend', link: first.link ?? '' });
      await poll('trend', [aDuplicate(copy, 1, stored?.storyId ?? '')], { now: seedMorning + 1 });
      await poll('irna', [], { now: seedMorning + 2 });
      const all = await store.listPolls(10);
      expect(all.map(({ sourceId }) => sourceId)).toEqual(['irna', 'trend', 'irna']);
      expect(all[1]).toMatchObject({ itemsNew: 1, itemsDuplicate: 1, httpStatus: 200 });
      expect(all[1]).not.toHaveProperty('message');
      expect((await store.listPolls(1, 'irna')).map((poll) => poll.startedAt)).toEqual([
        seedMorning + 2,
      ]);
      expect(await store.listPolls(5, 'azertag')).toEqual([]);
    });

    it('sums up by outcome what was polled since an earlier answer', async () => {
      const { store, poll } = await aNewsroom(backend);
      expect(await store.sumPolls()).toEqual({ lastPoll: 0, sums: [] });
      await poll('irna', [aNewItem(anItem({ sourceId: 'irna' }))]);
      const { lastPoll, sums } = await store.sumPolls();
      expect(sums).toEqual([]);
      for (const name of ['a', 'b']) {
        const items = [aNewItem(anItem({ sourceId: 'irna', title: name, guid: name }))];
        await poll('irna', items, { now: seedMorning + minute });
      }
      const granted = await store.leaseDueSources({
        now: seedMorning + minute,
        limit: 1,
        owner: 'test',
        ttlMs: minute,
        only: ['tass'],
      });
      for (const lease of granted) {
        const intent = anIntent(lease, []);
        await store.commitIngest({ ...intent, poll: { ...intent.poll, outcome: 'dns', bytes: 0 } });
      }
      const since = await store.sumPolls(lastPoll);
      expect(since.lastPoll).toBeGreaterThan(lastPoll);
      expect(since.sums).toMatchObject([
        { outcome: 'dns', polls: 1, bytes: 0, itemsNew: 0 },
        { polls: 2, itemsNew: 2, itemsDuplicate: 0, itemsRevised: 0, mayHaveMissed: 0 },
      ]);
      expect(await store.sumPolls(since.lastPoll)).toEqual({ lastPoll: since.lastPoll, sums: [] });
      const ofAnother = since.lastPoll + 100;
      expect(await store.sumPolls(ofAnother)).toEqual({ lastPoll: since.lastPoll, sums: [] });
    });

    it('shows languages and dates of the items a source brought last, newest first', async () => {
      const { store, poll } = await aNewsroom(backend);
      const undated = anItem({ sourceId: 'irna', title: 'Undated', language: 'fa' });
      await poll('irna', [aNewItem(undated)]);
      const dated = anItem({ sourceId: 'irna', title: 'Dated', publishedRaw: seedMorning - day });
      const other = anItem({ sourceId: 'irna', title: 'Other' });
      await poll('irna', [aNewItem(dated), aNewItem(other)], { now: seedMorning + minute });
      await poll('tass', [aNewItem(anItem({ sourceId: 'tass' }))]);
      const recent = await store.listRecentItems('irna', 10);
      expect(recent).toHaveLength(3);
      expect(recent[1]).toEqual({
        language: 'en',
        link: 'https://irna.example/news/dated',
        firstSeenAt: seedMorning + minute,
        published: seedMorning,
        publishedRaw: seedMorning - day,
      });
      expect(recent[2]).toEqual({
        language: 'fa',
        link: 'https://irna.example/news/undated',
        firstSeenAt: seedMorning,
        published: seedMorning,
      });
      expect(await store.listRecentItems('irna', 1)).toEqual(recent.slice(0, 1));
      expect(await store.listRecentItems('trend', 10)).toEqual([]);
    });
  });
}
