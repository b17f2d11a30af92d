import type { ArchivePage, Variant } from '../domain/publication.ts';
import type { DocumentGlance, TopicSelection } from '../domain/selection.ts';
import type { Store } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import { archiveDocument } from '../publish/archive.ts';
import { variantFolder } from '../publish/build-publication.ts';
import { readStanding, type StandingDocument, standingDate } from '../publish/read-standing.ts';
import { findDocument, glanceAtDocument } from '../publish/write-file.ts';

/** Where the published tree lies, and whose it is. */
export interface TreePlace {
  readonly store: Store;
  readonly outDir: string;
  /** Of the store's `tag:` URIs: a document of another authority was published by another store. */
  readonly authority: string;
  /** Documents as the store noted them when it had written them last. */
  readonly noted: readonly DocumentGlance[];
}

/** A variant whose Atom document in the tree is newer than the store knows. */
export interface Ahead {
  readonly variant: Variant;
  readonly live: StandingDocument;
  /** Pages in the tree that say another thing than the store, or that it has not. */
  readonly pages: readonly StandingPage[];
}

export interface StandingPage {
  readonly page: Pick<ArchivePage, 'variant' | 'number' | 'body'>;
  readonly standing: StandingDocument;
}

/** What of a topic was published by a later state of this store; `listEditions` is asked if anything may be. */
export async function findAhead(
  topic: Topic,
  listEditions: () => Promise<TopicSelection['editions']>,
  place: TreePlace,
): Promise<readonly Ahead[]> {
  const ahead: Ahead[] = [];
  for (const variant of ['all', ...new Set(topic.languages)]) {
    const live = await findNewer(topic, variant, listEditions, place);
    if (live === undefined) continue;
    ahead.push({ variant, live, pages: await readPages(topic, variant, place) });
  }
  return ahead;
}

/**
 * A document that does not stand there as this store noted it, and so has to be read; undefined when
 * it does. A note that came back with a backup is of an earlier document, and every document that
 * replaces another has another time than it.
 */
export async function findUnnoted(
  path: string,
  { outDir, noted }: Pick<TreePlace, 'outDir' | 'noted'>,
): Promise<string | undefined> {
  const before = noted.find((one) => one.path === path);
  if (before !== undefined && isAsNoted(before, await glanceAtDocument(outDir, path))) {
    return undefined;
  }
  return findDocument(outDir, path);
}

/** Whether a document is the one that was noted: not even a copy of it made since. */
export function isAsNoted(noted: DocumentGlance, standing: DocumentGlance | undefined): boolean {
  return standing?.bytes === noted.bytes && standing.modifiedMs === noted.modifiedMs;
}

/** The live Atom document of a variant, when it changed later than the store knows. */
async function findNewer(
  { id }: Topic,
  variant: Variant,
  listEditions: () => Promise<TopicSelection['editions']>,
  place: TreePlace,
): Promise<StandingDocument | undefined> {
  const body = await findUnnoted(`${variantFolder(id, variant)}atom.xml`, place);
  if (body === undefined) return undefined;
  const editions = await listEditions();
  const known = editions.find((one) => one.variant === variant && one.format === 'atom');
  if ((standingDate(body) ?? 0) <= (known?.updated ?? 0)) return undefined;
  return readOwn(body, place.authority);
}

/** A document that was published from this store; undefined for one that somebody else has put there. */
function readOwn(body: string, authority: string): StandingDocument | undefined {
  const standing = readStanding(body);
  return standing?.feedId.startsWith(`tag:${authority}:`) ? standing : undefined;
}

async function readPages(
  { id: topicId }: Topic,
  variant: Variant,
  { store, outDir, authority }: TreePlace,
): Promise<readonly StandingPage[]> {
  const pages: StandingPage[] = [];
  for (let number = 1; ; number += 1) {
    const place = { topicId, variant, number };
    const body = await findDocument(outDir, archiveDocument(place, '').path);
    const standing = body === undefined ? undefined : readOwn(body, authority);
    if (body === undefined || standing === undefined) return pages;
    const own = await store.findArchivePage(place);
    if (own === body || (own !== undefined && !isLess(standing, own))) continue;
    pages.push({ page: { variant, number, body }, standing });
  }
}

/** Whether a page is the store's own, from which something was withdrawn since: the one lawful change. */
function isLess({ entries }: StandingDocument, own: string): boolean {
  const ids = new Set(readStanding(own)?.entries.map(({ id }) => id));
  return entries.length < ids.size && entries.every(({ id }) => ids.has(id));
}
