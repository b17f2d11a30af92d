import type { CountryCode, ItemId, LanguageTag, SourceId, StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What one item is found by: words and keys as `text/search-keys.ts` makes them, apart by spaces. */
export interface SearchText {
  readonly title: string;
  readonly body: string;
  /** Keys of names. */
  readonly names: string;
  /** Ids of the concepts whose words were found. */
  readonly concepts: string;
}

/** The index entry of an item that is stored. */
export interface SearchEntry {
  readonly itemId: ItemId;
  readonly text: SearchText;
}

/** One way of satisfying a part of a question. Keys are letters and digits, concepts ids. */
export type SearchAlternative =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isPrefix: boolean }
  | { readonly kind: 'name'; readonly key: string; readonly isPrefix: boolean }
  | { readonly kind: 'concept'; readonly id: string };

export type SearchOrder = 'best' | 'newest';

export interface SearchRequest {
  /** Every part must be satisfied, by one of its alternatives. Not empty. */
  readonly parts: readonly (readonly SearchAlternative[])[];
  readonly order: SearchOrder;
  readonly topicId?: TopicId;
  readonly language?: LanguageTag;
  readonly sourceId?: SourceId;
  /** The report's own date, both ends included. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Stories to pass over, and to answer at most. */
  readonly offset: number;
  readonly limit: number;
}

export interface SearchAnswer {
  readonly stories: readonly FoundStory[];
  /** Stories found among the reports that were looked at. */
  readonly total: number;
  /** More reports match than were looked at; the newest were. */
  readonly isPartial: boolean;
}

export interface FoundStory {
  readonly storyId: StoryId;
  /** Whether it is or was published, so that it has a receipt. */
  readonly hasReceipt: boolean;
  readonly topicIds: readonly TopicId[];
  /** Reports that match, those of the best or newest first; at most five. */
  readonly reports: readonly FoundReport[];
  /** Reports of the story, whether they match or not. */
  readonly reportsTotal: number;
}

export interface FoundReport {
  readonly itemId: ItemId;
  readonly sourceId: SourceId;
  readonly language: LanguageTag;
  readonly country: CountryCode;
  readonly published: Instant;
  readonly title: string;
  readonly summary: string;
  readonly link?: string;
}
