import { messageOf } from '../domain/errors.ts';
import type {
  ParsedFeed,
  ParsedFeedHead,
  ParsedItem,
  ReadOptions,
  ReadResult,
} from '../domain/parsed-feed.ts';
import { sanitiseHtml } from '../normalise/sanitise-html.ts';
import { parseDocument } from '../parse/parse-feed.ts';
import type { HtmlBases } from '../parse/parsed-document.ts';

/**
 * Reads a feed document of any kind: URLs absolute, dates ISO 8601 UTC, titles plain text, HTML
 * through the allow-list unless `sanitize` is false. Never rejects and never throws, whatever the
 * bytes are: what cannot be read is a `failed` result with a reason.
 */
export async function readFeed(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const { result, bases } = parseDocument(bytes, options);
    if (result.kind === 'failed' || options.sanitize === false) return result;
    return sanitise(result, bases);
  } catch (error) {
    // Nothing in a document may stop a run; a fault of ours is named so.
    const message = `The document could not be read: ${messageOf(error)}`;
    return { kind: 'failed', reason: 'malformed', message };
  }
}

function sanitise(result: ParsedFeed, bases: HtmlBases): ParsedFeed {
  const items = result.items.map((item, index) => {
    return sanitiseItem(item, bases.items[index] ?? {});
  });
  return { ...result, feed: sanitiseHead(result.feed, bases.head), items };
}

function sanitiseHead(feed: ParsedFeedHead, bases: HtmlBases['head']): ParsedFeedHead {
  const { description, rights } = feed;
  return {
    ...feed,
    ...(description !== undefined && { description: sanitiseHtml(description, bases.description) }),
    ...(rights !== undefined && { rights: sanitiseHtml(rights, bases.rights) }),
  };
}

function sanitiseItem(item: ParsedItem, bases: HtmlBases['items'][number]): ParsedItem {
  const { summary, content, rights } = item;
  return {
    ...item,
    ...(summary !== undefined && { summary: sanitiseHtml(summary, bases.summary) }),
    ...(content !== undefined && { content: sanitiseHtml(content, bases.content) }),
    ...(rights !== undefined && { rights: sanitiseHtml(rights, bases.rights) }),
  };
}
