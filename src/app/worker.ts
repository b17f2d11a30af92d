import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import cron from 'node-cron';
import { AppError, messageOf } from '../domain/errors.ts';
import { second } from '../domain/instant.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import type { App } from './create-app.ts';
import { pruneDaily } from './prune-store.ts';
import { maintainSubscriptions } from './push/maintain-subscriptions.ts';
import { acquireRunLock, type RunLock } from './run-lock.ts';
import { prepareRun, type RunSummary, runPass } from './run-once.ts';
import type { Setup } from './setup.ts';

/** Polls under way get so long to end after a signal; then they are given up and stay due. */
const graceMs = 8 * second;

export interface WorkerOptions {
  /** Watched for changes at every tick; absent for the demo, whose configuration is fixed. */
  readonly configPath?: string;
  readonly onReport?: (report: IngestReport) => void;
  /** Called after each pass that polled something. */
  readonly onPass?: (summary: RunSummary, isFirst: boolean) => void;
}

/** The scheduled worker: polls at once, then at every tick of the schedule, until stopped. */
export interface Worker {
  /** Reads the configuration again, for the next pass; a wrong one is reported and the running one stays. */
  reload(): Promise<void>;
  /** Starts no further poll, ends those under way, frees the lock. */
  stop(): Promise<void>;
  /** Rejects when the worker cannot go on: disk full, lock lost. */
  readonly failed: Promise<never>;
}

/** Takes the run lock and starts. Throws `locked` while another run goes on. */
export async function startWorker(app: App, options: WorkerOptions = {}): Promise<Worker> {
  const lock = await acquireRunLock(app.store, app.clock, app.log);
  const worker = new ScheduledWorker(app, lock, options);
  worker.begin();
  return worker;
}

class ScheduledWorker implements Worker {
  readonly failed: Promise<never>;
  readonly #app: App;
  readonly #lock: RunLock;
  readonly #options: WorkerOptions;
  readonly #stopping = new AbortController();
  readonly #givingUp = new AbortController();
  /** A configuration that was read and is not in use yet: none is changed in the middle of a pass. */
  #next: Setup | undefined;
  #fail: (error: unknown) => void = () => {};
  #task: { stop(): void | Promise<void>; destroy(): void | Promise<void> } | undefined;
  #passing: Promise<void> | undefined;
  #subscribing: Promise<void> | undefined;
  #pruning: Promise<void> | undefined;
  #configSeen = '';
  #isFirst = true;
  /** The configuration was replaced: sources and rules must be brought up before the next pass. */
  #isPrepared = false;

  constructor(app: App, lock: RunLock, options: WorkerOptions) {
    this.#app = app;
    this.#lock = lock;
    this.#options = options;
    this.#configSeen = this.#configStamp();
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // A failure before anyone waits for it must not end the process by itself.
    this.failed.catch(() => {});
    lock.lost.addEventListener('abort', () => {
      this.#givingUp.abort();
      this.#fail(lock.lost.reason);
    });
  }

  begin(): void {
    this.#schedule();
    this.#tick();
  }

  async reload(): Promise<void> {
    this.#read();
    this.#tick();
  }

  /** Reads the configuration; the next pass begins with it. A wrong one is reported and dropped. */
  #read(): void {
    const { log } = this.#app;
    try {
      this.#next = this.#app.loadSetup();
    } catch (error) {
      log.error('the changed configuration was not taken; the running one stays', {
        problem: messageOf(error),
      });
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#task?.destroy();
    const timer = setTimeout(() => this.#givingUp.abort(), graceMs);
    await this.#passing;
    await this.#subscribing;
    await this.#pruning;
    clearTimeout(timer);
    await this.#lock.release();
  }

  #schedule(): void {
    void this.#task?.destroy();
    // UTC: with a zone that has daylight saving time node-cron leaves out an hour each autumn. A
    // tick missed while the machine slept is no news: what is due is due at the next one.
    const options = { timezone: 'UTC', suppressMissedWarning: true };
    this.#task = cron.schedule(this.#app.setup.config.schedule, () => this.#tick(), options);
  }

