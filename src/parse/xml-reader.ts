import type { TextPieces } from './text-pieces.ts';
import type { XmlDocument } from './xml-document.ts';
import { readProlog } from './xml-prolog.ts';
import { XmlScanner } from './xml-scanner.ts';
import { XmlTreeBuilder } from './xml-tree-builder.ts';

/**
 * Reads an XML document into the tree that rss-parser maps. Tolerant and linear: elements are
 * known by namespace, unclosed ones are recovered, items are found wherever they stand, markup
 * inside fields is kept in order. `documentUrl` is where relative xml:base attributes start.
 */
export function readXml(pieces: TextPieces, documentUrl: string | undefined): XmlDocument {
  let text = pieces.take();
  let prolog = readProlog(text);
  // A prolog that fills most of the text may be cut by its end.
  while (!pieces.isEmpty && prolog.start * 2 > text.length) {
    text += pieces.take(text.length);
    prolog = readProlog(text);
  }
  const builder = new XmlTreeBuilder(prolog.entities, documentUrl);
  const scanner = new XmlScanner(builder);
  let at = prolog.start;
  for (;;) {
    const isLast = pieces.isEmpty;
    builder.use(text);
    at = scanner.scan(text, at, isLast);
    if (isLast) return builder.finish();
    // What was not finished is read again with at least as much again, so that work stays linear.
    const rest = text.slice(at);
    text = rest + pieces.take(rest.length);
    at = 0;
  }
}
