import type { Instant } from '../domain/instant.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`; servers also write dashes, one-digit days and `UTC`. */
const fixdate =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{2}|\d{4})\s+(\d{1,2}):(\d{2}):(\d{2})(?:\s+(?:GMT|UTC|[+-]0000))?$/i;
/** `Sun Nov  6 08:49:37 1994`, the form of C's asctime. */
const asctime = /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\d{4})$/i;

/**
 * Reads an HTTP date in its three forms (RFC 9110 §5.6.7); undefined when it is none of them.
 * `Date.parse` would take `5` for a day in May 2001, so it is not asked.
 */
export function parseHttpDate(text: string): Instant | undefined {
  const trimmed = text.trim();
  const fixed = fixdate.exec(trimmed);
  if (fixed) {
    const [, dayText, month, year, hours, minutes, seconds] = fixed;
    return instantOf(year, month, dayText, hours, minutes, seconds);
  }
  const asc = asctime.exec(trimmed);
  if (!asc) return undefined;
  const [, month, dayText, hours, minutes, seconds, year] = asc;
  return instantOf(year, month, dayText, hours, minutes, seconds);
}

function instantOf(
  year: string | undefined,
  month: string | undefined,
  ...rest: readonly (string | undefined)[]
): Instant | undefined {
  const monthIndex = months.indexOf((month ?? '').toLowerCase());
  const [dayOfMonth = 0, hours = 0, minutes = 0, seconds = 0] = rest.map(Number);
  if (monthIndex < 0 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  return Date.UTC(fullYear(Number(year)), monthIndex, dayOfMonth, hours, minutes, seconds);
}

/** Two digits are those of RFC 850: no feed header was written before 1970. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
