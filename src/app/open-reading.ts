import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../domain/clock.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import type { Store } from '../domain/store.ts';
import { openStore } from '../store/open-store.ts';
import { noteCalls } from './note-calls.ts';
import type { Setup } from './setup.ts';
import { systemClock } from './system-clock.ts';

/** What opening the store, and whatever works on it, is told. */
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

/** Opens the store for reading beside a running worker; an empty one is made where there is none yet. */
export async function openReading(options: AppOptions): Promise<Reading> {
  const setup = options.loadSetup();
  return readingOver(await openToRead(options), setup, options);
}

/** The same for a web server that may be called by hubs, and notes down what they say. */
export async function openServing(options: AppOptions): Promise<Reading> {
  const setup = options.loadSetup();
  const url = databaseUrlOf(options);
  const store = noteCalls(await openToRead(options), () => openStore({ url }));
  return readingOver(store, setup, options);
}

async function openToRead(options: AppOptions): Promise<Store> {
  const url = databaseUrlOf(options);
  return openStore({ url, readOnly: true }).catch(async (error) => {
    if (!isAbsent(error)) throw error;
    await makeFolder(options.dataDir);
    await (await openStore({ url })).close();
    return openStore({ url, readOnly: true });
  });
}

function readingOver(store: Store, setup: Setup, options: AppOptions): Reading {
  const { dataDir, log, clock = systemClock } = options;
  const close = (): Promise<void> => store.close();
  return { dataDir, outDir: outDirOf(options), clock, log, store, setup, close };
}

/** Whether opening a store failed because there is none yet. */
export function isAbsent(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not-found';
}

export function databaseUrlOf({
  dataDir,
  databaseUrl,
}: Pick<AppOptions, 'dataDir' | 'databaseUrl'>): string {
  return databaseUrl ?? `sqlite:${path.join(dataDir, 'araz.db')}`;
}

export function outDirOf({ dataDir, outDir }: AppOptions): string {
  return outDir ?? standingDir(dataDir);
}

/** The tree that the worker keeps up; any other is a copy that was asked for. */
export function standingDir(dataDir: string): string {
  return path.join(dataDir, 'public');
}

/** Throws `io`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const problem = `${folder}: cannot be created (${messageOf(cause)}); name another with --data`;
    throw new AppError('io', problem, { cause });
  }
}
