import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import type { Clock } from '../domain/clock.ts';
import { AppError } from '../domain/errors.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import type { Log } from '../domain/log.ts';
import type { LockRequest } from '../domain/store.ts';
import type { LockKeeper } from '../domain/store-file.ts';

/** The one lock: whoever polls or publishes holds it. */
const lockName = 'worker';
/** A holder that has not been heard of for so long is dead, wherever it ran. */
const lockTtlMs: Milliseconds = 60 * second;
const heartbeatMs: Milliseconds = 10 * second;

/** Locks that this very process holds: their number is ours, and they are not dead. */
const heldHere = new Set<string>();

/** The right to poll and publish, held until `release`. */
export interface RunLock {
  readonly owner: string;
  /** Aborted when the lock was lost to another process; all work must then stop. */
  readonly lost: AbortSignal;
  /** Makes sure of it before a step that may take long and cannot be stopped. Throws `locked`. */
  hold(): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock, or throws `locked` naming its holder. A holder that died on this machine is passed over at once. */
export async function acquireRunLock(store: LockKeeper, clock: Clock, log: Log): Promise<RunLock> {
  const owner = `${os.hostname()}/${machineId()}/${process.pid}/${randomBytes(6).toString('hex')}`;
  const request = (): LockRequest => ({
    name: lockName,
    owner,
    now: clock.now(),
    ttlMs: lockTtlMs,
  });
  let outcome = await store.acquireLock(request());
  if (outcome.kind === 'held' && isDeadHere(outcome.owner)) {
    log.warn('the run that held the lock has died; taking over', { owner: outcome.owner });
    await store.releaseLock(lockName, outcome.owner);
    outcome = await store.acquireLock(request());
  }
  if (outcome.kind === 'held') throw heldError(outcome.owner, outcome.expiresAt);
  heldHere.add(owner);
  const lost = new AbortController();
  const beat = setInterval(async () => {
    const isOurs = await store.renewLock(request()).catch(() => true);
    if (!isOurs) lost.abort(new AppError('locked', lostMessage));
  }, heartbeatMs);
  beat.unref();
  const release = async (): Promise<void> => {
    clearInterval(beat);
    heldHere.delete(owner);
    await store.releaseLock(lockName, owner);
  };
  const hold = async (): Promise<void> => {
    if (!(await store.renewLock(request()))) throw new AppError('locked', lostMessage);
  };
  return { owner, lost: lost.signal, hold, release };
}

const lostMessage =
  'another run has taken the lock, as this one was not heard of for a minute; it stops here';

function heldError(owner: string, expiresAt: number): AppError {
  const [host, , pid] = owner.split('/');
  const until = new Date(expiresAt).toISOString();
  return new AppError(
    'locked',
    `another run is at work (process ${pid} on ${host}); wait for it to end, or stop it. ` +
      `If it is dead, its lock is free at ${until}`,
  );
}

/** A process of this boot of this machine that no longer exists, or that had the number we have now. */
function isDeadHere(owner: string): boolean {
  const [host, machine, pid] = owner.split('/');
  if (heldHere.has(owner)) return false;
  if (host !== os.hostname() || machine !== machineId()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Where process numbers mean what they mean here: changes with every boot, and with every container,
 * as two containers of one name both have a process 1.
 */
function machineId(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}.${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? ''}`;
  } catch {
    // Not Linux: the hour of the boot is as good.
    return String(Math.round((Date.now() / 1000 - os.uptime()) / 3600));
  }
}
