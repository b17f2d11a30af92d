import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../domain/clock.ts';
import type { FetchConfig } from '../domain/config.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Store } from '../domain/store.ts';
import { createFetcher, type Fetcher } from '../fetch/fetch-source.ts';
import { type FeedReader, openFeedReader } from '../pipeline/feed-reader.ts';
import type { IngestTools } from '../pipeline/ingest-source.ts';
import { createOneAtATime } from '../pipeline/one-at-a-time.ts';
import type { PublishTools } from '../pipeline/publish-topic.ts';
import { openStore } from '../store/open-store.ts';
import { publicUrlOf } from './public-url.ts';
import { hubsOf } from './push/hub-address.ts';
import type { Setup } from './setup.ts';
import { systemClock } from './system-clock.ts';

export interface AppOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Reads the configuration; asked again when it may have changed. */
  readonly loadSetup: () => Setup;
  readonly databaseUrl?: string | undefined;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Where the published tree goes; default `public` in the data directory. */
  readonly outDir?: string;
}

/** What reading the store and the published tree takes: the server and `status` need no more. */
export interface Reading {
  readonly dataDir: string;
  readonly outDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  /** Replaced when the configuration changes. */
  setup: Setup;
  close(): Promise<void>;
}

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

/** The only place that constructs clocks, stores, fetchers and threads. */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, log, loadSetup } = options;
  const clock = options.clock ?? systemClock;
  const setup = loadSetup();
  await makeFolder(dataDir);
  const store = await openStore({ url: databaseUrlOf(options) });
  try {
    const authority = await store.freezeAuthority(proposedAuthority(setup, clock));
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
  let courier = createFetcher({ config: courierConfig(parts.setup), clock });
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
      courier = createFetcher({ config: courierConfig(setup), clock });
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

/** Subscribers share hosts, and each has asked to be called: no spacing, but few at once. */
function courierConfig({ config }: Setup): FetchConfig {
  return { ...config.fetch, concurrency: 8, hostConnections: 2, hostSpacingMs: 0 };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Opens the store for reading beside a running worker; an empty one is made where there is none
 * yet. A web server that takes calls of hubs notes them down, so it opens the store for writing.
 */
export async function openReading(
  options: AppOptions,
  takesCalls: (setup: Setup) => boolean = () => false,
): Promise<Reading> {
  const { dataDir, log, loadSetup, clock = systemClock } = options;
  const setup = loadSetup();
  const url = databaseUrlOf(options);
  const readOnly = !takesCalls(setup);
  const store = await openStore({ url, readOnly }).catch(async (error) => {
    if (!isAbsent(error)) throw error;
    await makeFolder(dataDir);
    return openStore({ url });
  });
  const close = (): Promise<void> => store.close();
  return { dataDir, outDir: outDirOf(options), clock, log, store, setup, close };
}

/** Whether opening a store failed because there is none yet. */
export function isAbsent(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not-found';
}

export function databaseUrlOf({ dataDir, databaseUrl }: AppOptions): string {
  return databaseUrl ?? `sqlite:${path.join(dataDir, 'araz.db')}`;
}

function outDirOf({ dataDir, outDir }: AppOptions): string {
  return outDir ?? standingDir(dataDir);
}

/** The tree that the worker keeps up; any other is a copy that was asked for. */
function standingDir(dataDir: string): string {
  return path.join(dataDir, 'public');
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

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new AppError(
      'io',
      `${folder}: cannot be created (${messageOf(cause)}); name another with --data`,
      {
        cause,
      },
    );
  }
}
