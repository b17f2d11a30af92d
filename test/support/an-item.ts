import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/instant.ts';
import type { Item, ItemKey, ItemKeyKind } from '../../src/domain/item.ts';

/** Saturday 7 February 2026, 09:00 UTC: the day of the seed story. */
export const seedMorning: Instant = Date.UTC(2026, 1, 7, 9);

/** A key as the line makes it: 64 bits of a digest over kind and value; scope goes into the value. */
export function aKey(kind: ItemKeyKind, value: string): ItemKey {
  const digest = createHash('sha256').update(`${kind}\n${value}`).digest('hex');
  return { kind, hash: digest.slice(0, 16) };
}

/**
 * An item of the source `azertag`. Whatever is given replaces what stands here; guid, link, text
 * hash and keys follow from the title, the guid and the link unless they are given themselves.
 */
export function anItem(given: Partial<Item> = {}): Item {
  const sourceId = given.sourceId ?? 'azertag';
  const title = given.title ?? 'President receives the defence minister';
  const slug = encodeURIComponent(title.toLowerCase().replaceAll(' ', '-'));
  const guid = given.guid ?? `${sourceId}/${slug}`;
  const link = given.link ?? `https://${sourceId}.example/news/${slug}`;
  const summary = given.summary ?? `${title}. The meeting was held on Saturday.`;
  const contentHtml = given.contentHtml ?? '';
  const content = JSON.stringify([title, link, summary, contentHtml]);
  return {
    sourceId,
    language: 'en',
    country: 'AZ',
    guid,
    title,
    link,
    summary,
    contentHtml,
    authors: [],
    categories: [],
    enclosures: [],
    published: seedMorning,
    isPublishedEstimated: false,
    contentHash: createHash('sha256').update(content).digest('hex'),
    keys: [
      aKey('id:guid', `${sourceId} ${guid}`),
      aKey('link', link),
      aKey('content', `${title} ${summary}`),
    ],
    ...given,
  };
}
