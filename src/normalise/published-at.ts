import type { Instant } from '../domain/instant.ts';
import { day, minute } from '../domain/instant.ts';
import { zoneOffsetAt } from '../text/zone-offset.ts';

/** When an item counts as published, and whether that is our guess. */
export interface PublishedAt {
  /** What the source said, untouched; absent when it said nothing readable. */
  readonly publishedRaw?: Instant;
  readonly published: Instant;
  readonly isPublishedEstimated: boolean;
}

/** Before the first news feed; earlier dates are clocks that were never set. */
const earliest: Instant = Date.UTC(1990, 0, 1);
/** How far back a date is believed: archives in feeds are younger, factory dates older. */
const ageMax = 3_652 * day;
/** Clock difference between a source and us that says nothing. */
const skewMax = 10 * minute;

/**
 * Holds a date to what can be true at `now`, the moment the item is first seen. A date in the
 * future becomes `now`, so that no item pins the top and no feed of ours shows a future date; one
 * without a time of day takes `now` while that day lasts, so that first-seen order holds within it.
 */
export function publishedAt(
  text: string | undefined,
  now: Instant,
  timezone: string | undefined,
): PublishedAt {
  const raw = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(raw)) return { published: now, isPublishedEstimated: true };
  if (raw < earliest) return { publishedRaw: raw, published: now, isPublishedEstimated: true };
  const known = { publishedRaw: raw };
  if (raw > now) return { ...known, published: now, isPublishedEstimated: raw > now + skewMax };
  if (raw < now - ageMax) {
    return { ...known, published: now - ageMax, isPublishedEstimated: true };
  }
  if (isDateOnly(raw, timezone)) {
    return { ...known, published: now - raw < day ? now : raw, isPublishedEstimated: true };
  }
  return { ...known, published: raw, isPublishedEstimated: false };
}

/** Exactly midnight in UTC or in the source's zone: the generator knew the day alone. */
function isDateOnly(instant: Instant, timezone: string | undefined): boolean {
  if (instant % day === 0) return true;
  if (timezone === undefined) return false;
  // Configuration refuses unknown zones; a machine with a smaller zone table still runs.
  return (instant + (zoneOffsetAt(timezone, instant) ?? 0)) % day === 0;
}
