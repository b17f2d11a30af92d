import type { Element } from 'xml-js';
import {
  attributeOf,
  childOf,
  childrenOf,
  Faults,
  htmlFaults,
  isAbsoluteIri,
  isHttpUrl,
  isLanguageTag,
  isMailAddress,
  isMediaType,
  isRfc3339,
  rootOf,
  textOf,
} from './xml-check.ts';

const feedNames = new Set(
  (
    'author category contributor generator icon id link logo rights subtitle title updated entry ' +
    'at:deleted-entry fh:archive'
  ).split(' '),
);
const entryNames = new Set(
  (
    'author category content contributor id link published rights source summary title updated ' +
    'media:thumbnail'
  ).split(' '),
);
const sourceNames = new Set(
  'author category contributor generator icon id link logo rights subtitle title updated'.split(
    ' ',
  ),
);
const namespaces: Readonly<Record<string, string>> = {
  at: 'http://purl.org/atompub/tombstones/1.0',
  media: 'http://search.yahoo.com/mrss/',
  fh: 'http://purl.org/syndication/history/1.0',
};

/** Every fault of an Atom document by RFC 4287, with deleted entries (RFC 6721). */
export function checkAtom(xml: string): readonly string[] {
  const faults = new Faults();
  const feed = rootOf(xml);
  faults.require(feed.name === 'feed', 'feed', 'the root is another');
  const atom = 'http://www.w3.org/2005/Atom';
  faults.require(attributeOf(feed, 'xmlns') === atom, 'feed', 'another namespace');
  for (const [prefix, uri] of Object.entries(namespaces)) {
    const given = attributeOf(feed, `xmlns:${prefix}`);
    faults.require(given === undefined || given === uri, 'feed', `${prefix} is another namespace`);
  }
  checkCommon(feed, 'feed', feedNames, faults);
  faults.count(feed, 'feed', ['id', 'title', 'updated'], 1);
  faults.count(feed, 'feed', ['subtitle', 'generator', 'icon', 'logo', 'rights'], 0);
  const self = childrenOf(feed, 'link').filter((link) => attributeOf(link, 'rel') === 'self');
  faults.require(self.length === 1, 'feed', 'not exactly one link rel="self"');
  checkHistory(feed, faults);

  const entries = childrenOf(feed, 'entry');
  const feedHasAuthor = childOf(feed, 'author') !== undefined;
  entries.forEach((entry, index) => {
    checkEntry(entry, `entry ${index}`, feedHasAuthor, faults);
  });
  const ids = entries.map((entry) => textOf(childOf(entry, 'id')));
  faults.require(new Set(ids).size === ids.length, 'feed', 'two entries share an id');
  checkDeleted(feed, ids, faults);
  return faults.list;
}

/** RFC 5005 §4: an archive page says that it is one and leads to the live document. */
function checkHistory(feed: Element, faults: Faults): void {
  const linksTo = (rel: string) =>
    childrenOf(feed, 'link').filter((link) => attributeOf(link, 'rel') === rel).length;
  const isArchive = childOf(feed, 'fh:archive') !== undefined;
  faults.count(feed, 'feed', ['fh:archive'], 0);
  faults.empty(feed, 'feed', ['fh:archive']);
  faults.require(linksTo('prev-archive') <= 1, 'feed', 'several links to the page before');
  faults.require(linksTo('current') === (isArchive ? 1 : 0), 'feed', 'wrong links to the live one');
  faults.require(!isArchive || linksTo('hub') === 0, 'feed', 'an archive page names a hub');
}

function checkEntry(entry: Element, path: string, feedHasAuthor: boolean, faults: Faults): void {
  checkCommon(entry, path, entryNames, faults);
  faults.count(entry, path, ['id', 'title', 'updated'], 1);
  faults.count(entry, path, ['published', 'summary', 'content', 'source', 'rights'], 0);
  faults.require(feedHasAuthor || childOf(entry, 'author') !== undefined, path, 'no author');
  const alternates = childrenOf(entry, 'link').filter(
    (link) => (attributeOf(link, 'rel') ?? 'alternate') === 'alternate',
  );
  // §4.1.2: an entry without content must lead somewhere.
  const leads = alternates.length > 0 || childOf(entry, 'content') !== undefined;
  faults.require(leads, path, 'neither content nor link');
  const published = textOf(childOf(entry, 'published'));
  const updated = textOf(childOf(entry, 'updated'));
  const isDated = childOf(entry, 'published') !== undefined;
  faults.require(!isDated || isRfc3339(published), path, 'published is no date');
  faults.require(published <= updated, path, 'updated before it was published');
  faults.empty(entry, path, ['category', 'link', 'media:thumbnail']);
  const images = childrenOf(entry, 'media:thumbnail');
  const allUrls = images.every((one) => isHttpUrl(attributeOf(one, 'url')));
  faults.require(allUrls, path, 'media:thumbnail has no url');
  const source = childOf(entry, 'source');
  if (source !== undefined) {
    checkCommon(source, `${path} source`, sourceNames, faults);
    faults.count(source, `${path} source`, ['id', 'title'], 1);
  }
}

