import type { Article } from '../article.ts';
import { calendarLabels } from '../words/calendar-words.ts';
import { negations, opposites } from '../words/guard-words.ts';
import { type Numbers, numbersContradict, numbersOf } from '../words/numbers.ts';
import { wordsOf } from '../words/word-pairs.ts';
import { findSwap } from './swaps.ts';

/** Why two texts that look alike tell different things. */
export interface Conflict {
  readonly guard: 'numbers' | 'part' | 'calendar' | 'negation' | 'opposite' | 'swap';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The first contradiction between two articles, or undefined when there is none. */
export function findConflict(a: Article, b: Article): Conflict | undefined {
  return findStatedConflict(a, b) ?? findSwap(a, b);
}

/** Contradictions in numbers, days and polarity, whatever words were put for others. */
export function findStatedConflict(a: Article, b: Article): Conflict | undefined {
  return findFigureConflict(a, b) ?? findPolarityConflict(a, b);
}

/** Contradictions in numbers, parts of a series and days alone. */
export function findFigureConflict(a: Article, b: Article): Conflict | undefined {
  return findNumberConflict(a, b) ?? findCalendarConflict(a, b);
}

function titleNumbers(article: Article): Numbers {
  return article.once('titleNumbers', () => read(article, article.title));
}

function allNumbers(article: Article): Numbers {
  return article.once('allNumbers', () => read(article, `${article.title}\n${article.text}`));
}

function read(article: Article, text: string): Numbers {
  return numbersOf(text, article.language, new Date(article.published).getUTCFullYear());
}

function findNumberConflict(a: Article, b: Article): Conflict | undefined {
  const [left, right] = [titleNumbers(a), titleNumbers(b)];
  if (left.part !== right.part && (left.part ?? right.part) !== undefined) {
    return { guard: 'part', left: [left.part ?? ''], right: [right.part ?? ''] };
  }
  // A headline's number may stand in the other's text: an edited headline is no other event.
  const all = [allNumbers(a).values, allNumbers(b).values] as const;
  const inTitles =
    [...left.values].some((value) => !all[1].has(value)) &&
    [...right.values].some((value) => !all[0].has(value));
  if (!inTitles && !numbersContradict(all[0], all[1])) return undefined;
  return { guard: 'numbers', left: only(all[0], all[1]), right: only(all[1], all[0]) };
}

function only(values: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...values].filter((value) => !other.has(value));
}

/** Weekdays and months that each names and the other does not. */
function findCalendarConflict(a: Article, b: Article): Conflict | undefined {
  const [left, right] = [calendarOf(a), calendarOf(b)];
  if (!numbersContradict(left, right)) return undefined;
  return { guard: 'calendar', left: only(left, right), right: only(right, left) };
}

function calendarOf(article: Article): ReadonlySet<string> {
  return article.once('calendar', () => calendarLabels(wordsOf(article).map((word) => word.form)));
}

/** One denies what the other says, or says the opposite. */
export function findPolarityConflict(a: Article, b: Article): Conflict | undefined {
  const [left, right] = [titleForms(a), titleForms(b)];
  const denied = [left, right].map((forms) => forms.filter((form) => negations.has(form)).length);
  const shared = left.filter((form) => right.includes(form)).length;
  // Other headlines of one text are compared by their text; only like headlines can deny.
  const isLike = shared >= Math.min(left.length, right.length) * 0.6;
  if (isLike && denied[0] !== denied[1]) {
    return { guard: 'negation', left, right };
  }
  return findOpposite(left, right);
}

function titleForms(article: Article): readonly string[] {
  return article.titleForm.split(' ').filter(Boolean);
}

function findOpposite(left: readonly string[], right: readonly string[]): Conflict | undefined {
  const onlyLeft = left.filter((form) => !right.includes(form));
  const onlyRight = right.filter((form) => !left.includes(form));
  for (const pair of opposites) {
    const [a, b] = [withStem(onlyLeft, pair.left), withStem(onlyRight, pair.right)];
    if (a && b) return { guard: 'opposite', left: [a], right: [b] };
    const [c, d] = [withStem(onlyLeft, pair.right), withStem(onlyRight, pair.left)];
    if (c && d) return { guard: 'opposite', left: [c], right: [d] };
  }
  return undefined;
}

/** Letters a word may have more than a short stem: `art` is in `arttı`, not in `artezian`. */
const endingMax = 4;

function withStem(forms: readonly string[], stems: readonly string[]): string | undefined {
  return forms.find((form) =>
    stems.some((stem) => {
      if (stem.length <= 2) return form === stem;
      if (!form.startsWith(stem)) return false;
      return stem.length > 3 || form.length <= stem.length + endingMax;
    }),
  );
}
