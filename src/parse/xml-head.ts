import type { FeedFormat, ParsedFeedHead, ParsedLink } from '../domain/parsed-feed.ts';
import { parseDate } from './dates.ts';
import {
  baseOf,
  type FeedRecord,
  firstHtml,
  firstText,
  firstTitle,
  type MapContext,
  valuesOf,
} from './feed-record.ts';
import { limitHtml, limitText } from './limit-text.ts';
import type { HtmlBases } from './parsed-document.ts';
import { resolveWebAddress } from './web-address.ts';
import { readCategories } from './xml-categories.ts';
import { chooseAlternate, findLink, readLinks } from './xml-links.ts';
import { imageUrlOf, readItemImage } from './xml-media.ts';
import { readPeople } from './xml-people.ts';
import { attributeOf, childrenOf, textOf } from './xml-tree.ts';

const descriptionKeys = [
  '@~description',
  '@subtitle',
  '@tagline',
  '@atom:subtitle',
  '@atom:tagline',
  '@dc:description',
  '@itunes:summary',
  '@itunes:subtitle',
  '@info',
  '@googleplay:description',
];
const updatedKeys = [
  '@~updated',
  '@lastBuildDate',
  '@modified',
  '@atom:updated',
  '@atom:modified',
  '@dcterms:modified',
  '@~dc:date',
];
const publishedKeys = [
  '@~pubDate',
  '@~published',
  '@dcterms:issued',
  '@dcterms:created',
  '@~dc:date',
];
const titleKeys = ['@title', '@dc:title', '@atom:title'];
const imageKeys = ['@image', '@logo', '@atom:logo', '@itunes:image'];
const rightsKeys = ['@rights', '@copyright', '@dc:rights', '@atom:rights', '@media:copyright'];
const authorKeys = [
  '@author',
  '@managingEditor',
  '@dc:creator',
  '@dc:author',
  '@atom:author',
  '@itunes:author',
  '@googleplay:author',
];

/** The head of a feed, and the bases of relative links inside its HTML. */
export interface MappedHead {
  readonly feed: ParsedFeedHead;
  readonly bases: HtmlBases['head'];
}

/** Everything a feed says about itself. */
export function mapHead(record: FeedRecord, context: MapContext, format: FeedFormat): MappedHead {
  const links = readLinks(record, context);
  const title = firstTitle(record, titleKeys, context);
  // A title that is nothing but a picture is shown as one.
  const pictureKeys = title === undefined ? titleKeys : [];
  const description = firstHtml(record, [...descriptionKeys, ...pictureKeys], context);
  const rights = firstHtml(record, rightsKeys, context);
  const icon = readImage(record, context, ['@icon', '@atom:icon', '@googleplay:image']);
  const feed = {
    format,
    title: limitText(title),
    link: chooseAlternate(links)?.href,
    feedUrl: findLink(links, 'self')?.href,
    links,
    id: limitText(firstText(record, ['@id', '@guid', '@atom:id', '@dc:identifier'])),
    description: limitHtml(description?.html),
    language: readLanguage(record),
    updated: readDate(record, updatedKeys, context),
    published: readDate(record, publishedKeys, context),
    authors: readHeadPeople(record, context),
    categories: readCategories(record),
    image: readImage(record, context, imageKeys) ?? readItemImage(record, context) ?? icon,
    icon: icon ?? squareImage(record, context),
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

function readHeadPeople(record: FeedRecord, context: MapContext): ParsedFeedHead['authors'] {
  const authors = readPeople(record, authorKeys, context);
  if (authors.length > 0) return authors;
  const others = ['@itunes:owner', '@webMaster', '@dc:contributor', '@contributor'];
  return readPeople(record, others, context);
}

function readLanguage(record: FeedRecord): string | undefined {
  const own = firstText(record, ['@language', '@dc:language']);
  const inherited = record['@~lang'];
  return own ?? (typeof inherited === 'string' && inherited !== '' ? inherited : undefined);
}

function readDate(
  record: FeedRecord,
  keys: readonly string[],
  context: MapContext,
): string | undefined {
  for (const key of keys) {
    const text = firstText(record, [key]);
    const date = text === undefined ? undefined : parseDate(text, context.options);
    if (date !== undefined) return date;
  }
  return undefined;
}

function readImage(
  record: FeedRecord,
  context: MapContext,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    for (const value of valuesOf(record, key)) {
      const base =
        (typeof value === 'string' ? undefined : value['~base']) ?? baseOf(record, context);
      const address = resolveWebAddress(imageUrlOf(value), base);
      if (address !== undefined) return address;
    }
  }
  return undefined;
}

function readGenerator(record: FeedRecord): string | undefined {
  const text = firstText(record, ['@generator', '@atom:generator']);
  if (text !== undefined) return limitText(text);
  const [agent] = valuesOf(record, '@admin:generatorAgent');
  return limitText(attributeOf(agent, 'rdf:resource'));
}

/** An RSS image that declares itself square serves as an icon. */
function squareImage(record: FeedRecord, context: MapContext): string | undefined {
  const [image] = valuesOf(record, '@image');
  if (image === undefined || typeof image === 'string') return undefined;
  const [width, height] = ['width', 'height'].map((key) => textOf(childrenOf(image, key)[0]));
  const isSquare = width === height && Number(width) > 0;
  return isSquare ? readImage(record, context, ['@image']) : undefined;
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
    ttlMinutes: readCount(record, '@ttl'),
    updatePeriod: firstText(record, ['@sy:updatePeriod'])?.toLowerCase(),
    updateFrequency: readCount(record, '@sy:updateFrequency'),
    skipHours: readParts(record, '@skipHours', 'hour')
      .map(Number)
      .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
      // RSS 0.91 counts 1–24, RSS 2.0 0–23.
      .map((hour) => hour % 24),
    skipDays: readParts(record, '@skipDays', 'day'),
  };
}

function readCount(record: FeedRecord, key: string): number | undefined {
  const text = firstText(record, [key]);
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

function readParts(record: FeedRecord, key: string, part: string): readonly string[] {
  return valuesOf(record, key)
    .flatMap((value) => (typeof value === 'string' ? [] : childrenOf(value, part)))
    .map(textOf)
    .filter((text) => text !== '')
    .slice(0, 24);
}
