import { setMaxListeners } from 'node:events';
import { createHostQueue, type HostQueue } from '../../fetch/host-queue.ts';
import type { App } from '../create-app.ts';
import { callSubscribers } from './call-subscribers.ts';
import { hubsOf } from './hub-address.ts';
import { retryMax } from './hub-life.ts';
import { hubCallsMax, promptCallsMax, siteCallsMax, slowCallsMax } from './hub-limits.ts';
import { OwnDocuments } from './own-documents.ts';
import { SlowSites } from './slow-sites.ts';
import { type HubLane, tellHubs } from './tell-hubs.ts';

/** What announcing takes of the app. */
export type AnnouncerTools = Pick<App, 'store' | 'courier' | 'clock' | 'log' | 'setup' | 'outDir'>;

/** A part of announcing; answers whether it got on, so that another round may find more to do. */
type Round = (signal: AbortSignal | undefined) => Promise<boolean>;

/**
 * Tells of changed documents: hubs elsewhere, and the subscribers of our own. It compares what lies
 * on disk with what each of them has, so it may run at any time after publishing, in whichever
 * process; its connections and turns are its own, so that no poll waits for a hub that is down.
 */
export class Announcer {
  readonly #app: AnnouncerTools;
  readonly #documents: OwnDocuments;
  readonly #slowSites = new SlowSites();
  readonly #parts: readonly Round[];

  constructor(app: AnnouncerTools) {
    this.#app = app;
    this.#documents = new OwnDocuments(app);
    const [hubs, silentHubs] = [queueOf(hubCallsMax), queueOf(hubCallsMax)];
    const [prompt, slow] = [queueOf(promptCallsMax), queueOf(slowCallsMax)];
    this.#parts = [
      (signal) => this.#tellHubs({ isForSilent: false, queue: hubs, signal }),
      (signal) => this.#tellHubs({ isForSilent: true, queue: silentHubs, signal }),
      (signal) => this.#callSubscribers({ isForSlow: false, queue: prompt, signal }),
      (signal) => this.#callSubscribers({ isForSlow: true, queue: slow, signal }),
    ];
  }

  /**
   * Parts that go on beside one another, so that a hub that is down, or a subscriber that keeps one
   * waiting, makes news late for nobody else. Each ends when it has nothing more to do for now, and
   * answers whether it did anything: another part may then go on with it. A fault of another side is
   * kept with its row; only a failing store or disk rejects.
   */
  parts(signal?: AbortSignal): readonly (() => Promise<boolean>)[] {
    // One listener for whoever stands in line, taken off at its turn: more than ten are no leak.
    if (signal !== undefined) setMaxListeners(0, signal);
    return this.#parts.map((round) => async () => {
      if (!(await this.#isConcerned())) return false;
      let wasBusy = false;
      while (!signal?.aborted && (await round(signal))) wasBusy = true;
      return wasBusy;
    });
  }

  /** All parts, until none of them has more to do. */
  async run(signal?: AbortSignal): Promise<void> {
    const parts = this.parts(signal);
    while ((await Promise.all(parts.map((part) => part()))).includes(true));
  }

  /** Mostly nobody is, and nobody ever was told anything: then nothing is read from the disk. */
  async #isConcerned(): Promise<boolean> {
    const { store, setup, clock } = this.#app;
    if (hubsOf(setup).length > 0) return true;
    const wanted = { now: clock.now(), waitMax: retryMax, hashes: {}, limit: 1 };
    const told = [store.listAnnouncements(), store.listSubscribersToCall(wanted)];
    return (await Promise.all(told)).flat().length > 0;
  }

  #tellHubs(given: Omit<HubLane, 'documents'>): Promise<boolean> {
    return tellHubs(this.#app, { ...given, documents: this.#documents });
  }

  #callSubscribers(given: {
    readonly isForSlow: boolean;
    readonly queue: HostQueue;
    readonly signal: AbortSignal | undefined;
  }): Promise<boolean> {
    const { queue, ...rest } = given;
    const lane = { ...rest, turns: queue, slowSites: this.#slowSites };
    return callSubscribers(this.#app, this.#documents, lane);
  }
}

function queueOf(concurrency: number): HostQueue {
  return createHostQueue({ concurrency, hostConnections: siteCallsMax, hostSpacingMs: 0 });
}
