import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import type { Article, Compared } from './article.ts';
import { articleOf } from './article-cache.ts';
import { layers } from './layers.ts';

export interface DecideInput {
  readonly item: Item;
  /** Stored items that share a key, surest key first; items decided before in the same document too. */
  readonly candidates: readonly Candidate[];
  /** Concept words of a text, as `CompiledTopics.annotate` finds them. */
  readonly annotate: (input: MatchInput) => readonly Hit[];
  readonly now: Instant;
}

/**
 * What is to become of an arriving item: the first layer that speaks decides, and its evidence is
 * kept with the item. Pure; the answer depends only on the item and the candidates in their order.
 */
export function decide(input: DecideInput): DedupDecision {
  const { item, now } = input;
  const layerInput = {
    item: articleOf(item, input.annotate),
    keys: item.keys,
    candidates: input.candidates.map((candidate) => comparedOf(candidate, input.annotate)),
    now,
  };
  for (const layer of layers) {
    const decision = layer.find(layerInput);
    if (decision !== undefined) return decision;
  }
  return { kind: 'new' };
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
