import type { ItemId, StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ItemKey } from './item.ts';
import type { Story } from './story.ts';

/** What an editor may do to one story that is published, or about to be. */
export type StoryActKind = 'retract' | 'restore';

/**
 * What an editor may do: the above, or to which story items belong. `unsplit` and `unjoin` take back
 * a `split` and a `join`.
 */
export type ActKind = StoryActKind | 'split' | 'join' | 'unsplit' | 'unjoin';

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
export type ActIntent = Omit<Act, 'number' | 'kind'> & {
  readonly kind: StoryActKind;
  /** Of a retraction: the story as it was minted, where the store may have lost it. */
  readonly lostStory?: Story;
  /** Of a retraction: what its reports are known again by, where the store may have lost them. */
  readonly lostKeys?: readonly ItemKey[];
};

export type ActOutcome =
  | {
      readonly kind: 'done';
      readonly act: Act;
      /** Topics whose documents change by it, sorted. */
      readonly topics: readonly TopicId[];
      /** Stories of the same article under another identity that went, or came back, with it. */
      readonly alongside: readonly StoryId[];
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

/** What is common to the acts that move items between stories. */
export type MoveIntent = Pick<Act, 'at' | 'by' | 'reason'> &
  (
    | {
        readonly kind: 'split';
        /** Items of one story that do not belong with its others; their copies follow them. */
        readonly itemIds: readonly ItemId[];
        /** For the side that does not keep the story. */
        readonly newStory: Story;
      }
    | { readonly kind: 'join'; readonly storyIds: readonly [StoryId, StoryId] }
    /**
     * Takes back the last split or join of this story that stands, or of a story that a split began
     * and that has ended in this one.
     */
    | { readonly kind: 'undo'; readonly storyId: StoryId; readonly of: 'split' | 'join' }
  );

export type MoveOutcome =
  | {
      readonly kind: 'done';
      readonly act: Act;
      readonly topics: readonly TopicId[];
      /** The story that stays as it was known. */
      readonly keptId: StoryId;
      /** The story that items were moved to or from; after a join of two published ones the other one. */
      readonly otherId: StoryId;
      readonly movedIds: readonly ItemId[];
      /** Both stories are published and go on, naming each other. */
      readonly isLinked: boolean;
    }
  /** No such story or item is stored. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** The items are of several stories. */
  | { readonly kind: 'several-stories'; readonly storyIds: readonly StoryId[] }
  /** The items, with their copies, are all that the story has. */
  | { readonly kind: 'one-whole'; readonly storyId: StoryId }
  /** Both names are of one story. */
  | { readonly kind: 'one-story'; readonly storyId: StoryId }
  /** No such act of this story stands; `other` is the last that does, where it is one of the other kind. */
  | {
      readonly kind: 'nothing-to-undo';
      readonly of: 'split' | 'join';
      readonly storyId: StoryId;
      readonly other?: { readonly act: Act; readonly otherId: StoryId };
    }
  /** A later act rests on it and has to be taken back first, by the name of `otherId`. */
  | { readonly kind: 'in-the-way'; readonly act: Act; readonly otherId: StoryId };
