import type { ParsedItem } from '../domain/parsed-feed.ts';
import { comparable } from '../text/comparable.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';

/** What one document shows about the identities of its source. */
export interface DistrustFindings {
  /** One guid stands on items with different link and different title: guids of the source are noise. */
  readonly isGuidDistrusted: boolean;
  /** Most links of the document stand for several items each: links of the source are section pages. */
  readonly isLinkDistrusted: boolean;
  /** Canonical links that several items of this document share, or front pages. */
  readonly sharedLinks: ReadonlySet<string>;
}

/** Titles on one link from which it is a page of many items; two may be an old and a new headline. */
const titlesPerLinkMax = 2;
/** Items on shared links, as a share of those with a link, from which no link of it is trusted. */
const sharedShareMax = 0.5;

interface Group {
  readonly links: Set<string>;
  readonly titles: Set<string>;
  count: number;
}

/** Judges by the whole document, never by one item: a guid looks sound until it repeats. */
export function findDistrust(items: readonly ParsedItem[]): DistrustFindings {
  const byGuid = new Map<string, Group>();
  const byLink = new Map<string, Group>();
  for (const item of items) {
    const link = item.link === undefined ? undefined : canonicalUrl(item.link);
    const title = comparable(item.title ?? '');
    add(byGuid, guidForm(item.id), link, title);
    add(byLink, link, link, title);
  }
  const sharedLinks = new Set<string>();
  let shared = 0;
  let linked = 0;
  for (const [link, group] of byLink) {
    linked += group.count;
    if (group.titles.size <= titlesPerLinkMax && !isHomePage(link)) continue;
    sharedLinks.add(link);
    shared += group.count;
  }
  return {
    isGuidDistrusted: [...byGuid.values()].some((g) => g.titles.size > 1 && g.links.size > 1),
    isLinkDistrusted: shared > titlesPerLinkMax && shared > linked * sharedShareMax,
    sharedLinks,
  };
}

function add(
  groups: Map<string, Group>,
  key: string | undefined,
  link: string | undefined,
  title: string,
): void {
  if (key === undefined) return;
  const group = groups.get(key) ?? { links: new Set(), titles: new Set(), count: 0 };
  groups.set(key, group);
  if (link !== undefined) group.links.add(link);
  group.titles.add(title);
  group.count += 1;
}
