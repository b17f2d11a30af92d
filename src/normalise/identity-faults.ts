import type { TrustEvidence, TrustFault } from '../domain/identity-trust.ts';
import type { ParsedItem } from '../domain/parsed-feed.ts';
import type { Source } from '../domain/source.ts';
import { articleName } from '../text/article-name.ts';
import { comparable } from '../text/comparable.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';
import { itemLink } from './normalise-item.ts';

/** What one document shows about the identities of its source. */
export interface IdentityFaults {
  readonly guid: Omit<TrustEvidence, 'kept'>;
  readonly link: Omit<TrustEvidence, 'kept'>;
  /** Guids, as compared, that stand on several articles of this document. */
  readonly sharedGuids: ReadonlySet<string>;
  /** Canonical links that several items of this document share, or front pages. */
  readonly sharedLinks: ReadonlySet<string>;
  /** What several addresses call their article by: the number of a section. */
  readonly sharedNames: ReadonlySet<string>;
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
export function findIdentityFaults(
  items: readonly ParsedItem[],
  source: Pick<Source, 'url'>,
): IdentityFaults {
  const byGuid = new Map<string, Group>();
  const byLink = new Map<string, Group>();
  for (const item of items) {
    const address = itemLink(item, source);
    const link = address === undefined ? undefined : canonicalUrl(address);
    const title = comparable(item.title ?? '');
    // Neither a front page nor the guid itself tells more than the guid does.
    const isTelling = item.link !== undefined && link !== undefined && !isHomePage(link);
    add(byGuid, guidForm(item.id), isTelling ? link : undefined, title);
    add(byLink, link, link, title);
  }
  const sharedGuids = new Set(keysOf(byGuid, isOnSeveral));
  const sharedLinks = new Set(
    keysOf(byLink, ({ titles }, link) => titles.size > titlesPerLinkMax || isHomePage(link)),
  );
  return {
    guid: { faults: repeats(byGuid, sharedGuids), distinct: byGuid.size },
    link: { faults: mostRepeats(repeats(byLink, sharedLinks)), distinct: byLink.size },
    sharedGuids,
    sharedLinks,
    sharedNames: namesOfSeveral(byLink.keys()),
  };
}

function namesOfSeveral(links: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const link of links) {
    const name = articleName(link);
    if (name !== undefined && seen.has(name)) shared.add(name);
    if (name !== undefined) seen.add(name);
  }
  return shared;
}

/** One guid on items with different link and different title; without links two titles are an edit. */
function isOnSeveral({ links, titles }: Group): boolean {
  return links.size === 0 ? titles.size > titlesPerLinkMax : links.size > 1 && titles.size > 1;
}

function keysOf(
  groups: ReadonlyMap<string, Group>,
  isShared: (group: Group, key: string) => boolean,
): readonly string[] {
  return [...groups].filter(([key, group]) => isShared(group, key)).map(([key]) => key);
}

function repeats(
  groups: ReadonlyMap<string, Group>,
  shared: ReadonlySet<string>,
): readonly TrustFault[] {
  if (shared.size === 0) return [];
  let items = 0;
  let of = 0;
  for (const [key, { count }] of groups) {
    of += count;
    if (shared.has(key)) items += count;
  }
  return [{ kind: 'repeat', items, of }];
}

/** Some shared links are live pages, which are left out each; most are section pages. */
function mostRepeats(faults: readonly TrustFault[]): readonly TrustFault[] {
  return faults.filter(({ items, of }) => items > titlesPerLinkMax && items > of * sharedShareMax);
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
