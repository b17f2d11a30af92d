import type { Instant } from '../domain/instant.ts';

type DateStyle = 'day' | 'time' | 'both';

const options: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  both: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
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
  const key = `${style} ${language} ${timezone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(language, { ...options[style], timeZone: timezone });
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
