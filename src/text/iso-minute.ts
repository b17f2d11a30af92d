/** `2026-02-07 14:05Z`: a moment in milliseconds since 1970, told to the minute in UTC (ISO 8601, with a space). */
export function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
