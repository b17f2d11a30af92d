import { itemsPerDocumentMax, nestingMax } from '../domain/limits.ts';
import { decodeReferences, findNamedReference } from './character-references.ts';
import { TagAttributes } from './xml-attributes.ts';
import type { XmlDocument } from './xml-document.ts';
import { escapeText, type FrameMode, isVoidElement, XmlFrame } from './xml-frame.ts';
import type { Term } from './xml-names.ts';
import type { XmlEvents } from './xml-scanner.ts';
import { type ResolvedName, XmlScope } from './xml-scope.ts';
import { addChild, createAttributes, createNode, type XmlNode, type XmlValue } from './xml-tree.ts';
import { isHtmlType, isPersonKey, leafValue, nodeValue, setContext } from './xml-value.ts';

/** Characters that internal entities may add to one document. */
const entityCharactersMax = 1_000_000;

const formats: Readonly<Record<string, XmlDocument['format']>> = {
  rss: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  // A channel without its rss element, and RSS 1.1.
  channel: 'rss',
};

/**
 * Builds the tree from what the scanner reports, element by element. Names follow their namespaces;
 * an element that shows that one before it was never closed closes it.
 */
export class XmlTreeBuilder implements XmlEvents {
  #text = '';
  readonly #entities: ReadonlyMap<string, string>;
  readonly #documentUrl: string | undefined;
  #entityBudget = entityCharactersMax;
  readonly #frames: XmlFrame[] = [];
  #depth = 0;
  /** Index of the open field and of the open item; -1 when none is open. */
  #leaf = -1;
  #item = -1;
  /** Index of the open element of a person, whose text may stand in markup; -1 when none is open. */
  #person = -1;
  /** Open elements beyond the nesting cap, which have no frame. */
  #overflow = 0;
  /** Whether the last start tag got a frame. */
  #wasPushed = false;
  readonly #tag: TagAttributes;
  #tagName = '';
  readonly #bottom = new XmlFrame();
  readonly #head = createNode();
  readonly #items: XmlNode[] = [];
  readonly #keys = new Set<string>();
  #itemsDropped = 0;
  #rootName = '';
  #format: XmlDocument['format'];
  #version: string | undefined;
  #isTooDeep = false;
  #isTruncated = false;
  #hasEntry = false;

  constructor(entities: ReadonlyMap<string, string>, documentUrl: string | undefined) {
    this.#entities = entities;
    this.#bottom.scope = new XmlScope(undefined, new Map());
    this.#documentUrl = documentUrl;
    this.#tag = new TagAttributes((raw) => this.#decode(raw));
  }

  /** The text that the positions of the next events are in. */
  use(text: string): void {
    this.#text = text;
  }

  finish(): XmlDocument {
    this.#isTruncated = this.#depth > 0;
    this.#closeTo(0);
    return {
      rootName: this.#rootName,
      format: this.#format,
      version: this.#version,
      head: this.#head,
      items: this.#items,
      itemsDropped: this.#itemsDropped,
      isTooDeep: this.#isTooDeep,
      isTruncated: this.#isTruncated,
      hasEntry: this.#hasEntry,
      keys: this.#keys,
    };
  }

  // What the scanner reports.

