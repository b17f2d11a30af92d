/** Names of U+00A0 … U+00FF in order (HTML 4, Latin 1). */
const latin1Names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN ' +
  'szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave ' +
  'iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ' +
  'ucirc uuml yacute thorn yuml';

/** The five of XML and what else feeds of the region use: name and character by turns. */
const otherNames =
  'amp & lt < gt > quot " apos \' AMP & LT < GT > QUOT " OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ ' +
  'circ ˆ tilde ˜ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † ' +
  'Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € ' +
  'trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ lArr ⇐ minus − infin ∞ asymp ≈ ne ≠ le ≤ ge ≥ ' +
  'ccaron č Ccaron Č scedil ş Scedil Ş gbreve ğ Gbreve Ğ Idot İ imath ı inodot ı zcaron ž ' +
  'Zcaron Ž numero № lowbar _ colon : semi ; comma , period . excl ! quest ? lpar ( rpar ) num # ' +
  'percnt % plus + sol / hearts ♥ check ✓ star ☆ phone ☎ loz ◊ zwnj \u200C zwj \u200D ' +
  'lrm \u200E rlm \u200F';

const named = new Map<string, string>([
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['NewLine', '\n'],
  ['Tab', '\t'],
]);
latin1Names.split(' ').forEach((name, index) => {
  named.set(name, String.fromCharCode(0xa0 + index));
});
otherNames.split(' ').forEach((part, index, parts) => {
  if (index % 2 === 0) named.set(part, parts[index + 1] ?? '');
});

/** Names that feeds cut short or write without their semicolon. */
const bareNames = new Set(['amp', 'lt', 'gt', 'quot', 'nbsp']);

/** What HTML reads `&#128;` … `&#159;` as ("numeric character reference end state"). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ';

const referencePattern = /&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([a-zA-Z][a-zA-Z0-9]{1,8}));?/g;

/**
 * Decodes character references once, in linear time. Unknown names and bare ampersands stay as
 * they are; numbers that are no character become U+FFFD.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(referencePattern, (whole, hex, decimal, name) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (!whole.endsWith(';') && !bareNames.has(name)) return whole;
    return named.get(name) ?? whole;
  });
}

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? '\uFFFD';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return String.fromCodePoint(code);
}
