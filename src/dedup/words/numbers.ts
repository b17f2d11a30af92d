import { comparable } from '../../text/comparable.ts';
import { foldText } from '../../text/fold.ts';
import { magnitudeOf, type NumberWord, numberLexicon } from './number-words.ts';

/**
 * The numbers a text states, as one spelling whatever script, separator or word wrote them:
 * `۱٬۲۰۰`, `1.200`, `1 200` and `1,2 min` (Azerbaijani) are 1200. What decides is whether two
 * texts state numbers that contradict each other; a number only one of them gives is a detail left
 * out, as in a cut copy.
 */
export interface Numbers {
  /** Quantities, without years of the present, clock times and dates. */
  readonly values: ReadonlySet<string>;
  /** Folded words next to each quantity, nearest first: what it counts or measures. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
  /** `part 2`, `часть 2`, `بخش دوم`; absent when the text names no part. */
  readonly part?: string;
}

/** Roman numerals that stand for parts and ordinals; I, V and X alone are letters. */
const roman = new Map([
  ['II', 2],
  ['III', 3],
  ['IV', 4],
  ['VI', 6],
  ['VII', 7],
  ['VIII', 8],
  ['IX', 9],
]);

/** Words for a part of a series, folded; before or after the number. */
const partWords = new Set(
  'part pt hissə bölüm kısım часть ч серия بخش قسمت الجزء جزء մաս ნაწილი episode seriya bölümü hissəsi'
    .split(' ')
    .map(comparable),
);

