import { messageOf } from '../domain/errors.ts';
import type { StoryId } from '../domain/ids.ts';
import type { Rendered } from '../domain/publication.ts';
import type { Store } from '../domain/store.ts';
import { receiptFolder } from '../publish/receipt/receipt-folder.ts';
import { receiptVersion, renderReceipt } from '../publish/receipt/render-receipt.tsx';
import type { ReceiptFrame } from '../publish/receipt/view.tsx';
import { verifyDocument } from '../publish/verify-document.ts';
import { findWholeBytes, writeIfChanged } from '../publish/write-file.ts';
import { createBreather } from './breather.ts';

/** Receipts listed, written and settled at once: a crash repeats at most so many. */
const batchStories = 96;
/** A file is on the disk for sure before the next takes its place in the row: some wait together. */
const writesAtOnce = 12;

export interface ReceiptTools extends ReceiptFrame {
  readonly store: Store;
  /** Root of the published tree. */
  readonly outDir: string;
  /** The tree is a copy beside the standing one: what is due there stays due. */
  readonly isCopy: boolean;
}

export interface ReceiptReport {
  readonly written: number;
  readonly unchanged: number;
  /** Receipts that were not replaced, and why. */
  readonly refused: readonly string[];
}

interface Progress {
  written: number;
  unchanged: number;
  readonly refused: string[];
}

/**
 * Writes the receipts of the stories that were touched since they were written last; of others not
 * even the file is looked at. What a crash left undone is still due, and comes with the next call.
 */
export async function publishReceipts(tools: ReceiptTools): Promise<ReceiptReport> {
  const { store } = tools;
  const breathe = createBreather();
  const progress: Progress = { written: 0, unchanged: 0, refused: [] };
  if (tools.isCopy) return progress;
  await store.setReceiptVersion(receiptVersion(tools));
  for (;;) {
    const due = await store.listDueReceipts(batchStories);
    await inRows(due, async ({ storyId }) => {
      await writeReceipt(storyId, tools, progress);
      await breathe();
    });
    if (due.length > 0) await store.settleReceipts(due);
    if (due.length < batchStories) return progress;
  }
}

/** Writes the receipts whose file is missing, as of a tree that was lost in part; of a copy, all. */
export async function repairReceipts(tools: ReceiptTools): Promise<ReceiptReport> {
  const { store, outDir, isCopy } = tools;
  const breathe = createBreather();
  const progress: Progress = { written: 0, unchanged: 0, refused: [] };
  let after: StoryId = '';
  for (;;) {
    const ids = await store.listPublishedStories(after, batchStories);
    await inRows(ids, async (id) => {
      const file = `${receiptFolder(id)}index.html`;
      const isThere = !isCopy && (await findWholeBytes(outDir, file)) !== undefined;
      if (isThere) progress.unchanged += 1;
      else await writeReceipt(id, tools, progress);
      await breathe();
    });
    if (ids.length < batchStories) return progress;
    after = ids.at(-1) ?? after;
  }
}

/** Works through a list, several members at a time, since most of the work is waiting for the disk. */
async function inRows<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < list.length; from += writesAtOnce) {
    await Promise.all(list.slice(from, from + writesAtOnce).map(work));
  }
}

async function writeReceipt(id: StoryId, tools: ReceiptTools, progress: Progress): Promise<void> {
  const record = await tools.store.findStoryRecord(id);
  // Removed since it was listed: its entries would have kept it.
  if (record === undefined) return;
  let rendered: Rendered;
  try {
    rendered = renderReceipt(record, tools);
  } catch (error) {
    // One record that the page stumbles over must not keep the others from being written.
    progress.refused.push(`${receiptFolder(id)}: cannot be rendered: ${messageOf(error)}`);
    return;
  }
  const fault = verifyDocument(rendered);
  if (fault === undefined) progress[await writeIfChanged(tools.outDir, rendered)] += 1;
  else progress.refused.push(fault);
}
