import type { ParsedCategory, ParsedEnclosure, ParsedPerson } from '../domain/parsed-feed.ts';
import type { Attribution, Edition, Entry, Publication } from '../domain/publication.ts';
import { cleanLine, cleanTree, cutAtWord, httpUrl, isFeedId, isMailAddress } from './clean.ts';

/** Longest name of a person or category, in characters; readers cut there or before. */
const nameCharactersMax = 200;

/**
 * An edition that every writer can write: no character that a document may not hold, every address
 * absolute http(s), no title or name empty. What cannot be mended is left out; a link that is not
 * one leads to the topic's page. `updated` is that of the format's document. Running it again
 * changes nothing.
 */
export function prepareEdition(edition: Edition, format: string): Edition {
  const cleaned = cleanTree(edition);
  const { publication } = cleaned;
  return {
    ...cleaned,
    updated: edition.updatedOf?.[format] ?? edition.updated,
    publication: preparePublication(publication),
    entries: cleaned.entries.map((entry) => prepareEntry(entry, publication)),
  };
}

function preparePublication({ contact, ...publication }: Publication): Publication {
  const title = cleanLine(publication.title) || publication.topicId;
  return {
    ...publication,
    ...(contact !== undefined && isMailAddress(contact) ? { contact } : {}),
    title,
    description: cleanLine(publication.description) || title,
    siteTitle: cleanLine(publication.siteTitle) || publication.topicId,
    // A site may lie under a folder of any script.
    homeUrl: httpUrl(publication.homeUrl) ?? publication.homeUrl,
    siteUrl: httpUrl(publication.siteUrl) ?? publication.siteUrl,
    hubs: eachOnce(publication.hubs.flatMap((hub) => httpUrl(hub) ?? [])),
  };
}

function prepareEntry(entry: Entry, publication: Publication): Entry {
  const { image, receipt, sameAs, ...rest } = entry;
  const shownBy = prepareAttribution(entry.shownBy);
  const imageUrl = httpUrl(image);
  const receiptUrl = httpUrl(receipt);
  return {
    ...rest,
    title: cleanLine(entry.title) || shownBy.outlet,
    // What nobody can see is no summary, and JSON Feed would have it as one.
    summary: cleanLine(entry.summary) === '' ? '' : entry.summary,
    link: httpUrl(entry.link) ?? publication.homeUrl,
    authors: preparePersons(entry.authors),
    categories: eachOnce(entry.categories.flatMap(prepareCategory)),
    enclosures: prepareEnclosures(entry.enclosures),
    ...(imageUrl === undefined ? {} : { image: imageUrl }),
    ...(receiptUrl === undefined ? {} : { receipt: receiptUrl }),
    shownBy,
    alsoReportedBy: entry.alsoReportedBy.map(prepareAttribution),
    ...(sameAs === undefined
      ? {}
      : { sameAs: eachOnce(sameAs.flatMap((url) => httpUrl(url) ?? [])) }),
  };
}

/** What says the same is said once. */
function eachOnce<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** Each name once, with an address where one of that name has any. */
function preparePersons(persons: readonly ParsedPerson[]): readonly ParsedPerson[] {
  const byName = new Map<string | undefined, ParsedPerson>();
  for (const person of persons.flatMap(preparePerson)) {
    byName.set(person.name, { ...person, ...byName.get(person.name) });
  }
  return [...byName.values()];
}

/** A person without a name goes by the address; one without either is nobody. */
function preparePerson({ name, email, url }: ParsedPerson): readonly ParsedPerson[] {
  const named = cutAtWord(name ?? '', nameCharactersMax);
  // Of `Ann <ann@example.org>` the address is not for everybody.
  const alone = named.replace(/ ?<[^<> ]+@[^<> ]+>$/, '');
  const label = alone || cutAtWord(email ?? '', nameCharactersMax) || named;
  const home = httpUrl(url);
  if (label === '') return [];
  return [{ name: label, ...(home === undefined ? {} : { url: home }) }];
}

function prepareCategory({ term, label, scheme }: ParsedCategory): readonly ParsedCategory[] {
  const shown = cutAtWord(label ?? '', nameCharactersMax);
  const name = cutAtWord(term, nameCharactersMax) || shown;
  const domain = httpUrl(scheme);
  if (name === '') return [];
  const named = { term: name, ...(shown !== '' && shown !== name ? { label: shown } : {}) };
  return [{ ...named, ...(domain === undefined ? {} : { scheme: domain }) }];
}

/** Each file once, with a type that is one and a length that is one or none. */
function prepareEnclosures(enclosures: readonly ParsedEnclosure[]): readonly ParsedEnclosure[] {
  const files = new Map<string, ParsedEnclosure>();
  for (const { url, type, length } of enclosures) {
    const href = httpUrl(url);
    if (href === undefined || files.has(href)) continue;
    // Nothing is the size of no file: whoever says 0 does not know.
    const isSize = length !== undefined && Number.isSafeInteger(length) && length > 0;
    files.set(href, {
      url: href,
      type: isMediaType(type) ? type.toLowerCase() : 'application/octet-stream',
      ...(isSize ? { length } : {}),
    });
  }
  return [...files.values()];
}

function prepareAttribution(attribution: Attribution): Attribution {
  const { link, feedId, ...rest } = attribution;
  const href = httpUrl(link);
  const feedUrl = httpUrl(attribution.feedUrl) ?? '';
  const isOwn = feedId !== undefined && feedId !== feedUrl && isFeedId(feedId);
  return {
    ...rest,
    outlet: cleanLine(attribution.outlet) || attribution.sourceId,
    title: cleanLine(attribution.title),
    feedUrl,
    ...(isOwn ? { feedId } : {}),
    ...(href === undefined ? {} : { link: href }),
  };
}

/** RFC 6838 §4.2: `type/subtype` of restricted names, parameters left aside. */
function isMediaType(type: string | undefined): type is string {
  return (
    type !== undefined &&
    /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i.test(type)
  );
}
