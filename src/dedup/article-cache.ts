import type { Candidate } from '../domain/dedup.ts';
import type { Item } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { Article } from './article.ts';

type Annotate = (input: MatchInput) => readonly Hit[];

/** Two generations of articles: what is asked for again moves into the young one. */
interface Generations {
  young: Map<string, Article>;
  old: Map<string, Article>;
  /** Characters of the texts that the young ones hold. */
  characters: number;
}

/**
 * Articles of a generation. Candidates are of the last day and a half, and a large region has some
 * 20,000 items a day; an article of the usual length takes some 4 KB, so that two full generations
 * take some 100 MB. A newsroom of a tenth of that news takes a tenth of it.
 */
const generationMax = 12_000;
/** Sources may put whole bodies into their summaries: memory goes by letters too. */
const charactersMax = 12_000_000;

const caches = new WeakMap<Annotate, Generations>();

/**
 * The article of an item or candidate. One is compared with many, first as what arrives and then as
 * a candidate: what is read out of its text is kept while it is in use, as long as the annotator
 * lives, so that new rules never meet old readings.
 */
export function articleOf(given: Item | Candidate, annotate: Annotate): Article {
  const cache = caches.get(annotate) ?? { young: new Map(), old: new Map(), characters: 0 };
  caches.set(annotate, cache);
  const key = keyOf(given);
  const young = cache.young.get(key);
  if (young !== undefined) return young;
  const article = cache.old.get(key) ?? new Article(given, annotate);
  if (cache.young.size >= generationMax || cache.characters >= charactersMax) {
    cache.old = cache.young;
    cache.young = new Map();
    cache.characters = 0;
  }
  cache.young.set(key, article);
  cache.characters += given.title.length + given.summary.length;
  return article;
}

/** All that an article is made of; title and summary stand in the content hash. */
function keyOf(given: Item | Candidate): string {
  const { sourceId, language, published, guid = '', link = '', contentHash } = given;
  const { boilerplate = '', titleEdges = '' } = given;
  return [sourceId, language, published, guid, link, contentHash, boilerplate, titleEdges].join(
    '\n',
  );
}
