import type { ParsedFeedHead, ReadOptions } from '../domain/parsed-feed.ts';
import { cleanDocument } from './clean-document.ts';
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
export interface MappedFields {
  readonly [field: string]: unknown;
}

/** What the mapping of one document needs to know. */
export interface MapContext {
  readonly options: ReadOptions;
  readonly format: 'rss' | 'atom' | 'rdf';
  /** The elements that occur in the document. */
  readonly keys: DocumentKeys;
  /** Base of relative links outside any xml:base. */
  readonly base: string | undefined;
  /** Whether titles of the feed are encoded once more than they should be. */
  readonly encodesTwice: boolean;
  /** What the feed says of all its items; absent while the feed itself is read. */
  readonly inherited?: Pick<ParsedFeedHead, 'authors' | 'categories'>;
}

/** A piece of HTML and the base of its relative links. */
export interface HtmlField {
  readonly html: string;
  readonly base: string | undefined;
}

/** Which elements a document has. */
export class DocumentKeys {
  readonly #seen: ReadonlySet<string>;

  /** Whether any element of Media RSS occurs. */
  readonly hasMedia: boolean;

  constructor(seen: ReadonlySet<string>) {
    this.#seen = seen;
    this.hasMedia = [...seen].some((key) => key.startsWith('media:'));
  }

  has(key: string): boolean {
    return this.#seen.has(key);
  }
}

/**
 * Elements in order of preference. A feed uses a dozen of the vocabulary's hundred, so the list is
 * cut down to those once a document; items are read one document at a time, so the last one is
 * all there is to remember.
 */
export class KeyList {
  readonly #keys: readonly string[];
  /** Names of the fields that hold them, in the same order. */
  readonly #fields: readonly string[];
  #document: DocumentKeys | undefined;
  #present: readonly string[] = [];

  constructor(...keys: readonly string[]) {
    this.#keys = keys;
    this.#fields = keys.map((key) => `@${key}`);
  }

  /** Names of the fields that hold those of the elements that occur in the document. */
  presentIn(document: DocumentKeys): readonly string[] {
    if (this.#document !== document) {
      this.#document = document;
      this.#present = this.#fields.filter((_, index) => document.has(this.#keys[index] ?? ''));
    }
    return this.#present;
  }
}

const none: readonly XmlValue[] = [];

/** An item or the head of a feed. Lists of keys are in order of preference. */
export class FeedRecord {
  readonly fields: MappedFields;
  readonly context: MapContext;

  constructor(fields: MappedFields, context: MapContext) {
    this.fields = fields;
    this.context = context;
  }

  /** All elements of these keys, key by key. */
  all(keys: KeyList): readonly XmlValue[] {
    const present = keys.presentIn(this.context.keys);
    const [first] = present;
    if (first === undefined) return none;
    if (present.length === 1) return this.#values(first);
    return present.flatMap((field) => this.#values(field));
  }

  /** Text of the first of these elements that has any; undefined when none has. */
  text(keys: KeyList): string | undefined {
    for (const field of keys.presentIn(this.context.keys)) {
      for (const value of this.#values(field)) {
        const text = textOf(value);
        if (text !== '') return text;
      }
    }
    return undefined;
  }

  /** The first of these elements that has text, as plain text. */
  title(keys: KeyList): string | undefined {
    for (const field of keys.presentIn(this.context.keys)) {
      for (const value of this.#values(field)) {
        const title = titleOf(value, this.#isAtom(field), this.context.encodesTwice);
        if (title !== '') return title;
      }
    }
    return undefined;
  }

  /** The HTML of the first of these elements that has any. */
  html(keys: KeyList): HtmlField | undefined {
    for (const field of keys.presentIn(this.context.keys)) {
      for (const value of this.#values(field)) {
        const html = htmlOf(value, this.#isAtom(field));
        if (html === '') continue;
        const base = typeof value === 'string' ? undefined : value['~base'];
        return { html, base: base ?? this.htmlBase };
      }
    }
    return undefined;
  }

  /** Base URL in force for links: an xml:base, else the one of the document's kind. */
  get base(): string | undefined {
    return (this.fields['@~base'] as string | undefined) ?? this.context.base;
  }

  /** Base of links inside HTML: an xml:base, else the document itself (RFC 3986 §5.1.3). */
  get htmlBase(): string | undefined {
    return (this.fields['@~base'] as string | undefined) ?? this.context.options.url;
  }

  /** Language by xml:lang. */
  get language(): string | undefined {
    return (this.fields['@~lang'] as string | undefined) || undefined;
  }

  /** The language these elements name, else xml:lang; `en_US` is what some write for `en-US`. */
  languageOf(keys: KeyList): string | undefined {
    return (this.text(keys) ?? this.language)?.replaceAll('_', '-');
  }

  /** RSS 1.0 names an item by attribute; rss-parser hands it on under its own name. */
  get about(): string | undefined {
    const about = this.fields['rdf:about'];
    return typeof about === 'string' ? about.trim() || undefined : undefined;
  }

  #values(field: string): readonly XmlValue[] {
    return (this.fields[field] as readonly XmlValue[] | undefined) ?? none;
  }

  /** Whether a field is a text construct or content of Atom, whose `type` decides (RFC 4287 §3.1). */
  #isAtom(field: string): boolean {
    return (this.context.format === 'atom' && !field.includes(':')) || field.startsWith('@atom:');
  }
}

/** An element as plain text: HTML where its format says so, RSS habits otherwise. */
export function titleOf(value: XmlValue, isAtom: boolean, encodesTwice: boolean): string {
  const raw = textOf(value);
  if (typeof value !== 'string' && value['~markup'] === true) return cleanTitle(htmlToText(raw));
  if (!isAtom) return cleanTitle(rssTitleToText(unwrapCdata(raw), encodesTwice));
  const text = decodeBase64(value, raw);
  const isPlain = text === raw && !isHtml(value, text);
  return cleanTitle(isPlain ? text : htmlToText(unwrapCdata(text)));
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
  if (typeof value === 'string') return text;
  const isBase64 = attributeOf(value, 'mode')?.toLowerCase() === 'base64' || isBinary(value, text);
  if (!isBase64) return text;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    return cleanDocument(decoded);
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
