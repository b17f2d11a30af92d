import type { XmlFrame } from './xml-frame.ts';
import { createAttributes, createNode, type XmlNode, type XmlValue } from './xml-tree.ts';

/** Whether a text construct or content holds escaped HTML (RFC 4287 §3.1.1, Atom 0.3 types). */
export function isHtmlType(type: string | undefined): boolean {
  return type !== undefined && /^\s*(?:text\/)?html/i.test(type);
}

export function setContext(node: XmlNode, frame: XmlFrame): void {
  if (frame.base !== undefined) node['~base'] = frame.base;
  if (frame.language !== undefined) node['~lang'] = frame.language;
}

export function isPersonKey(key: string): boolean {
  return key.endsWith('author') || key.endsWith('contributor');
}

/**
 * The value of a field. rss-parser reads `$` of every link of an Atom feed; one without `rel` is an
 * alternate (RFC 4287 §4.2.7.2).
 */
export function leafValue(frame: XmlFrame, mayBeAtom: boolean): XmlValue {
  const isLink = mayBeAtom && frame.resolved?.term?.key === 'link';
  if (frame.attributes === undefined && !frame.isMarkup && !isLink) return frame.text;
  const node = createNode();
  node.$ = frame.attributes ?? createAttributes();
  if (isLink) node.$['rel'] ??= 'alternate';
  node._ = frame.isMarkup ? withoutWrapper(frame) : frame.text;
  if (frame.isMarkup) node['~markup'] = true;
  setContext(node, frame);
  return node;
}

/** The div that wraps XHTML content is no part of it (RFC 4287 §3.1.1.3). */
function withoutWrapper(frame: XmlFrame): string {
  const text = frame.text.trim();
  const isWrapped =
    frame.innerElements === 1 && text.startsWith('<div>') && text.endsWith('</div>');
  return isWrapped ? text.slice('<div>'.length, -'</div>'.length) : text;
}

export function nodeValue(frame: XmlFrame, node: XmlNode): XmlValue {
  if (frame.attributes !== undefined) node.$ = frame.attributes;
  const text = frame.text.trim();
  if (text !== '') node._ = text;
  setContext(node, frame);
  return node;
}
