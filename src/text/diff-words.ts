/** A stretch of two versions of a text: in both, only in the former, or only in the later. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words of one text that are compared one by one; the table has the square of that. */
const wordsMax = 400;
/** Where less of the longer text is in both, one is no edit of the other, and is shown whole. */
const sameShareMin = 0.4;

/**
 * What an edit changed, word by word: the longest row of words that both versions have stays, and
 * what was taken out stands before what was put in. Spaces belong to the word before them; texts
 * that differ in spaces alone are the same. Versions with little in common are given whole.
 */
export function diffWords(before: string, after: string): readonly DiffPiece[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  if (old.length > wordsMax || fresh.length > wordsMax) return whole(before, after);
  const pieces = compare(old, fresh);
  const same = pieces.filter(({ kind }) => kind === 'same').length;
  const isEdit = same >= sameShareMin * Math.max(old.length, fresh.length);
  return isEdit ? joined(pieces) : whole(before, after);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*/gu) ?? [];
}

function whole(before: string, after: string): readonly DiffPiece[] {
  const pieces: readonly DiffPiece[] = [
    { kind: 'removed', text: before.trim() },
    { kind: 'added', text: after.trim() },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function isSameWord(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.trimEnd() === b?.trimEnd();
}

/** How many words the rests of both texts have in common, by where the rests begin. */
type CommonLengths = (i: number, j: number) => number;

/** The table of a longest common subsequence, filled from the end. */
function commonLengths(old: readonly string[], fresh: readonly string[]): CommonLengths {
  const width = fresh.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  const at: CommonLengths = (i, j) => table[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const isSame = isSameWord(old[i], fresh[j]);
      table[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function compare(old: readonly string[], fresh: readonly string[]): readonly DiffPiece[] {
  const common = commonLengths(old, fresh);
  const pieces: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (isSameWord(old[i], fresh[j])) {
      pieces.push({ kind: 'same', text: fresh[j] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && common(i + 1, j) >= common(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: fresh[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one piece; what was taken out and put in at one place stands apart. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: { kind: DiffPiece['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
