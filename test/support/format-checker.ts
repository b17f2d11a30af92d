import type { Element } from 'xml-js';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from './xml-check.ts';

/** The documents of one folder, as they stand beside one another. */
export interface FolderDocuments {
  readonly atom: Element;
  readonly rss: string;
  readonly json: string;
  /** The page; absent where pages are not looked at. */
  readonly html?: string | undefined;
}

/** What formats have in common of a document or an entry, by name; what one cannot say is left out. */
type Facts = Readonly<Record<string, string | undefined>>;

/** What the documents of a folder say differently although it is one edition. */
export function compareFormats({ atom, rss, json, html }: FolderDocuments): readonly string[] {
  const channel = childOf(rootOf(rss), 'channel') ?? rootOf(rss);
  const feed = JSON.parse(json) as JsonFeed;
  const inAtom = childrenOf(atom, 'entry').map(atomEntry);
  const inRss = childrenOf(channel, 'item').map(rssItem);
  const inJson = feed.items.map(jsonItem);
  const inHtml = html === undefined ? undefined : pageCards(html);
  return [
    ...differing('the documents', atomHead(atom), rssHead(channel)),
    ...differing('the documents', atomHead(atom), jsonHead(feed)),
    ...compareEntries(inAtom, inRss),
    ...compareEntries(inAtom, inJson),
    // A page stops where it has enough bytes.
    ...(inHtml === undefined ? [] : compareEntries(inAtom.slice(0, inHtml.length), inHtml)),
  ];
}

function compareEntries(one: readonly Facts[], other: readonly Facts[]): readonly string[] {
  const sameOf = (facts: Facts) => `${facts['story']} ${facts['link']}`;
  if (one.map(sameOf).join() !== other.map(sameOf).join()) {
    return ['the formats carry other entries'];
  }
  return one.flatMap((facts, index) => differing(facts['id'] ?? '', facts, other[index] ?? {}));
}

function differing(name: string, one: Facts, other: Facts): readonly string[] {
  const keys = Object.keys(one).filter((key) => {
    return one[key] !== undefined && other[key] !== undefined && one[key] !== other[key];
  });
  return keys.map((key) => `the formats disagree on ${key} of ${name}`);
}

function atomHead(feed: Element): Facts {
  return {
    id: textOf(childOf(feed, 'id')),
    title: plain(textOf(childOf(feed, 'title'))),
    description: plain(textOf(childOf(feed, 'subtitle'))),
    language: attributeOf(feed, 'xml:lang'),
    home: hrefs(feed, 'link', 'alternate'),
    hubs: hrefs(feed, 'link', 'hub'),
    archive: hrefs(feed, 'link', 'prev-archive'),
    gone: recordsOf(feed),
  };
}

function rssHead(channel: Element): Facts {
  return {
    title: plain(textOf(childOf(channel, 'title'))),
    description: plain(textOf(childOf(channel, 'description'))),
    language: textOf(childOf(channel, 'language')),
    home: textOf(childOf(channel, 'link')),
    hubs: hrefs(channel, 'atom:link', 'hub'),
    archive: hrefs(channel, 'atom:link', 'prev-archive'),
  };
}

interface JsonFeed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly home_page_url: string;
  readonly hubs?: readonly { readonly url: string }[];
  readonly _araz: {
    readonly id: string;
    readonly archive?: string;
    readonly deleted: readonly {
      readonly id: string;
      readonly when: string;
      readonly reason: string;
      readonly note?: string;
    }[];
  };
  readonly items: readonly JsonItem[];
}

function jsonHead(feed: JsonFeed): Facts {
  const { id, archive = '', deleted } = feed._araz;
  return {
    id,
    title: plain(feed.title),
    description: plain(feed.description),
    language: feed.language,
    home: feed.home_page_url,
    hubs: (feed.hubs ?? []).map(({ url }) => url).join(' '),
    archive,
    gone: deleted
      .map(({ id: ref, when, reason, note }) => `${ref} ${when} ${said(reason, note)}`)
      .join('\n'),
  };
}

function said(reason: string, note: string | undefined): string {
  return note === undefined ? reason : `${reason}: ${note}`;
}

function recordsOf(feed: Element): string {
  return childrenOf(feed, 'at:deleted-entry')
    .map((record) => {
      const comment = textOf(childOf(record, 'at:comment'));
      return `${attributeOf(record, 'ref')} ${attributeOf(record, 'when')} ${comment}`;
    })
    .join('\n');
}

