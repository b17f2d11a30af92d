import type { ParsedEnclosure } from '../domain/parsed-feed.ts';
import { type FeedRecord, KeyList } from './feed-record.ts';
import { decideMediaType } from './media-type.ts';
import { resolveWebAddress } from './web-address.ts';
import { attributeOf, childrenOf, textOf, type XmlNode, type XmlValue } from './xml-tree.ts';

/** Enclosures read of one item. */
const enclosuresMax = 100;

/** An object an item carries beside its text, as written. */
export interface Medium {
  readonly url: string;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly medium: string | undefined;
}

const enclosureKeys = new KeyList('enclosure', 'atom:enclosure');
const linkKeys = new KeyList('link', 'atom:link');
const originalKeys = new KeyList('feedburner:origEnclosureLink');
const groupKeys = new KeyList('media:group');
const contentKeys = new KeyList('media:content');
const imageKeys = new KeyList('image', 'itunes:image', 'googleplay:image');
const mediaKeys = {
  'media:title': new KeyList('media:title'),
  'media:description': new KeyList('media:description'),
  'media:text': new KeyList('media:text'),
  'media:thumbnail': new KeyList('media:thumbnail'),
  'media:category': new KeyList('media:category'),
  'media:keywords': new KeyList('media:keywords'),
} as const;

const nothing: readonly never[] = [];

/** What an item carries beside its text: enclosures, Atom enclosure links, media content. */
export function findMedia(record: FeedRecord): readonly Medium[] {
  const media: Medium[] = [];
  for (const value of record.all(enclosureKeys)) {
    push(media, value, attributeOf(value, 'url') ?? attributeOf(value, 'href') ?? textOf(value));
  }
  for (const value of record.all(linkKeys)) {
    const rel = attributeOf(value, 'rel');
    if (rel !== undefined && /enclosure$/i.test(rel))
      push(media, value, attributeOf(value, 'href'));
  }
  for (const value of mediaContents(record)) push(media, value, attributeOf(value, 'url'));
  return media;
}

/** The media with absolute addresses and decided types, none twice. */
export function readEnclosures(
  record: FeedRecord,
  media: readonly Medium[],
): readonly ParsedEnclosure[] {
  if (media.length === 0) return nothing;
  const byUrl = new Map<string, ParsedEnclosure>();
  const original = originalOf(record, media);
  for (const { url, type, length } of media) {
    const address = resolveWebAddress(original ?? url, record.base);
    if (address === undefined || byUrl.size >= enclosuresMax) continue;
    byUrl.set(address, { ...toEnclosure(address, type, length), ...byUrl.get(address) });
  }
  return [...byUrl.values()];
}

/** FeedBurner counts downloads through addresses of its own and names the real one beside them. */
function originalOf(record: FeedRecord, media: readonly Medium[]): string | undefined {
  return media.length === 1 ? record.text(originalKeys) : undefined;
}

/** One enclosure with its type decided and its length in bytes, when that is a number above zero. */
function toEnclosure(
  url: string,
  declared: string | undefined,
  length: string | undefined,
): ParsedEnclosure {
  const type = decideMediaType(declared, url);
  const bytes = length !== undefined && /^\s*\d{1,15}\s*$/.test(length) ? Number(length) : 0;
  return { url, ...(type !== undefined && { type }), ...(bytes > 0 && { length: bytes }) };
}

function push(media: Medium[], value: XmlValue, url: string | undefined): void {
  if (url === undefined || url === '') return;
  media.push({
    url,
    type: attributeOf(value, 'type'),
    length: attributeOf(value, 'length') ?? attributeOf(value, 'fileSize'),
    medium: attributeOf(value, 'medium'),
  });
}

/** Groups hold the renditions of one object (Media RSS, media:group). */
function mediaGroups(record: FeedRecord): readonly XmlNode[] {
  const groups = record.all(groupKeys);
  return groups.length === 0 ? nothing : groups.filter((value) => typeof value !== 'string');
}

function mediaContents(record: FeedRecord): readonly XmlValue[] {
  if (!record.context.keys.hasMedia) return nothing;
  const direct = record.all(contentKeys);
  const groups = mediaGroups(record);
  if (groups.length === 0) return direct;
  return [...direct, ...groups.flatMap((group) => childrenOf(group, 'media:content'))];
}

/** All elements of a media key: direct, inside groups, inside contents. */
export function mediaValues(record: FeedRecord, key: keyof typeof mediaKeys): readonly XmlValue[] {
  if (!record.context.keys.hasMedia) return nothing;
  const direct = record.all(mediaKeys[key]);
  const contents = mediaContents(record);
  const groups = mediaGroups(record);
  if (contents.length === 0 && groups.length === 0) return direct;
  const holders = [...groups, ...contents.filter((value) => typeof value !== 'string')];
  return [...direct, ...holders.flatMap((holder) => childrenOf(holder, key))];
}

/** Address of the picture of an item, absolute: named ones before those found in media. */
export function imageOfMedia(record: FeedRecord, media: readonly Medium[]): string | undefined {
  for (const value of record.all(imageKeys)) {
    const address = resolveWebAddress(imageUrlOf(value), record.base);
    if (address !== undefined) return address;
  }
  for (const value of mediaValues(record, 'media:thumbnail')) {
    const raw = attributeOf(value, 'url') ?? textOf(value);
    const address = resolveWebAddress(raw, record.base);
    if (address !== undefined) return address;
  }
  const image = media.find(isImage);
  return image === undefined ? undefined : resolveWebAddress(image.url, record.base);
}

function isImage({ url, type, medium }: Medium): boolean {
  return medium === 'image' || decideMediaType(type, url)?.startsWith('image/') === true;
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
