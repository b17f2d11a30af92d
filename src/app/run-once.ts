import { createHash } from 'node:crypto';
import type { SourceId, TopicId } from '../domain/ids.ts';
import { second } from '../domain/instant.ts';
import type { Source, SourceState } from '../domain/source.ts';
import { fillSearch } from '../pipeline/fill-search.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import { afterClockSetBack, heldOrigins } from '../pipeline/poll/poll-request.ts';
import { rematchTopics } from '../pipeline/rematch-topics.ts';
import { runDue } from '../pipeline/run-due.ts';
import { searchVersion } from '../pipeline/search-text.ts';
import type { App } from './create-app.ts';
import { forgiveOutage, wasReached } from './network-outage.ts';
import { pruneDaily } from './prune-store.ts';
import { type PublishSummary, publishAll } from './publish-all.ts';
import { Announcer } from './push/announcer.ts';
import { maintainSubscriptions } from './push/maintain-subscriptions.ts';
import { takeHints } from './push/take-hints.ts';
import { acquireRunLock } from './run-lock.ts';
import { sealEarlier } from './seal-earlier.ts';

export interface RunOptions {
  readonly only?: readonly SourceId[];
  /** Polls sources that are not due too. */
  readonly all?: boolean;
  /** Renders every topic again: the documents may be those of another release of Araz. */
  readonly renderAll?: boolean;
  /** See `RunRequest`. */
  readonly stop?: AbortSignal;
  readonly giveUp?: AbortSignal;
  /** Aborted when the run lock was lost: nothing more is written then. */
  readonly lost?: AbortSignal;
  readonly onReport?: (report: IngestReport) => void;
}

/** What one pass came to, in the words of its summary line. */
export interface RunSummary {
  readonly polled: number;
  readonly failed: number;
  /** Polls whose server answered, whatever it said, or had said before to be left alone. */
  readonly reached: number;
  readonly itemsNew: number;
  readonly itemsDuplicate: number;
  readonly itemsRevised: number;
  /** Polls before which items may have come and gone unseen. */
  readonly mayHaveMissed: number;
  /** Items of documents beyond those that are read of one. */
  readonly itemsLeftOut: number;
  readonly published: PublishSummary;
  readonly reports: readonly IngestReport[];
}

/** Telling hubs and subscribers ends after so long; what is left is told by the next pass. */
const announcingMaxMs = 30 * second;

/** One pass for cron: poll what is due, publish what changed, end. Throws `locked` while another run goes on. */
export async function runOnce(app: App, options: RunOptions = {}): Promise<RunSummary> {
  const summary = await runLocked(app, options);
  // After the lock: the next pass need not wait for hubs, nor this one for any of them for long.
  const patience = AbortSignal.timeout(announcingMaxMs);
  await new Announcer(app).run(
    options.stop === undefined ? patience : AbortSignal.any([options.stop, patience]),
  );
  return summary;
}

async function runLocked(app: App, options: RunOptions): Promise<RunSummary> {
  const lock = await acquireRunLock(app.store, app.clock, app.log);
  try {
    await prepareRun(app);
    const giveUp = AbortSignal.any([lock.lost, ...(options.giveUp ? [options.giveUp] : [])]);
    const lost = lock.lost;
    const summary = await runPass(app, lock.owner, { ...options, giveUp, lost });
    await maintainSubscriptions(app, options.stop);
    await pruneDaily(app, options.stop);
    return summary;
  } finally {
    await lock.release();
  }
}

/**
 * Brings the store up to the configuration: its sources are known, renamed topics keep their past,
 * its rules are applied to what is stored. Throws what `stop` was aborted with when that happens in the middle.
 */
export async function prepareRun(app: App, stop?: AbortSignal): Promise<void> {
  const { sources, topics } = app.setup;
  await app.store.syncSources([...sources.values()].map(withoutSecret), app.clock.now());
  await holdOrigins(app);
  await renameTopics(app);
  if (await app.store.setSearchVersion(searchVersion(app.setup.config.concepts)))
    app.log.info('stored items are indexed for search again, some with each pass');
  const rematched = await rematchTopics(app.store, topics, stop);
  if (rematched.length > 0)
    app.log.info('rules changed; stored items matched again', { topics: rematched });
}

