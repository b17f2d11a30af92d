import { baseLanguage } from '../../text/base-language.ts';
import { comparable } from '../../text/comparable.ts';
import { memo } from '../../text/memo.ts';
import { eventWords } from './event-words.ts';
import { placeNames } from './place-names.ts';
import { plainWords } from './plain-words.ts';
import { thingWords } from './thing-words.ts';
import { unitWords } from './unit-words.ts';

/** What a word of a report means, as far as the word lists know. */
export interface Meaning {
  readonly id: string;
  /** `plain` words tell nothing and are no names either. */
  readonly kind: 'event' | 'thing' | 'plain' | 'unit';
}

/** What the lists know of a word, and how many of its letters the stem has. */
export interface WordMeaning {
  readonly meanings: readonly Meaning[];
  readonly stemLength: number;
}

const unknown: WordMeaning = { meanings: [], stemLength: 0 };

/** Order of the languages in the lines of the word lists. */
const columns = ['az', 'tr', 'en', 'ru', 'fa', 'ar', 'hy', 'ka'];

interface Stem {
  readonly meaning: Meaning;
  readonly isWhole: boolean;
}

type Lexicon = Map<string, Stem[]>;

/** Shortest stem that may have an ending; shorter ones stand as they are. */
const stemMin = 3;
/** Letters an ending may have; a short stem in a long word is another word: `dağ` in `Dağıstan`. */
const endingMax = 8;

/** Persian and Arabic put little behind a word, so that a chance beginning is the greater risk. */
const closedEndings: Readonly<Record<string, RegExp>> = {
  fa: /^(?:ه?ا?ي?|ها(?:ي|يي|يش)?|ان|ات|اي|گان|گي|ش|شان|تر|ترين|م|ند|د|اند|است|ست|شد|شده)$/u,
  ar: /^(?:ا|ات|ان|ه|ها|هم|ي|يه|ين|ون|نا|ت|تين|تان|يون|يين|وا)$/u,
};

const lexicons = readLexicons();
const units = readUnits();
const places = readPlaces();
const stateByPlace = readStates();

/** Signs that stand for a unit. */
const unitSigns = new Map([
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['₼', 'manat'],
  ['₺', 'lira'],
  ['₽', 'rouble'],
]);

/** What a figure counts or measures by the folded words beside it; undefined when none is known. */
export function countedOf(words: readonly string[], language: string): string | undefined {
  const base = baseLanguage(language);
  for (const word of words) {
    const unit = unitSigns.get(word) ?? readUnit(`${base} ${word}`);
    if (unit !== undefined) return unit;
    const { meanings } = meaningsOf(word, language);
    const [meaning] = meanings.filter(({ kind }) => kind !== 'plain');
    if (meaning !== undefined) return meaning.id;
  }
  return undefined;
}

const readUnit = memo((key) => {
  const space = key.indexOf(' ');
  const base = key.slice(0, space);
  const lexicon = units.get(base);
  if (lexicon === undefined) return undefined;
  return longestStem(key.slice(space + 1), lexicon, closedEndings[base]).meanings[0]?.id;
}, 10_000);

/** The meanings of a folded word in a language; none when the lists do not have it. */
export function meaningsOf(form: string, language: string): WordMeaning {
  const known = readers.get(language) ?? readerOf(language);
  return known(form);
}

/** One memory a language, so that no key has to be put together for every word of every text. */
const readers = new Map<string, (form: string) => WordMeaning>();

/** Tags a source may invent; beyond them nothing is remembered. */
const readersMax = 64;
const formsMax = 10_000;

function readerOf(language: string): (form: string) => WordMeaning {
  const base = baseLanguage(language);
  const reader = memo((form) => readMeanings(form, base), formsMax);
  if (readers.size < readersMax) readers.set(language, reader);
  return reader;
}

/** The place that a folded word names, in whatever language; undefined when the list does not have it. */
export function placeOf(form: string, language: string): string | undefined {
  return (/^(?:ar|fa)\b/.test(language) ? arabicPlace : plainPlace)(form).id;
}

