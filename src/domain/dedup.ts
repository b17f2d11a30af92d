import type { ItemId, LanguageTag, SourceId, StoryId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ItemKey, TextSpan } from './item.ts';

/** Which layer decided, surest first. More layers join this list as they are built. */
export type DedupLayerName = 'same-id' | 'same-link' | 'same-content' | 'near-text' | 'same-story';

/** Why a decision was taken: data, kept with the item for `explain`, `where` and the story page. */
export type DedupEvidence = Readonly<Record<string, unknown>>;

/** An item that is the same article as an earlier one. */
export interface DuplicateOf {
  readonly itemId: ItemId;
  readonly layer: DedupLayerName;
  readonly evidence: DedupEvidence;
}

/** A stored item that shares at least one key with an arriving one. */
export interface Candidate {
  readonly itemId: ItemId;
  readonly storyId: StoryId;
  readonly sourceId: SourceId;
  readonly language: LanguageTag;
  readonly title: string;
  readonly summary: string;
  /** As it was settled when the item was stored. */
  readonly boilerplate?: readonly TextSpan[];
  readonly titleEdges?: readonly TextSpan[];
  readonly link?: string;
  readonly guid?: string;
  readonly published: Instant;
  readonly firstSeenAt: Instant;
  readonly contentHash: string;
  readonly duplicateOf?: ItemId;
  /** The keys it shares with the arriving item. */
  readonly sharedKeys: readonly ItemKey[];
}

/** What is to become of an arriving item. */
export type DedupDecision =
  /** The source carries this item already: refresh the sighting; revise when the text changed. */
  | {
      readonly kind: 'known';
      readonly itemId: ItemId;
      readonly layer: DedupLayerName;
      readonly evidence: DedupEvidence;
    }
  /** Another source (or the same under a new identity) carries the same article. */
  | {
      readonly kind: 'duplicate';
      readonly of: ItemId;
      readonly storyId: StoryId;
      readonly layer: DedupLayerName;
      readonly evidence: DedupEvidence;
    }
  /** Its own text about an event that a story already tells. */
  | {
      readonly kind: 'same-story';
      readonly storyId: StoryId;
      readonly layer: DedupLayerName;
      readonly evidence: DedupEvidence;
    }
  /** Nothing like it is stored. */
  | { readonly kind: 'new' };
