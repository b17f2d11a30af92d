import type { ItemId } from '../../domain/ids.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { Connection } from './connection.ts';

/**
 * Revisions of one item in 24 hours. A live blog that is one item changes with each post and shows
 * the newest of them at the next poll that may; a page that prints the time in its headline would
 * otherwise be revised at every poll.
 */
const revisionsPerDayMax = 12;
/**
 * Of these, returns to a text that was there before. One is a correction taken back; more are a
 * source whose servers answer with one version and the other by turns.
 */
const returnsPerDayMax = 1;

/** Whether an item may take a text in the place of its own, by what it has gone through in the last 24 hours. */
export function mayRevise(
  db: Connection,
  { itemId, own, next }: { readonly itemId: ItemId; readonly own: string; readonly next: string },
  now: Instant,
): boolean {
  const rows = db.values<string>(
    `SELECT content_hash FROM item_revisions WHERE item_id = ? AND revised_at > ? ORDER BY id`,
    itemId,
    now - day,
  );
  if (rows.length >= revisionsPerDayMax) return false;
  return !rows.includes(next) || returnsIn([...rows, own]) < returnsPerDayMax;
}

/** How often a row of texts came back to one that was there before. */
function returnsIn(hashes: readonly string[]): number {
  return hashes.length - new Set(hashes).size;
}
