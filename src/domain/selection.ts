import type { Act } from './act.ts';
import type { CountryCode, LanguageTag, SourceId, StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';
import type {
  ArchivePage,
  ArchivePlace,
  CarriedEntry,
  Correction,
  DeletedEntry,
  EditionRecord,
  EntryRecord,
  Variant,
} from './publication.ts';
import type { ReportedBy } from './reported-by.ts';
import type { StoryInTopic } from './story.ts';
import type { TreeEntry } from './tree-story.ts';

export interface TopicRequest {
  readonly topicId: TopicId;
  readonly languages: readonly LanguageTag[];
  /** Stories without an entry that fewer have told are passed over; outlets are counted by source. */
  readonly reportedBy?: ReportedBy;
  /** Newest stories without an entry yet to return at most, per variant. */
  readonly limit: number;
}

export interface TopicSelection {
  /**
   * Stories that are live in some wanted variant, or match and have no entry row in one yet. Wanted
   * are `all` and, of `languages`, those the story has an item in. A live story that matches no
   * longer comes with empty `matches`.
   */
  readonly stories: readonly StoryInTopic[];
  /** Entry rows of those stories in this topic, and all rows that are live (neither archived nor left). */
  readonly entries: readonly EntryRecord[];
  readonly editions: readonly EditionRecord[];
  /** Rows of the wanted variants that left, newest first, at most 50 each: for RFC 6721 records. */
  readonly left: readonly LeftEntry[];
  /** The newest archive page of every variant that has one. */
  readonly newestPages: readonly ArchivePlace[];
  /** What archive pages carry of `stories` already, the newest copy of each. */
  readonly carried: readonly (CarriedEntry & { readonly variant: Variant })[];
  /** Archive pages that still carry an entry that was retracted, by variant and number. */
  readonly stalePages: readonly StalePage[];
  /**
   * Stories of which an entry, in whatever variant, was edited after it left for the archive: they are
   * among `stories`, their rows among `entries`.
   */
  readonly archiveEdits: readonly StoryId[];
  /** The edits that were announced last, the newest first, at most 50; none of a retracted story. */
  readonly corrections: readonly Correction[];
  /** What editors did to entries of the document of all languages, the last first, at most 50. */
  readonly acts: readonly PublishedAct[];
  /** What the tree said of entries of those stories whose rows the store has lost; absent: nothing. */
  readonly treeEntries?: readonly TreeEntry[];
  /** The topic's version at that moment. */
  readonly version: number;
}

/** An act on a story, with what may be told of the item that showed it. */
export interface PublishedAct extends Act {
  readonly entryId: string;
  readonly sourceId: SourceId;
  readonly language: LanguageTag;
  readonly country: CountryCode;
  /** When the entry was published. */
  readonly published: Instant;
}

/** A row that left, or the tree's word for one that the store has lost, with what its record says. */
export interface LeftEntry
  extends Pick<EntryRecord, 'topicId' | 'storyId' | 'variant' | 'leftAt' | 'leftReason'> {
  readonly entryId: string;
  /** Why an editor retracted it. */
  readonly note?: string;
}

/** An archive page that carries entries which were retracted since. */
export interface StalePage extends ArchivePage {
  readonly retracted: readonly (DeletedEntry & { readonly storyId: StoryId })[];
}

export interface TopicState {
  readonly topicId: TopicId;
  /** Grows with every change. */
  readonly version: number;
  readonly published?: PublishedState;
}

/** What a topic was when all its documents were last put in place. */
export interface PublishedState {
  readonly version: number;
  /** Digest of everything beside the store that the documents depend on. */
  readonly stamp: string;
  /** Stories in the document of all languages. */
  readonly entries: number;
  readonly documents: readonly DocumentGlance[];
}

/** A document of the published tree, as far as it is seen without reading it. */
export interface DocumentGlance {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds, with what the file system keeps behind the point; unknown of older notes. */
  readonly modifiedMs?: number;
  /** SHA-256 hex of its bytes; not known of what older releases published. */
  readonly hash?: string;
}

/** An archive page without its bytes. */
export interface ArchiveGlance extends ArchivePlace {
  /** How many bytes its document has in UTF-8. */
  readonly bytes: number;
  /** SHA-256 hex of them. */
  readonly hash: string;
}
