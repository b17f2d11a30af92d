import type { ParsedEnclosure } from '../domain/parsed-feed.ts';
import { baseOf, type FeedRecord, type MapContext, valuesOf } from './feed-record.ts';
import { decideMediaType } from './media-type.ts';
import { resolveWebAddress } from './web-address.ts';
import { attributeOf, childrenOf, textOf, type XmlNode, type XmlValue } from './xml-tree.ts';

/** Enclosures read of one item. */
const enclosuresMax = 100;

interface Found {
  readonly url: string;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly medium: string | undefined;
}

/** What an item carries beside its text: enclosures, media content, Atom enclosure links. */
export function readEnclosures(
  record: FeedRecord,
  context: MapContext,
): readonly ParsedEnclosure[] {
  const base = baseOf(record, context);
  const byUrl = new Map<string, ParsedEnclosure>();
  const found = findAll(record);
  const original = originalOf(record, found);
  for (const { url, type, length } of found) {
    const address = resolveWebAddress(original ?? url, base);
    if (address === undefined || byUrl.size >= enclosuresMax) continue;
    byUrl.set(address, { ...toEnclosure(address, type, length), ...byUrl.get(address) });
  }
  return byUrl.size === 0 ? [] : [...byUrl.values()];
}

/** FeedBurner counts downloads through addresses of its own and names the real one beside them. */
function originalOf(record: FeedRecord, found: readonly Found[]): string | undefined {
  if (found.length !== 1) return undefined;
  return textOf(valuesOf(record, '@feedburner:origEnclosureLink')[0]) || undefined;
}

/** One enclosure with its type decided and its length in bytes, when that is a number above zero. */
export function toEnclosure(
  url: string,
  declared: string | undefined,
  length: string | undefined,
): ParsedEnclosure {
  const type = decideMediaType(declared, url);
  const bytes = length !== undefined && /^\s*\d{1,15}\s*$/.test(length) ? Number(length) : 0;
  return { url, ...(type !== undefined && { type }), ...(bytes > 0 && { length: bytes }) };
}

function findAll(record: FeedRecord): readonly Found[] {
  const found: Found[] = [];
  for (const key of ['@enclosure', '@atom:enclosure']) {
    for (const value of valuesOf(record, key)) {
      push(found, value, attributeOf(value, 'url') ?? attributeOf(value, 'href') ?? textOf(value));
    }
  }
  for (const key of ['@link', '@atom:link']) {
    for (const value of valuesOf(record, key)) {
      const rel = attributeOf(value, 'rel')?.toLowerCase();
      if (rel?.endsWith('enclosure') === true) push(found, value, attributeOf(value, 'href'));
    }
  }
  for (const value of mediaContents(record)) push(found, value, attributeOf(value, 'url'));
  return found;
}

function push(found: Found[], value: XmlValue, url: string | undefined): void {
  if (url === undefined || url === '') return;
  found.push({
    url,
    type: attributeOf(value, 'type'),
    length: attributeOf(value, 'length') ?? attributeOf(value, 'fileSize'),
    medium: attributeOf(value, 'medium'),
  });
}

/** Groups hold the renditions of one object (Media RSS §media:group). */
function mediaGroups(record: FeedRecord): readonly XmlNode[] {
  return valuesOf(record, '@media:group').filter((value) => typeof value !== 'string');
}

function mediaContents(record: FeedRecord): readonly XmlValue[] {
  const direct = valuesOf(record, '@media:content');
  const groups = mediaGroups(record);
  if (groups.length === 0) return direct;
  return [...direct, ...groups.flatMap((group) => childrenOf(group, 'media:content'))];
}

/** All elements of a media key: direct, inside groups, inside contents. */
export function mediaValues(record: FeedRecord, key: string): readonly XmlValue[] {
  const direct = valuesOf(record, `@${key}`);
  const contents = mediaContents(record);
  const groups = mediaGroups(record);
  if (contents.length === 0 && groups.length === 0) return direct;
  const holders = [...groups, ...contents.filter((value) => typeof value !== 'string')];
  return [...direct, ...holders.flatMap((holder) => childrenOf(holder, key))];
}

/** Address of the picture of an item, absolute: named ones before those found in media. */
export function readItemImage(record: FeedRecord, context: MapContext): string | undefined {
  const base = baseOf(record, context);
  for (const url of imageCandidates(record)) {
    const address = resolveWebAddress(url, base);
    if (address !== undefined) return address;
  }
  return undefined;
}

function* imageCandidates(record: FeedRecord): Generator<string | undefined> {
  for (const key of ['@image', '@itunes:image', '@googleplay:image']) {
    for (const value of valuesOf(record, key)) yield imageUrlOf(value);
  }
  for (const value of mediaValues(record, 'media:thumbnail')) {
    yield attributeOf(value, 'url') ?? textOf(value);
  }
  for (const { url, type, medium } of findAll(record)) {
    const isImage = medium === 'image' || decideMediaType(type, url)?.startsWith('image/') === true;
    if (isImage) yield url;
  }
}

/** An image element in any of its forms: `url` child, attribute, or bare text. */
export function imageUrlOf(value: XmlValue): string | undefined {
  if (typeof value === 'string') return value;
  return (
    childrenOf(value, 'url').map(textOf).find(Boolean) ??
    attributeOf(value, 'href') ??
    attributeOf(value, 'url') ??
    attributeOf(value, 'src') ??
    attributeOf(value, 'rdf:resource') ??
    (textOf(value) || undefined)
  );
}
