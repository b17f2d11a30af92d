import { type Found, textOfField } from './reading.ts';
import type { View } from './view.ts';

/** Two words, one of each side of a relation. */
export type Pair = readonly [Found, Found];

/** Whether two finds have words in common. */
export function overlap(left: Found, right: Found): boolean {
  return left.field === right.field && left.wordFrom < right.wordTo && right.wordFrom < left.wordTo;
}

/** The two nearest words of the sides that are not the same word. */
export function findPair(left: readonly Found[], right: readonly Found[]): Pair | undefined {
  let best: Pair | undefined;
  for (const one of left) {
    for (const other of right) {
      if (overlap(one, other)) continue;
      if (best === undefined || distance(one, other) < distance(best[0], best[1]))
        best = [one, other];
    }
  }
  return best;
}

function distance(left: Found, right: Found): number {
  if (left.field !== right.field) return 1_000;
  return Math.max(left.wordFrom - right.wordTo, right.wordFrom - left.wordTo);
}

/** One compound: nothing but a hyphen or a dash between the two. */
export function areLinked(pair: Pair, view: View): boolean {
  return /^\s?[-‐‑–—]\s?$/.test(textBetween(pair, view));
}

/** Two of one list: a comma or an `and` in any of the languages stands between them. */
export function areCoordinated(pair: Pair, view: View): boolean {
  const [left, right] = pair;
  if (left.unit !== right.unit || distance(left, right) > 1) return false;
  const between = textBetween(pair, view).trim();
  if (/^(?:[,،]|&|and|ve|və|و|и|և|եւ|ու|და)$/iu.test(between)) return true;
  const second = left.start < right.start ? right : left;
  return between === '' && /^و/.test(second.surface);
}

/** Side by side, not as two of a list. */
export function areNeighbours(pair: Pair, view: View): boolean {
  const [left, right] = pair;
  if (left.unit !== right.unit || distance(left, right) > 1) return false;
  return !/[,;،؛՝]/.test(textBetween(pair, view));
}

function textBetween([left, right]: Pair, view: View): string {
  if (left.unit !== right.unit) return ',';
  const [first, last] = left.start < right.start ? [left, right] : [right, left];
  return textOfField(view.reading.item, left.field).slice(first.end, last.start);
}
