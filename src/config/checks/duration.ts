import { day, hour, type Milliseconds, minute, second } from '../../domain/instant.ts';
import { type Fault, quote } from '../problem.ts';

const unitMs: Readonly<Record<string, Milliseconds>> = {
  ms: 1,
  s: second,
  m: minute,
  h: hour,
  d: day,
  w: 7 * day,
};

/** A number and its unit, such as `30m`; the JSON Schema shows it to editors too. */
export const durationPattern = '^[0-9]{1,9}(ms|s|m|h|d|w)$';

/** `"30m"` as milliseconds; undefined when the text is no duration. */
export function parseDuration(text: string): Milliseconds | undefined {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h|d|w)$/.exec(text) ?? [];
  const factor = unitMs[unit ?? ''];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** Says what is wrong with a duration that is to lie between two others. */
export function judgeDuration(text: string, least: string, most: string): Fault | undefined {
  const length = parseDuration(text);
  if (length === undefined) {
    const cure = 'write a whole number and ms, s, m, h, d or w, such as "30m", "20s" or "90d"';
    return { message: `is ${quote(text)}, which is not a length of time`, cure };
  }
  if (length < (parseDuration(least) ?? 0)) {
    return { message: `is ${quote(text)}, which is too short`, cure: `give "${least}" or more` };
  }
  if (length > (parseDuration(most) ?? 0)) {
    return { message: `is ${quote(text)}, which is too long`, cure: `give "${most}" or less` };
  }
  return undefined;
}
