import { htmlFaults, isHttpUrl, isLanguageTag, isMediaType, isRfc3339 } from './xml-check.ts';

type Key =
  | ('version' | 'title' | 'language' | 'authors' | 'hubs' | 'items' | 'home_page_url' | 'feed_url')
  | ('id' | 'url' | 'content_html' | 'content_text' | 'image' | 'tags' | 'attachments')
  | ('date_published' | 'date_modified' | 'name' | 'type' | 'mime_type' | 'size_in_bytes')
  | ('next_url' | 'expired');

/** What stands at the keys that are looked at: anything. */
type Json = { readonly [K in Key]?: unknown };

const feedKeys = new Set(
  (
    'version title home_page_url feed_url description user_comment next_url icon favicon authors ' +
    'language expired hubs items'
  ).split(' '),
);
const itemKeys = new Set(
  (
    'id url external_url title content_html content_text summary image banner_image ' +
    'date_published date_modified authors tags language attachments'
  ).split(' '),
);

/** What holds a list or something else; every other key of the format holds a text that says something. */
const notTexts = new Set(['authors', 'hubs', 'items', 'tags', 'attachments', 'expired']);
const attachmentKeys = new Set('url mime_type title size_in_bytes duration_in_seconds'.split(' '));

/** Every fault of a document by JSON Feed 1.1. */
export function checkJsonFeed(text: string): readonly string[] {
  const faults: string[] = [];
  const require = (isMet: boolean, fault: string) => {
    if (!isMet) faults.push(fault);
  };
  const feed = JSON.parse(text) as Json;
  require(feed.version === 'https://jsonfeed.org/version/1.1', 'another version');
  require(isText(feed.title), 'no title');
  checkKeys(feed, feedKeys, 'feed', faults);
  for (const key of ['home_page_url', 'feed_url'] as const) {
    require(isHttpUrl(feed[key] as string), `${key} is no URL`);
  }
  require(isLanguageTag(String(feed.language)), 'bad language');
  // §Top-level: it must not be the address of the document itself, and is for a JSON Feed.
  const { next_url: next, expired } = feed;
  require(next === undefined ||
    (isHttpUrl(String(next)) && next !== feed.feed_url), 'bad next_url');
  require(expired === undefined || typeof expired === 'boolean', 'expired is no boolean');
  checkAuthors(feed, 'feed', faults);
  for (const hub of list(feed.hubs)) {
    require(isText(hub.type) && isHttpUrl(hub.url as string), 'a hub lacks type or url');
  }
  require(Array.isArray(feed.items), 'items are no list');
  const items = list(feed.items);
  items.forEach((item, index) => {
    checkItem(item, `item ${index}`, faults);
  });
  const ids = items.map((item) => item.id);
  require(new Set(ids).size === ids.length, 'two items share an id');
  return faults;
}

function checkItem(item: Json, path: string, faults: string[]): void {
  const require = (isMet: boolean, fault: string) => {
    if (!isMet) faults.push(`${path}: ${fault}`);
  };
  checkKeys(item, itemKeys, path, faults);
  require(isText(item.id), 'no id');
  require(isText(item.content_html) || isText(item.content_text), 'no content');
  require(isHttpUrl(item.url as string), 'url is none');
  require(item.image === undefined || isHttpUrl(item.image as string), 'image is no URL');
  for (const key of ['date_published', 'date_modified'] as const) {
    require(isRfc3339(String(item[key])), `${key} is no date`);
  }
  require(isLanguageTag(String(item.language)), 'bad language');
  checkAuthors(item, path, faults);
  const tags = item.tags;
  require(tags === undefined || (Array.isArray(tags) && tags.every(isText)), 'bad tags');
  require(new Set(list(tags)).size === list(tags).length, 'a tag comes twice');
  for (const attachment of list(item.attachments)) {
    require(isHttpUrl(attachment.url as string), 'attachment without url');
    require(isMediaType(String(attachment.mime_type)), 'attachment without mime_type');
    const size = attachment.size_in_bytes;
    require(size === undefined || isSize(size), 'bad size_in_bytes');
    const stranger = Object.keys(attachment).find((key) => !attachmentKeys.has(key));
    require(stranger === undefined, `unknown ${stranger} of an attachment`);
  }
  faults.push(...htmlFaults(String(item.content_html ?? '')).map((one) => `${path}: ${one}`));
}

function checkAuthors(holder: Json, path: string, faults: string[]): void {
  if (list(holder.authors).length === 0) faults.push(`${path}: nobody for an author`);
  for (const author of list(holder.authors)) {
    if (!isText(author.name)) faults.push(`${path}: an author without a name`);
    const url = author.url;
    if (url !== undefined && !isHttpUrl(url as string)) faults.push(`${path}: bad author url`);
  }
}

/** Keys of the format, and extensions, which begin with `_` and a letter and hold an object. */
function checkKeys(holder: Json, keys: ReadonlySet<string>, path: string, faults: string[]): void {
  for (const [key, value] of Object.entries(holder)) {
    const isExtension = /^_[a-zA-Z][^.]*$/.test(key) && typeof value === 'object';
    if (!keys.has(key) && !isExtension) faults.push(`${path}: unknown key ${key}`);
    if (value === null) faults.push(`${path}: ${key} is null`);
    if (keys.has(key) && !notTexts.has(key) && !isText(value)) faults.push(`${path}: empty ${key}`);
  }
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
