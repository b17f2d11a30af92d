import type { XmlNode } from './xml-tree.ts';

/** What was read of an XML document. */
export interface XmlDocument {
  /** Local name of the outermost element; empty when there is none. */
  readonly rootName: string;
  /** The format the root element says; undefined when it is no feed's. */
  readonly format: 'rss' | 'atom' | 'rdf' | undefined;
  /** RSS version as written. */
  readonly version: string | undefined;
  readonly head: XmlNode;
  readonly items: readonly XmlNode[];
  /** Items beyond the cap, which were passed over. */
  readonly itemsDropped: number;
  /** Whether elements were nested deeper than the cap and flattened. */
  readonly isTooDeep: boolean;
  /** Whether the document ended inside its root element. */
  readonly isTruncated: boolean;
  readonly hasEntry: boolean;
  /** Keys of all elements that were kept, and of what xml:base and xml:lang set. */
  readonly keys: ReadonlySet<string>;
}
