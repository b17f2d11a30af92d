import { countryUnknown } from '../../domain/reported-by.ts';
import { baseLanguage } from '../../text/base-language.ts';
import { findNearest } from '../../text/nearest.ts';
import { type Fault, quote } from '../problem.ts';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const twoLetterCodes = letters.flatMap((first) => letters.map((second) => first + second));

/** The tag as Araz writes it: canonical (`tur` is `tr`), lower case. Undefined when it is no BCP 47 tag. */
export function parseLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase();
  } catch {
    // RangeError: not a well-formed tag (RFC 5646).
    return undefined;
  }
}

function languageName(code: string): string | undefined {
  try {
    return languageNames.of(code);
  } catch {
    // RangeError: not a well-formed tag, so it has no name.
    return undefined;
  }
}

/** What an editor who wrote `turkish` or the country's `ir` most likely meant. */
function findLanguageMeant(text: string): string | undefined {
  const asked = text.trim().toLowerCase();
  const byName = new Map<string, string>();
  for (const code of twoLetterCodes) {
    const name = languageName(code)?.toLowerCase();
    if (name !== undefined && !byName.has(name)) byName.set(name, code);
  }
  const named = findNearest(asked, byName.keys());
  if (named !== undefined && asked.length > 3) return byName.get(named);
  const isCountry = /^[a-z]{2}$/.test(asked) && asked.toUpperCase() !== countryUnknown;
  if (!isCountry || regionName(asked) === undefined) return undefined;
  return new Intl.Locale(`und-${asked}`).maximize().language;
}

/** Says what is wrong with a language tag: it must be well formed and name a known language. */
export function judgeLanguage(tag: string): Fault | undefined {
  const canonical = parseLanguage(tag);
  const primary = baseLanguage(canonical ?? '');
  if (primary === 'und') return undefined;
  if (canonical !== undefined && isLanguage(primary)) {
    // The parts behind a language are named whichever it is.
    const named = languageName(canonical.replace(primary, 'en'));
    return named === undefined ? partFault(tag, primary) : undefined;
  }
  const meant = findLanguageMeant(tag);
  const example = 'write a BCP 47 tag such as "az", "tr", "fa", "ru" or "en"';
  return {
    message: `is ${quote(tag)}, which names no language`,
    cure: meant === undefined ? example : `did you mean "${meant}"? Otherwise ${example}`,
  };
}

/** Some languages of the region, such as South Azerbaijani (`azb`), have no name in the runtime's tables, but a script. */
function isLanguage(primary: string): boolean {
  return (
    languageName(primary) !== undefined || new Intl.Locale(primary).maximize().script !== undefined
  );
}

/** The language is known; its script, region or variant is none that there is. */
function partFault(tag: string, primary: string): Fault {
  return {
    message: `is ${quote(tag)}, of which only "${primary}" is known`,
    cure: `write "${primary}", or a script or region behind it, such as "az-Cyrl" or "fa-AF"`,
  };
}

/** As `judgeLanguage`, for what a person reads: such a text is in one language, and in a known one. */
export function judgeTextLanguage(tag: string): Fault | undefined {
  const primary = baseLanguage(parseLanguage(tag) ?? '');
  if (!/^(?:und|mul|mis|zxx)$/.test(primary)) return judgeLanguage(tag);
  return {
    message: `is ${quote(tag)}, which is not the language of a text`,
    cure: 'write the one it is in, such as "az", "tr", "fa", "ru" or "en"',
  };
}

function regionName(code: string): string | undefined {
  try {
    return regionNames.of(code.toUpperCase());
  } catch {
    // RangeError: not two letters or three digits.
    return undefined;
  }
}

/** Says what is wrong with a country: ISO 3166 alpha-2, upper case, or `ZZ`. */
export function judgeCountry(code: string): Fault | undefined {
  const isCode = /^[A-Z]{2}$/.test(code);
  const canonical = isCode ? new Intl.Locale(`und-${code}`).region : undefined;
  if (code === countryUnknown || (canonical === code && regionName(code) !== undefined)) {
    return undefined;
  }
  const meant = findCountryMeant(code, canonical);
  const example = 'write the two capital letters of ISO 3166, such as "AZ", "IR" or "TR"';
  return {
    message: `is ${quote(code)}, which is no country code`,
    cure: meant === undefined ? example : `did you mean "${meant}"? Otherwise ${example}`,
  };
}

/** Names and three-letter codes of the region that the runtime's English names do not cover. */
const regionWords: Readonly<Record<string, string>> = {
  TURKEY: 'TR',
  TUR: 'TR',
  AZE: 'AZ',
  IRN: 'IR',
  ARM: 'AM',
  GEO: 'GE',
  RUS: 'RU',
  KAZ: 'KZ',
  TKM: 'TM',
  IRQ: 'IQ',
  USA: 'US',
};

function findCountryMeant(text: string, canonical: string | undefined): string | undefined {
  if (canonical !== undefined && regionName(canonical) !== undefined) return canonical;
  const upper = text.trim().toUpperCase();
  if (regionWords[upper] !== undefined) return regionWords[upper];
  if (/^[A-Z]{2}$/.test(upper)) return regionName(upper) === undefined ? undefined : upper;
  const byName = new Map<string, string>();
  for (const code of twoLetterCodes) {
    const name = regionName(code)?.toLowerCase();
    if (name !== undefined && !byName.has(name)) byName.set(name, code.toUpperCase());
  }
  const named = findNearest(text.trim(), byName.keys());
  return named === undefined ? undefined : byName.get(named);
}

/** Whether the runtime's zone table knows the name. */
function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError: unknown zone.
    return false;
  }
}

const fixedOffset = /^[+-](?:0\d|1[0-4]):?[0-5]\d$/;

/** Says what is wrong with a zone: an IANA name or, where `offsetsToo`, a fixed offset such as `+04:00`. */
export function judgeTimezone(zone: string, offsetsToo: boolean): Fault | undefined {
  const isOffset = /^[+-]/.test(zone);
  if (isOffset ? offsetsToo && fixedOffset.test(zone) : isTimezone(zone)) return undefined;
  const zones = Intl.supportedValuesOf('timeZone');
  const city = new Map(zones.map((name) => [name.split('/').at(-1) ?? name, name]));
  const nearestCity = findNearest(zone.split('/').at(-1) ?? zone, city.keys());
  const meant = findNearest(zone, zones) ?? city.get(nearestCity ?? '');
  const offset = offsetsToo ? ', or a fixed offset such as "+04:00"' : '';
  const example = `write an IANA name such as "Asia/Baku"${offset}`;
  return {
    message: `is ${quote(zone)}, which is no time zone`,
    cure: meant === undefined ? example : `did you mean "${meant}"? Otherwise ${example}`,
  };
}
