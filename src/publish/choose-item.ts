import type { SourceId } from '../domain/ids.ts';
import type { StoredItem } from '../domain/item.ts';
import type { Source } from '../domain/source.ts';

/** Where an item stands whose source is no longer declared: behind every declared one. */
const rankOfUndeclared = Number.MAX_SAFE_INTEGER;

/**
 * The item that shows a story: best source rank, then most complete, then earliest; the id breaks
 * the last tie, so that the same items always give the same choice. Absent when there are none.
 */
export function chooseItem(
  items: readonly StoredItem[],
  sources: ReadonlyMap<SourceId, Source>,
): StoredItem | undefined {
  const rankOf = (item: StoredItem) => sources.get(item.sourceId)?.rank ?? rankOfUndeclared;
  const [best] = [...items].sort(
    (a, b) => rankOf(a) - rankOf(b) || completeness(b) - completeness(a) || compareAge(a, b),
  );
  return best;
}

/** Earliest first; the order in which the outlets told a story. */
export function compareAge(a: StoredItem, b: StoredItem): number {
  return a.published - b.published || a.firstSeenAt - b.firstSeenAt || a.id - b.id;
}

/** How much of what a reader wants an item has. A link weighs most: without it nobody can read on. */
function completeness(item: StoredItem): number {
  return (
    (item.link ? 8 : 0) +
    (item.title.trim() ? 4 : 0) +
    (item.summary.trim() || item.contentHtml ? 2 : 0) +
    (item.image ? 1 : 0)
  );
}
