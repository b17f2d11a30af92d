import { baseLanguage } from './base-language.ts';

/** Languages that write i with a dot as a capital too; `toLocaleUpperCase` knows the first two only. */
const dottedI: ReadonlySet<string> = new Set(['az', 'tr', 'crh', 'gag']);

/**
 * A text with a capital at its head, as a heading or a sentence of this language begins: `iran` is
 * `Iran` in English and `İran` in Azerbaijani and Turkish. Georgian has capitals for whole words
 * only, so it stays as it is; so does a letter that would become two (ß).
 */
export function capitalise(text: string, language: string): string {
  const [first = ''] = text;
  const capital = capitalOf(first, baseLanguage(language.toLowerCase()));
  return capital + text.slice(first.length);
}

function capitalOf(letter: string, language: string): string {
  if (letter === 'i' && dottedI.has(language)) return 'İ';
  if (/\p{Script=Georgian}/u.test(letter)) return letter;
  const capital = letter.toUpperCase();
  return capital.length === letter.length ? capital : letter;
}
