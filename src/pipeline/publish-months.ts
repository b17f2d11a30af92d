import type { DueMonth } from '../domain/month.ts';
import type { Store } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import {
  archiveFolder,
  type MonthFrame,
  monthPath,
  monthsVersion,
  renderMonth,
  renderMonths,
} from '../publish/archive-pages/render-month.tsx';
import { findDocumentBytes, removeDocument, writeIfChanged } from '../publish/write-file.ts';
import { createBreather } from './breather.ts';

export interface MonthTools extends MonthFrame {
  readonly store: Store;
  readonly outDir: string;
  /** The tree is a copy beside the standing one: all is written, and what is due there stays due. */
  readonly isCopy: boolean;
}

interface Counts {
  written: number;
  unchanged: number;
}

/**
 * Writes the pages of a topic's past: the months in which an entry came, changed or left since, and
 * the list of months. Of months that nothing touched not even the file is looked at, unless the list
 * is not there, or `all` are wanted, as to put back what is missing.
 */
export async function publishMonths(topic: Topic, tools: MonthTools, all = false): Promise<Counts> {
  const { store, outDir, isCopy } = tools;
  const breathe = createBreather();
  const counts: Counts = { written: 0, unchanged: 0 };
  if (!isCopy) await store.setMonthsVersion(monthsVersion(tools));
  const due = await store.listDueMonths(topic.id);
  const index = `${archiveFolder(topic.id)}index.html`;
  // It is written last: where it is missing, as of a topic that returns, so may be the others.
  const isStanding = !isCopy && !all && (await findDocumentBytes(outDir, index)) !== undefined;
  if (isStanding && due.length === 0) return counts;
  const months = await store.listMonths(topic.id);
  const wanted = isStanding ? due.map(({ month }) => month) : months;
  if (!isCopy) await removeEmptied(topic, due, months, outDir);
  for (const month of wanted.filter((one) => months.includes(one))) {
    const entries = await store.listMonthEntries({ topicId: topic.id, month });
    counts[await writeIfChanged(outDir, renderMonth(topic, month, entries, tools))] += 1;
    await breathe();
  }
  counts[await writeIfChanged(outDir, renderMonths(topic, months, tools))] += 1;
  if (due.length > 0 && !isCopy) await store.settleMonths(due);
  return counts;
}

/** A month of which every story was retracted has no page: nothing leads to it, and nothing is on it. */
async function removeEmptied(
  { id }: Topic,
  due: readonly DueMonth[],
  months: readonly string[],
  outDir: string,
): Promise<void> {
  for (const { month } of due) {
    if (!months.includes(month)) await removeDocument(outDir, monthPath(id, month));
  }
}
