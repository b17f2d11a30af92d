import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../domain/clock.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Store } from '../domain/store.ts';
import { createCallNames } from '../fetch/call-names.ts';
import { createFetcher, type Fetcher } from '../fetch/fetch-source.ts';
import { type FeedReader, openFeedReader } from '../pipeline/feed-reader.ts';
import type { IngestTools } from '../pipeline/ingest-source.ts';
import { createOneAtATime } from '../pipeline/one-at-a-time.ts';
import type { PublishTools } from '../pipeline/publish-topic.ts';
import { openStore } from '../store/open-store.ts';
import {
  type AppOptions,
  databaseUrlOf,
  makeFolder,
  outDirOf,
  type Reading,
  standingDir,
} from './open-reading.ts';
import { publicUrlOf } from './public-url.ts';
import { hubsOf } from './push/hub-address.ts';
import { hubCallsMax, promptCallsMax, siteCallsMax, slowCallsMax } from './push/hub-limits.ts';
import { renderingCode } from './rendering-code.ts';
import type { Setup } from './setup.ts';
import { systemClock } from './system-clock.ts';
import { findTreeAuthority } from './tree-authority.ts';

/** Everything that runs, put together. */
export interface App extends Reading {
  /** Made anew when the configuration of fetching changes. */
  readonly fetcher: Fetcher;
  /** Calls hubs and subscribers: with turns of its own, so that no poll waits for one of them. */
  readonly courier: Fetcher;
  /** Authority of every minted id, frozen in the store. */
  readonly authority: string;
  readonly loadSetup: () => Setup;
  /** Puts another configuration in the place of the running one. Only between two passes. */
  useSetup(setup: Setup): Promise<void>;
  ingestTools(): IngestTools;
  publishTools(): PublishTools;
}

/** With `openReading` and `openProbe` the only place that constructs stores, fetchers and threads. */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, log, loadSetup } = options;
  const clock = options.clock ?? systemClock;
  const setup = loadSetup();
  await makeFolder(dataDir);
  const store = await openStore({ url: databaseUrlOf(options) });
  try {
    const authority =
      (await store.findAuthority()) ?? (await startAuthority(store, setup, options));
    const reader = openFeedReader({ threads: readerThreads });
    const random = options.random ?? Math.random;
    const outDir = outDirOf(options);
    return assemble(
      { dataDir, outDir, clock, log, store, setup, loadSetup, authority },
      reader,
      random,
    );
  } catch (error) {
    // The store's thread would keep the process alive.
    await store.close();
    throw error;
  }
}

type Parts = Omit<Reading, 'close'> & Pick<App, 'authority' | 'loadSetup'>;

/** The app over parts that are open; it closes them. */
export function assemble(parts: Parts, reader: FeedReader, random: () => number): App {
  const { clock, log, store, authority } = parts;
  let fetcher = createFetcher({ config: parts.setup.config.fetch, clock });
  let courier = createCourier(parts.setup, clock);
  const inTurn = createOneAtATime();
  const app: App = {
    ...parts,
    get fetcher() {
      return fetcher;
    },
    get courier() {
      return courier;
    },
    useSetup: async (setup) => {
      const before = app.setup.config;
      app.setup = setup;
      if (isDeepStrictEqual(before.fetch, setup.config.fetch)) return;
      const old = [fetcher, courier];
      fetcher = createFetcher({ config: setup.config.fetch, clock });
      courier = createCourier(setup, clock);
      await Promise.all(old.map((each) => each.close()));
    },
    ingestTools: () => {
      const { topics, secrets } = app.setup;
      const onFault = (source: SourceId, error: unknown): void =>
        log.error('a fault of our own; the poll counts as failed', {
          source,
          stack: stackOf(error),
        });
      return { store, fetcher, reader, clock, authority, topics, random, inTurn, secrets, onFault };
    },
    publishTools: () => publishToolsOf(app),
    close: async () => {
      await Promise.all([reader.close(), fetcher.close(), courier.close()]);
      await store.close();
    },
  };
  return app;
}

/** Subscribers share hosts, and each has asked to be called: no spacing. Whoever calls takes turns. */
export function createCourier({ config }: Pick<Setup, 'config'>, clock: Clock): Fetcher {
  const turns = {
    concurrency: promptCallsMax + slowCallsMax + 2 * hubCallsMax,
    hostConnections: siteCallsMax,
    hostSpacingMs: 0,
  };
  const names = createCallNames(config.fetch.allowHosts);
  const fetcher = createFetcher({
    config: { ...config.fetch, ...turns },
    clock,
    lookup: names.lookup,
  });
  const close = async (): Promise<void> => {
    names.cancel();
    await fetcher.close();
  };
  return { ...fetcher, close };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Freezes the authority of a new store: that of the tree beside it, whose store was lost, or a fresh one. */
async function startAuthority(
  store: Store,
  setup: Setup,
  { dataDir, log, clock = systemClock }: AppOptions,
): Promise<string> {
  const standing = await findTreeAuthority(standingDir(dataDir));
  if (standing !== undefined)
    log.warn('the store is new beside a tree that is published; ids go on under its authority', {
      authority: standing,
    });
  return store.freezeAuthority(standing ?? proposedAuthority(setup, clock));
}

/** Documents are read beside the event loop; more threads than cores gain nothing. */
const readerThreads = Math.max(1, Math.min(4, os.availableParallelism() - 1));

function publishToolsOf(app: App): PublishTools {
  const { config } = app.setup;
  return {
    store: app.store,
    clock: app.clock,
    site: config.site,
    publicUrl: publicUrlOf(app.setup),
    authority: app.authority,
    hubs: hubsOf(app.setup),
    ttlMinutes: publishMinutes,
    sources: new Map(config.sources.map((source) => [source.id, source])),
    topics: config.topics,
    outDir: app.outDir,
    isCopy: app.outDir !== standingDir(app.dataDir),
    renderedBy: renderingCode(),
  };
}

/** RSS `ttl`: most sources are polled each 15 to 60 minutes, so a topic changes about so often. */
const publishMinutes = 15;

/**
 * Authority and date of minted `tag:` URIs (RFC 4151 §2.1). Without a public address a name of its
 * own under `.localhost`, which nobody can own, keeps two private stores apart.
 */
function proposedAuthority(setup: Setup, clock: Clock): string {
  const { url } = setup.config.site;
  const year = new Date(clock.now()).getUTCFullYear();
  const name = url ? new URL(url).hostname : `araz-${randomBytes(5).toString('hex')}.localhost`;
  return `${name},${year}`;
}
