import type { ParsedItem, ParsedLink } from '../domain/parsed-feed.ts';
import { parseDate } from './dates.ts';
import { type FeedRecord, type HtmlField, KeyList } from './feed-record.ts';
import { findFirstImage } from './html-image.ts';
import { limitHtml, limitText } from './limit-text.ts';
import type { HtmlBases } from './parsed-document.ts';
import { cleanTitle, htmlToText } from './plain-text.ts';
import { isWebAddress, resolveWebAddress } from './web-address.ts';
import { readCategories } from './xml-categories.ts';
import { chooseAlternate, readLinks } from './xml-links.ts';
import { findMedia, imageOfMedia, mediaValues, readEnclosures } from './xml-media.ts';
import { readPeople, readSourceAuthors } from './xml-people.ts';
import { readSource } from './xml-source.ts';
import { attributeOf, textOf } from './xml-tree.ts';

/** An item, and the bases of relative links inside its HTML. */
export interface MappedItem {
  readonly item: ParsedItem;
  readonly bases: HtmlBases['items'][number];
}

const titleKeys = new KeyList('title', 'dc:title', 'atom:title', 'itunes:title', 'dcterms:title');
const summaryKeys = new KeyList(
  '~description',
  '~summary',
  'atom:summary',
  'dc:description',
  'dcterms:abstract',
  'dcterms:description',
  'itunes:summary',
  'itunes:subtitle',
  'subtitle',
  'googleplay:description',
);
const shortSummaryKeys = new KeyList('~summary');
const contentKeys = new KeyList(
  '~content:encoded',
  '~content',
  'atom:content',
  'yandex:full-text',
  'fullText',
  'fullItem',
  'body',
  'xhtml:body',
  'xhtml:div',
);
const publishedKeys = new KeyList(
  '~published',
  '~pubDate',
  'issued',
  'atom:published',
  'atom:issued',
  '~dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:available',
  'dcterms:date',
  'prism:publicationDate',
  '~date',
  'created',
  'atom:created',
);
const updatedKeys = new KeyList(
  '~updated',
  'modified',
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'lastBuildDate',
);
const authorKeys = new KeyList(
  'author',
  'dc:creator',
  'dc:author',
  'atom:author',
  'dcterms:creator',
);
const fallbackAuthorKeys = new KeyList('itunes:author', 'googleplay:author', 'dc:contributor');
const contributorKeys = new KeyList('contributor', 'atom:contributor');
const guidKeys = new KeyList('guid');
const idKeys = new KeyList('guid', 'id', 'atom:id');
const atomIdKeys = new KeyList('id', 'atom:id');
const identifierKeys = new KeyList('dc:identifier');
const originalLinkKeys = new KeyList('feedburner:origLink');
const contentElementKeys = new KeyList('~content');
const commentsKeys = new KeyList('comments');
const languageKeys = new KeyList('dc:language', 'language');
const rightsKeys = new KeyList(
  'rights',
  'copyright',
  'dc:rights',
  'dcterms:rights',
  'atom:rights',
  'media:copyright',
);

type Draft = { -readonly [K in keyof ParsedItem]: ParsedItem[K] };

/** One item of RSS or Atom. Fields that cannot be read are absent; none costs the item. */
export function mapItem(record: FeedRecord): MappedItem {
  const links = readLinks(record);
  const media = findMedia(record);
  const enclosures = readEnclosures(record, media);
  const title = readTitle(record);
  const { summary, content } = readBody(record, title === undefined);
  const rights = record.html(rightsKeys);
  const item: Draft = {
    authors: readAuthors(record),
    categories: readItemCategories(record),
    enclosures,
    links,
  };
  put(item, 'id', readId(record));
  put(item, 'title', limitText(title));
  put(item, 'link', chooseLink(record, links) ?? enclosures[0]?.url);
  put(item, 'summary', limitHtml(summary?.html));
  put(item, 'content', limitHtml(content?.html));
  put(item, 'published', readDate(record, publishedKeys));
  put(item, 'updated', readDate(record, updatedKeys));
  put(item, 'image', imageOfMedia(record, media) ?? imageOf(content) ?? imageOf(summary));
  put(item, 'language', record.languageOf(languageKeys));
  put(item, 'comments', readComments(record, links));
  put(item, 'source', readSource(record));
  put(item, 'rights', limitHtml(rights?.html));
  return { item, bases: { summary: summary?.base, content: content?.base, rights: rights?.base } };
}

/** Absent fields are left out, not undefined. */
function put<K extends keyof Draft>(item: Draft, key: K, value: Draft[K] | undefined): void {
  if (value !== undefined) item[key] = value as Draft[K];
}

