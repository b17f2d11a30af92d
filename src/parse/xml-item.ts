import type { ParsedItem, ParsedLink } from '../domain/parsed-feed.ts';
import { parseDate } from './dates.ts';
import {
  baseOf,
  type FeedRecord,
  firstHtml,
  firstText,
  firstTitle,
  type HtmlField,
  htmlBaseOf,
  type MapContext,
  titleOf,
  valuesOf,
} from './feed-record.ts';
import { findFirstImage } from './html-image.ts';
import { limitHtml, limitText } from './limit-text.ts';
import type { HtmlBases } from './parsed-document.ts';
import { cleanTitle, htmlToText } from './plain-text.ts';
import { isWebAddress, resolveWebAddress } from './web-address.ts';
import { readCategories } from './xml-categories.ts';
import { chooseAlternate, readLinks } from './xml-links.ts';
import { mediaValues, readEnclosures, readItemImage } from './xml-media.ts';
import { personOf, readPeople } from './xml-people.ts';
import { attributeOf, childrenOf, textOf, type XmlValue } from './xml-tree.ts';

/** An item, and the bases of relative links inside its HTML. */
export interface MappedItem {
  readonly item: ParsedItem;
  readonly bases: HtmlBases['items'][number];
}

const titleKeys = ['@title', '@dc:title', '@atom:title', '@itunes:title', '@dcterms:title'];
const summaryKeys = [
  '@~description',
  '@~summary',
  '@atom:summary',
  '@dc:description',
  '@dcterms:abstract',
  '@dcterms:description',
  '@itunes:summary',
  '@itunes:subtitle',
  '@subtitle',
  '@googleplay:description',
];
const contentKeys = [
  '@~content:encoded',
  '@~content',
  '@atom:content',
  '@yandex:full-text',
  '@fullText',
  '@fullItem',
  '@body',
  '@xhtml:body',
  '@xhtml:div',
];
const publishedKeys = [
  '@~published',
  '@~pubDate',
  '@issued',
  '@atom:published',
  '@atom:issued',
  '@~dc:date',
  '@dcterms:issued',
  '@dcterms:created',
  '@dcterms:available',
  '@dcterms:date',
  '@prism:publicationDate',
  '@~date',
  '@created',
  '@atom:created',
];
const updatedKeys = [
  '@~updated',
  '@modified',
  '@atom:updated',
  '@atom:modified',
  '@dcterms:modified',
  '@lastBuildDate',
];
const authorKeys = ['@author', '@dc:creator', '@dc:author', '@atom:author', '@dcterms:creator'];
const fallbackAuthorKeys = ['@itunes:author', '@googleplay:author', '@dc:contributor'];
const contributorKeys = ['@contributor', '@atom:contributor'];

/** One item of RSS or Atom. Fields that cannot be read are absent; none costs the item. */
export function mapItem(record: FeedRecord, context: MapContext): MappedItem {
  const links = readLinks(record, context);
  const enclosures = readEnclosures(record, context);
  const link = chooseLink(record, links, context) ?? enclosures[0]?.url;
  const title = readTitle(record, context);
  const { summary, content } = readBody(record, context, title === undefined);
  const image = readItemImage(record, context) ?? imageOf(content) ?? imageOf(summary);
  const rights = readRights(record, context);
  const item: ParsedItem = {
    ...optional('id', readId(record)),
    ...optional('title', limitText(title)),
    ...optional('link', link),
    ...optional('summary', limitHtml(summary?.html)),
    ...optional('content', limitHtml(content?.html)),
    ...optional('published', readDate(record, publishedKeys, context)),
    ...optional('updated', readDate(record, updatedKeys, context)),
    authors: readAuthors(record, context),
    categories: readItemCategories(record, context),
    enclosures,
    ...optional('image', image),
    ...optional('language', readLanguage(record)),
    ...optional('comments', readComments(record, links, context)),
    ...optional('source', readSource(record, context)),
    links,
    ...optional('rights', limitHtml(rights?.html)),
  };
  const bases = { summary: summary?.base, content: content?.base, rights: rights?.base };
  return { item, bases };
}

/** `{ key: value }`, or nothing when there is no value: absent fields are left out. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function readTitle(record: FeedRecord, context: MapContext): string | undefined {
  const own = firstTitle(record, titleKeys, context);
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

function readBody(record: FeedRecord, context: MapContext, isUntitled: boolean): Body {
  const content = firstHtml(record, contentKeys, context);
  const summary =
    firstHtml(record, summaryKeys, context) ??
    mediaDescription(record, context) ??
    // A title that is nothing but a picture is shown as one.
    (isUntitled ? firstHtml(record, titleKeys, context) : undefined);
  // Some RSS has a summary beside its description: the description is the longer text then.
  const short = firstHtml(record, ['@~summary'], context);
  const hasBoth = content === undefined && short !== undefined && summary?.html !== short.html;
  return hasBoth ? { summary: short, content: summary } : { summary, content };
}

function mediaDescription(record: FeedRecord, context: MapContext): HtmlField | undefined {
  for (const key of ['media:description', 'media:text']) {
    for (const value of mediaValues(record, key)) {
      const html = textOf(value);
      if (html !== '') return { html, base: htmlBaseOf(record, context) };
    }
  }
  return undefined;
}

function readId(record: FeedRecord): string | undefined {
  const own = firstText(record, ['@guid', '@id', '@atom:id']);
  const about = record['rdf:about'];
  const id = own ?? (typeof about === 'string' ? about.trim() : undefined);
  return limitText(id || firstText(record, ['@dc:identifier']));
}

/**
 * The page of the item. RSS writes it as text, Atom as a link with `rel=alternate`; a guid that is
 * a web address and not declared otherwise is one too (RSS 2.0, guid).
 */
