import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { ParsedFeed } from '../domain/parsed-feed.ts';
import type { Source } from '../domain/source.ts';
import { canonicalUrl } from '../text/urls.ts';
import { collapseRepeats } from './collapse-repeats.ts';
import { findDistrust } from './distrust.ts';
import { normaliseItem } from './normalise-item.ts';

export interface NormaliseInput {
  readonly document: ParsedFeed;
  readonly source: Source;
  /** What earlier documents of the source have shown; distrust is never taken back. */
  readonly isGuidDistrusted: boolean;
  readonly isLinkDistrusted: boolean;
  /** When the document was received. */
  readonly now: Instant;
}

/** An entry of the document that became no item. `index` is its place in the document. */
export interface DroppedEntry {
  readonly index: number;
  readonly reason: string;
}

export interface NormalisedDocument {
  /** In document order. */
  readonly items: readonly Item[];
  readonly isGuidDistrusted: boolean;
  readonly isLinkDistrusted: boolean;
  readonly dropped: readonly DroppedEntry[];
}

/**
 * Turns a document as read into items of its source. Pure. HTML must have passed the allow-list
 * already. Entries with neither title nor link, and titles without a letter, are dropped with a
 * reason; entries of one identity become one item, which is the update where one updates the other.
 */
export function normaliseDocument(input: NormaliseInput): NormalisedDocument {
  const { document, source, now } = input;
  const found = findDistrust(document.items);
  const isGuidDistrusted = input.isGuidDistrusted || found.isGuidDistrusted;
  const isLinkDistrusted = input.isLinkDistrusted || found.isLinkDistrusted;
  const items: { readonly index: number; readonly item: Item }[] = [];
  const dropped: DroppedEntry[] = [];
  document.items.forEach((entry, index) => {
    const link = entry.link === undefined ? undefined : canonicalUrl(entry.link);
    const item = normaliseItem({
      entry,
      source,
      feedLanguage: document.feed.language,
      isGuidDistrusted,
      isLinkDistrusted: isLinkDistrusted || (link !== undefined && found.sharedLinks.has(link)),
      now,
    });
    if (typeof item === 'string') dropped.push({ index, reason: item });
    else items.push({ index, item });
  });
  const collapsed = collapseRepeats(items);
  return {
    items: collapsed.items,
    isGuidDistrusted,
    isLinkDistrusted,
    dropped: [...dropped, ...collapsed.dropped].sort((a, b) => a.index - b.index),
  };
}
