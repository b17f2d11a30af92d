import { urlCharactersMax } from '../domain/limits.ts';
import { escapeMarkup } from './escape.ts';

/**
 * Everything that XML 1.0 §2.2 does not call a character, and what it discourages: C1 controls, and
 * the noncharacters of every plane, which are faults in HTML. The `u` flag makes a surrogate pair one
 * character, so that only lone surrogates are seen.
 */
const unwantedCharacter =
  /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\p{NChar}/gu;

/** Any white space run, no-break spaces included. */
const whiteSpace = /\s+/gu;

/** Text of which a reader sees nothing: joiners, direction marks, fillers and the blank of Braille. */
const nothingToSee = /^[\s\p{Cf}\p{DI}\u2800]*$/u;

/**
 * Text that every format can carry: no control or non-characters, no lone surrogates (each becomes
 * U+FFFD), line ends as XML readers report them (XML 1.0 §2.11, 1.1 for U+0085). Running it again changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u0085/g, '\n')
    .replace(unwantedCharacter, (character) =>
      character >= '\uD800' && character <= '\uDFFF' ? '\uFFFD' : '',
    );
}

/** Clean text on one line, trimmed: titles, names, attribute values. Empty when nobody could see it. */
export function cleanLine(text: string): string {
  const line = cleanText(text).replace(whiteSpace, ' ').trim();
  return nothingToSee.test(line) ? '' : line;
}

/** The same value with every string in it cleaned; keys and shapes stay. */
export function cleanTree<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => cleanTree(member)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const cleaned = Object.entries(value).map(([key, member]) => [key, cleanTree(member)]);
  return Object.fromEntries(cleaned) as T;
}

/** What WHATWG leaves in a path or a query, and RFC 3986 §3.3 and §3.4 do not allow there. */
const notUriCharacter = /[[\]{}|^`\\"<>]/g;

/**
 * The URL as WHATWG writes it, percent-encoded as far as RFC 3986 asks, when it is absolute http(s)
 * and of bearable length, also where every `&` is written `&amp;` and every letter outside ASCII as
 * three bytes; else undefined.
 */
export function httpUrl(text: string | undefined): string | undefined {
  if (text === undefined || text.length > urlCharactersMax) return undefined;
  let url: URL;
  try {
    url = new URL(cleanText(text).trim());
  } catch {
    return undefined;
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || !isHost(url.hostname)) {
    return undefined;
  }
  // A name and password in an address are the source's secret, never a reader's.
  url.username = '';
  url.password = '';
  // The host is left alone: an IPv6 address stands in brackets.
  const rest = url.href.slice(url.origin.length).replace(notUriCharacter, percentEncode);
  const href = url.origin + rest;
  return escapeMarkup(href).length > urlCharactersMax ? undefined : href;
}

/** RFC 4151 §2.1, and of names (RFC 8141) those that are UUIDs (RFC 9562 §4). */
const tagOrUuid =
  /^(?:tag:(?:[\w.-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[\w;/?:@&=+$.!~*'()%,-]*|urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Whether a feed of another's goes by this: an address as it is to be written, a `tag:` or a UUID. */
export function isFeedId(text: string): boolean {
  if (text.length > urlCharactersMax) return false;
  if (!/^https?:/.test(text)) return tagOrUuid.test(text);
  // With a name and password before the host it is a secret, as any address.
  const isPublic = /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w\-.~:/?#@!$&'()*+,;=%]*)?$/.test(text);
  return isPublic && httpUrl(text) !== undefined;
}

/** WHATWG takes a name with a gap in it (`a..example`), which no resolver does. */
function isHost(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !name.includes('..');
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

const mailLocal = "[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]+";
const mailLabel = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*';
/** A mailbox without quotes (RFC 5322 §3.4.1), in any script (RFC 6532), at a name with a dot in it. */
const mailAddress = new RegExp(`^${mailLocal}@${mailLabel}(?:\\.${mailLabel})+$`, 'u');

/** Strict enough for RSS `managingEditor`, Atom `email` and OPML `ownerEmail`, which validators check. */
export function isMailAddress(text: string): boolean {
  return mailAddress.test(text);
}

/** Text cut at a word to at most `charactersMax` characters, the ellipsis counted; else as it is. */
export function cutAtWord(text: string, charactersMax: number): string {
  const line = cleanLine(text);
  if (line.length <= charactersMax) return line;
  const head = line.slice(0, charactersMax - 1);
  const lastSpace = head.lastIndexOf(' ');
  // A word longer than a third of the text is cut inside: the text says more than the gap would.
  const cut = lastSpace > (charactersMax * 2) / 3 ? head.slice(0, lastSpace) : head;
  // The cut may have halved a surrogate pair.
  const whole = cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
