import type { Element } from 'xml-js';
import {
  attributeOf,
  childOf,
  childrenOf,
  Faults,
  htmlFaults,
  isHttpUrl,
  isLanguageTag,
  isMailAddress,
  isMediaType,
  isRfc822,
  rootOf,
  textOf,
} from './xml-check.ts';

const namespaces: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};
const channelNames = new Set(
  (
    'title link description language copyright managingEditor webMaster pubDate lastBuildDate ' +
    'category generator docs cloud ttl image skipHours skipDays item atom:link'
  ).split(' '),
);
const itemNames = new Set(
  (
    'title link description author category comments enclosure guid pubDate source ' +
    'content:encoded dc:creator dc:language atom:link media:thumbnail media:content'
  ).split(' '),
);

/** Every fault of an RSS 2.0 document by the RSS Advisory Board's specification and profile. */
export function checkRss(xml: string): readonly string[] {
  const faults = new Faults();
  const root = rootOf(xml);
  faults.require(root.name === 'rss', 'rss', 'the root is another');
  faults.require(attributeOf(root, 'version') === '2.0', 'rss', 'version is not 2.0');
  for (const [prefix, uri] of Object.entries(namespaces)) {
    const given = attributeOf(root, `xmlns:${prefix}`);
    faults.require(given === undefined || given === uri, 'rss', `${prefix} is another namespace`);
  }
  faults.require(childrenOf(root).length === 1, 'rss', 'not exactly one channel');
  const channel = childOf(root, 'channel');
  if (channel === undefined) return [...faults.list, 'rss: no channel'];
  checkChannel(channel, faults);
  const items = childrenOf(channel, 'item');
  items.forEach((item, index) => {
    checkItem(item, `item ${index}`, faults);
  });
  const guids = items.map((item) => textOf(childOf(item, 'guid')));
  faults.require(new Set(guids).size === guids.length, 'channel', 'two items share a guid');
  return faults.list;
}

function checkChannel(channel: Element, faults: Faults): void {
  const strangers = childrenOf(channel).filter(({ name = '' }) => !channelNames.has(name));
  faults.require(strangers.length === 0, 'channel', `unknown <${strangers[0]?.name}>`);
  faults.count(channel, 'channel', ['title', 'link', 'description'], 1);
  const optional = ['language', 'managingEditor', 'pubDate', 'lastBuildDate', 'generator', 'ttl'];
  faults.count(channel, 'channel', [...optional, 'docs'], 0);
  checkWhere(channel, 'docs', isHttpUrl, faults);
  for (const name of ['title', 'description']) {
    faults.require(textOf(childOf(channel, name)).trim() !== '', 'channel', `empty <${name}>`);
  }
  faults.require(isHttpUrl(textOf(childOf(channel, 'link'))), 'channel', 'link is no URL');
  checkWhere(channel, 'language', isLanguageTag, faults);
  checkWhere(channel, 'lastBuildDate', isRfc822, faults);
  checkWhere(channel, 'ttl', (text) => /^[1-9]\d*$/.test(text), faults);
  const isEditor = (text: string) => isMailAddress(text.replace(/ \(.*\)$/, ''));
  checkWhere(channel, 'managingEditor', isEditor, faults);
  const self = childrenOf(channel, 'atom:link').filter((one) => attributeOf(one, 'rel') === 'self');
  faults.require(self.length === 1, 'channel', 'not exactly one atom:link rel="self"');
  faults.require(
    attributeOf(self[0], 'type') === 'application/rss+xml',
    'channel',
    'self has another type',
  );
  checkAtomLinks(channel, 'channel', faults);
}

