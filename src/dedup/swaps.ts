import type { Article } from './article.ts';
import { isDenial } from './denials.ts';
import { containment } from './grams.ts';
import type { Conflict } from './guards.ts';
import { isSameWord, type Word, wordsOf } from './word-pairs.ts';

/**
 * Two texts from one mould that name another place, person or outcome: `Bakı–Tehran reysi` and
 * `Bakı–Tbilisi reysi`. Letters are nearly all alike, so only the words left over on both sides
 * tell. An edited headline leaves words over too; it is told from a swap by its text, which stays.
 */
export function findSwap(a: Article, b: Article): Conflict | undefined {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const denial = findDenial(left, right);
  if (denial !== undefined) return denial;
  return findTitleSwap(a, b, left, right) ?? findNameSwap(left, right);
}

/** Words of one side that no word of the other is a form of; numbers have a guard of their own. */
function leftOver(words: readonly Word[], others: readonly Word[]): readonly Word[] {
  const forms = new Set(others.map((other) => other.form));
  return words.filter(
    (word) =>
      !word.isNumber &&
      !forms.has(word.form) &&
      ![...forms].some((form) => isSameWord(word.form, form)),
  );
}

function findDenial(left: readonly Word[], right: readonly Word[]): Conflict | undefined {
  const forms = [left, right].map((words) => new Set(words.map((word) => word.form)));
  const onlyLeft = left.filter((word) => !forms[1]?.has(word.form));
  const onlyRight = right.filter((word) => !forms[0]?.has(word.form));
  for (const word of onlyLeft) {
    const other = onlyRight.find((found) => isDenial(word.form, found.form));
    if (other) return { guard: 'negation', left: [word.surface], right: [other.surface] };
  }
  return undefined;
}

/** Words put in the place of others in headlines that are otherwise one. */
const swappedMax = 2;
/** Words of a summary from which, when it stays the same, a changed headline is an edit. */
const summaryWordsMin = 8;

function findTitleSwap(
  a: Article,
  b: Article,
  left: readonly Word[],
  right: readonly Word[],
): Conflict | undefined {
  const titles = [left, right].map((words) => words.filter((word) => word.isInTitle));
  const [leftTitle = [], rightTitle = []] = titles;
  // A word of one headline that stands in the other's text is no swap.
  const onlyLeft = leftOver(leftTitle, right);
  const onlyRight = leftOver(rightTitle, left);
  if (onlyLeft.length === 0 || onlyRight.length === 0) return undefined;
  const shared = Math.min(leftTitle.length - onlyLeft.length, rightTitle.length - onlyRight.length);
  const isMould =
    onlyLeft.length <= swappedMax &&
    onlyRight.length <= swappedMax &&
    shared >= Math.max(onlyLeft.length, onlyRight.length) + 1;
  if (!isMould) return undefined;
  const areSmall = [...onlyLeft, ...onlyRight].every((word) => word.isSmall);
  const summaryWords = Math.min(left.length - leftTitle.length, right.length - rightTitle.length);
  const isSameText =
    containment(a.textGrams, b.textGrams) >= 0.9 && summaryWords >= summaryWordsMin;
  if (isSameText && areSmall) return undefined;
  return { guard: 'swap', left: surfaces(onlyLeft), right: surfaces(onlyRight) };
}

/** Names in the text that each has and the other lacks; agencies' acronyms are credits. */
function findNameSwap(left: readonly Word[], right: readonly Word[]): Conflict | undefined {
  const names = (words: readonly Word[]) =>
    words.filter(
      (word) => word.isName && word.form.length > 2 && !/^\p{Lu}{2,6}$/u.test(word.surface),
    );
  const onlyLeft = leftOver(names(left), right);
  const onlyRight = leftOver(names(right), left);
  if (onlyLeft.length === 0 || onlyRight.length === 0) return undefined;
  return { guard: 'swap', left: surfaces(onlyLeft), right: surfaces(onlyRight) };
}

function surfaces(words: readonly Word[]): readonly string[] {
  return words.map((word) => word.surface);
}
