import type { PruneCounts } from '../../domain/retention.ts';

/** Rows looked at in one step: deleting 140,000 at once held up a store for 3.3 s. */
export const rowsPerStep = 500;

/** What one step of a part came to. */
export interface Step {
  readonly removed: Partial<PruneCounts>;
  /** Where the part goes on; absent when it is done. */
  readonly after?: string | undefined;
}
