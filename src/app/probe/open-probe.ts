import type { Instant } from '../../domain/instant.ts';
import type { SourceState } from '../../domain/source.ts';
import { createFetcher } from '../../fetch/fetch-source.ts';
import { openFeedReader } from '../../pipeline/feed-reader.ts';
import { heldOrigins } from '../../pipeline/poll/poll-request.ts';
import { openStore } from '../../store/open-store.ts';
import { type AppOptions, databaseUrlOf, isAbsent } from '../open-reading.ts';
import { systemClock } from '../system-clock.ts';
import type { ProbeTools } from './probe-source.ts';

/**
 * What reading without a run takes; close it when done. Waits that servers have asked for bind it
 * as they bind every poll: an editor who looks why a source fails must not make it worse.
 */
export async function openProbe(
  options: AppOptions,
): Promise<ProbeTools & { close(): Promise<void> }> {
  const setup = options.loadSetup();
  const now = systemClock.now();
  const states = await rememberedStates(options);
  const fetcher = createFetcher({ config: setup.config.fetch, clock: systemClock });
  for (const hold of heldOrigins(states, setup.config.fetch.allowHosts)) fetcher.holdOrigin(hold);
  const reader = openFeedReader({ threads: 1 });
  const close = async (): Promise<void> => {
    await reader.close();
    await fetcher.close();
  };
  return { fetcher, reader, setup, now, heldUntil: waitsOf(states, now), close };
}

/** None where there is no store yet, and none is made. */
async function rememberedStates(options: AppOptions): Promise<readonly SourceState[]> {
  try {
    const store = await openStore({ url: databaseUrlOf(options), readOnly: true });
    const states = await store.listSourceStates();
    await store.close();
    return states;
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function waitsOf(states: readonly SourceState[], now: Instant): ReadonlyMap<string, Instant> {
  const held = states.filter(({ heldUntil = 0 }) => heldUntil > now);
  return new Map(held.map(({ url, heldUntil = 0 }) => [url, heldUntil]));
}
