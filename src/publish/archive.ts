import { AppError } from '../domain/errors.ts';
import type { StoryId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type {
  ArchivePlace,
  DeletedEntry,
  Entry,
  Publication,
  Rendered,
} from '../domain/publication.ts';
import { archiveFileName } from './archive-address.ts';
import { deletedEntry, renderAtomDocument, tombstones } from './atom.ts';
import { variantFolder } from './build-publication.ts';
import { cleanTree } from './clean.ts';
import { compareLiveEntries, documentBytesMax, headBytes, type LiveEntry } from './make-room.ts';
import { childrenOf, readXml, textOf, writeXml, type XmlElement } from './xml-tree.ts';

/*
 * RFC 5005 §4 wants archive documents whose entries never change, and readers want no gap between
 * the live document and the newest page. One entry makes way at a time, so a page that waited to be
 * full would leave a gap, and a page an entry would be thousands of pages. So the entry that makes
 * way takes older ones that are still live with it onto a page: they stand in both documents until
 * they make way in turn, which readers resolve by the id (§4 tells them to), and the next page is
 * written two dozen stories later. The worse mistake would be a story that stands nowhere.
 */

/** Entries of one page at most. */
export const pageEntriesMax = 100;
/** Entries measured in one step. */
const stepEntries = 20;
/** The newest live entries, which may still be corrected, go onto no page. */
const keptOffPages = 25;

/** An archive page to be written: it carries these entries, newest first, for good. */
export interface PagePlan {
  readonly number: number;
  readonly entries: readonly LiveEntry[];
}

export interface ArchiveInput {
  /** What stays in the live document, newest first. */
  readonly stay: readonly LiveEntry[];
  /** What makes way now, newest first. */
  readonly makeWay: readonly LiveEntry[];
  /** Stories that a page of this variant carries already, by when that copy was updated. */
  readonly onPages: ReadonlyMap<StoryId, Instant>;
  /** Number of the newest page; 0 while there is none. */
  readonly pagesWritten: number;
  /** Bytes an entry takes in an Atom document. */
  readonly bytesOf: (entry: Entry) => number;
}

/** The pages that have to be written before `makeWay` may leave the live document: often none. */
export function* planArchivePages(input: ArchiveInput): Generator<void, readonly PagePlan[]> {
  const { onPages } = input;
  // One that was revised since its page was written goes onto the next as well (RFC 5005 §4: of
  // several copies the one updated last counts).
  const due = input.makeWay.filter(({ row }) => (onPages.get(row.storyId) ?? -1) < row.updated);
  if (due.length === 0) return [];
  const company = input.stay.slice(keptOffPages).filter(({ row }) => !onPages.has(row.storyId));
  const oldestFirst = [...due, ...company].sort(compareLiveEntries).reverse();
  const pages = yield* cutIntoPages(oldestFirst, input.bytesOf);
  return pages.map((entries, index) => ({
    number: input.pagesWritten + index + 1,
    entries: entries.reverse(),
  }));
}

/** A step is as many entries as make the time of one page. */
function* cutIntoPages(
  oldestFirst: readonly LiveEntry[],
  bytesOf: (entry: Entry) => number,
): Generator<void, LiveEntry[][]> {
  const pages: LiveEntry[][] = [];
  let page: LiveEntry[] = [];
  let bytesLeft = 0;
  for (const one of oldestFirst) {
    const bytes = bytesOf(one.entry);
    if (pages.length === 0 || page.length === pageEntriesMax || bytes > bytesLeft) {
      page = [];
      pages.push(page);
      bytesLeft = documentBytesMax - headBytes;
    }
    page.push(one);
    bytesLeft -= bytes;
    if (page.length % stepEntries === 0) yield;
  }
  return pages;
}

/**
 * An archive page. Its bytes are to be stored, as its entries are frozen as they stood: rendering
 * it again from the store would show later revisions. What it leads to is named relative to itself,
 * so that a renamed topic or a site that moved leaves its bytes alone.
 */
export function renderArchivePage(
  publication: Publication,
  { number, entries }: PagePlan,
  writtenAt: Instant,
): Rendered {
  const edition = {
    publication,
    updated: writtenAt,
    entries: entries.map(({ entry }) => entry),
    deleted: [],
  };
  const current = { rel: 'current', href: '../atom.xml' };
  const older = number > 1 ? [{ rel: 'prev-archive', href: `${number - 1}.atom` }] : [];
  const fileName = archiveFileName(number);
  const links = [current, ...older];
  const body = renderAtomDocument(edition, { fileName, links, isArchive: true });
  return archiveDocument({ ...publication, number }, body);
}

/** The document of a page whose bytes are known. */
export function archiveDocument(
  { topicId, variant, number }: ArchivePlace,
  body: string,
): Rendered {
  const path = `${variantFolder(topicId, variant)}${archiveFileName(number)}`;
  return { path, mediaType: 'application/atom+xml; charset=utf-8', body };
}

/**
 * A page without the entries that were retracted: each is replaced by its record (RFC 6721), and
 * every other entry keeps its bytes. The page itself when it carries none of them.
 */
export function withdrawFromPage(page: Rendered, retracted: readonly DeletedEntry[]): Rendered {
  const records = new Map(cleanTree(retracted).map((deleted) => [deleted.id, deleted]));
  const tree = readXml(page.body);
  const root = tree.elements?.find(({ name }) => name === 'feed');
  if (root === undefined) {
    throw new AppError('internal', `${page.path} is no Atom document; restore it from a backup.`);
  }
  const found = childrenOf(root, 'entry').flatMap((entry) => records.get(idOf(entry)) ?? []);
  if (found.length === 0) return page;
  root.elements = (root.elements ?? []).map((child) => {
    const record = child.name === 'entry' ? records.get(idOf(child)) : undefined;
    return record === undefined ? child : deletedEntry(record);
  });
  root.attributes = { ...root.attributes, 'xmlns:at': tombstones };
  const newest = Math.max(...found.map(({ when }) => when));
  moveUpdated(root, new Date(newest).toISOString());
  return { ...page, body: writeXml(tree) };
}

function idOf(entry: XmlElement): string {
  return textOf(childrenOf(entry, 'id')[0]);
}

/** The document says when it last changed; a restored clock never takes it back. */
function moveUpdated(root: XmlElement, updated: string): void {
  const [node] = childrenOf(root, 'updated');
  if (node === undefined || textOf(node) >= updated) return;
  node.elements = [{ type: 'text', text: updated }];
}
