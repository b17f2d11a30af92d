import type { ReadOptions } from '../domain/parsed-feed.ts';
import { readCalendar } from './date-calendar.ts';
import { foldWord } from './date-words.ts';
import { findZoneOffset } from './date-zones.ts';
import type { DateParts } from './moment.ts';

/**
 * Reads a date that is neither RFC 822 nor ISO 8601 to the letter. The text is taken apart in this
 * order: clock (found by its colon), half of the day, zone, and what is left is the calendar.
 */
export function readDateText(raw: string, options: ReadOptions): DateParts | undefined {
  const text = plainDigits(raw);
  const epoch = readEpoch(text);
  if (epoch !== undefined) return epoch;
  const compact = readCompact(text);
  if (compact !== undefined) return compact;
  const clock = readClock(text);
  const rest = clock === undefined ? text : `${clock.before} ${clock.after}`;
  const zone = readZone(clock === undefined ? text : clock.after, clock !== undefined);
  const calendar = readCalendar(rest.replace(zone?.text ?? '', ' '), options, clock !== undefined);
  if (calendar === undefined) return undefined;
  const minutes = zone?.minutes ?? impliedOffset(text, zone, options);
  return { ...calendar, ...clock?.time, offsetMinutes: minutes, zone: zone?.name };
}

/** A date in Korean letters without a zone is Korean time: the language has one zone only. */
function impliedOffset(
  text: string,
  zone: Zone | undefined,
  options: ReadOptions,
): number | undefined {
  const isKorean = zone === undefined && options.timezone === undefined && /[가-힣]/.test(text);
  return isKorean ? 9 * 60 : undefined;
}

/** Zero digits of the scripts that write dates with digits of their own. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/**
 * Folded text with European digits: Persian `۱۴۰۴` and Arabic `٢٠٢٥` are numbers too. Marks of
 * direction, joiners and odd blanks are gone.
 */
function plainDigits(raw: string): string {
  const digits = raw.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
  return foldWord(digits)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/،/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Seconds or milliseconds since 1970, of this century or the last years of the one before. */
function readEpoch(text: string): DateParts | undefined {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(text)) return undefined;
  const number = Number(text);
  const date = new Date(text.length >= 12 && !text.includes('.') ? number : number * 1_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    offsetMinutes: 0,
  };
}

/** `20040528T232356Z`, `20040528232356`: ISO 8601 basic format. */
function readCompact(text: string): DateParts | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})[t -]?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?\s?(.*)$/.exec(
    text,
  );
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', tail = ''] = found;
  const zone = readZone(tail, true);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    offsetMinutes: zone?.minutes,
    zone: zone?.name,
  };
}

interface Clock {
  readonly time: Pick<DateParts, 'hour' | 'minute' | 'second' | 'millisecond'>;
  readonly before: string;
  readonly after: string;
}

const clockPatterns: readonly RegExp[] = [
  /(?<!\d)(\d{1,2})\s?:\s?(\d{1,2})(?:\s?:\s?(\d{1,2})(?:[.,:](\d{1,9}))?)?(?!\d)/,
  // `23時56分08秒`, `23시 56분`, `14h30`, `14 h 30 min`
  /(?<!\d)(\d{1,2})\s?(?:[時时点點]|시|h)\s?(\d{1,2})\s?(?:[分]|분|min|m)?\s?(?:(\d{1,2})\s?(?:[秒]|초|s))?/,
  // `14.30 Uhr`, `kl. 14.30`; `08.57.00` after a date
  /(?<=kl\.?\s?)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/,
  /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s?uhr)/,
  // `9.06.2025, 10.30`, `15 temmuz 2025 sali 14.30`
  /(?<=(?:\d{4}|\p{L}),?\s|\d,\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/u,
  // `t19z`, `t19+01:00`: an hour alone
  /(?<=\d[t ])(\d{2})(?=z$|[+-]\d)/,
  // `5 pm`
  /(?<!\d)(\d{1,2})(?=\s?[ap]\.?m\b)/,
];

