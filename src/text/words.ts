/** A word of a folded text; offsets are folded UTF-16 units, ends exclusive. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** End of what stands before the first apostrophe (`iran` of `iran'in`); else `end`. */
  readonly baseEnd: number;
}

const separator = 0;
const letter = 1;
const apostrophe = 2;

/** Class of each UTF-16 unit plus one, filled as units are met. */
const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known > 0) return known - 1;
  const character = String.fromCharCode(unit);
  let found = separator;
  if (character === "'") found = apostrophe;
  // Letters beyond the basic plane are written in halves; both count as letters.
  else if (/[\p{L}\p{N}\p{M}]/u.test(character) || (unit >= 0xd800 && unit <= 0xdfff)) {
    found = letter;
  }
  classes[unit] = found + 1;
  return found;
}

/**
 * Words of a folded text: runs of letters, digits and marks. An apostrophe between letters belongs
 * to its word; a hyphen separates. Linear in the text.
 */
export function splitWords(folded: string): readonly Word[] {
  const words: Word[] = [];
  let index = 0;
  while (index < folded.length) {
    if (classOf(folded.charCodeAt(index)) !== letter) index++;
    else {
      const word = takeWord(folded, index);
      words.push(word);
      index = word.end;
    }
  }
  return words;
}

function takeWord(folded: string, start: number): Word {
  let end = start + 1;
  let baseEnd = -1;
  for (; end < folded.length; end++) {
    const kind = classOf(folded.charCodeAt(end));
    if (kind === letter) continue;
    const isInner = kind === apostrophe && classOf(folded.charCodeAt(end + 1) || 0) === letter;
    if (!isInner) break;
    if (baseEnd < 0) baseEnd = end;
  }
  return { start, end, baseEnd: baseEnd < 0 ? end : baseEnd };
}
