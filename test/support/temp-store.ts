import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';

/** A folder of the test's own; it is removed when the test ends. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'araz-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty store in memory, on the test's own thread; it is closed when the test ends. */
export async function tempStore(): Promise<Store> {
  const store = await openStore({ url: 'sqlite::memory:', inProcess: true });
  onTestFinished(() => store.close());
  return store;
}
