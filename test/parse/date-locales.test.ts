import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/parse/dates.ts';

/**
 * Unicode's own tables, as the engine carries them, write the dates: every month of a year in the
 * languages of the region and in those whose agencies report on it. Forms that a language writes
 * with the month first, or in a calendar of its own, are told to the reader by the language alone.
 */
const languages =
  'tr az ru uk be kk fa hy ka ar ar-EG ar-SY ar-MA de de-AT fr es it pt en en-GB el bg sr ro hu cs sk sq sv nl pl he ur uz tk tg ky ja zh';

const styles: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
];

/** Moments of every month: days that can be a month too, and one that cannot; both halves. */
const moments = Array.from({ length: 12 }, (_, month) =>
  [3, 11, 28].map((day) => Date.UTC(2025, month, day, day === 11 ? 5 : 14, 30)),
).flat();

function misread(language: string, calendar: string): readonly string[] {
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar });
    return moments.flatMap((moment) => {
      const text = format.format(moment);
      const read = parseDate(text, { language, timezone: 'UTC' });
      return read === new Date(moment).toISOString() ? [] : [`${text} → ${read}`];
    });
  });
}

describe('dates as Unicode writes them', () => {
  it.each(languages.split(' '))('are read in %s', (language) => {
    expect(misread(language, 'gregory')).toEqual([]);
  });

  it('are read in the Persian calendar', () => {
    expect(misread('fa', 'persian')).toEqual([]);
    expect(misread('en', 'persian')).toEqual([]);
  });
});
