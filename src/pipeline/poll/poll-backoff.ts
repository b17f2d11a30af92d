import { day, type Instant, type Milliseconds } from '../../domain/instant.ts';
import type { SourceState } from '../../domain/source.ts';
import { timeInWords } from '../time-in-words.ts';
import { intervalMin } from './poll-interval.ts';
import { type Wait, waitMax } from './poll-wait.ts';

/** A source that has failed for so long is dead: it is asked once a week and never dropped. */
const deadAfter: Milliseconds = 30 * day;
const deadInterval: Milliseconds = 7 * day;
/** Refusals (401, 403) after which doubling patience gives way to once a day. */
const refusalsMax = 3;
/** Failures that pass by themselves more often than not: the first is followed at the usual time. */
const passing: ReadonlySet<string> = new Set([
  'dns',
  'connect',
  'timeout',
  'reset',
  'truncated',
  'empty',
  'http-server-error',
]);
/** 2^30 intervals are past any cap. */
const doublingsMax = 30;

/**
 * Patience that doubles with every failure in a row, up to a day, ±25 % so that sources that fell
 * together do not come back together. `state` already counts the present failure.
 */
export function backoffOf(
  state: SourceState,
  reason: string,
  now: Instant,
  random: () => number,
): Wait {
  const jitter = 0.75 + 0.5 * random();
  const failures = state.failuresInARow;
  const failingMs = now - (state.failingSince ?? now);
  if (failingMs >= deadAfter) {
    const since = timeInWords(failingMs);
    return {
      ms: deadInterval * jitter,
      reason: `has failed for ${since} (${reason}); tried once a week`,
    };
  }
  const isRefused = reason === 'unauthorised' && failures >= refusalsMax;
  const doublings = Math.min(passing.has(reason) ? failures - 1 : failures, doublingsMax);
  const doubled = Math.max(state.intervalMs, intervalMin) * 2 ** doublings;
  const ms = Math.min((isRefused ? waitMax : Math.min(doubled, waitMax)) * jitter, waitMax);
  const times = failures === 1 ? 'failed once' : `failed ${failures} times in a row`;
  return { ms, reason: `${times} (${reason}); tried again in ${timeInWords(ms)}` };
}

/** A wait a server asked for, at most a day, and up to a tenth more so that not all end it at once. */
export function heldFor(heldMs: Milliseconds, random: () => number): Wait {
  return {
    ms: heldMs * (1 + 0.1 * random()),
    reason: `server asked to wait ${timeInWords(heldMs)} (Retry-After)`,
  };
}