const clock = /(?<![\d.,])(?:[01]?\d|2[0-3])[:.](?:[0-5]\d)(?::[0-5]\d)?(?![\d.,]*\d)(?!\s*%)/g;
/** `saat 03.17'de`, `в 20.52`, `at 7.40pm`: a full stop in a time of day, by the words about it. */
const saidClock =
  /(?<!\p{L})(?:saat|saatler\p{L}*|at|by|until|в|во|около|к|до|ساعت|الساعه|ժամը|ժամ)\s+\d{1,2}\.\d{2}(?!\d)|(?<!\d)\d{1,2}\.\d{2}(?=\s?(?:am|pm)\b|'?[dt][ae]\b)/giu;
const isoDate = /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/g;
const numeral = /\d+(?:[.,٫٬' ]\d+)*/g;

/** Numbers stated in a text; `years` are left out of the values (the year of publication). */
export function numbersOf(text: string, language: string, year: number): Numbers {
  const plain = withoutTimes(text);
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  const beside = new Map<string, readonly string[]>();
  addNumerals(beside, plain, language, year);
  addWords(beside, words, language);
  const values = new Set(beside.keys());
  const part = partOf(plain, words.filter(Boolean), language);
  return part === undefined ? { values, beside } : { values, beside, part };
}

/** The text folded, with one kind of numerals and separators, without dates and times of day. */
function withoutTimes(text: string): string {
  const folded = foldText(withoutRoman(text), { marks: 'drop' });
  // Texts of words alone are common, and all that follows is about numerals.
  if (!/\d/.test(folded)) return folded.replace(/[٫]/g, '.').replace(/[٬]/g, ',');
  return folded
    .replace(/[٫]/g, '.')
    .replace(/[٬]/g, ',')
    .replace(isoDate, ' ')
    .replace(saidClock, ' ')
    .replace(clock, (found) =>
      // `7.30` may be a magnitude; only a colon is surely a time.
      found.includes(':') ? ' ' : found,
    );
}

function withoutRoman(text: string): string {
  if (!/[IVX]{2}/.test(text)) return text;
  return text.replace(/(?<![\p{L}\p{N}])[IVX]{2,4}(?![\p{L}\p{N}])/gu, (found) =>
    String(roman.get(found) ?? found),
  );
}

/** Characters about a numeral in which its unit stands. */
const besideMax = 40;
/** Up to three words or a sign directly behind a numeral, and the word before it. */
const behind = /^[\s-]*([%$€₼₺₽])?\s?(\p{L}+)?(?:[\s-]+(\p{L}+))?(?:[\s-]+(\p{L}+))?/u;
const before = /([\p{L}$€₼₺₽]+)[\s-]*$/u;

function addNumerals(
  beside: Map<string, readonly string[]>,
  text: string,
  language: string,
  year: number,
): void {
  for (const found of text.matchAll(numeral)) {
    const end = found.index + found[0].length;
    const [, sign, ...next] = behind.exec(text.slice(end, end + besideMax)) ?? [];
    const magnitude = magnitudeOf(next[0] ?? '', language);
    const last = before.exec(text.slice(Math.max(0, found.index - besideMax), found.index))?.[1];
    const words = [sign, ...(magnitude === undefined ? next.slice(0, 2) : next.slice(1)), last];
    for (const value of readNumeral(found[0], magnitude)) {
      // The running year and its neighbours date a text; they are no quantity.
      if (value >= year - 1 && value <= year + 1 && Number.isInteger(value)) continue;
      note(beside, String(value), words);
    }
  }
}

function note(
  beside: Map<string, readonly string[]>,
  value: string,
  words: readonly (string | undefined)[],
): void {
  const known = beside.get(value) ?? [];
  beside.set(value, [...known, ...words.filter((word) => word !== undefined)]);
}

/** `1.200` and `1 200` are one number; `4,6` is a decimal; `5 000 12` is two numbers. */
function readNumeral(text: string, magnitude: number | undefined): readonly number[] {
  const grouped = /^\d{1,3}(?:[., ']\d{3})+$/.test(text);
  if (grouped && !(magnitude !== undefined && /^\d{1,3}[.,]\d{3}$/.test(text))) {
    return [Number(text.replace(/\D/g, '')) * (magnitude ?? 1)];
  }
  const parts = text.split(/[ ']/);
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const value = /^\d{1,3}(?:[.,]\d{3})+$/.test(part)
      ? Number(part.replace(/\D/g, ''))
      : Number.parseFloat(part.replace(',', '.'));
    return isLast ? roundOff(value * (magnitude ?? 1)) : value;
  });
}

function roundOff(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function addWords(
  beside: Map<string, readonly string[]>,
  words: readonly string[],
  language: string,
): void {
  const { ordinals, read: readWord } = numberLexicon(language);
  for (let index = 0; index < words.length; index += 1) {
    const isBegun = readWord(words[index] ?? '') !== undefined;
    const read = isBegun ? readCardinal(words, index, language) : undefined;
    if (read !== undefined) {
      const next = index + read.used;
      note(beside, String(read.value), [words[next], words[next + 1], words[index - 1]]);
      index += read.used - 1;
    }
    const ordinal = ordinals.get(words[index] ?? '');
    if (ordinal !== undefined && ordinal > 1) note(beside, `#${ordinal}`, []);
  }
}

/** A number word by word: what is complete in thousands and what is being put together. */
interface Count {
  readonly total: number;
  readonly current: number;
  readonly last: NumberWord['place'] | 'start';
}

/** `beş`, `on iki`, `beş min`, `يك صد و سی و دو` from a place on, and how many words that took. */
function readCardinal(
  words: readonly string[],
  index: number,
  language: string,
): { readonly value: number; readonly used: number } | undefined {
  let count: Count = { total: 0, current: 0, last: 'start' };
  let used = 0;
  while (index + used < words.length) {
    const step = nextStep(words, index + used, language, used > 0);
    const next = step && addWord(count, step.word);
    if (step === undefined || next === undefined) break;
    count = next;
    used += step.used;
  }
  const value = count.total + count.current;
  return used === 0 || value < 2 ? undefined : { value, used };
}

type Step = NumberWord | { readonly magnitude: number };

/** The number word at a place, behind the `and` that may join it. */
function nextStep(
  words: readonly string[],
  at: number,
  language: string,
  isInside: boolean,
): { readonly word: Step; readonly used: number } | undefined {
  const { read } = numberLexicon(language);
  const [form = '', next = ''] = words.slice(at, at + 2);
  const magnitude = isInside ? magnitudeOf(form, language) : undefined;
  if (magnitude !== undefined) return { word: { magnitude }, used: 1 };
  const word = read(form) ?? (isInside ? read(form.replace(/^و(?=.{2})/u, '')) : undefined);
  if (word !== undefined) return { word, used: 1 };
  if (!isInside || !joiners.has(form)) return undefined;
  const joined = read(next);
  return joined && { word: joined, used: 2 };
}

const joiners = new Set(['و', 'and']);

/** Undefined where the word begins another number: `two, three`. */
function addWord(count: Count, word: Step): Count | undefined {
  const { total, current, last } = count;
  if ('magnitude' in word) {
    return current === 0
      ? undefined
      : { total: total + current * word.magnitude, current: 0, last };
  }
  const { value, place } = word;
  // `خمسة عشر`, `خمسة وعشرون`: Arabic puts the unit first.
  const isUnitFirst = last === 'unit' && (place === 'ten' || value === 10);
  const isTimes = place === 'hundred' && value === 100 && last === 'unit' && current < 10;
  if (isTimes) return { total, current: current * 100, last: place };
  const isFirst = current === 0 && (total === 0 || value > 1);
  const isFitting = isFirst || isUnitFirst || isSmaller(value, last);
  return isFitting ? { total, current: current + value, last: place } : undefined;
}

function isSmaller(value: number, last: Count['last']): boolean {
  return (last === 'ten' && value < 10) || (last === 'hundred' && value < 100);
}

function partOf(text: string, words: readonly string[], language: string): string | undefined {
  const { ordinals, read: readWord } = numberLexicon(language);
  const read = (word: string | undefined): string | undefined => {
    if (word === undefined) return undefined;
    if (/^\d{1,2}$/.test(word)) return word;
    const value = ordinals.get(word) ?? readWord(word)?.value;
    return value === undefined ? undefined : String(value);
  };
  for (const [index, word] of words.entries()) {
    if (!partWords.has(word)) continue;
    // `2-ci hissə`: a suffix may stand between the number and the word.
    const before = read(words[index - 1]) ?? read(words[index - 2]);
    const found = read(words[index + 1]) ?? before;
    if (found !== undefined) return found;
  }
  // A number in brackets at the end of a title counts the parts of a series.
  return /\((\d)\)\s*$/.exec(text)?.[1];
}

/** Whether each of the two states a number the other does not: a contradiction, not an omission. */
export function numbersContradict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((value) => !b.has(value)) && [...b].some((value) => !a.has(value));
}
