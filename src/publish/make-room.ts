import type { ArchivedReason, Entry, EntryRecord } from '../domain/publication.ts';

/** Entries of a live document: what readers and servers expect of a feed. */
export const entriesMax = 50;
/** Entries of one source in a live document: half, so that no outlet fills it. */
export const entriesPerSourceMax = 25;
/** Largest live document, in bytes. */
export const documentBytesMax = 512 * 1024;
/** Kept free for the head of a document and its deleted entries. */
export const headBytes = 16 * 1024;

/** An entry that could stand in the live document, with its row. */
export interface LiveEntry {
  readonly row: EntryRecord;
  readonly entry: Entry;
}

/** One that has no room there. */
export interface MadeWay extends LiveEntry {
  readonly reason: ArchivedReason;
}

/** Newest first; the story's id decides between two of the same moment, so the order never wavers. */
export function compareLiveEntries(a: LiveEntry, b: LiveEntry): number {
  return b.row.published - a.row.published || (a.row.storyId < b.row.storyId ? -1 : 1);
}

/**
 * Who stays in the live document and who makes way, given all of them newest first. An entry makes
 * way when the document is full or its source has its share. Bytes never move anyone, as making way
 * is for good: an entry that takes too many is shown with less (`shareBytes`).
 */
export function makeRoom(candidates: readonly LiveEntry[]): {
  readonly stay: readonly LiveEntry[];
  readonly makeWay: readonly MadeWay[];
} {
  const stay: LiveEntry[] = [];
  const makeWay: MadeWay[] = [];
  const perSource = new Map<string, number>();
  for (const candidate of candidates) {
    const { sourceId } = candidate.entry.shownBy;
    const ofSource = perSource.get(sourceId) ?? 0;
    if (stay.length === entriesMax || ofSource === entriesPerSourceMax) {
      makeWay.push({ ...candidate, reason: stay.length === entriesMax ? 'full' : 'quota' });
      continue;
    }
    perSource.set(sourceId, ofSource + 1);
    stay.push(candidate);
  }
  return { stay, makeWay };
}
