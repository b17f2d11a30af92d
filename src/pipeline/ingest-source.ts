import type { Clock } from '../domain/clock.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import type { FetchResult } from '../domain/fetch-result.ts';
import { gradesOf, type IdentityTrust, trustAfter } from '../domain/identity-trust.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemWrite, PollRecord } from '../domain/intent.ts';
import type { ReadFailed, ReadResult } from '../domain/parsed-feed.ts';
import type { Source, SourceLease, SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Fetcher, FetchRequest } from '../fetch/fetch-source.ts';
import { type NormalisedDocument, normaliseDocument } from '../normalise/normalise-document.ts';
import { redactSecrets } from '../text/redact-url.ts';
import { type DecidedItems, type DecideTools, decideItems } from './decide-items.ts';
import type { FeedReader } from './feed-reader.ts';
import { IdentityWitness } from './identity-witness.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { learnFeedId } from './poll/learned-feed-id.ts';
import { learnHub } from './poll/learned-hub.ts';
import { nextState, type PollAnswer } from './poll/next-due.ts';
import { mayHaveMissed } from './poll/poll-interval.ts';
import { buildPollRequest } from './poll/poll-request.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Decisions rest on what was stored when they were taken; so often are they taken again when that moved. */
const attemptsMax = 10;

export interface IngestTools extends DecideTools {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly clock: Clock;
  /** Uniform in [0, 1): jitter of the next poll. */
  readonly random: () => number;
  /** Shared by all polls of one store. */
  readonly inTurn: OneAtATime;
  /** Values from the environment: nothing that is stored may hold them. */
  readonly secrets?: readonly string[];
  /** Told of faults of our own that an outcome has covered up, for the log. */
  readonly onFault?: (sourceId: SourceId, error: unknown) => void;
}

/** What one poll of one source came to. */
export interface IngestReport {
  readonly sourceId: SourceId;
  readonly poll: PollRecord;
  /** False when another process had finished the poll meanwhile, so that nothing of this one was kept. */
  readonly wasKept: boolean;
}

/** What a document became; the reading alone when that failed. */
interface Understood {
  readonly read?: ReadResult;
  readonly document?: NormalisedDocument;
}

/** One poll on its way down the line. */
interface Poll extends Understood {
  readonly source: Source;
  readonly lease: SourceLease;
  readonly startedAt: Instant;
  readonly request: FetchRequest;
  readonly result: FetchResult;
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
  const fetched = await tools.fetcher.fetchSource({ ...request, signal });
  if (fetched.kind === 'failed' && fetched.reason === 'aborted') {
    await tools.store.releaseLeases([lease]);
    return undefined;
  }
  const result = hideSecrets(fetched, tools.secrets ?? []);
  const poll: Poll = { source, lease, startedAt, request, result };
  return commitPoll(result.kind === 'modified' ? await readBody(poll, result, tools) : poll, tools);
}

/** A message may quote an address with a secret in it, and links are resolved against one. */
function hideSecrets(result: FetchResult, secrets: readonly string[]): FetchResult {
  if (result.kind === 'failed') {
    return { ...result, message: redactSecrets(result.message, secrets) };
  }
  if (result.kind !== 'modified') return result;
  return { ...result, finalUrl: redactSecrets(result.finalUrl, secrets) };
}

async function readBody(
  poll: Poll,
  result: Extract<FetchResult, { kind: 'modified' }>,
  tools: IngestTools,
): Promise<Poll> {
  const { read, document } = await understand(poll, result, tools);
  if (read === undefined || read.kind === 'failed') return { ...poll, ...(read && { read }) };
  // An empty document of a source that had items is a fault on its side: nothing must be learnt
  // from it, least of all validators that would turn the fault into 304s.
  if (read.items.length > 0 || poll.lease.state.lastNewItemAt === undefined) {
    return { ...poll, read, ...(document && { document }) };
  }
  const message = 'the feed is empty although it had items before; what is stored stays';
  const { httpStatus, tookMs } = result;
  return { ...poll, result: { kind: 'failed', reason: 'empty', message, httpStatus, tookMs } };
}

