import type { StoryId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { StoredItem } from './item.ts';
import type { Match } from './match.ts';

/** One piece of news, told by one or more items. Its id and entry id are minted once and never change. */
export interface Story {
  readonly id: StoryId;
  /** The `tag:` URI (RFC 4151) of the story's entry in every topic, format and language. */
  readonly entryId: string;
  readonly createdAt: Instant;
}

/** A story with all its items, oldest first, and the matches that put it in one topic. */
export interface StoryInTopic {
  readonly story: Story;
  readonly items: readonly StoredItem[];
  readonly matches: readonly Match[];
  /** Published stories that an editor joined with it: both go on, and name each other. */
  readonly linkedIds?: readonly StoryId[];
}
