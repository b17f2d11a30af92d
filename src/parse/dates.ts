import type { ReadOptions } from '../domain/parsed-feed.ts';
import { readDateText } from './date-text.ts';
import { type DateParts, toMoment } from './moment.ts';

/** Longest text that can be a date. */
const dateCharactersMax = 200;

/** How nearly all dates of feeds look: RFC 822 with a numeric zone or GMT, and ISO 8601 in full. */
const rfc822Pattern =
  /^(?:[A-Z][a-z]{2}, ?)?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|Z|([+-])(\d{2})(\d{2}))$/;
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
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

function readRfc822(text: string): DateParts | undefined {
  const found = rfc822Pattern.exec(text);
  if (found === null) return undefined;
  const [, day, month, year, hour, minute, second, sign, zoneHours, zoneMinutes] = found;
  const parts = {
    year: Number(year),
    month: englishMonths.indexOf(month ?? '') / 3 + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    offsetMinutes: offsetOf(sign, zoneHours, zoneMinutes),
  };
  return parts.year > 1500 ? parts : undefined;
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
