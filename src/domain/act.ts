import type { StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What an editor may do to a story that is published, or about to be. */
export type ActKind = 'retract' | 'restore';

/** What an editor did, as it is kept for good: a row of `acts`. */
export interface Act {
  /** Counts up; a later act has a higher number. */
  readonly number: number;
  readonly kind: ActKind;
  readonly storyId: StoryId;
  readonly at: Instant;
  /** Who did it, in the editor's own words. */
  readonly by: string;
  /** Why, in one line; empty when nothing was given. */
  readonly reason: string;
}

/** An act that is to be recorded and carried out in one commit. */
export type ActIntent = Omit<Act, 'number'>;

export type ActOutcome =
  | {
      readonly kind: 'done';
      readonly act: Act;
      /** Topics whose documents change by it, sorted. */
      readonly topics: readonly TopicId[];
    }
  /** No such story is stored. */
  | { readonly kind: 'unknown' }
  /** It is retracted by this act already. */
  | { readonly kind: 'retracted-already'; readonly act: Act }
  /**
   * There is nothing to restore: it was never retracted, and of the topics it left by their rule
   * (`leftTopics`) none has a match in it now.
   */
  | { readonly kind: 'nothing-to-restore'; readonly leftTopics: readonly TopicId[] };
