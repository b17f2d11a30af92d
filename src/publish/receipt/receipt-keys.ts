import { distinctKeys, type ItemKey, type ItemKeyKind } from '../../domain/item.ts';
import type { StoryRecord } from '../../domain/story-record.ts';
import { treeKeyKinds } from '../../domain/tree-story.ts';

/*
 * A receipt says for machines what the reports of its story are known again by, so that a store
 * which was lost, or put back from an older backup, learns it from the tree. Of a retracted story
 * too, and there it is why hashes are written and not addresses: whoever has the article can see
 * that it is meant, and nobody is led to it. Feeds need not carry any of this, and what left them
 * long ago still has its receipt.
 */

/** Name of the `meta` element that holds them. */
export const receiptKeysName = 'araz:keys';

/** Keys written of one story: a wire report that fifty outlets carry has some 250. */
const keysMax = 400;

const pattern = new RegExp(`<meta name="${receiptKeysName}" content="([^"]*)"`);

/** The keys of all reports, in the order of the reports; as `kind=hash`, with spaces between. */
export function writeReceiptKeys({ items }: Pick<StoryRecord, 'items'>): string {
  const keys = items.flatMap((item) => item.keys).filter(({ kind }) => treeKeyKinds.has(kind));
  return distinctKeys(keys)
    .slice(0, keysMax)
    .map(({ kind, hash }) => `${kind}=${hash}`)
    .join(' ');
}

/** What a receipt that stands in the tree says; nothing where it says nothing that can be read. */
export function readReceiptKeys(html: string): readonly ItemKey[] {
  const written = pattern.exec(html)?.[1] ?? '';
  return written.split(' ').flatMap((word) => {
    const [kind = '', hash = ''] = word.split('=');
    const isKey = treeKeyKinds.has(kind as ItemKeyKind) && /^[0-9a-f]{16}$/.test(hash);
    return isKey ? [{ kind: kind as ItemKeyKind, hash }] : [];
  });
}
