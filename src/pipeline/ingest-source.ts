import type { Clock } from '../domain/clock.ts';
import { AppError } from '../domain/errors.ts';
import type { FetchResult } from '../domain/fetch-result.ts';
import type { SourceId, TopicId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemWrite, PollRecord } from '../domain/intent.ts';
import type { ReadResult } from '../domain/parsed-feed.ts';
import type { Source, SourceLease, SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Fetcher, FetchRequest } from '../fetch/fetch-source.ts';
import { type NormalisedDocument, normaliseDocument } from '../normalise/normalise-document.ts';
import { type DecidedItems, type DecideTools, decideItems } from './decide-items.ts';
import type { FeedReader } from './feed-reader.ts';
import { nextState, type PollAnswer } from './next-due.ts';
import { buildPollRequest } from './poll-request.ts';

/** Decisions rest on what was stored when they were taken; so often are they taken again when that moved. */
const attemptsMax = 10;

export interface IngestTools extends DecideTools {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly clock: Clock;
  /** Uniform in [0, 1): jitter of the next poll. */
  readonly random: () => number;
}

/** What one poll of one source came to. */
export interface IngestReport {
  readonly sourceId: SourceId;
  readonly poll: PollRecord;
  readonly changedTopics: readonly TopicId[];
  /** False when another process had finished the poll meanwhile, so that nothing of this one was kept. */
  readonly wasKept: boolean;
}

/** One poll on its way down the line. */
interface Poll {
  readonly source: Source;
  readonly lease: SourceLease;
  readonly startedAt: Instant;
  readonly request: FetchRequest;
  readonly result: FetchResult;
  readonly read?: ReadResult;
  readonly document?: NormalisedDocument;
}

/**
 * One poll of one source, the straight line: fetch → parse → normalise → dedup → match → store.
 * Whatever the source sends becomes a named outcome in the store; only a failing store throws.
 * Undefined when the poll was called off: the source stays due.
 */
export async function ingestSource(
  source: Source,
  lease: SourceLease,
  tools: IngestTools,
  signal?: AbortSignal,
): Promise<IngestReport | undefined> {
  const startedAt = tools.clock.now();
  const request = buildPollRequest(source, lease.state, startedAt);
  const result = await tools.fetcher.fetchSource({ ...request, signal });
  if (result.kind === 'failed' && result.reason === 'aborted') {
    await tools.store.releaseLeases([lease]);
    return undefined;
  }
  const poll: Poll = { source, lease, startedAt, request, result };
  return commitPoll(result.kind === 'modified' ? await readBody(poll, result, tools) : poll, tools);
}

async function readBody(
  poll: Poll,
  result: Extract<FetchResult, { kind: 'modified' }>,
  tools: IngestTools,
): Promise<Poll> {
  const { source, lease } = poll;
  const now = tools.clock.now();
  const { contentType, finalUrl: url } = result;
  const { charset, timezone, language, dayFirst } = source;
  const about = { contentType, url, charset, timezone, language, dayFirst, now };
  const read = await tools.reader.read(result.body, about);
  if (read.kind === 'failed') return { ...poll, read };
  const { isGuidDistrusted, isLinkDistrusted } = lease.state;
  const document = normaliseDocument({
    document: read,
    source,
    isGuidDistrusted,
    isLinkDistrusted,
    now,
  });
  // An empty document of a source that had items is a fault on its side: nothing must be learnt
  // from it, least of all validators that would turn the fault into 304s.
  if (read.items.length > 0 || lease.state.lastNewItemAt === undefined) {
    return { ...poll, read, document };
  }
  const message = 'the feed is empty although it had items before; what is stored stays';
  const { httpStatus, tookMs } = result;
  return { ...poll, result: { kind: 'failed', reason: 'empty', message, httpStatus, tookMs } };
}

/** Decides and commits, again from the candidates on when another poll stored something alike meanwhile. */
async function commitPoll(poll: Poll, tools: IngestTools): Promise<IngestReport> {
  const { source, lease } = poll;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const now = tools.clock.now();
    const { asOf, writes } = await decide(poll, tools, now);
    const state = stateAfter(poll, writes, tools, now);
    const record = recordOf(poll, writes, state, now);
    const outcome = await tools.store.commitIngest({
      sourceId: source.id,
      fence: lease.fence,
      asOf,
      now,
      items: writes,
      state,
      poll: record,
    });
    if (outcome.kind === 'conflict') continue;
    const changedTopics = outcome.kind === 'committed' ? outcome.changedTopics : [];
    const wasKept = outcome.kind === 'committed';
    return { sourceId: source.id, poll: record, changedTopics, wasKept };
  }
  throw new AppError(
    'unavailable',
    `${source.id}: its items could not be stored in ${attemptsMax} attempts, as other polls kept storing the same ones; it stays due`,
  );
}

async function decide(poll: Poll, tools: IngestTools, now: Instant): Promise<DecidedItems> {
  const items = poll.document?.items ?? [];
  if (items.length === 0) return { asOf: 0, writes: [] };
  return decideItems(poll.source.id, items, tools, now);
}

function stateAfter(
  poll: Poll,
  writes: readonly ItemWrite[],
  tools: IngestTools,
  now: Instant,
): SourceState {
  const { source, lease, request, result, document } = poll;
  const answer: PollAnswer = { sent: request.validators, result, reading: readingOf(poll, writes) };
  const state = nextState({ source, state: lease.state, answer, now, random: tools.random });
  if (document === undefined) return state;
  const { isGuidDistrusted, isLinkDistrusted } = document;
  return { ...state, isGuidDistrusted, isLinkDistrusted };
}

function readingOf({ read }: Poll, writes: readonly ItemWrite[]): PollAnswer['reading'] {
  if (read === undefined || read.kind === 'failed') return read;
  const { ttlMinutes, updatePeriod, updateFrequency, skipHours, skipDays } = read.feed;
  const dated = writes.filter(({ item }) => !item.isPublishedEstimated);
  const dates = dated.map(({ item }) => item.published);
  return {
    kind: 'feed',
    ttlMinutes,
    updatePeriod,
    updateFrequency,
    skipHours,
    skipDays,
    itemsTotal: writes.length,
    itemsKnown: writes.filter(({ decision }) => decision.kind === 'known').length,
    newestItemAt: dates.length === 0 ? undefined : Math.max(...dates),
    oldestItemAt: dates.length === 0 ? undefined : Math.min(...dates),
  };
}

function recordOf(
  poll: Poll,
  writes: readonly ItemWrite[],
  state: SourceState,
  now: Instant,
): PollRecord {
  const { result, read } = poll;
  const failure = read?.kind === 'failed' ? read : result.kind === 'failed' ? result : undefined;
  const message = failure?.message ?? (result.kind === 'gone' ? state.lastMessage : undefined);
  const countOf = (kind: string): number =>
    writes.filter(({ decision }) => decision.kind === kind).length;
  return {
    sourceId: poll.source.id,
    startedAt: poll.startedAt,
    finishedAt: now,
    outcome: failure?.reason ?? result.kind,
    ...(result.httpStatus === undefined ? {} : { httpStatus: result.httpStatus }),
    bytes: result.kind === 'modified' ? result.wireBytes : 0,
    itemsNew: writes.length - countOf('known'),
    itemsDuplicate: countOf('duplicate'),
    itemsRevised: writes.filter(({ isRevision }) => isRevision).length,
    nextDueAt: state.nextDueAt,
    nextDueReason: state.nextDueReason,
    ...(message === undefined ? {} : { message }),
  };
}
