import type { Instant } from '../domain/instant.ts';
import { day, hour, minute } from '../domain/instant.ts';

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
  return (instant + offsetOf(instant, timezone)) % day === 0;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone at an instant, milliseconds; 0 for a zone this machine does not know. */
function offsetOf(instant: Instant, timezone: string): number {
  const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(timezone);
  if (fixed) {
    const size = Number(fixed[2]) * hour + Number(fixed[3] ?? 0) * minute;
    return fixed[1] === '-' ? -size : size;
  }
  const local = formatterOf(timezone)?.formatToParts(instant) ?? [];
  const part = (type: string) => Number(local.find((found) => found.type === type)?.value ?? 0);
  if (local.length === 0) return 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

function formatterOf(timezone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(timezone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timezone, made);
    return made;
  } catch {
    // Configuration refuses unknown zones; a machine with a smaller zone table still runs.
    return undefined;
  }
}
