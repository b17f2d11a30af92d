import { urlCharactersMax } from '../domain/limits.ts';

const webPattern = /^https?:\/\/[^\s/?#]/i;

/**
 * An address that the URL parser would take as it is: a plain host name whose last label starts
 * with a letter (numbers and punycode have rules of their own), and characters a URL may hold.
 */
const plainWebPattern =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+(?!xn--)[a-z][a-z0-9-]*(?::\d{1,4})?(?:[/?#][!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*)?$/i;

/**
 * An absolute http(s) address, resolved against a base; undefined for any other scheme, a relative
 * address without a base, or one longer than the cap. Addresses that are absolute already stay as
 * the source wrote them.
 */
export function resolveWebAddress(
  raw: string | undefined,
  base: string | undefined,
): string | undefined {
  if (raw === undefined) return undefined;
  const text = raw.trim();
  if (text === '' || text.length > urlCharactersMax) return undefined;
  if (plainWebPattern.test(text)) return text;
  return parseWebAddress(mendScheme(text), base);
}

function parseWebAddress(text: string, base: string | undefined): string | undefined {
  const compact = text.replace(/[\t\n\r]+/g, '');
  const absolute = URL.canParse(compact, base) ? new URL(compact, base) : undefined;
  if (absolute === undefined) return undefined;
  if (absolute.protocol !== 'http:' && absolute.protocol !== 'https:') return undefined;
  return absolute.href.length > urlCharactersMax ? undefined : absolute.href;
}

/** `feed://host`, `feed:https://host` and `www.host/…` are what people write. */
function mendScheme(text: string): string {
  if (/^feed:https?:/i.test(text)) return text.slice('feed:'.length);
  if (/^feed:\/\//i.test(text)) return `http${text.slice('feed'.length)}`;
  return /^www\.[^\s/]+\.[a-z]{2,}/i.test(text) ? `http://${text}` : text;
}

/** Whether a text is an absolute http(s) address by itself. */
export function isWebAddress(text: string): boolean {
  return webPattern.test(text) && !/\s/.test(text);
}
