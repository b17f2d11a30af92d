import type { LanguageTag } from '../domain/ids.ts';
import { baseLanguage } from '../text/base-language.ts';

/**
 * Which language an item is in. The editor's setting stands unless the letters are clearly another
 * language of the region: outlets mix editions in one feed, and their own word about it is often
 * wrong (`en-us` on Azerbaijani text). Saying nothing is better than a wrong guess, so a text needs
 * a clear majority of letters; Latin languages need letters of their own.
 */

/** Letters from which a text is judged. */
const lettersMin = 12;
/** Share of letters one script needs. */
const majority = 0.7;

const scripts: readonly (readonly [string, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['armenian', /\p{Script=Armenian}/gu],
  ['georgian', /\p{Script=Georgian}/gu],
];

/** Script in which each language of the region, and some beside it, is written. */
const scriptOf: Readonly<Record<string, string>> = {
  az: 'latin',
  tr: 'latin',
  en: 'latin',
  ru: 'cyrillic',
  uk: 'cyrillic',
  fa: 'arabic',
  ar: 'arabic',
  hy: 'armenian',
  ka: 'georgian',
};

/** Language of the text. `configured` may be `mul` or `und`; then `claimed` (the feed's word) is last. */
export function itemLanguage(
  text: string,
  configured: LanguageTag,
  claimed: string | undefined,
): LanguageTag {
  const setting = configured.toLowerCase();
  const isOpen = setting === 'mul' || setting === 'und';
  const script = mainScript(text);
  const found = script === undefined ? undefined : detect(text, script, setting);
  if (found !== undefined) return found;
  if (!isOpen) return setting;
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(claimed ?? '')
    ? String(claimed).toLowerCase()
    : 'und';
}

function mainScript(text: string): string | undefined {
  const letters = count(text, /\p{L}/gu);
  if (letters < lettersMin) return undefined;
  return scripts.find(([, pattern]) => count(text, pattern) >= letters * majority)?.[0];
}

/** Another language than the setting, when the letters say so; undefined when they do not. */
function detect(text: string, script: string, setting: string): LanguageTag | undefined {
  const base = baseLanguage(setting);
  const isOwnScript = scriptOf[base] === script;
  switch (script) {
    case 'armenian':
      return isOwnScript ? undefined : 'hy';
    case 'georgian':
      return isOwnScript ? undefined : 'ka';
    case 'arabic':
      return detectArabic(text, base);
    case 'cyrillic':
      return detectCyrillic(text, base, isOwnScript);
    default:
      return detectLatin(text, base, isOwnScript);
  }
}

/** Persian has four letters and two letter forms of its own, Arabic three endings and hamza forms. */
function detectArabic(text: string, base: string): LanguageTag | undefined {
  const persian = count(text, /[پچژگ]/g) * 2 + count(text, /[یک]/g);
  const arabic = count(text, /[ةإأ]/g) * 2 + count(text, /[يكىؤ]/g) + count(text, /(?<!\p{L})ال/gu);
  const known = base === 'fa' || base === 'ar';
  if (!known && scriptOf[base] === undefined && base !== 'mul' && base !== 'und') return undefined;
  if (base !== 'fa' && persian >= 4 && persian > arabic * 2) return 'fa';
  // Old Persian keyboards write Arabic yeh and kaf, so those alone prove nothing.
  if (base !== 'ar' && arabic >= 6 && persian === 0 && count(text, /[ةإأ]/g) >= 2) return 'ar';
  return known ? undefined : arabic > persian ? 'ar' : 'fa';
}

function detectCyrillic(text: string, base: string, isOwn: boolean): LanguageTag | undefined {
  const isAzerbaijani = count(text, /[әҝҹјғһ]/gi) >= 2 && !/[йцщъьэюяқңұі]/i.test(text);
  if (isAzerbaijani) return base === 'az' ? undefined : 'az';
  if (isOwn || (scriptOf[base] === undefined && base !== 'mul' && base !== 'und')) return undefined;
  return count(text, /[іїєґ]/gi) >= 2 ? 'uk' : 'ru';
}

function detectLatin(text: string, base: string, isOwn: boolean): LanguageTag | undefined {
  const isOpen = base === 'mul' || base === 'und';
  // German, French and others share the script: only a language of the region is ever corrected.
  if (!isOwn && !isOpen && scriptOf[base] === undefined) return undefined;
  const schwas = count(text, /ə/gi);
  const marks = count(text, /[ışğ]/g);
  const letters = count(text, /\p{L}/gu);
  if (base !== 'az' && schwas >= 3) return 'az';
  if (base !== 'tr' && schwas === 0 && marks >= 3 && letters >= 60) return 'tr';
  const isEnglish = count(text, /(?<!\p{L})(?:the|of|and|in|to|for|with|on|is)(?!\p{L})/giu) >= 3;
  if (base !== 'en' && schwas === 0 && marks === 0 && isEnglish) return 'en';
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
