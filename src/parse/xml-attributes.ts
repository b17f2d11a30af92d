import { escapeAttribute } from './xml-frame.ts';
import { findAttributeName } from './xml-names.ts';
import { XmlScope } from './xml-scope.ts';
import { createAttributes, type XmlAttributes } from './xml-tree.ts';

/** Attributes noted of one element; the rest is passed over. */
const attributesMax = 100;

/** Characters of a namespace declaration or a kept attribute. */
const valueCharactersMax = 20_000;

/**
 * The attributes of the start tag being read. Positions are noted first and cut out only when
 * someone asks, since most elements that carry many are passed over.
 */
export class TagAttributes {
  readonly #decode: (raw: string) => string;
  #text = '';
  #count = 0;
  /** Four positions an attribute: start and end of its name, start and end of its value. */
  readonly #positions: number[] = [];
  /** Whether any name starts with x: `xmlns`, `xml:base`, `xml:lang`. */
  #hasX = false;

  constructor(decode: (raw: string) => string) {
    this.#decode = decode;
  }

  start(text: string): void {
    this.#text = text;
    this.#count = 0;
    this.#hasX = false;
  }

  add(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    this.#count += 1;
    if (this.#count > attributesMax) return;
    const at = (this.#count - 1) * 4;
    this.#positions[at] = nameStart;
    this.#positions[at + 1] = nameEnd;
    this.#positions[at + 2] = valueStart;
    this.#positions[at + 3] = Math.min(valueEnd, valueStart + valueCharactersMax);
    if ((this.#text.charCodeAt(nameStart) | 0x20) === 0x78) this.#hasX = true;
  }

  /** How many attributes were noted. */
  get #noted(): number {
    return Math.min(this.#count, attributesMax);
  }

  #nameAt(index: number): string {
    const at = index * 4;
    return this.#text.slice(this.#positions[at], this.#positions[at + 1]);
  }

  #valueAt(index: number): string {
    const at = index * 4 + 2;
    const raw = this.#text.slice(this.#positions[at], this.#positions[at + 1]);
    return raw.includes('&') ? this.#decode(raw) : raw;
  }

  /** The value of an attribute without prefix, any case; undefined when absent. */
  find(wanted: string): string | undefined {
    for (let index = 0; index < this.#noted; index += 1) {
      if (this.#nameAt(index).toLowerCase() === wanted) return this.#valueAt(index);
    }
    return undefined;
  }

  /** The scope inside this element: a new one when it declares namespaces. */
  scopeWithin(parent: XmlScope): XmlScope {
    return this.#hasX ? this.#declare(parent) : parent;
  }

  #declare(parent: XmlScope): XmlScope {
    const declared = new Map<string, string>();
    for (let index = 0; index < this.#noted; index += 1) {
      const name = this.#nameAt(index);
      const isDefault = name === 'xmlns';
      if (!isDefault && !name.startsWith('xmlns:')) continue;
      declared.set(isDefault ? '' : name.slice('xmlns:'.length), this.#valueAt(index).trim());
    }
    return declared.size === 0 ? parent : new XmlScope(parent, declared);
  }

  /**
   * Base URL that xml:base sets inside this element; it may be relative to the one outside, and
   * the outermost to the address of the document.
   */
  baseWithin(parent: string | undefined, documentUrl: string | undefined): string | undefined {
    const own = this.#hasX ? this.find('xml:base')?.trim() : undefined;
    const outer = parent ?? documentUrl;
    return own !== undefined && URL.canParse(own, outer) ? new URL(own, outer).href : parent;
  }

  /** Language inside this element (xml:lang); an empty one ends the outer. */
  languageWithin(parent: string | undefined): string | undefined {
    const own = this.#hasX ? this.find('xml:lang') : undefined;
    return own === undefined ? parent : own.trim();
  }

  /** The attributes that are read, under canonical names; undefined when there are none. */
  collect(scope: XmlScope): XmlAttributes | undefined {
    let attributes: XmlAttributes | undefined;
    for (let index = 0; index < this.#noted; index += 1) {
      const canonical = canonicalName(this.#nameAt(index), scope);
      if (canonical === undefined || attributes?.[canonical] !== undefined) continue;
      attributes ??= createAttributes();
      attributes[canonical] = this.#valueAt(index);
    }
    return attributes;
  }

  /** All attributes as HTML, each with a leading blank; namespace declarations left out. */
  render(): string {
    let html = '';
    for (let index = 0; index < this.#noted; index += 1) {
      const name = this.#nameAt(index).toLowerCase();
      if (name.startsWith('xml') || !/^[a-z_][\w.:-]{0,60}$/.test(name)) continue;
      html += ` ${name}="${escapeAttribute(this.#valueAt(index))}"`;
    }
    return html;
  }
}

function canonicalName(name: string, scope: XmlScope): string | undefined {
  const colon = name.indexOf(':');
  if (colon === -1) return findAttributeName(name);
  const prefix = name.slice(0, colon);
  const localName = name.slice(colon + 1);
  if (prefix === 'xml') return localName === 'lang' || localName === 'base' ? name : undefined;
  const module = scope.moduleOf(prefix);
  if (module === 'rdf' && (localName === 'about' || localName === 'resource')) {
    return `rdf:${localName}`;
  }
  // `media:url` and `itunes:href` are seen where the plain name is meant.
  return module === undefined ? undefined : findAttributeName(localName);
}
