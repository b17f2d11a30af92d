import { onTestFinished } from 'vitest';
import type { IngestIntent, IngestOutcome, ItemWrite } from '../../src/domain/intent.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { SourceLease } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { anIntent } from '../support/an-intent.ts';
import { seedMorning } from '../support/an-item.ts';
import { aSource } from '../support/sources.ts';
import type { Backend } from './backends.ts';

export const declared = ['azertag', 'irna', 'tass', 'trend'] as const;

export const sourcesOfRoom = declared.map((id) =>
  aSource({ id, url: `https://${id}.example/rss` }),
);

/** A store with four declared sources, and short words for what every test does with it. */
export interface Newsroom {
  readonly store: Store;
  /** Leases one source whether it is due or not; fails the test when it cannot be had. */
  lease(sourceId: string, now?: number): Promise<SourceLease>;
  /** One whole poll. */
  poll(
    sourceId: string,
    writes: readonly ItemWrite[],
    given?: Partial<IngestIntent>,
  ): Promise<IngestOutcome>;
  /** All that is stored, in order. */
  items(): Promise<readonly StoredItem[]>;
  item(id: number): Promise<StoredItem>;
}

export async function aNewsroom(backend: Backend): Promise<Newsroom> {
  const store = await backend.open();
  onTestFinished(() => store.close());
  await store.syncSources(sourcesOfRoom, seedMorning);
  const lease = async (sourceId: string, now = seedMorning): Promise<SourceLease> => {
    const request = { now, limit: 1, owner: 'test', ttlMs: 60_000, ignoreDue: true };
    const [granted] = await store.leaseDueSources({ ...request, only: [sourceId] });
    if (!granted) throw new Error(`${sourceId} could not be leased`);
    return granted;
  };
  return {
    store,
    lease,
    poll: async (sourceId, writes, given = {}) => {
      const granted = await lease(sourceId, given.now);
      return store.commitIngest(anIntent(granted, writes, { now: seedMorning, ...given }));
    },
    items: () => store.listItems(0, 1_000),
    item: async (id) => {
      const item = await store.findItem(id);
      if (!item) throw new Error(`item ${id} is not stored`);
      return item;
    },
  };
}
