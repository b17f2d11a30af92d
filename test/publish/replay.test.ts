import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { Rendered } from '../../src/domain/publication.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aTopic } from '../support/a-story.ts';
import { aDuplicate, aKnownItem, aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { aSource } from '../support/sources.ts';
import { tempFolder } from '../support/temp-store.ts';
import { TreeChecker } from '../support/tree-checker.ts';
import { nastyTexts } from './nasty.ts';

/** `npm run replay` widens the net; the everyday run keeps to what a minute allows. */
const seeds = Number(process.env['ARAZ_REPLAY_SEEDS'] ?? 1);
const firstSeed = Number(process.env['ARAZ_REPLAY_FIRST'] ?? 1);
const days = 30;
const publishesADay = 2;

/** The published tree, in memory: what is asked here is what is said, not how it is put on a disk. */
const tree = vi.hoisted(() => new Map<string, string>());
vi.mock('../../src/publish/write-file.ts', () => ({
  findDocumentBytes: async (_: string, name: string) => {
    const body = tree.get(name);
    return body === undefined ? undefined : Buffer.byteLength(body);
  },
  writeIfChanged: async (_: string, { path: name, body }: Rendered) => {
    const isSame = tree.get(name) === body;
    tree.set(name, body);
    return isSame ? 'unchanged' : 'written';
  },
}));

const topicId = 'azerbaijan-iran';
const matches = [anOutcome(topicId)];
const languages = ['az', 'fa', 'en'];
const topic = aTopic({ languages });
const sources: readonly Source[] = Array.from({ length: 9 }, (_, number) =>
  aSource({
    id: `outlet-${number}`,
    title: `Outlet ${number}`,
    url: `https://outlet-${number}.example/rss`,
    language: languages[number % 3] ?? 'az',
    rank: 1 + (number % 4),
    permission: (['link', 'summary', 'full'] as const)[number % 3] ?? 'summary',
  }),
);

/** A region's news over the real store, changed by chance. */
class Newsroom {
  now = seedMorning;
  readonly restored = new Set<string>();
  readonly retracted = new Map<string, string>();
  readonly happened = new Map<string, number>();
  private items: StoredItem[] = [];
  private told = 0;
  private isRemoved = false;
  private quietUntil = 0;
  private readonly random: () => number;
  private readonly file: string;
  private store: Store;

  constructor(store: Store, file: string, seed: number) {
    this.store = store;
    this.file = file;
    this.random = seededRandom(seed);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** Something happens, or nothing; true when nothing did. */
  async live(): Promise<boolean> {
    this.restored.clear();
    if (!this.isRemoved && this.now > seedMorning + 20 * day) {
      // An editor takes a source out of the configuration.
      this.isRemoved = true;
      return false;
    }
    if (this.now < this.quietUntil || this.random() < 0.15) return true;
    const events: readonly (readonly [string, number, () => Promise<unknown>])[] = [
      ['reports', 5, () => this.report(2 + this.below(8))],
      ['joins', 3, () => this.join()],
      ['edits', 3, () => this.revise()],
      ['date bumps', 2, () => this.touch()],
      ['new guids', 2, () => this.republish()],
      ['rule changes', 2, () => this.changeRule()],
      ['retractions', 2, () => this.retract()],
      ['restores', 1, () => this.restore()],
      ['floods', 0.3, () => this.report(60, 'outlet-5')],
      ['deletions', 0.5, async () => undefined],
      ['outages', 0.2, async () => (this.quietUntil = this.now + 2 * day)],
      ['restarts', 0.5, () => this.restart(false)],
      ['backups restored', 0.3, () => this.restart(true)],
    ];
    for (let count = 1 + this.below(4); count > 0; count -= 1) {
      const event = weighted(events, this.random());
      this.happened.set(event[0], (this.happened.get(event[0]) ?? 0) + 1);
      await event[2]();
    }
    return false;
  }

  async publish(): Promise<readonly string[]> {
    const declared = sources.filter(({ id }) => !this.isRemoved || id !== 'outlet-1');
    const report = await publishTopic(topic, {
      store: this.store,
      clock: { now: () => this.now },
      site: { title: 'Araz', language: 'en', timezone: 'Asia/Baku' },
      publicUrl: 'https://news.example.org',
      authority: 'news.example.org,2026',
      hubs: ['https://hub.example/'],
      ttlMinutes: 15,
      topics: [topic],
      sources: new Map(declared.map((source) => [source.id, source])),
      outDir: '/nowhere',
      // Receipts are another's subject.
      isCopy: true,
    });
    return report.refused;
  }

  /** The process ends and another opens the file, or a copy of it as a backup gives it. */
  private async restart(isRestored: boolean): Promise<void> {
    await this.store.close();
    const file = isRestored ? `${this.file}.${this.now}` : this.file;
    if (isRestored) copyFileSync(this.file, file);
    if (isRestored) copyFileSync(file, this.file);
    this.store = await openStore({ url: `sqlite:${this.file}`, inProcess: true });
  }

  private async report(count: number, sourceId?: string): Promise<void> {
    const source = sources.find(({ id }) => id === sourceId) ?? this.pick(sources);
    const writes = Array.from({ length: count }, () => {
      const item = this.item(source);
      const id = `s${String(++this.told).padStart(19, '0')}`;
      const entryId = `tag:news.example.org,2026:story/${id}`;
      return aNewItem(item, { matches, newStory: { id, entryId, createdAt: this.now } });
    });
    await this.commit(source.id, writes);
  }

  private async join(): Promise<void> {
    const of = this.recent();
    if (of === undefined) return;
    const source = this.pick(sources);
    const write = aDuplicate(this.item(source), of.id, of.storyId, { matches });
    await this.commit(source.id, [write]);
  }

  private async revise(): Promise<void> {
    const item = this.recent();
    if (item === undefined) return;
    const title = `+ ${item.title}`;
    const revised = { ...item, title, contentHash: aKey('content', title).hash.repeat(4) };
    const write = aKnownItem(revised, item.id, { isRevision: true, matches });
    await this.commit(item.sourceId, [write]);
  }

  private async touch(): Promise<void> {
    const item = this.recent();
    if (item === undefined) return;
    const bumped = { ...item, published: this.now, publishedRaw: this.now, updated: this.now };
    await this.commit(item.sourceId, [aKnownItem(bumped, item.id)]);
  }

  /** The same text comes as another item; half of the time nothing recognises it. */
  private async republish(): Promise<void> {
    const names = [...this.retracted.keys()];
    const gone = this.items.find(({ storyId }) => storyId === names.at(-1));
    const item = (this.random() < 0.5 ? gone : undefined) ?? this.recent();
    if (item === undefined) return;
    const guid = `again-${this.now}-${this.below(1_000_000)}`;
    const keys = [
      aKey('id:guid', `${item.sourceId} ${guid}`),
      ...item.keys.filter(({ kind }) => kind === 'content'),
    ];
    const { link: _, ...bare } = item;
    const again = { ...bare, guid, keys, published: this.now };
    const isUnseen = this.random() < 0.5 && this.retracted.has(item.storyId);
    const id = `s${String(++this.told).padStart(19, '0')}`;
    const entryId = `tag:news.example.org,2026:story/${id}`;
    const write = isUnseen
      ? aNewItem(again, { matches, newStory: { id, entryId, createdAt: this.now } })
      : aDuplicate(again, item.id, item.storyId, { matches });
    await this.commit(item.sourceId, [write]);
    // Kept away by the keys of what was retracted: to be shown by nothing either.
    if (isUnseen) this.shadows.push({ id: entryId, of: item.storyId });
  }

  shadows: { readonly id: string; readonly of: string }[] = [];

  private async changeRule(): Promise<void> {
    const chosen = [this.recent(), this.recent()].filter((item) => item !== undefined);
    const isIn = this.random() < 0.5;
    await this.store.commitRematch({
      topicIds: [topicId],
      outcomes: chosen.map(({ id }) => ({ itemId: id, matches: isIn ? matches : [] })),
    });
  }

  private async retract(): Promise<void> {
    const item = this.random() < 0.3 ? this.pick(this.items) : this.recent();
    if (item === undefined) return;
    const outcome = await this.store.commitAct(this.actOn('retract', item.storyId));
    if (outcome.kind === 'done') this.retracted.set(item.storyId, await this.entryIdOf(item));
  }

  private async restore(): Promise<void> {
    const item = this.recent();
    const storyId = [...this.retracted.keys()][0] ?? item?.storyId;
    if (storyId === undefined) return;
    const outcome = await this.store.commitAct(this.actOn('restore', storyId));
    if (outcome.kind !== 'done') return;
    this.retracted.delete(storyId);
    // What it had kept away is published in its own right from now on.
    this.shadows = this.shadows.filter(({ of }) => of !== storyId);
    this.restored.add((await this.store.findStory(storyId))?.entryId ?? '');
  }

  private actOn(kind: 'retract' | 'restore', storyId: string) {
    return { kind, storyId, at: this.now, by: 'Ann', reason: 'untrue <&>' };
  }

  private async entryIdOf({ storyId }: StoredItem): Promise<string> {
    return (await this.store.findStory(storyId))?.entryId ?? '';
  }

  private async commit(sourceId: string, writes: readonly ItemWrite[]): Promise<void> {
    await this.store.syncSources(sources, this.now);
    const request = { now: this.now, limit: 1, owner: 'replay', ttlMs: minute, ignoreDue: true };
    const [lease] = await this.store.leaseDueSources({ ...request, only: [sourceId] });
    if (lease === undefined) throw new Error(`${sourceId} could not be leased`);
    await this.store.commitIngest(anIntent(lease, writes, { now: this.now }));
    this.items = [...(await this.store.listItems(0, 10_000))];
  }

  private item(source: Source) {
    const isNasty = this.random() < 0.1;
    const number = this.items.length + this.below(1_000_000);
    const text = isNasty ? this.pick(nastyTexts)[1] : `Xəbər ${number}`;
    const item = anItem({
      sourceId: source.id,
      language: source.language,
      guid: `${source.id}-${this.now}-${number}`,
      link: `https://${source.id}.example/${this.now}/${number}`,
      title: `Xəbər ${number}`,
      contentHtml: '<p>Tam mətn</p>',
      // Late ones, and clocks that run fast.
      published: this.now - Math.floor(this.random() * 3 * hour) + 8 * minute,
    });
    return { ...item, title: text, summary: `${text} ${number}` };
  }

  private recent(): StoredItem | undefined {
    return this.items.length === 0 ? undefined : this.pick(this.items.slice(-60));
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** One of the events, each as often as its weight says; `at` is from 0 to 1. */
function weighted<T extends readonly [string, number, unknown]>(events: readonly T[], at: number) {
  const total = events.reduce((sum, [, weight]) => sum + weight, 0);
  let end = 0;
  for (const event of events) {
    end += event[1] / total;
    if (at < end) return event;
  }
  return events[0] as T;
}

async function replay(seed: number): Promise<{ checker: TreeChecker; newsroom: Newsroom }> {
  tree.clear();
  const file = path.join(await tempFolder(), 'araz.db');
  const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
  const newsroom = new Newsroom(store, file, seed);
  const checker = new TreeChecker();
  for (let publish = 0; publish < days * publishesADay; publish += 1) {
    newsroom.now += day / publishesADay;
    const isIdle = (await newsroom.live()) && publish > 0;
    checker.violations.push(...(await newsroom.publish()));
    const feeds = [...tree].filter(([name]) => !name.endsWith('.html'));
    const { now, retracted, restored, shadows } = newsroom;
    const away = shadows.filter(({ of }) => retracted.has(of)).map(({ id }) => id);
    checker.check(new Map(feeds), {
      now,
      isIdle,
      retracted: new Set([...retracted.values(), ...away]),
      restored: new Set([...restored, ...shadows.map(({ id }) => id)]),
    });
  }
  await newsroom.close();
  return { checker, newsroom };
}

describe('thirty days of news', () => {
  it.each(Array.from({ length: seeds }, (_, seed) => firstSeed + seed))(
    'keep the publication contract (seed %i)',
    async (seed) => {
      const { checker, newsroom } = await replay(seed);
      const { publishes, documents, pagesEver, violations } = checker;
      const events = [...newsroom.happened].map(([name, count]) => `${count} ${name}`).join(', ');
      console.info(
        `replay ${seed}: ${publishes} publishes, ${documents} documents, ${pagesEver} archive pages; ` +
          `${events}; ${violations.length} violations`,
      );
      expect(violations.slice(0, 10)).toEqual([]);
      expect(publishes).toBe(days * publishesADay);
      expect(pagesEver).toBeGreaterThan(0);
    },
    600_000,
  );
});
