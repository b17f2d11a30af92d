/** Longest word compared; more is no typo of anything. */
const comparedCharactersMax = 80;

/** Damerau–Levenshtein distance (optimal string alignment): a swapped pair of letters counts once. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column += 1) {
      const changed = at(row - 1, column - 1) + Number(a[row - 1] !== b[column - 1]);
      const swapped = isSwap(a, b, row, column) ? at(row - 2, column - 2) + 1 : changed;
      const oneMore = Math.min(at(row - 1, column), at(row, column - 1)) + 1;
      rows[row]?.push(Math.min(changed, swapped, oneMore));
    }
  }
  return at(a.length, b.length);
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

/**
 * The candidate that `word` is most likely a slip of: for "did you mean". Case does not count, the
 * first of equals wins. Undefined when nothing is near (a third of the letters, at least one).
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > comparedCharactersMax) return undefined;
  const asked = word.toLowerCase();
  const tolerated = Math.max(1, Math.floor(asked.length / 3));
  let nearest: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - asked.length) > tolerated) continue;
    const distance = editDistance(asked, candidate.toLowerCase());
    if (distance <= tolerated && (nearest === undefined || distance < nearest.distance)) {
      nearest = { candidate, distance };
    }
  }
  return nearest?.candidate;
}