/** Parse and normalise. A document that we stumble over is one that cannot be read, and no more. */
async function understand(
  { source, lease }: Poll,
  { body, contentType, finalUrl: url }: Extract<FetchResult, { kind: 'modified' }>,
  tools: IngestTools,
): Promise<Understood> {
  const now = tools.clock.now();
  const { charset, timezone, language, dayFirst } = source;
  const about = { contentType, url, charset, timezone, language, dayFirst, now };
  const answer = await tools.reader.read(body, about);
  if (answer.kind === 'failed') return { read: answer };
  try {
    const read = withoutSecrets(answer, source, tools.secrets ?? []);
    const { trust } = lease.state;
    return { read, document: normaliseDocument({ document: read, source, trust, now }) };
  } catch (error) {
    return { read: faultOfOurs(source.id, error, tools) };
  }
}

function faultOfOurs(sourceId: SourceId, error: unknown, tools: IngestTools): ReadFailed {
  tools.onFault?.(sourceId, error);
  const message = `its items could not be understood, which is a fault of Araz: ${messageOf(error)}`;
  return { kind: 'failed', reason: 'malformed', message };
}

/**
 * Decides and commits in its turn, again from the candidates on when another process stored something
 * alike meanwhile. Undefined when that never ended: the source stays due.
 */
async function commitPoll(poll: Poll, tools: IngestTools): Promise<IngestReport | undefined> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const report = await tools.inTurn(() => tryCommit(poll, tools));
    if (report !== undefined) return report;
  }
  const { sourceId } = poll.lease.state;
  const message = `its items could not be stored in ${attemptsMax} attempts, as another process kept storing the same ones; it stays due`;
  tools.onFault?.(sourceId, new AppError('unavailable', message));
  await tools.store.releaseLeases([poll.lease]);
  return undefined;
}

/** Undefined when the decisions were out of date by the time of the commit. */
async function tryCommit(poll: Poll, tools: IngestTools): Promise<IngestReport | undefined> {
  const { source, lease } = poll;
  const now = tools.clock.now();
  const decided = await decide(poll, tools, now);
  if ('kind' in decided) {
    const { document: _, ...unread } = poll;
    return tryCommit({ ...unread, read: decided }, tools);
  }
  const { asOf, writes, sentences } = decided;
  const state = stateAfter(poll, decided, tools, now);
  const record = recordOf(poll, writes, state, now);
  const { fence } = lease;
  const learned = sentences === undefined ? {} : { sentences };
  const about = { sourceId: source.id, fence, asOf, now };
  const intent = { ...about, items: writes, state, ...learned, poll: record };
  const outcome = await tools.store.commitIngest(intent);
  if (outcome.kind === 'conflict') return undefined;
  return {
    sourceId: source.id,
    poll: outcome.kind === 'committed' ? { ...record, itemsRevised: outcome.itemsRevised } : record,
    wasKept: outcome.kind === 'committed',
  };
}

/** Dedup and match; a failing store throws, a fault of ours is an outcome. */
async function decide(
  poll: Poll,
  tools: IngestTools,
  now: Instant,
): Promise<DecidedItems | ReadFailed> {
  const { document } = poll;
  if (document === undefined || document.items.length === 0) {
    return { asOf: 0, writes: [], witness: new IdentityWitness() };
  }
  try {
    return await decideItems(poll.source.id, document.items, tools, now, gradesOf(document.trust));
  } catch (error) {
    if (error instanceof AppError) throw error;
    return faultOfOurs(poll.source.id, error, tools);
  }
}

function stateAfter(
  poll: Poll,
  { writes, witness }: DecidedItems,
  tools: IngestTools,
  now: Instant,
): SourceState {
  const { source, lease, request, result, document } = poll;
  const answer: PollAnswer = { sent: request.validators, result, reading: readingOf(poll, writes) };
  const next = nextState({ source, state: lease.state, answer, now, random: tools.random });
  const state = learnFeedId(learnHub(next, result, poll.read), poll.read);
  if (document === undefined) return state;
  const { trust, faults } = document;
  const trustOf = (kind: keyof IdentityTrust) =>
    trustAfter(trust[kind], { ...witness[kind], distinct: faults[kind].distinct }, now);
  return { ...state, trust: { guid: trustOf('guid'), link: trustOf('link') } };
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
  const reading = readingOf(poll, writes);
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
    mayHaveMissed: reading?.kind === 'feed' && mayHaveMissed(poll.lease.state, reading),
    ...(read?.kind === 'feed' &&
      read.itemsLeftOut !== undefined && { itemsLeftOut: read.itemsLeftOut }),
    nextDueAt: state.nextDueAt,
    nextDueReason: state.nextDueReason,
    ...(message === undefined ? {} : { message }),
  };
}
