import type { ReadOptions } from '../domain/parsed-feed.ts';
import { readDateText } from './date-text.ts';
import { type DateParts, toIsoText, toMoment } from './moment.ts';

/** Longest text that can be a date. */
const dateCharactersMax = 200;

/** ISO 8601 in full. */
const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

const englishMonths = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * Reads a date as feeds write it: RFC 822 and ISO 8601 with all their dirt, names of months in many
 * languages, zone names, Jalali years, other digits. The answer is an ISO 8601 string in UTC, or
 * undefined for what cannot be read: a date is never guessed. Without a zone the source's own
 * (`options.timezone`) applies, else UTC; the machine's zone and locale never matter.
 */
export function parseDate(raw: string, options: ReadOptions): string | undefined {
  const text = raw.trim();
  if (text === '' || text.length > dateCharactersMax) return undefined;
  const parts = readRfc822(text) ?? readIso(text) ?? readDateText(text, options);
  if (parts === undefined) return undefined;
  const moment = toMoment(parts, options.timezone);
  return moment === undefined ? undefined : toIsoText(moment);
}

/**
 * RFC 822 as nearly all feeds write it, `Sat, 07 Feb 2026 14:30:00 +0400` or `… GMT`: every letter
 * has its place, so no expression is needed.
 */
function readRfc822(text: string): DateParts | undefined {
  const hasOffset = text.length === 31;
  if (!(hasOffset || (text.length === 29 && text.endsWith(' GMT')))) return undefined;
  if (!isRfc822Frame(text)) return undefined;
  const month = englishMonths.indexOf(text.slice(8, 11));
  if (month < 0 || month % 3 !== 0) return undefined;
  const parts = {
    year: digitsAt(text, 12) * 100 + digitsAt(text, 14),
    month: month / 3 + 1,
    day: digitsAt(text, 5),
    hour: digitsAt(text, 17),
    minute: digitsAt(text, 20),
    second: digitsAt(text, 23),
    offsetMinutes: hasOffset ? offsetAt(text, 26) : 0,
  };
  const sum = parts.year + parts.day + parts.hour + parts.minute + parts.second;
  // NaN shows that a digit was none; the general reader has a look then.
  return Number.isNaN(sum + parts.offsetMinutes) || parts.year < 1500 ? undefined : parts;
}

const comma = 0x2c;
const blank = 0x20;
const colon = 0x3a;

/** Whether what is between the words and numbers stands where it should. */
function isRfc822Frame(text: string): boolean {
  return (
    text.charCodeAt(3) === comma &&
    text.charCodeAt(4) === blank &&
    text.charCodeAt(7) === blank &&
    text.charCodeAt(11) === blank &&
    text.charCodeAt(16) === blank &&
    text.charCodeAt(19) === colon &&
    text.charCodeAt(22) === colon &&
    text.charCodeAt(25) === blank
  );
}

/** Two digits as a number; NaN when they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? tens * 10 + ones : Number.NaN;
}

/** `+0400` as minutes; NaN when it is no offset. */
function offsetAt(text: string, at: number): number {
  const minutes = digitsAt(text, at + 1) * 60 + digitsAt(text, at + 3);
  const sign = text.charCodeAt(at);
  if (sign === 0x2b) return minutes;
  return sign === 0x2d ? -minutes : Number.NaN;
}

function readIso(text: string): DateParts | undefined {
  const found = isoPattern.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction] = found;
  const [sign, zoneHours, zoneMinutes] = found.slice(8);
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000),
    offsetMinutes: offsetOf(sign, zoneHours, zoneMinutes),
  };
  return parts.year > 1500 ? parts : undefined;
}

function offsetOf(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number {
  if (sign === undefined) return 0;
  const total = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -total : total;
}
