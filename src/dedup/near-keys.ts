import type { ItemKey } from '../domain/item.ts';
import type { Article } from './article.ts';
import { type Grams, gramsOf } from './grams.ts';
import { hashKey, spread } from './key-hash.ts';

/**
 * Lookup keys under which near-duplicates meet: min-hash bands (Broder 1997) of the headline's and
 * of the beginning text's n-grams. Two rows a band keep the posting lists short; four bands find
 * texts that share two thirds of their grams 19 times of 20, and headline and text each try.
 */
export function nearKeys(article: Article): readonly ItemKey[] {
  const parts = [
    ['title', article.titleGrams],
    ['text', gramsOf(article.textForm.slice(0, leadLength))],
  ] as const;
  return parts.flatMap(([part, grams]) =>
    grams.length < gramsMin
      ? []
      : bands(grams).map((band, index) => hashKey('near', `${part} ${index} ${band}`)),
  );
}

const bandCount = 4;
/** Fewer grams than these are a rubric. */
const gramsMin = 8;
/** Letters at the beginning of a text that even a short cut keeps. */
const leadLength = 90;

function bands(grams: Grams): readonly string[] {
  return Array.from(
    { length: bandCount },
    (_, band) => `${leastOf(grams, band * 2)} ${leastOf(grams, band * 2 + 1)}`,
  );
}

/** The first gram in the order of one row. */
function leastOf(grams: Grams, row: number): number {
  let least = 0xffffffff;
  for (let index = 0; index < grams.length; index += 1) {
    const value = spread(grams[index] as number, row);
    if (value < least) least = value;
  }
  return least;
}
