import type { ItemId } from '../domain/ids.ts';
import type { ItemWrite } from '../domain/intent.ts';
import type { Item } from '../domain/item.ts';

/**
 * Lets at most one entry of a document revise an item. Some feeds carry one article twice, under two
 * guids and in two versions: were each taken for a revision, the item would change at every poll and
 * never come to rest. The version that calls itself newest wins, among equals the first; the others
 * are merely seen.
 */
export function settleRevisions(writes: readonly ItemWrite[]): readonly ItemWrite[] {
  const newest = new Map<ItemId, ItemWrite>();
  for (const [index, write] of writes.entries()) {
    const id = idOf(write, index);
    const best = newest.get(id);
    if (best === undefined || stampOf(write.item) > stampOf(best.item)) newest.set(id, write);
  }
  return writes.map((write, index) =>
    !write.isRevision || newest.get(idOf(write, index)) === write
      ? write
      : { ...write, isRevision: false, matches: [] },
  );
}

/** The item that a write makes or finds, under its number of this document while it has no other. */
function idOf({ decision }: ItemWrite, index: number): ItemId {
  return decision.kind === 'known' ? decision.itemId : -(index + 1);
}

function stampOf(item: Item): number {
  return item.updated ?? item.publishedRaw ?? Number.NEGATIVE_INFINITY;
}
