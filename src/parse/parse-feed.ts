import { bodyBytesMax } from '../domain/limits.ts';
import type {
  FeedFormat,
  ParsedFeed,
  ReadFailed,
  ReadFailure,
  ReadOptions,
  ReadResult,
  ReadWarning,
} from '../domain/parsed-feed.ts';
import { decodePieces } from './charset.ts';
import { judgeForeignDocument } from './foreign-document.ts';
import { parseJsonFeed } from './json-feed.ts';
import { leftOut } from './left-out.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { TextPieces } from './text-pieces.ts';
import type { XmlDocument } from './xml-document.ts';
import { mapXmlFeed } from './xml-feed.ts';
import { readXml } from './xml-reader.ts';

/** Reads a feed document: RSS, RDF, Atom or JSON Feed. HTML comes out as it came in. */
export function parseFeed(bytes: Uint8Array, options: ReadOptions): ReadResult {
  return parseDocument(bytes, options).result;
}

/** As `parseFeed`, with the bases of the HTML. Never throws; every outcome has a name. */
export function parseDocument(bytes: Uint8Array, options: ReadOptions): ParsedDocument {
  try {
    if (bytes.length > bodyBytesMax) return failed('too-large', tooLarge(bytes.length));
    return parseBytes(bytes, withSaneUrl(options));
  } catch (error) {
    // Nothing in a document may stop a run; what comes here is a fault of ours and is named so.
    const message = error instanceof Error ? error.message : String(error);
    return failed('malformed', `The document could not be read: ${message}`);
  }
}

function tooLarge(bytes: number): string {
  return `The document has ${bytes} bytes; at most ${bodyBytesMax} are read.`;
}

function withSaneUrl(options: ReadOptions): ReadOptions {
  const { url } = options;
  return url === undefined || URL.canParse(url) ? options : { ...options, url: undefined };
}

function parseBytes(bytes: Uint8Array, options: ReadOptions): ParsedDocument {
  const { pieces: raw, charset, badBytes } = decodePieces(bytes, options);
  const pieces = new TextPieces(raw);
  const isJson = /^\s*[{[]/.test(pieces.peek());
  const parsed = isJson
    ? parseJsonFeed(pieces.take(Number.POSITIVE_INFINITY), options)
    : parseXmlFeed(pieces, options);
  if (parsed.result.kind === 'failed') return parsed;
  const warnings = [...charsetWarnings(badBytes), ...parsed.result.warnings];
  return { ...parsed, result: { ...parsed.result, warnings, charset } };
}

function charsetWarnings(badBytes: number | undefined): readonly ReadWarning[] {
  if (badBytes === undefined) return [];
  const message = `${badBytes} bytes belong to no letter; they were mended or dropped.`;
  return [{ code: 'damaged-text', message }];
}

function parseXmlFeed(pieces: TextPieces, options: ReadOptions): ParsedDocument {
  const head = pieces.peek();
  const document = readXml(pieces, options.url);
  const format = decideFormat(document);
  if (format === undefined) {
    const { reason, message } = judgeForeignDocument(head, document);
    return failed(reason, message);
  }
  const { head: feed, items, warnings } = mapXmlFeed(document, format, options);
  const left = leftOut(document.itemsDropped);
  const result: ParsedFeed = {
    kind: 'feed',
    feed: feed.feed,
    items: items.map(({ item }) => item),
    ...left,
    warnings: [...documentWarnings(document), ...left.warnings, ...warnings],
  };
  return { result, bases: { head: feed.bases, items: items.map(({ bases }) => bases) } };
}

/** The root element decides; a document that lost its root is known by its items. */
function decideFormat(document: XmlDocument): Exclude<FeedFormat, 'json'> | undefined {
  if (document.format !== undefined) return document.format;
  if (document.items.length === 0 || document.rootName.toLowerCase() === 'html') return undefined;
  return document.hasEntry ? 'atom' : 'rss';
}

function documentWarnings(document: XmlDocument): readonly ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (document.isTruncated) {
    warnings.push({ code: 'truncated', message: 'The document ends before its root element.' });
  }
  if (document.isTooDeep) {
    warnings.push({ code: 'too-deep', message: 'Elements nested too deeply were flattened.' });
  }
  return warnings;
}

function failed(reason: ReadFailure, message: string): ParsedDocument {
  const result: ReadFailed = { kind: 'failed', reason, message };
  return { result, bases: { head: {}, items: [] } };
}
