import { isIdentityKey, type StoredItem } from '../../domain/item.ts';
import type { ItemTrace, Store } from '../../domain/store.ts';

/** All that became of one stored item. */
export async function traceItem(store: Store, item: StoredItem): Promise<ItemTrace | undefined> {
  const traces = await store.traceItems(item.keys.filter(({ kind }) => isIdentityKey(kind)));
  return traces.find((one) => one.item.id === item.id);
}
