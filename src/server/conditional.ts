import { parseHttpDate } from '../fetch/http-date.ts';
import type { Coding, PublishedDocument, Representation } from './representation.ts';

/** Answers to headers that clients send: a few dozen kinds, so a few hundred are plenty. */
const rememberedMax = 256;
const remembered = new Map<string, readonly Coding[]>();

/** What of a request decides its answer. */
export interface Conditions {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
  readonly ifMatch: string | undefined;
  readonly ifUnmodifiedSince: string | undefined;
}

/**
 * Reads them off the raw headers (names and values in turn): the object of all headers, which Node
 * would build for it, costs more than the answer. Lists sent in several lines are one list.
 */
export function readConditions(rawHeaders: readonly string[]): Conditions {
  let acceptEncoding: string | undefined;
  let ifNoneMatch: string | undefined;
  let ifModifiedSince: string | undefined;
  let ifMatch: string | undefined;
  let ifUnmodifiedSince: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const value = rawHeaders[index + 1] ?? '';
    switch (headerOfInterest(rawHeaders[index] ?? '')) {
      case 'accept-encoding':
        acceptEncoding = joined(acceptEncoding, value);
        break;
      case 'if-none-match':
        ifNoneMatch = joined(ifNoneMatch, value);
        break;
      case 'if-modified-since':
        ifModifiedSince ??= value;
        break;
      case 'if-match':
        ifMatch = joined(ifMatch, value);
        break;
      case 'if-unmodified-since':
        ifUnmodifiedSince ??= value;
        break;
      default:
    }
  }
  return { acceptEncoding, ifNoneMatch, ifModifiedSince, ifMatch, ifUnmodifiedSince };
}

function joined(before: string | undefined, value: string): string {
  return before === undefined ? value : `${before}, ${value}`;
}

const lengthsOfInterest = new Set(
  ['accept-encoding', 'if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'].map(
    ({ length }) => length,
  ),
);

/** In small letters, when its length may be that of a header that counts. */
function headerOfInterest(name: string): string | undefined {
  return lengthsOfInterest.has(name.length) ? name.toLowerCase() : undefined;
}

/** A name or address with or without a port (RFC 9110 §7.2); nothing when it is unknown. */
const hostPattern = /^(?:[\w.~%!$&'()*+,;=-]*|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** Whether the request names one host and well: any other is to be refused (RFC 9112 §3.2). */
export function isHostSound(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    hosts += 1;
    if (hosts > 1 || !hostPattern.test(rawHeaders[index + 1] ?? '')) return false;
  }
  return true;
}

/** The representation to answer with: the best of those there are, by the client's weights. */
export function chooseRepresentation(
  document: PublishedDocument,
  acceptEncoding: string | undefined,
): Representation {
  if (acceptEncoding === undefined) return document.identity;
  for (const coding of rememberedPreference(acceptEncoding)) {
    const representation = document[coding];
    if (representation !== undefined) return representation;
  }
  return document.identity;
}

function rememberedPreference(acceptEncoding: string): readonly Coding[] {
  const known = remembered.get(acceptEncoding);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedMax) remembered.clear();
  const codings = preferredCodings(acceptEncoding);
  remembered.set(acceptEncoding, codings);
  return codings;
}

/**
 * Codings that are better than the plain document for this client, best first (RFC 9110 §12.5.3).
 * Of those it likes equally well `br` is smaller.
 */
export function preferredCodings(acceptEncoding: string): readonly ('br' | 'gzip')[] {
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    if (name !== '') weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  return (['br', 'gzip'] as const)
    .filter((name) => weightOf(name) > 0 && weightOf(name) >= (weights.get('identity') ?? 0))
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/**
 * Whether the client holds this very representation. If-None-Match is compared weakly and beats
 * If-Modified-Since (RFC 9110 §13.1.2, §13.2.2); a date that is none is passed over (§13.1.3).
 */
export function isUnmodified(
  etag: string,
  lastModified: number,
  { ifNoneMatch, ifModifiedSince }: Partial<Conditions>,
): boolean {
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
    const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
    return tags.some((tag) => tag.replace(/^W\//, '') === etag);
  }
  if (ifModifiedSince === undefined) return false;
  const since = parseHttpDate(ifModifiedSince);
  return since !== undefined && lastModified <= since;
}

/**
 * Whether the client asked for the document only as long as it is the one it names, and it is
 * another (RFC 9110 §13.1.1, §13.1.4). If-Match compares strongly and beats If-Unmodified-Since.
 */
export function isRefused(
  etag: string,
  lastModified: number,
  { ifMatch, ifUnmodifiedSince }: Partial<Conditions>,
): boolean {
  if (ifMatch !== undefined) {
    if (ifMatch.trim() === '*') return false;
    const tags: readonly string[] = ifMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
    return !tags.includes(etag);
  }
  if (ifUnmodifiedSince === undefined) return false;
  const since = parseHttpDate(ifUnmodifiedSince);
  return since !== undefined && lastModified > since;
}
