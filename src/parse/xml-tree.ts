/**
 * The tree that rss-parser maps, in the shape xml2js gives it: an element is its text when it has
 * nothing else, or a node with `$` (attributes), `_` (text) and one array per child name.
 */
export interface XmlNode {
  $?: XmlAttributes;
  _?: string;
  /** Base URL that an xml:base sets at this element, absolute; absent where none does. */
  '~base'?: string;
  /** Language in force at this element (xml:lang). */
  '~lang'?: string;
  /** True when `_` is markup that was written as elements, not as text. */
  '~markup'?: boolean;
  [child: string]: unknown;
}

export interface XmlAttributes {
  [name: string]: string | undefined;
}

export type XmlValue = string | XmlNode;

/** Objects without any inherited name, so that no document can reach or shadow `Object.prototype`. */
const Bare = function Bare() {} as unknown as new () => object;
(Bare as unknown as { prototype: unknown }).prototype = Object.create(null);

export function createNode(): XmlNode {
  return new Bare() as XmlNode;
}

export function createAttributes(): XmlAttributes {
  return new Bare() as XmlAttributes;
}

/** Adds a child under its key, keeping the order of the document. */
export function addChild(parent: XmlNode, key: string, value: XmlValue): void {
  const siblings = parent[key] as XmlValue[] | undefined;
  if (siblings === undefined) parent[key] = [value];
  else siblings.push(value);
}

const none: readonly XmlValue[] = [];

/** The children of one name; empty when there are none. */
export function childrenOf(node: XmlNode | undefined, key: string): readonly XmlValue[] {
  return (node?.[key] as readonly XmlValue[] | undefined) ?? none;
}

/** The text of an element, trimmed; empty when it has none. */
export function textOf(value: XmlValue | undefined): string {
  if (value === undefined) return '';
  return (typeof value === 'string' ? value : (value._ ?? '')).trim();
}

/** An attribute of an element, trimmed; undefined when absent or blank. */
export function attributeOf(value: XmlValue | undefined, name: string): string | undefined {
  if (value === undefined || typeof value === 'string') return undefined;
  const text = value.$?.[name]?.trim();
  return text === '' ? undefined : text;
}
