import { type IdentityTrust, lowerTrust } from '../domain/identity-trust.ts';
import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { ParsedFeed, ParsedItem } from '../domain/parsed-feed.ts';
import type { Source } from '../domain/source.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl } from '../text/urls.ts';
import { collapseRepeats } from './collapse-repeats.ts';
import { findIdentityFaults, type IdentityFaults } from './identity-faults.ts';
import { itemLink, normaliseItem } from './normalise-item.ts';

export interface NormaliseInput {
  readonly document: ParsedFeed;
  readonly source: Source;
  /** What earlier documents of the source have shown. */
  readonly trust: IdentityTrust;
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
  /** As it was, less what this document takes away: its items are identified by it already. */
  readonly trust: IdentityTrust;
  readonly faults: IdentityFaults;
  readonly dropped: readonly DroppedEntry[];
}

/**
 * Turns a document as read into items of its source. Pure. HTML must have passed the allow-list
 * already. Entries with neither title nor link, and titles without a letter, are dropped with a
 * reason; entries of one identity become one item, which is the update where one updates the other.
 */
export function normaliseDocument(input: NormaliseInput): NormalisedDocument {
  const { document, source, now } = input;
  const faults = findIdentityFaults(document.items, source);
  const trust: IdentityTrust = {
    guid: lowerTrust(input.trust.guid, faults.guid.faults, now),
    link: lowerTrust(input.trust.link, faults.link.faults, now),
  };
  const items: { readonly index: number; readonly item: Item }[] = [];
  const dropped: DroppedEntry[] = [];
  document.items.forEach((entry, index) => {
    const item = normaliseItem({
      entry,
      source,
      feedLanguage: document.feed.language,
      isGuidDistrusted:
        trust.guid.grade === 'none' || isShared(guidForm(entry.id), faults.sharedGuids),
      isLinkDistrusted:
        trust.link.grade === 'none' || isShared(linkOf(entry, source), faults.sharedLinks),
      sharedNames: faults.sharedNames,
      now,
    });
    if (typeof item === 'string') dropped.push({ index, reason: item });
    else items.push({ index, item });
  });
  const collapsed = collapseRepeats(items, trust.guid.grade);
  return {
    items: collapsed.items,
    trust,
    faults,
    dropped: [...dropped, ...collapsed.dropped].sort((a, b) => a.index - b.index),
  };
}

function isShared(form: string | undefined, shared: ReadonlySet<string>): boolean {
  return form !== undefined && shared.has(form);
}

function linkOf(entry: ParsedItem, source: Source): string | undefined {
  const link = itemLink(entry, source);
  return link === undefined ? undefined : canonicalUrl(link);
}
