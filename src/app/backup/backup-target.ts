import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError, messageOf } from '../../domain/errors.ts';
import { statOf } from '../../publish/file-facts.ts';
import { codeOf } from './stage-copy.ts';
import { databaseEnds } from './store-of.ts';

export interface TargetRequest {
  /** As it was named on the command line. */
  readonly named: string;
  /** The store that is backed up. */
  readonly storePath: string;
  /** The published tree: whatever lies in it is sent to anybody. */
  readonly treeDir: string;
  readonly mayReplace: boolean;
}

/** Where a backup is to stand, as an absolute path. Throws `usage`, `conflict` or `io`, saying what to name instead. */
export async function checkTarget(request: TargetRequest): Promise<string> {
  const { named, storePath, treeDir, mayReplace } = request;
  if (named === '-') {
    const cure = 'name a file, and pass that on when araz has ended';
    throw new AppError('usage', `a backup is checked before it counts as one: ${cure}`);
  }
  if (/[/\\]$/.test(named)) throw folderError(named);
  const folder = await realFolder(path.dirname(path.resolve(named)));
  const target = path.join(folder, path.basename(named));
  if (await isWithin(folder, treeDir)) {
    const cure = 'web servers send whatever lies there, and a backup holds secrets; name another';
    throw new AppError('usage', `${named} is in the published tree: ${cure}`);
  }
  const stat = await statOf(target);
  if (stat?.isDirectory()) throw folderError(named);
  if (await isPartOfStore(target, storePath)) {
    throw new AppError('usage', `${named} is the store itself; name another file`);
  }
  if (stat === undefined) return target;
  if (!stat.isFile()) {
    throw new AppError('usage', `${named} is not a plain file; name one that is, or a new one`);
  }
  if (!mayReplace) {
    throw new AppError(
      'conflict',
      `${named} is there already; name another, or replace it with --force`,
    );
  }
  return target;
}

function folderError(named: string): AppError {
  const example = path.join(named, 'araz.backup');
  return new AppError('usage', `${named} is a folder; name a file, such as ${example}`);
}

async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (cause) {
    const problem = codeOf(cause) === 'ENOENT' ? 'there is no such folder' : messageOf(cause);
    throw new AppError('io', `${folder}: ${problem}; make it first, or name another`, { cause });
  }
}

async function isWithin(folder: string, tree: string): Promise<boolean> {
  // A tree that was never written has no real path, and nothing in it.
  const root = await realpath(tree).catch(() => path.resolve(tree));
  return folder === root || folder.startsWith(root + path.sep);
}

/** SQLite's own files beside the store too: a file of another name is not touched by it. */
async function isPartOfStore(target: string, storePath: string): Promise<boolean> {
  const store = await realpath(storePath).catch(() => path.resolve(storePath));
  if (databaseEnds.some((end) => target === store + end)) return true;
  const [one, other] = [await statOf(target), await statOf(store)];
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}
