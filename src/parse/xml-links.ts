import type { ParsedLink } from '../domain/parsed-feed.ts';
import { type FeedRecord, KeyList } from './feed-record.ts';
import { resolveWebAddress } from './web-address.ts';
import { attributeOf, textOf, type XmlValue } from './xml-tree.ts';

/** Links read of one item or feed. */
const linksMax = 100;

const linkKeys = new KeyList('link', 'atom:link');

/** All links of an item or feed, absolute, in the order of the document. */
export function readLinks(record: FeedRecord): readonly ParsedLink[] {
  const { base } = record;
  const links: ParsedLink[] = [];
  for (const value of record.all(linkKeys)) {
    const link = links.length < linksMax ? linkOf(value, base) : undefined;
    if (link !== undefined) links.push(link);
  }
  return links;
}

/** What a link without a relation is (RFC 4287 §4.2.7.2). */
const alternate = 'alternate';

function linkOf(value: XmlValue, outerBase: string | undefined): ParsedLink | undefined {
  const base = (typeof value === 'string' ? undefined : value['~base']) ?? outerBase;
  const text = textOf(value);
  const rawHref = typeof value === 'string' ? undefined : value.$?.['href'];
  // An empty href is the base itself (RFC 3986 §4.4); an empty element is no link.
  const href = resolveWebAddress(rawHref?.trim() || text, base) ?? emptyHref(rawHref, base);
  if (href === undefined) return undefined;
  const rel = attributeOf(value, 'rel')?.toLowerCase() ?? alternate;
  const type = attributeOf(value, 'type');
  return type === undefined ? { href, rel } : { href, rel, type };
}

function emptyHref(href: string | undefined, base: string | undefined): string | undefined {
  return href?.trim() === '' ? resolveWebAddress(base, undefined) : undefined;
}

/** Whether a link leads to the page of the item or feed. IANA names may be written as URIs. */
function isAlternate(link: ParsedLink): boolean {
  return link.rel === undefined || link.rel === alternate || link.rel.endsWith('/alternate');
}

/** The page an item or feed stands for: HTML before other types, the first of equals. */
export function chooseAlternate(links: readonly ParsedLink[]): ParsedLink | undefined {
  let other: ParsedLink | undefined;
  for (const link of links) {
    if (!isAlternate(link)) continue;
    if (link.type === undefined || /html/i.test(link.type)) return link;
    other ??= link;
  }
  return other;
}

/** The first link of a relation. */
export function findLink(links: readonly ParsedLink[], rel: string): ParsedLink | undefined {
  return links.find((link) => link.rel === rel || link.rel?.endsWith(`/relation/${rel}`));
}
