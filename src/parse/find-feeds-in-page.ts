import { findTags, type HtmlTag } from './html-tags.ts';
import { collapseBlanks, htmlToText } from './plain-text.ts';
import { resolveWebAddress } from './web-address.ts';

/** A feed that a web page points to. */
export interface FoundFeed {
  /** Absolute. */
  readonly url: string;
  readonly title?: string;
  /** Media type, when the page gives one. */
  readonly type?: string;
}

/** Feeds reported of one page. */
const feedsMax = 50;

/** Links looked at before equal ones are dropped. */
const candidatesMax = 1_000;

/** Characters after the start of a link in which its text must end. */
const linkCharactersMax = 1_000;

/** Characters of a page that are read. */
const pageCharactersMax = 5_000_000;

const feedTypes = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)|^text\/xml/i;

/** Addresses that feeds usually have; a link to one counts when the page announces no feed. */
const feedPath =
  /(?:\.(?:rss|atom|rdf)|(?:^|[/_-])(?:rss|atom|feed)s?(?:[/_.-][\w.-]*)?|feeds?\.xml|rss\.(?:xml|php|aspx)|feed\.json)\/?$/i;
const feedQuery = /[?&](?:feed|format|type|output)=(?:rss|rss2|atom|feed|rdf)/i;

/**
 * The feeds a web page announces: `link rel=alternate` with a feed type first, then links whose
 * address looks like a feed. In the order of the page, none twice, addresses resolved against the
 * page's own base.
 */
export function findFeedsInPage(html: string, pageUrl: string): FoundFeed[] {
  const page = readPage(html.slice(0, pageCharactersMax), pageUrl);
  const byUrl = new Map<string, FoundFeed>();
  for (const feed of [...page.announced, ...page.linked]) {
    if (!byUrl.has(feed.url) && byUrl.size < feedsMax) byUrl.set(feed.url, feed);
  }
  return [...byUrl.values()];
}

interface Page {
  readonly announced: readonly FoundFeed[];
  readonly linked: readonly FoundFeed[];
}

const tagNames: ReadonlySet<string> = new Set(['base', 'link', 'a']);

function readPage(html: string, pageUrl: string): Page {
  const announced: FoundFeed[] = [];
  const linked: FoundFeed[] = [];
  let base: string | undefined;
  for (const tag of findTags(html, tagNames)) {
    const url = resolveWebAddress(tag.attributes.get('href'), base ?? pageUrl);
    if (url === undefined) continue;
    // The first base counts (HTML standard, the base element).
    if (tag.name === 'base') base ??= url;
    else if (tag.name === 'a') addLinked(linked, url, html, tag);
    else addAnnounced(announced, url, tag);
    if (announced.length + linked.length >= candidatesMax) break;
  }
  return { announced, linked };
}

function addLinked(linked: FoundFeed[], url: string, html: string, tag: HtmlTag): void {
  if (looksLikeFeed(url)) linked.push(describe(url, textAfter(html, tag.end)));
}

function addAnnounced(announced: FoundFeed[], url: string, { attributes }: HtmlTag): void {
  if (!isFeedLink(attributes)) return;
  announced.push(describe(url, attributes.get('title') ?? '', attributes.get('type')));
}

/** Text of a link, up to its end or to where it gets too long for a name. */
function textAfter(html: string, start: number): string {
  const piece = html.slice(start, start + linkCharactersMax);
  const end = piece.search(/<\/a\b/i);
  return htmlToText(end === -1 ? '' : piece.slice(0, end));
}

function isFeedLink(attributes: ReadonlyMap<string, string>): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  if (relations.includes('feed')) return true;
  return relations.includes('alternate') && feedTypes.test(attributes.get('type')?.trim() ?? '');
}

function looksLikeFeed(url: string): boolean {
  const { pathname, search } = new URL(url);
  return feedPath.test(pathname) || feedQuery.test(search);
}

function describe(url: string, rawTitle: string, type?: string): FoundFeed {
  const title = collapseBlanks(rawTitle);
  return {
    url,
    ...(title !== '' && { title }),
    ...(type !== undefined && { type: type.trim().toLowerCase() }),
  };
}
