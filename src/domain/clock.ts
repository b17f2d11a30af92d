import type { Instant } from './instant.ts';

/** The one way to ask what time it is; tests and the demo supply their own. */
export interface Clock {
  now(): Instant;
}
