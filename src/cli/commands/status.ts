import type { Command } from 'commander';
import type { Status } from '../../app/status.ts';
import type { SourceHealth } from '../../domain/health.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { contextOf } from '../context.ts';
import { noteOtherSources } from '../other-sources.ts';
import { entryCount, table } from '../output.ts';
import { nothingReachedLine } from '../run-report.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('health of sources and topics: last outcome, next poll and why then')
    .action(async (_: unknown, command: Command) => {
      const context = await contextOf(command);
      const { readStatus, statusFacts } = await import('../../app/status.ts');
      const app = await context.openReading();
      try {
        const status = await readStatus(app);
        await noteOtherSources(app, context.output);
        context.output.result(statusFacts(status), statusLines(status));
      } finally {
        await app.close();
      }
    });
}

function statusLines(status: Status): string[] {
  const rows = status.sourceHealth.map((health) => [health.state.sourceId, ...healthCells(health)]);
  const topics = status.topics.map(({ id }) => {
    const health = status.topicHealth.find((row) => row.topicId === id);
    const newest = health?.newestPublished;
    const age = newest === undefined ? 'nothing yet' : `newest ${isoMinute(newest)}`;
    return [id, `${entryCount(health?.entriesLive ?? 0)}`, age];
  });
  const sources =
    rows.length === 0
      ? ['No source has been polled yet: araz poll does it once, araz start goes on doing it.']
      : table([['source', 'state', 'last poll', 'items', 'next poll'], ...rows]);
  return [
    ...sources,
    '',
    ...table(topics),
    ...(status.isNothingReached ? ['', nothingReachedLine] : []),
  ];
}

/** State, last poll, items and next poll of a source, for a table. */
export function healthCells({
  state,
  lastPoll,
  itemsStored,
  itemsLastDay,
}: SourceHealth): string[] {
  const last =
    lastPoll === undefined ? 'never' : `${isoMinute(lastPoll.startedAt)} ${lastPoll.outcome}`;
  const why = lastPoll?.message === undefined ? '' : ` (${lastPoll.message})`;
  return [
    state.status,
    last,
    `${itemsStored} (${itemsLastDay} today)`,
    `${isoMinute(state.nextDueAt)} ${state.nextDueReason}${why}`,
  ];
}
