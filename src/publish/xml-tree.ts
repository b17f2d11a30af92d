import { type Element, js2xml, xml2js } from 'xml-js';
import { escapeForAttribute, escapeForCdata, escapeForTextNode } from './escape.ts';

export type XmlElement = Element;

/** Reads a document of our own writers into a tree. Throws where it is not well-formed. */
export function readXml(xml: string): XmlElement {
  return xml2js(xml, { compact: false }) as XmlElement;
}

/** Writes a tree: every text and attribute is escaped here, so nodes hold plain text. */
export function writeXml(tree: XmlElement): string {
  return `${js2xml(escapeTree(tree), { spaces: 2 })}\n`;
}

/** An element with attributes and either one text or child elements; absent attributes are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  const elements = typeof content === 'string' ? [{ type: 'text', text: content }] : [...content];
  return { type: 'element', name, attributes, elements };
}

/** The child elements of a name. */
export function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return (parent.elements ?? []).filter((child) => child.name === name);
}

/** The text of an element without child elements; empty where there is none. */
export function textOf(node: XmlElement | undefined): string {
  return (node?.elements ?? []).map(({ text, cdata }) => String(text ?? cdata ?? '')).join('');
}

function escapeTree(node: XmlElement): XmlElement {
  const escaped: XmlElement = { ...node };
  if (typeof node.text === 'string') escaped.text = escapeForTextNode(node.text);
  if (node.cdata !== undefined) escaped.cdata = escapeForCdata(node.cdata);
  if (node.attributes) {
    const attributes = Object.entries(node.attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeForAttribute(value) : value,
    ]);
    escaped.attributes = Object.fromEntries(attributes);
  }
  if (node.elements) escaped.elements = node.elements.map(escapeTree);
  return escaped;
}
