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
  return /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(text);
}

/** RFC 3339 with upper-case T and Z (RFC 4287 §3.3). */
export function isRfc3339(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** RFC 822 as RSS wants it: a four-digit year, and the weekday that the date has. */
export function isRfc822(text: string): boolean {
  const match = /^(\w{3}), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.exec(text);
  return match !== null && new Date(text).toUTCString() === text;
}

export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text);
}

export function isMediaType(text: string): boolean {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i.test(text);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/.test(text);
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
  return faults;
}

/** Collects faults; `path` says where in the document. */
export class Faults {
  readonly list: string[] = [];

  require(isMet: boolean, path: string, rule: string): void {
    if (!isMet) this.list.push(`${path}: ${rule}`);
  }

  /** Exactly one, or at most one, child of each name. */
  count(parent: Element, path: string, names: readonly string[], least: 0 | 1): void {
    for (const name of names) {
      const found = childrenOf(parent, name).length;
      this.require(found >= least && found <= 1, path, `${found} times <${name}>`);
    }
  }
}
