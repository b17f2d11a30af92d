import { day, hour, type Instant } from '../../domain/instant.ts';
import { comparable } from '../../text/comparable.ts';
import { type CalendarName, calendarNames } from '../words/calendar-words.ts';

/** Hours to the east of Greenwich at which a day of the region turns. */
const regionOffset = 4 * hour;

/** The number of the region's day at a moment, 1970-01-01 being 0. */
export function regionDay(at: Instant): number {
  return Math.floor((at + regionOffset) / day);
}

/** 1970-01-01 was a Thursday; weeks begin on Monday here. */
const firstWeekday = 3;
/** A weekday without more is one of the last days, or else one of the next. */
const pastMax = 3;
/** A date farther off is no day of this event. */
const dateMax = 15;

/** Today, yesterday and tomorrow in all languages. */
const relativeDays: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, 'today bugün bugünkü сегодня امروز اليوم այսօր დღეს'],
      [-1, 'yesterday dün dünkü dünən dünənki вчера دیروز أمس երեկ გუშინ'],
      [1, 'tomorrow yarın завтра فردا غدا վաղը ხვალ'],
    ] as const
  ).flatMap(([offset, words]) =>
    words.split(' ').map((word) => [comparable(word), offset] as const),
  ),
);

/** Days that a text names, counted from its publication: -1 is yesterday, 1 tomorrow. */
export function daysTold(text: string, published: Instant, language: string): readonly number[] {
  const forms = comparable(text).split(' ');
  const offsets = forms.map((form) => relativeDays.get(form));
  for (const name of calendarNames(forms)) offsets.push(offsetOf(name, forms, published, language));
  return offsets.filter((offset) => offset !== undefined);
}

function offsetOf(
  { label, index, length }: CalendarName,
  forms: readonly string[],
  published: Instant,
  language: string,
): number | undefined {
  const [kind, position = ''] = label.split(' ');
  if (kind === 'weekday') return weekdayOffset(Number(position), published);
  // Persian texts count months of their own year.
  if (/^fa\b/.test(language)) return undefined;
  const beside = [forms[index - 1], forms[index + length]].find((form) => isDayOfMonth(form));
  return beside === undefined
    ? undefined
    : dateOffset(Number(position), Number.parseInt(beside, 10), published);
}

function isDayOfMonth(form: string | undefined): form is string {
  return form !== undefined && /^(?:[1-9]|[12]\d|3[01])$/.test(form);
}

function weekdayOffset(weekday: number, published: Instant): number {
  const ahead = (weekday - regionDay(published) - firstWeekday + 7_000_000) % 7;
  return ahead === 0 ? 0 : ahead >= 7 - pastMax ? ahead - 7 : ahead;
}

function dateOffset(month: number, dayOfMonth: number, published: Instant): number | undefined {
  const year = new Date(published + regionOffset).getUTCFullYear();
  const offsets = [year - 1, year, year + 1].map(
    (one) => regionDay(Date.UTC(one, month, dayOfMonth)) - regionDay(published),
  );
  return offsets.find((offset) => Math.abs(offset) <= dateMax);
}
