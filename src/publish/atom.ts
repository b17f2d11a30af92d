import { Feed } from 'feed';
import { AppError } from '../domain/errors.ts';
import type { Attribution, DeletedEntry, Edition, Entry, Format } from '../domain/publication.ts';
import { archiveLink } from './archive-address.ts';
import { fullHtml, summaryHtml } from './entry-html.ts';
import { escapeForCdata, escapeForTextNode, escapeMarkup } from './escape.ts';
import { pick } from './pick.ts';
import { prepareEdition } from './prepare-edition.ts';
import { childrenOf, element, readXml, writeXml, type XmlElement } from './xml-tree.ts';

/** Namespace of RFC 6721 deleted entries. */
export const tombstones = 'http://purl.org/atompub/tombstones/1.0';

/** Namespace of RFC 5005 archives. */
const history = 'http://purl.org/syndication/history/1.0';

/** Namespace of Media RSS: Atom has no word of its own for a picture of an entry. */
const media = 'http://search.yahoo.com/mrss/';

/** Atom 1.0 (RFC 4287), with deleted entries (RFC 6721) and the way into the archive (RFC 5005). */
export const atom: Format = {
  name: 'atom',
  fileName: 'atom.xml',
  mediaType: 'application/atom+xml; charset=utf-8',
  version: 1,
  render: (edition) => {
    const { archivePages, publication } = edition;
    const newest = archivePages === undefined ? [] : [archiveLink(publication, archivePages)];
    return renderAtomDocument(edition, { fileName: 'atom.xml', links: newest, isArchive: false });
  },
  says: ({ publication, entries, deleted, archivePages }) => [
    pick(publication, ['feedId', 'title', 'description', 'language', 'homeUrl', 'hubs']),
    pick(publication, ['siteTitle', 'siteUrl', 'contact']),
    archivePages,
    deleted,
    entries.map((entry) => [
      pick(entry, ['id', 'title', 'link', 'summary', 'contentHtml', 'language', 'direction']),
      entry.receipt,
      pick(entry, ['published', 'updated', 'categories', 'enclosures', 'image', 'authors']),
      pick(entry.shownBy, ['outlet', 'feedUrl', 'feedId', 'link', 'language']),
      entry.alsoReportedBy.map((other) => pick(other, ['outlet', 'link', 'language'])),
      ...(entry.sameAs === undefined ? [] : [entry.sameAs]),
    ]),
  ],
};

/** Where an Atom document of a publication stands, and what it links to beside itself. */
export interface AtomPlace {
  /** Inside the folder of the publication. */
  readonly fileName: string;
  readonly links: readonly Readonly<Record<string, string>>[];
  readonly isArchive: boolean;
}

/** An edition as Atom: the live document, or a page of its archive. */
export function renderAtomDocument(given: Edition, place: AtomPlace): string {
  const edition = prepareEdition(given, 'atom');
  const tree = readXml(writeWithFeed(edition));
  const root = tree.elements?.find(({ name }) => name === 'feed');
  const entries = root === undefined ? [] : childrenOf(root, 'entry');
  if (root === undefined || entries.length !== edition.entries.length) {
    throw new AppError('internal', 'The feed package wrote an Atom feed that atom.ts cannot read.');
  }
  setId(root, edition.publication.feedId);
  completeFeed(root, edition, place);
  edition.entries.forEach((entry, index) => {
    const node = entries[index];
    if (node !== undefined) completeEntry(node, entry);
  });
  return writeXml(tree);
}

/** What the `feed` package knows of Atom: identity, dates, titles, texts, authors. */
function writeWithFeed({ publication, updated, entries }: Edition): string {
  const { contact } = publication;
  const feed = new Feed({
    // Any address: the ids are set as they are afterwards.
    id: publication.siteUrl,
    title: escapeForTextNode(publication.title),
    description: escapeForTextNode(publication.description),
    updated: new Date(updated),
    generator: 'Araz',
    author: {
      name: escapeForTextNode(publication.siteTitle),
      ...(contact !== undefined ? { email: escapeForTextNode(contact) } : {}),
      link: publication.siteUrl,
    },
  });
  for (const entry of entries) {
    const content = fullHtml(entry);
    feed.addItem({
      // `feed` writes every title as HTML.
      title: escapeForCdata(escapeMarkup(entry.title)),
      link: entry.link,
      date: new Date(entry.updated),
      published: new Date(entry.published),
      description: escapeForCdata(summaryHtml(entry)),
      ...(content === undefined ? {} : { content: escapeForCdata(content) }),
      author: authorsOf(entry),
    });
  }
  return feed.atom1();
}