function checkItem(item: Element, path: string, faults: Faults): void {
  const strangers = childrenOf(item).filter(({ name = '' }) => !itemNames.has(name));
  faults.require(strangers.length === 0, path, `unknown <${strangers[0]?.name}>`);
  // The profile asks for one enclosure at most; guid and pubDate are what we always give.
  const once = ['title', 'link', 'description', 'enclosure', 'source', 'content:encoded'];
  faults.count(item, path, [...once, 'author', 'dc:language'], 0);
  faults.count(item, path, ['title', 'guid', 'pubDate', 'link'], 1);
  const title = textOf(childOf(item, 'title'));
  faults.require(title.trim() !== '', path, 'empty <title>');
  faults.require(!/<\/?[a-z][^>]*>/i.test(title), path, 'markup in <title>');
  faults.require(isHttpUrl(textOf(childOf(item, 'link'))), path, 'link is no URL');
  checkGuid(childOf(item, 'guid'), path, faults);
  checkWhere(item, 'pubDate', isRfc822, faults);
  checkWhere(item, 'dc:language', isLanguageTag, faults);
  for (const name of ['category', 'dc:creator']) {
    const empty = childrenOf(item, name).some((one) => textOf(one).trim() === '');
    faults.require(!empty, path, `empty <${name}>`);
  }
  const full = childOf(item, 'content:encoded');
  const hasBoth = full === undefined || childOf(item, 'description') !== undefined;
  faults.require(hasBoth, path, 'content without description');
  for (const name of ['description', 'content:encoded']) {
    faults.list.push(...htmlFaults(textOf(childOf(item, name))).map((one) => `${path}: ${one}`));
  }
  checkEnclosure(childOf(item, 'enclosure'), path, faults);
  faults.empty(item, path, ['enclosure', 'media:content', 'media:thumbnail', 'atom:link']);
  for (const file of childrenOf(item, 'media:content')) checkFile(file, path, faults);
  const source = childOf(item, 'source');
  if (source !== undefined) {
    faults.require(isHttpUrl(attributeOf(source, 'url')), path, 'source has no url');
    faults.require(textOf(source).trim() !== '', path, 'source has no name');
  }
  const images = childrenOf(item, 'media:thumbnail');
  const allUrls = images.every((one) => isHttpUrl(attributeOf(one, 'url')));
  faults.require(allUrls, path, 'media:thumbnail has no url');
  checkAtomLinks(item, path, faults);
}

function checkGuid(guid: Element | undefined, path: string, faults: Faults): void {
  const text = textOf(guid);
  const isPermaLink = attributeOf(guid, 'isPermaLink') ?? 'true';
  faults.require(text.trim() !== '' && text === text.trim(), path, 'empty guid');
  faults.require(['true', 'false'].includes(isPermaLink), path, 'isPermaLink is neither');
  faults.require(isPermaLink === 'false' || isHttpUrl(text), path, 'a guid that is no permalink');
}

function checkEnclosure(enclosure: Element | undefined, path: string, faults: Faults): void {
  if (enclosure === undefined) return;
  faults.require(isHttpUrl(attributeOf(enclosure, 'url')), path, 'enclosure has no url');
  const length = attributeOf(enclosure, 'length') ?? '';
  faults.require(/^\d+$/.test(length), path, `enclosure has the length "${length}"`);
  faults.require(isMediaType(attributeOf(enclosure, 'type') ?? ''), path, 'enclosure has no type');
}

/** Media RSS: an address, and what else is said of it is something. */
function checkFile(file: Element, path: string, faults: Faults): void {
  faults.require(isHttpUrl(attributeOf(file, 'url')), path, 'media:content has no url');
  const size = attributeOf(file, 'fileSize');
  faults.require(size === undefined || /^[1-9]\d*$/.test(size), path, 'bad fileSize');
  const type = attributeOf(file, 'type');
  faults.require(type === undefined || isMediaType(type), path, 'media:content has a bad type');
}

function checkAtomLinks(parent: Element, path: string, faults: Faults): void {
  for (const link of childrenOf(parent, 'atom:link')) {
    faults.require(isHttpUrl(attributeOf(link, 'href')), path, 'atom:link has no href');
    const hreflang = attributeOf(link, 'hreflang');
    faults.require(hreflang === undefined || isLanguageTag(hreflang), path, 'bad hreflang');
    const type = attributeOf(link, 'type');
    faults.require(type === undefined || isMediaType(type), path, 'atom:link has a bad type');
  }
}

function checkWhere(
  parent: Element,
  name: string,
  isValid: (text: string) => boolean,
  faults: Faults,
): void {
  for (const one of childrenOf(parent, name)) {
    faults.require(isValid(textOf(one)), name, `"${textOf(one)}" is not valid`);
  }
}
