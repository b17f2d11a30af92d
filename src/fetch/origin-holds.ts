import type { Clock } from '../domain/clock.ts';
import { day, type Instant, type Milliseconds, minute } from '../domain/instant.ts';
import { registrableDomain } from '../text/urls.ts';

/** Longest wait a server can impose on us; a longer one is asked about again after a day. */
const waitMax: Milliseconds = day;

/** A wait that an origin (`https://host:port`) asked for, and when it did so. */
export interface OriginHold {
  readonly origin: string;
  readonly until: Instant;
  readonly askedAt: Instant;
}

/**
 * Origins that asked to be left alone (Retry-After on 429 and 503). The store remembers it for
 * each source; this keeps the other sources of the origin, waiting in the same run, from asking.
 */
export interface OriginHolds {
  /** Two origins of one registrable domain that ask within five minutes wait for the longer time. */
  hold(hold: OriginHold): void;
  /** What is left of the wait; undefined when the origin may be asked. */
  remainingMs(origin: string): Milliseconds | undefined;
}

/** Origins of one registrable domain that complain within this time are taken for one server. */
const complaintsTogether: Milliseconds = 5 * minute;

export function createOriginHolds(clock: Clock): OriginHolds {
  const holds = new Map<string, OriginHold>();

  const isOfOneServer = (a: OriginHold, b: OriginHold): boolean =>
    Math.abs(a.askedAt - b.askedAt) <= complaintsTogether &&
    registrableDomain(a.origin) === registrableDomain(b.origin);

  return {
    hold: (hold) => {
      const group = [...holds.values()].filter(
        (other) => other.origin === hold.origin || isOfOneServer(other, hold),
      );
      const together = [...group, hold];
      const longest = Math.max(...together.map(({ until }) => until));
      const until = Math.min(longest, clock.now() + waitMax);
      const askedAt = Math.max(...together.map((each) => each.askedAt));
      for (const { origin } of together) holds.set(origin, { origin, until, askedAt });
    },
    remainingMs: (origin) => {
      const hold = holds.get(origin);
      if (hold === undefined) return undefined;
      const remainingMs = hold.until - clock.now();
      if (remainingMs > 0) return remainingMs;
      // Over, but a sibling that complains soon after still draws it in.
      if (clock.now() - hold.askedAt > complaintsTogether) holds.delete(origin);
      return undefined;
    },
  };
}
