/** Which way a line of text runs. */
export type Direction = 'ltr' | 'rtl';

/** Languages whose usual script is Arabic, Hebrew, Syriac, Thaana or N'Ko. */
const rightToLeftLanguages = new Set(
  'ar arc azb bal bqi ckb dv fa glk he ks lrc mzn nqo prs ps sd syr ug ur yi'.split(' '),
);

/** ISO 15924 script subtags that run from right to left. */
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'syrc', 'thaa']);

const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;
const leftToRightLetter =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;

/** The direction in which a language (BCP 47 tag) is usually written. */
export function directionOf(language: string): Direction {
  const subtags = language.toLowerCase().split(/[-_]/);
  const script = subtags.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag));
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return rightToLeftLanguages.has(subtags[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The direction of a text in a language. The language decides, as a Persian headline may open with
 * a Latin brand name; the letters overrule it only when none of them runs its way, as in
 * Azerbaijani written in Arabic letters or an English title in a Persian feed.
 */
export function directionOfText(text: string, language: string): Direction {
  const usual = directionOf(language);
  if (!letter.test(text)) return usual;
  if (usual === 'rtl') {
    return !rightToLeftLetter.test(text) && leftToRightLetter.test(text) ? 'ltr' : 'rtl';
  }
  return !leftToRightLetter.test(text) && rightToLeftLetter.test(text) ? 'rtl' : 'ltr';
}
