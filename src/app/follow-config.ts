import { second } from '../domain/instant.ts';
import { ConfigFile, tellChanged } from './changed-config.ts';
import { DataFolder } from './data-folder.ts';
import type { Reading } from './open-reading.ts';
import type { Setup } from './setup.ts';

const lookMs = 5 * second;

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
export function followConfig(app: Reading, configPath: string, load: () => Setup): Following {
  const file = new ConfigFile(configPath);
  const folder = new DataFolder(app.dataDir);
  const reload = (): void => {
    const next = file.read(load, app.log);
    if (next === undefined) return;
    const before = app.setup;
    app.setup = next;
    tellChanged(app.log, before, next);
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
