import type { Clock } from '../domain/clock.ts';
import { day, type Instant, type Milliseconds } from '../domain/instant.ts';

/** Longest wait a server can impose on us; a longer one is asked about again after a day. */
export const waitMax: Milliseconds = day;

/**
 * Origins that asked to be left alone (Retry-After on 429 and 503). The store remembers it for
 * each source; this keeps the other sources of the origin, waiting in the same run, from asking.
 */
export interface OriginHolds {
  hold(origin: string, until: Instant): void;
  /** What is left of the wait; undefined when the origin may be asked. */
  remainingMs(origin: string): Milliseconds | undefined;
}

export function createOriginHolds(clock: Clock): OriginHolds {
  const heldUntil = new Map<string, Instant>();
  return {
    hold: (origin, until) => {
      const capped = Math.min(until, clock.now() + waitMax);
      heldUntil.set(origin, Math.max(capped, heldUntil.get(origin) ?? capped));
    },
    remainingMs: (origin) => {
      const until = heldUntil.get(origin);
      if (until === undefined) return undefined;
      const remainingMs = until - clock.now();
      if (remainingMs > 0) return remainingMs;
      heldUntil.delete(origin);
      return undefined;
    },
  };
}
