import type { Hit } from '../../domain/match.ts';
import type { SearchAlternative } from '../../domain/search.ts';
import {
  type NameKeyQuery,
  nameKeysAsked,
  type SearchWord,
  searchWords,
} from '../../text/search-keys.ts';

/** Characters of a question that are read; longer ones are pasted articles. */
export const questionCharactersMax = 200;
/** Words of a question that are looked for; each further one only costs. */
const wordsMax = 12;
/** From this length on a word is found with endings too, which the region's languages are rich in. */
const prefixMin = 4;
/** What is still being typed is found from its second letter on. */
const lastPrefixMin = 2;

/** One thing that is looked for: a word, or words in quotes. */
interface AskedPart {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  /** Concepts that the word is a form of. */
  readonly concepts: readonly string[];
  /** What names in other spellings are found by. */
  readonly names: NameKeyQuery;
}

/** A question as it was understood. */
export interface Question {
  /** As it is shown again: one line, cut. */
  readonly text: string;
  readonly isCut: boolean;
  /** Empty when there is nothing to look for in it. */
  readonly parts: readonly AskedPart[];
}

/**
 * Reads what was typed. Anything may be: quotes make phrases, a quote without its other half is
 * passed over, and of every other sign only the words beside it are read.
 */
export function readQuestion(typed: string, annotate: (text: string) => readonly Hit[]): Question {
  const line = typed
    .slice(0, questionCharactersMax * 4)
    .replace(/\s+/g, ' ')
    .trim();
  // The cut may have halved a surrogate pair.
  const text = line.slice(0, questionCharactersMax).replace(/\p{Surrogate}/gu, '');
  const isCut = line.length > text.length;
  const hits = annotate(text);
  const parts: AskedPart[] = [];
  let left = wordsMax;
  for (const { start, end, isPhrase } of segmentsOf(text)) {
    const words = searchWords(text.slice(start, end)).slice(0, left);
    left -= words.length;
    if (isPhrase && words.length > 0) parts.push(phraseOf(words));
    else parts.push(...words.map((word) => wordOf(word, start, hits)));
  }
  return { text, isCut, parts: withOpenEnd(parts, text) };
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly isPhrase: boolean;
}

/** What stands in quotes, and what stands between. Guillemets and curly quotes are quotes too. */
function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(/"([^"]*)"|«([^»]*)»|“([^”]*)”|„([^“”]*)[“”]/g)) {
    if (match.index > at) segments.push({ start: at, end: match.index, isPhrase: false });
    at = match.index + match[0].length;
    segments.push({ start: match.index + 1, end: at - 1, isPhrase: true });
  }
  if (at < text.length) segments.push({ start: at, end: text.length, isPhrase: false });
  return segments;
}

function phraseOf(words: readonly SearchWord[]): AskedPart {
  const names = { prefixes: [], keys: [] };
  return { words: words.map(({ text }) => text), isPrefix: false, concepts: [], names };
}

function wordOf(word: SearchWord, offset: number, hits: readonly Hit[]): AskedPart {
  const [start, end] = [word.start + offset, word.end + offset];
  const found = hits.filter((hit) => hit.start <= start && hit.end >= end);
  return {
    words: [word.text],
    isPrefix: word.text.length >= prefixMin,
    concepts: [...new Set(found.map(({ concept }) => concept))],
    names: nameKeysAsked(word.text),
  };
}

/** The last word may be half typed, unless a space or a quote ended it. */
function withOpenEnd(parts: readonly AskedPart[], text: string): readonly AskedPart[] {
  const last = parts.at(-1);
  const [word = ''] = last?.words ?? [];
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (last?.words.length !== 1 || !isOpen || word.length < lastPrefixMin) return parts;
  return [...parts.slice(0, -1), { ...last, isPrefix: true }];
}

/** The ways in which a part of a question may be satisfied: as written, by concept, or as a name. */
export function alternativesOf(part: AskedPart): SearchAlternative[] {
  const { words, isPrefix, concepts } = part;
  const { prefixes, keys } = part.names;
  return [
    { kind: 'words', words, isPrefix },
    ...concepts.map((id): SearchAlternative => ({ kind: 'concept', id })),
    ...prefixes.map((key): SearchAlternative => ({ kind: 'name', key, isPrefix: true })),
    ...keys.map((key): SearchAlternative => ({ kind: 'name', key, isPrefix: false })),
  ];
}
