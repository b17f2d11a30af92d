import type { ReadOptions } from '../domain/parsed-feed.ts';
import { findMonth, type MonthWord } from './date-words.ts';
import { isJalaliYear } from './jalali.ts';

/** Day, month and year as written. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads the calendar part of a date, folded and with European digits. A month that is named settles
 * the order of the numbers; all-number dates go by where the year stands, by the language's habit
 * and the source's setting.
 */
export function readCalendar(
  text: string,
  options: ReadOptions,
  hasClock: boolean,
): CalendarDate | undefined {
  return (
    readNamedMonth(text, options, hasClock) ??
    readYearFirst(text) ??
    readYearLast(text, options) ??
    readShortYears(text, options) ??
    readIsoOddities(text, options)
  );
}

const wordPattern = /[\p{L}\p{M}_]+/gu;

/** `7 de enero de 2026`, `7th of February`. */
const connectors = /(?<=\s)(?:del? |of |d['’])/g;

/** Arabic of the Levant and Kurdish name months by two words. */
const twoWordMonth = /(کانون|تشرین) (ال\S+)|(کانوونی|کانونی|تشرینی) (\S+)/g;

function readNamedMonth(
  raw: string,
  options: ReadOptions,
  hasClock: boolean,
): CalendarDate | undefined {
  const text = raw.replace(twoWordMonth, (pair) => pair.replace(' ', '_')).replace(connectors, '');
  const named = findNamedMonth(text, options.language);
  if (named === undefined) return undefined;
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  const { year, day } = splitNumbers(numbers);
  // `Nov. 2020` is a month; a time of day without its day is a date that cannot be read.
  if (year === undefined || (day === undefined && hasClock)) return undefined;
  return { year: fullYear(year, named.isJalali, options), month: named.month, day: day ?? 1 };
}

/**
 * Short names of weekdays may look like months: French `mar`, Turkish `Paz`, Hungarian `Sze`. The
 * month is the word with more numbers beside it; of equals the later one, since most languages put
 * the weekday first.
 */
function findNamedMonth(text: string, language: string | undefined): MonthWord | undefined {
  let named: MonthWord | undefined;
  let most = -1;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const month = findMonth(word, language);
    if (month === undefined) continue;
    const before = /\d\P{L}{0,3}$/u.test(text.slice(Math.max(0, index - 4), index));
    const after = /^\P{L}{0,3}\d/u.test(text.slice(index + word.length, index + word.length + 4));
    const beside = Number(before) + Number(after);
    if (beside >= most) named = month;
    most = Math.max(most, beside);
  }
  return named;
}

/** Which of the numbers beside a named month is the year, which the day. */
function splitNumbers(numbers: readonly string[]): {
  readonly year: string | undefined;
  readonly day: number | undefined;
} {
  const long = numbers.find((digits) => digits.length === 4 || digits.length === 3);
  const short = numbers.filter((digits) => digits.length <= 2);
  const [first, second] = short;
  if (long !== undefined) {
    return { year: long, day: first === undefined ? undefined : Number(first) };
  }
  if (first === undefined || second === undefined) return { year: undefined, day: undefined };
  return Number(first) > 31
    ? { year: first, day: Number(second) }
    : { year: second, day: Number(first) };
}

/** `2026-02-07`, `2026/2/7`, `2026.2.7`, `2026年2月7日`, `2026년 2월 7일`, `20260207`. */
function readYearFirst(text: string): CalendarDate | undefined {
  const found =
    // `2003-012-31` has a zero too many.
    /(?<!\d)(\d{4})\s?[-/.,年년]\s?(\d{1,2}|0\d{2}(?=[-/.]))\s?[-/.,月월]\s?(\d{1,2})(?!\d)/.exec(
      text,
    ) ??
    /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4}) (\d{1,2}) (\d{1,2})(?!\d)/.exec(text);
  if (found === null) return undefined;
  const [, year, second, third] = found.map(Number);
  if (year === undefined || second === undefined || third === undefined) return undefined;
  // `2026-25-12` has the day before the month.
  const isSwapped = second > 12 && third <= 12;
  return isSwapped ? { year, month: third, day: second } : { year, month: second, day: third };
}

