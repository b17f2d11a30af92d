import { foldText } from '../text/fold.ts';
import { detectScript, type Script } from '../text/script.ts';
import * as ways from './suffixes.ts';

/** A stem and the ways in which it may go on. */
export interface WordForm {
  readonly stem: string;
  /** Bits of `suffixes.ts`. */
  readonly ways: number;
  /** True: written without the marks of its letters; counts where the text has no such letters. */
  readonly isAscii: boolean;
}

/** Letters below which a word does not inflect: two-letter stems meet everything. */
const inflectingMin = 3;

/** Letters from which a Georgian word is long enough to be told without its final -ა. */
const georgianSyncopeMin = 6;

/**
 * All stems under which a folded word of a term is looked for, by the script it is written in and
 * the language its list is for (`*` for none).
 */
export function formsOfWord(word: string, language: string, isExact: boolean): readonly WordForm[] {
  if (isExact || word.length < inflectingMin || /^\d/.test(word)) {
    return withAscii([{ stem: word, ways: ways.exact, isAscii: false }]);
  }
  return withAscii(stemsByScript[detectScript(word)](word, language));
}

const stemsByScript: Readonly<
  Record<Script, (word: string, language: string) => readonly WordForm[]>
> = {
  latin: latinStems,
  cyrillic: (word) => [form(russianStem(word), isInvariable(word) ? ways.exact : ways.russian)],
  armenian: armenianStems,
  georgian: (word) => [form(georgianStem(word), ways.georgian)],
  arabic: arabicStems,
  other: (word) => [form(word, ways.exact)],
};

function form(stem: string, bits: number): WordForm {
  return { stem, ways: bits, isAscii: false };
}

function withAscii(forms: readonly WordForm[]): readonly WordForm[] {
  const all = [...forms];
  for (const one of forms) {
    if (/^[\x20-\x7e]*$/.test(one.stem)) continue;
    const stem = foldText(one.stem, { marks: 'drop' });
    if (stem !== one.stem) all.push({ stem, ways: one.ways, isAscii: true });
  }
  return all;
}

function latinStems(word: string, language: string): readonly WordForm[] {
  if (language === 'en') return [form(word, ways.english)];
  if (language === '*') return [form(word, ways.turkic | ways.english)];
  if (language !== 'tr' && language !== 'az') return [form(word, ways.exact | ways.english)];
  const stems = [form(word, ways.turkic)];
  const soft = word.length > inflectingMin ? softened(word, language) : undefined;
  if (soft !== undefined) stems.push(form(soft, ways.turkicSoft));
  return stems;
}

const softTurkish: Readonly<Record<string, string>> = { k: 'ğ', ç: 'c', p: 'b', t: 'd' };
const softAzerbaijani: Readonly<Record<string, string>> = { k: 'y', q: 'ğ', t: 'd' };

/** `elçilik` before a vowel is `elçiliğ`, `səfirlik` is `səfirliy`. */
function softened(word: string, language: string): string | undefined {
  const last = word.slice(-1);
  const soft = (language === 'tr' ? softTurkish : softAzerbaijani)[last];
  return soft === undefined ? undefined : word.slice(0, -1) + soft;
}

/** Words this short, and names in -у or -о, keep one form in Russian. */
function isInvariable(word: string): boolean {
  return word.length <= 3 || /[уэ]$/.test(word);
}

function russianStem(word: string): string {
  if (isInvariable(word)) return word;
  if (word.length >= 6 && /(?:ий|ый|ой|ая|яя|ое|ее|ые|ие)$/.test(word)) {
    // -ие and -ий of nouns (`отношение`, `Дмитрий`) keep their и: the endings begin after it.
    return /[нц]ие$/.test(word) && !/ские$/.test(word) ? word.slice(0, -1) : word.slice(0, -2);
  }
  return word.length >= 4 ? word.replace(/[аяоеьйыи]$/, '') : word;
}

/** Georgian nouns lose a final -ი, and before `-ის` or `-ებ` a final -ა too: `შეხვედრის`. */
function georgianStem(word: string): string {
  if (word.length >= georgianSyncopeMin) return word.replace(/[ია]$/, '');
  return word.length > inflectingMin ? word.replace(/ი$/, '') : word;
}

function armenianStems(word: string): readonly WordForm[] {
  const stems = [form(word, ways.armenian)];
  if (word.endsWith('ություն')) stems.push(form(word.slice(0, -3), ways.armenianAbstract));
  // Final ու turns into վ before a vowel: Բաքու, Բաքվի.
  if (word.length > 3 && word.endsWith('ու'))
    stems.push(form(`${word.slice(0, -2)}վ`, ways.armenian));
  return stems;
}

function arabicStems(word: string, language: string): readonly WordForm[] {
  if (language === 'fa') return [form(word, ways.persian)];
  if (language === 'ar') return [form(withoutArticle(word), ways.arabic)];
  if (language === '*') {
    return [form(word, ways.persian | ways.arabic | ways.azerbaijaniArabic)];
  }
  return [form(word, ways.persian | ways.azerbaijaniArabic)];
}

/** The article is put back by the proclitics; short words may begin with its letters by chance. */
function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}
