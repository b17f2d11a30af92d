import type { FeedFormat, ParsedFeedHead, ParsedLink } from '../domain/parsed-feed.ts';
import { parseDate } from './dates.ts';
import { type FeedRecord, KeyList } from './feed-record.ts';
import { limitHtml, limitText } from './limit-text.ts';
import type { HtmlBases } from './parsed-document.ts';
import { resolveWebAddress } from './web-address.ts';
import { readCategories } from './xml-categories.ts';
import { chooseAlternate, findLink, readLinks } from './xml-links.ts';
import { findMedia, imageOfMedia, imageUrlOf } from './xml-media.ts';
import { readPeople } from './xml-people.ts';
import { attributeOf, childrenOf, textOf } from './xml-tree.ts';

const descriptionKeys = new KeyList(
  '~description',
  'subtitle',
  'tagline',
  'atom:subtitle',
  'atom:tagline',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'info',
  'googleplay:description',
);
const updatedKeys = new KeyList(
  '~updated',
  'lastBuildDate',
  'modified',
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  '~dc:date',
);
const publishedKeys = new KeyList(
  '~pubDate',
  '~published',
  'dcterms:issued',
  'dcterms:created',
  '~dc:date',
);
const titleKeys = new KeyList('title', 'dc:title', 'atom:title');
const idKeys = new KeyList('id', 'guid', 'atom:id', 'dc:identifier');
const languageKeys = new KeyList('language', 'dc:language');
const otherPeopleKeys = new KeyList('itunes:owner', 'webMaster', 'dc:contributor', 'contributor');
const iconKeys = new KeyList('icon', 'atom:icon', 'googleplay:image');
const rssImageKeys = new KeyList('image');
const generatorKeys = new KeyList('generator', 'atom:generator');
const agentKeys = new KeyList('admin:generatorAgent');
const ttlKeys = new KeyList('ttl');
const periodKeys = new KeyList('sy:updatePeriod');
const frequencyKeys = new KeyList('sy:updateFrequency');
const skipHoursKeys = new KeyList('skipHours');
const skipDaysKeys = new KeyList('skipDays');
const imageKeys = new KeyList('image', 'logo', 'atom:logo', 'itunes:image');
const rightsKeys = new KeyList(
  'rights',
  'copyright',
  'dc:rights',
  'atom:rights',
  'media:copyright',
);
const authorKeys = new KeyList(
  'author',
  'managingEditor',
  'dc:creator',
  'dc:author',
  'atom:author',
  'itunes:author',
  'googleplay:author',
);

/** The head of a feed, and the bases of relative links inside its HTML. */
export interface MappedHead {
  readonly feed: ParsedFeedHead;
  readonly bases: HtmlBases['head'];
}

/** Everything a feed says about itself. */
export function mapHead(record: FeedRecord, format: FeedFormat): MappedHead {
  const links = readLinks(record);
  const title = record.title(titleKeys);
  // A title that is nothing but a picture is shown as one.
  const description =
    record.html(descriptionKeys) ?? (title === undefined ? record.html(titleKeys) : undefined);
  const rights = record.html(rightsKeys);
  const icon = readImage(record, iconKeys);
  const feed = {
    format,
    title: limitText(title),
    link: chooseAlternate(links)?.href,
    feedUrl: findLink(links, 'self')?.href,
    links,
    id: limitText(record.text(idKeys)),
    description: limitHtml(description?.html),
    language: record.languageOf(languageKeys),
    updated: readDate(record, updatedKeys),
    published: readDate(record, publishedKeys),
    authors: readHeadPeople(record),
    categories: readCategories(record),
    image: readImage(record, imageKeys) ?? imageOfMedia(record, findMedia(record)) ?? icon,
    icon: icon ?? squareImage(record),
    generator: readGenerator(record),
    rights: limitHtml(rights?.html),
    ...readRhythm(record),
    hubs: readHubs(links),
  };
  const bases = { description: description?.base, rights: rights?.base };
  return { feed: withoutAbsent(feed), bases };
}

/** The same object without fields that are undefined: a field is there or it is not. */
function withoutAbsent(
  feed: {
    readonly [K in keyof ParsedFeedHead]: ParsedFeedHead[K] | undefined;
  },
): ParsedFeedHead {
  const present = Object.entries(feed).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as ParsedFeedHead;
}

function readHeadPeople(record: FeedRecord): ParsedFeedHead['authors'] {
  const authors = readPeople(record, authorKeys);
  return authors.length > 0 ? authors : readPeople(record, otherPeopleKeys);
}

function readDate(record: FeedRecord, keys: KeyList): string | undefined {
  for (const value of record.all(keys)) {
    const date = parseDate(textOf(value), record.context.options);
    if (date !== undefined) return date;
  }
  return undefined;
}

function readImage(record: FeedRecord, keys: KeyList): string | undefined {
  for (const value of record.all(keys)) {
    const base = (typeof value === 'string' ? undefined : value['~base']) ?? record.base;
    const address = resolveWebAddress(imageUrlOf(value), base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** An RSS image that declares itself square serves as an icon. */
function squareImage(record: FeedRecord): string | undefined {
  const [image] = record.all(rssImageKeys);
  if (image === undefined || typeof image === 'string') return undefined;
  const [width, height] = ['width', 'height'].map((key) => textOf(childrenOf(image, key)[0]));
  const isSquare = width === height && Number(width) > 0;
  return isSquare ? readImage(record, rssImageKeys) : undefined;
}

function readGenerator(record: FeedRecord): string | undefined {
  const [agent] = record.all(agentKeys);
  return limitText(record.text(generatorKeys) ?? attributeOf(agent, 'rdf:resource'));
}

function readHubs(links: readonly ParsedLink[]): readonly string[] {
  return links.filter(({ rel }) => rel === 'hub').map(({ href }) => href);
}

type Rhythm = Pick<ParsedFeedHead, 'skipHours' | 'skipDays'> & {
  readonly ttlMinutes: number | undefined;
  readonly updatePeriod: string | undefined;
  readonly updateFrequency: number | undefined;
};

/** How often the feed says it changes: `ttl`, `sy:*`, `skipHours`, `skipDays`. */
function readRhythm(record: FeedRecord): Rhythm {
  return {
    ttlMinutes: toCount(record.text(ttlKeys)),
    updatePeriod: record.text(periodKeys)?.toLowerCase(),
    updateFrequency: toCount(record.text(frequencyKeys)),
    skipHours: readParts(record, skipHoursKeys, 'hour')
      .map(Number)
      .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
      // RSS 0.91 counts 1–24, RSS 2.0 0–23.
      .map((hour) => hour % 24),
    skipDays: readParts(record, skipDaysKeys, 'day'),
  };
}

function toCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

function readParts(record: FeedRecord, keys: KeyList, part: string): readonly string[] {
  return record
    .all(keys)
    .flatMap((value) => (typeof value === 'string' ? [] : childrenOf(value, part)))
    .map(textOf)
    .filter((text) => text !== '')
    .slice(0, 24);
}
