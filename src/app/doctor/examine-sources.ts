import { AppError } from '../../domain/errors.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PollRecord } from '../../domain/intent.ts';
import type { Source, SourceState } from '../../domain/source.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { redactUrl } from '../../text/redact-url.ts';
import type { Reading } from '../open-reading.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';

/** Polls looked back at for each source: a day or two of a busy one. */
const pollsMax = 50;
/** Items looked at for languages and dates. */
const itemsMax = 50;

/** What `doctor` says of one source. */
export interface Examination {
  readonly source: Source;
  /** Absent while the store does not know the source: nothing has run since it was added. */
  readonly state?: SourceState;
  readonly lastPoll?: PollRecord;
  readonly subscription?: Subscription;
  readonly findings: readonly Finding[];
}

/**
 * Examines the enabled sources, or those named, in the order of the configuration. Throws `usage`
 * for an id that is no enabled source.
 */
export async function examineSources(
  app: Reading,
  only: readonly SourceId[],
): Promise<readonly Examination[]> {
  const { store, setup, clock } = app;
  for (const id of only) checkId(id, app);
  const states = new Map((await store.listSourceStates()).map((each) => [each.sourceId, each]));
  const subscriptions = await store.listSubscriptions();
  const now = clock.now();
  const examinations: Examination[] = [];
  for (const source of setup.sources.values()) {
    if (only.length > 0 && !only.includes(source.id)) continue;
    const state = states.get(source.id);
    const subscription = subscriptions.find(({ sourceId }) => sourceId === source.id);
    examinations.push({
      ...(await examine(app, source, state, now)),
      ...(subscription && { subscription }),
    });
  }
  return examinations;
}

async function examine(
  { store }: Reading,
  source: Source,
  state: SourceState | undefined,
  now: Instant,
): Promise<Examination> {
  // The state of a former address says nothing about the present one.
  if (state === undefined || state.url !== source.url) {
    const text = 'is new to the store; araz poll reads it for the first time.';
    return { source, findings: [{ code: 'never-polled', text, needsEditor: false }] };
  }
  const polls = await store.listPolls(pollsMax, source.id);
  const items = await store.listRecentItems(source.id, itemsMax);
  const [lastPoll] = polls;
  const findings = diagnose({ source, state, polls, items, now });
  return { source, state, ...(lastPoll && { lastPoll }), findings };
}

function checkId(id: SourceId, { setup }: Reading): void {
  if (setup.sources.has(id)) return;
  const isDeclared = setup.config.sources.some((source) => source.id === id);
  const why = isDeclared ? 'is not enabled' : 'is not in the configuration';
  throw new AppError('usage', `source "${id}" ${why}; araz sources lists the ids`);
}

/** The same for programs; times as RFC 3339, no address with a secret in it. */
export function examinationFacts(examination: Examination): Record<string, unknown> {
  const { source, state, lastPoll, subscription, findings } = examination;
  return {
    id: source.id,
    url: redactUrl(source.publicUrl ?? source.url),
    status: state?.status ?? 'new',
    lastOutcome: lastPoll?.outcome,
    lastHttpStatus: lastPoll?.httpStatus,
    lastMessage: lastPoll?.message,
    lastPolled: timeText(lastPoll?.startedAt),
    lastSuccess: timeText(state?.lastSuccessAt),
    lastNewItem: timeText(state?.lastNewItemAt),
    nextDue: timeText(state?.nextDueAt),
    nextDueReason: state?.nextDueReason,
    push: subscription && pushFacts(subscription),
    findings,
  };
}

/** A subscription without what only the hub may know. */
function pushFacts(subscription: Subscription): Record<string, unknown> {
  const { hubUrl, status, leaseUntil, pushedAt, nextAt, message } = subscription;
  return {
    hub: redactUrl(hubUrl),
    status,
    leaseUntil: timeText(leaseUntil),
    lastPush: timeText(pushedAt),
    nextRequest: timeText(nextAt),
    message,
  };
}

function timeText(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
