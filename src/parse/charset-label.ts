import { isRegionalCharset } from './regional-charset.ts';

/**
 * Labels that servers and editors write and the WHATWG table does not list. Keys are normalised:
 * lower case, `_` and blanks as `-`.
 */
const aliases: Readonly<Record<string, string>> = {
  cp65001: 'utf-8',
  'utf-8-sig': 'utf-8',
  'utf-8n': 'utf-8',
  utf8mb4: 'utf-8',
  'utf8-unicode': 'utf-8',
  unicode: 'utf-16le',
  'ucs-2': 'utf-16le',
  ucs2: 'utf-16le',
  koi8: 'koi8-r',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  'koi-8': 'koi8-r',
  dos866: 'ibm866',
  'dos-866': 'ibm866',
  'alt-866': 'ibm866',
  turkish: 'windows-1254',
  cyrillic: 'windows-1251',
  arabic: 'windows-1256',
  hebrew: 'windows-1255',
  greek: 'windows-1253',
  armscii: 'armscii-8',
  armscii8: 'armscii-8',
  georgianps: 'georgian-ps',
  geostd8: 'georgian-ps',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp51932: 'euc-jp',
  'gb-2312': 'gbk',
  maccyrillic: 'x-mac-cyrillic',
  'mac-cyrillic': 'x-mac-cyrillic',
};

/** Encodings that turn ordinary bytes into other text or none; no feed means them. */
const refused: ReadonlySet<string> = new Set(['replacement', 'x-user-defined']);

/** `cp1251`, `win-1251`, `windows1251`, `ms-ansi-1251`: all mean a Windows code page. */
const windowsPattern = /^(?:(?:x-)?cp|win|windows|ms|ansi|ms-ansi)-?(125[0-8]|874)$/;
const isoPattern = /^(?:x-)?iso-?(?:ir-)?8859-?(\d{1,2})(?:-[eil])?$/;

/**
 * The encoding a label means, under the name `TextDecoder` knows it by; undefined when nothing can
 * be made of it.
 */
export function findEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const plain = label
    .slice(0, 64)
    .toLowerCase()
    .replace(/["'\s;]/g, ' ')
    .trim()
    .replace(/[_ ]/g, '-');
  if (plain === '') return undefined;
  const name = aliases[plain] ?? findNumbered(plain) ?? plain;
  return findKnown(name) ?? findKnown(label.trim());
}

function findNumbered(plain: string): string | undefined {
  const windows = windowsPattern.exec(plain)?.[1];
  if (windows !== undefined) return `windows-${windows}`;
  const iso = isoPattern.exec(plain)?.[1];
  return iso === undefined ? undefined : `iso-8859-${Number(iso)}`;
}

function findKnown(name: string): string | undefined {
  if (isRegionalCharset(name)) return name;
  try {
    const { encoding } = new TextDecoder(name);
    return refused.has(encoding) ? undefined : encoding;
  } catch {
    // Not a label of the WHATWG table: the caller asks the next one.
    return undefined;
  }
}

/** What documents of a language are usually written in when they are not UTF-8. */
const usualByLanguage: Readonly<Record<string, string>> = {
  tr: 'windows-1254',
  az: 'windows-1254',
  ku: 'windows-1254',
  ru: 'windows-1251',
  uk: 'windows-1251',
  be: 'windows-1251',
  bg: 'windows-1251',
  mk: 'windows-1251',
  sr: 'windows-1251',
  kk: 'windows-1251',
  ky: 'windows-1251',
  tg: 'windows-1251',
  mn: 'windows-1251',
  fa: 'windows-1256',
  ar: 'windows-1256',
  ur: 'windows-1256',
  he: 'windows-1255',
  el: 'windows-1253',
  pl: 'windows-1250',
  cs: 'windows-1250',
  sk: 'windows-1250',
  hu: 'windows-1250',
  ro: 'windows-1250',
  hr: 'windows-1250',
  sl: 'windows-1250',
  et: 'windows-1257',
  lv: 'windows-1257',
  lt: 'windows-1257',
  vi: 'windows-1258',
  th: 'windows-874',
  ja: 'shift_jis',
  ko: 'euc-kr',
  zh: 'gbk',
};

/** The single-byte (or East Asian) encoding usual for a language; windows-1252 for any other. */
export function usualEncoding(language: string | undefined): string {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  return usualByLanguage[primary] ?? 'windows-1252';
}