/** A topic with a new id goes on as the one it was: what left stays away, dates stay. */
async function renameTopics({ store, setup, log }: App): Promise<void> {
  const { topics } = setup.config;
  const rename = async (from: TopicId, to: TopicId): Promise<void> => {
    if (await store.renameTopic(from, to)) log.info('a topic was renamed', { from, to });
  };
  for (const { id, aliases } of topics) {
    for (const former of aliases) await rename(former, id);
  }
  // A rename that was undone by taking it out of the file, and not by an alias the other way.
  const renamed = await store.listRenamedTopics();
  const taken = new Set(topics.flatMap(({ id, aliases }) => [id, ...aliases]));
  for (const { id } of topics) {
    const now = renamed.get(id);
    if (now !== undefined && !taken.has(now)) await rename(now, id);
  }
}

/** The store only compares addresses: a digest tells a changed secret without holding it. */
function withoutSecret(source: Source): Source {
  if (source.publicUrl === undefined) return source;
  const digest = createHash('sha256').update(source.url).digest('hex').slice(0, 16);
  return { ...source, url: `${source.publicUrl}#${digest}` };
}

/** After the clock was set back nothing waits for as long as it had been wrong. Answers the states. */
async function mendClock(app: App): Promise<readonly SourceState[]> {
  const now = app.clock.now();
  const states = await app.store.listSourceStates();
  const mended = states.flatMap((state) => afterClockSetBack(state, now) ?? []);
  if (mended.length === 0) return states;
  app.log.warn('the clock was set back; next polls are counted from now', {
    sources: mended.length,
  });
  await app.store.rescheduleSources(mended);
  return app.store.listSourceStates();
}

/** A wait that one source's server asked for holds for all sources of its origin, also after a restart. */
async function holdOrigins(app: App): Promise<void> {
  const states = await app.store.listSourceStates();
  for (const hold of heldOrigins(states, app.setup.config.fetch.allowHosts)) {
    app.fetcher.holdOrigin(hold);
  }
}

/** Polls what is due and publishes what changed, by this pass or by an editor, or what a crash left. */
export async function runPass(app: App, owner: string, options: RunOptions): Promise<RunSummary> {
  const { config, sources } = app.setup;
  const before = await mendClock(app);
  await takeHints(app);
  const { reports } = await runDue(sources, app.ingestTools(), {
    owner,
    concurrency: config.fetch.concurrency,
    hostConnections: config.fetch.hostConnections,
    onReport: (report) => {
      logPoll(app, report);
      options.onReport?.(report);
    },
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(options.all === undefined ? {} : { ignoreDue: options.all }),
    ...(options.stop === undefined ? {} : { stop: options.stop }),
    ...(options.giveUp === undefined ? {} : { giveUp: options.giveUp }),
  });
  options.lost?.throwIfAborted();
  await forgiveOutage(app, reports, before);
  const { lost, renderAll = false } = options;
  const published = await publishAll(app, { changedOnly: !renderAll, ...(lost ? { lost } : {}) });
  await fillSearch(app.store, app.setup.topics, options.stop);
  await sealEarlier(app.store, options.stop);
  const summary = summarise(reports, published);
  const { reports: _, published: __, ...counts } = summary;
  const isIdle = counts.polled === 0 && published.written === 0;
  app.log[isIdle ? 'debug' : 'info']('run', { ...counts, written: published.written });
  return summary;
}

function summarise(reports: readonly IngestReport[], published: PublishSummary): RunSummary {
  const polls = reports.map((report) => report.poll);
  const isGood = (outcome: string): boolean => outcome === 'modified' || outcome === 'not-modified';
  return {
    polled: polls.length,
    failed: polls.filter((poll) => !isGood(poll.outcome)).length,
    reached: polls.filter(wasReached).length,
    itemsNew: polls.reduce((total, poll) => total + poll.itemsNew, 0),
    itemsDuplicate: polls.reduce((total, poll) => total + poll.itemsDuplicate, 0),
    itemsRevised: polls.reduce((total, poll) => total + poll.itemsRevised, 0),
    mayHaveMissed: polls.filter((poll) => poll.mayHaveMissed).length,
    itemsLeftOut: polls.reduce((total, { itemsLeftOut = 0 }) => total + itemsLeftOut, 0),
    published,
    reports,
  };
}

function logPoll(app: App, report: IngestReport): void {
  const { poll } = report;
  app.log.info('poll', {
    source_id: poll.sourceId,
    outcome: poll.outcome,
    http: poll.httpStatus,
    ms: poll.finishedAt - poll.startedAt,
    bytes: poll.bytes,
    new: poll.itemsNew,
    duplicate: poll.itemsDuplicate,
    may_have_missed: poll.mayHaveMissed || undefined,
    left_out: poll.itemsLeftOut,
    next_at: new Date(poll.nextDueAt).toISOString(),
    reason: poll.nextDueReason,
    message: poll.message,
  });
}
