import type { Element } from 'xml-js';
import {
  attributeOf,
  childOf,
  childrenOf,
  Faults,
  isHttpUrl,
  isLanguageTag,
  isMailAddress,
  rootOf,
  textOf,
} from './xml-check.ts';

const headNames = new Set(
  (
    'title dateCreated dateModified ownerName ownerEmail ownerId docs expansionState ' +
    'vertScrollState windowTop windowLeft windowBottom windowRight'
  ).split(' '),
);
const outlineNames = new Set(
  (
    'text type isComment isBreakpoint created category title xmlUrl htmlUrl language description ' +
    'version'
  ).split(' '),
);

/** Every fault of a subscription list by OPML 2.0. */
export function checkOpml(xml: string): readonly string[] {
  const faults = new Faults();
  const root = rootOf(xml);
  faults.require(root.name === 'opml', 'opml', 'the root is another');
  faults.require(attributeOf(root, 'version') === '2.0', 'opml', 'version is not 2.0');
  faults.count(root, 'opml', ['head', 'body'], 1);
  const head = childOf(root, 'head');
  if (head !== undefined) checkHead(head, faults);
  const body = childOf(root, 'body');
  if (body !== undefined) checkOutlines(body, 'body', faults);
  faults.require(childrenOf(body ?? root).length > 0, 'body', 'no outline');
  return faults.list;
}

function checkHead(head: Element, faults: Faults): void {
  const strangers = childrenOf(head).filter(({ name = '' }) => !headNames.has(name));
  faults.require(strangers.length === 0, 'head', `unknown <${strangers[0]?.name}>`);
  faults.count(head, 'head', ['title'], 1);
  faults.count(head, 'head', ['ownerEmail', 'ownerId'], 0);
  faults.require(textOf(childOf(head, 'title')).trim() !== '', 'head', 'empty <title>');
  for (const mail of childrenOf(head, 'ownerEmail')) {
    faults.require(isMailAddress(textOf(mail)), 'head', `"${textOf(mail)}" is no mail address`);
  }
  for (const page of childrenOf(head, 'ownerId')) {
    faults.require(isHttpUrl(textOf(page)), 'head', `"${textOf(page)}" is no address`);
  }
}

function checkOutlines(parent: Element, path: string, faults: Faults): void {
  childrenOf(parent).forEach((outline, index) => {
    const place = `${path} ${index}`;
    faults.require(outline.name === 'outline', place, `unknown <${outline.name}>`);
    const names = Object.keys(outline.attributes ?? {});
    const stranger = names.find((name) => !outlineNames.has(name));
    faults.require(stranger === undefined, place, `unknown ${stranger}`);
    faults.require((attributeOf(outline, 'text') ?? '').trim() !== '', place, 'no text');
    if (attributeOf(outline, 'type') === 'rss') checkSubscription(outline, place, faults);
    checkOutlines(outline, place, faults);
  });
}

function checkSubscription(outline: Element, path: string, faults: Faults): void {
  const { xmlUrl, htmlUrl, language } = outline.attributes ?? {};
  faults.require(isHttpUrl(String(xmlUrl)), path, 'a subscription without xmlUrl');
  faults.require(htmlUrl === undefined || isHttpUrl(String(htmlUrl)), path, 'htmlUrl is none');
  const isTag = language === undefined || isLanguageTag(String(language));
  faults.require(isTag, path, 'language is none');
}
