import type { Act } from './act.ts';
import type { ItemId, StoryId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { StoredItem } from './item.ts';
import type { Match } from './match.ts';
import type { EntryRecord } from './publication.ts';
import type { Story } from './story.ts';

/** All that is remembered of one story, read at one moment: what its receipt tells. */
export interface StoryRecord {
  readonly story: Story;
  /** In the order they were stored, the first report first. */
  readonly items: readonly StoredItem[];
  /** Former texts of those items, oldest first. */
  readonly revisions: readonly ItemRevision[];
  /** What put items of the story in topics, by item and topic; near misses are left out. */
  readonly matches: readonly Match[];
  /** Rows of the story in every topic and variant, whatever became of them. */
  readonly entries: readonly EntryRecord[];
  readonly related: readonly RelatedStory[];
  /** What editors did with the story, alone or as one of two, oldest first. */
  readonly acts: readonly Act[];
}

/** A text that a source replaced, as it stood until then. */
export interface ItemRevision {
  readonly itemId: ItemId;
  /** When the text that replaced it was seen. */
  readonly revisedAt: Instant;
  readonly title: string;
  readonly summary: string;
  readonly contentHtml: string;
}

/** A story that an item of this one was found to repeat or to continue, or the other way round. */
export interface RelatedStory {
  readonly storyId: StoryId;
  /** Title of its first report. */
  readonly title: string;
  readonly language: string;
}

/** A story whose receipt may tell something else than the one written last. */
export interface DueReceipt {
  readonly storyId: StoryId;
  /** Grows whenever the story is touched while it is due. */
  readonly stamp: number;
}
