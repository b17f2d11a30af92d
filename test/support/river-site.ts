import { onTestFinished } from 'vitest';
import { createCourier } from '../../src/app/create-app.ts';
import type { Reading } from '../../src/app/open-reading.ts';
import { type Setup, setupOf } from '../../src/app/setup.ts';
import type { Config } from '../../src/domain/config.ts';
import type { Log, LogFacts } from '../../src/domain/log.ts';
import type { Store } from '../../src/domain/store.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetch-source.ts';
import { createSite } from '../../src/server/create-site.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { tempFolder, tempStore } from './temp-store.ts';

/** A site on loopback with a store in memory, a clock that stands still, and a fetcher. */
export interface RiverSite extends Reading {
  readonly store: Store;
  readonly clock: FixedClock;
  readonly fetcher: Fetcher;
  readonly courier: Fetcher;
  readonly listening: Listening;
  /** Every line that was logged, as text. */
  readonly logged: readonly string[];
  /** A callback as the hub has it, at the address where this site really listens. */
  reach(callbackUrl: string): string;
}

/** Public address that the site believes to have. */
export const siteUrl = 'https://river.example';

export function aConfig(given: Partial<Config> = {}): Config {
  return {
    site: { title: 'River', url: siteUrl, language: 'en', timezone: 'UTC' },
    schedule: '* * * * *',
    retentionMs: 1,
    fetch: {
      concurrency: 4,
      hostConnections: 2,
      hostSpacingMs: 0,
      totalMs: 5_000,
      allowHosts: [],
      userAgent: 'araz-test/1.0',
    },
    server: { host: '127.0.0.1', port: 0, operatorPort: 0 },
    push: { hubs: [], hub: false, subscribe: true },
    sources: [],
    concepts: [],
    topics: [],
    ...given,
  };
}

export async function openRiverSite(config: Config): Promise<RiverSite> {
  const store = await tempStore();
  const clock = fixedClock();
  const setup: Setup = setupOf(config);
  const logged: string[] = [];
  const note = (message: string, facts?: LogFacts): void => {
    logged.push(`${message} ${JSON.stringify(facts ?? {})}`);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const dataDir = await tempFolder();
  const reading: Reading = {
    dataDir,
    outDir: dataDir,
    clock,
    log,
    store,
    setup,
    close: () => store.close(),
  };
  const listening = await listen(createSite(reading), '127.0.0.1', 0);
  const fetcher = createFetcher({ config: config.fetch, clock });
  const courier = createCourier({ config }, clock);
  onTestFinished(async () => {
    await listening.close();
    await Promise.all([fetcher.close(), courier.close()]);
  });
  return {
    ...reading,
    clock,
    fetcher,
    courier,
    listening,
    logged,
    reach: (callbackUrl) => callbackUrl.replace(siteUrl, listening.url),
  };
}