/** What a feed, an entry and a source have in common. */
function checkCommon(
  node: Element,
  path: string,
  names: ReadonlySet<string>,
  faults: Faults,
): void {
  const strangers = childrenOf(node).filter(({ name = '' }) => !names.has(name));
  faults.require(strangers.length === 0, path, `unknown <${strangers[0]?.name}>`);
  for (const id of childrenOf(node, 'id')) {
    faults.require(isAbsoluteIri(textOf(id)), path, `the id "${textOf(id)}" is no IRI`);
  }
  for (const date of childrenOf(node, 'updated')) {
    faults.require(isRfc3339(textOf(date)), path, `"${textOf(date)}" is no date`);
  }
  const language = attributeOf(node, 'xml:lang');
  faults.require(language === undefined || isLanguageTag(language), path, 'bad xml:lang');
  for (const name of ['title', 'summary', 'content', 'subtitle']) {
    for (const text of childrenOf(node, name)) checkText(text, `${path} ${name}`, faults);
  }
  faults.require(textOf(childOf(node, 'title')).trim() !== '', path, 'empty title');
  childrenOf(node, 'author').forEach((person) => {
    checkPerson(person, path, faults);
  });
  childrenOf(node, 'category').forEach((category) => {
    faults.require((attributeOf(category, 'term') ?? '') !== '', path, 'category without term');
    const scheme = attributeOf(category, 'scheme');
    faults.require(scheme === undefined || isAbsoluteIri(scheme), path, 'scheme is no IRI');
  });
  checkLinks(node, path, faults);
}

function checkLinks(node: Element, path: string, faults: Faults): void {
  const alternates = new Set<string>();
  for (const link of childrenOf(node, 'link')) {
    const rel = attributeOf(link, 'rel') ?? 'alternate';
    const type = attributeOf(link, 'type');
    const hreflang = attributeOf(link, 'hreflang');
    const length = attributeOf(link, 'length');
    faults.require(isReference(rel, attributeOf(link, 'href')), path, `${rel} has no href`);
    faults.require(type === undefined || isMediaType(type), path, `${rel} has a bad type`);
    faults.require(hreflang === undefined || isLanguageTag(hreflang), path, 'bad hreflang');
    faults.require(length === undefined || /^\d+$/.test(length), path, 'bad length');
    if (rel !== 'alternate') continue;
    const kind = `${type} ${hreflang}`;
    faults.require(!alternates.has(kind), path, 'two alternates of one type and language');
    alternates.add(kind);
  }
}

/** Archive pages lead to one another by relative references, so that a site may move. */
function isReference(rel: string, href: string | undefined): boolean {
  const isInFolder = rel === 'current' || rel === 'prev-archive';
  return isHttpUrl(href) || (isInFolder && /^(?:\.\.\/atom\.xml|\d+\.atom)$/.test(href ?? ''));
}

function checkText(text: Element, path: string, faults: Faults): void {
  const type = attributeOf(text, 'type') ?? 'text';
  faults.require(['text', 'html', 'xhtml'].includes(type), path, `type "${type}"`);
  const isPlain = type !== 'xhtml' && childrenOf(text).length > 0;
  faults.require(!isPlain, path, 'elements in text');
  if (type === 'html') {
    faults.list.push(...htmlFaults(textOf(text)).map((fault) => `${path}: ${fault}`));
  }
}

function checkPerson(person: Element, path: string, faults: Faults): void {
  faults.count(person, path, ['name'], 1);
  faults.count(person, path, ['uri', 'email'], 0);
  faults.require(textOf(childOf(person, 'name')).trim() !== '', path, 'a person without a name');
  const uri = childOf(person, 'uri');
  faults.require(uri === undefined || isHttpUrl(textOf(uri)), path, 'uri is none');
  const email = childOf(person, 'email');
  faults.require(email === undefined || isMailAddress(textOf(email)), path, 'email is none');
}

function checkDeleted(feed: Element, live: readonly string[], faults: Faults): void {
  const refs = childrenOf(feed, 'at:deleted-entry').map((deleted) => {
    const ref = attributeOf(deleted, 'ref') ?? '';
    faults.require(isAbsoluteIri(ref), 'deleted-entry', 'ref is no IRI');
    faults.require(isRfc3339(attributeOf(deleted, 'when') ?? ''), 'deleted-entry', 'bad when');
    return ref;
  });
  faults.require(new Set(refs).size === refs.length, 'feed', 'one entry is deleted twice');
  faults.require(!refs.some((ref) => live.includes(ref)), 'feed', 'a deleted entry is present');
}
