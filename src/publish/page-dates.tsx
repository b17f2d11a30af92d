import type { Instant } from '../domain/instant.ts';

type DateStyle = 'day' | 'time' | 'both';

const options: Readonly<Record<DateStyle | 'weekday', Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: 'long' },
  day: { dateStyle: 'full' },
  time: { timeStyle: 'short', hourCycle: 'h23' },
  both: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
};

/** Making a formatter costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment in words, in the language of the page and the zone of the site. */
export function dateWords(
  instant: Instant,
  style: DateStyle,
  language: string,
  timezone: string,
): string {
  if (style === 'day' && language === 'fa') {
    // The full form of the Persian calendar puts the year first, which nobody writes.
    const weekday = format(instant, options.weekday, language, timezone);
    return `${weekday} ${format(instant, { dateStyle: 'long' }, language, timezone)}`;
  }
  return format(instant, options[style], language, timezone);
}

function format(
  instant: Instant,
  style: Intl.DateTimeFormatOptions,
  language: string,
  timezone: string,
): string {
  const key = `${JSON.stringify(style)} ${language} ${timezone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    // Day before month, as the region writes it in English too.
    const locale = language === 'en' ? 'en-GB' : language;
    formatter = new Intl.DateTimeFormat(locale, { ...style, timeZone: timezone });
    formatters.set(key, formatter);
  }
  return formatter.format(instant);
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
