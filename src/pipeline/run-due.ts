import { setMaxListeners } from 'node:events';
import type { SourceId } from '../domain/ids.ts';
import type { Milliseconds } from '../domain/instant.ts';
import type { Source, SourceLease } from '../domain/source.ts';
import { type IngestReport, type IngestTools, ingestSource } from './ingest-source.ts';

/** A source of a process that died is free again so soon. A living pass keeps what it has taken. */
const leaseMs: Milliseconds = 120_000;

export interface RunRequest {
  readonly owner: string;
  /** Polls at once, and of these at one host. */
  readonly concurrency: number;
  readonly hostConnections: number;
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
}

/**
 * One pass over the sources that are due, `concurrency` at a time, each polled at most once. Sources
 * of one host go one after another and hold up no others: a host that is down costs its own sources
 * a time-out each, and the rest none. When the store fails nothing more is started; what is under way
 * ends before that failure is thrown.
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
  /** Sources of this pass: one may be due again, or its lease run out, before the pass is over. */
  readonly #taken = new Set<SourceId>();
  /** Polls under way at each host. */
  readonly #busy = new Map<string, number>();
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
        this.#count(lease, -1);
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
    return { reports: this.#reports };
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
    this.#request.onReport?.(report);
  }

  /**
   * The next whose host is free. Undefined when nothing more is due but what stands behind a poll
   * of its own host: whoever ends that poll goes on with it.
   */
  async #nextLease(): Promise<SourceLease | undefined> {
    for (;;) {
      const place = this.#waiting.findIndex((lease) => this.#isFree(lease));
      const [next] = place < 0 ? [] : this.#waiting.splice(place, 1);
      if (next !== undefined) this.#count(next, 1);
      if (next !== undefined || this.#isDry) return next;
      this.#leasing = this.#leasing.then(() => this.#lease());
      await this.#leasing;
    }
  }

  #isFree(lease: SourceLease): boolean {
    return (this.#busy.get(hostOf(lease)) ?? 0) < this.#request.hostConnections;
  }

  #count(lease: SourceLease, change: 1 | -1): void {
    const host = hostOf(lease);
    this.#busy.set(host, (this.#busy.get(host) ?? 0) + change);
  }

  /** One lease call at a time, shared by all who wait. */
  async #lease(): Promise<void> {
    if (this.#isDry || this.#waiting.some((lease) => this.#isFree(lease))) return;
    const { owner, concurrency, only, ignoreDue } = this.#request;
    const leases = await this.#tools.store.leaseDueSources({
      now: this.#tools.clock.now(),
      limit: ignoreDue ? this.#sources.size : concurrency,
      owner,
      ttlMs: leaseMs,
      except: [...this.#taken],
      ...(only === undefined ? {} : { only }),
      ...(ignoreDue === undefined ? {} : { ignoreDue }),
    });
    for (const lease of leases) this.#taken.add(lease.state.sourceId);
    this.#waiting.push(...leases);
    if (leases.length === 0) this.#isDry = true;
  }
}

/** Where the poll will begin; an address is compared only, so a secret in it does no harm here. */
function hostOf({ state }: SourceLease): string {
  return new URL(state.effectiveUrl ?? state.url).hostname;
}
