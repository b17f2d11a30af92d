import { statSync } from 'node:fs';
import path from 'node:path';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PollSum } from '../domain/health.ts';
import { type Instant, second } from '../domain/instant.ts';
import type { SourceState, SourceStatus } from '../domain/source.ts';
import type { Reading } from './open-reading.ts';
import { readReadiness } from './status.ts';

/** What a monitoring system reads, in the text format of Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** Rejects when the store does not answer. */
  read(): Promise<string>;
}

/**
 * Metrics of the worker, whichever process it runs in, from what the store says; those named
 * `process_` and `nodejs_` are of this process. Labels are ids of topics and words of ours: neither
 * addresses nor sources, of which there may be thousands. Counters count from the first reading on,
 * as a counter may that starts again with its process.
 */
export function createMetrics(app: Reading): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = createGauges(registry);
  const countPolls = createPollCounters(registry, app);
  const read = async (): Promise<string> => {
    await countPolls();
    await readGauges(gauges, app);
    return registry.metrics();
  };
  // One at a time: two scrapes must not count the same polls.
  let last: Promise<unknown> = Promise.resolve();
  return {
    contentType: registry.contentType,
    read: () => {
      const next = last.then(read);
      last = next.catch(() => {});
      return next;
    },
  };
}

/** Adds what was polled since the last call. */
function createPollCounters(registry: Registry, { store }: Reading): () => Promise<void> {
  const registers = [registry];
  const polls = new Counter({
    name: 'araz_polls_total',
    help: 'Polls of sources, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const seconds = new Counter({
    name: 'araz_poll_seconds_total',
    help: 'Seconds that polls took from request to commit.',
    registers,
  });
  const bytes = new Counter({
    name: 'araz_poll_bytes_total',
    help: 'Bytes of documents received.',
    registers,
  });
  const items = new Counter({
    name: 'araz_items_total',
    help: 'Items that polls brought: new ones, copies of other outlets’ items, revised ones.',
    labelNames: ['kind'],
    registers,
  });
  const missed = new Counter({
    name: 'araz_polls_that_may_have_missed_items_total',
    help: 'Polls whose document had nothing in common with the one before.',
    registers,
  });
  const add = (sum: PollSum): void => {
    polls.inc({ outcome: sum.outcome }, sum.polls);
    seconds.inc(Math.max(0, sum.durationMs) / second);
    bytes.inc(sum.bytes);
    items.inc({ kind: 'new' }, sum.itemsNew);
    items.inc({ kind: 'duplicate' }, sum.itemsDuplicate);
    items.inc({ kind: 'revised' }, sum.itemsRevised);
    missed.inc(sum.mayHaveMissed);
  };
  let lastPoll: number | undefined;
  return async () => {
    const answer = await store.sumPolls(lastPoll);
    lastPoll = answer.lastPoll;
    for (const sum of answer.sums) add(sum);
  };
}

const helpOf = {
  araz_ready: '1 when the store answers and polling goes on, as /readyz says; else 0.',
  araz_next_poll_timestamp_seconds: 'When the next source is due; in the past when polls are late.',
  araz_last_poll_timestamp_seconds: 'When a source was polled last.',
  araz_last_success_timestamp_seconds: 'When a source was last read without a fault.',
  araz_oldest_success_timestamp_seconds:
    'Last success of the enabled source that has been without one for longest; 0 for never.',
  araz_sources: 'Enabled sources by how they stand: new, ok, failing, gone.',
  araz_topic_entries: 'Stories in the live document of a topic, all languages.',
  araz_topics_unpublished: 'Topics whose documents do not stand as the store says.',
  araz_store_bytes: 'Size of the store’s files: the database and its write-ahead log.',
} as const;

type GaugeName = keyof typeof helpOf;
type Gauges = Readonly<Record<GaugeName, Gauge>>;

const labelsOf: Partial<Record<GaugeName, readonly string[]>> = {
  araz_sources: ['status'],
  araz_topic_entries: ['topic'],
  araz_store_bytes: ['file'],
};

function createGauges(registry: Registry): Gauges {
  const gauges = Object.entries(helpOf).map(([name, help]) => {
    const labelNames = labelsOf[name as GaugeName] ?? [];
    return [name, new Gauge({ name, help, labelNames, registers: [registry] })];
  });
  return Object.fromEntries(gauges) as Gauges;
}

async function readGauges(gauges: Gauges, app: Reading): Promise<void> {
  gauges.araz_ready.set((await readReadiness(app)).isReady ? 1 : 0);
  setTime(gauges.araz_next_poll_timestamp_seconds, await app.store.findNextDue());
  const states = await app.store.listSourceStates();
  readSources(
    gauges,
    states.filter(({ sourceId }) => app.setup.sources.has(sourceId)),
  );
  await readTopics(gauges, app);
  for (const [file, suffix] of [
    ['database', ''],
    ['log', '-wal'],
  ] as const) {
    const stat = statSync(path.join(app.dataDir, `araz.db${suffix}`), { throwIfNoEntry: false });
    // The log is not there while nothing is open; nor is either where the store is elsewhere.
    if (stat === undefined) gauges.araz_store_bytes.remove({ file });
    else gauges.araz_store_bytes.set({ file }, stat.size);
  }
}

function readSources(gauges: Gauges, states: readonly SourceState[]): void {
  for (const status of ['new', 'ok', 'failing', 'gone'] satisfies SourceStatus[]) {
    const count = states.filter((state) => state.status === status).length;
    gauges.araz_sources.set({ status }, count);
  }
  const polled = states.flatMap(({ lastPolledAt }) => lastPolledAt ?? []);
  const successes = states.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  const oldest = states
    .filter(({ status }) => status !== 'gone')
    .map(({ lastSuccessAt = 0 }) => lastSuccessAt);
  setTime(gauges.araz_last_poll_timestamp_seconds, latest(polled));
  setTime(gauges.araz_last_success_timestamp_seconds, latest(successes));
  setTime(
    gauges.araz_oldest_success_timestamp_seconds,
    oldest.length === 0 ? undefined : oldest.reduce((a, b) => Math.min(a, b)),
  );
}

async function readTopics(gauges: Gauges, { store, setup }: Reading): Promise<void> {
  const states = new Map((await store.listTopicStates()).map((state) => [state.topicId, state]));
  const { topics } = setup.config;
  gauges.araz_topic_entries.reset();
  for (const { id } of topics) {
    gauges.araz_topic_entries.set({ topic: id }, states.get(id)?.published?.entries ?? 0);
  }
  const unpublished = topics.filter(({ id }) => {
    const state = states.get(id);
    return state !== undefined && state.published?.version !== state.version;
  });
  gauges.araz_topics_unpublished.set(unpublished.length);
}

function latest(instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : instants.reduce((a, b) => Math.max(a, b));
}

/** Nothing is said of what has never been. */
function setTime(gauge: Gauge, instant: Instant | undefined): void {
  if (instant === undefined) gauge.remove();
  else gauge.set(instant / second);
}
