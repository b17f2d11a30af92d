import { second } from '../domain/instant.ts';
import type { Log } from '../domain/log.ts';
import { ConfigFile, tellChanged } from './changed-config.ts';
import { DataFolder } from './data-folder.ts';
import type { Setup } from './setup.ts';

const lookMs = 5 * second;

export interface FollowOptions {
  readonly configPath: string;
  readonly dataDir: string;
  readonly log: Log;
  /** Throws `config` when the file is wrong; the running configuration then stays. */
  readonly load: () => Setup;
  readonly onSetup: (setup: Setup) => void;
}

/** What keeps a web server that stands alone up to date. */
export interface Following {
  reload(): void;
  stop(): void;
  /** Rejects when the data folder is gone. */
  readonly failed: Promise<never>;
}

/**
 * Takes up a changed configuration in a process without a worker, which looks for itself: titles,
 * renamed and removed topics, hubs. Addresses and ports stay those of the start.
 */
export function followConfig(setup: Setup, options: FollowOptions): Following {
  const { configPath, dataDir, log, load, onSetup } = options;
  const file = new ConfigFile(configPath);
  const folder = new DataFolder(dataDir);
  let running = setup;
  const reload = (): void => {
    const next = file.read(load, log);
    if (next === undefined) return;
    const before = running;
    running = next;
    onSetup(next);
    tellChanged(log, before, next);
  };
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const timer = setInterval(() => {
    if (file.hasChanged()) reload();
    try {
      folder.check();
    } catch (error) {
      fail(error);
    }
  }, lookMs);
  timer.unref();
  return { reload, stop: () => clearInterval(timer), failed };
}
