import { comparable } from '../../text/comparable.ts';
import { memo } from '../../text/memo.ts';
import type { Article } from '../article.ts';
import { type NumberLexicon, numberLexicon } from './number-words.ts';

/** A word of an article. */
export interface Word {
  /** Folded. */
  readonly form: string;
  /** Offset in its field, UTF-16 units. */
  readonly start: number;
  /** As written. */
  readonly surface: string;
  /** Written with a capital where its place or the headline's style does not ask for one. */
  readonly isName: boolean;
  /** Inside short quotes, as names of films, ships and companies are. */
  readonly isQuoted: boolean;
  /** Written small in a script with capitals: surely no name. */
  readonly isSmall: boolean;
  readonly isInTitle: boolean;
  /** A numeral or a number word. */
  readonly isNumber: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}\u200c]+(?:['’ʼ`-][\p{L}\p{N}\p{M}]+)*/gu;

/** A name in quotes has few words; more are what somebody said. */
const quoted = /[«„“"”]\s?([^«»„“”"]{2,40})[»“”"]/gu;
const quotedWordsMax = 4;

function quotedSpans(text: string): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (const found of text.matchAll(quoted)) {
    const words = (found[1] ?? '').trim().split(/\s+/u);
    if (words.length > quotedWordsMax) continue;
    spans.push([found.index, found.index + found[0].length]);
  }
  return spans;
}

/** All words of title and text, in order. */
export function wordsOf(article: Article): readonly Word[] {
  const known = recent.get(article);
  if (known !== undefined) return known;
  const words = [
    ...readWords(article.title, true, article.language),
    ...readWords(article.text, false, article.language),
  ];
  if (recent.size >= recentMax) recent.clear();
  recent.set(article, words);
  return words;
}

/**
 * Words take more memory than all else that is read out of an article, and few pairs are compared by
 * them: those of the articles in hand are kept, while articles are kept by the thousand.
 */
const recent = new Map<Article, readonly Word[]>();
const recentMax = 100;

/** What a word is wherever it stands: read once, since news repeats its words. */
interface Spelling {
  /** Folded parts: a compound with a hyphen or an apostrophe has several. */
  readonly parts: readonly Pick<Word, 'form' | 'isNumber'>[];
  readonly isCapital: boolean;
  readonly isSmall: boolean;
}

const spellings = new Map<string, (surface: string) => Spelling>();

/** Tags a source may invent; beyond them nothing is remembered. */
const languagesMax = 64;
const spellingsMax = 20_000;

function spellingsOf(language: string): (surface: string) => Spelling {
  const known = spellings.get(language);
  if (known !== undefined) return known;
  const { read, ordinals } = numberLexicon(language);
  const made = memo(
    (surface): Spelling => ({
      parts: comparable(surface)
        .split(' ')
        .filter(Boolean)
        .map((form) => ({
          form,
          isNumber: /\d/.test(form) || ordinals.has(form) || isCount(form, read),
        })),
      isCapital: isCapital(surface),
      isSmall: isSmall(surface),
    }),
    spellingsMax,
  );
  if (spellings.size < languagesMax) spellings.set(language, made);
  return made;
}

function readWords(text: string, isInTitle: boolean, language: string): readonly Word[] {
  const spellingOf = spellingsOf(language);
  const found = [...text.matchAll(wordPattern)].map(({ 0: surface, index }) => {
    return { surface, start: index, spelling: spellingOf(surface) };
  });
  const capitals = found.filter(({ spelling }) => spelling.isCapital).length;
  // `Iran Opens New Gate` and `BAKU` style say nothing about names.
  const quotes = quotedSpans(text);
  const isTitleCase = capitals > found.length * 0.6 && found.length > 3;
  const words: Word[] = [];
  for (const [index, { surface, start, spelling }] of found.entries()) {
    const { parts, isCapital, isSmall } = spelling;
    const isName = isCapital && !isTitleCase && index > 0 && !isStart(text, start);
    const isQuoted = quotes.some(([from, to]) => start > from && start < to);
    for (const { form, isNumber } of parts) {
      words.push({ form, start, surface, isName, isQuoted, isSmall, isInTitle, isNumber });
    }
  }
  return words;
}

/** Whether a sentence or a quotation begins at a place of a text. */
function isStart(text: string, at: number): boolean {
  return /[.!?:…«"“]\s*$/u.test(text.slice(Math.max(0, at - 3), at));
}

/** A number word; one is an article in most of these languages. */
function isCount(form: string, read: NumberLexicon['read']): boolean {
  const number = read(form);
  return number !== undefined && number.value > 1;
}

function isSmall(text: string): boolean {
  const first = text.charAt(0);
  // Georgian has capitals in Unicode, but nobody begins a name with one.
  return first !== first.toUpperCase() && !/\p{Script=Georgian}/u.test(first);
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase() && first === first.toUpperCase();
}

/**
 * Whether two forms are one word: equal, one with an ending (at least four letters and most of the
 * word in common), or one typing mistake apart (two in long words).
 */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  const shorter = Math.min(a.length, b.length);
  const shared = commonPrefix(a, b);
  if (shared >= 4 && shared >= shorter * 0.75) return true;
  if (shorter === shared && shorter >= 3 && Math.abs(a.length - b.length) <= 4) return true;
  const typosMax = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  return typosMax > 0 && isWithinEdits(a, b, typosMax);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** Whether at most `max` letters inserted, left out, changed or swapped with a neighbour differ. */
function isWithinEdits(a: string, b: string, max: number): boolean {
  if (Math.abs(a.length - b.length) > max) return false;
  let previous: readonly number[] = [];
  let current: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = nextRow(a, b, row, current, previous);
    previous = current;
    current = next;
  }
  return (current[b.length] ?? 0) <= max;
}

/** One row of the optimal string alignment table. */
function nextRow(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  aboveThat: readonly number[],
): readonly number[] {
  const next = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const best = Math.min((above[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, change);
    const isTurned = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    next.push(isTurned ? Math.min(best, (aboveThat[column - 2] ?? 0) + 1) : best);
  }
  return next;
}
