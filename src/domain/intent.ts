import type { DedupDecision } from './dedup.ts';
import type { ItemId, SourceId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Item } from './item.ts';
import type { MatchOutcome } from './match.ts';
import type { ArchivePage, Correction, EditionRecord, EntryRecord } from './publication.ts';
import type { SearchText } from './search.ts';
import type { SourceState } from './source.ts';
import type { Story } from './story.ts';

/** How one poll of one source ended: a row of `polls`. */
export interface PollRecord {
  readonly sourceId: SourceId;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** `modified`, `not-modified`, `gone`, or the reason of the failure. */
  readonly outcome: string;
  readonly httpStatus?: number;
  readonly bytes: number;
  readonly itemsNew: number;
  readonly itemsDuplicate: number;
  readonly itemsRevised: number;
  /** Whether items may have come and gone unseen before it: a full window held nothing known. */
  readonly mayHaveMissed: boolean;
  /** Items of the document beyond those that are read; absent when there were none. */
  readonly itemsLeftOut?: number;
  readonly nextDueAt: Instant;
  readonly nextDueReason: string;
  readonly message?: string;
}

/**
 * What one item of a document asks to be written. Ids that point to items of the same intent are
 * negative: −1 is the item of `items[0]`, −2 that of `items[1]`; the store puts the real ones in.
 */
export interface ItemWrite {
  readonly item: Item;
  readonly decision: DedupDecision;
  /** A story to create; present exactly when the decision is `new`. */
  readonly newStory?: Story;
  /** For `known`: whether the text changed, so that a revision is kept. An equal `contentHash` is none. */
  readonly isRevision: boolean;
  /** Matches and near misses to store, in place of all earlier ones; unread for `known` without a revision. */
  readonly matches: readonly MatchOutcome[];
  /** What the item is found by; where it is absent the item waits to be indexed. */
  readonly search?: SearchText;
}

/** All that one poll of one source writes, in one transaction. */
export interface IngestIntent {
  readonly sourceId: SourceId;
  /** Fence of the lease under which the poll ran. */
  readonly fence: number;
  /** `asOf` of the candidates the decisions rest on. */
  readonly asOf: number;
  readonly now: Instant;
  readonly items: readonly ItemWrite[];
  readonly state: SourceState;
  /** What is to be remembered of the source's sentences, in the place of what was; absent: as before. */
  readonly sentences?: Uint8Array;
  readonly poll: PollRecord;
}

export type IngestOutcome =
  | {
      readonly kind: 'committed';
      /** Revisions that were taken; an item takes 12 in 24 hours, one of them back to a former text. */
      readonly itemsRevised: number;
    }
  /**
   * Another source stored an item with a shared cross-source key after `asOf`, or the story of a
   * duplicate moved: look up the candidates and decide again.
   */
  | { readonly kind: 'conflict' }
  /** The lease had run out and another finished the poll: drop the result. */
  | { readonly kind: 'lost' };

/** Outcomes of one or more topics on items already stored, after a rule changed. */
export interface RematchIntent {
  readonly topicIds: readonly TopicId[];
  readonly outcomes: readonly {
    readonly itemId: ItemId;
    readonly matches: readonly MatchOutcome[];
  }[];
}

/** All that publishing one topic writes, in one transaction. */
export interface EditionIntent {
  readonly topicId: TopicId;
  /** New and changed rows; rows not named stay. */
  readonly entries: readonly EntryRecord[];
  readonly editions: readonly EditionRecord[];
  /** Stories that pages carry and the store has lost, as they were minted; known ones are passed over. */
  readonly lostStories?: readonly Story[];
  /** Archive pages that are new, or from which something was withdrawn. */
  readonly pages?: readonly ArchivePage[];
  /** Edits that are announced; one whose id is stored already is passed over. */
  readonly corrections?: readonly Correction[];
}
