import { Worker } from 'node:worker_threads';
import type { Setup } from '../app/setup.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import type { FromServer, ServerSetup, ThreadConfig, ToServer } from './thread-protocol.ts';

/** How often the thread is asked whether it is still there. */
const heartbeatMs: Milliseconds = 10 * second;
/** Questions without an answer after which it is given up; nothing it does takes a tenth of that. */
const missedMax = 6;
/** It lets answers under way end for a second; after this it is ended from outside. */
const closeMs: Milliseconds = 5 * second;

/** A web server on a thread of its own. */
export interface ServerThread {
  /** Addresses of the site and of the operator's paths. */
  readonly urls: readonly string[];
  /** Goes on with another configuration; addresses and ports stay those of the start. */
  useSetup(setup: Setup): void;
  close(): Promise<void>;
  /** Rejects when the thread ends unasked, or answers no more. */
  readonly failed: Promise<never>;
}

export interface ServerThreadOptions extends Omit<ServerSetup, keyof ThreadConfig> {
  readonly setup: Setup;
  /** See `RouteOptions`. */
  readonly onHubRequest?: () => void;
  /** Entry of the thread; the built `serve-thread.js` beside this file by default. */
  readonly threadUrl?: URL;
  /** For tests: another `heartbeatMs`. */
  readonly beatMs?: Milliseconds;
}

/**
 * Serves on a thread with an event loop, a heap and a connection to the store of its own: deciding,
 * rendering and collecting garbage beside it cost readers nothing but processor time. Rejects as
 * `listen` and `openServing` throw.
 */
export async function startServerThread(options: ServerThreadOptions): Promise<ServerThread> {
  const { setup, onHubRequest, threadUrl, beatMs, ...rest } = options;
  const workerData: ServerSetup = { ...rest, ...configOf(setup) };
  // Flags of the caller's own start, such as --eval's, are not for a module that runs as a file.
  const worker = new Worker(threadUrl ?? new URL('./serve-thread.js', import.meta.url), {
    workerData,
    execArgv: [],
  });
  const thread = new WatchedThread(worker, onHubRequest);
  const urls = await Promise.race([thread.listening, thread.failed]);
  thread.watch(beatMs ?? heartbeatMs);
  return {
    urls,
    failed: thread.failed,
    useSetup: (next) => thread.post({ kind: 'config', ...configOf(next) }),
    close: () => thread.close(),
  };
}

/** The thread from outside: whether it listens, is there, has ended. */
class WatchedThread {
  readonly listening: Promise<readonly string[]>;
  readonly failed: Promise<never>;
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #fail: (error: AppError) => void = () => {};
  #isClosing = false;
  /** Questions that were not answered, one after the other. */
  #missed = 0;
  #beat: NodeJS.Timeout | undefined;

  constructor(worker: Worker, onHubRequest: (() => void) | undefined) {
    this.#worker = worker;
    this.#ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // A failure before anyone waits for it must not end the process by itself.
    this.failed.catch(() => {});
    worker.once('error', (error) => this.#fail(endedError(messageOf(error), error)));
    worker.once('exit', (code) => {
      clearInterval(this.#beat);
      if (!this.#isClosing) this.#fail(endedError(`it ended with code ${code}`));
    });
    this.listening = new Promise((resolve, reject) => {
      worker.on('message', (message: FromServer) => {
        if (message.kind === 'alive') this.#missed = 0;
        else if (message.kind === 'listening') resolve(message.urls);
        else if (message.kind === 'hub-request') onHubRequest?.();
        else reject(new AppError(message.code, message.message));
      });
    });
    this.listening.catch(() => {});
  }

  post(message: ToServer): void {
    this.#worker.postMessage(message);
  }

  /** Counts questions and not time: a machine that slept has asked none meanwhile. */
  watch(everyMs: Milliseconds): void {
    this.#beat = setInterval(() => {
      if (this.#missed === missedMax) {
        clearInterval(this.#beat);
        this.#fail(endedError(`it has not answered for ${(missedMax * everyMs) / second} seconds`));
        return;
      }
      this.#missed += 1;
      this.post({ kind: 'ask' });
    }, everyMs);
    this.#beat.unref();
  }

  /** Resolves when it has ended, if need be by force: one that hangs would keep the process. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#beat);
    this.post({ kind: 'close' });
    // One that is known to answer no more is not waited for.
    const graceMs = this.#missed === missedMax ? 0 : closeMs;
    const force = setTimeout(() => void this.#worker.terminate(), graceMs);
    await this.#ended;
    clearTimeout(force);
  }
}

function configOf({ config, secrets }: Setup): ThreadConfig {
  return { config, secrets };
}

function endedError(reason: string, cause?: unknown): AppError {
  const cure = 'start Araz again; what is published still lies in the data folder';
  return new AppError('internal', `the web server's thread is gone: ${reason}; ${cure}`, { cause });
}
