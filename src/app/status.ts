import type { SourceHealth, TopicHealth } from '../domain/health.ts';
import type { SourceId } from '../domain/ids.ts';
import { type Instant, minute } from '../domain/instant.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
import { wasReached } from './network-outage.ts';
import type { Reading } from './open-reading.ts';

/** Health of sources and topics at one moment: what `/status`, `/status.json` and `araz status` show. */
export interface Status {
  readonly now: Instant;
  /** Enabled sources by id. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly topics: readonly Topic[];
  /** Of enabled sources that the store knows, in the order of their ids. */
  readonly sourceHealth: readonly SourceHealth[];
  readonly topicHealth: readonly TopicHealth[];
  /** True when sources were polled and none of their servers answered anything. */
  readonly isNothingReached: boolean;
}

export async function readStatus(app: Reading): Promise<Status> {
  const now = app.clock.now();
  const { config, sources } = app.setup;
  const known = await app.store.listSourceHealth(now);
  const sourceHealth = known.filter(({ state }) => sources.has(state.sourceId));
  const topicHealth = await app.store.listTopicHealth(now);
  const polls = sourceHealth.flatMap(({ lastPoll }) => lastPoll ?? []);
  const isNothingReached = polls.length > 0 && !polls.some(wasReached);
  return { now, sources, topics: config.topics, sourceHealth, topicHealth, isNothingReached };
}

/**
 * Sources whose data the store holds instead of those of the configuration: data and configuration do
 * not belong together. Empty as soon as a configured source was polled, or while none ever was.
 */
export async function findOtherSources(app: Reading): Promise<readonly SourceId[]> {
  const polled = (await app.store.listSourceStates()).filter(({ lastPolledAt }) => lastPolledAt);
  const isOurs = polled.some(({ sourceId }) => app.setup.sources.has(sourceId));
  return isOurs ? [] : polled.map(({ sourceId }) => sourceId);
}

/** The same for programs: no address with a secret in it, times as RFC 3339. */
export function statusFacts(status: Status): {
  readonly now: string;
  readonly isNothingReached: boolean;
  readonly sources: readonly Record<string, unknown>[];
  readonly topics: readonly Record<string, unknown>[];
} {
  return {
    now: timeText(status.now) ?? '',
    isNothingReached: status.isNothingReached,
    sources: status.sourceHealth.map((health) => sourceFacts(status, health)),
    topics: status.topics.map(({ id }) => {
      const health = status.topicHealth.find((row) => row.topicId === id);
      return {
        id,
        entriesLive: health?.entriesLive ?? 0,
        entriesTotal: health?.entriesTotal ?? 0,
        newestPublished: timeText(health?.newestPublished),
        updated: timeText(health?.lastUpdated),
      };
    }),
  };
}

function sourceFacts(status: Status, health: SourceHealth): Record<string, unknown> {
  const { state, lastPoll, itemsStored, itemsLastDay } = health;
  const source = status.sources.get(state.sourceId);
  return {
    id: state.sourceId,
    title: source?.title,
    language: source?.language,
    country: source?.country,
    status: state.status,
    failuresInARow: state.failuresInARow,
    lastOutcome: lastPoll?.outcome,
    lastHttpStatus: lastPoll?.httpStatus,
    lastMessage: lastPoll?.message,
    lastPolled: timeText(lastPoll?.startedAt),
    lastSuccess: timeText(state.lastSuccessAt),
    nextDue: timeText(state.nextDueAt),
    nextDueReason: state.nextDueReason,
    itemsStored,
    itemsLastDay,
    guidTrust: state.trust.guid.grade,
    linkTrust: state.trust.link.grade,
  };
}

function timeText(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

export interface Readiness {
  readonly isReady: boolean;
  readonly problems: readonly string[];
}

/** Polls that are so late say that nobody polls any more; cron may well come but every 15 minutes. */
const lateAfterMs = 30 * minute;

/** Whether the store answers and polling goes on. */
export async function readReadiness(app: Reading): Promise<Readiness> {
  const problems: string[] = [];
  try {
    const nextDue = await app.store.findNextDue();
    const lateMs = nextDue === undefined ? 0 : app.clock.now() - nextDue;
    if (lateMs > lateAfterMs)
      problems.push(`polls are ${Math.round(lateMs / minute)} minutes late`);
  } catch (error) {
    problems.push(`the store does not answer: ${error instanceof Error ? error.message : error}`);
  }
  return { isReady: problems.length === 0, problems };
}
