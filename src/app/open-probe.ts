import { createFetcher } from '../fetch/fetch-source.ts';
import { openFeedReader } from '../pipeline/feed-reader.ts';
import type { ProbeTools } from './probe-source.ts';
import type { Setup } from './setup.ts';
import { systemClock } from './system-clock.ts';

/** What reading without a store takes; close it when done. */
export function openProbe(setup: Setup): ProbeTools & { close(): Promise<void> } {
  const fetcher = createFetcher({ config: setup.config.fetch, clock: systemClock });
  const reader = openFeedReader({ threads: 1 });
  const close = async (): Promise<void> => {
    await reader.close();
    await fetcher.close();
  };
  return { fetcher, reader, setup, now: systemClock.now(), close };
}
