import { setMaxListeners } from 'node:events';
import type { SourceId, TopicId } from '../domain/ids.ts';
import type { Milliseconds } from '../domain/instant.ts';
import type { Source, SourceLease } from '../domain/source.ts';
import { type IngestReport, type IngestTools, ingestSource } from './ingest-source.ts';

/** Longer than any poll may take: a lease that runs out belongs to a process that died. */
const leaseMs: Milliseconds = 120_000;

export interface RunRequest {
  readonly owner: string;
  /** Polls at once. */
  readonly concurrency: number;
  readonly only?: readonly SourceId[];
  /** Takes sources that are not due too; never before a Retry-After, never `gone`. */
  readonly ignoreDue?: boolean;
  /** No poll starts once it is aborted; those under way end in their own time. */
  readonly stop?: AbortSignal;
  /** Polls under way are given up once it is aborted; their sources stay due. */
  readonly giveUp?: AbortSignal;
  readonly onReport?: (report: IngestReport) => void;
}

export interface RunReport {
  readonly reports: readonly IngestReport[];
  readonly changedTopics: ReadonlySet<TopicId>;
}

/**
 * One pass over the sources that are due, `concurrency` at a time, each polled at most once. When
 * the store fails nothing more is started; what is under way ends before that failure is thrown.
 */
export async function runDue(
  sources: ReadonlyMap<SourceId, Source>,
  tools: IngestTools,
  request: RunRequest,
): Promise<RunReport> {
  const run = new Run(sources, tools, request);
  await Promise.all(Array.from({ length: request.concurrency }, () => run.work()));
  return run.end();
}

class Run {
  readonly #sources: ReadonlyMap<SourceId, Source>;
  readonly #tools: IngestTools;
  readonly #request: RunRequest;
  readonly #reports: IngestReport[] = [];
  readonly #changedTopics = new Set<TopicId>();
  /** Sources of this pass: with `ignoreDue` one would be leased again as soon as it is given back. */
  readonly #taken = new Set<SourceId>();
  #leasing: Promise<unknown> = Promise.resolve();
  #waiting: SourceLease[] = [];
  #isDry = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(sources: ReadonlyMap<SourceId, Source>, tools: IngestTools, request: RunRequest) {
    this.#sources = sources;
    this.#tools = tools;
    this.#request = request;
    // One listener a poll under way: more than ten are no leak.
    if (request.giveUp) setMaxListeners(0, request.giveUp);
  }

  /** Polls until nothing is due. Never rejects: `end` tells of the failure once all have ended. */
  async work(): Promise<void> {
    try {
      while (!this.#isStopped()) {
        const lease = await this.#nextLease();
        if (lease === undefined) break;
        if (this.#isStopped()) this.#waiting.push(lease);
        else await this.#poll(lease);
      }
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  /** Gives back what was leased and not polled; throws what stopped the run, if anything did. */
  async end(): Promise<RunReport> {
    const left = this.#waiting.splice(0);
    if (left.length > 0) {
      await this.#tools.store.releaseLeases(left).catch((error) => {
        this.#failure ??= { error };
      });
    }
    if (this.#failure !== undefined) throw this.#failure.error;
    return { reports: this.#reports, changedTopics: this.#changedTopics };
  }

  async #poll(lease: SourceLease): Promise<void> {
    const source = this.#sources.get(lease.state.sourceId);
    if (source === undefined) {
      // Another process knows a newer configuration: the source is for it to poll.
      await this.#tools.store.releaseLeases([lease]);
      return;
    }
    const report = await ingestSource(source, lease, this.#tools, this.#request.giveUp);
    if (report !== undefined) this.#keep(report);
  }

  #isStopped(): boolean {
    const { stop, giveUp } = this.#request;
    return this.#failure !== undefined || stop?.aborted === true || giveUp?.aborted === true;
  }

  #keep(report: IngestReport): void {
    this.#reports.push(report);
    for (const topicId of report.changedTopics) this.#changedTopics.add(topicId);
    this.#request.onReport?.(report);
  }

  /** One lease call at a time, shared by all who wait. */
  async #nextLease(): Promise<SourceLease | undefined> {
    while (this.#waiting.length === 0 && !this.#isDry) {
      this.#leasing = this.#leasing.then(() => this.#lease());
      await this.#leasing;
    }
    return this.#waiting.shift();
  }

  async #lease(): Promise<void> {
    if (this.#waiting.length > 0 || this.#isDry) return;
    const { owner, concurrency, only, ignoreDue } = this.#request;
    const leases = await this.#tools.store.leaseDueSources({
      now: this.#tools.clock.now(),
      limit: ignoreDue ? this.#sources.size : concurrency,
      owner,
      ttlMs: leaseMs,
      ...(only === undefined ? {} : { only }),
      ...(ignoreDue === undefined ? {} : { ignoreDue }),
    });
    const fresh = leases.filter((lease) => !this.#taken.has(lease.state.sourceId));
    const again = leases.filter((lease) => this.#taken.has(lease.state.sourceId));
    for (const lease of fresh) this.#taken.add(lease.state.sourceId);
    if (again.length > 0) await this.#tools.store.releaseLeases(again);
    this.#waiting.push(...fresh);
    if (fresh.length === 0) this.#isDry = true;
  }
}
