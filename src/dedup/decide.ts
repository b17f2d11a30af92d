import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { Article } from './article.ts';
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
    item: new Article(item, input.annotate),
    keys: item.keys,
    candidates: input.candidates.map((candidate) => ({
      candidate,
      article: articleOf(candidate, input.annotate),
    })),
    now,
  };
  for (const layer of layers) {
    const decision = layer.find(layerInput);
    if (decision !== undefined) return decision;
  }
  return { kind: 'new' };
}

/** Articles kept per annotator; a day's news of one region is some thousands of items. */
const articlesMax = 4_000;

const articles = new WeakMap<DecideInput['annotate'], Map<string, Article>>();

/**
 * One candidate is offered for many items: what is read out of its text is kept as long as the
 * annotator lives, so that new rules never meet old readings.
 */
function articleOf(candidate: Candidate, annotate: DecideInput['annotate']): Article {
  const known = articles.get(annotate) ?? new Map<string, Article>();
  articles.set(annotate, known);
  const { sourceId, language, published, guid = '', link = '', contentHash } = candidate;
  const key = [sourceId, language, published, guid, link, contentHash].join('\n');
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = new Article(candidate, annotate);
  if (known.size >= articlesMax) known.clear();
  known.set(key, made);
  return made;
}
