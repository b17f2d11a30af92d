import type { Instant } from '../domain/instant.ts';
import type { DeletedEntry, LeftReason } from '../domain/publication.ts';
import { unescapeMarkup } from './escape.ts';
import { findXmlFault } from './find-xml-fault.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml-tree.ts';

/** What an Atom document of ours, as it stands in the tree, says of itself. */
export interface StandingDocument {
  /** Of the feed: a page of an archive has that of its live document. */
  readonly feedId: string;
  readonly updated: Instant;
  readonly entries: readonly StandingEntry[];
  readonly deleted: readonly DeletedEntry[];
}

/** An entry as it stands there. */
export interface StandingEntry {
  readonly id: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly title: string;
  /** Addresses of the articles that tell it: the one shown, and those of other outlets. */
  readonly articles: readonly string[];
}

const reasons: readonly string[] = ['rule', 'retracted', 'split'] satisfies LeftReason[];

/** Reads back what `atom.ts` wrote; undefined when it is no Atom document of ours, or damaged. */
export function readStanding(body: string): StandingDocument | undefined {
  const root = rootOf(body);
  if (root === undefined) return undefined;
  const standing: StandingDocument = {
    feedId: textOf(childrenOf(root, 'id')[0]),
    updated: Date.parse(textOf(childrenOf(root, 'updated')[0])),
    entries: childrenOf(root, 'entry').map(readEntry),
    deleted: childrenOf(root, 'at:deleted-entry').map(readRecord),
  };
  const { updated, entries, deleted } = standing;
  const dates = [
    updated,
    ...entries.flatMap((one) => [one.published, one.updated]),
    ...deleted.map(({ when }) => when),
  ];
  const ids = [...entries, ...deleted].map(({ id }) => id);
  return dates.some(Number.isNaN) || ids.includes('') ? undefined : standing;
}

function rootOf(body: string): XmlElement | undefined {
  // The reader of trees takes half a document for a whole one.
  if (findXmlFault(body) !== undefined) return undefined;
  try {
    return readXml(body).elements?.find(({ name }) => name === 'feed');
  } catch {
    // A file that something else has damaged tells nothing; it is about to be replaced.
    return undefined;
  }
}

function readEntry(entry: XmlElement): StandingEntry {
  const dateOf = (name: string) => Date.parse(textOf(childrenOf(entry, name)[0]));
  return {
    id: textOf(childrenOf(entry, 'id')[0]),
    published: dateOf('published'),
    updated: dateOf('updated'),
    title: unescapeMarkup(textOf(childrenOf(entry, 'title')[0])),
    articles: childrenOf(entry, 'link').flatMap(({ attributes = {} }) => {
      const { rel, href, type } = attributes;
      // One that gives its type leads to a receipt of ours.
      const isArticle = rel === 'alternate' || (rel === 'related' && type === undefined);
      return isArticle ? [String(href)] : [];
    }),
  };
}

function readRecord(record: XmlElement): DeletedEntry {
  const [reason = '', ...rest] = textOf(childrenOf(record, 'at:comment')[0]).split(': ');
  const note = rest.join(': ');
  return {
    id: String(record.attributes?.['ref'] ?? ''),
    when: Date.parse(String(record.attributes?.['when'] ?? '')),
    reason: reasons.includes(reason) ? (reason as LeftReason) : 'rule',
    ...(note === '' ? {} : { note }),
  };
}

/** When a feed document of ours in whatever format says that it changed last. */
export function standingDate(body: string): Instant | undefined {
  const pattern = /<updated>([^<]+)<|<lastBuildDate>([^<]+)<|^ {2}"updated": "([^"]+)"/m;
  const [, atom, rss, json] = pattern.exec(body) ?? [];
  const date = Date.parse(atom ?? rss ?? json ?? '');
  return Number.isNaN(date) ? undefined : date;
}
