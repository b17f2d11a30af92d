import { Feed, type Item } from 'feed';
import { AppError } from '../domain/errors.ts';
import type { ParsedEnclosure } from '../domain/parsed-feed.ts';
import type { Attribution, Edition, Entry, Format, Publication } from '../domain/publication.ts';
import { archiveLink } from './archive-address.ts';
import { fullHtml, summaryHtml } from './entry-html.ts';
import {
  escapeAmbiguousMarkup,
  escapeForAttribute,
  escapeForCdata,
  escapeForTextNode,
} from './escape.ts';
import { pick } from './pick.ts';
import { prepareEdition } from './prepare-edition.ts';

/** `feed` declares a namespace only where it writes an element of it itself; these are always there. */
const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 2.0, in the profile of the RSS Advisory Board. */
export const rss: Format = {
  name: 'rss',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml; charset=utf-8',
  version: 3,
  render: (edition) => renderRss(prepareEdition(edition, 'rss')),
  says: ({ publication: { contact, siteTitle, ...publication }, entries, archivePages }) => [
    archivePages,
    pick(publication, ['title', 'description', 'language', 'homeUrl', 'hubs', 'ttlMinutes']),
    // The site is named as the editor's only.
    contact === undefined ? [] : [contact, siteTitle],
    entries.map((entry) => [
      pick(entry, ['id', 'title', 'link', 'summary', 'contentHtml', 'language', 'direction']),
      entry.receipt,
      entry.image,
      entry.categories.map(({ term, label, scheme }) => [label || term, scheme]),
      Math.floor(entry.published / 1_000),
      entry.authors.map(({ name, email }) => name || email),
      entry.enclosures,
      pick(entry.shownBy, ['outlet', 'feedUrl', 'link', 'language']),
      entry.alsoReportedBy.map((other) => pick(other, ['outlet', 'link', 'language'])),
      ...(entry.sameAs === undefined ? [] : [entry.sameAs]),
    ]),
  ],
};

function renderRss(edition: Edition): string {
  const { publication, updated, entries, archivePages } = edition;
  const feed = new Feed({
    title: escapeForTextNode(publication.title),
    description: escapeForTextNode(publication.description),
    link: publication.homeUrl,
    language: publication.language,
    ttl: publication.ttlMinutes,
    updated: new Date(updated),
    docs: 'https://www.rssboard.org/rss-specification',
    generator: 'Araz',
    // Makes room for the links before the items; addChannelElements says which they are.
    feed: `${publication.homeUrl}rss.xml`,
  });
  addChannelElements(feed, publication, archivePages);
  for (const entry of entries) feed.addItem(rssItem(entry));
  return declareNamespaces(putBeforeItems(feed.rss2()));
}

function addChannelElements(feed: Feed, publication: Publication, archivePages?: number): void {
  const { homeUrl, hubs, contact, siteTitle } = publication;
  const links = [
    { href: `${homeUrl}rss.xml`, rel: 'self', type: 'application/rss+xml' },
    ...hubs.map((href) => ({ href, rel: 'hub' })),
    // RFC 5005 §4 has it in RSS as well; the pages are Atom, and their entries have the same ids.
    ...(archivePages === undefined
      ? []
      : [{ ...archiveLink(publication, archivePages), type: 'application/atom+xml' }]),
  ];
  addExtension(feed, 'atom:link', links.map(withAttributes));
  if (contact !== undefined) {
    addExtension(feed, 'managingEditor', { _text: escapeForTextNode(`${contact} (${siteTitle})`) });
  }
}

