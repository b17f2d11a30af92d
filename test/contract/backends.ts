import path from 'node:path';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { tempFolder } from '../support/temp-store.ts';

/** An engine that keeps the store's contract; a new one joins the list below. */
export interface Backend {
  readonly name: string;
  /** An empty store of its own. */
  open(): Promise<Store>;
}

/** The thread runs compiled code: `npm test` builds before it tests. */
export const threadUrl = new URL('../../dist/store/sqlite/thread.js', import.meta.url);

export const backends: readonly Backend[] = [
  {
    name: 'SQLite in process',
    open: () => openStore({ url: 'sqlite::memory:', inProcess: true }),
  },
  {
    name: 'SQLite in a file, on a thread',
    open: async () =>
      openStore({ url: `sqlite:${path.join(await tempFolder(), 'araz.db')}`, threadUrl }),
  },
];
