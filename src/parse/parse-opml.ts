import { Parser } from 'htmlparser2';
import { bodyBytesMax, nestingMax } from '../domain/limits.ts';
import { decodeBytes } from './charset.ts';
import { cleanDocument } from './clean-document.ts';
import { collapseBlanks } from './plain-text.ts';
import { resolveWebAddress } from './web-address.ts';
import { readProlog } from './xml-prolog.ts';

/** A subscription in an OPML list. */
export interface OpmlOutline {
  /** Address of the feed, absolute. */
  readonly xmlUrl: string;
  readonly title?: string;
  readonly htmlUrl?: string;
  readonly language?: string;
  /** Titles of the folders around it, outermost first, then its own `category` values. */
  readonly category: readonly string[];
}

export interface OpmlList {
  readonly outlines: readonly OpmlOutline[];
  /** What was left out, and why, for a person. */
  readonly warnings: readonly string[];
}

/** Subscriptions read of one list. */
const outlinesMax = 10_000;

/**
 * Reads an OPML list of subscriptions (OPML 1.0, 1.1, 2.0). Tolerant: names of attributes in any
 * case, unclosed elements, any charset; a subscription without a usable address becomes a warning.
 * Never throws.
 */
export function parseOpml(bytes: Uint8Array): OpmlList {
  if (bytes.length > bodyBytesMax) {
    return { outlines: [], warnings: [`The list is larger than ${bodyBytesMax} bytes.`] };
  }
  const text = cleanDocument(decodeBytes(bytes, {}).text);
  const reader = new OpmlReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.end(text.slice(readProlog(text).start));
  return reader.finish();
}

class OpmlReader {
  readonly #outlines: OpmlOutline[] = [];
  readonly #warnings: string[] = [];
  readonly #seen = new Set<string>();
  /** Titles of the open outlines; undefined for one that is a subscription. */
  readonly #folders: (string | undefined)[] = [];
  #hasOpml = false;

  onopentagname(name: string): void {
    if (name.toLowerCase() === 'opml') this.#hasOpml = true;
  }

  onopentag(name: string, raw: Readonly<Record<string, string>>): void {
    if (name.toLowerCase() !== 'outline') return;
    const attributes = new Map(
      Object.entries(raw).map(([key, value]) => [key.toLowerCase(), collapseBlanks(value)]),
    );
    const title = attributes.get('title') || attributes.get('text') || undefined;
    const isFeed = attributes.has('xmlurl');
    if (isFeed) this.#add(attributes, title);
    if (this.#folders.length < nestingMax) this.#folders.push(isFeed ? undefined : title);
  }

  onclosetag(name: string): void {
    if (name.toLowerCase() === 'outline') this.#folders.pop();
  }

  finish(): OpmlList {
    if (!this.#hasOpml) {
      return {
        outlines: [],
        warnings: ['The document is no OPML list: it has no <opml> element.'],
      };
    }
    return { outlines: this.#outlines, warnings: this.#warnings };
  }

  #add(attributes: ReadonlyMap<string, string>, title: string | undefined): void {
    const raw = attributes.get('xmlurl') ?? '';
    const xmlUrl = resolveWebAddress(raw, undefined);
    const name = title ?? raw.slice(0, 100);
    if (xmlUrl === undefined) {
      this.#warn(`"${name}" was left out: "${raw.slice(0, 200)}" is no http(s) address.`);
    } else if (this.#seen.has(xmlUrl)) {
      this.#warn(`"${name}" was left out: ${xmlUrl} is listed twice.`);
    } else if (this.#outlines.length >= outlinesMax) {
      this.#warn(`"${name}" was left out: at most ${outlinesMax} subscriptions are read.`);
    } else {
      this.#seen.add(xmlUrl);
      this.#outlines.push(this.#outline(xmlUrl, title, attributes));
    }
  }

  #outline(
    xmlUrl: string,
    title: string | undefined,
    attributes: ReadonlyMap<string, string>,
  ): OpmlOutline {
    const htmlUrl = resolveWebAddress(attributes.get('htmlurl'), undefined);
    const language = attributes.get('language') || attributes.get('xml:lang') || undefined;
    const own = (attributes.get('category') ?? '').split(',').map((part) => part.trim());
    const folders = this.#folders.filter((folder) => folder !== undefined);
    return {
      xmlUrl,
      ...(title !== undefined && { title }),
      ...(htmlUrl !== undefined && { htmlUrl }),
      ...(language !== undefined && { language }),
      category: [...folders, ...own.filter((part) => part !== '')],
    };
  }

  #warn(message: string): void {
    if (this.#warnings.length < 100) this.#warnings.push(message);
  }
}
