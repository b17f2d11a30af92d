import { describe, expect, it } from 'vitest';
import { noteCalls } from '../../src/app/note-calls.ts';
import { AppError } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { seedMorning } from '../support/an-item.ts';
import { aSource } from '../support/sources.ts';
import { makeWorkFolder } from '../support/work-folder.ts';

async function openBoth() {
  const work = makeWorkFolder();
  const url = `sqlite:${work.dataDir}/araz.db`;
  const writer = await openStore({ url, inProcess: true });
  await writer.syncSources([aSource({ id: 'azertag' })], seedMorning);
  await writer.close();
  const reading = await openStore({ url, readOnly: true, inProcess: true });
  return { work, url, reading };
}

describe('the store of a web server', () => {
  it('notes down what a hub tells, and reads it at once', async () => {
    const { work, url, reading } = await openBoth();
    let opened = 0;
    const store = noteCalls(reading, () => {
      opened += 1;
      return openStore({ url, inProcess: true });
    });
    expect(await store.listSubscriptions()).toEqual([]);
    expect(opened).toBe(0);
    const subscription = aSubscription();
    expect(await store.saveSubscription(subscription)).toBe(true);
    const found = await store.findSubscription(subscription.token);
    expect(found?.callbackUrl).toBe(subscription.callbackUrl);
    await store.removeSubscription(subscription.token);
    expect(await store.listSubscriptions()).toEqual([]);
    expect(opened).toBe(1);
    await store.close();
    await expect(store.listSubscriptions()).rejects.toThrow('closed');
    work.remove();
  });

  it('writes nothing else', async () => {
    const { work, url, reading } = await openBoth();
    const store = noteCalls(reading, () => openStore({ url, inProcess: true }));
    await expect(store.freezeAuthority('x.example,2026')).rejects.toThrow('reading only');
    await store.close();
    work.remove();
  });

  it('tries again at the next call when the store could not be opened', async () => {
    const { work, url, reading } = await openBoth();
    const answers = [
      () => Promise.reject(new AppError('unavailable', 'store: busy')),
      () => openStore({ url, inProcess: true }),
    ];
    const store = noteCalls(reading, async () => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('opened more than twice');
      return answer();
    });
    await expect(store.saveSubscription(aSubscription())).rejects.toThrow('busy');
    expect(await store.saveSubscription(aSubscription())).toBe(true);
    await store.close();
    work.remove();
  });
});
