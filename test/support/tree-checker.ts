import type { Element } from 'xml-js';
import { checkFeed } from './check-feed.ts';
import { ContractChecker } from './contract-checker.ts';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from './xml-check.ts';

/** What was done before a publish, as far as the checker has to know. */
export interface Published {
  readonly now: number;
  /** Nothing at all happened since the publish before. */
  readonly isIdle: boolean;
  /** Entry ids that are retracted at this moment. */
  readonly retracted: ReadonlySet<string>;
  /** Entry ids that an editor restored since the publish before. */
  readonly restored: ReadonlySet<string>;
}

const documentBytesMax = 512 * 1024;

/** Holds every document of a topic, in all variants and formats, against the publication contract. */
export class TreeChecker {
  readonly violations: string[] = [];
  /** Documents looked at, each as often as it was published. */
  documents = 0;
  publishes = 0;
  pagesEver = 0;
  private readonly live = new ContractChecker();
  private last = new Map<string, string>();
  /** By folder: every id that ever stood in its live document, and every id that ever was recorded as gone. */
  private readonly seen = new Map<string, Set<string>>();
  private readonly recorded = new Map<string, Set<string>>();

  check(files: ReadonlyMap<string, string>, published: Published): void {
    this.publishes += 1;
    for (const id of published.restored) this.live.allow(id);
    for (const [path, body] of files) this.checkDocument(path, body, published);
    for (const path of this.last.keys()) this.require(files.has(path), path, 'is gone');
    const folders = [...files.keys()].filter((path) => path.endsWith('/atom.xml'));
    for (const path of folders) this.checkFolder(path.replace('atom.xml', ''), files, published);
    this.last = new Map(files);
    this.violations.push(...this.live.violations.splice(0));
  }

  private checkDocument(path: string, body: string, { now, isIdle, restored }: Published): void {
    this.documents += 1;
    const before = this.last.get(path);
    this.require(!isIdle || before === body, path, 'changed although nothing happened');
    this.require(Buffer.byteLength(body) <= documentBytesMax, path, 'is over its cap of bytes');
    const rendered = { path, body, mediaType: mediaTypeOf(path) };
    if (path.endsWith('/atom.xml')) this.live.check(rendered, now, isIdle, restored);
    else if (before !== body) this.violations.push(...checkFeed(rendered));
    if (path.endsWith('.atom') && path.includes('/archive/') && before !== undefined) {
      this.checkFrozen(path, before, body);
    }
  }

  /** Invariant 7 and RFC 5005: a page changes only where an entry gives way to its record. */
  private checkFrozen(path: string, before: string, after: string): void {
    if (before === after) return;
    const kept = new Set(entryTexts(after));
    const records = new Set(recordsOf(rootOf(after)));
    for (const text of entryTexts(before)) {
      const isReplaced = records.has(/<id>(.*?)<\/id>/.exec(text)?.[1] ?? '');
      this.require(kept.has(text) || isReplaced, path, 'a frozen entry changed');
    }
    this.require(kept.size < entryTexts(before).length, path, 'changed without a retraction');
  }

  private checkFolder(
    folder: string,
    files: ReadonlyMap<string, string>,
    { retracted }: Published,
  ): void {
    const atom = rootOf(files.get(`${folder}atom.xml`) ?? '');
    const ids = idsOf(atom);
    const rss = childOf(rootOf(files.get(`${folder}rss.xml`) ?? ''), 'channel');
    const guids = rss && childrenOf(rss, 'item').map((item) => textOf(childOf(item, 'guid')));
    const json = JSON.parse(files.get(`${folder}feed.json`) ?? '{}') as { items: { id: string }[] };
    const isOne = [guids, json.items.map(({ id }) => id)].every((own) => `${own}` === `${ids}`);
    this.require(isOne, folder, 'the formats carry other entries');
    const pages = this.walkArchive(folder, atom, files);
    const archived = pages.flatMap(idsOf);
    const shown = new Set([...ids, ...archived]);
    const stays = [...retracted].filter((id) => shown.has(id));
    this.require(stays.length === 0, folder, `shows the retracted ${stays[0]}`);
    const seen = noted(this.seen, folder, ids);
    const recorded = noted(this.recorded, folder, [atom, ...pages].flatMap(recordsOf));
    const lost = [...seen].filter((id) => !shown.has(id) && !recorded.has(id));
    this.require(
      lost.length === 0,
      folder,
      `lost ${lost[0]}: neither shown, archived nor recorded`,
    );
  }

  /** Every page, by the links from the live document to the first: none is left out. */
  private walkArchive(
    folder: string,
    live: Element,
    files: ReadonlyMap<string, string>,
  ): readonly Element[] {
    const pages: Element[] = [];
    let name = olderOf(live);
    while (name !== undefined) {
      const body = files.get(`${folder}archive/${name}`);
      this.require(body !== undefined, folder, `leads to a page ${name} that is not there`);
      if (body === undefined) break;
      const page = rootOf(body);
      pages.push(page);
      name = olderOf(page);
    }
    const count = [...files.keys()].filter((path) => path.startsWith(`${folder}archive/`)).length;
    this.require(pages.length === count, folder, `reaches ${pages.length} of ${count} pages`);
    this.pagesEver = Math.max(this.pagesEver, pages.length);
    return pages;
  }

  private require(isMet: boolean, path: string, what: string): void {
    if (!isMet) this.violations.push(`publish ${this.publishes}: ${path}: ${what}`);
  }
}

function noted(sets: Map<string, Set<string>>, folder: string, ids: readonly string[]) {
  const set = sets.get(folder) ?? new Set<string>();
  for (const id of ids) set.add(id);
  sets.set(folder, set);
  return set;
}

function idsOf(feed: Element): readonly string[] {
  return childrenOf(feed, 'entry').map((entry) => textOf(childOf(entry, 'id')));
}

function recordsOf(feed: Element): readonly string[] {
  return childrenOf(feed, 'at:deleted-entry').map((record) => attributeOf(record, 'ref') ?? '');
}

function entryTexts(body: string): readonly string[] {
  return body.match(/<entry .*?<\/entry>/gs) ?? [];
}

function olderOf(feed: Element): string | undefined {
  const link = childrenOf(feed, 'link').find((one) => attributeOf(one, 'rel') === 'prev-archive');
  return attributeOf(link, 'href')?.split('/').at(-1);
}

function mediaTypeOf(path: string): string {
  if (path.endsWith('rss.xml')) return 'application/rss+xml';
  if (path.endsWith('feed.json')) return 'application/feed+json';
  return path.endsWith('.html') ? 'text/html' : 'application/atom+xml';
}