  /** A tick while a pass is under way does nothing: what is due stays due. */
  #tick(): void {
    if (this.#passing !== undefined || this.#stopping.signal.aborted) return;
    this.#passing = this.#pass()
      .catch((error) => this.#judge(error))
      .finally(() => {
        this.#passing = undefined;
      });
  }

  /**
   * A store that was busy for too long will not always be, nor a disk full: the server beside goes on
   * with what is published. A disk that cannot be written from the start, and anything else, ends it.
   */
  #judge(error: unknown): void {
    const { signal } = this.#stopping;
    if (signal.aborted && error === signal.reason) return;
    const code = error instanceof AppError ? error.code : 'internal';
    const mayPass = code === 'unavailable' || (code === 'io' && !this.#isFirst);
    if (!mayPass) {
      this.#fail(error);
      return;
    }
    this.#isPrepared = false;
    this.#app.log.error('a pass was not finished; the next tick tries again', {
      problem: messageOf(error),
    });
  }

  async #pass(): Promise<void> {
    await this.#useChanged();
    const isPrepared = this.#isPrepared;
    if (!isPrepared) await prepareRun(this.#app, this.#stopping.signal);
    this.#isPrepared = true;
    const summary = await runPass(this.#app, this.#lock.owner, {
      publishChangedOnly: isPrepared,
      stop: this.#stopping.signal,
      giveUp: this.#givingUp.signal,
      lost: this.#lock.lost,
      ...(this.#options.onReport ? { onReport: this.#options.onReport } : {}),
    });
    if (this.#isFirst || summary.polled > 0) this.#options.onPass?.(summary, this.#isFirst);
    this.#isFirst = false;
    this.#subscribe();
    this.#prune();
  }

  /** Beside the passes, in small steps between their commits: news does not wait for it. */
  #prune(): void {
    if (this.#pruning !== undefined || this.#stopping.signal.aborted) return;
    const stop = AbortSignal.any([this.#stopping.signal, this.#lock.lost]);
    this.#pruning = pruneDaily(this.#app, stop)
      .then(() => {})
      .catch((error) => this.#judge(error))
      .finally(() => {
        this.#pruning = undefined;
      });
  }

  /** Beside the passes: a hub that does not answer must not make news late. */
  #subscribe(): void {
    if (this.#subscribing !== undefined || this.#stopping.signal.aborted) return;
    this.#subscribing = maintainSubscriptions(this.#app, this.#stopping.signal)
      .catch((error) => this.#judge(error))
      .finally(() => {
        this.#subscribing = undefined;
      });
  }

  /** Takes up a configuration that was read meanwhile, or whose file has changed. */
  async #useChanged(): Promise<void> {
    const stamp = this.#configStamp();
    if (stamp !== this.#configSeen) {
      this.#configSeen = stamp;
      this.#read();
    }
    const next = this.#next;
    if (next === undefined) return;
    this.#next = undefined;
    this.#isPrepared = false;
    const { log, setup } = this.#app;
    await this.#app.useSetup(next);
    log.info('configuration read again', { sources: next.sources.size });
    if (!isDeepStrictEqual(setup.config.server, next.config.server)) {
      log.warn('addresses, ports and tokens of the server change at the next start');
    }
    if (setup.config.schedule !== next.config.schedule) this.#schedule();
  }

  /** Size and time of the configuration file; a file that is being replaced may be absent for an instant. */
  #configStamp(): string {
    const { configPath } = this.#options;
    if (configPath === undefined) return '';
    const stat = statSync(configPath, { throwIfNoEntry: false });
    return stat === undefined ? this.#configSeen : `${stat.mtimeMs} ${stat.size}`;
  }
}
