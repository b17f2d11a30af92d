/** Pairs written side by side: `аa` maps а to a. */
function tableOf(pairs: string): Map<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}

/** Azerbaijani Cyrillic (1958) to the Latin alphabet of today, already folded. */
export const azerbaijaniLatin: ReadonlyMap<string, string> = tableOf(
  'аa бb вv гq ғğ дd еe әə жj зz иi ыi јy кk ҝg лl мm нn оo өö пp рr сs тt уu үü фf хx һh чç ҹc шş',
);

/** What people type who have no Turkish or Azerbaijani keyboard. */
export const asciiLatin: ReadonlyMap<string, string> = tableOf('çc ğg öo şs üu əe');

/**
 * One to one: every i is one (`İ` would else become i and U+0307 and hide from `iran`), Azerbaijani
 * ä, Russian ё, then the Persian and Arabic letters that keyboards mix up and the hamza carriers.
 */
const singles: ReadonlyMap<string, string> = tableOf(
  'İi ıi äə Äə ёе Ёе يی ىی ئی ېی ێی كک ڪک ةه ۀه ەه ہه ھه ۃه أا إا آا ٱا ؤو ۆو ء',
);

/** Letters whose mark makes another letter of them; other accents (â î û é) are ornaments. */
const keptLetters = new Set('çğöşüйўї');

/** Soft hyphen, bidi marks, zero-width characters, tatweel, variation selectors. */
const invisibles: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x0640, 0x0640],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
/** Latin and Cyrillic accents, harakat, Koranic marks, Armenian accents that stand inside words. */
const ornaments: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x055b, 0x055c],
  [0x055e, 0x055e],
];
const apostrophes = new Set("'’ʼ‘´`ʹ′＇ʻ‛");
const dashes = new Set('-‐‑‒–—―−﹘﹣－');
const quotes = new Set('"«»„“”‟＂');
const lineEnds = new Set('\n\r\u0085\u2028\u2029');

/** Folds one character (a composed code point) to zero or more folded ones. */
export function foldCharacter(character: string): string {
  const single = singles.get(character);
  if (single !== undefined) return single;
  const code = character.codePointAt(0) ?? 0;
  // No text has a NUL of its own; what follows one must fold as if it stood alone.
  if (code === 0 || isWithin(code, invisibles) || isWithin(code, ornaments)) return '';
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return foldPunctuation(character) ?? foldLetter(character);
}

function isWithin(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function foldPunctuation(character: string): string | undefined {
  if (apostrophes.has(character)) return "'";
  if (dashes.has(character)) return '-';
  if (quotes.has(character)) return '"';
  if (lineEnds.has(character)) return '\n';
  return /^\s$/.test(character) ? ' ' : undefined;
}

function foldLetter(character: string): string {
  const lower = character.toLowerCase().normalize('NFKC');
  if (lower !== character) {
    // A capital, a ligature or a presentation form: each letter of it is folded in its turn.
    let out = '';
    for (const part of lower) out += foldCharacter(part);
    return out;
  }
  if (keptLetters.has(character)) return character;
  const parts = character.normalize('NFD');
  const mark = parts.codePointAt(1) ?? 0;
  return mark >= 0x300 && mark <= 0x36f ? foldCharacter(parts.slice(0, 1)) : character;
}
