import type { SourceId } from '../domain/ids.ts';
import type { StoredItem } from '../domain/item.ts';
import type { Match } from '../domain/match.ts';
import type { Attribution, Entry, EntryRecord } from '../domain/publication.ts';
import type { NamedSource, Permission } from '../domain/source.ts';
import type { StoryInTopic } from '../domain/story.ts';
import { directionOfText } from '../text/direction.ts';
import { compareAge } from './choose-item.ts';
import { cleanLine, cleanText, cutAtWord, httpUrl } from './clean.ts';
import { receiptFolder } from './receipt/receipt-folder.ts';

/** Longest title published, in characters; the longest honest headlines stay under 300. */
const titleCharactersMax = 1_000;
/** Longest summary published, in characters: what most outlets' terms call a short extract. */
const summaryCharactersMax = 300;
/** Characters of a summary that stand in for a missing title. */
const substituteTitleCharacters = 90;
/** Most categories published of one item; some outlets send their whole tag cloud. */
const categoriesMax = 20;
/** Most authors and most files published of one item: more than any honest one names. */
const authorsMax = 8;
const enclosuresMax = 8;
/** Matched words named, and characters of one: a glance, the receipt tells all. */
const matchedWordsMax = 5;
const matchedWordCharacters = 40;

export interface EntryContext {
  readonly sources: ReadonlyMap<SourceId, NamedSource>;
  /** Where an entry without a link of its own leads. */
  readonly homeUrl: string;
  /** Top of the published tree, with a trailing slash. */
  readonly siteUrl: string;
}

/** One story as one variant publishes it: told by its frozen item, as far as its outlet permits. */
export function buildEntry(
  { story, items, matches, linkedIds = [] }: StoryInTopic,
  shown: StoredItem,
  row: EntryRecord,
  { sources, homeUrl, siteUrl }: EntryContext,
): Entry {
  const shownBy = buildAttribution(shown, sources);
  const permission = sources.get(shown.sourceId)?.permission ?? 'summary';
  const title = titleOf(shown, shownBy.outlet);
  return {
    id: story.entryId,
    storyId: story.id,
    title,
    link: shownBy.link ?? homeUrl,
    ...permittedText(shown, title, permission),
    language: shown.language,
    direction: directionOfText(`${shown.title} ${shown.summary.slice(0, 300)}`, shown.language),
    published: row.published,
    updated: row.updated,
    authors: shown.authors.slice(0, authorsMax),
    categories: shown.categories.slice(0, categoriesMax),
    receipt: `${siteUrl}${receiptFolder(story.id)}`,
    matchedWords: matchedWordsOf(matches, shown),
    shownBy,
    alsoReportedBy: alsoReportedBy(items, shown, sources),
    ...(linkedIds.length > 0 && {
      sameAs: linkedIds.map((id) => `${siteUrl}${receiptFolder(id)}`),
    }),
  };
}

/**
 * One word of each concept that put the shown report in the topic, in the order of the text. When
 * another report of the story did, its words would not be found in what is shown: none then.
 */
function matchedWordsOf(matches: readonly Match[], shown: StoredItem): readonly string[] {
  const match = matches.find(({ itemId, matched }) => matched && itemId === shown.id);
  const words = new Map<string, string>();
  for (const { concept, surface } of match?.evidence.hits ?? []) {
    if (!words.has(concept)) words.set(concept, cutAtWord(surface, matchedWordCharacters));
  }
  return [...new Set(words.values())].slice(0, matchedWordsMax);
}

/** Everyone else who told the story: one attribution an outlet, its earliest item, earliest first. */
function alsoReportedBy(
  items: readonly StoredItem[],
  shown: StoredItem,
  sources: ReadonlyMap<SourceId, NamedSource>,
): readonly Attribution[] {
  const outlets = new Map<SourceId, StoredItem>();
  for (const item of [...items].sort(compareAge)) {
    if (item.sourceId !== shown.sourceId && !outlets.has(item.sourceId)) {
      outlets.set(item.sourceId, item);
    }
  }
  return [...outlets.values()].map((item) => buildAttribution(item, sources));
}

/** Who reported an item. Of a source no longer declared, the article's host tells who it was. */
function buildAttribution(
  item: StoredItem,
  sources: ReadonlyMap<SourceId, NamedSource>,
): Attribution {
  const source = sources.get(item.sourceId);
  const link = httpUrl(item.link);
  const host = link === undefined ? undefined : new URL(link);
  const outlet = cleanLine(source?.title ?? '') || host?.hostname.replace(/^www\./, '');
  return {
    sourceId: item.sourceId,
    outlet: outlet ?? item.sourceId,
    feedUrl: httpUrl(source?.publicUrl ?? source?.url) ?? (host ? `${host.origin}/` : ''),
    ...(source?.feedId === undefined ? {} : { feedId: source.feedId }),
    ...(link === undefined ? {} : { link }),
    title: cutAtWord(item.title, summaryCharactersMax),
    language: item.language,
    country: item.country,
    published: item.published,
  };
}

/** The title under which an item shows a story, as documents carry it. */
export function shownTitle(item: StoredItem, sources: ReadonlyMap<SourceId, NamedSource>): string {
  const { outlet } = buildAttribution(item, sources);
  return cleanLine(titleOf(item, outlet)) || outlet;
}

function titleOf(item: StoredItem, outlet: string): string {
  return (
    cutAtWord(item.title, titleCharactersMax) ||
    cutAtWord(item.summary, substituteTitleCharacters) ||
    outlet
  );
}

type EntryText = Pick<Entry, 'summary' | 'contentHtml' | 'image' | 'enclosures'>;

/** How much of the item may be printed: its link alone, a short summary, or all of it. */
function permittedText(item: StoredItem, title: string, permission: Permission): EntryText {
  if (permission === 'link') return { summary: '', enclosures: [] };
  const summary = cutAtWord(item.summary, summaryCharactersMax);
  const image = httpUrl(item.image);
  return {
    summary: summary === title ? '' : summary,
    enclosures: item.enclosures
      .filter((enclosure) => httpUrl(enclosure.url) !== undefined)
      .slice(0, enclosuresMax),
    ...(image === undefined ? {} : { image }),
    ...(permission === 'full' && item.contentHtml !== ''
      ? { contentHtml: cleanText(item.contentHtml) }
      : {}),
  };
}
