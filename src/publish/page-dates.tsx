import type { Instant } from '../domain/instant.ts';
import { capitalise } from '../text/capital.ts';
import { type DateNames, dateNames } from './date-names.ts';

type DateStyle = 'day' | 'time' | 'both';

/** A moment in words, in the language of the page and the zone of the site. */
export function dateWords(
  instant: Instant,
  style: DateStyle,
  language: string,
  timezone: string,
): string {
  const names = dateNames(language);
  const parts = partsOf(instant, names.calendar, timezone);
  const time = `${parts.hour}:${parts.minute}`;
  const date = `${Number(parts.day)} ${names.months[Number(parts.month) - 1]} ${parts.year}`;
  const words = {
    day: dayWords(parts, names),
    time,
    both: `${date}${names.comma}${time}`,
  };
  return withDigits(words[style], names);
}

/** A Gregorian month such as `2026-02` in words, as a heading. */
export function monthWords(month: string, language: string): string {
  const names = dateNames(language);
  const [year = '', number = ''] = month.split('-');
  const name = (names.monthsAlone ?? names.months)[Number(number) - 1] ?? number;
  return withDigits(`${capitalise(name, language)} ${year}`, names);
}

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'weekday', string>>;

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Making a formatter costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The numbers of a moment in a calendar and zone; only these are asked of `Intl`. */
function partsOf(instant: Instant, calendar: string, timezone: string): Parts {
  const key = `${calendar} ${timezone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(`en-US-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
      timeZone: timezone,
    });
    formatters.set(key, formatter);
  }
  const parts = formatter.formatToParts(instant).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts) as Parts;
}

function dayWords({ day, month, year, weekday }: Parts, names: DateNames): string {
  const values: Readonly<Record<string, string | undefined>> = {
    w: names.weekdays[weekdayNames.indexOf(weekday)],
    d: day,
    m: names.months[Number(month) - 1],
    y: year,
  };
  return names.dayPattern.replace(/\{(\w)\}/g, (_, key: string) => values[key] ?? '');
}

/** A number in the digits of the page, to two places; three by three where it is long. */
export function numberWords(value: number, language: string): string {
  const names = dateNames(language);
  const [whole = '', fraction] = String(Math.round(value * 100) / 100).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202F');
  return withDigits(fraction ? grouped + names.decimal + fraction : grouped, names);
}

/** A share of one in percent. */
export function percentWords(share: number, language: string): string {
  return numberWords(Math.round(share * 100), language) + dateNames(language).percent;
}

function withDigits(text: string, { digits }: DateNames): string {
  return digits === undefined
    ? text
    : text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

interface TimeProps {
  readonly instant: Instant;
  readonly style: DateStyle;
  readonly language: string;
  readonly timezone: string;
}

/** A moment for people, with the moment for machines beside it. */
export function Time({ instant, style, language, timezone }: TimeProps) {
  return (
    <time datetime={new Date(instant).toISOString()}>
      {dateWords(instant, style, language, timezone)}
    </time>
  );
}
