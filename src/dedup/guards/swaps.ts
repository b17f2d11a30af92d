import type { Article } from '../article.ts';
import { containment } from '../grams.ts';
import { isSameWord, type Word, wordsOf } from '../words/word-pairs.ts';
import { isDenial } from './denials.ts';
import type { Conflict } from './guards.ts';

/**
 * Two texts from one mould that name another place, person or outcome: `Bakı–Tehran reysi` and
 * `Bakı–Tbilisi reysi`. Letters are nearly all alike, so only the words left over on both sides
 * tell. An edited headline leaves words over too; it is told from a swap by its text, which stays.
 */
export function findSwap(a: Article, b: Article): Conflict | undefined {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const denial = findDenial(left, right);
  if (denial !== undefined) return denial;
  return (
    findTitleSwap(a, b, left, right) ?? findTurn(a, b, left, right) ?? findNameSwap(left, right)
  );
}

/** Words of one side that no word of the other is a form of; numbers have a guard of their own. */
function leftOver(words: readonly Word[], others: readonly Word[]): readonly Word[] {
  const forms = new Set(others.map((other) => other.form));
  const short = shortened(words, others);
  return words.filter(
    (word) =>
      !word.isNumber &&
      !isUnit(word.surface) &&
      !forms.has(word.form) &&
      !short.has(word) &&
      ![...forms].some((form) => isSameWord(word.form, form)),
  );
}

/** `МВт`, `kWh`, `ՄՎտ`: a unit that other outlets write out. */
function isUnit(surface: string): boolean {
  return /^(?:[кмгkmgԿՄԳ])?(?:вт|вт·ч|втч|wt?|wh|vt|վտ|hz|гц)$/iu.test(surface);
}

/**
 * Words that are a name and its initials on the other side, either way: `AB` is no swap for `Avrupa
 * Birliği`.
 */
function shortened(words: readonly Word[], others: readonly Word[]): ReadonlySet<Word> {
  const found = new Set<Word>();
  for (const word of words) {
    const letters = initialsOf(word);
    if (letters !== undefined && findRun(others, letters) !== undefined) found.add(word);
  }
  for (const other of others) {
    const run = findRun(words, initialsOf(other) ?? '');
    for (const word of run ?? []) found.add(word);
  }
  return found;
}

/** The letters of an acronym, with or without an ending behind it. */
function initialsOf(word: Word): string | undefined {
  return /^\p{Lu}{2,5}(?=$|['’ʼ-]|\p{Ll})/u.exec(word.surface)?.[0];
}

/** Words in a row that begin with these letters. */
function findRun(words: readonly Word[], letters: string): readonly Word[] | undefined {
  if (letters.length < 2) return undefined;
  for (let at = 0; at + letters.length <= words.length; at += 1) {
    const run = words.slice(at, at + letters.length);
    const isRun = run.every(({ surface }, index) => surface.charAt(0) === letters[index]);
    if (isRun) return run;
  }
  return undefined;
}

/** Words of a headline that must be common before their order can be the news. */
const turnedWordsMin = 3;

/**
 * The same words in another order: `A beat B` and `B beat A`. Over one text it is an edit of the
 * headline; else who did it to whom is the news.
 */
function findTurn(
  a: Article,
  b: Article,
  left: readonly Word[],
  right: readonly Word[],
): Conflict | undefined {
  if (a.titleForm === b.titleForm) return undefined;
  const isSameText = containment(a.textGrams, b.textGrams) >= 0.9 && a.textForm !== '';
  if (isSameText) return undefined;
  const [ours, theirs] = [orderedWords(left), orderedWords(right)];
  const places = ours.map((word) => theirs.findIndex(({ form }) => isSameWord(word.form, form)));
  const areAllShared = ours.length === theirs.length && places.every((place) => place >= 0);
  if (!areAllShared || ours.length < turnedWordsMin) return undefined;
  const isTurned = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
  return isTurned ? { guard: 'swap', left: surfaces(ours), right: surfaces(theirs) } : undefined;
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

function orderedWords(words: readonly Word[]): readonly Word[] {
  return words.filter(({ isInTitle, form, isNumber }) => isInTitle && !isNumber && form.length > 2);
}

function surfaces(words: readonly Word[]): readonly string[] {
  return words.map((word) => word.surface);
}
