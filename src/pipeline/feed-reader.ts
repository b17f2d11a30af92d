import { Worker } from 'node:worker_threads';
import { AppError, messageOf } from '../domain/errors.ts';
import type { Milliseconds } from '../domain/instant.ts';
import { readDeadlineMs, readHeapMegabytes } from '../domain/limits.ts';
import type { ReadFailed, ReadFailure, ReadOptions, ReadResult } from '../domain/parsed-feed.ts';

/** Reads documents off the main thread, so that none of them can stop the others. */
export interface FeedReader {
  /**
   * Reads a document as `readFeed` does, with two more failures: `timeout` when it takes longer
   * than the deadline, `too-large` when it needs more memory than the cap. Waits for a free thread;
   * waiting does not count. Throws `internal` after `close`, or when no thread can be started.
   */
  read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult>;
  /** Ends all threads; what they were reading ends as `timeout`. Safe to call twice. */
  close(): Promise<void>;
}

export interface FeedReaderOptions {
  /** Documents read at once. Threads are started when they are first needed. */
  readonly threads: number;
  readonly deadlineMs?: Milliseconds;
  readonly heapMegabytes?: number;
  /** Entry of the threads; the built `read-feed-thread.js` beside this file by default. */
  readonly threadUrl?: URL;
}

/** What a thread is asked. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

/** What a thread says: that it has started, or what came of a document. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly result: ReadResult };

interface Job extends ReadRequest {
  readonly resolve: (result: ReadResult) => void;
  readonly reject: (error: AppError) => void;
}

/** Opens a pool of reading threads. */
export function openFeedReader(options: FeedReaderOptions): FeedReader {
  const pool = new ThreadPool({
    threads: Math.max(1, options.threads),
    deadlineMs: options.deadlineMs ?? readDeadlineMs,
    heapMegabytes: options.heapMegabytes ?? readHeapMegabytes,
    threadUrl: options.threadUrl ?? new URL('./read-feed-thread.js', import.meta.url),
  });
  return {
    read: (bytes, readOptions) => pool.read(bytes, readOptions),
    close: () => pool.close(),
  };
}

class ThreadPool {
  readonly #options: Required<FeedReaderOptions>;
  readonly #waiting: Job[] = [];
  readonly #threads = new Set<ReadingThread>();
  #isClosed = false;

  constructor(options: Required<FeedReaderOptions>) {
    this.#options = options;
  }

  read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
    if (this.#isClosed) {
      return Promise.reject(new AppError('internal', 'The feed reader has been closed.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, options, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) {
      job.resolve(failed('timeout', 'The reader was closed before the document was read.'));
    }
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  /** Gives waiting documents to idle threads, and starts threads while there are too few. */
  #assign(): void {
    for (const thread of this.#threads) {
      if (!thread.isIdle) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      thread.take(job);
    }
    while (this.#waiting.length > 0 && this.#threads.size < this.#options.threads) {
      const job = this.#waiting.shift();
      if (job !== undefined) this.#start().take(job);
    }
  }

  #start(): ReadingThread {
    const thread = new ReadingThread(this.#options, {
      idle: () => this.#assign(),
      ended: () => {
        this.#threads.delete(thread);
        if (!this.#isClosed) this.#assign();
      },
    });
    this.#threads.add(thread);
    return thread;
  }
}

interface ThreadEvents {
  readonly idle: () => void;
  readonly ended: () => void;
}

/** One thread and the document it reads. It is never used again after it failed. */
class ReadingThread {
  readonly #deadlineMs: Milliseconds;
  readonly #events: ThreadEvents;
  readonly #worker: Worker;
  #job: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #hasEnded = false;

  constructor(options: Required<FeedReaderOptions>, events: ThreadEvents) {
    this.#deadlineMs = options.deadlineMs;
    this.#events = events;
    this.#worker = new Worker(options.threadUrl, {
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes },
    });
    this.#worker.on('message', (message: ThreadMessage) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#settle(failed('malformed', 'The reading thread ended.')));
  }

  get isIdle(): boolean {
    return this.#job === undefined && !this.#hasEnded;
  }

  take(job: Job): void {
    this.#job = job;
    // An idle thread keeps no program alive; a reading one does.
    this.#worker.ref();
    if (this.#isReady) this.#send(job);
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    this.#settle(failed('timeout', 'The reader was closed while the document was read.'));
    await this.#worker.terminate();
  }

  #hear(message: ThreadMessage): void {
    if (message.kind === 'ready') {
      this.#isReady = true;
      if (this.#job !== undefined) this.#send(this.#job);
      return;
    }
    this.#worker.unref();
    this.#settle(message.result);
    this.#events.idle();
  }

  #send({ bytes, options }: Job): void {
    // A copy with a buffer of its own can be handed over; the caller keeps its bytes. Not `slice`,
    // which of a Buffer is a view: its pool would be handed over, or refused from Node 22 on.
    const copy = new Uint8Array(bytes);
    this.#timer = setTimeout(() => this.#expire(), this.#deadlineMs);
    this.#worker.postMessage({ bytes: copy, options } satisfies ReadRequest, [copy.buffer]);
  }

  #expire(): void {
    const message = `Reading the document took longer than ${this.#deadlineMs} ms.`;
    this.#settle(failed('timeout', message));
    this.#retire();
  }

  #fail(error: unknown): void {
    const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isOutOfMemory) {
      this.#settle(failed('too-large', 'Reading the document needs more memory than is allowed.'));
    } else if (this.#isReady) {
      this.#settle(failed('malformed', `The document ended its thread: ${messageOf(error)}`));
    } else {
      const job = this.#release();
      const message = `A reading thread could not be started: ${messageOf(error)}`;
      job?.reject(new AppError('internal', message, { cause: error }));
    }
    this.#retire();
  }

  #retire(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    // Ending a thread that has ended already is no fault.
    void this.#worker.terminate();
    this.#events.ended();
  }

  #settle(result: ReadResult): void {
    this.#release()?.resolve(result);
  }

  #release(): Job | undefined {
    clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = undefined;
    return job;
  }
}

function failed(reason: ReadFailure, message: string): ReadFailed {
  return { kind: 'failed', reason, message };
}
