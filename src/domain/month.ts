import type { LanguageTag, SourceId, StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';

/** A month of a topic's past: UTC, such as `2026-02`. */
export interface TopicMonth {
  readonly topicId: TopicId;
  readonly month: string;
}

/** A month whose page may tell something else than the one written last. */
export interface DueMonth extends TopicMonth {
  /** Grows whenever an entry of the month is touched while it is due. */
  readonly stamp: number;
}

/** An entry as the page of its month names it. */
export interface MonthEntry {
  readonly storyId: StoryId;
  readonly published: Instant;
  readonly title: string;
  readonly language: LanguageTag;
  readonly sourceId: SourceId;
}

/** What the front page says of a topic. */
export interface TopicGlance {
  /** Stories that it ever had, the retracted ones left out. */
  readonly stories: number;
  /** The first ones of its live document, newest first; at most three. */
  readonly newest: readonly MonthEntry[];
}
