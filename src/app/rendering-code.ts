import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Rooms, beside this one, whose code decides what documents look like. */
const rooms = ['publish', 'text'];

let known: string | undefined;

/**
 * Digest of the code that writes documents. A release that writes them otherwise is to be seen in
 * the tree after the next poll by cron, whether or not anything else has changed.
 */
export function renderingCode(): string {
  known ??= digestOf(
    rooms.flatMap((room) => listFiles(path.join(import.meta.dirname, '..', room))),
  );
  return known;
}

function listFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]sx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of files) digest.update(path.basename(file)).update(readFileSync(file));
  return digest.digest('hex').slice(0, 16);
}
