import { receiptFolder, receiptsFolder } from '../publish/receipt/receipt-folder.ts';
import { type ReceiptStory, readReceiptStory } from '../publish/receipt/receipt-story.tsx';
import { findDocument, listFolder } from '../publish/write-file.ts';
import { createBreather } from './breather.ts';
import type { TreePlace } from './find-ahead.ts';

/** As stories are named: anything else that lies beside receipts is not ours. */
const storyFolder = /^[a-z0-9]{1,64}$/;

/**
 * Receipts in the tree of stories that the store has lost, or that an editor retracted; of the others
 * the store knows more. All are read: this is done once after a store was lost or put back.
 */
export async function readReceipts({
  store,
  outDir,
  authority,
}: Pick<TreePlace, 'store' | 'outDir' | 'authority'>): Promise<readonly ReceiptStory[]> {
  const told: ReceiptStory[] = [];
  const breathe = createBreather();
  for (const id of await listFolder(outDir, receiptsFolder)) {
    await breathe();
    if (!storyFolder.test(id)) continue;
    const html = await findDocument(outDir, `${receiptFolder(id)}index.html`);
    const one = html === undefined ? undefined : readReceiptStory(html);
    // A receipt that names another story, or another store's, was put there by somebody else.
    if (one?.entryId !== `tag:${authority}:story/${id}`) continue;
    const isKnown = (await store.findStory(one.entryId)) !== undefined;
    if (!isKnown || one.retracted !== undefined) told.push(one);
  }
  return told;
}