/** The state in which a place of the list lies; undefined for towns on both sides of a border. */
export function stateOfPlace(id: string): string | undefined {
  return stateByPlace.get(id);
}

interface Place {
  /** Absent when the word names none; an answer all the same, which is remembered like others. */
  readonly id?: string | undefined;
}

const plainPlace = memo((form): Place => placeAmong([form]), formsMax * 2);
const arabicPlace = memo((form): Place => placeAmong(arabicForms(form)), formsMax * 2);

function placeAmong(forms: readonly string[]): Place {
  for (const form of forms) {
    const id = longestStem(form, places, undefined).meanings[0]?.id;
    if (id !== undefined) return { id };
  }
  return {};
}

function readMeanings(form: string, base: string): WordMeaning {
  const lexicon = lexicons.get(base);
  if (lexicon === undefined) return unknown;
  for (const word of base === 'ar' ? arabicForms(form) : [form]) {
    const found = longestStem(word, lexicon, closedEndings[base]);
    if (found !== unknown) return found;
  }
  return unknown;
}

function longestStem(word: string, lexicon: Lexicon, endings: RegExp | undefined): WordMeaning {
  for (let length = word.length; length >= 2; length -= 1) {
    const ending = word.slice(length);
    if (ending.length > endingMax) break;
    const isEnding =
      length >= stemMin &&
      (endings === undefined
        ? ending.length <= length + (length > 4 ? 4 : 0)
        : endings.test(ending));
    const fitting = lexicon
      .get(word.slice(0, length))
      ?.filter(({ isWhole }) => ending === '' || (!isWhole && isEnding));
    if (fitting !== undefined && fitting.length > 0) {
      return { meanings: fitting.map(({ meaning }) => meaning), stemLength: length };
    }
  }
  return unknown;
}

/** With and without the article and the particles written on to it. */
function arabicForms(form: string): readonly string[] {
  const bare = form.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{2})/u, '');
  const particle = form.replace(/^[وفبل](?=\p{L}{3})/u, '');
  return [...new Set([form, bare, particle])];
}

function readLexicons(): ReadonlyMap<string, Lexicon> {
  const out = new Map<string, Lexicon>(columns.map((column) => [column, new Map()]));
  readTable(eventWords, 'event', out);
  readTable(thingWords, 'thing', out);
  for (const line of lines(plainWords)) {
    const [language = '', words = ''] = line;
    add(out.get(language), words, { id: 'plain', kind: 'plain' });
  }
  return out;
}

function readUnits(): ReadonlyMap<string, Lexicon> {
  const out = new Map<string, Lexicon>(columns.map((column) => [column, new Map()]));
  readTable(unitWords, 'unit', out);
  return out;
}

function readPlaces(): Lexicon {
  const out: Lexicon = new Map();
  for (const [id = '', ...words] of placeLines()) {
    if (id !== '@') add(out, words.join(' '), { id: `place ${id}`, kind: 'thing' });
  }
  return out;
}

function readStates(): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  let state: string | undefined;
  for (const [id = '', first] of placeLines()) {
    if (id === '@') state = first;
    else if (state !== undefined) out.set(`place ${id}`, state);
  }
  return out;
}

function placeLines(): readonly (readonly string[])[] {
  return placeNames
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

function readTable(table: string, kind: Meaning['kind'], out: Map<string, Lexicon>): void {
  for (const [id = '', ...cells] of lines(table)) {
    cells.forEach((words, index) => {
      add(out.get(columns[index] ?? ''), words, { id, kind });
    });
  }
}

function lines(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function add(lexicon: Lexicon | undefined, words: string, meaning: Meaning): void {
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const isWhole = word.endsWith('=');
    const form = comparable(isWhole ? word.slice(0, -1) : word);
    if (form === '') continue;
    const stems = lexicon?.get(form) ?? [];
    stems.push({ meaning, isWhole });
    lexicon?.set(form, stems);
  }
}

const acts: ReadonlySet<string> = new Set(lines(eventWords).map(([id = '']) => id));

export function isAct(id: string): boolean {
  return acts.has(id);
}
