import { itemsPerDocumentMax } from '../domain/limits.ts';
import type {
  ParsedEnclosure,
  ParsedFeedHead,
  ParsedItem,
  ParsedLink,
  ParsedPerson,
  ReadOptions,
  ReadWarning,
} from '../domain/parsed-feed.ts';
import { parseDate } from './dates.ts';
import { findFirstImage } from './html-image.ts';
import { parseJson } from './json-mend.ts';
import { isObject, type JsonObject, objectsOf, textIn, wellFormed } from './json-value.ts';
import { leftOut } from './left-out.ts';
import { limitHtml, limitText } from './limit-text.ts';
import { decideMediaType } from './media-type.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { cleanTitle } from './plain-text.ts';
import { resolveWebAddress } from './web-address.ts';
import { escapeText } from './xml-frame.ts';

/** Members of one list read: authors, tags, attachments. */
const membersMax = 100;

/** Reads JSON Feed 1.0 and 1.1. Members of a wrong type are passed over. */
export function parseJsonFeed(text: string, options: ReadOptions): ParsedDocument {
  const parsed = parseJson(text);
  if (parsed === undefined) return failed('malformed', 'The document is not valid JSON.');
  const { value } = parsed;
  if (!isObject(value) || !isJsonFeed(value)) {
    return failed('not-a-feed', 'The document is JSON, but no JSON Feed: it has no items.');
  }
  const feed = mapHead(value, options);
  const listed = Array.isArray(value['items']) ? value['items'].length : 0;
  const left = leftOut(listed - itemsPerDocumentMax);
  const items = objectsOf(value['items'], itemsPerDocumentMax).map((item) =>
    mapItem(item, feed.authors, options),
  );
  const result = {
    kind: 'feed' as const,
    feed,
    items,
    ...left,
    warnings: [...(parsed.isMended ? [mendedWarning] : []), ...left.warnings],
  };
  const bases = items.map(() => ({ summary: options.url, content: options.url }));
  return { result, bases: { head: { description: options.url }, items: bases } };
}

function isJsonFeed(value: JsonObject): boolean {
  return Array.isArray(value['items']) || textIn(value, 'version')?.includes('jsonfeed') === true;
}

function failed(reason: 'malformed' | 'not-a-feed', message: string): ParsedDocument {
  return { result: { kind: 'failed', reason, message }, bases: { head: {}, items: [] } };
}

const mendedWarning: ReadWarning = {
  code: 'mended',
  message: 'The JSON was damaged; what is whole was kept.',
};

function mapHead(feed: JsonObject, options: ReadOptions): ParsedFeedHead {
  const address = (key: string): string | undefined =>
    resolveWebAddress(textIn(feed, key), options.url);
  const description = textIn(feed, 'description');
  const link = address('home_page_url');
  const feedUrl = address('feed_url');
  return withoutAbsent<ParsedFeedHead>({
    format: 'json',
    title: titleIn(feed),
    link,
    feedUrl,
    links: linksOf({ alternate: link, self: feedUrl, next: address('next_url') }),
    description: description === undefined ? undefined : limitHtml(escapeText(description)),
    language: textIn(feed, 'language'),
    authors: authorsOf(feed, options),
    categories: [],
    image: address('icon'),
    icon: address('favicon'),
    skipHours: [],
    skipDays: [],
    hubs: objectsOf(feed['hubs'], membersMax)
      .map((hub) => resolveWebAddress(textIn(hub, 'url'), options.url))
      .filter((url) => url !== undefined),
  });
}

/** An item without authors has those of its feed (JSON Feed 1.1, authors). */
function mapItem(
  item: JsonObject,
  feedAuthors: readonly ParsedPerson[],
  options: ReadOptions,
): ParsedItem {
  const address = (key: string): string | undefined =>
    resolveWebAddress(textIn(item, key), options.url);
  const html = textIn(item, 'content_html') ?? escaped(item, 'content_text');
  const external = address('external_url');
  const authors = authorsOf(item, options);
  const link = address('url') ?? external ?? resolveWebAddress(textIn(item, 'id'), undefined);
  return withoutAbsent<ParsedItem>({
    id: limitText(textIn(item, 'id')),
    title: titleIn(item),
    link,
    summary: limitHtml(escaped(item, 'summary')),
    content: limitHtml(html),
    published: dateIn(item, 'date_published', options),
    updated: dateIn(item, 'date_modified', options),
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: tagsOf(item),
    enclosures: attachmentsOf(item, options),
    image: address('image') ?? address('banner_image') ?? imageIn(html, options),
    language: textIn(item, 'language'),
    links: linksOf({ alternate: link, related: external === link ? undefined : external }),
  });
}

/** The same object without fields that are undefined: a field is there or it is not. */
function withoutAbsent<T>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as T;
}

function titleIn(object: JsonObject): string | undefined {
  const title = cleanTitle(textIn(object, 'title') ?? '');
  return title === '' ? undefined : limitText(title);
}

function escaped(object: JsonObject, key: string): string | undefined {
  const text = textIn(object, key);
  return text === undefined ? undefined : escapeText(text);
}

function dateIn(item: JsonObject, key: string, options: ReadOptions): string | undefined {
  const text = textIn(item, key);
  return text === undefined ? undefined : parseDate(text, options);
}

function imageIn(html: string | undefined, options: ReadOptions): string | undefined {
  return html === undefined ? undefined : resolveWebAddress(findFirstImage(html), options.url);
}

function linksOf(byRel: Readonly<Record<string, string | undefined>>): readonly ParsedLink[] {
  return Object.entries(byRel).flatMap(([rel, href]) =>
    href === undefined ? [] : [{ href, rel }],
  );
}

/** 1.1 lists `authors`, 1.0 has one `author`; some write a bare name. */
function authorsOf(object: JsonObject, options: ReadOptions): readonly ParsedPerson[] {
  const listed = object['authors'] ?? object['author'];
  if (typeof listed === 'string' && listed.trim() !== '') return [{ name: cleanTitle(listed) }];
  return objectsOf(listed, membersMax).flatMap((author) => {
    const name = textIn(author, 'name');
    const url = resolveWebAddress(textIn(author, 'url'), options.url);
    const email = textIn(author, 'email');
    if (name === undefined && url === undefined && email === undefined) return [];
    return [
      {
        ...(name !== undefined && { name: cleanTitle(name) }),
        ...(email !== undefined && { email }),
        ...(url !== undefined && { url }),
      },
    ];
  });
}

function tagsOf(item: JsonObject): readonly { readonly term: string }[] {
  const { tags } = item as { readonly tags?: unknown };
  const listed: readonly unknown[] = Array.isArray(tags) ? tags : [tags];
  const terms = listed
    .slice(0, membersMax)
    .filter((tag): tag is string => typeof tag === 'string')
    .map((tag) => cleanTitle(wellFormed(tag)))
    .filter((tag) => tag !== '');
  return [...new Set(terms)].map((term) => ({ term }));
}

function attachmentsOf(item: JsonObject, options: ReadOptions): readonly ParsedEnclosure[] {
  return objectsOf(item['attachments'], membersMax).flatMap((attachment) => {
    const url = resolveWebAddress(textIn(attachment, 'url'), options.url);
    if (url === undefined) return [];
    const type = decideMediaType(textIn(attachment, 'mime_type'), url);
    const length = Number(textIn(attachment, 'size_in_bytes') ?? 0);
    const hasLength = Number.isSafeInteger(length) && length > 0;
    return [{ url, ...(type !== undefined && { type }), ...(hasLength && { length }) }];
  });
}
