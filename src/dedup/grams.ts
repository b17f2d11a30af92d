/** Letters in a gram: four work alike for all scripts of the region, with or without vowels. */
const gramLength = 4;

/** Character n-grams of a compared text, over word ends; a shorter text is one gram. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  if (text === '') return grams;
  if (text.length <= gramLength) return grams.add(text);
  for (let index = 0; index + gramLength <= text.length; index += 1) {
    grams.add(text.slice(index, index + gramLength));
  }
  return grams;
}

/** Share of the smaller set's grams that the other has too: 1 for a cut copy, 0 for empty sets. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / small.size;
}

/** Jaccard: shared grams over all grams; 0 for empty sets. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
