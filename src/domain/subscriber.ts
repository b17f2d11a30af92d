import type { Instant, Milliseconds } from './instant.ts';

/** What a subscriber has asked of our hub and its callback has yet to confirm (WebSub §5.3). */
export interface SubscriberRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly leaseMs: Milliseconds;
  readonly secret?: string;
  /** Times that the callback could not be asked. */
  readonly attempts: number;
}

/** One who is sent a document of ours whenever it changes. */
export interface Subscriber {
  readonly selfUrl: string;
  readonly callbackUrl: string;
  /** Key of our signatures. */
  readonly secret?: string;
  /** Absent until the callback has confirmed. */
  readonly leaseUntil?: Instant;
  readonly asked?: SubscriberRequest;
  /** SHA-256 hex of the document that it has: the one delivered last, or that stood when it asked. */
  readonly deliveredHash?: string;
  /** Deliveries in a row that failed. */
  readonly failures: number;
  /** Not called before. */
  readonly nextAt: Instant;
  /** What went wrong last, for a person. */
  readonly message?: string;
  /** Grows with every write; 0 for one that is not stored yet. */
  readonly version: number;
}

/** Which subscribers are to be called, as far as the store can tell. */
export interface SubscribersToCall {
  readonly now: Instant;
  /** No wait is longer; one that is was set by a clock that ran ahead, and is over. */
  readonly waitMax: Milliseconds;
  /** What lies on disk by document; null for one that is to come, absent for one that is not ours. */
  readonly hashes: Readonly<Record<string, string | null>>;
  /** Goes on after this one, in the order of document and callback. */
  readonly after?: Pick<Subscriber, 'selfUrl' | 'callbackUrl'>;
  readonly limit: number;
}

/** What a hub elsewhere has been told of one document of ours. */
export interface Announcement {
  readonly hubUrl: string;
  readonly selfUrl: string;
  /** SHA-256 hex of the document it was told of, or refused to hear of; absent before the first. */
  readonly hash?: string;
  /** The document it is to be told of, while that fails. */
  readonly tryingHash?: string;
  readonly failures: number;
  /** It gave no answer at all the last time, so that it is left alone with the others too. */
  readonly isUnanswered?: boolean;
  /** Not told before. */
  readonly nextAt: Instant;
  readonly message?: string;
  readonly version: number;
}

/** Subscribers that count against a cap. */
export interface SubscriberCounts {
  readonly all: number;
  /** Those that have yet to confirm for the first time. */
  readonly unconfirmed: number;
  /** Of one document, those that have confirmed. */
  readonly ofFeed: number;
  /** Of one site of callbacks. */
  readonly ofSite: number;
}
