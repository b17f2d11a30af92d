import {
  day,
  hour,
  type Instant,
  type Milliseconds,
  minute,
  second,
} from '../../src/domain/instant.ts';
import type { Source, Validators } from '../../src/domain/source.ts';
import { aSource } from './sources.ts';

/** What kind of publisher a simulated source is: its pace, its window, what its editor configured. */
const kinds = {
  agency: { perDay: 160, window: 50, every: 15, surges: false },
  busy: { perDay: 700, window: 40, every: 15, surges: false },
  paper: { perDay: 40, window: 30, every: 30, surges: false },
  site: { perDay: 8, window: 20, every: 30, surges: false },
  blog: { perDay: 0.4, window: 10, every: 60, surges: false },
  surging: { perDay: 6, window: 30, every: 15, surges: true },
  /** 300 an hour through a window of 20: no polite poller can follow. */
  torrent: { perDay: 7_200, window: 20, every: 15, surges: false },
} as const;

export type PublisherKind = keyof typeof kinds;

/** One publisher, its 30 days of items and its bad days decided beforehand. */
export interface Publisher {
  readonly source: Source;
  readonly kind: PublisherKind;
  readonly window: number;
  /** When each item appears, in order; those before the start are the first window. */
  readonly items: readonly Instant[];
  /** When the first surge is over; the start for a publisher without surges. */
  readonly firstSurgeOverAt: Instant;
  readonly validators: 'both' | 'date' | 'none' | 'fickle';
  readonly cache?: { readonly maxAgeMs: Milliseconds; readonly byExpires: boolean };
  /** Its 304s leave Cache-Control out: what the document said holds on (RFC 9111 §4.3.4). */
  readonly isBrief304: boolean;
  readonly ttlMinutes?: number;
  readonly updatePeriod?: string;
  readonly skipHours: readonly number[];
  readonly troubles: readonly Trouble[];
  readonly movedAt?: Instant;
  readonly goneAt?: Instant;
  /** From here on every conditional request is answered 304, whatever is new. */
  readonly liesFrom?: Instant;
}

interface Trouble {
  readonly from: Instant;
  readonly to: Instant;
  readonly status: number;
  readonly retryAfter?: string;
}

export interface SimulatedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Items `from` up to, not including, `to` of the publisher; for a 200. */
  readonly from: number;
  readonly to: number;
  readonly redirectedTo?: string;
  readonly tookMs: Milliseconds;
}

export type Random = () => number;

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two hundred publishers of all kinds, some of them on one host, with a few bad days each. */
export function inventPublishers(
  count: number,
  start: Instant,
  days: number,
  random: Random,
): readonly Publisher[] {
  const mix: readonly PublisherKind[] = [
    ...Array<PublisherKind>(10).fill('agency'),
    ...Array<PublisherKind>(3).fill('busy'),
    ...Array<PublisherKind>(12).fill('paper'),
    ...Array<PublisherKind>(8).fill('site'),
    ...Array<PublisherKind>(4).fill('blog'),
    ...Array<PublisherKind>(2).fill('surging'),
    'torrent',
  ];
  return Array.from({ length: count }, (_, n) => {
    const kind = mix[n % mix.length] ?? 'paper';
    return inventPublisher(n, kind, start, days, random);
  });
}

