import type { Act, ActIntent, ActOutcome, MoveIntent, MoveOutcome } from './act.ts';
import type { Candidate } from './dedup.ts';
import type { PollSums, SourceHealth, TopicHealth } from './health.ts';
import type { HubStore } from './hub-store.ts';
import type { ItemId, LanguageTag, SourceId, StoryId, TopicId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';
import type {
  EditionIntent,
  IngestIntent,
  IngestOutcome,
  PollRecord,
  RematchIntent,
} from './intent.ts';
import type { ItemKey, StoredItem } from './item.ts';
import type { Match, MatchOutcome } from './match.ts';
import type { DueMonth, MonthEntry, TopicGlance, TopicMonth } from './month.ts';
import type { ArchivePlace, EditionRecord, EntryRecord } from './publication.ts';
import type { PruneOutcome, PruneRequest } from './retention.ts';
import type { SearchAnswer, SearchEntry, SearchRequest } from './search.ts';
import type {
  ArchiveGlance,
  PublishedState,
  TopicRequest,
  TopicSelection,
  TopicState,
} from './selection.ts';
import type { Source, SourceLease, SourceState } from './source.ts';
import type { Story } from './story.ts';
import type { DueReceipt, StoryRecord } from './story-record.ts';
import type { Subscription } from './subscription.ts';
import type { TreeStory } from './tree-story.ts';

/**
 * Everything Araz remembers. One method is one transaction and takes a whole intent; all of them
 * return promises, since PostgreSQL stands beside SQLite. Times are milliseconds UTC.
 *
 * Any method throws `AppError` with code `io` (disk full, read or write error; nothing was
 * written), `unavailable` (busy beyond its patience, closed, or open for reading only) or `invalid`
 * (the call contradicts itself; nothing was written). Further codes are named below.
 */
export interface Store extends HubStore {
  /** Ends all work and closes. Safe to call twice. */
  close(): Promise<void>;

  /**
   * The authority of every `tag:` URI this store mints (RFC 4151), such as `news.example.org,2026`.
   * The first call freezes `proposed`; later calls answer what is frozen.
   */
  freezeAuthority(proposed: string): Promise<string>;
  /** The frozen authority; undefined of a store that is new. */
  findAuthority(): Promise<string | undefined>;

  /** Takes the named lock, or says who holds it. One at or past its `expiresAt`, or one's own, is free. */
  acquireLock(request: LockRequest): Promise<LockOutcome>;
  /** Moves the expiry on. False when the lock is no longer the owner's. */
  renewLock(request: LockRequest): Promise<boolean>;
  /** Frees the lock if the owner still holds it, and every lease that the owner took. */
  releaseLock(name: string, owner: string): Promise<void>;

  /**
   * Makes the declared sources known: new ones are due at `now`; one whose URL changed starts afresh
   * (no validators, due now, a lease of the former URL void) and keeps its items; one no longer
   * declared keeps its rows and is not leased; one not `enabled` is listed and not leased.
   */
  syncSources(sources: readonly Source[], now: Instant): Promise<void>;

  /** State of every declared source, in the order of their ids. */
  listSourceStates(): Promise<readonly SourceState[]>;

  /**
   * Replaces the state of sources outside a poll, as after the clock was set back. A source that is
   * leased, or not declared, is passed over.
   */
  rescheduleSources(states: readonly SourceState[]): Promise<void>;

  /**
   * Leases up to `limit` declared sources that are due and not leased, longest overdue first.
   * `only` narrows to these ids, `except` passes over these; `ignoreDue` takes ones that are not due
   * too. One with `heldUntil` after `now` (Retry-After) is never leased; one with status `gone` only
   * when `only` names it.
   * A lease runs out at `now + ttlMs`: the source of a process that died is then free again.
   */
  leaseDueSources(request: LeaseRequest): Promise<readonly SourceLease[]>;

  /** Gives leases back unpolled; the sources stay due. A lease that is void is passed over. */
  releaseLeases(leases: readonly SourceLease[]): Promise<void>;

  /**
   * When the next source can be leased: due, no longer held, its present lease run out. Absent when
   * there is none that will be (none declared and enabled, or all `gone`).
   */
  findNextDue(): Promise<Instant | undefined>;

  /**
   * Stored items that share keys with arriving ones: one list per list of keys given, surest shared
   * key first, then those sharing most, then the earliest. Of one key only the newest 64 items are
   * looked at, so that a key everything shares costs no more than another. Identity keys reach
   * items of `sourceId` only.
   */
  findCandidates(query: CandidateQuery): Promise<CandidateAnswer>;

  /** What was remembered of a source's sentences, or undefined before its first document. */
  findSentences(sourceId: SourceId): Promise<Uint8Array | undefined>;

  /**
   * One poll of one source: items, keys, sightings, revisions, decisions, matches, source state and
   * the poll row become visible together or not at all. `committed` means durable; the lease is then
   * over. `lost` and `conflict` have written nothing. A known item gets a later `lastSeenAt` and the
   * keys it did not have; a revision of it keeps the old text, and leaves `published` and `guid`.
   * A story whose id is stored already is not made again: the item joins it; so does one that is known
   * by the keys of a story of the tree (`rememberStories`).
   * Throws `invalid` for a decision on an item that is not stored or, when `known`, not this source's.
   */
  commitIngest(intent: IngestIntent): Promise<IngestOutcome>;

  /** Rule version under which each topic's stored matches were made. */
  listTopicVersions(): Promise<ReadonlyMap<TopicId, string>>;
  /**
   * Stored items in order of their ids, `afterId` excluded, bodies included: for matching again. Items
   * whose text retention has removed are left out: what was decided on the text stands.
   */
  listItems(afterId: ItemId, limit: number): Promise<readonly StoredItem[]>;
  /** Replaces the outcomes of these topics on these items; an item removed meanwhile is passed over. */
  commitRematch(intent: RematchIntent): Promise<void>;
  /**
   * Ends a rematch: all stored items now carry outcomes of these versions. Outcomes of topics
   * not named are deleted; their entries stay as they were published.
   */
  setTopicVersions(versions: ReadonlyMap<TopicId, string>): Promise<void>;

  /**
   * Carries over what is remembered of a topic under a former id, so that its entries keep their
   * dates and none returns that left: entries, editions, archive pages, outcomes and the version
   * they were made under. Outcomes and editions that the new id already had give way to them. True
   * when that happened; nothing happens when the new id has an entry already or the former has none.
   */
  renameTopic(from: TopicId, to: TopicId): Promise<boolean>;
  /** Where the past of a former id is now, by former id; an id that took its past back is not in it. */
  listRenamedTopics(): Promise<ReadonlyMap<TopicId, TopicId>>;

  /** All that publishing one topic needs, read at one moment. */
  selectTopic(request: TopicRequest): Promise<TopicSelection>;
  /**
   * Writes entries, editions and archive pages of one topic. Throws `conflict` when an entry would
   * return after it left or was archived, when its `published` or its `itemId` would change, or when
   * a page that stands would get an entry or a page be left out.
   */
  commitEdition(intent: EditionIntent): Promise<void>;
  /** What was last published of a topic, by variant and format. */
  listEditions(topicId: TopicId): Promise<readonly EditionRecord[]>;
  /** The archive pages of a topic without their bytes, by variant and number. */
  listArchivePages(topicId: TopicId): Promise<readonly ArchiveGlance[]>;
  /** The bytes of an archive page as they were frozen, or undefined when there is no such page. */
  findArchivePage(place: ArchivePlace): Promise<string | undefined>;

  /**
   * How often each topic has changed, and what was published of it last. Whatever may change a
   * document of a topic (an item, a rule, an act of an editor, a new name) raises its version.
   */
  listTopicStates(): Promise<readonly TopicState[]>;
  /** Notes that every document of a topic is in place as of this state. */
  savePublished(topicId: TopicId, published: PublishedState): Promise<void>;

  /**
   * Records what an editor did and carries it out, in one commit. A retraction takes the story out of
   * every topic and variant, for good: items that share an identity, a link or their content with it
   * are kept out too, and stories of such items that were published leave along with it, each by an
   * act of its own. Restoring ends that; rows that left by a retraction or by a rule return with
   * their first date where the topic has a match in the story now.
   */
  commitAct(intent: ActIntent): Promise<ActOutcome>;
  /**
   * Moves items between stories as an editor said, records it and remembers what was apart, in one
   * commit: decisions that rest on an earlier lookup are `conflict` from then on. The side of a split
   * that shows the story in a published entry keeps the story and with it its entries; copies follow
   * what they copy, and a copy on the other side is free. A join moves the items of the story that was
   * never published into the other; two published ones stay and are linked. An undo puts items back
   * where they were, with what has joined them since.
   */
  commitMove(intent: MoveIntent): Promise<MoveOutcome>;
  /** What editors did, the last first. */
  listActs(query: ActQuery): Promise<readonly Act[]>;
  /** The story of this id or of this entry id, or undefined. */
  findStory(name: StoryId): Promise<Story | undefined>;
  /**
   * Takes the published tree's word for stories that the store may have forgotten. Items that are
   * known by keys of one (`chooseTreeStory`) are given to it, those stored already and, for 90 days,
   * those that `commitIngest` brings: with all of the story that was minted for them where that was
   * never published, alone otherwise; never one that an entry shows, nor into a story from which an
   * editor has split theirs. Entries keep the date at which the tree said they were published, and
   * one that had left comes back as one that has left, until an editor restores it. What was said of
   * a story before gives way. Answers stories that gained or lost items.
   */
  rememberStories(told: readonly TreeStory[], now: Instant): Promise<readonly StoryId[]>;

  /** Topics and variants that documents were ever published of, by topic and variant. */
  listPublishedVariants(): Promise<readonly Pick<EditionRecord, 'topicId' | 'variant'>[]>;

  /** What `status` shows of each declared source, in the order of their ids. */
  listSourceHealth(now: Instant): Promise<readonly SourceHealth[]>;
  /** What `status` shows of each topic that has entries. */
  listTopicHealth(now: Instant): Promise<readonly TopicHealth[]>;
  /** The newest poll rows, newest first. */
  listPolls(limit: number, sourceId?: SourceId): Promise<readonly PollRecord[]>;
  /**
   * What polls came to since an earlier answer, by outcome: those behind its `lastPoll`. Without
   * one, or where the rows end before it (another store was put in place), no sums: where to go on.
   */
  sumPolls(afterPoll?: number): Promise<PollSums>;

  /** One item, or undefined. */
  findItem(id: ItemId): Promise<StoredItem | undefined>;
  /** Links, dates and languages of the items a source brought last, newest first seen first. */
  listRecentItems(sourceId: SourceId, limit: number): Promise<readonly ItemGlance[]>;

  /** Stored outcomes of a topic that are no matches, by the item stored last first. */
  listNearMisses(topicId: TopicId, limit: number): Promise<readonly NearMiss[]>;
  /**
   * Items that carry one of these keys, in the order they were stored, each with all that became of
   * it, read at one moment. Of one key only the newest 64 items are looked at.
   */
  traceItems(keys: readonly ItemKey[]): Promise<readonly ItemTrace[]>;

  /**
   * One step of retention, bounded in work: at most 500 rows of a kind are looked at. Removes texts
   * and revisions of items older than their source's retention, then their keys, then, where the
   * story was never published, items and story; rows of polls; windowed keys past their window; last
   * it gives free pages back. An item's age counts from its last sighting; one that is in its
   * source's window (it was in the last document that was read) has none, as long as the source is
   * declared. Titles, links, matches and decisions of published stories stay for their receipts, with
   * the keys they are found by, and no text of a live entry is touched. Without `next` in the answer
   * all has been looked at, which `findPrunedAt` then tells.
   */
  prune(request: PruneRequest): Promise<PruneOutcome>;
  /** When retention last came to its end, or undefined. */
  findPrunedAt(): Promise<Instant | undefined>;
  /**
   * Gives up to `limit` items a digest of their text, by which `verify` finds what the disk has
   * changed: those stored by releases that kept none, once each; every other has its own from the
   * commit that wrote its text. Answers how many were looked at; 0 when none is left.
   */
  sealItems(limit: number): Promise<number>;

  /** Names what receipts are written by (style, words, outlets); a new name makes all of them due. */
  setReceiptVersion(version: string): Promise<boolean>;
  /**
   * Stories with an entry, past ones included, of which an item, a revision, a match or an entry
   * came, changed or went since their receipt was settled. By id.
   */
  listDueReceipts(limit: number): Promise<readonly DueReceipt[]>;
  /** Ends what was due, unless the story was touched again after it was listed. */
  settleReceipts(settled: readonly DueReceipt[]): Promise<void>;
  /** Ids of stories that have or had an entry, in order, `afterId` excluded. */
  listPublishedStories(afterId: StoryId, limit: number): Promise<readonly StoryId[]>;
  /** All that is remembered of a story, or undefined when there is none of this id. */
  findStoryRecord(id: StoryId): Promise<StoryRecord | undefined>;

  /** Names what pages of the past are written by; a new name makes all months due. */
  setMonthsVersion(version: string): Promise<boolean>;
  /** Months of a topic in which an entry came, changed or left since they were settled, in order. */
  listDueMonths(topicId: TopicId): Promise<readonly DueMonth[]>;
  /** As `settleReceipts`. */
  settleMonths(settled: readonly DueMonth[]): Promise<void>;
  /** Months in which a topic has entries, the newest first; retracted ones do not count. */
  listMonths(topicId: TopicId): Promise<readonly string[]>;
  /** Entries of all languages of one month, newest first, whatever became of them but retraction. */
  listMonthEntries(month: TopicMonth): Promise<readonly MonthEntry[]>;
  /** What a topic has in all languages; its entries are counted by their index alone. */
  glanceAtTopic(topicId: TopicId): Promise<TopicGlance>;

  /** Names what items are indexed for search by; a new name makes all stored items due. */
  setSearchVersion(version: string): Promise<boolean>;
  /** Stored items that wait to be indexed for search, the newest first. */
  listSearchDue(limit: number): Promise<readonly StoredItem[]>;
  /** Indexes items, in the place of what was indexed of them; they are no longer due. */
  commitSearch(entries: readonly SearchEntry[]): Promise<void>;
  /**
   * Stories with a report that satisfies every part of the question. Only the newest 5,000 that do
   * are looked at; never retracted stories, nor texts that retention removed.
   */
  searchStories(request: SearchRequest): Promise<SearchAnswer>;

  /** All subscriptions to hubs, by source and then token; also of sources no longer declared. */
  listSubscriptions(): Promise<readonly Subscription[]>;
  /** The subscription whose callback carries this token, or undefined. Only reads. */
  findSubscription(token: string): Promise<Subscription | undefined>;
  /**
   * Writes a subscription, if it stands as it was read: `version` names the state read, 0 a new
   * one. It is then stored under the next version. False, with nothing written, when it was changed
   * or removed meanwhile, or a new one's token is taken. Throws `invalid` for an unknown source.
   */
  saveSubscription(subscription: Subscription): Promise<boolean>;
  /** Forgets a subscription; one that is not stored is passed over. */
  removeSubscription(token: string): Promise<void>;
}

/** An item that a topic nearly took. */
export interface NearMiss {
  readonly item: StoredItem;
  readonly outcome: MatchOutcome;
}

/** An item with its story and what was decided and published. */
export interface ItemTrace {
  readonly item: StoredItem;
  readonly story: Story;
  /** Items of the story in the order they were stored, this one included. */
  readonly storyItems: readonly StoredItem[];
  /** Stored outcomes of all topics on items of the story, near misses included, by item and topic. */
  readonly matches: readonly Match[];
  /** Rows of the story in every topic and variant, whatever became of them. */
  readonly entries: readonly EntryRecord[];
  /** Archive pages that carry the story, by topic and variant, the newest first. */
  readonly pages: readonly ArchivePlace[];
  /** What editors did to the story, the last first; the newest ten. */
  readonly acts: readonly Act[];
}

/** What is looked at of many items at once. */
export interface ItemGlance {
  readonly link?: string;
  readonly language: LanguageTag;
  readonly firstSeenAt: Instant;
  readonly published: Instant;
  /** As the source said; absent when it said nothing readable. */
  readonly publishedRaw?: Instant;
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
  /** Sources that a pass has taken already: a lease of its own that ran out is not for it to take over. */
  readonly except?: readonly SourceId[];
  readonly ignoreDue?: boolean;
}

export interface CandidateQuery {
  readonly sourceId: SourceId;
  /** Keys of each arriving item, in document order. */
  readonly keys: readonly (readonly ItemKey[])[];
  /** Windowed kinds (`content`, `near`, `story`) look back to the start of this UTC day. */
  readonly since: Instant;
  /** At most so many candidates an item, those sharing most keys first; identity and link candidates always. */
  readonly limit: number;
}

export interface CandidateAnswer {
  /** What `commitIngest` compares with: grows with every item stored. */
  readonly asOf: number;
  readonly candidates: readonly (readonly Candidate[])[];
  /** Pairs of stories of these candidates that an editor has split; absent when there are none. */
  readonly apart?: readonly (readonly [StoryId, StoryId])[];
}

export interface ActQuery {
  readonly storyId?: StoryId;
  readonly limit: number;
}
