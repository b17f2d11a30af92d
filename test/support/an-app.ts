import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, assemble } from '../../src/app/create-app.ts';
import { loadSetup } from '../../src/app/setup.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log, LogFacts } from '../../src/domain/log.ts';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { fixedClock } from './fixed-clock.ts';
import { makeWorkFolder, type WorkFolder } from './work-folder.ts';

/** Everything that runs, over a store in memory, a server on loopback and a folder of its own. */
export interface Desk {
  readonly app: App;
  readonly server: FeedServer;
  readonly work: WorkFolder;
  readonly log: MemoryLog;
  /** Writes the configuration: the standing one, changed. */
  configure(change?: (config: DeskConfig) => unknown): void;
}

export type DeskConfig = ReturnType<typeof configFor>;

/** A log that keeps its lines for the test to read. */
export interface MemoryLog extends Log {
  readonly lines: readonly { readonly level: string; readonly text: string }[];
}

export interface DeskOptions {
  readonly sources?: readonly string[];
  readonly clock?: Clock;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what ends the desk; by default it ends with the test. */
  readonly atEnd?: (end: () => Promise<void>) => void;
  readonly change?: (config: DeskConfig, server: FeedServer) => unknown;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { sources = ['a'], clock = fixedClock(), env = {}, atEnd = onTestFinished } = options;
  const server = await startFeedServer();
  const work = makeWorkFolder();
  const configure: Desk['configure'] = (change = (config) => config) => {
    work.writeConfig(change(configFor(server, sources)));
  };
  configure((config) => options.change?.(config, server) ?? config);
  const log = memoryLog();
  const load = () => loadSetup({ configPath: work.configPath, env });
  const store = await openStore({ url: 'sqlite::memory:', inProcess: true });
  const authority = await store.freezeAuthority('river.example,2026');
  const { dataDir, publicDir: outDir } = work;
  const parts = { dataDir, outDir, clock, log, store, authority, setup: load(), loadSetup: load };
  const reader = { read: readFeed, close: async () => {} };
  const app = assemble(parts, reader, () => 0.5);
  atEnd(async () => {
    await app.close();
    await server.close();
    work.remove();
  });
  return { app, server, work, log, configure };
}

function configFor(server: FeedServer, ids: readonly string[]) {
  return {
    site: { title: 'Test river', url: 'https://river.example' },
    fetch: { allowHosts: [server.host], hostConnections: 4, hostSpacing: '0s' },
    server: { port: 0, operatorPort: 0 },
    sources: ids.map((id) => ({
      id,
      url: server.urlOf(`/${id}.xml`),
      title: `The ${id} desk`,
      language: 'en',
      country: 'AZ',
    })),
    topics: [
      {
        id: 'azerbaijan-iran',
        title: { en: 'Azerbaijan and Iran' },
        between: ['azerbaijan', 'iran'],
      },
    ] as Record<string, unknown>[],
  };
}

export function memoryLog(): MemoryLog {
  const lines: { level: string; text: string }[] = [];
  const at =
    (level: string) =>
    (message: string, facts?: LogFacts): void => {
      lines.push({ level, text: `${message} ${JSON.stringify(facts ?? {})}` });
    };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The text of a published file. */
export function publishedPath(desk: Desk, name: string): string {
  return path.join(desk.work.publicDir, name);
}
