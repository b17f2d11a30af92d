import type { DedupDecision, DedupLayerName } from '../domain/dedup.ts';
import type { IdentityGrades } from '../domain/identity-trust.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemKey } from '../domain/item.ts';
import type { Article, Compared } from './article.ts';

/** What every layer is given. */
export interface LayerInput {
  readonly item: Article;
  readonly keys: readonly ItemKey[];
  /** Candidates, surest key first, as the store gave them. */
  readonly candidates: readonly Compared[];
  readonly now: Instant;
  /** Whether the item's date is our own guess, so that it says nothing. */
  readonly isUndated: boolean;
  readonly trust: IdentityGrades;
  readonly standing: ReadonlySet<ItemId>;
}

/** One reason to see an item as known, as a duplicate, or as part of a story. */
export interface DedupLayer {
  readonly name: DedupLayerName;
  /** A decision with its evidence, or undefined when this layer has nothing to say. */
  find(input: LayerInput): DedupDecision | undefined;
}
