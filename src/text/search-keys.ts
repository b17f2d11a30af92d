import { type Folded, fold, originalSpan } from './fold.ts';
import { memo } from './memo.ts';
import { nameSkeletons, voicedSkeleton } from './skeleton.ts';
import { splitWords } from './words.ts';

/**
 * What a text is found by, the same for what is stored and for what is asked. A word is its folded
 * form without marks, so that `Əliyev`, `əliyev` and `Eliyev` are one; what stands after an
 * apostrophe is an ending and left away. Names have keys beside, since folding knows no
 * transliteration: with vowels where both scripts write them (Алиев is `ALIAF`, as is Aliyev), by
 * consonants alone where one is Arabic (علی‌اف is `ALF`). Consonants alone would make `əlavə` an
 * Aliyev; that is why they are compared only across that border.
 */

/** A word of a text, as it is looked for and where it stands. */
export interface SearchWord {
  /** Folded, letters and digits only. */
  readonly text: string;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Longest word looked for; longer ones are addresses and noise. */
const wordCharactersMax = 48;
/** Letters that a key must have to mean anything: two consonants are in every second word. */
const voicedMin = 4;
/** Letters from which on a name may have an ending: `PAKI` of Bakı begins Pakistan as well. */
const endedMin = 5;
const consonantsMin = 3;

/** The words of a text in order, with the place of each. Linear in the text. */
export function searchWords(text: string): readonly SearchWord[] {
  const folded = fold(text, { marks: 'drop' });
  return splitWords(folded.text).flatMap(({ start, end, baseEnd }) => {
    // Of `o'brien` what stands before the apostrophe is no word.
    const base = baseEnd - start >= 2 ? baseEnd : end;
    const word = folded.text.slice(start, base).replaceAll("'", '').slice(0, wordCharactersMax);
    return [{ text: word, ...placeOf(folded, start, end) }];
  });
}

function placeOf(folded: Folded, start: number, end: number) {
  return originalSpan(folded, start, end);
}

/** Keys under which a stored word can be found as a name; empty when it does not look like one. */
export function nameKeys(word: string, language: string): readonly string[] {
  return looksLikeName(word) ? rememberedKeys(`${language} ${word}`) : [];
}

const rememberedKeys = memo((key) => {
  const space = key.indexOf(' ');
  return readNameKeys(key.slice(space + 1), key.slice(0, space));
}, 20_000);

function readNameKeys(word: string, language: string): readonly string[] {
  if (isAbjad(word)) {
    return nameSkeletons(word, language)
      .filter(isTelling)
      .map((key) => `x${key.toLowerCase()}`);
  }
  const voiced = voicedSkeleton(word, language);
  const consonants = nameSkeletons(word, language).filter(isTelling);
  return [
    ...(voiced !== undefined && voiced.length >= voicedMin ? [`v${voiced.toLowerCase()}`] : []),
    ...consonants.map((key) => `s${key.toLowerCase()}`),
  ];
}

/** What is asked of the keys of names. */
export interface NameKeyQuery {
  /** Keys that begin so: names take endings. */
  readonly prefixes: readonly string[];
  readonly keys: readonly string[];
}

/** Keys to look for of an asked word, in whatever language it was typed. */
export function nameKeysAsked(word: string): NameKeyQuery {
  if (isAbjad(word)) {
    const keys = ['fa', 'ar'].flatMap((language) => nameSkeletons(word, language).slice(0, 1));
    return { prefixes: [], keys: bothWays([...new Set(keys)].filter(isTelling)) };
  }
  const languages = ['en', 'az'];
  const voiced = languages.flatMap((language) => voicedSkeleton(word, language) ?? []);
  const consonants = languages.flatMap((language) => nameSkeletons(word, language).slice(0, 1));
  const names = [...new Set(voiced)].filter(({ length }) => length >= voicedMin);
  const short = names.filter(({ length }) => length < endedMin);
  const ended = names.filter(({ length }) => length >= endedMin);
  const abjad = [...new Set(consonants)].filter(isTelling);
  return {
    prefixes: ended.map((key) => `v${key.toLowerCase()}`),
    keys: [
      ...short.map((key) => `v${key.toLowerCase()}`),
      ...abjad.map((key) => `x${key.toLowerCase()}`),
    ],
  };
}

/** An asked word in Arabic letters is compared by its consonants with names of every script. */
function bothWays(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => [`x${key.toLowerCase()}`, `s${key.toLowerCase()}`]);
}

function isTelling(key: string): boolean {
  return key.length >= consonantsMin;
}

function isAbjad(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** A capital, or a script that has none. */
function looksLikeName(word: string): boolean {
  return /^(?:\p{Lu}|\p{Script=Arabic}|\p{Script=Georgian})/u.test(word);
}
