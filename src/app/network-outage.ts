import { type Instant, type Milliseconds, minute } from '../domain/instant.ts';
import type { PollRecord } from '../domain/intent.ts';
import type { SourceState } from '../domain/source.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import type { App } from './create-app.ts';

/** So many sources must fail side by side, all before any server answered, to blame our own network. */
const sourcesMin = 3;
const retryMs: Milliseconds = 5 * minute;
/** Failures that can come from this machine's network. */
const localFailures: ReadonlySet<string> = new Set(['dns', 'connect', 'timeout']);

/** Whether a server answered, or was left alone because it had asked for it (Retry-After). */
export function wasReached(poll: Pick<PollRecord, 'outcome' | 'httpStatus'>): boolean {
  return poll.httpStatus !== undefined || poll.outcome === 'rate-limited';
}

/**
 * When not one of several sources answered, it is this machine that is cut off: all stand as they
 * stood `before` the pass, and are tried again soon, as no server will have been asked.
 */
export async function forgiveOutage(
  app: App,
  reports: readonly IngestReport[],
  before: readonly SourceState[],
): Promise<void> {
  const polls = reports.map((report) => report.poll);
  const isOutage =
    polls.length >= sourcesMin &&
    polls.every((poll) => poll.httpStatus === undefined && localFailures.has(poll.outcome));
  if (!isOutage) return;
  app.log.warn('no source could be reached: the network here is down', { sources: polls.length });
  const former = new Map(before.map((state) => [state.sourceId, state]));
  const now = app.clock.now();
  const states = polls.flatMap(({ sourceId }) => former.get(sourceId) ?? []);
  await app.store.rescheduleSources(states.map((state) => triedAgain(state, now)));
}

function triedAgain(state: SourceState, now: Instant): SourceState {
  return {
    ...state,
    lastPolledAt: now,
    nextDueAt: now + retryMs,
    nextDueReason: 'no source could be reached, so the network here is down; tried again in 5 min',
  };
}
