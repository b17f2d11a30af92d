import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireRunLock } from '../../src/app/run-lock.ts';
import { minute, second } from '../../src/domain/instant.ts';
import type { Store } from '../../src/domain/store.ts';
import { memoryLog } from '../support/an-app.ts';
import { type FixedClock, fixedClock, seedDay } from '../support/fixed-clock.ts';
import { aSource } from '../support/sources.ts';
import { tempStore } from '../support/temp-store.ts';

let store: Store;
let clock: FixedClock;

beforeEach(async () => {
  store = await tempStore();
  clock = fixedClock();
});

const acquire = () => acquireRunLock(store, clock, memoryLog());

/** A process number that was in use a moment ago and is not any more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
const machine = `${boot}.${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0]}`;
const ownerOf = (pid: number, host = os.hostname(), where = machine): string =>
  `${host}/${where}/${pid}/0123456789ab`;

const holdAs = (owner: string) =>
  store.acquireLock({ name: 'worker', owner, now: clock.now(), ttlMs: minute });

describe('a second run', () => {
  it('is told who holds the lock and until when', async () => {
    const lock = await acquire();
    await expect(acquire()).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(
        new RegExp(`process ${process.pid} on ${os.hostname()}.*2026-02-07T12:01:00.000Z`),
      ),
    });
    await lock.release();
    await (await acquire()).release();
  });

  it('of the same process is no exception', async () => {
    const first = await acquire();
    await expect(acquire()).rejects.toMatchObject({ code: 'locked' });
    expect(first.lost.aborted).toBe(false);
    await first.release();
  });

  it('may go on when the holder has not been heard of for a minute, wherever it ran', async () => {
    await holdAs(ownerOf(1, 'elsewhere'));
    await expect(acquire()).rejects.toThrow('process 1 on elsewhere');
    clock.advance(minute);
    await (await acquire()).release();
  });
});

describe('a holder that died', () => {
  it('on this machine is passed over at once, and what it had leased is free', async () => {
    const owner = ownerOf(deadProcess());
    await holdAs(owner);
    await store.syncSources([aSource()], clock.now());
    const lease = { now: clock.now(), limit: 9, ttlMs: 2 * minute };
    expect(await store.leaseDueSources({ ...lease, owner })).toHaveLength(1);
    const lock = await acquire();
    expect(await store.leaseDueSources({ ...lease, owner: lock.owner })).toHaveLength(1);
    await lock.release();
  });

  it('and had the number that this process has now is passed over', async () => {
    await holdAs(ownerOf(process.pid));
    await (await acquire()).release();
  });

  it.each([
    ['on another machine', (pid: number) => ownerOf(pid, 'elsewhere')],
    ['in another container', (pid: number) => ownerOf(pid, os.hostname(), `${boot}.1`)],
    ['before the last boot', (pid: number) => ownerOf(pid, os.hostname(), 'other-boot.1')],
  ])('%s cannot be told from one that lives', async (_, owner) => {
    await holdAs(owner(deadProcess()));
    await expect(acquire()).rejects.toMatchObject({ code: 'locked' });
  });

  it('is not taken for one that lives on this machine', async () => {
    await holdAs(ownerOf(process.ppid));
    await expect(acquire()).rejects.toThrow(`process ${process.ppid}`);
  });
});

describe('the heartbeat', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the lock for as long as the run goes on', async () => {
    const lock = await acquire();
    for (let beats = 0; beats < 30; beats += 1) {
      clock.advance(10 * second);
      await vi.advanceTimersByTimeAsync(10 * second);
    }
    expect(clock.now()).toBe(seedDay + 5 * minute);
    expect(lock.lost.aborted).toBe(false);
    expect(await holdAs(ownerOf(1, 'elsewhere'))).toMatchObject({ kind: 'held' });
    await lock.release();
  });

  it('finds out that the lock was lost, and says so', async () => {
    const lock = await acquire();
    clock.advance(2 * minute);
    expect(await holdAs(ownerOf(1, 'elsewhere'))).toEqual({ kind: 'acquired' });
    await vi.advanceTimersByTimeAsync(10 * second);
    expect(lock.lost.aborted).toBe(true);
    expect(lock.lost.reason).toMatchObject({ code: 'locked' });
    await lock.release();
    // The other's lock is not given away with one's own.
    await expect(acquire()).rejects.toThrow('elsewhere');
  });

  it('that fails once is not a lock lost', async () => {
    const lock = await acquire();
    vi.spyOn(store, 'renewLock').mockRejectedValueOnce(new Error('busy'));
    await vi.advanceTimersByTimeAsync(20 * second);
    expect(lock.lost.aborted).toBe(false);
    await lock.release();
  });
});
