import { describe, expect, it } from 'vitest';
import type { Announcement, Subscriber } from '../../src/domain/subscriber.ts';
import { seedMorning } from '../support/an-item.ts';
import type { Backend } from './backends.ts';
import { aNewsroom } from './newsroom.ts';

const selfUrl = 'https://river.example/topics/a/rss.xml';

function aSubscriber(given: Partial<Subscriber> = {}): Subscriber {
  const callbackUrl = 'https://reader.example:8443/callback?who=1';
  return { selfUrl, callbackUrl, failures: 0, nextAt: seedMorning, version: 0, ...given };
}

function anAnnouncement(given: Partial<Announcement> = {}): Announcement {
  const hubUrl = 'https://hub.example/';
  return { hubUrl, selfUrl, failures: 0, nextAt: seedMorning, version: 0, ...given };
}

export function describeHub(backend: Backend): void {
  describe('subscribers of our hub', () => {
    it('returns a subscriber as it was saved, under its first version', async () => {
      const { store } = await aNewsroom(backend);
      const asked = { mode: 'subscribe' as const, leaseMs: 9, secret: 'ключ "\\', attempts: 1 };
      const subscriber = aSubscriber({ asked, deliveredHash: 'abc' });
      expect(await store.saveSubscriber(subscriber)).toBe(true);
      const { callbackUrl } = subscriber;
      const stored = { ...subscriber, version: 1 };
      expect(await store.findSubscriber(selfUrl, callbackUrl)).toEqual(stored);
      expect(await store.listSubscribers()).toEqual([stored]);
      expect(await store.findSubscriber(`${selfUrl}x`, callbackUrl)).toBeUndefined();
    });

    it('saves what stands as it was read, and refuses what was changed or removed meanwhile', async () => {
      const { store } = await aNewsroom(backend);
      await store.saveSubscriber(aSubscriber());
      expect(await store.saveSubscriber(aSubscriber())).toBe(false);
      const read = aSubscriber({ version: 1 });
      expect(await store.saveSubscriber({ ...read, failures: 1 })).toBe(true);
      expect(await store.saveSubscriber({ ...read, failures: 2 })).toBe(false);
      await store.removeSubscriber(read);
      expect(await store.listSubscribers()).toHaveLength(1);
      await store.removeSubscriber({ ...read, version: 2 });
      await store.removeSubscriber({ ...read, version: 2 });
      expect(await store.saveSubscriber({ ...read, version: 2 })).toBe(false);
      expect(await store.listSubscribers()).toEqual([]);
    });

    it('lists those to call: by what they asked, have and were given, in their order', async () => {
      const { store } = await aNewsroom(backend);
      const confirmed = { leaseUntil: seedMorning + 10, deliveredHash: 'new' };
      const at = (name: string, more: Partial<Subscriber>) =>
        store.saveSubscriber(aSubscriber({ callbackUrl: `https://x.example/${name}`, ...more }));
      const asked = { mode: 'subscribe' as const, leaseMs: 9, attempts: 1 };
      await at('has it', confirmed);
      await at('has another', { ...confirmed, deliveredHash: 'old' });
      await at('has none', { leaseUntil: seedMorning + 10 });
      await at('waits', { ...confirmed, deliveredHash: 'old', nextAt: seedMorning + 1 });
      await at('was told by a wrong clock', { ...confirmed, asked, nextAt: seedMorning + 100 });
      await at('asks', { asked });
      await at('asks, later', { asked, nextAt: seedMorning + 5 });
      await at('has ended', { ...confirmed, leaseUntil: seedMorning, nextAt: seedMorning + 5 });
      await at('of what is to come', { ...confirmed, selfUrl: 'https://river.example/1' });
      await at('of what is no more', { ...confirmed, selfUrl: 'https://river.example/2' });
      const hashes = { [selfUrl]: 'new', 'https://river.example/1': null };
      const wanted = { now: seedMorning, waitMax: 50, hashes, limit: 4 };
      const page = await store.listSubscribersToCall(wanted);
      const after = page.at(-1);
      const rest = await store.listSubscribersToCall({ ...wanted, ...(after && { after }) });
      const names = [...page, ...rest].map(({ callbackUrl }) => callbackUrl.slice(18));
      expect([page.length, names]).toEqual([
        4,
        [
          'of what is no more',
          'asks',
          'has another',
          'has ended',
          'has none',
          'was told by a wrong clock',
        ],
      ]);
    });

    it('counts them by document and by site, whatever name and port', async () => {
      const { store } = await aNewsroom(backend);
      const confirmed = { leaseUntil: seedMorning };
      const at = (callbackUrl: string, more: Partial<Subscriber> = {}) =>
        store.saveSubscriber(aSubscriber({ callbackUrl, ...more }));
      await at('https://reader.example/1', confirmed);
      await at('https://b.reader.example/2', { selfUrl: `${selfUrl}2`, ...confirmed });
      await at('https://c.b.reader.example:8443/1', confirmed);
      await at('https://x.example/1');
      const counts = { all: 4, unconfirmed: 1, ofFeed: 2, ofSite: 3 };
      expect(await store.countSubscribers(selfUrl, 'reader.example')).toEqual(counts);
      const others = { all: 4, unconfirmed: 1, ofFeed: 0, ofSite: 0 };
      expect(await store.countSubscribers('https://y.example/', 'y.example')).toEqual(others);
    });
  });

  describe('announcements to hubs elsewhere', () => {
    it('are kept per hub and document, and written only as they were read', async () => {
      const { store } = await aNewsroom(backend);
      expect(await store.saveAnnouncement(anAnnouncement({ tryingHash: 'a' }))).toBe(true);
      expect(await store.saveAnnouncement(anAnnouncement())).toBe(false);
      await store.saveAnnouncement(anAnnouncement({ hubUrl: 'https://a-hub.example/' }));
      expect(await store.saveAnnouncement(anAnnouncement({ hash: 'a', version: 1 }))).toBe(true);
      const listed = await store.listAnnouncements();
      expect(listed.map(({ hubUrl }) => hubUrl)).toEqual([
        'https://a-hub.example/',
        'https://hub.example/',
      ]);
      expect(listed[1]).toEqual(anAnnouncement({ hash: 'a', version: 2 }));
      await store.removeAnnouncement('https://hub.example/', selfUrl);
      expect(await store.listAnnouncements()).toHaveLength(1);
    });
  });
}