function atomEntry(entry: Element): Facts {
  const source = childOf(entry, 'source');
  const id = textOf(childOf(entry, 'id'));
  return {
    id,
    story: id.split('/').at(-1),
    link: hrefs(entry, 'link', 'alternate'),
    published: seconds(textOf(childOf(entry, 'published'))),
    updated: textOf(childOf(entry, 'updated')),
    title: plain(unescaped(textOf(childOf(entry, 'title')))),
    language: attributeOf(entry, 'xml:lang'),
    outlet: source && plain(textOf(childOf(source, 'title'))),
    'the outlet’s feed': source && textOf(childOf(source, 'id')),
    summary: textOf(childOf(entry, 'summary')),
    text: textOf(childOf(entry, 'content') ?? childOf(entry, 'summary')),
    'who else reported it': hrefs(entry, 'link', 'related'),
    categories: words(
      childrenOf(entry, 'category').map(
        (one) => attributeOf(one, 'label') ?? attributeOf(one, 'term') ?? '',
      ),
    ),
    authors: childrenOf(entry, 'author')
      .map((one) => textOf(childOf(one, 'name')))
      .join('\n'),
    image: attributeOf(childOf(entry, 'media:thumbnail'), 'url') ?? '',
  };
}

function rssItem(item: Element): Facts {
  const source = childOf(item, 'source');
  const id = textOf(childOf(item, 'guid'));
  return {
    id,
    story: id.split('/').at(-1),
    link: textOf(childOf(item, 'link')),
    published: seconds(textOf(childOf(item, 'pubDate'))),
    title: plain(textOf(childOf(item, 'title'))),
    language: textOf(childOf(item, 'dc:language')),
    outlet: source && plain(textOf(source)),
    'the outlet’s feed': attributeOf(source, 'url'),
    summary: textOf(childOf(item, 'description')),
    text: textOf(childOf(item, 'content:encoded') ?? childOf(item, 'description')),
    'who else reported it': hrefs(item, 'atom:link', 'related'),
    categories: words(childrenOf(item, 'category').map(textOf)),
    authors: childrenOf(item, 'dc:creator').map(textOf).join('\n'),
    image: attributeOf(childOf(item, 'media:thumbnail'), 'url') ?? '',
  };
}

interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly content_html: string;
  readonly image?: string;
  readonly tags?: readonly string[];
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: readonly { readonly name: string }[];
  readonly _araz: {
    readonly shown_by: Told;
    readonly also_reported_by: readonly Told[];
    readonly same_as?: readonly string[];
  };
}

interface Told {
  readonly outlet: string;
  readonly feed_url: string;
  readonly url?: string;
}

function jsonItem(item: JsonItem): Facts {
  const { shown_by: shownBy, also_reported_by: others, same_as: sameAs = [] } = item._araz;
  return {
    id: item.id,
    story: item.id.split('/').at(-1),
    link: item.url,
    published: seconds(item.date_published),
    updated: item.date_modified,
    title: plain(item.title),
    language: item.language,
    outlet: plain(shownBy.outlet),
    'the outlet’s feed': shownBy.feed_url,
    text: item.content_html,
    'who else reported it': [...others.flatMap(({ url }) => url ?? []), ...sameAs].join(' '),
    categories: words(item.tags ?? []),
    authors: item.authors.map(({ name }) => name).join('\n'),
    image: item.image ?? '',
  };
}

/** The cards of a page, in their order. */
function pageCards(html: string): readonly Facts[] {
  return html
    .split('<article ')
    .slice(1)
    .map((card) => ({
      story: /id="story-([^"]*)"/.exec(card)?.[1],
      link: unescaped(/<h3[^>]*><a href="([^"]*)"/.exec(card)?.[1] ?? ''),
      language: /<h3[^>]* lang="([^"]*)"/.exec(card)?.[1],
      outlet: plain(/<strong><bdi[^>]*>([^<]*)</.exec(card)?.[1]),
      published: seconds(/<time datetime="([^"]*)"/.exec(card)?.[1] ?? ''),
    }));
}

/** Two schemes may have one word. */
function words(list: readonly string[]): string {
  return [...new Set(list)].join('\n');
}

function hrefs(parent: Element, name: string, rel: string): string {
  return childrenOf(parent, name)
    .filter((link) => attributeOf(link, 'rel') === rel)
    .map((link) => attributeOf(link, 'href'))
    .join(' ');
}

/** RSS has no parts of a second. */
function seconds(date: string): string {
  return String(Math.floor(Date.parse(date) / 1_000));
}

/** A text in which nothing is escaped in one format and not in another; else nothing is compared. */
function plain(text: string | undefined): string | undefined {
  return text === undefined || /[&<>"']/.test(text) ? undefined : text;
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => named[found] ?? found);
}
