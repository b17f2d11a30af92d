import type { Store } from '../domain/store.ts';

/** Items sealed in one commit: some megabytes that are read, and a page or two written. */
const batchItems = 500;
/** Items sealed in one pass: what is due after an upgrade must not keep news waiting. */
const passItemsMax = 20_000;

/**
 * Seals the texts of items that releases before seals have stored, oldest first, a bounded number in
 * a pass. A store that was made since has none, which one look tells.
 */
export async function sealEarlier(
  store: Pick<Store, 'sealItems'>,
  stop?: AbortSignal,
): Promise<number> {
  let done = 0;
  while (done < passItemsMax && !stop?.aborted) {
    const looked = await store.sealItems(batchItems);
    if (looked === 0) return done;
    done += looked;
  }
  return done;
}
