import type { Entry, EntryRecord } from '../domain/publication.ts';

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

/** Newest first; the story's id decides between two of the same moment, so the order never wavers. */
export function compareLiveEntries(a: LiveEntry, b: LiveEntry): number {
  return b.row.published - a.row.published || (a.row.storyId < b.row.storyId ? -1 : 1);
}

/**
 * Who stays in the live document and who makes way, given all of them newest first. An entry makes
 * way when the document is full, its source has its share, or the bytes are used up; from there on
 * everything older goes too, so that nothing old stands where something newer had no room.
 * `bytesOf` is asked only when a rough count says that the bytes could matter.
 */
export function makeRoom(
  candidates: readonly LiveEntry[],
  bytesOf: (entry: Entry) => number,
): { readonly stay: readonly LiveEntry[]; readonly makeWay: readonly LiveEntry[] } {
  const stay: LiveEntry[] = [];
  const makeWay: LiveEntry[] = [];
  const perSource = new Map<string, number>();
  const costOf = mayBeTooLarge(candidates) ? bytesOf : () => 0;
  let bytesLeft = documentBytesMax - headBytes;
  for (const candidate of candidates) {
    const { sourceId } = candidate.entry.shownBy;
    const ofSource = perSource.get(sourceId) ?? 0;
    const isShut = stay.length === entriesMax || bytesLeft < 0;
    if (isShut || ofSource === entriesPerSourceMax) {
      makeWay.push(candidate);
      continue;
    }
    bytesLeft -= costOf(candidate.entry);
    if (bytesLeft < 0) {
      makeWay.push(candidate);
      continue;
    }
    perSource.set(sourceId, ofSource + 1);
    stay.push(candidate);
  }
  return { stay, makeWay };
}

/**
 * Whether the bytes could matter: an upper bound that is cheap to take. A document says each text
 * at most twice and has some two kilobytes of markup an entry; a character that has to be escaped
 * costs ten bytes more.
 */
function mayBeTooLarge(candidates: readonly LiveEntry[]): boolean {
  let bytes = 0;
  for (const { entry } of candidates.slice(0, entriesMax * 2)) {
    const text = JSON.stringify(entry);
    const escaped = text.match(/[&<>]|\\"/g)?.length ?? 0;
    bytes += Buffer.byteLength(text) * 2 + escaped * 10 + 2_000;
  }
  return bytes > documentBytesMax - headBytes;
}
