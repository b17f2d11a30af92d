import type { Element } from 'xml-js';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from './xml-check.ts';

export interface Archive {
  /** Newest first, as the links lead from the live document. */
  readonly pages: readonly Element[];
  readonly faults: readonly string[];
}

/**
 * Every page, by the links from the live document to the first: none is left out, none comes twice,
 * and each leads to the one that was frozen before it (RFC 5005 §4). `isHalf`: a page is written
 * before the document that leads to it.
 */
export function walkArchive(
  folder: string,
  live: Element,
  files: ReadonlyMap<string, string>,
  isHalf: boolean,
): Archive {
  const pages = new Map<string, Element>();
  const faults: string[] = [];
  let from = live;
  for (let href = olderOf(live); href !== undefined; href = olderOf(from)) {
    const name = href.split('/').at(-1) ?? '';
    const body = files.get(`${folder}archive/${name}`);
    const fault = stepFault(href, body, pages.has(name), from === live ? live : undefined);
    if (fault !== undefined) faults.push(fault);
    if (body === undefined || pages.has(name)) break;
    from = rootOf(body);
    pages.set(name, from);
    faults.push(...pageFaults(from, name));
  }
  if (!isHalf) faults.push(...chainFaults([...pages.keys()], folder, files));
  const found = [...pages.values()];
  return { pages: found, faults: isHalf ? faults : [...faults, ...copyFaults(live, found)] };
}

function stepFault(
  href: string,
  body: string | undefined,
  wasThere: boolean,
  live: Element | undefined,
): string | undefined {
  if (body === undefined) return `leads to a page ${href} that is not there`;
  if (wasThere) return `leads to the page ${href} twice`;
  const isOwn = live === undefined || href === besideSelf(live, 'archive/', href);
  return isOwn ? undefined : `leads to ${href}, which is another's archive`;
}

function chainFaults(
  names: readonly string[],
  folder: string,
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const numbers = names.map((name) => Number.parseInt(name, 10));
  const isInOrder = numbers.every((number, index) => number === numbers.length - index);
  const there = [...files.keys()].filter(
    (path) => path.startsWith(`${folder}archive/`) && path.endsWith('.atom'),
  );
  return [
    ...(isInOrder ? [] : [`leads to its pages in the order ${numbers.join()}`]),
    ...(names.length === there.length ? [] : [`reaches ${names.length} of ${there.length} pages`]),
  ];
}

function pageFaults(page: Element, name: string): readonly string[] {
  const current = childrenOf(page, 'link').find((one) => attributeOf(one, 'rel') === 'current');
  const isPage = childOf(page, 'fh:archive') !== undefined;
  return [
    ...(isPage ? [] : [`the page ${name} does not say that it is one`]),
    ...(attributeOf(current, 'href') === '../atom.xml'
      ? []
      : [`${name} leads to another document`]),
  ];
}

/**
 * An entry may stand on a page and in the live document at once, and on several pages when it was
 * edited in between: then each later copy is a later edit.
 */
function copyFaults(live: Element, pages: readonly Element[]): readonly string[] {
  const isLive = updatesOf(live);
  const onPages = new Map<string, string>();
  return pages.flatMap((page) =>
    [...updatesOf(page)].flatMap(([id, updated]) => {
      const isOlder = updated < (onPages.get(id) ?? '9') && updated <= (isLive.get(id) ?? '9');
      onPages.set(id, updated);
      return isOlder ? [] : [`has a copy of ${id} that is no older than the next`];
    }),
  );
}

/** By id, when an entry says that it was updated. */
export function updatesOf(feed: Element): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(feed, 'entry').map((entry) => [
      textOf(childOf(entry, 'id')),
      textOf(childOf(entry, 'updated')),
    ]),
  );
}

export function idsOf(feed: Element): readonly string[] {
  return childrenOf(feed, 'entry').map((entry) => textOf(childOf(entry, 'id')));
}

function olderOf(feed: Element): string | undefined {
  const link = childrenOf(feed, 'link').find((one) => attributeOf(one, 'rel') === 'prev-archive');
  return attributeOf(link, 'href');
}

/** Where a file of that name lies in a folder beside the live document. */
function besideSelf(live: Element, folder: string, href: string): string {
  const self = childrenOf(live, 'link').find((one) => attributeOf(one, 'rel') === 'self');
  const name = folder + (href.split('/').at(-1) ?? '');
  return (attributeOf(self, 'href') ?? '').replace(/[^/]*$/, name);
}
