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

/** Words before two names, and words after them, that mean between the two. */
const betweenBefore = /(?:^|\s)(?:between|между|بین|میان|بين)\s+(?:\S+\s+){0,2}$/iu;
const betweenAfter = /^['’]?\p{L}*\s+(?:arasında\p{L}*|միջեւ?\p{L}*|միջև|შორის)/iu;
const andBetween = /^['’]?\p{L}*\s+(?:and|ve|və|ile|ilə|и|و|և|եւ|ու|და)\s+(?:\S+\s+){0,2}$/iu;

/** `between Tehran and Baku`, `Bakı ilə Tehran arasında`: what is told is told of the two. */
export function areBetween(pair: Pair, view: View): boolean {
  const [left, right] = inOrder(pair);
  if (left.unit !== right.unit) return false;
  const middle = textBetween(pair, view);
  if (!andBetween.test(middle) && !(middle.trim() === '' && /^و/.test(right.surface))) return false;
  const text = textOfField(view.reading.item, left.field);
  const { start, end } = left.unit;
  return (
    betweenBefore.test(text.slice(start, left.start)) ||
    betweenAfter.test(text.slice(right.end, end))
  );
}

/** Words a part of a round-up has beside the country it is about. */
const partWordsMin = 2;
const partsMin = 3;

/**
 * `Baku metro extension, Tehran smog, Tbilisi vote`: a sentence of three or more parts, each about
 * one country and each about another. `landOf` says which country a name stands for.
 */
export function isRoundUp(
  [left, right]: Pair,
  named: readonly Found[],
  landOf: (name: Found) => string | undefined,
  view: View,
): boolean {
  if (left.unit !== right.unit) return false;
  const { start, end } = left.unit;
  const text = textOfField(view.reading.item, left.field).slice(start, end);
  const lands: ReadonlySet<string>[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[,،;؛•|]|$/g)) {
    const part = text.slice(from, index);
    const inPart = named.filter(
      (name) => name.unit === left.unit && name.start - start >= from && name.end - start <= index,
    );
    const own = new Set(inPart.flatMap((name) => landOf(name) ?? []));
    if (own.size > 1 || countWords(part) < partWordsMin) return false;
    if (own.size === 1) lands.push(own);
    from = index + 1;
  }
  const all = lands.map((own) => [...own].join());
  return all.length >= partsMin && new Set(all).size === all.length;
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** `Iran, Azerbaijan, Georgia and Oman`: the names that stand in one row with the two. */
export function rowOf(pair: Pair, named: readonly Found[], view: View): readonly Found[] {
  const row: Found[] = [...pair];
  if (!areCoordinated(pair, view)) return row;
  for (let grown = true; grown; ) {
    const next = named.find(
      (hit) => !row.includes(hit) && row.some((one) => areCoordinated([one, hit], view)),
    );
    grown = next !== undefined;
    if (next !== undefined) row.push(next);
  }
  return row;
}

function inOrder(pair: Pair): Pair {
  return pair[0].start < pair[1].start ? pair : [pair[1], pair[0]];
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
