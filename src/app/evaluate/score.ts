/** How far decisions agree with labels; shares are 0–1, and 1 where nothing could go wrong. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision and recall of decisions that are yes or no, with what they were counted from. */
export interface BinaryScore extends Score {
  readonly items: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** A decision with its label. */
export interface Judged {
  readonly expected: boolean;
  readonly decided: boolean;
}

export function scoreOf(judged: readonly Judged[]): BinaryScore {
  const count = (expected: boolean, decided: boolean): number =>
    judged.filter((each) => each.expected === expected && each.decided === decided).length;
  const truePositives = count(true, true);
  const falsePositives = count(false, true);
  const falseNegatives = count(true, false);
  const precision = share(truePositives, truePositives + falsePositives);
  const recall = share(truePositives, truePositives + falseNegatives);
  return {
    items: judged.length,
    truePositives,
    falsePositives,
    falseNegatives,
    precision,
    recall,
    f1: harmonicMean(precision, recall),
  };
}

/** A part of a whole; 1 of an empty one. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

/** Rows by a word of theirs, the words in order. */
export function groupBy<T>(
  rows: readonly T[],
  wordOf: (row: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const word = wordOf(row);
    groups.set(word, [...(groups.get(word) ?? []), row]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
