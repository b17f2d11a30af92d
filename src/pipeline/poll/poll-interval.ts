/*
 * How long to leave a source alone, learnt from what it brings.
 *
 * Two things can go wrong: a poll too late loses items that have left the source's window or tells
 * news hours after the fact; a poll too early costs the publisher a request. A lost item cannot be
 * had again, so the interval is cut in one step and grows in small ones. It grows no further than
 * a quarter of the time in which the source usually brings one item, or an agency's quiet night
 * would make its morning news late; no further than half the time in which a surge seen of late
 * would fill the window; and never further than a day.
 *
 * Known exceptions: a source with a window of one or two items replaces it at every poll and is
 * asked at the floor; a source that republishes old items under new ids looks busier than it is.
 */
import { day, hour, type Milliseconds, minute } from '../../domain/instant.ts';
import type { Source, SourceRhythm, SourceState } from '../../domain/source.ts';
import { timeInWords } from '../time-in-words.ts';
import type { FeedReading } from './source-rhythm.ts';

/** No source is asked more often than this, whatever is configured. */
export const intervalMin: Milliseconds = 10 * minute;
/** Nor, while it works, less often than this, unless the editor wants it. */
const intervalMax: Milliseconds = day;

/** Share of known items below which the interval halves, and from which it grows. */
const overlapLow = 0.5;
const overlapHigh = 0.9;
const growth = 1.25;
/** Polls in the usual time of one item: three in four find nothing, and news is not late. */
const pollsPerItem = 4;

/** A 304: nothing new, and no document to say anything else. */
export interface NothingNew {
  readonly kind: 'unchanged';
}

export interface IntervalDecision {
  readonly intervalMs: Milliseconds;
  /** For an operator: `every 30 min as configured`. */
  readonly reason: string;
}

/**
 * Whether items may have come and gone between two polls: the document is as full as the last
 * one and holds nothing known. For the counter `items_possibly_missed_total`.
 */
export function mayHaveMissed(state: SourceState, reading: FeedReading): boolean {
  const { rhythm } = state;
  if (rhythm === undefined || rhythm.windowItems === 0) return false;
  return reading.itemsKnown === 0 && reading.itemsTotal >= rhythm.windowItems;
}

/** The interval after a success; `rhythm` is what was learnt of the same answer. */
export function decideInterval(
  source: Source,
  state: SourceState,
  rhythm: SourceRhythm,
  reading: FeedReading | NothingNew,
): IntervalDecision {
  const most = Math.max(intervalMax, source.everyMs);
  // An editor's other `every` starts afresh; so does a source that was never read.
  const isFirst = state.rhythm?.everyMs !== source.everyMs;
  if (isFirst) return named(clamp(source.everyMs, intervalMin, most), source);
  if (reading.kind === 'feed' && mayHaveMissed(state, reading)) {
    const what = `none of the ${reading.itemsTotal} items was known, some may have been missed`;
    return { intervalMs: intervalMin, reason: `every ${timeInWords(intervalMin)}: ${what}` };
  }
  const wanted = state.intervalMs * factorFor(reading);
  const usualGap = rhythm.itemsPerDay > 0 ? day / rhythm.itemsPerDay : Number.POSITIVE_INFINITY;
  const patience = Math.max(source.everyMs, usualGap / pollsPerItem);
  const bounded = Math.min(wanted, patience, surgeGap(rhythm));
  return named(clamp(bounded, intervalMin, most), source);
}

/** Half the time in which the strongest surge remembered would replace the window. */
function surgeGap({ peakPerHour, windowItems }: SourceRhythm): Milliseconds {
  if (peakPerHour === undefined || windowItems === 0) return Number.POSITIVE_INFINITY;
  return (windowItems / peakPerHour / 2) * hour;
}

function factorFor(reading: FeedReading | NothingNew): number {
  if (reading.kind === 'unchanged' || reading.itemsTotal === 0) return growth;
  const overlap = reading.itemsKnown / reading.itemsTotal;
  if (overlap < overlapLow) return 0.5;
  return overlap >= overlapHigh ? growth : 1;
}

function named(interval: Milliseconds, source: Source): IntervalDecision {
  const intervalMs = Math.round(interval);
  const length = timeInWords(intervalMs);
  const configured = timeInWords(source.everyMs);
  if (length === configured) return { intervalMs, reason: `every ${length} as configured` };
  const why = whyNotConfigured(intervalMs, source);
  return { intervalMs, reason: `every ${length}: ${why} (${configured} configured)` };
}

function whyNotConfigured(intervalMs: Milliseconds, source: Source): string {
  if (source.everyMs < intervalMin && intervalMs === intervalMin) return 'the shortest allowed';
  return intervalMs > source.everyMs ? 'little new comes' : 'much new comes';
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
