import type { ResolvedName, XmlScope } from './xml-scope.ts';
import type { XmlAttributes, XmlNode } from './xml-tree.ts';

/** What becomes of the content of an open element. */
export type FrameMode =
  /** Outside the vocabulary: only items are looked for inside. */
  | 'ignored'
  /** Its children are fields. */
  | 'node'
  /** A field: its text is collected. */
  | 'leaf'
  /** An element inside a field that keeps markup. */
  | 'inline'
  /** An element inside a field of plain text, or an unknown one inside a person: it lends its text. */
  | 'skipped';

/** An open element. Frames are used again, so that reading allocates nothing per element. */
export class XmlFrame {
  name = '';
  mode: FrameMode = 'ignored';
  resolved: ResolvedName | undefined;
  scope!: XmlScope;
  base: string | undefined;
  language: string | undefined;
  attributes: XmlAttributes | undefined;
  /** The node whose children are collected; of a node frame only. */
  node: XmlNode | undefined;
  text = '';
  /** Whether text stands for itself and must be escaped once markup joins it (Atom, not html). */
  escapes = false;
  isMarkup = false;
  /** Elements directly inside a field. */
  innerElements = 0;
  isItem = false;
}

/** Escapes text so that it stands for itself in HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Whether an HTML element has no content and no end tag. */
export function isVoidElement(name: string): boolean {
  return voidElements.has(name.toLowerCase());
}
