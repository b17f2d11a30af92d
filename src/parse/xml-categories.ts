import type { ParsedCategory } from '../domain/parsed-feed.ts';
import { type FeedRecord, valuesOf } from './feed-record.ts';
import { cleanTitle, labelToText, unwrapCdata } from './plain-text.ts';
import { mediaValues } from './xml-media.ts';
import { attributeOf, childrenOf, textOf, type XmlValue } from './xml-tree.ts';

/** Categories read of one item. */
const categoriesMax = 200;

/** All categories of an item or feed: RSS and Atom ones, subjects, keyword lists; none twice. */
export function readCategories(record: FeedRecord): readonly ParsedCategory[] {
  const byTerm = new Map<string, ParsedCategory>();
  for (const category of findCategories(record)) {
    if (category.term === '' || byTerm.size >= categoriesMax) continue;
    const key = `${category.term}\n${category.scheme ?? ''}`;
    if (!byTerm.has(key)) byTerm.set(key, category);
  }
  return byTerm.size === 0 ? [] : [...byTerm.values()];
}

function* findCategories(record: FeedRecord): Generator<ParsedCategory> {
  for (const key of ['@category', '@atom:category', '@dc:subject', '@dcterms:subject']) {
    for (const value of valuesOf(record, key)) yield categoryOf(value);
  }
  for (const value of mediaValues(record, 'media:category')) yield categoryOf(value);
  for (const value of valuesOf(record, '@itunes:category')) yield* itunesCategories(value);
  for (const value of valuesOf(record, '@googleplay:category')) yield itunesCategory(value);
  for (const key of ['@keywords', '@itunes:keywords']) {
    for (const value of valuesOf(record, key)) yield* keywordsOf(textOf(value));
  }
  for (const value of mediaValues(record, 'media:keywords')) yield* keywordsOf(textOf(value));
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

function* itunesCategories(value: XmlValue): Generator<ParsedCategory> {
  yield itunesCategory(value);
  if (typeof value === 'string') return;
  for (const inner of childrenOf(value, 'itunes:category')) yield itunesCategory(inner);
}

function itunesCategory(value: XmlValue): ParsedCategory {
  return { term: attributeOf(value, 'text') ?? textOf(value) };
}

function* keywordsOf(text: string): Generator<ParsedCategory> {
  for (const keyword of text.split(/[,;،؛]/, categoriesMax)) {
    yield { term: cleanTitle(labelToText(keyword)) };
  }
}
