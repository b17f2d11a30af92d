import type { Candidate } from './dedup.ts';
import type { ItemId, LanguageTag, SourceId, TopicId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';
import type {
  EditionIntent,
  IngestIntent,
  IngestOutcome,
  PollRecord,
  RematchIntent,
} from './intent.ts';
import type { ItemKey, StoredItem } from './item.ts';
import type { EditionRecord, EntryRecord, Variant } from './publication.ts';
import type { Source, SourceLease, SourceState } from './source.ts';
import type { StoryInTopic } from './story.ts';

/**
 * Everything Araz remembers. One method is one transaction and takes a whole intent; all of them
 * return promises, since PostgreSQL stands beside SQLite. Times are milliseconds UTC.
 *
 * Any method throws `AppError` with code `io` (disk full, read or write error; nothing was
 * written) or `unavailable` (busy beyond its patience; try again). Further codes are named below.
 */
export interface Store {
  /** Ends all work and closes. Safe to call twice. */
  close(): Promise<void>;

  /**
   * The authority of every `tag:` URI this store mints (RFC 4151), such as `news.example.org,2026`.
   * The first call freezes `proposed`; later calls answer what is frozen.
   */
  freezeAuthority(proposed: string): Promise<string>;

  /** Takes the named lock, or says who holds it. A lock past its `expiresAt` is free. */
  acquireLock(request: LockRequest): Promise<LockOutcome>;
  /** Moves the expiry on. False when the lock is no longer the owner's. */
  renewLock(request: LockRequest): Promise<boolean>;
  /** Frees the lock if the owner still holds it. */
  releaseLock(name: string, owner: string): Promise<void>;

  /**
   * Makes the declared sources known: new ones are due at `now`; one whose URL changed starts afresh
   * (no validators, due now) and keeps its items; one no longer declared keeps its rows and is not leased.
   */
  syncSources(sources: readonly Source[], now: Instant): Promise<void>;

  /** State of every declared source, in the order of their ids. */
  listSourceStates(): Promise<readonly SourceState[]>;

  /**
   * Leases up to `limit` declared sources that are due and not leased, longest overdue first.
   * `only` narrows to these ids; `ignoreDue` takes ones that are not due too, but never one with
   * `heldUntil` after `now` (Retry-After) or with status `gone`, unless it is named in `only`.
   */
  leaseDueSources(request: LeaseRequest): Promise<readonly SourceLease[]>;

  /** Gives leases back unpolled; the sources stay due. */
  releaseLeases(leases: readonly SourceLease[]): Promise<void>;

  /** When the next source falls due; absent when no source is declared. */
  findNextDue(): Promise<Instant | undefined>;

  /** Stored items that share keys with arriving ones: one list per list of keys given, surest key first. */
  findCandidates(query: CandidateQuery): Promise<CandidateAnswer>;

  /**
   * One poll of one source: items, keys, sightings, revisions, decisions, matches, source state and
   * the poll row become visible together or not at all. `committed` means durable.
   */
  commitIngest(intent: IngestIntent): Promise<IngestOutcome>;

  /** Rule version under which each topic's stored matches were made. */
  listTopicVersions(): Promise<ReadonlyMap<TopicId, string>>;
  /** Stored items in order of their ids, `afterId` excluded, bodies included: for matching again. */
  listItems(afterId: ItemId, limit: number): Promise<readonly StoredItem[]>;
  /** Replaces the outcomes of these topics on these items. */
  commitRematch(intent: RematchIntent): Promise<void>;
  /**
   * Ends a rematch: all stored items now carry outcomes of these versions. Outcomes of topics
   * not named are deleted; their entries stay as they were published.
   */
  setTopicVersions(versions: ReadonlyMap<TopicId, string>): Promise<void>;

  /** All that publishing one topic needs, read at one moment. */
  selectTopic(request: TopicRequest): Promise<TopicSelection>;
  /** Writes entries and editions of one topic. Throws `conflict` when an entry would return after it left. */
  commitEdition(intent: EditionIntent): Promise<void>;

  /** What `status` shows of each declared source, in the order of their ids. */
  listSourceHealth(now: Instant): Promise<readonly SourceHealth[]>;
  /** What `status` shows of each topic that has entries. */
  listTopicHealth(now: Instant): Promise<readonly TopicHealth[]>;
  /** The newest poll rows, newest first. */
  listPolls(limit: number, sourceId?: SourceId): Promise<readonly PollRecord[]>;

  /** One item, or undefined. */
  findItem(id: ItemId): Promise<StoredItem | undefined>;
}

export interface LockRequest {
  readonly name: string;
  /** Unique to the process: host, pid and a random part. */
  readonly owner: string;
  readonly now: Instant;
  readonly ttlMs: Milliseconds;
}

export type LockOutcome =
  | { readonly kind: 'acquired' }
  | { readonly kind: 'held'; readonly owner: string; readonly expiresAt: Instant };

export interface LeaseRequest {
  readonly now: Instant;
  readonly limit: number;
  readonly owner: string;
  readonly ttlMs: Milliseconds;
  readonly only?: readonly SourceId[];
  readonly ignoreDue?: boolean;
}

export interface CandidateQuery {
  readonly sourceId: SourceId;
  /** Keys of each arriving item, in document order. */
  readonly keys: readonly (readonly ItemKey[])[];
  /** Windowed kinds (`content`, `near`, `story`) look back to here. */
  readonly since: Instant;
  /** At most so many candidates an item, those sharing most keys first; identity and link candidates always. */
  readonly limit: number;
}

export interface CandidateAnswer {
  /** What `commitIngest` compares with: grows with every item stored. */
  readonly asOf: number;
  readonly candidates: readonly (readonly Candidate[])[];
}

export interface TopicRequest {
  readonly topicId: TopicId;
  readonly languages: readonly LanguageTag[];
  /** Newest live stories to return at most, per variant. */
  readonly limit: number;
}

export interface TopicSelection {
  /** Stories that are live in some variant, or match and have no entry in some variant yet. */
  readonly stories: readonly StoryInTopic[];
  /** Entry rows of those stories in this topic, and all rows that are live (neither archived nor left). */
  readonly entries: readonly EntryRecord[];
  readonly editions: readonly EditionRecord[];
  /** Rows that left, newest first, at most 50 per variant: for RFC 6721 records. */
  readonly left: readonly (EntryRecord & { readonly entryId: string })[];
}

export interface SourceHealth {
  readonly state: SourceState;
  readonly lastPoll?: PollRecord;
  readonly itemsStored: number;
  readonly itemsLastDay: number;
}

export interface TopicHealth {
  readonly topicId: TopicId;
  readonly entriesLive: number;
  readonly entriesTotal: number;
  readonly newestPublished?: Instant;
  readonly lastUpdated?: Instant;
  readonly variants: readonly Variant[];
}
