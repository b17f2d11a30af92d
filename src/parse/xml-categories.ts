import type { ParsedCategory } from '../domain/parsed-feed.ts';
import { type FeedRecord, KeyList } from './feed-record.ts';
import { cleanTitle, labelToText, unwrapCdata } from './plain-text.ts';
import { mediaValues } from './xml-media.ts';
import { attributeOf, childrenOf, textOf, type XmlValue } from './xml-tree.ts';

/** Categories read of one item. */
const categoriesMax = 200;

const categoryKeys = new KeyList('category', 'atom:category', 'dc:subject', 'dcterms:subject');
const itunesKeys = new KeyList('itunes:category', 'googleplay:category');
const keywordKeys = new KeyList('keywords', 'itunes:keywords');

const none: readonly ParsedCategory[] = [];

/** All categories of an item or feed: RSS and Atom ones, subjects, keyword lists; none twice. */
export function readCategories(record: FeedRecord): readonly ParsedCategory[] {
  const found = findCategories(record);
  if (found.length === 0) return none;
  const categories: ParsedCategory[] = [];
  for (const category of found.slice(0, categoriesMax)) {
    const isNew = category.term !== '' && !categories.some((other) => isSame(other, category));
    if (isNew) categories.push(category);
  }
  return categories;
}

function isSame(one: ParsedCategory, other: ParsedCategory): boolean {
  return one.term === other.term && one.scheme === other.scheme;
}

function findCategories(record: FeedRecord): readonly ParsedCategory[] {
  const found = record.all(categoryKeys).map(categoryOf);
  for (const value of mediaValues(record, 'media:category')) found.push(categoryOf(value));
  for (const value of record.all(itunesKeys)) found.push(...itunesCategories(value));
  for (const value of record.all(keywordKeys)) found.push(...keywordsOf(textOf(value)));
  for (const value of mediaValues(record, 'media:keywords')) {
    found.push(...keywordsOf(textOf(value)));
  }
  return found;
}

function categoryOf(value: XmlValue): ParsedCategory {
  const text = cleanTitle(labelToText(unwrapCdata(textOf(value))));
  const term = attributeOf(value, 'term') ?? text;
  const label = attributeOf(value, 'label') ?? (term === text || text === '' ? undefined : text);
  const scheme = attributeOf(value, 'scheme') ?? attributeOf(value, 'domain');
  return {
    term: term === '' ? (label ?? '') : term,
    ...(label !== undefined && { label }),
    ...(scheme !== undefined && { scheme }),
  };
}

function itunesCategories(value: XmlValue): readonly ParsedCategory[] {
  const inner = typeof value === 'string' ? [] : childrenOf(value, 'itunes:category');
  return [value, ...inner].map((one) => ({ term: attributeOf(one, 'text') ?? textOf(one) }));
}

function keywordsOf(text: string): readonly ParsedCategory[] {
  return text
    .split(/[,;،؛]/, categoriesMax)
    .map((keyword) => ({ term: cleanTitle(labelToText(keyword)) }));
}
