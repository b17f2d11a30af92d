import { type Milliseconds, minute } from '../domain/instant.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import type { App } from './create-app.ts';

/** So many sources must fail side by side, all before any server answered, to blame our own network. */
const sourcesMin = 3;
const retryMs: Milliseconds = 5 * minute;
/** Failures that can come from this machine's network. */
const localFailures: ReadonlySet<string> = new Set(['dns', 'connect', 'timeout']);

/**
 * When not one of several sources answered, it is this machine that is cut off: their failures are
 * not counted against them and all are tried again soon, as no server will have been asked.
 */
export async function forgiveOutage(app: App, reports: readonly IngestReport[]): Promise<void> {
  const polls = reports.map((report) => report.poll);
  const isOutage =
    polls.length >= sourcesMin &&
    polls.every((poll) => poll.httpStatus === undefined && localFailures.has(poll.outcome));
  if (!isOutage) return;
  const ids = new Set(polls.map((poll) => poll.sourceId));
  const retryAt = app.clock.now() + retryMs;
  const states = (await app.store.listSourceStates()).filter(({ sourceId }) => ids.has(sourceId));
  await app.store.rescheduleSources(
    states.map((state) => ({
      ...state,
      failuresInARow: Math.max(0, state.failuresInARow - 1),
      nextDueAt: Math.min(state.nextDueAt, retryAt),
      nextDueReason:
        'no source could be reached, so the network here is down; tried again in 5 min',
    })),
  );
}
