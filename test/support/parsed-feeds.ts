import type { ParsedFeed, ParsedItem } from '../../src/domain/parsed-feed.ts';

/** An entry as the reader hands it on, with only what is named. */
export function aParsedItem(overrides: Partial<ParsedItem> = {}): ParsedItem {
  return { authors: [], categories: [], enclosures: [], links: [], ...overrides };
}

/** An RSS document of these entries. */
export function aParsedFeed(
  items: readonly Partial<ParsedItem>[],
  head: Partial<ParsedFeed['feed']> = {},
): ParsedFeed {
  return {
    kind: 'feed',
    feed: {
      format: 'rss',
      links: [],
      authors: [],
      categories: [],
      skipHours: [],
      skipDays: [],
      hubs: [],
      ...head,
    },
    items: items.map(aParsedItem),
    warnings: [],
  };
}
