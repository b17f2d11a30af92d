import type { Clock } from '../domain/clock.ts';
import { day, type Instant, type Milliseconds, minute } from '../domain/instant.ts';
import { registrableDomain } from '../text/urls.ts';

/** Longest wait a server can impose on us; a longer one is asked about again after a day. */
const waitMax: Milliseconds = day;

/**
 * Origins that asked to be left alone (Retry-After on 429 and 503). The store remembers it for
 * each source; this keeps the other sources of the origin, waiting in the same run, from asking.
 */
export interface OriginHolds {
  /** Two origins of one registrable domain that ask within five minutes wait for the longer time. */
  hold(origin: string, until: Instant): void;
  /** What is left of the wait; undefined when the origin may be asked. */
  remainingMs(origin: string): Milliseconds | undefined;
}

/** Origins of one registrable domain that complain within this time are taken for one server. */
const complaintsTogether: Milliseconds = 5 * minute;

interface Hold {
  readonly askedAt: Instant;
  readonly until: Instant;
}

export function createOriginHolds(clock: Clock): OriginHolds {
  const holds = new Map<string, Hold>();

  const siblingsOf = (origin: string, now: Instant): readonly string[] => {
    const domain = registrableDomain(origin);
    return [...holds]
      .filter(([, { askedAt }]) => now - askedAt <= complaintsTogether)
      .map(([other]) => other)
      .filter((other) => registrableDomain(other) === domain);
  };

  return {
    hold: (origin, until) => {
      const now = clock.now();
      const group = [...new Set([origin, ...siblingsOf(origin, now)])];
      const asked = [until, ...group.map((each) => holds.get(each)?.until ?? 0)];
      const together = Math.min(Math.max(...asked), now + waitMax);
      for (const each of group) holds.set(each, { askedAt: now, until: together });
    },
    remainingMs: (origin) => {
      const hold = holds.get(origin);
      if (hold === undefined) return undefined;
      const remainingMs = hold.until - clock.now();
      if (remainingMs > 0) return remainingMs;
      holds.delete(origin);
      return undefined;
    },
  };
}
