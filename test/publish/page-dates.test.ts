import { describe, expect, it } from 'vitest';
import { dateWords } from '../../src/publish/page-dates.tsx';

/** Sunday 8 February 2026 in Baku, still Saturday in UTC. */
const moment = Date.UTC(2026, 1, 7, 21, 5);

describe('dateWords', () => {
  it.each([
    ['en', 'Sunday, 8 February 2026', '8 February 2026, 01:05'],
    ['az', '8 fevral 2026, bazar', '8 fevral 2026, 01:05'],
    ['tr', '8 Şubat 2026, Pazar', '8 Şubat 2026, 01:05'],
    ['ru', 'воскресенье, 8 февраля 2026', '8 февраля 2026, 01:05'],
    ['hy', 'կիրակի, 8 փետրվարի 2026', '8 փետրվարի 2026, 01:05'],
    ['ka', 'კვირა, 8 თებერვალი 2026', '8 თებერვალი 2026, 01:05'],
    ['ar', 'الأحد 8 فبراير 2026', '8 فبراير 2026، 01:05'],
    ['fa', 'یکشنبه ۱۹ بهمن ۱۴۰۴', '۱۹ بهمن ۱۴۰۴، ۰۱:۰۵'],
    ['az-arab', '8 fevral 2026, bazar', '8 fevral 2026, 01:05'],
    ['xx', 'Sunday, 8 February 2026', '8 February 2026, 01:05'],
  ])('in %s writes a day as %j', (language, day, both) => {
    expect(dateWords(moment, 'day', language, 'Asia/Baku')).toBe(day);
    expect(dateWords(moment, 'both', language, 'Asia/Baku')).toBe(both);
  });

  it('writes the time of the zone, midnight as 00', () => {
    expect(dateWords(moment, 'time', 'en', 'UTC')).toBe('21:05');
    expect(dateWords(Date.UTC(2026, 1, 7), 'time', 'en', 'UTC')).toBe('00:00');
  });

  it('knows the Persian new year and a leap day', () => {
    const newYear = Date.UTC(2026, 2, 21, 12);
    expect(dateWords(newYear, 'day', 'fa', 'Asia/Tehran')).toBe('شنبه ۱ فروردین ۱۴۰۵');
    const leapDay = Date.UTC(2025, 2, 20, 12);
    expect(dateWords(leapDay, 'day', 'fa', 'Asia/Tehran')).toBe('پنجشنبه ۳۰ اسفند ۱۴۰۳');
  });
});
