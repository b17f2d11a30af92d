import { fromZone } from './date-zones.ts';
import { isJalaliYear, jalaliToDays } from './jalali.ts';

/** A date as written: a reading of a calendar and a clock. */
export interface DateParts {
  readonly year: number;
  /** 1 is January, or Farvardin. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  /** Minutes east of UTC; absent when the text names no zone. */
  readonly offsetMinutes?: number | undefined;
  /** IANA zone the text names. */
  readonly zone?: string | undefined;
}

const dayMs = 86_400_000;

/** Years a feed's date can have; `0001-01-01` and the like are what programs write for nothing. */
const yearMin = 1_000;
const yearMax = 2_200;

/** Widest offsets in use are −12:00 and +14:00; ISO 8601 has no limit but the day. */
const offsetMinutesMax = 24 * 60;

/**
 * The moment a date means, in milliseconds UTC; undefined when calendar or clock have no such
 * reading. Hour 24 is the end of the day and second 60 the next minute, as ISO 8601 has them; the
 * 31st of a shorter month is the first of the next, as careless publishing systems mean it.
 */
export function toMoment(parts: DateParts, defaultZone: string | undefined): number | undefined {
  const days = daysOf(parts);
  const time = timeOf(parts);
  if (days === undefined || time === undefined) return undefined;
  const wall = days * dayMs + time;
  if (parts.offsetMinutes !== undefined) {
    if (Math.abs(parts.offsetMinutes) > offsetMinutesMax) return undefined;
    return wall - parts.offsetMinutes * 60_000;
  }
  const zone = parts.zone ?? defaultZone;
  return zone === undefined ? wall : (fromZone(wall, zone) ?? wall);
}

function daysOf({ year, month, day }: DateParts): number | undefined {
  if (isJalaliYear(year)) return jalaliToDays(year, month, day);
  if (year < yearMin || year > yearMax) return undefined;
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isReal ? Date.UTC(year, month - 1, day) / dayMs : undefined;
}

function timeOf(parts: DateParts): number | undefined {
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
}

const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, number) =>
  String(number).padStart(2, '0'),
);

/** The day written last: the items of a feed share theirs. */
let lastDay = Number.NaN;
let lastDayText = '';

/** As `Date.prototype.toISOString` for moments `toMoment` gives, at a third of its time. */
export function toIsoText(moment: number): string {
  const day = Math.floor(moment / dayMs);
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = new Date(day * dayMs).toISOString().slice(0, '2026-02-07T'.length);
  }
  const millisecond = moment - day * dayMs;
  const second = Math.floor(millisecond / 1_000);
  const hours = twoDigits[Math.floor(second / 3_600)];
  const minutes = twoDigits[Math.floor(second / 60) % 60];
  const fraction = String(millisecond % 1_000).padStart(3, '0');
  return `${lastDayText}${hours}:${minutes}:${twoDigits[second % 60]}.${fraction}Z`;
}
