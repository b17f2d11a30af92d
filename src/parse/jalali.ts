/** Days from 1 Farvardin of year 1 to 1970-01-01, by the arithmetic below. */
const epochDays = 492_268;

/** Years a Jalali date of a news feed can have; Gregorian years never fall here. */
export function isJalaliYear(year: number): boolean {
  return year >= 1300 && year <= 1499;
}

/**
 * Leap years of the Solar Hijri calendar follow a cycle of 33 years in the range that is read; it
 * agrees with the observed calendar from 1244 to 1502.
 */
function isLeap(year: number): boolean {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);
}

function daysInMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  return month < 12 || isLeap(year) ? 30 : 29;
}

/** Days from 1970-01-01 to a Jalali date; undefined when there is no such date. */
export function jalaliToDays(year: number, month: number, day: number): number | undefined {
  if (!isJalaliYear(year) || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const cycles = Math.floor((year - 1) / 33);
  let leaps = cycles * 8;
  for (let past = cycles * 33 + 1; past < year; past += 1) if (isLeap(past)) leaps += 1;
  const monthDays = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return (year - 1) * 365 + leaps + monthDays + day - 1 - epochDays;
}
