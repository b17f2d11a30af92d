import cron from 'node-cron';
import { AppError, messageOf } from '../domain/errors.ts';
import { type Milliseconds, minute, second } from '../domain/instant.ts';
import type { IngestReport } from '../pipeline/ingest-source.ts';
import { findDocumentBytes } from '../publish/write-file.ts';
import { ConfigFile, tellChanged } from './changed-config.ts';
import type { App } from './create-app.ts';
import { DataFolder } from './data-folder.ts';
import { pruneDaily } from './prune-store.ts';
import { publishAll } from './publish-all.ts';
import { Announcer } from './push/announcer.ts';
import { maintainSubscriptions } from './push/maintain-subscriptions.ts';
import { acquireRunLock, type RunLock } from './run-lock.ts';
import { prepareRun, type RunSummary, runPass } from './run-once.ts';
import type { Setup } from './setup.ts';
import { SideTask } from './side-task.ts';

/** How often the store is asked whether an editor did something beside this worker. */
const editorsWatchMs = 1 * second;
/** Polls under way get so long to end after a signal; then they are given up and stay due. */
const graceMs = 8 * second;

/**
 * No pass starts polls for longer: what it found is published, and the next pass goes on with the
 * rest. Twenty sources of a host that is down would otherwise make all other news wait for them.
 */
const passMax: Milliseconds = 2 * minute;

export interface WorkerOptions {
  /** Watched for changes at every tick; absent for the demo, whose configuration is fixed. */
  readonly configPath?: string;
  readonly onReport?: (report: IngestReport) => void;
  /** For tests: another `passMax`. */
  readonly passMs?: Milliseconds;
  /** Called after each pass that polled something. */
  readonly onPass?: (summary: RunSummary, isFirst: boolean) => void;
  /** Called when another configuration has been taken. */
  readonly onSetup?: (setup: Setup) => void;
}

/** The scheduled worker: polls at once, then at every tick of the schedule, until stopped. */
export interface Worker {
  /** Reads the configuration again, for the next pass; a wrong one is reported and the running one stays. */
  reload(): Promise<void>;
  /** Tells hubs and subscribers what there is to tell, at once instead of after the next pass. */
  announce(): void;
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
  /** Beside the passes: a hub that does not answer must not make news late. */
  readonly #subscribing: SideTask;
  readonly #announcing: readonly SideTask[];
  /** In small steps between the commits of passes: news does not wait for it. */
  readonly #pruning: SideTask;
  readonly #config: ConfigFile;
  readonly #dataFolder: DataFolder;
  #watch: NodeJS.Timeout | undefined;
  /** Number of the last act of an editor that is published, or is being. */
  #actSeen = 0;
  #isFirst = true;
  /** The last pass left due sources to the next one, which follows at once. */
  #wasCut = false;
  /** The configuration was replaced: sources and rules must be brought up before the next pass. */
  #isPrepared = false;

  constructor(app: App, lock: RunLock, options: WorkerOptions) {
    this.#app = app;
    this.#lock = lock;
    this.#options = options;
    this.#config = new ConfigFile(options.configPath);
    this.#dataFolder = new DataFolder(app.dataDir);
    const { signal } = this.#stopping;
    const announcer = new Announcer(app);
    const beside = (run: () => Promise<unknown>) =>
      new SideTask(run, (error) => this.#judge(error));
    this.#subscribing = beside(() => maintainSubscriptions(app, signal));
    this.#announcing = announcer.parts(signal).map((part) =>
      beside(async () => {
        if (await part()) this.announce();
      }),
    );
    this.#pruning = beside(() => pruneDaily(app, AbortSignal.any([signal, lock.lost])));
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
    this.#watch = setInterval(() => void this.#lookForActs(), editorsWatchMs);
  }

  /** What an editor retracts leaves at once, not at the next tick. */
  async #lookForActs(): Promise<void> {
    if (this.#passing !== undefined || this.#stopping.signal.aborted) return;
    try {
      const [last] = await this.#app.store.listActs({ limit: 1 });
      if (last !== undefined && last.number > this.#actSeen) this.#tick();
    } catch (error) {
      // The next pass meets the same store and judges; this look was beside.
      this.#app.log.debug('acts of editors could not be read', { problem: messageOf(error) });
    }
  }

  async reload(): Promise<void> {
    this.#read();
    this.#tick();
  }

  /** Reads the configuration; the next pass begins with it. */
  #read(): void {
    this.#next = this.#config.read(this.#app.loadSetup, this.#app.log) ?? this.#next;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#watch);
    await this.#task?.destroy();
    const timer = setTimeout(() => this.#givingUp.abort(), graceMs);
    await this.#passing;
    const beside = [this.#subscribing, ...this.#announcing, this.#pruning];
    await Promise.all(beside.map((task) => task.ended()));
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
    try {
      this.#dataFolder.check();
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#passing = this.#pass()
      .catch((error) => this.#judge(error))
      .finally(() => {
        this.#passing = undefined;
        if (this.#wasCut) this.#tick();
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
    const [lastAct] = await this.#app.store.listActs({ limit: 1 });
    this.#actSeen = lastAct?.number ?? 0;
    const isPrepared = this.#isPrepared;
    if (!isPrepared) {
      await prepareRun(this.#app, this.#stopping.signal);
      await this.#openSite();
    }
    this.#isPrepared = true;
    const summary = await this.#cutAfter(this.#options.passMs ?? passMax, (stop) =>
      runPass(this.#app, this.#lock.owner, {
        renderAll: !isPrepared,
        stop,
        giveUp: this.#givingUp.signal,
        lost: this.#lock.lost,
        ...(this.#options.onReport ? { onReport: this.#options.onReport } : {}),
      }),
    );
    if (this.#isFirst || summary.polled > 0) this.#options.onPass?.(summary, this.#isFirst);
    this.#isFirst = false;
    if (this.#stopping.signal.aborted) return;
    this.#subscribing.start();
    this.#pruning.start();
    this.announce();
  }

  /** Where no site stands yet it is there, if empty, before its first sources are read: that may take minutes. */
  async #openSite(): Promise<void> {
    if ((await findDocumentBytes(this.#app.outDir, 'index.html')) !== undefined) return;
    await publishAll(this.#app, { lost: this.#lock.lost });
  }

  announce(): void {
    if (this.#stopping.signal.aborted) return;
    for (const part of this.#announcing) part.start({ again: true });
  }

  /** Runs a pass with the signal that ends it: when it has lasted so long, or all is to stop. */
  async #cutAfter<T>(ms: Milliseconds, pass: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#stopping;
    const end = new AbortController();
    const stop = (): void => end.abort();
    const cut = (): void => {
      this.#wasCut = true;
      end.abort();
    };
    this.#wasCut = false;
    const timer = setTimeout(cut, ms);
    // Not AbortSignal.any: on Node 20 it keeps every derived signal while the source lives.
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      return await pass(end.signal);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  /** Takes up a configuration that was read meanwhile, or whose file has changed. */
  async #useChanged(): Promise<void> {
    if (this.#config.hasChanged()) this.#read();
    const next = this.#next;
    if (next === undefined) return;
    this.#next = undefined;
    this.#isPrepared = false;
    const { log, setup } = this.#app;
    await this.#app.useSetup(next);
    this.#options.onSetup?.(next);
    tellChanged(log, setup, next);
    if (setup.config.schedule !== next.config.schedule) this.#schedule();
  }
}
