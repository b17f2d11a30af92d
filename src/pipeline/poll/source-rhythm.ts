import type { Freshness } from '../../domain/fetch-result.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import type { Source, SourceRhythm, SourceState } from '../../domain/source.ts';

/** Time over which the rate of new items is smoothed: a weekend does not make an agency dead. */
const smoothing: Milliseconds = 3 * day;

/** A surge is remembered about so long: who sent 100 items in an hour may do so again. */
const surgeMemory: Milliseconds = 14 * day;
/** New items that make a surge: at least so many, and this share of the window. */
const surgeItemsMin = 3;
const surgeShareMin = 0.25;

/** What reading the document of a 200 gave, as far as polling cares. */
export interface FeedReading {
  readonly kind: 'feed';
  readonly ttlMinutes?: number | undefined;
  readonly updatePeriod?: string | undefined;
  readonly updateFrequency?: number | undefined;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  /** Items of the document, and how many of them the store held before. */
  readonly itemsTotal: number;
  readonly itemsKnown: number;
  readonly newestItemAt?: Instant | undefined;
  readonly oldestItemAt?: Instant | undefined;
}

/** What the source's ways are after a document; what it asks for is taken from this one alone. */
export function learnRhythm(
  source: Source,
  state: SourceState,
  reading: FeedReading,
  now: Instant,
): SourceRhythm {
  const itemsNew = reading.itemsTotal - reading.itemsKnown;
  const itemsPerDay =
    state.rhythm === undefined
      ? firstRate(source, reading, now)
      : fadedRate(state.rhythm.itemsPerDay, state, now) + (itemsNew * day) / smoothing;
  const peakPerHour = peakAfter(state, reading, itemsNew, now);
  const { newestItemAt, oldestItemAt } = reading;
  return {
    everyMs: source.everyMs,
    ...askedInterval(reading),
    // RSS 0.91 counted hours 1–24.
    skipHours: reading.skipHours.filter((each) => each >= 0 && each <= 24).map((each) => each % 24),
    skipDays: reading.skipDays.map((each) => each.trim().toLowerCase()),
    itemsPerDay,
    ...(peakPerHour !== undefined && { peakPerHour }),
    windowItems: reading.itemsTotal,
    ...(newestItemAt !== undefined &&
      oldestItemAt !== undefined && { windowMs: Math.max(0, newestItemAt - oldestItemAt) }),
  };
}

/** The strongest surge remembered, in items an hour; the first document is a stock, not a surge. */
function peakAfter(
  state: SourceState,
  reading: FeedReading,
  itemsNew: number,
  now: Instant,
): number | undefined {
  const { rhythm, lastSuccessAt } = state;
  if (rhythm === undefined || lastSuccessAt === undefined) return undefined;
  const elapsed = Math.max(0, now - lastSuccessAt);
  const faded = (rhythm.peakPerHour ?? 0) * Math.exp(-elapsed / surgeMemory);
  const isSurge = itemsNew >= Math.max(surgeItemsMin, reading.itemsTotal * surgeShareMin);
  if (!isSurge) return faded || undefined;
  const seen = itemsNew / (Math.max(elapsed, minute) / hour);
  return Math.max(faded, seen, itemsNew === reading.itemsTotal ? rateByDates(reading) : 0);
}

/** Of a window that is new throughout, more is lost than seen: its dates tell how fast it filled. */
function rateByDates({ itemsTotal, newestItemAt, oldestItemAt }: FeedReading): number {
  if (newestItemAt === undefined || oldestItemAt === undefined) return 0;
  // Many items of one minute are an import, not a pace.
  return itemsTotal / (Math.max(newestItemAt - oldestItemAt, 10 * minute) / hour);
}

/** After a 304: all as it was, and so much time without a new item. */
export function fadeRhythm(source: Source, state: SourceState, now: Instant): SourceRhythm {
  const { rhythm } = state;
  if (rhythm === undefined) {
    const itemsPerDay = day / source.everyMs;
    return { everyMs: source.everyMs, skipHours: [], skipDays: [], itemsPerDay, windowItems: 0 };
  }
  const itemsPerDay = fadedRate(rhythm.itemsPerDay, state, now);
  return { ...rhythm, everyMs: source.everyMs, itemsPerDay };
}

/** With the freshness that a later 304 renews: that of the newest answer which says anything of it. */
export function learnFreshness(rhythm: SourceRhythm, freshness: Freshness): SourceRhythm {
  const { freshForMs, isRenewed } = freshness;
  if (freshForMs === undefined) return rhythm;
  const { freshMs: _, ...rest } = rhythm;
  return isRenewed ? { ...rest, freshMs: freshForMs } : rest;
}

/** New items a day when the present row of 304s began. */
export function rateBeforeSilence(state: SourceState): number {
  const { rhythm, unmodifiedSince, lastSuccessAt } = state;
  if (rhythm === undefined || unmodifiedSince === undefined) return 0;
  const silence = Math.max(0, (lastSuccessAt ?? unmodifiedSince) - unmodifiedSince);
  return rhythm.itemsPerDay * Math.exp(silence / smoothing);
}

function fadedRate(itemsPerDay: number, state: SourceState, now: Instant): number {
  const elapsed = Math.max(0, now - (state.lastSuccessAt ?? now));
  return itemsPerDay * Math.exp(-elapsed / smoothing);
}

/** The first document shows a rate by its dates; without dates, one item for each poll is assumed. */
function firstRate(source: Source, reading: FeedReading, now: Instant): number {
  const oldest = reading.oldestItemAt;
  if (oldest === undefined || oldest >= now) return day / source.everyMs;
  return (reading.itemsTotal * day) / Math.max(now - oldest, hour);
}

const periods: Readonly<Record<string, Milliseconds>> = {
  hourly: hour,
  daily: day,
  weekly: 7 * day,
  monthly: 30 * day,
  yearly: 365 * day,
};

/** `ttl` (RSS 2.0, minutes) and `sy:updatePeriod` over `sy:updateFrequency` (RSS 1.0 syndication). */
function askedInterval(reading: FeedReading): Partial<Pick<SourceRhythm, 'askedMs' | 'askedBy'>> {
  const ttlMs = positive(reading.ttlMinutes) * minute;
  const period = periods[reading.updatePeriod?.trim().toLowerCase() ?? ''] ?? 0;
  const periodMs = period / (positive(reading.updateFrequency) || 1);
  if (ttlMs === 0 && periodMs === 0) return {};
  return ttlMs >= periodMs
    ? { askedMs: Math.round(ttlMs), askedBy: 'ttl' }
    : { askedMs: Math.round(periodMs), askedBy: 'sy:updatePeriod' };
}

function positive(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}