/** An article without a named author is its outlet's. */
function authorsOf({ authors, shownBy }: Entry) {
  if (authors.length === 0) return [{ name: escapeForTextNode(shownBy.outlet) }];
  return authors.map(({ name, url }) => ({
    name: escapeForTextNode(name ?? ''),
    ...(url === undefined ? {} : { link: url }),
  }));
}

/** Language, links, and what left: Atom has them, `feed` has not. */
function completeFeed(root: XmlElement, edition: Edition, place: AtomPlace): void {
  const { homeUrl, hubs, language } = edition.publication;
  root.attributes = {
    ...root.attributes,
    'xml:lang': language,
    ...(edition.deleted.length > 0 ? { 'xmlns:at': tombstones } : {}),
    ...(place.isArchive ? { 'xmlns:fh': history } : {}),
    ...(edition.entries.some(({ image }) => image) ? { 'xmlns:media': media } : {}),
  };
  const links = [
    { rel: 'self', type: 'application/atom+xml', href: `${homeUrl}${place.fileName}` },
    { rel: 'alternate', type: 'text/html', href: homeUrl, hreflang: language },
    // Only the live document changes, so only that is worth a subscription at a hub.
    ...(place.isArchive ? [] : hubs.map((href) => ({ rel: 'hub', href }))),
    ...place.links,
  ].map((attributes) => element('link', attributes));
  const children = root.elements ?? [];
  const head = children.filter(({ name }) => name !== 'entry' && name !== 'link');
  const entries = children.filter(({ name }) => name === 'entry');
  root.elements = [
    ...head,
    ...links,
    ...(place.isArchive ? [element('fh:archive')] : []),
    ...edition.deleted.map(deletedEntry),
    ...entries,
  ];
}

/** RFC 6721: an entry that was published and is no more. */
export function deletedEntry({ id, when, reason, note }: DeletedEntry): XmlElement {
  return element('at:deleted-entry', { ref: id, when: new Date(when).toISOString() }, [
    element('at:comment', {}, note === undefined ? reason : `${reason}: ${note}`),
  ]);
}

/** `feed` rewrites an id as a browser would an address: one is compared letter by letter (§4.2.6). */
function setId(node: XmlElement, id: string): void {
  for (const own of childrenOf(node, 'id')) own.elements = [{ type: 'text', text: id }];
}

function completeEntry(node: XmlElement, entry: Entry): void {
  setId(node, entry.id);
  node.attributes = { ...node.attributes, 'xml:lang': entry.language };
  const links = [
    { rel: 'alternate', href: entry.link, hreflang: entry.language },
    ...entry.enclosures.map(({ url, type, length }) => ({
      rel: 'enclosure',
      href: url,
      type,
      length,
    })),
    ...entry.alsoReportedBy.flatMap(({ link, outlet, language }) =>
      link === undefined ? [] : [{ rel: 'related', href: link, hreflang: language, title: outlet }],
    ),
    ...(entry.sameAs ?? []).map((href) => ({ rel: 'related', type: 'text/html', href })),
  ].map((attributes) => element('link', attributes));
  const categories = entry.categories.map(({ term, label, scheme }) =>
    element('category', { term, label, scheme }),
  );
  const own = (node.elements ?? []).filter(({ name }) => name !== 'link');
  const image = entry.image === undefined ? [] : [element('media:thumbnail', { url: entry.image })];
  node.elements = [...own, ...links, ...categories, ...image, ...origin(entry.shownBy)];
}

/** RFC 4287 §4.2.11: the feed the entry came from. Its own `updated` is not known to us. */
function origin({ feedUrl, feedId, outlet, language }: Attribution): readonly XmlElement[] {
  if (feedUrl === '') return [];
  const children = [
    // A feed of another format has no id but its address.
    element('id', {}, feedId ?? feedUrl),
    element('title', {}, outlet),
    element('link', { rel: 'self', href: feedUrl }),
  ];
  return [element('source', { 'xml:lang': language }, children)];
}
