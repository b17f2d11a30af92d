import { Feed } from 'feed';
import { AppError } from '../domain/errors.ts';
import type { Attribution, DeletedEntry, Edition, Entry, Format } from '../domain/publication.ts';
import { fullHtml, summaryHtml } from './entry-html.ts';
import { escapeForCdata, escapeForTextNode, escapeMarkup } from './escape.ts';
import { prepareEdition } from './prepare-edition.ts';
import { childrenOf, element, readXml, writeXml, type XmlElement } from './xml-tree.ts';

/** Namespace of RFC 6721 deleted entries. */
const tombstones = 'http://purl.org/atompub/tombstones/1.0';

/** Atom 1.0 (RFC 4287), with deleted entries (RFC 6721). */
export const atom: Format = {
  name: 'atom',
  fileName: 'atom.xml',
  mediaType: 'application/atom+xml; charset=utf-8',
  version: 1,
  render: (edition) => renderAtom(prepareEdition(edition)),
};

function renderAtom(edition: Edition): string {
  const tree = readXml(writeWithFeed(edition));
  const root = tree.elements?.find(({ name }) => name === 'feed');
  const entries = root === undefined ? [] : childrenOf(root, 'entry');
  if (root === undefined || entries.length !== edition.entries.length) {
    throw new AppError('internal', 'The feed package wrote an Atom feed that atom.ts cannot read.');
  }
  completeFeed(root, edition);
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
    id: escapeForTextNode(publication.feedId),
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
      id: entry.id,
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
function completeFeed(root: XmlElement, { publication, deleted }: Edition): void {
  const { homeUrl, hubs, language } = publication;
  root.attributes = {
    ...root.attributes,
    'xml:lang': language,
    ...(deleted.length > 0 ? { 'xmlns:at': tombstones } : {}),
  };
  const links = [
    { rel: 'self', type: 'application/atom+xml', href: `${homeUrl}atom.xml` },
    { rel: 'alternate', type: 'text/html', href: homeUrl, hreflang: language },
    ...hubs.map((href) => ({ rel: 'hub', href })),
  ].map((attributes) => element('link', attributes));
  const children = root.elements ?? [];
  const head = children.filter(({ name }) => name !== 'entry' && name !== 'link');
  const entries = children.filter(({ name }) => name === 'entry');
  root.elements = [...head, ...links, ...deleted.map(deletedEntry), ...entries];
}

function deletedEntry({ id, when, reason }: DeletedEntry): XmlElement {
  return element('at:deleted-entry', { ref: id, when: new Date(when).toISOString() }, [
    element('at:comment', {}, reason),
  ]);
}

function completeEntry(node: XmlElement, entry: Entry): void {
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
  ].map((attributes) => element('link', attributes));
  const categories = entry.categories.map(({ term, label, scheme }) =>
    element('category', { term, label, scheme }),
  );
  const own = (node.elements ?? []).filter(({ name }) => name !== 'link');
  node.elements = [...own, ...links, ...categories, ...origin(entry.shownBy)];
}

/** RFC 4287 §4.2.11: the feed the entry came from. Its own `updated` is not known to us. */
function origin({ feedUrl, outlet, language }: Attribution): readonly XmlElement[] {
  if (feedUrl === '') return [];
  const children = [
    element('id', {}, feedUrl),
    element('title', {}, outlet),
    element('link', { rel: 'self', href: feedUrl }),
  ];
  return [element('source', { 'xml:lang': language }, children)];
}