function inventPublisher(
  n: number,
  kind: PublisherKind,
  start: Instant,
  days: number,
  random: Random,
): Publisher {
  const { perDay, window, every } = kinds[kind];
  // Every ninth lives with others on one host.
  const host = n % 9 === 0 ? 'shared.example' : `outlet-${n}.example`;
  const surges = kinds[kind].surges ? inventSurges(start, days, random) : [];
  const items = inventItems(start, days, perDay, surges, random);
  return {
    kind,
    window,
    source: aSource({
      id: `outlet-${n}`,
      url: `https://${host}/${n}/rss`,
      everyMs: every * minute,
    }),
    items: [...firstWindow(start, perDay, window), ...items],
    firstSurgeOverAt: surges[0]?.[1] ?? start,
    validators: inventValidators(random),
    isBrief304: n % 3 === 1,
    // Surges are measured by themselves: their publishers ask for nothing and never fail for long.
    troubles: kinds[kind].surges ? [] : inventTroubles(start, days, random),
    ...(kinds[kind].surges ? { skipHours: [] } : inventWishes(random)),
    ...(n % 60 === 7 && { movedAt: start + 3 * day }),
    ...(n % 100 === 13 && { goneAt: start + 5 * day }),
    ...(n % 70 === 17 && { liesFrom: start + 6 * day }),
  };
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

function inventValidators(random: Random): Publisher['validators'] {
  const both = Array<'both'>(6).fill('both');
  return pick([...both, 'date', 'date', 'none', 'fickle'] as const, random);
}

/** What the server and the feed ask of a poller: Cache-Control, Expires, ttl, sy:*, skipHours. */
function inventWishes(
  random: Random,
): Pick<Publisher, 'cache' | 'ttlMinutes' | 'updatePeriod' | 'skipHours'> {
  const maxAgeMs = pick([0, 0, 0, 5 * minute, 5 * minute, hour, 2 * hour, day], random);
  const ttlMinutes = pick([0, 0, 0, 15, 30, 60, 120], random);
  return {
    ...(maxAgeMs > 0 && { cache: { maxAgeMs, byExpires: random() < 0.3 } }),
    ...(ttlMinutes > 0 && { ttlMinutes }),
    ...(random() < 0.15 && { updatePeriod: 'hourly' }),
    skipHours: random() < 0.03 ? [22, 23, 0, 1, 2] : [],
  };
}

function firstWindow(start: Instant, perDay: number, window: number): readonly Instant[] {
  return Array.from({ length: window }, (_, n) => start - ((window - n) * day) / perDay);
}

function inventItems(
  start: Instant,
  days: number,
  perDay: number,
  surges: readonly (readonly [Instant, Instant])[],
  random: Random,
): readonly Instant[] {
  const items: Instant[] = [];
  const step = 5 * minute;
  for (let at = start; at < start + days * day; at += step) {
    const clock = new Date(at).getUTCHours();
    const dayAndNight = clock >= 4 && clock < 20 ? 1.4 : 0.2;
    const isSurge = surges.some(([from, to]) => at >= from && at < to);
    const expected = isSurge ? (100 * step) / hour : (perDay * dayAndNight * step) / day;
    for (let n = poisson(expected, random); n > 0; n -= 1) items.push(at + random() * step);
  }
  return items.sort((a, b) => a - b);
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** About one in four days, 100 items an hour for an hour and a half. */
function inventSurges(
  start: Instant,
  days: number,
  random: Random,
): readonly (readonly [Instant, Instant])[] {
  const surges: (readonly [Instant, Instant])[] = [];
  for (let at = start + day; at < start + (days - 1) * day; at += (3 + 2 * random()) * day) {
    surges.push([at, at + 1.5 * hour]);
  }
  return surges;
}

function inventTroubles(start: Instant, days: number, random: Random): readonly Trouble[] {
  const troubles: Trouble[] = [];
  const somewhen = (): Instant => start + random() * days * day;
  const add = (length: Milliseconds, status: number, retryAfter?: string): void => {
    const from = somewhen();
    troubles.push({ from, to: from + length, status, ...(retryAfter && { retryAfter }) });
  };
  if (random() < 0.4) add(20 * minute, 503, '1800');
  if (random() < 0.3) add(10 * minute, 429, '5400');
  if (random() < 0.1) add(hour, 503, new Date(somewhen()).toUTCString());
  if (random() < 0.05) add(hour, 429, '864000');
  if (random() < 0.05) add(hour, 429, 'soon');
  if (random() < 0.1) add((1 + 3 * random()) * day, 500);
  if (random() < 0.05) add((0.2 + random()) * day, 404);
  if (random() < 0.05) add((0.2 + random()) * day, 403);
  if (random() < 0.01) troubles.push({ from: start + day, to: start + 99 * day, status: 500 });
  return troubles;
}

/** How a publisher answers a request that arrives at `now`. */
export function replyOf(
  publisher: Publisher,
  request: { readonly url: string; readonly validators: Validators },
  now: Instant,
  random: Random,
): SimulatedReply {
  const tookMs = Math.round(100 + 1_500 * random() ** 3);
  const none = { headers: {}, from: 0, to: 0, tookMs };
  if (publisher.goneAt !== undefined && now >= publisher.goneAt) return { ...none, status: 410 };
  const trouble = publisher.troubles.find(({ from, to }) => now >= from && now < to);
  if (trouble) {
    const { status, retryAfter } = trouble;
    return { ...none, status, headers: retryAfter ? { 'retry-after': retryAfter } : {} };
  }
  if (random() < 0.005) return { ...none, status: 502, tookMs: 20 * second };

  const to = countUntil(publisher.items, now);
  const from = Math.max(0, to - publisher.window);
  const headers = headersOf(publisher, to, now, random);
  const isMoved = publisher.movedAt !== undefined && now >= publisher.movedAt;
  const redirectedTo =
    isMoved && request.url === publisher.source.url ? movedUrl(publisher) : undefined;
  const isSame = isUnchanged(publisher, request.validators, headers, now);
  const answer = isSame ? unchanged(publisher, headers) : { status: 200, headers };
  return { ...answer, from, to, tookMs, ...(redirectedTo && { redirectedTo }) };
}

function unchanged({ isBrief304 }: Publisher, headers: SimulatedReply['headers']) {
  const { 'cache-control': _, ...brief } = headers;
  return { status: 304, headers: isBrief304 ? brief : headers };
}

/** Where a publisher that moved is found. */
export function movedUrl({ source }: Publisher): string {
  return source.url.replace('.example', '.moved.example');
}

function isUnchanged(
  publisher: Publisher,
  sent: Validators,
  headers: Readonly<Record<string, string>>,
  now: Instant,
): boolean {
  const isConditional = sent.etag !== undefined || sent.lastModified !== undefined;
  if (!isConditional || publisher.validators === 'none') return false;
  if (publisher.liesFrom !== undefined && now >= publisher.liesFrom) return true;
  if (sent.etag !== undefined) return sent.etag === headers['etag' as string];
  return sent.lastModified === headers['last-modified'];
}

function headersOf(
  publisher: Publisher,
  items: number,
  now: Instant,
  random: Random,
): Readonly<Record<string, string>> {
  const { validators, cache } = publisher;
  const newest = new Date(publisher.items[items - 1] ?? now).toUTCString();
  const etag = validators === 'fickle' ? `"${Math.floor(random() * 1e9)}"` : `W/"${items}"`;
  const date = new Date(now).toUTCString();
  return {
    date,
    ...((validators === 'both' || validators === 'fickle') && { etag }),
    ...((validators === 'both' || validators === 'date') && { 'last-modified': newest }),
    ...(cache &&
      (cache.byExpires
        ? { expires: new Date(now + cache.maxAgeMs).toUTCString() }
        : { 'cache-control': `public, max-age=${cache.maxAgeMs / second}` })),
  };
}

function countUntil(items: readonly Instant[], now: Instant): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] ?? 0) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether a poller that obeys this publisher can see all its items: what is asked for by ttl and
 * freshness, at the publisher's busiest, must not take longer than the window lasts.
 */
export function canBeFollowed(publisher: Publisher): boolean {
  const { kind, cache, ttlMinutes = 0, updatePeriod, skipHours, liesFrom } = publisher;
  if (kind === 'torrent' || skipHours.length > 0 || liesFrom !== undefined) return false;
  if (publisher.troubles.some(({ from, to, retryAfter }) => retryAfter || to - from > hour)) {
    return false;
  }
  const asked = Math.max(cache?.maxAgeMs ?? 0, ttlMinutes * minute, updatePeriod ? hour : 0);
  const busiest = kinds[kind].surges ? 100 : (kinds[kind].perDay / 24) * 1.4;
  return busiest * (Math.max(asked, 10 * minute) / hour) <= publisher.window * 0.7;
}
