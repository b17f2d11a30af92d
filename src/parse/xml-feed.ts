import RssParser from 'rss-parser';
import { messageOf } from '../domain/errors.ts';
import type { FeedFormat, ReadOptions, ReadWarning } from '../domain/parsed-feed.ts';
import { DocumentKeys, FeedRecord, type MapContext, type MappedFields } from './feed-record.ts';
import { hasLeftover } from './plain-text.ts';
import type { XmlDocument } from './xml-document.ts';
import { type MappedHead, mapHead } from './xml-head.ts';
import { type MappedItem, mapItem } from './xml-item.ts';
import { createNode, textOf, type XmlNode, type XmlValue } from './xml-tree.ts';

/** What an XML feed says. */
export interface XmlFeed {
  readonly head: MappedHead;
  readonly items: readonly MappedItem[];
  readonly warnings: readonly ReadWarning[];
}

/**
 * The part of rss-parser 3.13.0 that maps a tree. Its own XML engine and its promises are passed
 * by: the tree comes from `readXml`, in the shape xml2js would give it.
 */
interface TreeMapper {
  options: { customFields: { feed: readonly CustomField[]; item: readonly CustomField[] } };
  buildAtomFeed(tree: object): MappedTree;
  buildRSS1(tree: object): MappedTree;
  buildRSS2(tree: object): MappedTree;
}

/** Element, field it is copied to, and that all occurrences are wanted. */
type CustomField = readonly [string, string, { readonly keepArray: true }];

interface MappedTree extends MappedFields {
  readonly items: readonly MappedFields[];
}

const mapper = new RssParser() as unknown as TreeMapper;

/** Maps a document that was recognised as a feed. Never throws for what is in it. */
export function mapXmlFeed(
  document: XmlDocument,
  format: Exclude<FeedFormat, 'json'>,
  options: ReadOptions,
): XmlFeed {
  const tree = mapTree(document, format);
  const context: MapContext = {
    options,
    format,
    keys: new DocumentKeys(document.keys),
    base: options.url,
    encodesTwice: format !== 'atom' && encodesTitlesTwice(tree.items),
  };
  const head = mapHead(new FeedRecord(tree, context), format);
  const itemContext = contextOfItems(context, head);
  const warnings: ReadWarning[] = [];
  const items: MappedItem[] = [];
  for (const [index, fields] of tree.items.entries()) {
    const item = mapSafely(new FeedRecord(fields, itemContext), index, warnings);
    if (item !== undefined) items.push(item);
  }
  return { head, items, warnings };
}

/**
 * Items inherit what the feed says of all of them. RSS has no rule for relative links; the site the
 * feed belongs to is where they lead, which matters when the feed lives on another host.
 */
function contextOfItems(context: MapContext, { feed }: MappedHead): MapContext {
  const base = context.format === 'atom' ? context.base : (feed.link ?? context.base);
  return { ...context, base, inherited: feed };
}

function mapTree(document: XmlDocument, format: MapContext['format']): MappedTree {
  const { head, items, keys } = document;
  // Every element that occurs comes out under `@key`, all of its occurrences in order.
  const fields = [...keys].map((key): CustomField => [key, `@${key}`, { keepArray: true }]);
  mapper.options.customFields = { feed: fields, item: fields };
  if (format === 'atom') return mapper.buildAtomFeed({ feed: withChildren(head, 'entry', items) });
  if (format === 'rdf') {
    return mapper.buildRSS1({ 'rdf:RDF': { channel: [head], item: items } });
  }
  const channel = withChildren(head, 'item', items);
  return mapper.buildRSS2({ rss: { $: { version: '2.0' }, channel: [channel] } });
}

function withChildren(head: XmlNode, key: string, items: readonly XmlNode[]): XmlNode {
  return Object.assign(createNode(), head, { [key]: items });
}

/**
 * Whether a feed encodes its titles twice: one that does has `&quot;` or `&#8217;` somewhere, or
 * `&amp;` in more than one title. A single `&amp;` may be what the title is about.
 */
function encodesTitlesTwice(items: readonly MappedFields[]): boolean {
  let markup = 0;
  for (const item of items) {
    const [title] = (item['@title'] as readonly XmlValue[] | undefined) ?? [];
    const leftover = hasLeftover(textOf(title));
    if (leftover === 'markup') markup += 1;
    if (leftover === 'other' || markup > 1) return true;
  }
  return false;
}

/** One bad item never costs a feed: a fault in mapping it becomes a warning. */
function mapSafely(
  record: FeedRecord,
  index: number,
  warnings: ReadWarning[],
): MappedItem | undefined {
  try {
    return mapItem(record);
  } catch (error) {
    const message = `An item could not be read: ${messageOf(error)}`;
    warnings.push({ code: 'bad-item', message, item: index });
    return undefined;
  }
}
