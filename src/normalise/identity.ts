import type { SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { day } from '../domain/instant.ts';
import type { ItemKey } from '../domain/item.ts';
import { articleName } from '../text/article-name.ts';
import { comparable } from '../text/comparable.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';
import { buildKey } from './item-hash.ts';

/**
 * The identity ladder: guid, then link, then title and date, all inside one source. Every rung that
 * can be trusted is stored as a key, so that a source which changes its guids, loses its links or
 * proves unworthy of trust later does not announce old items again. A rung that is missing or
 * distrusted is left out. What the link calls its article by is an alias, by which an item is looked
 * for that comes under another address; the text must then agree. Two keys reach across sources: the
 * canonical link and the content.
 * The worse mistake is one identity for two items, since it hides news.
 */

/** What identity is made of. */
export interface IdentityInput {
  readonly sourceId: SourceId;
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly publishedRaw: Instant | undefined;
  /** The source's guids have been seen to repeat. */
  readonly isGuidDistrusted: boolean;
  /** The source's links, or this link in this document, stand for several items. */
  readonly isLinkDistrusted: boolean;
  /** What several addresses of this document call their article by, which is no name then. */
  readonly sharedNames: ReadonlySet<string>;
}

/** Shortest compared title, in characters, that can tell articles apart across sources. */
const contentTitleMin = 15;
/** Shortest compared summary that makes a content key; below it are rubrics and credit lines. */
const contentTextMin = 40;
/** Characters of the summary in a content key: outlets cut at different lengths after that. */
const contentTextUsed = 200;

/** Keys of an item, surest first; empty only for an item with neither title nor trusted address. */
export function identityKeys(input: IdentityInput): readonly ItemKey[] {
  const keys: ItemKey[] = [];
  const { sourceId } = input;
  const guid = input.isGuidDistrusted ? undefined : guidForm(input.guid);
  const link = linkForm(input);
  if (guid !== undefined) keys.push(buildKey('id:guid', sourceId, guid));
  if (link !== undefined) keys.push(buildKey('id:link', sourceId, link));
  const title = comparable(input.title);
  if (title !== '') {
    keys.push(buildKey('id:title-date', sourceId, `${title}\n${dayOf(input.publishedRaw)}`));
  }
  if (link !== undefined) keys.push(buildKey('link', '', link));
  const name = link === undefined ? undefined : articleName(link);
  if (name !== undefined && !input.sharedNames.has(name)) {
    keys.push(buildKey('id:name', sourceId, name));
  }
  const content = contentForm(title, input.summary);
  if (content !== undefined) keys.push(buildKey('content', '', content));
  return keys;
}

function linkForm(input: IdentityInput): string | undefined {
  const { link } = input;
  if (link === undefined || input.isLinkDistrusted || isHomePage(link)) return undefined;
  return canonicalUrl(link);
}

/** The UTC day: a bump of the time within a day keeps the identity of an item that has no other. */
function dayOf(published: Instant | undefined): string {
  return published === undefined ? '' : String(Math.floor(published / day));
}

function contentForm(title: string, summary: string): string | undefined {
  if (title.length < contentTitleMin) return undefined;
  const text = comparable(summary).slice(0, contentTextUsed).trim();
  return text.length < contentTextMin ? undefined : `${title}\n${text}`;
}
