import type { Store } from '../domain/store.ts';

/** What hubs and subscribers change when they call. */
type Noted = 'saveSubscriber' | 'removeSubscriber' | 'saveSubscription' | 'removeSubscription';

/**
 * The store of a web server: everything is read over `reading`, and what hubs and subscribers tell
 * is noted down over a second connection, opened when the first of them calls. So no reader waits
 * for a write, neither for one of its own process nor, since readers of a WAL never do, for others.
 */
export function noteCalls(reading: Store, openNotes: () => Promise<Store>): Store {
  let opened: Promise<Store> | undefined;
  const notes = (): Promise<Store> => {
    opened ??= openNotes().catch((error) => {
      // The file may be busy now and free at the next call.
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const noted: Pick<Store, Noted> = {
    saveSubscriber: async (...given) => (await notes()).saveSubscriber(...given),
    removeSubscriber: async (...given) => (await notes()).removeSubscriber(...given),
    saveSubscription: async (...given) => (await notes()).saveSubscription(...given),
    removeSubscription: async (...given) => (await notes()).removeSubscription(...given),
  };
  return {
    ...reading,
    ...noted,
    close: async () => {
      await Promise.all([reading.close(), opened?.then((store) => store.close())]);
    },
  };
}
