import type { SourceId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Where a source says it announces new items: a WebSub hub, and the feed's own name there. */
export interface HubOffer {
  readonly hubUrl: string;
  /** The feed's `rel=self` address: what the hub knows it by. */
  readonly selfUrl: string;
}

/**
 * `pending` waits for the hub's first confirmation; `active` was confirmed; `ending` is to be
 * ended, the hub's confirmation awaited; `resting` is left alone until `nextAt`, as the hub refused
 * it or did not deliver.
 */
export type SubscriptionStatus = 'pending' | 'active' | 'ending' | 'resting';

/** What a hub has been asked and has not confirmed yet. */
export interface SubscriptionRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly at: Instant;
}

/** One subscription of one source to one hub. A push is a hint to poll soon, never content. */
export interface Subscription extends HubOffer {
  /** Names the callback, 32 characters that nobody can guess: who knows it may speak for the hub. */
  readonly token: string;
  readonly sourceId: SourceId;
  /** Address the hub was given, ending in the token. */
  readonly callbackUrl: string;
  /** Key of the hub's signatures; absent for a hub without https, which would show it to everyone. */
  readonly secret?: string;
  readonly status: SubscriptionStatus;
  /** Absent while nothing is to be confirmed: a confirmation nobody asked for is refused. */
  readonly asked?: SubscriptionRequest;
  /** When the hub is asked next: a retry, a renewal, the end of a rest. */
  readonly nextAt: Instant;
  /** Requests in a row that failed or were never confirmed. */
  readonly failures: number;
  readonly confirmedAt?: Instant;
  readonly leaseUntil?: Instant;
  /** The newest push that was believed, and a hash of it by which a copy is known. */
  readonly pushedAt?: Instant;
  readonly pushHash?: string;
  /** A push that has not been acted on yet. */
  readonly hintedAt?: Instant;
  /** When polling found items that no push had announced; judged some time later. */
  readonly unannouncedAt?: Instant;
  /** News up to here has been judged. */
  readonly judgedAt?: Instant;
  /** Times in a row that polling found news of which the hub said nothing. */
  readonly misses: number;
  /** What went wrong last, for a person. */
  readonly message?: string;
  /** Grows with every write; 0 for one that is not stored yet. */
  readonly version: number;
}
