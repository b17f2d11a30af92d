import type { Attribution, Edition, Entry, Publication } from '../domain/publication.ts';
import { cleanLine, cleanTree, httpUrl } from './clean.ts';

/**
 * An edition that every writer can write: no character that a document may not hold, every address
 * absolute http(s), no title or name empty. What cannot be mended is left out; a link that is not
 * one leads to the topic's page. Running it again changes nothing.
 */
export function prepareEdition(edition: Edition): Edition {
  const cleaned = cleanTree(edition);
  const { publication } = cleaned;
  return {
    ...cleaned,
    publication: preparePublication(publication),
    entries: cleaned.entries.map((entry) => prepareEntry(entry, publication)),
  };
}

function preparePublication({ contact, ...publication }: Publication): Publication {
  return {
    ...publication,
    ...(contact !== undefined && isMailAddress(contact) ? { contact } : {}),
    title: cleanLine(publication.title) || publication.topicId,
    description: cleanLine(publication.description) || cleanLine(publication.title),
    siteTitle: cleanLine(publication.siteTitle) || publication.topicId,
    hubs: publication.hubs.flatMap((hub) => httpUrl(hub) ?? []),
  };
}

function prepareEntry(entry: Entry, publication: Publication): Entry {
  const { image, ...rest } = entry;
  const shownBy = prepareAttribution(entry.shownBy);
  const imageUrl = httpUrl(image);
  return {
    ...rest,
    title: cleanLine(entry.title) || shownBy.outlet,
    link: httpUrl(entry.link) ?? publication.homeUrl,
    authors: entry.authors.flatMap(({ name, email, url }) => {
      const home = httpUrl(url);
      const label = cleanLine(name ?? '') || cleanLine(email ?? '');
      return label === '' ? [] : [{ name: label, ...(home === undefined ? {} : { url: home }) }];
    }),
    categories: entry.categories.flatMap(({ term, label, scheme }) => {
      const line = cleanLine(term) || cleanLine(label ?? '');
      const domain = httpUrl(scheme);
      const category = {
        term: line,
        ...(label && cleanLine(label) !== line ? { label: cleanLine(label) } : {}),
        ...(domain === undefined ? {} : { scheme: domain }),
      };
      return line === '' ? [] : [category];
    }),
    enclosures: entry.enclosures.flatMap(({ url, type, length }) => {
      const href = httpUrl(url);
      const bytes = length !== undefined && Number.isSafeInteger(length) && length >= 0;
      const enclosure = {
        type: isMediaType(type) ? type.toLowerCase() : 'application/octet-stream',
        ...(bytes ? { length } : {}),
      };
      return href === undefined ? [] : [{ url: href, ...enclosure }];
    }),
    ...(imageUrl === undefined ? {} : { image: imageUrl }),
    shownBy,
    alsoReportedBy: entry.alsoReportedBy.map(prepareAttribution),
  };
}

function prepareAttribution(attribution: Attribution): Attribution {
  const { link, ...rest } = attribution;
  const href = httpUrl(link);
  return {
    ...rest,
    outlet: cleanLine(attribution.outlet) || attribution.sourceId,
    title: cleanLine(attribution.title),
    feedUrl: httpUrl(attribution.feedUrl) ?? '',
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

/** Strict enough for RSS `managingEditor` and Atom `email`, which a validator checks. */
function isMailAddress(text: string): boolean {
  return /^[^\s@<>()",:;]+@[^\s@<>()",:;]+\.[^\s@<>()",:;]+$/.test(text);
}
