import { type Element, xml2js } from 'xml-js';
import { findXmlFault } from '../../src/publish/find-xml-fault.ts';

/** A well-formed document's root element, for the checkers of the formats; throws when it is not. */
export function rootOf(xml: string): Element {
  const fault = findXmlFault(xml);
  if (fault !== undefined) throw new Error(fault);
  const tree = xml2js(xml, { compact: false, captureSpacesBetweenElements: true }) as Element;
  const root = tree.elements?.find(({ type }) => type === 'element');
  if (root === undefined) throw new Error('no root');
  return root;
}

export function childrenOf(parent: Element, name?: string): readonly Element[] {
  const elements = (parent.elements ?? []).filter(({ type }) => type === 'element');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

export function textOf(node: Element | undefined): string {
  return (node?.elements ?? [])
    .map((child) => String(child.text ?? child.cdata ?? '') + textOf(child))
    .join('');
}

export function attributeOf(node: Element | undefined, name: string): string | undefined {
  const value = node?.attributes?.[name];
  return value === undefined ? undefined : String(value);
}

export function isHttpUrl(text: string | undefined): boolean {
  // RFC 3986: ASCII alone, and brackets stand around an IPv6 address and nowhere else.
  const uri = /^https?:\/\/(?:\[[\da-f:.]+\])?[^\s<>"{}|\\^`[\]]+$/i;
  if (text === undefined || /[^\x21-\x7e]/.test(text)) return false;
  return uri.test(text) && URL.canParse(text);
}

/** An absolute IRI (RFC 4287 §4.2.6): `tag:` and `http:` are the ones we use. */
export function isAbsoluteIri(text: string): boolean {
  if (/^tag:/i.test(text)) return tagUri.test(text);
  if (/^urn:uuid:/i.test(text)) return uuidUrn.test(text);
  if (/^https?:/i.test(text) && !URL.canParse(text)) return false;
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}

/** RFC 4151 §2.1: who named it, when the name was theirs, and what they call it. */
const tagUri =
  /^tag:(?:[\w.-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[\w;/?:@&=+$.!~*'()%,-]*(?:#[\w;/?:@&=+$.!~*'()%,-]*)?$/;
/** RFC 9562 §4. */
const uuidUrn = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** RFC 3339 with upper-case T and Z (RFC 4287 §3.3), of a day that its month has. */
export function isRfc3339(text: string): boolean {
  const match = /^(?!0000)(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(
    text,
  );
  if (match === null || Number.isNaN(Date.parse(text))) return false;
  const [, day = ''] = match;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** RFC 822 as RSS wants it: a four-digit year, and the weekday that the date has. */
export function isRfc822(text: string): boolean {
  const match = /^(\w{3}), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.exec(text);
  return match !== null && new Date(text).toUTCString() === text;
}

export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(text);
}

export function isMediaType(text: string): boolean {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i.test(text);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>()\p{C}]+@(?![.-])[^\s@<>()\p{C}]+\.[^\s@<>()\p{C}]+$/u.test(text);
}

/** Faults of HTML inside a feed: what readers strip or cannot resolve (w3c/feedvalidator). */
export function htmlFaults(html: string): readonly string[] {
  const faults: string[] = [];
  if (/<(?:script|style|iframe|object|embed|form|meta|link|base)\b/i.test(html)) {
    faults.push('HTML holds an element that readers strip');
  }
  if (/<[^>]+\s(?:on\w+|style|srcdoc|formaction)\s*=/i.test(html)) {
    faults.push('HTML holds an attribute that readers strip');
  }
  for (const [, url = ''] of html.matchAll(/<[a-z]+\s[^>]*?\b(?:href|src)="([^"]*)"/gi)) {
    if (!/^(?:https?:|mailto:)/.test(url)) faults.push(`HTML holds the address ${url}`);
  }
  if (/\p{NChar}/u.test(html)) faults.push('HTML holds a character that is none');
  return [...faults, ...nestingFaults(html)];
}

/** Elements without content, which have no end tag. */
const voidElements = new Set('area br col embed hr img input source track wbr'.split(' '));

/** An element that is not closed, or closed in another, takes what follows with it. */
function nestingFaults(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    const element = name.toLowerCase();
    if (voidElements.has(element)) continue;
    if (slash === '') open.push(element);
    else if (open.pop() !== element) return [`HTML closes <${element}> where it is not open`];
  }
  return open.map((element) => `HTML leaves <${element}> open`);
}

/** Collects faults; `path` says where in the document. */
export class Faults {
  readonly list: string[] = [];

  require(isMet: boolean, path: string, rule: string): void {
    if (!isMet) this.list.push(`${path}: ${rule}`);
  }

  /** No text and no child in any element of the names: all that they say are attributes. */
  empty(parent: Element, path: string, names: readonly string[]): void {
    for (const node of names.flatMap((name) => childrenOf(parent, name))) {
      const isEmpty = textOf(node).trim() === '' && childrenOf(node).length === 0;
      this.require(isEmpty, path, `<${node.name}> is not empty`);
    }
  }

  /** Exactly one, or at most one, child of each name. */
  count(parent: Element, path: string, names: readonly string[], least: 0 | 1): void {
    for (const name of names) {
      const found = childrenOf(parent, name).length;
      this.require(found >= least && found <= 1, path, `${found} times <${name}>`);
    }
  }
}
