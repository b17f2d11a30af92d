import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Clock } from '../domain/clock.ts';
import { AppError } from '../domain/errors.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import type { Log } from '../domain/log.ts';
import type { LockRequest, Store } from '../domain/store.ts';

/** The one lock: whoever polls or publishes holds it. */
const lockName = 'worker';
/** A holder that has not been heard of for so long is dead, wherever it ran. */
const lockTtlMs: Milliseconds = 60 * second;
const heartbeatMs: Milliseconds = 10 * second;

/** The right to poll and publish, held until `release`. */
export interface RunLock {
  readonly owner: string;
  /** Aborted when the lock was lost to another process; all work must then stop. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Takes the lock, or throws `locked` naming its holder. A holder that died on this machine is passed over at once. */
export async function acquireRunLock(store: Store, clock: Clock, log: Log): Promise<RunLock> {
  const owner = `${os.hostname()}/${bootId()}/${process.pid}/${randomBytes(6).toString('hex')}`;
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
  const lost = new AbortController();
  const beat = setInterval(async () => {
    const isOurs = await store.renewLock(request()).catch(() => true);
    if (!isOurs) lost.abort(new AppError('locked', 'another run has taken the lock'));
  }, heartbeatMs);
  beat.unref();
  const release = async (): Promise<void> => {
    clearInterval(beat);
    await store.releaseLock(lockName, owner);
  };
  return { owner, lost: lost.signal, release };
}

function heldError(owner: string, expiresAt: number): AppError {
  const [host, , pid] = owner.split('/');
  const until = new Date(expiresAt).toISOString();
  return new AppError(
    'locked',
    `another run holds the lock (process ${pid} on ${host}, until ${until} unless it goes on); ` +
      'wait for it, or stop it first',
  );
}

/** A process of this boot of this machine that no longer exists, or that had the number we have now. */
function isDeadHere(owner: string): boolean {
  const [host, boot, pid] = owner.split('/');
  if (host !== os.hostname() || boot !== bootId()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Changes with every boot, so that a process number is never taken for one of before. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Not Linux: the hour of the boot is as good.
    return String(Math.round((Date.now() / 1000 - os.uptime()) / 3600));
  }
}
