import { day, hour, type Milliseconds, minute, second } from '../domain/instant.ts';

/** A length of time for an operator: `45 s`, `15 min`, `2.5 h`, `7 days`. */
export function timeInWords(ms: Milliseconds): string {
  if (ms < 90 * second) return `${Math.round(ms / second)} s`;
  if (ms < 2 * hour) return `${Math.round(ms / minute)} min`;
  if (ms < 2 * day) return `${oneDecimal(ms / hour)} h`;
  return `${oneDecimal(ms / day)} days`;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
