import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { ParsedEnclosure, ParsedItem } from '../domain/parsed-feed.ts';
import type { Source } from '../domain/source.ts';
import { parseHttpUrl } from '../text/urls.ts';
import { identityKeys } from './identity.ts';
import { hashParts } from './item-hash.ts';
import { itemLanguage } from './item-language.ts';
import { hasLetters, itemSummary, itemTitle } from './item-text.ts';
import { liveBlogGuid } from './live-blog.ts';
import { publishedAt } from './published-at.ts';

export interface NormaliseItemInput {
  readonly entry: ParsedItem;
  readonly source: Source;
  /** The document's own word about its language. */
  readonly feedLanguage: string | undefined;
  readonly isGuidDistrusted: boolean;
  readonly isLinkDistrusted: boolean;
  /** As `IdentityInput` has them. */
  readonly sharedNames: ReadonlySet<string>;
  readonly now: Instant;
}

/** People, categories and enclosures kept of one item each; more is a tag cloud. */
const listMax = 50;

/** One entry as an item, or the reason why it is none. */
export function normaliseItem(input: NormaliseItemInput): Item | string {
  const { entry, source, now } = input;
  const title = itemTitle(entry.title, source.titleSuffix);
  const summary = itemSummary(entry.summary, entry.content, title);
  const link = itemLink(entry, source);
  const refusal = refuse(title, summary, link);
  if (refusal !== undefined) return refusal;
  const contentHtml = entry.content ?? '';
  const updated = parseInstant(entry.updated, now);
  const date = publishedAt(entry.published ?? entry.updated, now, source.timezone);
  const image = httpUrl(entry.image, source.url);
  const liveGuid = liveBlogGuid(source, title, link);
  const guid = liveGuid ?? entry.id;
  return {
    sourceId: source.id,
    language: itemLanguage(
      `${title} ${summary}`,
      source.language,
      entry.language ?? input.feedLanguage,
    ),
    country: source.country,
    ...(guid === undefined ? {} : { guid }),
    title,
    ...(link === undefined ? {} : { link }),
    summary,
    contentHtml,
    authors: entry.authors.slice(0, listMax),
    categories: entry.categories.slice(0, listMax),
    enclosures: httpEnclosures(entry.enclosures, source.url),
    ...(image === undefined ? {} : { image }),
    ...date,
    ...(updated === undefined ? {} : { updated }),
    contentHash: hashParts([title, summary, source.permission === 'full' ? contentHtml : '']),
    keys: identityKeys({
      sourceId: source.id,
      guid,
      link,
      title,
      summary,
      publishedRaw: date.publishedRaw,
      // The address is ours to trust, whatever the source's own guids are worth.
      isGuidDistrusted: liveGuid === undefined && input.isGuidDistrusted,
      isLinkDistrusted: input.isLinkDistrusted,
      sharedNames: input.sharedNames,
    }),
  };
}

function refuse(title: string, summary: string, link: string | undefined): string | undefined {
  if (title === '' && link === undefined) return 'neither title nor link';
  if (hasLetters(title) || hasLetters(summary)) return undefined;
  // Page numbers and issue numbers, as `14891`; a title of emoji over a real text stays.
  return title === '' ? 'no text' : 'title without letters';
}

/** The entry's link, else a guid that is an address (RSS 2.0 permalinks); http(s) only. */
export function itemLink(entry: ParsedItem, source: Pick<Source, 'url'>): string | undefined {
  const guid = /^https?:\/\//i.test(entry.id?.trim() ?? '') ? entry.id : undefined;
  return httpUrl(entry.link, source.url) ?? httpUrl(guid, source.url);
}

function httpUrl(text: string | undefined, base: string): string | undefined {
  return text === undefined ? undefined : parseHttpUrl(text, base)?.href;
}

function httpEnclosures(
  enclosures: readonly ParsedEnclosure[],
  base: string,
): readonly ParsedEnclosure[] {
  return enclosures.slice(0, listMax).flatMap((enclosure) => {
    const url = httpUrl(enclosure.url, base);
    return url === undefined ? [] : [{ ...enclosure, url }];
  });
}

/** When the source says it changed the item; a date to come says nothing. */
function parseInstant(text: string | undefined, now: Instant): Instant | undefined {
  const instant = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) || instant > now ? undefined : instant;
}