/** Halves of the day: English, Turkish, Persian, Arabic, Kurdish, Albanian, Greek, Korean, Chinese. */
const afternoon =
  /^\s*(?:p\.?\s?m\b\.?|oσ|os\b|ب\.?ظ\.?|بعد از ظهر|م(?=\s|$)|مساء|د\.ن|m\.d\.|μ\.?μ\.?|오후|下午|午後)/;
const forenoon =
  /^\s*(?:a\.?\s?m\b\.?|oo\b|ق\.?ظ\.?|قبل از ظهر|ص(?=\s|$)|صباحا|ب\.ن|p\.d\.|π\.?μ\.?|오전|上午|午前)/;
/** East Asian dates put it before the clock, in Latin letters too. */
const afternoonBefore = /(?:오후|下午|午後|[\s.]pm)\s*$/;
const forenoonBefore = /(?:오전|上午|午前|[\s.]am)\s*$/;

function readClock(text: string): Clock | undefined {
  for (const pattern of clockPatterns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [whole, hour, minute, second, fraction] = found;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + whole.length);
    const half = readHalf(before, after);
    return {
      time: {
        hour: hourOf(Number(hour), half.isAfternoon),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
        millisecond: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000),
      },
      // The `T` of ISO 8601 is no word.
      before: half.before.replace(/(\d)t$/, '$1'),
      after: half.after,
    };
  }
  return undefined;
}

interface Half {
  readonly isAfternoon: boolean | undefined;
  readonly before: string;
  readonly after: string;
}

function readHalf(before: string, after: string): Half {
  if (afternoon.test(after)) {
    return { isAfternoon: true, before, after: after.replace(afternoon, ' ') };
  }
  if (forenoon.test(after)) {
    return { isAfternoon: false, before, after: after.replace(forenoon, ' ') };
  }
  if (afternoonBefore.test(before)) {
    return { isAfternoon: true, before: before.replace(afternoonBefore, ' '), after };
  }
  if (forenoonBefore.test(before)) {
    return { isAfternoon: false, before: before.replace(forenoonBefore, ' '), after };
  }
  return { isAfternoon: undefined, before, after };
}

/** 12 am is midnight, 12 pm is noon; `13:00 pm` is what it says without the letters. */
function hourOf(hour: number, isAfternoon: boolean | undefined): number {
  if (isAfternoon === undefined || hour > 12) return hour;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

interface Zone {
  readonly minutes?: number;
  /** IANA name. */
  readonly name?: string;
  /** The piece of text that said so. */
  readonly text: string;
}

const namedOffset = /(?:\b(?:gmt|utc|ut|z)\s?|\()([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/;
const bareOffset = /^[\s,(]*(?:[a-z]{2,5}\s?)?([+-])\s?(\d{1,2}):?(\d{2})?(?::?\d{2})?(?!\d)/;
const ianaPattern = /\b([a-z]{2,12}\/[a-z_]{2,20}(?:[+-]\d{1,2})?(?:\/[a-z_]{2,20})?)\b/;

/** The zone in what follows the clock; without a clock only one that cannot be part of the date. */
function readZone(text: string, followsClock: boolean): Zone | undefined {
  const offset = namedOffset.exec(text) ?? (followsClock ? bareOffset.exec(text) : null);
  const iana = ianaPattern.exec(text);
  if (offset !== null && iana === null) return offsetZone(offset);
  if (iana?.[1] !== undefined) return { name: iana[1], text: iana[0] };
  if (!followsClock) return undefined;
  // `14:30 o'clock` and `14:30 p.d.` name no military zone.
  for (const found of text.matchAll(/[a-zа-я]{2,}|[a-z](?![.'’])/g)) {
    const minutes = findZoneOffset(found[0]);
    if (minutes !== undefined) return { minutes, text: found[0] };
  }
  return undefined;
}

function offsetZone(found: RegExpExecArray): Zone {
  const [text, sign, hours, minutes] = found;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return { minutes: sign === '-' ? -total : total, text };
}
