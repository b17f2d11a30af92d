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
  /** A backup of that moment was put in the place of the store since the publish before. */
  readonly rewoundTo?: number;
  /** Folders inside the topic's that are configured no more; an empty name is the topic itself. */
  readonly withdrawn?: readonly string[];
  /** The process was killed while it published: documents of both publishes stand there. */
  readonly isHalf?: boolean;
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
  private readonly announced = new Map<string, string>();

  check(files: ReadonlyMap<string, string>, published: Published): void {
    this.publishes += 1;
    for (const id of published.restored) this.live.allow(id);
    if (published.rewoundTo !== undefined) this.rewind(published.rewoundTo);
    for (const [path, body] of files) {
      this.tryTo(path, () => this.checkDocument(path, body, published));
    }
    this.checkPresence(files, published);
    const folders = [...files.keys()].filter((path) => path.endsWith('/atom.xml'));
    for (const path of folders) {
      const folder = path.replace('atom.xml', '');
      this.tryTo(folder, () => this.checkFolder(folder, files, published));
    }
    // What is withdrawn may return, as what it was.
    for (const [path, body] of files) this.last.set(path, body);
    const found = this.live.violations.splice(0);
    this.violations.push(...found.map((one) => `publish ${this.publishes}: ${one}`));
  }

  /** The same knowledge, to be asked what would be found next. */
  fork(): TreeChecker {
    const copy = new TreeChecker();
    const { live, ...known } = this;
    Object.assign(copy, structuredClone(known), { live: live.fork() });
    return copy;
  }

  /** A document that cannot be read is a violation like any other. */
  private tryTo(path: string, look: () => void): void {
    try {
      look();
    } catch (error) {
      this.require(false, path, String(error));
    }
  }

  private rewind(takenAt: number): void {
    this.live.rewind(takenAt);
    for (const [folder, ids] of this.seen) {
      for (const id of ids) if (!this.live.knew(`${folder}atom.xml`, id, takenAt)) ids.delete(id);
    }
  }

  private checkPresence(files: ReadonlyMap<string, string>, { withdrawn = [] }: Published): void {
    const isWithdrawn = (path: string) =>
      withdrawn.some((folder) => path.replace(/^topics\/[^/]+\//, '').startsWith(folder));
    for (const path of files.keys()) {
      this.require(!isWithdrawn(path), path, 'is there although it is configured no more');
    }
    for (const path of this.last.keys()) {
      this.require(files.has(path) || isWithdrawn(path), path, 'is gone');
    }
  }

  private checkDocument(path: string, body: string, published: Published): void {
    const { now, isIdle, restored, rewoundTo } = published;
    this.documents += 1;
    const before = this.last.get(path);
    this.require(!isIdle || before === body, path, 'changed although nothing happened');
    this.require(Buffer.byteLength(body) <= documentBytesMax, path, 'is over its cap of bytes');
    const rendered = { path, body, mediaType: mediaTypeOf(path) };
    if (path.endsWith('/atom.xml')) {
      this.live.check(rendered, now, isIdle, restored, rewoundTo);
    } else if (before !== body) this.violations.push(...checkFeed(rendered));
    if (path.endsWith('/corrections.atom')) this.checkAnnouncements(path, body);
    if (path.endsWith('.atom') && path.includes('/archive/') && before !== undefined) {
      this.checkFrozen(path, before, body);
    }
  }

  /** What was announced once is never announced in other words; an outlet goes by its name of today. */
  private checkAnnouncements(path: string, body: string): void {
    for (const text of entryTexts(body)) {
      const id = /<id>(.*?)<\/id>/.exec(text)?.[1] ?? '';
      const title = /<title[^>]*>(.*?)<\/title>/s.exec(text)?.[1] ?? '';
      const told = id.includes('/edited/') ? title : title.split(': ')[0];
      const said = `${told} ${/<updated>.*?</.exec(text)?.[0]}`;
      const before = this.announced.get(id) ?? said;
      this.require(before === said, path, `announces ${id} in other words`);
      this.announced.set(id, said);
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
    { retracted, isHalf = false }: Published,
  ): void {
    const atom = rootOf(files.get(`${folder}atom.xml`) ?? '');
    const ids = idsOf(atom);
    const pages = this.walkArchive(folder, atom, files, isHalf);
    if (isHalf) return;
    this.checkFormats(folder, atom, files);
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

  /** What the formats have in common is the same in all of them: ids, order, links, dates, titles. */
  private checkFormats(folder: string, atom: Element, files: ReadonlyMap<string, string>): void {
    const channel = childOf(rootOf(files.get(`${folder}rss.xml`) ?? ''), 'channel');
    const json = JSON.parse(files.get(`${folder}feed.json`) ?? '{}') as {
      items: { id: string; url: string; title: string; date_published: string }[];
    };
    const inAtom = childrenOf(atom, 'entry').map((entry) =>
      same(
        textOf(childOf(entry, 'id')),
        childrenOf(entry, 'link').find((one) => attributeOf(one, 'rel') === 'alternate'),
        textOf(childOf(entry, 'published')),
      ),
    );
    const inRss = (channel === undefined ? [] : childrenOf(channel, 'item')).map((item) =>
      same(
        textOf(childOf(item, 'guid')),
        textOf(childOf(item, 'link')),
        textOf(childOf(item, 'pubDate')),
      ),
    );
    const inJson = json.items.map((item) => same(item.id, item.url, item.date_published));
    for (const others of [inRss, inJson]) {
      this.require(others.join() === inAtom.join(), folder, 'the formats carry other entries');
    }
  }

  /** Every page, by the links from the live document to the first: none is left out. */
  private walkArchive(
    folder: string,
    live: Element,
    files: ReadonlyMap<string, string>,
    isHalf: boolean,
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
    // A page is written before the document that leads to it.
    this.require(
      isHalf || pages.length === count,
      folder,
      `reaches ${pages.length} of ${count} pages`,
    );
    this.pagesEver = Math.max(this.pagesEver, pages.length);
    return pages;
  }

  private require(isMet: boolean, path: string, what: string): void {
    if (!isMet) this.violations.push(`publish ${this.publishes}: ${path}: ${what}`);
  }
}

/** An entry as all formats tell it; RSS dates have seconds only. */
function same(id: string, link: Element | string | undefined, date: string): string {
  const href = typeof link === 'object' ? attributeOf(link, 'href') : link;
  return `${id} ${href} ${Math.floor(Date.parse(date) / 1_000)}`;
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
