import type { SourceId } from '../../domain/ids.ts';
import { day, hour, type Instant, type Milliseconds } from '../../domain/instant.ts';
import type { SourceRhythm, SourceState } from '../../domain/source.ts';
import { intervalMin } from './poll-interval.ts';

/** A time to leave a source alone, and why, in words an operator understands. */
export interface Wait {
  readonly ms: Milliseconds;
  readonly reason: string;
}

/** No rule but the editor's own `every`, and no answer, makes us wait longer for a working source. */
export const waitMax: Milliseconds = day;

/** The longest of several waits; the first of equal ones. */
export function longest(first: Wait, ...others: readonly Wait[]): Wait {
  return others.reduce((best, wait) => (wait.ms > best.ms ? wait : best), first);
}

/**
 * After a first poll sources that started together part: each has its own place, by its id, in
 * one interval. The place is added to what the server and the feed ask for, never taken off it.
 */
export function spreadFirst(id: SourceId, own: Wait, asked: readonly Wait[]): Wait {
  const wait = longest({ ms: Math.max(own.ms / 2, intervalMin), reason: own.reason }, ...asked);
  const room = Math.min(Math.max(own.ms, wait.ms), Math.max(waitMax - wait.ms, hour));
  return { ms: Math.round(wait.ms + placeOf(id) * room), reason: wait.reason };
}

/** When a wait ends, moved out of the hours and days (GMT) in which the feed wants no poll. */
export function endOfWait(
  id: SourceId,
  rhythm: SourceRhythm | undefined,
  now: Instant,
  wait: Wait,
): Pick<SourceState, 'nextDueAt' | 'nextDueReason'> {
  const earliest = now + Math.round(wait.ms);
  const open = rhythm ? firstOpenHour(earliest, rhythm) : earliest;
  if (open === undefined || open === earliest) {
    return { nextDueAt: earliest, nextDueReason: wait.reason };
  }
  return {
    // Not at the stroke of the hour, or all that skip the night wake together.
    nextDueAt: open + Math.floor(placeOf(id) * hour),
    nextDueReason: `${wait.reason}; moved to an hour the feed allows (skipHours, skipDays)`,
  };
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `at`, or the start of the first hour after it that is not skipped; undefined when all are. */
function firstOpenHour(at: Instant, rhythm: SourceRhythm): Instant | undefined {
  const skips = (instant: Instant): boolean => {
    const date = new Date(instant);
    const weekday = weekdays[date.getUTCDay()] ?? '';
    return rhythm.skipHours.includes(date.getUTCHours()) || rhythm.skipDays.includes(weekday);
  };
  if (!skips(at)) return at;
  const start = Math.floor(at / hour) * hour;
  for (let hours = 1; hours <= 8 * 24; hours += 1) {
    if (!skips(start + hours * hour)) return start + hours * hour;
  }
  return undefined;
}

/** A fraction in [0, 1) that is a source's own: FNV-1a, its bits mixed as in MurmurHash3. */
function placeOf(id: SourceId): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  // Ids that differ at the end only would lie side by side without this.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
