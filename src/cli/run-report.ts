import type { PublishSummary } from '../app/publish-all.ts';
import type { RunSummary } from '../app/run-once.ts';
import { itemsPerDocumentMax } from '../domain/limits.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import { count, type Output } from './output.ts';

/** What to say when every source failed to answer: most likely there is no network. */
export const nothingReachedLine =
  'No source could be reached: is there a network? `npm run demo` (araz demo) shows the whole line without one.';

export function isNothingReached(summary: RunSummary): boolean {
  return summary.polled > 0 && summary.reached === 0;
}

/** Shows each poll as it ends, on a terminal. */
export function createProgress(output: Output): (report: IngestReport) => void {
  let polled = 0;
  let itemsNew = 0;
  return ({ poll }) => {
    polled += 1;
    itemsNew += poll.itemsNew;
    output.progress(`${polled} polled, ${itemsNew} new items; ${poll.sourceId}: ${poll.outcome}`);
  };
}

/** Says what was left as it was since its replacement was not fit to publish, and what to do. */
export function refusedLines({ refused }: Pick<PublishSummary, 'refused'>): string[] {
  if (refused.length === 0) return [];
  return [
    ...refused.map((fault) => `not replaced, a fault of Araz: ${fault}`),
    'What stands there stays, and readers miss what is new in it. Every publish tries again; please report these lines, and update Araz.',
  ];
}

/** The summary of a run for people: one line, then one per source that failed. */
export function summaryLines(summary: RunSummary): string[] {
  const { polled, failed, itemsNew, itemsDuplicate, itemsRevised, published } = summary;
  const entries = published.topics.map((topic) => `${topic.topicId} ${topic.entries}`).join(', ');
  const documents = `${count(published.written, 'document')} written, ${published.unchanged} unchanged`;
  const items =
    `${count(itemsNew, 'new item')} (${count(itemsDuplicate, 'duplicate')}), ` +
    `${itemsRevised} revised`;
  const lines = [
    polled === 0
      ? `no source was due; ${documents} (araz status says when the next is, --all does not wait)`
      : `${count(polled, 'source')} polled, ${failed} failed; ${items}; ${documents}`,
  ];
  if (entries !== '') lines.push(`entries: ${entries}`);
  for (const { poll } of summary.reports) {
    if (poll.message !== undefined) lines.push(`  ${poll.sourceId}: ${poll.message}`);
    if (poll.mayHaveMissed) {
      lines.push(`  ${poll.sourceId}: every item was new, so some may have come and gone unseen`);
    }
    if (poll.itemsLeftOut !== undefined) {
      const left = count(poll.itemsLeftOut, 'item');
      lines.push(
        `  ${poll.sourceId}: ${left} beyond the first ${itemsPerDocumentMax} of its document left out; araz doctor ${poll.sourceId} says what to do`,
      );
    }
  }
  return lines;
}