function chooseLink(
  record: FeedRecord,
  links: readonly ParsedLink[],
  context: MapContext,
): string | undefined {
  const original = firstText(record, ['@feedburner:origLink']);
  if (original !== undefined && isWebAddress(original)) return original;
  const chosen = chooseAlternate(links)?.href;
  if (chosen !== undefined) return chosen;
  return permanentLink(record) ?? contentSource(record, context);
}

function permanentLink(record: FeedRecord): string | undefined {
  for (const value of valuesOf(record, '@guid')) {
    const text = textOf(value);
    const isPermanent = attributeOf(value, 'isPermaLink')?.toLowerCase() !== 'false';
    if (isPermanent && isWebAddress(text)) return resolveWebAddress(text, undefined);
  }
  const about = record['rdf:about'];
  if (typeof about === 'string' && isWebAddress(about.trim())) {
    return resolveWebAddress(about, undefined);
  }
  const id = firstText(record, ['@id', '@atom:id']);
  return id !== undefined && isWebAddress(id) ? resolveWebAddress(id, undefined) : undefined;
}

/** Atom content that is elsewhere names its page (RFC 4287 §4.1.3.2). */
function contentSource(record: FeedRecord, context: MapContext): string | undefined {
  const [value] = valuesOf(record, '@~content');
  const isPage = /html/i.test(attributeOf(value, 'type') ?? 'html');
  return isPage ? resolveWebAddress(attributeOf(value, 'src'), baseOf(record, context)) : undefined;
}

function readDate(
  record: FeedRecord,
  keys: readonly string[],
  context: MapContext,
): string | undefined {
  for (const key of keys) {
    for (const value of valuesOf(record, key)) {
      const date = parseDate(textOf(value), context.options);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function readAuthors(record: FeedRecord, context: MapContext): ParsedItem['authors'] {
  const authors = readPeople(record, authorKeys, context);
  const named = authors.length > 0 ? authors : readPeople(record, fallbackAuthorKeys, context);
  const contributors = readPeople(record, contributorKeys, context);
  const own = contributors.length === 0 ? named : [...named, ...contributors];
  if (own.length > 0) return own;
  // An entry without authors has those of its source, then of its feed (RFC 4287 §4.1.1).
  const ofSource = sourceAuthors(record, context);
  return ofSource.length > 0 ? ofSource : (context.inherited?.authors ?? []);
}

function sourceAuthors(record: FeedRecord, context: MapContext): ParsedItem['authors'] {
  const base = baseOf(record, context);
  return valuesOf(record, '@source')
    .flatMap((source) => (typeof source === 'string' ? [] : childrenOf(source, 'author')))
    .map((author) => personOf(author, base))
    .filter((author) => author !== undefined);
}

function readItemCategories(record: FeedRecord, context: MapContext): ParsedItem['categories'] {
  const own = readCategories(record);
  return own.length > 0 ? own : (context.inherited?.categories ?? []);
}

/** Where readers discuss the item: RSS `comments`, Atom `rel=replies` (RFC 4685), a page if any. */
function readComments(
  record: FeedRecord,
  links: readonly ParsedLink[],
  context: MapContext,
): string | undefined {
  const own = resolveWebAddress(firstText(record, ['@comments']), baseOf(record, context));
  if (own !== undefined) return own;
  const replies = links.filter(({ rel }) => rel === 'replies');
  const page = replies.find(({ type }) => type === undefined || type.includes('html'));
  return page?.href;
}

function imageOf(field: HtmlField | undefined): string | undefined {
  return field === undefined
    ? undefined
    : resolveWebAddress(findFirstImage(field.html), field.base);
}

function readLanguage(record: FeedRecord): string | undefined {
  const own = firstText(record, ['@dc:language', '@language']);
  const inherited = record['@~lang'];
  return own ?? (typeof inherited === 'string' && inherited !== '' ? inherited : undefined);
}

function readSource(record: FeedRecord, context: MapContext): ParsedItem['source'] | undefined {
  for (const value of [...valuesOf(record, '@source'), ...valuesOf(record, '@atom:source')]) {
    const title = sourceTitle(value, context);
    const raw = attributeOf(value, 'url') ?? sourceLink(value) ?? childText(value, 'id');
    const url = resolveWebAddress(raw, baseOf(record, context));
    if (title !== '' || url !== undefined) {
      return { ...(title !== '' && { title }), ...(url !== undefined && { url }) };
    }
  }
  return undefined;
}

function sourceTitle(value: XmlValue, context: MapContext): string {
  if (typeof value === 'string') return cleanTitle(htmlToText(value));
  const [title] = [...childrenOf(value, 'title'), ...childrenOf(value, 'atom:title')];
  return titleOf(title ?? textOf(value), title !== undefined, context.encodesTwice);
}

function childText(value: XmlValue, key: string): string | undefined {
  if (typeof value === 'string') return undefined;
  const children = [...childrenOf(value, key), ...childrenOf(value, `atom:${key}`)];
  return children.map(textOf).find(Boolean);
}

function sourceLink(value: XmlValue): string | undefined {
  if (typeof value === 'string') return undefined;
  const links = [...childrenOf(value, 'link'), ...childrenOf(value, 'atom:link')];
  const page = links.find((link) => attributeOf(link, 'rel') === 'alternate') ?? links[0];
  return page === undefined ? undefined : (attributeOf(page, 'href') ?? textOf(page));
}

function readRights(record: FeedRecord, context: MapContext): HtmlField | undefined {
  const keys = ['@rights', '@copyright', '@dc:rights', '@dcterms:rights', '@atom:rights'];
  return firstHtml(record, [...keys, '@media:copyright'], context);
}
