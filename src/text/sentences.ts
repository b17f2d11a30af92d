/** A sentence or a part of a list; offsets are UTF-16 units of the text, white space trimmed. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** What stood before it: the text's start or a full stop, or the mark of a list. */
  readonly after: 'stop' | 'list';
}

const closers = new Set('"\'’”»)]}›“');
const hardMarks = new Set('!?؟…。！？।॥։\n\u2028\u2029');
const listMarks = new Set(';•·|▪►▶■●◾‣✔✅➡');

/** One joins the two halves of most Persian headlines; two or more make a list. */
const persianSemicolon = '؛';

/** Words before a full stop that end no sentence, lower case. */
const abbreviations = new Set(
  (
    'dr prof doç akad mr mrs ms st vs no nr jr sr gen col lt maj rev inc ltd co corp vb vs bkz ' +
    'yrd av sn hz г гг ул им акад проф млн млрд тыс руб долл стр др пр т.д т.п т.е см ' +
    'u.s e.g i.e m.ö a.ş jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/**
 * Cuts a text into sentences and list parts. A full stop ends a sentence when a space and no lower
 * case letter follow, and no initial, number or abbreviation stands before it. Semicolons, bullets,
 * bars and spaced slashes cut lists. Linear in the text; works on any script.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let after: Sentence['after'] = 'stop';
  let pending: number[] = [];
  const close = (end: number): void => {
    const cuts = pending.length > 1 ? pending : [];
    pending = [];
    for (const cut of cuts) {
      push(sentences, text, start, cut, after);
      start = cut + 1;
      after = 'list';
    }
    push(sentences, text, start, end, after);
  };
  for (let index = 0; index < text.length; index++) {
    if (isPlain(text.charCodeAt(index))) continue;
    if (text.charAt(index) === persianSemicolon) pending.push(index);
    const cut = cutAt(text, index);
    if (cut === undefined) continue;
    const end = cut === 'stop' ? skipClosers(text, index + 1) : index;
    close(end);
    start = cut === 'stop' ? end : index + 1;
    after = cut;
    index = start - 1;
  }
  close(text.length);
  return sentences;
}

/** Latin letters, digits and the space: most of a text, and none of them cuts it. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x20 ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a)
  );
}

function push(
  sentences: Sentence[],
  text: string,
  from: number,
  to: number,
  after: Sentence['after'],
): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end, after });
}

function cutAt(text: string, index: number): Sentence['after'] | undefined {
  const character = text.charAt(index);
  if (hardMarks.has(character)) return 'stop';
  if (listMarks.has(character)) return 'list';
  if (character === '/' && text.charAt(index - 1) === ' ' && text.charAt(index + 1) === ' ') {
    return 'list';
  }
  if (character === '.' && isFullStop(text, index)) return 'stop';
  if (character === ':' && isArmenianStop(text, index)) return 'stop';
  return undefined;
}

/** Armenian ends sentences with `։`, which keyboards replace by a colon. */
function isArmenianStop(text: string, index: number): boolean {
  return (
    /^[\u0561-\u0587]$/.test(text.charAt(index - 1)) &&
    /^\s?[\u0531-\u0556]/.test(text.slice(index + 1, index + 3))
  );
}

function isFullStop(text: string, index: number): boolean {
  const end = skipClosers(text, index + 1);
  const next = text.charAt(end);
  if (next === '') return true;
  if (!/\s/.test(next)) return false;
  let after = end;
  while (after < text.length && after < end + 8 && /[\s"'«“„‘(\-–—]/.test(text.charAt(after)))
    after++;
  if (/\p{Ll}/u.test(text.charAt(after)) && !isUncased(text.charAt(after))) return false;
  return !isAbbreviation(text, index);
}

/** Georgian letters are lower case to Unicode, and start sentences all the same. */
function isUncased(character: string): boolean {
  return character >= '\u10D0' && character <= '\u10FF';
}

/** Longest abbreviation looked at, in characters. */
const abbreviationMax = 8;

function isAbbreviation(text: string, index: number): boolean {
  let start = index;
  while (
    start > 0 &&
    index - start < abbreviationMax &&
    !/[\s("«“-]/.test(text.charAt(start - 1))
  ) {
    start--;
  }
  const word = text.slice(start, index);
  if (/^\p{Lu}$/u.test(word)) return true;
  return abbreviations.has(word.toLowerCase());
}

function skipClosers(text: string, from: number): number {
  let end = from;
  while (end < text.length && (closers.has(text.charAt(end)) || hardMarks.has(text.charAt(end))))
    end++;
  return end;
}
