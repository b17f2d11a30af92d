/** Letters in a gram: four work alike for all scripts of the region, with or without vowels. */
const gramLength = 4;

/**
 * Character n-grams of a compared text, over word ends: hashes of 32 bits, each once, in order. A
 * news item has some hundreds, so that two of one hash are a matter of chance in a million.
 */
export type Grams = Uint32Array;

/** Grams of a text; one shorter than a gram is one itself, an empty one has none. */
export function gramsOf(text: string): Grams {
  if (text === '') return new Uint32Array();
  const count = Math.max(1, text.length - gramLength + 1);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) hashes[at] = hashOf(text, at);
  hashes.sort();
  let kept = 1;
  for (let index = 1; index < count; index += 1) {
    const hash = hashes[index] as number;
    if (hash !== hashes[kept - 1]) hashes[kept++] = hash;
  }
  return hashes.slice(0, kept);
}

/** FNV-1a over the units of one gram, then murmur's finish. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(start + gramLength, text.length);
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Share of the smaller set's grams that the other has too: 1 for a cut copy, 0 for empty sets. */
export function containment(a: Grams, b: Grams): number {
  const least = Math.min(a.length, b.length);
  return least === 0 ? 0 : countShared(a, b) / least;
}

/** Jaccard: shared grams over all grams; 0 for empty sets. */
export function similarity(a: Grams, b: Grams): number {
  const shared = countShared(a, b);
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** One walk through both, which are in order. */
function countShared(a: Grams, b: Grams): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}
