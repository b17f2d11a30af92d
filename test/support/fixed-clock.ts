import type { Clock } from '../../src/domain/clock.ts';
import type { Instant, Milliseconds } from '../../src/domain/instant.ts';

/** 7 February 2026, 12:00 UTC: the day of the seed story. */
export const seedDay: Instant = Date.UTC(2026, 1, 7, 12);

export interface FixedClock extends Clock {
  advance(ms: Milliseconds): void;
  set(now: Instant): void;
}

/** A clock that stands still until it is told to move. */
export function fixedClock(start: Instant = seedDay): FixedClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (instant) => {
      now = instant;
    },
  };
}
