import type { Hit } from '../../domain/match.ts';
import { nameKeys, type SearchWord, searchWords } from '../../text/search-keys.ts';
import type { Question } from './read-question.ts';

/** A place in a text that satisfies a part of a question. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where in a text what was asked for stands: words and phrases as written, words of the asked
 * concepts, names in another spelling. `hits` are the concept words of this text.
 */
export function findMarks(
  question: Question,
  text: string,
  language: string,
  hits: readonly Hit[],
): readonly FoundSpan[] {
  const words = searchWords(text);
  const asked = new Set(question.parts.flatMap(({ concepts }) => concepts));
  const concepts = hits.filter(({ concept }) => asked.has(concept));
  const written = question.parts.flatMap((part) =>
    part.words.length === 1
      ? words.filter((word) => isAsked(part, word, text, language))
      : phrasesIn(part.words, words),
  );
  return [...concepts, ...written].map(({ start, end }) => ({ start, end }));
}

type Part = Question['parts'][number];

function isAsked(part: Part, word: SearchWord, text: string, language: string): boolean {
  const [asked = ''] = part.words;
  if (part.isPrefix ? word.text.startsWith(asked) : word.text === asked) return true;
  const { prefixes, keys } = part.names;
  if (prefixes.length + keys.length === 0) return false;
  const own = nameKeys(text.slice(word.start, word.end), language);
  return own.some((key) => keys.includes(key) || prefixes.some((prefix) => key.startsWith(prefix)));
}

function phrasesIn(phrase: readonly string[], words: readonly SearchWord[]): readonly FoundSpan[] {
  const spans: FoundSpan[] = [];
  for (let from = 0; from + phrase.length <= words.length; from += 1) {
    if (!phrase.every((word, index) => words[from + index]?.text === word)) continue;
    const [first, last] = [words[from], words[from + phrase.length - 1]];
    if (first && last) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}
