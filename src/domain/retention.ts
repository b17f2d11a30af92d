import type { SourceId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';

export interface PruneRequest {
  readonly now: Instant;
  /** How long texts are kept after their source last carried them. */
  readonly retentionMs: Milliseconds;
  /** Sources with a retention of their own. */
  readonly retentionOf: ReadonlyMap<SourceId, Milliseconds>;
  /** Where the step before ended; absent for the first. */
  readonly from?: PrunePlace;
}

/** What retention looks at, in this order, and how far it has come in it. */
export interface PrunePlace {
  readonly part: 'window-keys' | 'items' | 'tree-keys' | 'polls' | 'pages';
  /** The row looked at last, in the store's own words; absent at the beginning of a part. */
  readonly after?: string;
}

export interface PruneOutcome {
  readonly removed: PruneCounts;
  readonly next?: PrunePlace;
}

/** Rows removed, and pages of the file given back. */
export interface PruneCounts {
  /** Items whose text was removed; most of them stay as what is known of them. */
  readonly texts: number;
  readonly revisions: number;
  readonly items: number;
  readonly stories: number;
  readonly keys: number;
  readonly polls: number;
  readonly pages: number;
}
