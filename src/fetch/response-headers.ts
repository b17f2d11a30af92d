import type { Freshness, LinkHeader } from '../domain/fetch-result.ts';
import { type Instant, type Milliseconds, second } from '../domain/instant.ts';
import { urlCharactersMax } from '../domain/limits.ts';
import type { Validators } from '../domain/source.ts';
import { parseHttpDate } from './http-date.ts';

/** Response headers as undici gives them: lower-case names, each byte a Latin-1 character. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Links used of one response; a page of preload hints has dozens. */
const linksMax = 50;
/** Part of a Link header that is read: the pattern's work grows with its square. */
const linkCharactersMax = 8_192;

/** The value of a header; the first, when a server sends it twice. */
export function headerOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** All values of a list header as one (RFC 9110 §5.3). */
export function listOf(headers: ResponseHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

/** ETag and Last-Modified exactly as they came; an empty one is none. */
export function readValidators(headers: ResponseHeaders): Validators {
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/**
 * For how long the response calls itself fresh, its age taken off (RFC 9111 §4.2.1): `s-maxage`,
 * else `max-age`, else `Expires`. Araz serves many readers, so it counts as a shared cache. A
 * `no-cache` allows no earlier poll: what it asks for, to be revalidated, is what every poll does.
 */
export function readFreshness(headers: ResponseHeaders, now: Instant): Freshness {
  const control = listOf(headers, 'cache-control');
  const seconds = directive(control, 's-maxage') ?? directive(control, 'max-age');
  if (seconds !== undefined) {
    return { freshForMs: leftOf(seconds * second, headers), isRenewed: true };
  }
  const expires = parseHttpDate(headerOf(headers, 'expires') ?? '');
  if (expires === undefined) return {};
  const date = parseHttpDate(headerOf(headers, 'date') ?? '') ?? now;
  return { freshForMs: leftOf(expires - date, headers) };
}

/** What is left of a lifetime after the response's age in caches on the way. */
function leftOf(lifetimeMs: Milliseconds, headers: ResponseHeaders): Milliseconds {
  const ageMs = (wholeNumber(headerOf(headers, 'age')) ?? 0) * second;
  return Math.min(Math.max(lifetimeMs - ageMs, 0), Number.MAX_SAFE_INTEGER);
}

function directive(cacheControl: string, name: string): number | undefined {
  const pattern = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?(\\d+)`, 'i');
  return wholeNumber(pattern.exec(cacheControl)?.[1]);
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

/**
 * The wait a server asks for (RFC 9110 §10.2.3), seconds or a date; undefined when absent,
 * unreadable or over. A date is counted from the server's own Date, since clocks differ.
 */
export function readRetryAfter(headers: ResponseHeaders, now: Instant): Milliseconds | undefined {
  const text = headerOf(headers, 'retry-after')?.trim();
  if (text === undefined) return undefined;
  const waitMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * second : untilDate(text, headers, now);
  if (waitMs === undefined || !(waitMs > 0)) return undefined;
  return Math.min(Math.ceil(waitMs), Number.MAX_SAFE_INTEGER);
}

function untilDate(text: string, headers: ResponseHeaders, now: Instant): Milliseconds | undefined {
  const until = parseHttpDate(text);
  if (until === undefined) return undefined;
  return until - (parseHttpDate(headerOf(headers, 'date') ?? '') ?? now);
}

/** One link: `<target>` and its parameters, quoted strings kept whole (RFC 8288 §3). */
const linkValue =
  /<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^",;\s]*))?)*)/g;
const linkParameter = /;\s*([\w!#$&+.^`|~*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",;\s]*)))?/g;

/** Targets of the Link header, absolute http(s), one entry for each relation. */
export function readLinks(headers: ResponseHeaders, base: string): readonly LinkHeader[] {
  const links: LinkHeader[] = [];
  const text = listOf(headers, 'link').slice(0, linkCharactersMax);
  for (const [, target = '', parameters = ''] of text.matchAll(linkValue)) {
    const href = absolute(target, base);
    if (href === undefined) continue;
    for (const rel of relationsOf(parameters)) {
      if (rel !== '' && links.length < linksMax) links.push({ href, rel });
    }
  }
  return links;
}

/** The relation types of a link; the first `rel` counts (RFC 8288 §3.3). */
function relationsOf(parameters: string): readonly string[] {
  for (const [, name = '', quoted, token] of parameters.matchAll(linkParameter)) {
    if (name.toLowerCase() === 'rel') return (quoted ?? token ?? '').toLowerCase().split(/\s+/);
  }
  return [];
}

/** Resolves an address found in a header; undefined unless it is http(s) of sane length. */
function absolute(target: string, base: string): string | undefined {
  const text = textOfHeader(target).trim();
  if (text.length > urlCharactersMax || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** A header's bytes as text: servers put raw UTF-8 into Location and Link. */
export function textOfHeader(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    // Not UTF-8, so Latin-1 is what it was.
    return value;
  }
}
