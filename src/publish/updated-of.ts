import type { Instant } from '../domain/instant.ts';
import type { StoredItem } from '../domain/item.ts';

/**
 * When an entry was last updated: with its text's last revision by its source; a date that moved or
 * an item seen again is none. That is our own clock's time, so it lies ahead only after the clock was
 * set back, and then it is what was said before.
 */
export function updatedOf(item: StoredItem, before: Instant): Instant {
  return item.revisedAt > item.firstSeenAt ? Math.max(before, item.revisedAt) : before;
}
