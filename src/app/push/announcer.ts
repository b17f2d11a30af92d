import type { App } from '../create-app.ts';
import { callSubscribers } from './call-subscribers.ts';
import { hubsOf } from './hub-address.ts';
import { OwnDocuments } from './own-documents.ts';
import { tellHubs } from './tell-hubs.ts';

/** What announcing takes of the app. */
export type AnnouncerTools = Pick<App, 'store' | 'courier' | 'clock' | 'log' | 'setup' | 'outDir'>;

/**
 * Tells of changed documents: hubs elsewhere, and the subscribers of our own. It compares what lies
 * on disk with what each of them has, so it may run at any time after publishing, in whichever
 * process; its connections and turns are its own, so that no poll waits for a hub that is down.
 */
export class Announcer {
  readonly #app: AnnouncerTools;
  readonly #documents: OwnDocuments;

  constructor(app: AnnouncerTools) {
    this.#app = app;
    this.#documents = new OwnDocuments(app);
  }

  /** One round. A fault of another side is kept with its row; only a failing store or disk throws. */
  async run(signal?: AbortSignal): Promise<void> {
    const { store, setup } = this.#app;
    if (hubsOf(setup).length === 0) {
      // Mostly nobody ever was told anything, and then nothing is read from the disk.
      const told = await Promise.all([store.listAnnouncements(), store.listSubscribers()]);
      if (told.flat().length === 0) return;
    }
    const live = await this.#documents.listLive();
    await Promise.all([
      tellHubs(this.#app, live, signal),
      callSubscribers(this.#app, { live, documents: this.#documents }, signal),
    ]);
  }
}