/** `07.02.2026`, `7/2/2026`, `07-02-2026`. */
function readYearLast(text: string, options: ReadOptions): CalendarDate | undefined {
  const found = /(?<!\d)(\d{1,2})\s?([-/. ,])\s?(\d{1,2})\s?[-/. ,]\s?(\d{4})(?!\d)/.exec(text);
  if (found === null) return undefined;
  const { month, day } = orderDayMonth(
    Number(found[1]),
    Number(found[3]),
    found[2] ?? '/',
    options,
  );
  return { year: Number(found[4]), month, day };
}

/** `26-04-17` has its year first (QUIRKS 16), `17.04.26` and `4/17/26` last. */
function readShortYears(text: string, options: ReadOptions): CalendarDate | undefined {
  const found = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (found === null) return readShortCompact(text, options);
  const [first, second, third] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const yearFirst = first > 31 || (found[2] === '-' && found[1]?.length === 2 && third <= 31);
  if (yearFirst) {
    return { year: fullYear(String(first), false, options), month: second, day: third };
  }
  const { month, day } = orderDayMonth(first, second, found[2] ?? '/', options);
  return { year: fullYear(String(third), false, options), month, day };
}

function readShortCompact(text: string, options: ReadOptions): CalendarDate | undefined {
  const found = /^\s*(\d{2})(\d{2})(\d{2})\s*$/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month, day] = found;
  return { year: fullYear(year, false, options), month: Number(month), day: Number(day) };
}

/** Which of two numbers is the day: what cannot be a month, else habit. */
function orderDayMonth(
  first: number,
  second: number,
  separator: string,
  options: ReadOptions,
): { readonly month: number; readonly day: number } {
  const dayFirst = { day: first, month: second };
  const monthFirst = { day: second, month: first };
  if (first > 12) return dayFirst;
  if (second > 12) return monthFirst;
  return isDayFirst(separator, options) ? dayFirst : monthFirst;
}

function isDayFirst(separator: string, options: ReadOptions): boolean {
  if (options.dayFirst !== undefined) return options.dayFirst;
  // Only the United States write the month first, with slashes.
  if (separator !== '/') return true;
  const language = options.language?.toLowerCase();
  if (language === undefined) return false;
  return language !== 'en' && language !== 'en-us';
}

/** `2026-W06-6`, `2026-038`, `26038`, `2026-02`, `-26-02`, `2026`: the rest of ISO 8601. */
function readIsoOddities(raw: string, options: ReadOptions): CalendarDate | undefined {
  const text = raw.trim();
  const week = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(text);
  if (week !== null) return fromWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const ordinal = /^(\d{4}|\d{2})-?(\d{3})$/.exec(text);
  if (ordinal !== null) {
    const year = fullYear(ordinal[1] ?? '', false, options);
    return fromDays(Date.UTC(year, 0, Number(ordinal[2])));
  }
  const short = /^-(\d{2})(?:-?(\d{2}))?$/.exec(text);
  if (short !== null) {
    const year = fullYear(short[1] ?? '', false, options);
    return { year, month: Number(short[2] ?? 1), day: 1 };
  }
  const month = /^(\d{4})(?:[-/.](\d{1,2}))?[-/.]?$/.exec(text);
  if (month === null) return undefined;
  return { year: Number(month[1]), month: Number(month[2] ?? 1), day: 1 };
}

/** Week 1 holds 4 January (ISO 8601). */
function fromWeek(year: number, week: number, weekday: number): CalendarDate {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return fromDays(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1));
}

function fromDays(moment: number): CalendarDate {
  const date = new Date(moment);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Two-digit years from here on belong to the last century when nothing tells what year it is. */
const pivot = 69;

/** A year with its century: at most two years ahead of now, else in the past. */
function fullYear(digits: string, isJalali: boolean, options: ReadOptions): number {
  const year = Number(digits);
  // `126` counts from 1900 and `0026` forgot its century (RFC 2822 §4.3 and what programs write).
  if (digits.length === 3) return 1900 + year;
  if (digits.length > 2 && year > 99) return year;
  if (isJalali) return isJalaliYear(1400 + year) && year < 50 ? 1400 + year : 1300 + year;
  if (options.now === undefined) return year < pivot ? 2000 + year : 1900 + year;
  const latest = new Date(options.now).getUTCFullYear() + 2;
  return 2000 + year <= latest ? 2000 + year : 1900 + year;
}
