import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import { fullTrust, gradesOf, type IdentityGrades } from '../domain/identity-trust.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import type { Article, Compared } from './article.ts';
import { articleOf } from './article-cache.ts';
import type { LayerInput } from './layer.ts';
import { layers } from './layers.ts';

export interface DecideInput {
  readonly item: Item;
  /** Stored items that share a key, surest key first; items decided before in the same document too. */
  readonly candidates: readonly Candidate[];
  /** Concept words of a text, as `CompiledTopics.annotate` finds them. */
  readonly annotate: (input: MatchInput) => readonly Hit[];
  readonly now: Instant;
  /** How far guids and links of the item's source are believed; absent: fully. */
  readonly trust?: IdentityGrades;
  /** Stored items that the same document carries under their own link: none of them has moved. */
  readonly standing?: ReadonlySet<ItemId>;
}

/**
 * What is to become of an arriving item: the first layer that speaks decides, and its evidence is
 * kept with the item. Pure; the answer depends only on the item and the candidates in their order.
 */
export function decide(input: DecideInput): DedupDecision {
  const layerInput = layerInputOf(
    input,
    articleOf(input.item, input.annotate),
    input.candidates.map((candidate) => comparedOf(candidate, input.annotate)),
  );
  for (const layer of layers) {
    const decision = layer.find(layerInput);
    if (decision !== undefined) return decision;
  }
  return { kind: 'new' };
}

/** What layers are asked about, from an item and candidates that are articles already. */
export function layerInputOf(
  { item: { keys, isPublishedEstimated }, now, trust, standing }: DecideInput,
  item: Article,
  candidates: readonly Compared[],
): LayerInput {
  return {
    item,
    keys,
    candidates,
    now,
    isUndated: isPublishedEstimated,
    trust: trust ?? gradesOf(fullTrust),
    standing: standing ?? new Set(),
  };
}

/** The article of a candidate is made when the first layer asks: most are out of reach of all. */
function comparedOf(candidate: Candidate, annotate: DecideInput['annotate']): Compared {
  let article: Article | undefined;
  return {
    candidate,
    get article() {
      article ??= articleOf(candidate, annotate);
      return article;
    },
  };
}
