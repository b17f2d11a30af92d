import type { Instant } from '../domain/instant.ts';
import type { Attribution, Edition, Entry, Format } from '../domain/publication.ts';
import { archiveLink } from './archive-address.ts';
import { fullHtml, summaryHtml } from './entry-html.ts';
import { pick } from './pick.ts';
import { prepareEdition } from './prepare-edition.ts';

/** JSON Feed 1.1; what only Araz knows stands under `_araz`, as its section on extensions asks. */
export const jsonFeed: Format = {
  name: 'json',
  fileName: 'feed.json',
  mediaType: 'application/feed+json; charset=utf-8',
  version: 2,
  render: (edition) =>
    `${JSON.stringify(jsonDocument(prepareEdition(edition, 'json')), null, 1)}\n`,
  says: ({ publication, entries, deleted, archivePages }) => [
    archivePages,
    pick(publication, ['feedId', 'topicId', 'variant', 'title', 'description', 'language']),
    pick(publication, ['homeUrl', 'siteTitle', 'siteUrl', 'hubs']),
    deleted,
    entries.map(({ categories, matchedWords: _, ...entry }) => [entry, tagsOf(categories)]),
  ],
};

function jsonDocument({ publication, updated, entries, deleted, archivePages }: Edition) {
  const { hubs } = publication;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: publication.title,
    home_page_url: publication.homeUrl,
    feed_url: `${publication.homeUrl}feed.json`,
    description: publication.description,
    language: publication.language,
    authors: [{ name: publication.siteTitle, url: publication.siteUrl }],
    ...(hubs.length > 0 ? { hubs: hubs.map((url) => ({ type: 'WebSub', url })) } : {}),
    _araz: {
      id: publication.feedId,
      topic: publication.topicId,
      variant: publication.variant,
      updated: dateText(updated),
      // No next_url: that must be a JSON Feed, and the pages of the archive are Atom (RFC 5005).
      ...(archivePages === undefined
        ? {}
        : { archive: archiveLink(publication, archivePages).href }),
      deleted: deleted.map(({ when, ...left }) => ({ ...left, when: dateText(when) })),
    },
    items: entries.map(jsonItem),
  };
}

function jsonItem(entry: Entry) {
  const { image, summary, categories, enclosures } = entry;
  return {
    id: entry.id,
    url: entry.link,
    title: entry.title,
    content_html: fullHtml(entry) ?? summaryHtml(entry),
    ...(summary === '' ? {} : { summary }),
    ...(image === undefined ? {} : { image }),
    date_published: dateText(entry.published),
    date_modified: dateText(entry.updated),
    authors: authorsOf(entry),
    ...(categories.length > 0 ? { tags: tagsOf(categories) } : {}),
    language: entry.language,
    ...(enclosures.length > 0 ? { attachments: attachmentsOf(entry) } : {}),
    _araz: {
      story: entry.storyId,
      ...(entry.receipt === undefined ? {} : { receipt: entry.receipt }),
      direction: entry.direction,
      shown_by: outletOf(entry.shownBy),
      also_reported_by: entry.alsoReportedBy.map(outletOf),
      ...(entry.sameAs === undefined ? {} : { same_as: entry.sameAs }),
    },
  };
}

/** A tag is a word: what two schemes call the same is one. */
function tagsOf(categories: Entry['categories']): readonly string[] {
  return [...new Set(categories.map(({ term, label }) => label || term))];
}

/** An article without a named author is its outlet's. */
function authorsOf({ authors, shownBy }: Entry) {
  if (authors.length === 0) return [{ name: shownBy.outlet }];
  return authors.map(({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) }));
}

function attachmentsOf({ enclosures }: Entry) {
  return enclosures.map(({ url, type, length }) => ({
    url,
    mime_type: type,
    ...(length === undefined ? {} : { size_in_bytes: length }),
  }));
}

function outletOf(attribution: Attribution) {
  return {
    source: attribution.sourceId,
    outlet: attribution.outlet,
    feed_url: attribution.feedUrl,
    ...(attribution.feedId === undefined ? {} : { feed_id: attribution.feedId }),
    ...(attribution.link === undefined ? {} : { url: attribution.link }),
    title: attribution.title,
    language: attribution.language,
    country: attribution.country,
    published: dateText(attribution.published),
  };
}

function dateText(instant: Instant): string {
  return new Date(instant).toISOString();
}