function readTitle(record: FeedRecord): string | undefined {
  const own = record.title(titleKeys);
  if (own !== undefined) return own;
  for (const value of mediaValues(record, 'media:title')) {
    const title = cleanTitle(htmlToText(textOf(value)));
    if (title !== '') return title;
  }
  return undefined;
}

interface Body {
  readonly summary: HtmlField | undefined;
  readonly content: HtmlField | undefined;
}

function readBody(record: FeedRecord, isUntitled: boolean): Body {
  const content = record.html(contentKeys);
  const summary =
    record.html(summaryKeys) ??
    mediaDescription(record) ??
    // A title that is nothing but a picture is shown as one.
    (isUntitled ? record.html(titleKeys) : undefined);
  if (content !== undefined) return { summary, content };
  // Some RSS has a summary beside its description: the description is the longer text then.
  const short = record.html(shortSummaryKeys);
  const hasBoth = short !== undefined && summary?.html !== short.html;
  return hasBoth ? { summary: short, content: summary } : { summary, content };
}

function mediaDescription(record: FeedRecord): HtmlField | undefined {
  for (const key of ['media:description', 'media:text'] as const) {
    for (const value of mediaValues(record, key)) {
      const html = textOf(value);
      if (html !== '') return { html, base: record.htmlBase };
    }
  }
  return undefined;
}

function readId(record: FeedRecord): string | undefined {
  return limitText(record.text(idKeys) ?? record.about ?? record.text(identifierKeys));
}

/**
 * The page of the item. RSS writes it as text, Atom as a link with `rel=alternate`; a guid that is
 * a web address and not declared otherwise is one too (RSS 2.0, guid).
 */
function chooseLink(record: FeedRecord, links: readonly ParsedLink[]): string | undefined {
  return (
    webAddress(record.text(originalLinkKeys)) ??
    chooseAlternate(links)?.href ??
    permanentLink(record) ??
    contentSource(record)
  );
}

function permanentLink(record: FeedRecord): string | undefined {
  for (const value of record.all(guidKeys)) {
    const isPermanent = attributeOf(value, 'isPermaLink')?.toLowerCase() !== 'false';
    const address = isPermanent ? webAddress(textOf(value)) : undefined;
    if (address !== undefined) return address;
  }
  return webAddress(record.about) ?? webAddress(record.text(atomIdKeys));
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && isWebAddress(text) ? resolveWebAddress(text, undefined) : undefined;
}

/** Atom content that is elsewhere names its page (RFC 4287 §4.1.3.2). */
function contentSource(record: FeedRecord): string | undefined {
  const [value] = record.all(contentElementKeys);
  const isPage = /html/i.test(attributeOf(value, 'type') ?? 'html');
  return isPage ? resolveWebAddress(attributeOf(value, 'src'), record.base) : undefined;
}

function readDate(record: FeedRecord, keys: KeyList): string | undefined {
  for (const value of record.all(keys)) {
    const date = parseDate(textOf(value), record.context.options);
    if (date !== undefined) return date;
  }
  return undefined;
}

function readAuthors(record: FeedRecord): ParsedItem['authors'] {
  const authors = readPeople(record, authorKeys);
  const named = authors.length > 0 ? authors : readPeople(record, fallbackAuthorKeys);
  const contributors = readPeople(record, contributorKeys);
  const own = contributors.length === 0 ? named : [...named, ...contributors];
  if (own.length > 0) return own;
  // An entry without authors has those of its source, then of its feed (RFC 4287 §4.1.1).
  const ofSource = readSourceAuthors(record);
  return ofSource.length > 0 ? ofSource : (record.context.inherited?.authors ?? []);
}

function readItemCategories(record: FeedRecord): ParsedItem['categories'] {
  const own = readCategories(record);
  return own.length > 0 ? own : (record.context.inherited?.categories ?? []);
}

/** Where readers discuss the item: RSS `comments`, Atom `rel=replies` (RFC 4685), a page if any. */
function readComments(record: FeedRecord, links: readonly ParsedLink[]): string | undefined {
  const own = resolveWebAddress(record.text(commentsKeys), record.base);
  if (own !== undefined) return own;
  const replies = links.find(
    ({ rel, type }) => rel === 'replies' && (type === undefined || type.includes('html')),
  );
  return replies?.href;
}

function imageOf(field: HtmlField | undefined): string | undefined {
  if (field === undefined) return undefined;
  return resolveWebAddress(findFirstImage(field.html), field.base);
}