  startTag(nameStart: number, nameEnd: number): void {
    this.#tagName = this.#text.slice(nameStart, nameEnd);
    this.#tag.start(this.#text);
  }

  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    this.#tag.add(nameStart, nameEnd, valueStart, valueEnd);
  }

  startTagEnd(isEmpty: boolean): void {
    this.#open(isEmpty);
    if (!isEmpty) return;
    if (this.#wasPushed) this.#closeTo(this.#depth - 1);
    else this.#overflow -= 1;
  }

  endTag(nameStart: number, nameEnd: number): void {
    const top = this.#top();
    // Nearly always the tag ends the element that was opened last.
    const isTop = this.#depth > 0 && top.name.length === nameEnd - nameStart;
    if (isTop && this.#overflow === 0 && this.#text.startsWith(top.name, nameStart)) {
      this.#closeTo(this.#depth - 1);
    } else this.#close(this.#text.slice(nameStart, nameEnd));
  }

  text(start: number, end: number): void {
    if (this.#top().mode === 'ignored') return;
    const raw = this.#text.slice(start, end);
    this.#addText(raw.includes('&') ? this.#decode(raw) : raw, false);
  }

  cdata(start: number, end: number): void {
    if (this.#top().mode !== 'ignored') this.#addText(this.#text.slice(start, end), true);
  }

  // Text.

  #decode(raw: string): string {
    return decodeReferences(raw, this.#findEntity);
  }

  readonly #findEntity = (name: string): string | undefined => {
    const own = this.#entities.get(name);
    if (own === undefined) return findNamedReference(name);
    this.#entityBudget -= own.length;
    return this.#entityBudget < 0 ? undefined : own;
  };

  #addText(text: string, isCdata: boolean): void {
    const top = this.#top();
    if (this.#leaf === -1) {
      const receiver = top.mode === 'skipped' ? this.#frame(this.#person) : top;
      if (receiver.mode === 'node') receiver.text += text;
      return;
    }
    const leaf = this.#frame(this.#leaf);
    const isInside = top.mode === 'inline' && !(isCdata && !leaf.escapes);
    const escapes = leaf.isMarkup && (leaf.escapes || isInside);
    leaf.text += escapes ? escapeText(text) : text;
  }

  // Elements.

  #frame(index: number): XmlFrame {
    return this.#frames[index] ?? this.#bottom;
  }

  #top(): XmlFrame {
    return this.#depth === 0 ? this.#bottom : this.#frame(this.#depth - 1);
  }

  #isTop(name: string): boolean {
    return this.#depth > 0 && this.#top().name === name;
  }

  #open(isEmpty: boolean): void {
    const scope = this.#tag.scopeWithin(this.#top().scope);
    if (this.#depth === 0 && this.#rootName === '') this.#openRoot(scope);
    else if (this.#format === undefined) this.#findLateRoot(scope);
    const resolved = scope.resolve(this.#tagName);
    if (this.#leaf !== -1) {
      if (!this.#endsLeaf(resolved)) {
        this.#openInside(resolved, scope);
        return;
      }
      this.#closeTo(this.#leaf);
    }
    const isItem = resolved.term?.kind === 'item';
    if (isItem && !this.#isStrayItem(isEmpty)) this.#openItem(resolved, scope);
    else this.#openField(resolved, scope);
  }

  /**
   * An item inside an item means that the outer one was never closed, unless the inner one is empty
   * or describes the source of the outer: then it is a slip and says nothing.
   */
  #isStrayItem(isEmpty: boolean): boolean {
    if (this.#item === -1) return false;
    return isEmpty || this.#top().resolved?.term?.key === 'source';
  }

  #openRoot(scope: XmlScope): void {
    const colon = this.#tagName.indexOf(':');
    this.#rootName = this.#tagName.slice(colon + 1);
    this.#takeFormat(scope);
  }

  /** Junk elements may stand before or around the feed's own root. */
  #findLateRoot(scope: XmlScope): void {
    if (this.#item === -1 && this.#rootName.toLowerCase() !== 'html') this.#takeFormat(scope);
  }

  #takeFormat(scope: XmlScope): void {
    const localName = this.#tagName.slice(this.#tagName.indexOf(':') + 1).toLowerCase();
    const format = Object.hasOwn(formats, localName) ? formats[localName] : undefined;
    if (format === undefined) return;
    this.#format = format;
    this.#rootName = localName;
    scope.adoptRoot(this.#tagName, format === 'atom');
    this.#version = this.#tag.find('version');
  }

  /** Whether the element starting now shows that the open field was never closed. */
  #endsLeaf(resolved: ResolvedName): boolean {
    const { term, module } = resolved;
    if (term === undefined || module === 'xhtml') return false;
    const open = this.#frame(this.#leaf).resolved?.term;
    if (open === undefined) return false;
    if (open.kind === 'text' || open.key.endsWith('title')) return term.startsField;
    return term.startsField && !term.isHtmlWord;
  }

  #push(mode: FrameMode, resolved: ResolvedName | undefined, scope: XmlScope): XmlFrame {
    const parent = this.#top();
    let frame = this.#frames[this.#depth];
    if (frame === undefined) {
      frame = new XmlFrame();
      this.#frames.push(frame);
    }
    this.#depth += 1;
    frame.name = this.#tagName;
    frame.mode = mode;
    frame.resolved = resolved;
    frame.scope = scope;
    frame.base = this.#tag.baseWithin(parent.base, this.#documentUrl);
    frame.language = this.#tag.languageWithin(parent.language);
    frame.attributes = undefined;
    frame.node = undefined;
    frame.text = '';
    frame.escapes = false;
    frame.isMarkup = false;
    frame.innerElements = 0;
    frame.isItem = false;
    return frame;
  }

  #isFull(): boolean {
    this.#wasPushed = this.#depth < nestingMax;
    if (this.#wasPushed) return false;
    this.#overflow += 1;
    this.#isTooDeep = true;
    return true;
  }

  /** An element inside a field: markup, or of no interest in a field of plain text. */
  #openInside(resolved: ResolvedName, scope: XmlScope): void {
    if (this.#isFull()) return;
    const leaf = this.#frame(this.#leaf);
    const isMarkup = leaf.resolved?.term?.kind === 'html';
    if (isMarkup) {
      if (!leaf.isMarkup && leaf.escapes) leaf.text = escapeText(leaf.text);
      leaf.isMarkup = true;
      leaf.text += `<${resolved.localName}${this.#tag.render()}>`;
      if (this.#depth === this.#leaf + 1) leaf.innerElements += 1;
    }
    this.#push(isMarkup ? 'inline' : 'skipped', resolved, scope);
  }

  #openItem(resolved: ResolvedName, scope: XmlScope): void {
    // Items do not hold items: the one before was never closed.
    if (this.#item !== -1) this.#closeTo(this.#item);
    this.#overflow = 0;
    if (this.#isFull()) return;
    const isKept = this.#items.length < itemsPerDocumentMax;
    const frame = this.#push(isKept ? 'node' : 'ignored', resolved, scope);
    frame.isItem = true;
    this.#item = this.#depth - 1;
    if (!isKept) {
      this.#itemsDropped += 1;
      return;
    }
    if (resolved.localName.toLowerCase() === 'entry') this.#hasEntry = true;
    const node = createNode();
    const attributes = this.#tag.collect(scope);
    if (attributes !== undefined) node.$ = attributes;
    this.#setContext(node, frame);
    frame.node = node;
    this.#items.push(node);
  }

  #openField(resolved: ResolvedName, scope: XmlScope): void {
    if (this.#isFull()) return;
    const { term } = resolved;
    const isField = term !== undefined && term.kind !== 'item' && this.#top().mode === 'node';
    if (this.#isHeadElement(resolved)) this.#openHead(resolved, scope);
    else if (isField) this.#openKnown(resolved, term, scope);
    else this.#push(this.#person === -1 ? 'ignored' : 'skipped', resolved, scope);
  }

  #openHead(resolved: ResolvedName, scope: XmlScope): void {
    const frame = this.#push('node', resolved, scope);
    frame.node = this.#head;
    this.#head.$ ??= this.#tag.collect(scope) ?? createAttributes();
    this.#setContext(this.#head, frame);
  }

  /** Base and language of a feed or an item come out beside its elements. */
  #setContext(node: XmlNode, frame: XmlFrame): void {
    setContext(node, frame);
    if (frame.base !== undefined) this.#keys.add('~base');
    if (frame.language !== undefined) this.#keys.add('~lang');
  }

  #openKnown(resolved: ResolvedName, term: Term, scope: XmlScope): void {
    const frame = this.#push(term.kind === 'node' ? 'node' : 'leaf', resolved, scope);
    frame.attributes = this.#tag.collect(scope);
    if (frame.mode === 'node') {
      frame.node = createNode();
      if (isPersonKey(term.key)) this.#person = this.#depth - 1;
    } else {
      this.#leaf = this.#depth - 1;
      frame.escapes = this.#isAtomTerm(resolved) && !isHtmlType(frame.attributes?.['type']);
    }
  }

  /** The root element of a feed, or its channel: both feed one head. */
  #isHeadElement(resolved: ResolvedName): boolean {
    if (this.#item !== -1) return false;
    if (resolved.term?.kind === 'channel') return true;
    return (
      this.#tagName.slice(this.#tagName.indexOf(':') + 1).toLowerCase() === this.#rootName &&
      this.#format !== undefined
    );
  }

  #isAtomTerm(resolved: ResolvedName): boolean {
    return resolved.module === 'atom' || (this.#format === 'atom' && resolved.module === '');
  }

  #close(name: string): void {
    if (this.#overflow > 0) {
      const term = this.#top().scope.resolve(name).term;
      if (term === undefined || !term.startsField) {
        this.#overflow -= 1;
        return;
      }
      this.#overflow = 0;
    }
    if (this.#isTop(name)) {
      this.#closeTo(this.#depth - 1);
      return;
    }
    const index = this.#findOpen(name);
    if (index !== -1) this.#closeTo(index);
  }

  /** Index of the open element an end tag closes; -1 when it closes none. */
  #findOpen(name: string): number {
    const term = this.#top().scope.resolve(name).term;
    // Inside a field, a stray `</div>` must not close an element around the item.
    const floor = this.#leaf !== -1 && term === undefined ? this.#leaf : 0;
    const lower = name.toLowerCase();
    for (let index = this.#depth - 1; index >= floor; index -= 1) {
      const open = this.#frame(index).name;
      if (open === name || (open.length === name.length && open.toLowerCase() === lower)) {
        return index;
      }
    }
    return -1;
  }

  #closeTo(depth: number): void {
    while (this.#depth > depth) {
      const frame = this.#top();
      this.#depth -= 1;
      this.#closeFrame(frame);
    }
  }

  #closeFrame(frame: XmlFrame): void {
    if (frame.mode === 'inline') {
      const name = frame.resolved?.localName ?? '';
      if (!isVoidElement(name)) this.#frame(this.#leaf).text += `</${name}>`;
    } else if (frame.mode === 'leaf') {
      this.#leaf = -1;
      // Without a root the items decide in the end, and they may turn out to be entries.
      const mayBeAtom = this.#format === 'atom' || this.#format === undefined;
      this.#attach(frame, leafValue(frame, mayBeAtom));
    } else if (frame.isItem) this.#item = -1;
    else if (frame.mode === 'node' && frame.node !== undefined && frame.node !== this.#head) {
      if (this.#person === this.#depth) this.#person = -1;
      this.#attach(frame, nodeValue(frame, frame.node));
    }
  }

  #attach(frame: XmlFrame, value: XmlValue): void {
    const key = frame.resolved?.term?.key;
    const parent = this.#top().node;
    if (key === undefined || parent === undefined) return;
    this.#keys.add(key);
    addChild(parent, key, value);
  }
}
