import { createHash } from 'node:crypto';
import type { Item } from '../domain/item.ts';
import type { Hit } from '../domain/match.ts';
import type { SearchText } from '../domain/search.ts';
import type { Concept } from '../domain/topic.ts';
import { toPlainText } from '../text/plain.ts';
import { nameKeys, searchWords } from '../text/search-keys.ts';

/** Raised when words or keys are made otherwise: all stored items are then indexed again. */
const keysVersion = 1;
/** Characters of a body that are searched; what stands after is background, and the index stays small. */
const bodyCharactersMax = 6_000;
/** Different names kept of one item. */
const namesMax = 200;

/** What an item is found by. `hits` are the concept words found in it. */
export function searchTextOf(item: Item, hits: readonly Hit[]): SearchText {
  const content = toPlainText(item.contentHtml).slice(0, bodyCharactersMax);
  const body = content.startsWith(item.summary) ? content : `${item.summary}\n${content}`;
  const title = searchWords(item.title);
  const text = searchWords(body);
  const names = new Set<string>();
  const sources = [
    [item.title, title],
    [body, text],
  ] as const;
  for (const [source, words] of sources) {
    for (const { start, end } of words) {
      if (names.size >= namesMax) break;
      for (const key of nameKeys(source.slice(start, end), item.language)) names.add(key);
    }
  }
  return {
    title: joined(title),
    body: joined(text),
    names: [...names].join(' '),
    concepts: [...new Set(hits.map(({ concept }) => concept))].join(' '),
  };
}

function joined(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Changes with the keys and with the words of concepts. */
export function searchVersion(concepts: readonly Concept[]): string {
  const subject = JSON.stringify([keysVersion, concepts]);
  return createHash('sha256').update(subject).digest('hex').slice(0, 16);
}
