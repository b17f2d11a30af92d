import type { Element } from 'xml-js';
import { standingDate } from '../../src/publish/read-standing.ts';
import { idsOf, updatesOf, walkArchive } from './archive-walk.ts';
import { checkFeed } from './check-feed.ts';
import { ContractChecker } from './contract-checker.ts';
import { compareFormats } from './format-checker.ts';
import {
  checkCorrections,
  checkOutlets,
  compareFolders,
  type Folder,
  factsOf,
  leadsToTopic,
  type Outlet,
  recordsMax,
  recordsOf,
} from './topic-checker.ts';
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
  /** Where subscribers find a document of the tree. */
  readonly addressOf?: (path: string) => string;
  /** Addresses of articles that an editor moved between stories. */
  readonly movedLinks?: ReadonlySet<string>;
  /** Who told an article, by its address, under all names it ever had; none when nobody ever did. */
  readonly outletsOf?: (link: string) => readonly Outlet[];
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
  /** Ids that ever stood in any document, by folder; a backup that is put back makes none unseen. */
  private readonly shown = new Map<string, Set<string>>();
  /** By folder and id, when the entry says it was published. */
  private readonly published = new Map<string, string>();
  /** By folder and id, what came after a backup that was put back: it is missing until it comes again. */
  private readonly forgotten = new Set<string>();
  /** By folder, ids that were restored since its document was looked at last. */
  private readonly freed = new Map<string, Set<string>>();
  private readonly everRetracted = new Set<string>();
  /** Under which id an article was told, by its address. */
  private readonly idOf = new Map<string, string>();
  /** By folder and id, what the tree of the last publish shows or has on record. */
  private standing = new Set<string>();
  /** Announcements of edits that are due in the next complete publish. */
  private edited: string[] = [];

  check(files: ReadonlyMap<string, string>, published: Published): void {
    this.publishes += 1;
    const { restored, retracted, rewoundTo, isHalf = false } = published;
    for (const id of restored) this.live.allow(id);
    for (const path of this.shown.keys()) noted(this.freed, path, [...restored]);
    for (const id of [...restored, ...retracted]) this.everRetracted.add(id);
    if (rewoundTo !== undefined) this.rewind(rewoundTo);
    for (const [path, body] of files) {
      this.tryTo(path, () => this.checkDocument(path, body, published));
    }
    this.checkPresence(files, published);
    const names = [...files.keys()].filter((path) => path.endsWith('/atom.xml'));
    const folders = names.flatMap((path) => {
      const folder = path.replace('atom.xml', '');
      return this.tryTo(folder, () => this.checkFolder(folder, files, published)) ?? [];
    });
    if (!isHalf) this.tryTo('folders', () => this.checkTopic(folders, files, published));
    this.standing = new Set(folders.flatMap(standingIn));
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
  private tryTo<T>(path: string, look: () => T): T | undefined {
    try {
      return look();
    } catch (error) {
      this.require(false, path, String(error));
      return undefined;
    }
  }

  private rewind(takenAt: number): void {
    this.live.rewind(takenAt);
    for (const [folder, ids] of this.seen) {
      for (const id of ids) if (!this.live.knew(`${folder}atom.xml`, id, takenAt)) ids.delete(id);
    }
    for (const key of this.published.keys()) {
      const [folder = '', id = ''] = key.split(' ');
      if (!this.live.knew(`${folder}atom.xml`, id, takenAt)) this.forgotten.add(key);
    }
    this.forgetUntold();
  }

  /** What no document of the tree has any more is told by nothing, once the store has forgotten it. */
  private forgetUntold(): void {
    for (const key of this.forgotten) if (!this.standing.has(key)) this.published.delete(key);
    const standing = new Set([...this.standing].map((key) => key.split(' ')[1] ?? ''));
    for (const [link, id] of this.idOf) if (!standing.has(id)) this.idOf.delete(link);
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
    const isPage = path.endsWith('.atom') && path.includes('/archive/');
    if (path.endsWith('/corrections.atom')) this.checkAnnouncements(path, body);
    if (isPage && before !== undefined) this.checkFrozen(path, before, body);
    if (before !== undefined && !path.endsWith('.html') && !isPage) {
      this.checkDate(path, before, body, rewoundTo);
    }
  }

  /** Invariant 3: a document's date moves with what it says, and never back. */
  private checkDate(path: string, before: string, after: string, rewoundTo?: number): void {
    const [was, is] = [standingDate(before), standingDate(after)];
    if (was === undefined || is === undefined) {
      this.require(false, path, 'has no date');
      return;
    }
    this.require(is >= was, path, 'updated went back');
    const isSame = withoutDate(before) === withoutDate(after);
    // After a backup was put back a document is dated anew, whatever it says.
    const isDated = rewoundTo !== undefined && is > was;
    this.require(isDated || isSame === (was === is), path, 'updated moved alone');
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
    const records = recordsOf(rootOf(after));
    for (const text of entryTexts(before)) {
      const isReplaced = records.has(/<id>(.*?)<\/id>/.exec(text)?.[1] ?? '');
      this.require(kept.has(text) || isReplaced, path, 'a frozen entry changed');
    }
    this.require(kept.size < entryTexts(before).length, path, 'changed without a retraction');
  }

  private checkFolder(
    path: string,
    files: ReadonlyMap<string, string>,
    { now, retracted, restored, rewoundTo, isHalf = false }: Published,
  ): Folder {
    const live = rootOf(files.get(`${path}atom.xml`) ?? '');
    const { pages, faults } = walkArchive(path, live, files, isHalf);
    for (const fault of faults) this.require(false, path, fault);
    this.pagesEver = Math.max(this.pagesEver, pages.length);
    const shown = new Set([live, ...pages].flatMap(idsOf));
    noted(this.shown, path, [...shown]);
    const gone = noted(
      this.recorded,
      path,
      [live, ...pages].flatMap((feed) => [...recordsOf(feed).keys()]),
    );
    const folder = { path, language: languageOf(path), live, pages, gone };
    this.noteEdits(path, live, restored, rewoundTo);
    this.checkRecords(folder, now, { retracted, rewoundTo, isHalf });
    this.checkPublished(folder, restored);
    if (isHalf) return folder;
    this.checkFormats(path, live, files);
    const stays = [...retracted].filter((id) => shown.has(id));
    this.require(stays.length === 0, path, `shows the retracted ${stays[0]}`);
    const seen = noted(this.seen, path, idsOf(live));
    const lost = [...seen].filter((id) => !shown.has(id) && !gone.has(id));
    this.require(lost.length === 0, path, `lost ${lost[0]}: neither shown, archived nor recorded`);
    return folder;
  }

  /** An edit that a document shows is to be announced. */
  private noteEdits(
    path: string,
    live: Element,
    restored: ReadonlySet<string>,
    rewoundTo: number | undefined,
  ): void {
    const before = this.last.get(`${path}atom.xml`);
    if (rewoundTo !== undefined) this.edited = [];
    if (before === undefined || rewoundTo !== undefined) return;
    const was = updatesOf(rootOf(before));
    for (const [id, updated] of updatesOf(live)) {
      const isEdited = (was.get(id) ?? updated) !== updated;
      if (isEdited && !restored.has(id)) this.edited.push(`${id}/edited/${Date.parse(updated)}`);
    }
  }

  /** RFC 6721: only what was there can be gone, at one moment that has been, and stays told. */
  private checkRecords(
    { path, live }: Folder,
    now: number,
    given: { retracted: ReadonlySet<string>; rewoundTo: number | undefined; isHalf: boolean },
  ): void {
    const records = recordsOf(live);
    const shown = this.shown.get(path) ?? new Set();
    for (const [id, when] of records) {
      this.require(shown.has(id), path, `records ${id}, which was never there`);
      this.require(Date.parse(when) <= now, path, `records ${id} in the future`);
    }
    const before = this.last.get(`${path}atom.xml`);
    if (before === undefined || given.rewoundTo !== undefined || given.isHalf) return;
    const freed = this.freed.get(path) ?? new Set();
    this.freed.delete(path);
    for (const [id, when] of recordsOf(rootOf(before))) {
      if (freed.has(id)) continue;
      const isThere = records.size === recordsMax || records.has(id);
      this.require(isThere, path, `forgets that ${id} is gone`);
      const now = records.get(id) ?? when;
      // What a rule had removed may be retracted in its turn.
      const isLater = given.retracted.has(id) && now > when;
      this.require(now === when || isLater, path, `records ${id} at another time`);
    }
  }

  /** Invariant 2, on the way into the archive too. */
  private checkPublished({ path, live, pages }: Folder, restored: ReadonlySet<string>): void {
    for (const entry of [live, ...pages].flatMap((feed) => childrenOf(feed, 'entry'))) {
      const id = textOf(childOf(entry, 'id'));
      const published = textOf(childOf(entry, 'published'));
      const key = `${path} ${id}`;
      const known = this.published.get(key) ?? published;
      this.require(known === published || restored.has(id), path, `published of ${id} moved`);
      this.published.set(key, published);
    }
  }

  /** What the documents of all folders say together. */
  private checkTopic(
    folders: readonly Folder[],
    files: ReadonlyMap<string, string>,
    { retracted, addressOf, outletsOf, movedLinks }: Published,
  ): void {
    this.checkIds(folders, movedLinks);
    const faults = [
      ...compareFolders(folders, this.forgotten),
      ...folders.flatMap((folder) => (outletsOf ? checkOutlets(folder, outletsOf) : [])),
    ];
    for (const fault of faults) this.require(false, 'topic', fault);
    for (const [path, body] of files) {
      const isLive = !path.includes('/archive/') && !path.endsWith('.html');
      const isOwn = !isLive || addressOf === undefined || selfOf(body) === addressOf(path);
      this.require(isOwn, path, 'gives another address as its own');
      if (path.endsWith('/corrections.atom')) this.checkAnnounced(path, body, retracted);
    }
  }

  private checkAnnounced(path: string, body: string, all: ReadonlySet<string>): void {
    const shown = new Set([...this.shown.values()].flatMap((ids) => [...ids]));
    const forgotten = new Set([...this.forgotten].map((key) => key.split(' ')[1]));
    const retracted = new Set([...all].filter((id) => !forgotten.has(id)));
    const { everRetracted, edited } = this;
    for (const fault of checkCorrections(body, { shown, retracted, everRetracted, edited })) {
      this.require(false, path, fault);
    }
    this.edited = [];
  }

  /** Invariant 1: what was told under one id is never told under another, whatever the store forgot. */
  private checkIds(folders: readonly Folder[], moved: ReadonlySet<string> = new Set()): void {
    for (const { path, live, pages } of folders) {
      for (const { id, link } of [live, ...pages].flatMap((feed) =>
        childrenOf(feed, 'entry').map(factsOf),
      )) {
        if (leadsToTopic(link) || moved.has(link)) continue;
        const known = this.idOf.get(link) ?? id;
        this.require(known === id, path, `${link} is ${id}, and was ${known}`);
        this.idOf.set(link, id);
      }
    }
  }

  /** What the formats have in common is the same in all of them. */
  private checkFormats(folder: string, atom: Element, files: ReadonlyMap<string, string>): void {
    const rss = files.get(`${folder}rss.xml`) ?? '';
    const json = files.get(`${folder}feed.json`) ?? '';
    const faults = compareFormats({ atom, rss, json, html: files.get(`${folder}index.html`) });
    for (const fault of faults) this.require(false, folder, fault);
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

function standingIn({ path, live, pages }: Folder): readonly string[] {
  const ids = [live, ...pages].flatMap((feed) => [...idsOf(feed), ...recordsOf(feed).keys()]);
  return ids.map((id) => `${path} ${id}`);
}

function languageOf(folder: string): string | undefined {
  return /^topics\/[^/]+\/([^/]+)\/$/.exec(folder)?.[1];
}

function entryTexts(body: string): readonly string[] {
  return body.match(/<entry .*?<\/entry>/gs) ?? [];
}

/** The address that a document of whatever format gives as its own. */
function selfOf(body: string): string | undefined {
  if (body.startsWith('{')) return (JSON.parse(body) as { feed_url?: string }).feed_url;
  const root = rootOf(body);
  const links = [
    ...childrenOf(root, 'link'),
    ...childrenOf(childOf(root, 'channel') ?? root, 'atom:link'),
  ];
  return attributeOf(
    links.find((link) => attributeOf(link, 'rel') === 'self'),
    'href',
  );
}

function withoutDate(body: string): string {
  return body.replace(
    /<updated>.*?<\/updated>|<lastBuildDate>.*?<\/lastBuildDate>|^ {2}"updated": ".*?"/m,
    '',
  );
}

function mediaTypeOf(path: string): string {
  if (path.endsWith('rss.xml')) return 'application/rss+xml';
  if (path.endsWith('feed.json')) return 'application/feed+json';
  return path.endsWith('.html') ? 'text/html' : 'application/atom+xml';
}
