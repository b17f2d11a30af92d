import type { ParsedFeedHead, ReadOptions } from '../domain/parsed-feed.ts';
import {
  cleanTitle,
  htmlToText,
  looksLikeHtml,
  rssTitleToText,
  unwrapCdata,
} from './plain-text.ts';
import { escapeText } from './xml-frame.ts';
import { attributeOf, textOf, type XmlValue } from './xml-tree.ts';

/**
 * What rss-parser makes of a channel or an item: its own fields, and under `@key` every element of
 * our vocabulary in the order of the document.
 */
export interface FeedRecord {
  readonly [field: string]: unknown;
}

/** What the mapping of one document needs to know. */
export interface MapContext {
  readonly options: ReadOptions;
  readonly format: 'rss' | 'atom' | 'rdf';
  /** Base of relative links outside any xml:base. */
  readonly base: string | undefined;
  /** Whether titles of the feed are encoded once more than they should be. */
  readonly encodesTwice: boolean;
  /** What the feed says of all its items; absent while the feed itself is read. */
  readonly inherited?: Pick<ParsedFeedHead, 'authors' | 'categories'>;
}

const none: readonly XmlValue[] = [];

/** All elements of one key. */
export function valuesOf(record: FeedRecord, key: string): readonly XmlValue[] {
  return (record[key] as readonly XmlValue[] | undefined) ?? none;
}

/** Text of the first element of these keys that has any; undefined when none has. */
export function firstText(record: FeedRecord, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (const value of valuesOf(record, key)) {
      const text = textOf(value);
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** Base URL in force in an item or feed. */
export function baseOf(record: FeedRecord, context: MapContext): string | undefined {
  return (record['@~base'] as string | undefined) ?? context.base;
}

/** Base of links inside HTML: an xml:base, else the document itself (RFC 3986 §5.1.3). */
export function htmlBaseOf(record: FeedRecord, context: MapContext): string | undefined {
  return (record['@~base'] as string | undefined) ?? context.options.url;
}

/** Whether an element is a text construct or content of Atom, whose `type` decides (RFC 4287 §3.1). */
function isAtomKey(key: string, context: MapContext): boolean {
  return key.startsWith('@atom:') || (context.format === 'atom' && !key.includes(':'));
}

/** The first of these elements that has text, as plain text. */
export function firstTitle(
  record: FeedRecord,
  keys: readonly string[],
  context: MapContext,
): string | undefined {
  for (const key of keys) {
    for (const value of valuesOf(record, key)) {
      const title = titleOf(value, isAtomKey(key, context), context.encodesTwice);
      if (title !== '') return title;
    }
  }
  return undefined;
}

/** An element as plain text: HTML where its format says so, RSS habits otherwise. */
export function titleOf(value: XmlValue, isAtom: boolean, encodesTwice: boolean): string {
  const text = decodeBase64(value, textOf(value));
  if (typeof value !== 'string' && value['~markup'] === true) return cleanTitle(htmlToText(text));
  if (!isAtom) return cleanTitle(rssTitleToText(unwrapCdata(text), encodesTwice));
  const isPlain = !isHtml(value, text) && text === textOf(value);
  return cleanTitle(isPlain ? text : htmlToText(unwrapCdata(text)));
}

/** The HTML of the first of these elements that has any. */
export function firstHtml(
  record: FeedRecord,
  keys: readonly string[],
  context: MapContext,
): HtmlField | undefined {
  for (const key of keys) {
    for (const value of valuesOf(record, key)) {
      const html = htmlOf(value, isAtomKey(key, context));
      if (html !== '') {
        const base = typeof value === 'string' ? undefined : value['~base'];
        return { html, base: base ?? htmlBaseOf(record, context) };
      }
    }
  }
  return undefined;
}

/** A piece of HTML and the base of its relative links. */
export interface HtmlField {
  readonly html: string;
  readonly base: string | undefined;
}

function htmlOf(value: XmlValue, isAtom: boolean): string {
  const text = textOf(value);
  if (typeof value !== 'string' && value['~markup'] === true) return text;
  if (!isAtom) return unwrapCdata(text);
  const decoded = decodeBase64(value, text);
  return decoded !== text || isHtml(value, decoded) ? unwrapCdata(decoded) : escapeText(decoded);
}

/** Whether the text of an Atom construct is HTML: its type says so, or it has no type and looks so. */
function isHtml(value: XmlValue, text: string): boolean {
  const type = attributeOf(value, 'type')?.toLowerCase();
  if (type === undefined) return looksLikeHtml(text);
  return type.includes('html') && !(type.includes('xhtml') && !text.includes('<'));
}

/** Content that is neither text nor XML travels as base64 (RFC 4287 §4.1.3.3, Atom 0.3 `mode`). */
function decodeBase64(value: XmlValue, text: string): string {
  const isBase64 = attributeOf(value, 'mode')?.toLowerCase() === 'base64' || isBinary(value, text);
  if (!isBase64) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
  } catch {
    // Four letters may look like base64; what decodes to no text was none.
    return text;
  }
}

function isBinary(value: XmlValue, text: string): boolean {
  const type = attributeOf(value, 'type')?.toLowerCase();
  if (type === undefined || !type.includes('/') || /^text\/|xml|html|json/.test(type)) return false;
  return text.length % 4 === 0 && /^[a-z0-9+/\s]+={0,2}$/i.test(text);
}
