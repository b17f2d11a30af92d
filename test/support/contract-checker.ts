import type { Element } from 'xml-js';
import type { Rendered } from '../../src/domain/publication.ts';
import { checkFeed } from './check-feed.ts';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from './xml-check.ts';

interface SeenEntry {
  readonly published: string;
  readonly updated: string;
  /** All the entry says of its shown item: a change of it, and only that, may move `updated`. */
  readonly text: string;
}

interface SeenDocument {
  readonly body: string;
  readonly updated: string;
  readonly ids: readonly string[];
  readonly present: ReadonlyMap<string, SeenEntry>;
  /** What it says has left. */
  readonly recorded: ReadonlySet<string>;
}

/** Holds every published Atom document against the publication contract and all earlier ones. */
export class ContractChecker {
  readonly violations: string[] = [];
  documents = 0;
  private readonly last = new Map<string, SeenDocument>();
  private readonly gone = new Map<string, Set<string>>();
  /** When an id was seen first, by document and id. */
  private readonly firstSeen = new Map<string, number>();

  /**
   * `now` is the moment of publishing, `isIdle` that nothing was fed in since the last one,
   * `rewoundTo` the moment of the backup that was put back before.
   */
  check(
    rendered: Rendered,
    now: number,
    isIdle: boolean,
    restored: ReadonlySet<string> = new Set(),
    rewoundTo = Number.POSITIVE_INFINITY,
  ): void {
    this.documents++;
    const { path, body } = rendered;
    this.violations.push(...checkFeed(rendered));
    this.require(Buffer.byteLength(body) <= 512 * 1024, path, 'is over its cap of bytes');
    const before = this.last.get(path);
    this.require(!isIdle || before === undefined || before.body === body, path, 'changed alone');
    const document = readDocument(body);
    this.checkEntries(path, document, body, now);
    if (before !== undefined) this.compare(path, before, document, { restored, rewoundTo });
    for (const id of document.ids) {
      const key = `${path} ${id}`;
      if (!this.firstSeen.has(key)) this.firstSeen.set(key, now);
    }
    this.last.set(path, document);
  }

  /** The same knowledge, to be asked what would be found next. */
  fork(): ContractChecker {
    return Object.assign(new ContractChecker(), structuredClone({ ...this }));
  }

  private checkEntries(path: string, { ids, present }: SeenDocument, body: string, now: number) {
    const dates = ids.map((id) => present.get(id)?.published ?? '');
    const isOrdered = dates.every((date, index) => date <= (dates[index - 1] ?? '9999'));
    const nowText = new Date(now).toISOString();
    this.require(isOrdered, path, 'is not newest first');
    this.require(
      dates.every((date) => date <= nowText),
      path,
      'shows a future date',
    );
    this.require(ids.length <= 50, path, `has ${ids.length} entries`);
    const back = ids.find((id) => this.gone.get(path)?.has(id));
    this.require(back === undefined, path, `${back} is back although it had left`);
    this.checkSources(path, childrenOf(rootOf(body), 'entry'));
  }

  private checkSources(path: string, entries: readonly Element[]): void {
    const shares = new Map<string, number>();
    for (const entry of entries) {
      const source = childOf(entry, 'source');
      const name = textOf(source && childOf(source, 'title'));
      shares.set(name, (shares.get(name) ?? 0) + 1);
      const text = textOf(childOf(entry, 'summary'));
      this.require(name !== '' && text.includes(name), path, 'an entry does not name its outlet');
      this.require(text.includes('dir='), path, 'an entry does not say its direction');
      this.require(attributeOf(entry, 'xml:lang') !== undefined, path, 'an entry has no language');
    }
    this.require(Math.max(0, ...shares.values()) <= 25, path, 'a source fills it');
  }

  /** An editor restored it: it may be there again. */
  allow(id: string): void {
    for (const gone of this.gone.values()) gone.delete(id);
  }

  /** A backup of that moment was put back: what came since is not known, and comes again. */
  rewind(takenAt: number): void {
    for (const [path, gone] of this.gone) {
      const recorded = this.last.get(path)?.recorded;
      for (const id of gone) {
        // What the tree has on record stays away.
        if (!this.knew(path, id, takenAt) && !recorded?.has(id)) gone.delete(id);
      }
    }
    // When it comes again it is as new: the next backup may not have it either.
    for (const [key, seenAt] of this.firstSeen) if (seenAt >= takenAt) this.firstSeen.delete(key);
  }

  /** Whether an id stood in the document before that moment. */
  knew(path: string, id: string, moment: number): boolean {
    return (this.firstSeen.get(`${path} ${id}`) ?? moment) < moment;
  }

  private compare(
    path: string,
    before: SeenDocument,
    after: SeenDocument,
    { restored, rewoundTo }: { restored: ReadonlySet<string>; rewoundTo: number },
  ): void {
    const isSame = withoutUpdated(before.body) === withoutUpdated(after.body);
    // After a backup was put back a document is dated anew, whatever it says.
    const isDated = Number.isFinite(rewoundTo) && before.updated < after.updated;
    this.require(
      isDated || isSame === (before.updated === after.updated),
      path,
      'updated moved alone',
    );
    this.require(after.updated >= before.updated, path, 'updated went back');
    const gone = this.gone.get(path) ?? new Set();
    this.gone.set(path, gone);
    for (const [id, old] of before.present) {
      const now = after.present.get(id);
      const isExcused = Number.isFinite(rewoundTo) || restored.has(id);
      const isKnown = this.knew(path, id, rewoundTo);
      if (now !== undefined) this.compareEntry(`${path} ${id}`, old, now, isExcused);
      // What came after the backup is missing until its source is read again.
      if (now === undefined && isKnown) gone.add(id);
    }
  }

  private compareEntry(path: string, old: SeenEntry, now: SeenEntry, isRestored: boolean): void {
    this.require(old.published === now.published, path, 'published moved');
    this.require(now.updated >= old.updated, path, 'updated went back');
    const isEdited = old.text !== now.text;
    // Retracted and restored between two publishes: it was updated by the editor.
    const isUpdated = old.updated !== now.updated;
    this.require(isRestored || isEdited === isUpdated, path, 'updated and text disagree');
  }

  private require(isMet: boolean, path: string, what: string): void {
    if (!isMet) this.violations.push(`${path}: ${what}`);
  }
}

function readDocument(body: string): SeenDocument {
  const feed = rootOf(body);
  const entries = childrenOf(feed, 'entry').map((entry): [string, SeenEntry] => [
    textOf(childOf(entry, 'id')),
    {
      published: textOf(childOf(entry, 'published')),
      updated: textOf(childOf(entry, 'updated')),
      text: textOf(childOf(entry, 'title')) + firstParagraph(textOf(childOf(entry, 'summary'))),
    },
  ]);
  return {
    body,
    updated: textOf(childOf(feed, 'updated')),
    ids: entries.map(([id]) => id),
    present: new Map(entries),
    recorded: new Set(
      childrenOf(feed, 'at:deleted-entry').map((record) => attributeOf(record, 'ref') ?? ''),
    ),
  };
}

/** The summary; the outlets named below it may change without the entry being edited. */
function firstParagraph(html: string): string {
  const text = /<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return text.includes('dir="auto"') ? '' : text;
}

function withoutUpdated(body: string): string {
  return body.replace(/<updated>.*?<\/updated>/, '');
}
