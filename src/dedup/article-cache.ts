import type { Candidate } from '../domain/dedup.ts';
import type { Item } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { Article } from './article.ts';

type Annotate = (input: MatchInput) => readonly Hit[];

/** Two generations of articles: what is asked for again moves into the young one. */
interface Generations {
  young: Map<string, Article>;
  old: Map<string, Article>;
}

/** Articles of a generation; a day's news of one region is some thousands, of some 5 KB each. */
const generationMax = 6_000;

const caches = new WeakMap<Annotate, Generations>();

/**
 * The article of an item or candidate. One is compared with many, first as what arrives and then as
 * a candidate: what is read out of its text is kept while it is in use, as long as the annotator
 * lives, so that new rules never meet old readings.
 */
export function articleOf(given: Item | Candidate, annotate: Annotate): Article {
  const cache = caches.get(annotate) ?? { young: new Map(), old: new Map() };
  caches.set(annotate, cache);
  const key = keyOf(given);
  const young = cache.young.get(key);
  if (young !== undefined) return young;
  const article = cache.old.get(key) ?? new Article(given, annotate);
  if (cache.young.size >= generationMax) {
    cache.old = cache.young;
    cache.young = new Map();
  }
  cache.young.set(key, article);
  return article;
}

/** All that an article is made of; title and summary stand in the content hash. */
function keyOf(given: Item | Candidate): string {
  const { sourceId, language, published, guid = '', link = '', contentHash, boilerplate } = given;
  return [sourceId, language, published, guid, link, contentHash, boilerplate ?? ''].join('\n');
}
