import type { Milliseconds } from '../domain/instant.ts';

/** Lets requests go one after another at each host and few at a time overall. */
export interface HostQueue {
  /**
   * Waits for this request's turn. Resolves to a function that ends the turn (calling it twice is
   * harmless); rejects with the signal's reason when the wait is called off.
   */
  acquire(host: string, options?: TurnOptions): Promise<() => void>;
}

export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  /** Goes before the host's other waiting requests: for the next hop of a redirect. */
  readonly isUrgent?: boolean;
}

export interface HostQueueOptions {
  /** Requests at once, all hosts together. */
  readonly concurrency: number;
  readonly hostConnections: number;
  /** Least time between two starts at one host. */
  readonly hostSpacingMs: Milliseconds;
  readonly timer?: QueueTimer;
}

/** A monotonic clock that can wake the queue; a simulation supplies its own. */
export interface QueueTimer {
  now(): Milliseconds;
  /** Runs `wake` after `ms`; the answer calls it off. */
  after(ms: Milliseconds, wake: () => void): () => void;
}

const systemTimer: QueueTimer = {
  now: () => performance.now(),
  after: (ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  },
};

interface Waiting {
  readonly order: number;
  readonly start: () => void;
}

interface Lane {
  running: number;
  nextStartAt: Milliseconds;
  readonly waiting: Waiting[];
}

/** A queue with these limits. */
export function createHostQueue(options: HostQueueOptions): HostQueue {
  const turns = new Turns(options);
  return { acquire: (host, turn = {}) => turns.acquire(host, turn) };
}

class Turns {
  readonly #options: HostQueueOptions;
  readonly #timer: QueueTimer;
  readonly #lanes = new Map<string, Lane>();
  #running = 0;
  #arrivals = 0;
  #cancelWake: (() => void) | undefined;

  constructor(options: HostQueueOptions) {
    this.#options = options;
    this.#timer = options.timer ?? systemTimer;
  }

  acquire(host: string, { signal, isUrgent = false }: TurnOptions): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const lane = this.#laneOf(host);
      this.#arrivals += 1;
      const turn: Waiting = {
        order: isUrgent ? this.#arrivals - Number.MAX_SAFE_INTEGER : this.#arrivals,
        start: () => {
          signal?.removeEventListener('abort', callOff);
          resolve(this.#endOf(lane));
        },
      };
      function callOff(): void {
        lane.waiting.splice(lane.waiting.indexOf(turn), 1);
        reject(signal?.reason);
      }
      signal?.addEventListener('abort', callOff, { once: true });
      const place = lane.waiting.findIndex((other) => other.order > turn.order);
      lane.waiting.splice(place < 0 ? lane.waiting.length : place, 0, turn);
      this.#pump();
    });
  }

  #laneOf(host: string): Lane {
    const known = this.#lanes.get(host);
    if (known) return known;
    const lane: Lane = { running: 0, nextStartAt: Number.NEGATIVE_INFINITY, waiting: [] };
    this.#lanes.set(host, lane);
    return lane;
  }

  #endOf(lane: Lane): () => void {
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      lane.running -= 1;
      this.#running -= 1;
      this.#pump();
    };
  }

  /** Starts whoever may start, first come first served, and sleeps until the next one may. */
  #pump(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    const now = this.#timer.now();
    const lanes = [...this.#lanes.values()]
      .filter(
        ({ waiting, running }) => waiting.length > 0 && running < this.#options.hostConnections,
      )
      .sort((a, b) => (a.waiting[0]?.order ?? 0) - (b.waiting[0]?.order ?? 0));
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const lane of lanes) {
      while (this.#mayStart(lane, now)) this.#startNext(lane, now);
      if (lane.waiting.length > 0 && lane.nextStartAt > now)
        wakeAt = Math.min(wakeAt, lane.nextStartAt);
    }
    // A lane that waits for a turn to end needs no alarm: the end pumps.
    if (wakeAt < Number.POSITIVE_INFINITY) {
      this.#cancelWake = this.#timer.after(Math.ceil(wakeAt - now), () => this.#pump());
    }
    this.#forgetIdleLanes(now);
  }

  #mayStart(lane: Lane, now: Milliseconds): boolean {
    return (
      lane.waiting.length > 0 &&
      lane.nextStartAt <= now &&
      lane.running < this.#options.hostConnections &&
      this.#running < this.#options.concurrency
    );
  }

  #startNext(lane: Lane, now: Milliseconds): void {
    const next = lane.waiting.shift();
    if (!next) return;
    lane.running += 1;
    this.#running += 1;
    lane.nextStartAt = now + this.#options.hostSpacingMs;
    next.start();
  }

  #forgetIdleLanes(now: Milliseconds): void {
    for (const [host, lane] of this.#lanes) {
      const isIdle = lane.running === 0 && lane.waiting.length === 0;
      if (isIdle && lane.nextStartAt <= now) this.#lanes.delete(host);
    }
  }
}
