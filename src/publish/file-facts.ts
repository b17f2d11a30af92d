import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';

/** What stands at a path, a symbolic link as itself; undefined when there is nothing, or no way there. */
export async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A file lies where a folder was looked for, so nothing can lie in it.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** By folder: the sync under way, and the one that begins when it has ended. */
const syncs = new Map<string, { readonly now: Promise<void>; next?: Promise<void> }>();

/**
 * Makes names in a folder as durable as the files they name. A sync that is under way may have begun
 * before the name was there, so it does not count; but all who wait for it share the one that
 * follows: a thousand new folders in one folder cost a few syncs of it.
 */
export function syncFolder(folder: string): Promise<void> {
  const underway = syncs.get(folder);
  if (underway === undefined) return begin(folder);
  const follow = () => begin(folder);
  underway.next ??= underway.now.then(follow, follow);
  return underway.next;
}

function begin(folder: string): Promise<void> {
  const now = syncNow(folder).finally(() => {
    if (syncs.get(folder)?.now === now) syncs.delete(folder);
  });
  syncs.set(folder, { now });
  return now;
}

async function syncNow(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
