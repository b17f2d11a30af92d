import type { TopicId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';
import type { PollRecord } from './intent.ts';
import type { Variant } from './publication.ts';
import type { SourceState } from './source.ts';

/** Polls of some while, summed up. */
export interface PollSums {
  /** The newest poll counted. */
  readonly lastPoll: number;
  readonly sums: readonly PollSum[];
}

/** All polls of one outcome, together. */
export interface PollSum {
  readonly outcome: PollRecord['outcome'];
  readonly polls: number;
  readonly durationMs: Milliseconds;
  /** Of bodies, as they came over the wire. */
  readonly bytes: number;
  readonly itemsNew: number;
  readonly itemsDuplicate: number;
  readonly itemsRevised: number;
  /** Polls that may have missed items: the document had changed altogether. */
  readonly mayHaveMissed: number;
}

export interface SourceHealth {
  readonly state: SourceState;
  readonly lastPoll?: PollRecord;
  readonly itemsStored: number;
  readonly itemsLastDay: number;
}

export interface TopicHealth {
  readonly topicId: TopicId;
  /** Stories that stand in some live document. */
  readonly entriesLive: number;
  /** Stories ever published. */
  readonly entriesTotal: number;
  readonly newestPublished?: Instant;
  readonly lastUpdated?: Instant;
  readonly variants: readonly Variant[];
}
