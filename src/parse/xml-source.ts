import type { ParsedItem } from '../domain/parsed-feed.ts';
import { type FeedRecord, KeyList, titleOf } from './feed-record.ts';
import { cleanTitle, htmlToText } from './plain-text.ts';
import { resolveWebAddress } from './web-address.ts';
import { attributeOf, childrenOf, textOf, type XmlNode, type XmlValue } from './xml-tree.ts';

const sourceKeys = new KeyList('source', 'atom:source');

/** The feed an item was taken from: RSS writes text with a url, Atom the head of that feed. */
export function readSource(record: FeedRecord): ParsedItem['source'] | undefined {
  for (const value of record.all(sourceKeys)) {
    const title = sourceTitle(value, record.context.encodesTwice);
    const raw = attributeOf(value, 'url') ?? sourceLink(value) ?? childText(value, 'id');
    const url = resolveWebAddress(raw, record.base);
    if (title !== '' || url !== undefined) {
      return { ...(title !== '' && { title }), ...(url !== undefined && { url }) };
    }
  }
  return undefined;
}

function sourceTitle(value: XmlValue, encodesTwice: boolean): string {
  if (typeof value === 'string') return cleanTitle(htmlToText(value));
  const [title] = children(value, 'title');
  return titleOf(title ?? textOf(value), title !== undefined, encodesTwice);
}

function sourceLink(value: XmlValue): string | undefined {
  if (typeof value === 'string') return undefined;
  const links = children(value, 'link');
  const page = links.find((link) => attributeOf(link, 'rel') === 'alternate') ?? links[0];
  return page === undefined ? undefined : (attributeOf(page, 'href') ?? textOf(page));
}

function childText(value: XmlValue, key: string): string | undefined {
  if (typeof value === 'string') return undefined;
  return children(value, key).map(textOf).find(Boolean);
}

/** Inside `atom:source` of an RSS document the parts carry the prefix too. */
function children(node: XmlNode, key: string): readonly XmlValue[] {
  return [...childrenOf(node, key), ...childrenOf(node, `atom:${key}`)];
}