function rssItem(entry: Entry): Item {
  const content = fullHtml(entry);
  const [enclosure] = entry.enclosures;
  return {
    title: escapeForCdata(escapeAmbiguousMarkup(entry.title)),
    id: escapeForTextNode(entry.id),
    link: entry.link,
    date: new Date(entry.published),
    description: escapeForCdata(summaryHtml(entry)),
    ...(content === undefined ? {} : { content: escapeForCdata(content) }),
    category: entry.categories.map(({ term, label, scheme }) => ({
      name: escapeForTextNode(label ?? term),
      ...(scheme === undefined ? {} : { domain: escapeForAttribute(scheme) }),
    })),
    // The profile allows one enclosure an item, and asks for length 0 where the size is unknown; the
    // other files are media:content.
    ...(enclosure === undefined
      ? {}
      : {
          enclosure: {
            url: enclosure.url,
            type: enclosure.type ?? 'application/octet-stream',
            length: enclosure.length ?? 0,
          },
        }),
    extensions: itemElements(entry),
  };
}

/** Elements that `feed` has no option for: who said it, in which language, and who else did. */
function itemElements(entry: Entry): NonNullable<Item['extensions']> {
  const { shownBy, alsoReportedBy, sameAs = [], authors, language, image, enclosures } = entry;
  const creators = authors.length > 0 ? authors.map(({ name }) => name ?? '') : [shownBy.outlet];
  const related = [
    ...alsoReportedBy.flatMap(({ link, outlet, language: hreflang }) =>
      link === undefined ? [] : [{ rel: 'related', href: link, hreflang, title: outlet }],
    ),
    ...sameAs.map((href) => ({ rel: 'related', type: 'text/html', href })),
  ];
  const elements: Record<string, unknown> = {
    'dc:creator': creators.map((name) => ({ _text: escapeForTextNode(name) })),
    'dc:language': { _text: escapeForTextNode(language) },
    ...sourceElement(shownBy),
  };
  if (related.length > 0) elements['atom:link'] = related.map(withAttributes);
  if (image !== undefined) elements['media:thumbnail'] = withAttributes({ url: image });
  const [, ...files] = enclosures;
  if (files.length > 0) elements['media:content'] = files.map(mediaContent);
  // `feed` types an extension as one element; its writer takes a list of them as well.
  return Object.entries(elements).map(([name, objects]) => ({
    name,
    objects: objects as Record<string, unknown>,
  }));
}

/** A file beside the enclosure, in the words of Media RSS; a size that is not known is not told. */
function mediaContent({ url, type, length }: ParsedEnclosure) {
  const size = length === undefined ? {} : { fileSize: String(length) };
  return withAttributes({ url, ...(type === undefined ? {} : { type }), ...size });
}

/** The element exists only with the address of the outlet's feed. */
function sourceElement({ feedUrl, outlet }: Attribution): Record<string, unknown> {
  if (feedUrl === '') return {};
  return { source: { ...withAttributes({ url: feedUrl }), _text: escapeForTextNode(outlet) } };
}

function addExtension(feed: Feed, name: string, objects: unknown): void {
  feed.addExtension({ name, objects: objects as Record<string, unknown> });
}

function withAttributes(attributes: Readonly<Record<string, string>>) {
  const escaped = Object.entries(attributes).map(([name, value]) => [
    name,
    escapeForAttribute(value),
  ]);
  return { _attributes: Object.fromEntries(escaped) as Record<string, string> };
}

/** `feed` writes an extension of the channel after its items, where some readers no longer look. */
function putBeforeItems(xml: string): string {
  const [editor] = /\s*<managingEditor>[^<]*<\/managingEditor>(?=\s*<\/channel>)/.exec(xml) ?? [];
  // The first literal one is the element: texts before it are escaped.
  const firstItem = xml.search(/\s*<item>/);
  if (editor === undefined || firstItem < 0) return xml;
  const end = xml.lastIndexOf(editor);
  return (
    xml.slice(0, firstItem) + editor + xml.slice(firstItem, end) + xml.slice(end + editor.length)
  );
}

function declareNamespaces(xml: string): string {
  const root = /<rss version="2\.0"[^>]*>/;
  if (!root.test(xml)) {
    throw new AppError('internal', 'The feed package wrote an RSS root that rss.ts does not know.');
  }
  return `${xml.replace(root, () => `<rss version="2.0" ${namespaces}>`)}\n`;
}
