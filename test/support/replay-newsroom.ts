import { rmSync } from 'node:fs';
import type { MoveIntent } from '../../src/domain/act.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { Item, StoredItem } from '../../src/domain/item.ts';
import type { Variant } from '../../src/domain/publication.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { withdrawDocuments, withdrawTopic } from '../../src/pipeline/withdraw-documents.ts';
import { openStore, storeFileOf } from '../../src/store/open-store.ts';
import { nastyTexts } from '../publish/nasty.ts';
import { aTopic } from './a-story.ts';
import { aDuplicate, aKnownItem, aNewItem, anIntent, anOutcome } from './an-intent.ts';
import { aKey, anItem, seedMorning } from './an-item.ts';
import { fate, Killed, tree } from './memory-tree.ts';
import { changed, languages, outletsOf, sources, type Told, weighted } from './replay-outlets.ts';
import { seededRandom } from './seeded-random.ts';
import type { Published } from './tree-checker.ts';

const firstId = 'azerbaijan-iran';
const secondId = 'neighbours';
const outDir = '/nowhere';
const publicUrl = 'https://news.example.org';

/** A copy of the store's file, with what the newsroom knew then. */
interface Backup {
  readonly file: string;
  readonly takenAt: number;
  readonly topicId: string;
  readonly retracted: ReadonlyMap<string, string>;
  readonly shadows: readonly Shadow[];
}

/** A copy under another identity that is kept away by the retraction of its story. */
interface Shadow {
  readonly id: string;
  readonly of: string;
}

/** How long sources carry what they told: what a lost store can be read again from. */
const windowMs = 6 * day;

/** A region's news over the real store, changed by chance; what happens at all is said by the seed. */
export class ReplayNewsroom {
  now = seedMorning;
  /** How often what has happened. */
  readonly happened = new Map<string, number>();
  private latest = seedMorning;
  private topic: Topic = aTopic({ id: firstId, languages });
  private isAway = false;
  private rewoundTo: number | undefined;
  private wasKilled = false;
  private isSourceRemoved = false;
  private quietUntil = 0;
  private readonly restored = new Set<string>();
  /** By story, the id of its entry. */
  private retracted = new Map<string, string>();
  private shadows: readonly Shadow[] = [];
  private items: StoredItem[] = [];
  private readonly told: Told[] = [];
  /** Addresses of all articles that were ever told, and of those that an editor moved between stories. */
  private readonly links = new Set<string>();
  private readonly movedLinks = new Set<string>();
  private minted = 0;
  private backup: Backup | undefined;
  private readonly random: () => number;
  private readonly file: string;
  private store: Store;

  private constructor(store: Store, file: string, seed: number) {
    this.store = store;
    this.file = file;
    this.random = seededRandom(seed);
  }

  static async open(file: string, seed: number): Promise<ReplayNewsroom> {
    return new ReplayNewsroom(await openAt(file), file, seed);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** Half a day goes by, in which something happens, or nothing; true when nothing did. */
  async live(step: number): Promise<boolean> {
    this.restored.clear();
    this.rewoundTo = undefined;
    this.now += day / 2;
    const planned = this.plan(step);
    if (planned !== undefined) {
      this.note(planned[0]);
      await planned[1]();
      return false;
    }
    if (this.now < this.quietUntil || this.random() < 0.15) return true;
    for (let count = 1 + this.below(4); count > 0; count -= 1) await this.happen();
    return false;
  }

  /** Three half days on which all that leaves a trace happens: floods, edits, retractions. */
  async tell(step: number): Promise<void> {
    this.restored.clear();
    this.now += day / 2;
    if (step < 2) {
      for (const { id } of sources) await this.report(12, id);
      return;
    }
    for (const item of this.items.slice(-8)) await this.revise(item);
    for (let count = 0; count < 4; count += 1) await this.retract();
  }

  /** What happens once in the thirty days, or at certain times. */
  private plan(step: number): readonly [string, () => Promise<unknown>] | undefined {
    const plans: Readonly<Record<number, readonly [string, () => Promise<unknown>]>> = {
      10: ['floods', () => this.report(60, 'outlet-5')],
      16: ['languages dropped', async () => this.changeTopic({ languages: ['az', 'en'] })],
      22: ['languages returned', async () => this.changeTopic({ languages })],
      26: ['topics renamed', () => this.rename()],
      32: ['topics removed', async () => (this.isAway = true)],
      34: ['topics returned', async () => (this.isAway = false)],
      40: ['sources removed', async () => (this.isSourceRemoved = true)],
      44: ['clocks ahead', async () => (this.now += 3 * day)],
      45: ['clocks back', async () => (this.now -= 3 * day)],
      30: ['stores lost', () => this.loseStore()],
      54: ['stores lost', () => this.loseStore()],
      // At the latest: an empty store could not show that it is whole.
      59: ['sources back', async () => this.comeAgain(this.lost ?? this.now)],
    };
    const backsUp = step % 13 === 5;
    if (plans[step] === undefined && backsUp) return ['backups taken', () => this.takeBackup()];
    if (plans[step] === undefined && step % 13 === 11) {
      return ['older backups restored', () => this.restoreBackup()];
    }
    return plans[step];
  }

  private async happen(): Promise<void> {
    const events: readonly (readonly [string, number, () => Promise<unknown>])[] = [
      ['reports', 5, () => this.report(2 + this.below(8))],
      ['joins', 3, () => this.join()],
      ['edits', 3, () => this.revise(this.recent())],
      ['edits in the archive', 1, () => this.revise(this.items[this.below(60)])],
      ['date bumps', 2, () => this.touch()],
      ['new guids', 2, () => this.republish()],
      ['rule changes', 2, () => this.changeRule()],
      ['retractions', 2, () => this.retract()],
      ['restores', 1, () => this.restore()],
      ['splits', 1.5, () => this.split()],
      ['editors join', 1, () => this.joinStories()],
      ['undone', 1, () => this.undo()],
      ['floods', 0.3, () => this.report(60, 'outlet-5')],
      ['deletions', 0.5, () => this.prune()],
      ['outages', 0.2, async () => (this.quietUntil = this.now + 2 * day)],
      ['restarts', 0.5, () => this.reopen()],
      ['kills', 2, async () => (fate.writesLeft = this.below(12))],
    ];
    const event = weighted(events, this.random());
    this.note(event[0]);
    await event[2]();
  }

  /** Publishes; a process that was killed on the way is followed by another, unless it is to stay so. */
  async publish(): Promise<readonly string[]> {
    try {
      return await this.publishOnce();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.wasKilled = true;
      fate.writesLeft = Number.POSITIVE_INFINITY;
      await this.reopen();
      return [];
    } finally {
      fate.writesLeft = Number.POSITIVE_INFINITY;
    }
  }

  /** Whether the last publish was cut short; asked once. */
  takeKilled(): boolean {
    const was = this.wasKilled;
    this.wasKilled = false;
    return was;
  }

  private async publishOnce(): Promise<readonly string[]> {
    const declared = sources.filter(({ id }) => !this.isSourceRemoved || id !== 'outlet-1');
    const tools = { store: this.store, outDir };
    await this.withdraw(tools);
    if (this.isAway) return [];
    const states = await this.store.listTopicStates();
    const publishTools = {
      ...tools,
      clock: { now: () => this.now },
      site: { title: 'Araz', language: 'en', timezone: 'Asia/Baku' },
      publicUrl,
      authority: 'news.example.org,2026',
      hubs: ['https://hub.example/'],
      ttlMinutes: 15,
      topics: [this.topic],
      sources: new Map(declared.map((source) => [source.id, source])),
      isCopy: false,
    };
    const state = states.find(({ topicId }) => topicId === this.topic.id);
    const { refused } = await publishTopic(this.topic, publishTools, state);
    // What the tree told may have given them to other stories.
    this.items = [...(await this.store.listItems(0, 10_000))];
    return refused;
  }

  private async withdraw(tools: { store: Store; outDir: string }): Promise<void> {
    const { id, aliases } = this.topic;
    const all: readonly Variant[] = ['all', ...languages];
    if (this.isAway) await withdrawTopic(id, all, tools);
    const dropped = all.filter((one) => one !== 'all' && !this.topic.languages.includes(one));
    await withdrawDocuments({ topicId: id, folderId: id, variants: dropped }, tools);
    for (const folderId of aliases) {
      await withdrawDocuments({ topicId: id, folderId, variants: all }, tools);
    }
  }

  /** What the checker has to know of this publish. */
  published(isIdle: boolean): Published {
    const away = this.shadows.filter(({ of }) => this.retracted.has(of)).map(({ id }) => id);
    const free = this.shadows.filter(({ of }) => !this.retracted.has(of)).map(({ id }) => id);
    this.latest = Math.max(this.latest, this.now);
    return {
      now: this.latest,
      isIdle,
      ...(this.rewoundTo !== undefined && { rewoundTo: this.rewoundTo }),
      retracted: new Set([...this.retracted.values(), ...away]),
      restored: new Set([...this.restored, ...free]),
      addressOf: (path) => `${publicUrl}/${path.replace(firstId, this.topic.id)}`,
      outletsOf: (link) => (this.links.has(link) ? outletsOf(link) : []),
      movedLinks: this.movedLinks,
      withdrawn: this.isAway
        ? ['']
        : languages.filter((tag) => !this.topic.languages.includes(tag)).map((tag) => `${tag}/`),
    };
  }

  /** The documents as they would be named if the topic had never been renamed. */
  readonly nameOf = (path: string): string =>
    path.replace(`topics/${secondId}/`, `topics/${firstId}/`);

  private async changeTopic(given: Partial<Topic>): Promise<void> {
    this.topic = { ...this.topic, ...given };
  }

  private async rename(): Promise<void> {
    await this.store.renameTopic(firstId, secondId);
    await this.changeTopic({ id: secondId, aliases: [firstId] });
  }

  private async reopen(): Promise<void> {
    await this.store.close();
    this.store = await openAt(this.file);
    this.items = [...(await this.store.listItems(0, 10_000))];
  }

  private async takeBackup(): Promise<void> {
    const file = `${this.file}.backup`;
    rmSync(file, { force: true });
    storeFileOf(`sqlite:${this.file}`).copyTo(file);
    const { now: takenAt, shadows } = this;
    const topicId = this.topic.id;
    this.backup = { file, takenAt, topicId, retracted: new Map(this.retracted), shadows };
  }

  /**
   * The file of days ago is put in the place of the store; the tree stays as it is. Sources go on
   * carrying what they carried, so it comes in again.
   */
  private async restoreBackup(): Promise<void> {
    const { backup } = this;
    if (backup === undefined || backup.topicId !== this.topic.id) return;
    await storeFileOf(`sqlite:${this.file}`).replaceWith(backup.file);
    this.rewoundTo = backup.takenAt;
    this.items = [...(await this.store.listItems(0, 10_000))];
    const known = async (id: string) => (await this.store.findStory(id)) !== undefined;
    const shadows: Shadow[] = [];
    // What keeps a copy away is known of stories that the backup has.
    for (const one of this.shadows) if (await known(one.of)) shadows.push(one);
    this.shadows = shadows;
    this.forgetUntold(backup.retracted);
    await this.readAgain(backup.takenAt);
  }

  /** The store is gone and the tree stands; of what was told sources carry the last days. */
  private async loseStore(): Promise<void> {
    await this.store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.file + suffix, { force: true });
    this.store = await openAt(this.file);
    this.rewoundTo = 0;
    this.items = [];
    this.shadows = [];
    this.forgetUntold(new Map());
    await this.readAgain(this.now - windowMs);
  }

  /** Retractions of what was never published are told by nothing but the store. */
  private forgetUntold(known: ReadonlyMap<string, string>): void {
    const documents = [...tree.values()].join('\n');
    const told = [...this.retracted].filter(([, entryId]) => documents.includes(entryId));
    this.retracted = new Map([...told, ...known]);
  }

  /** Before the next publish, or not until something else is reported. */
  private async readAgain(since: number): Promise<void> {
    if (this.random() < 0.5) await this.comeAgain(since);
    else this.lost = since;
  }

  private lost: number | undefined;

  /**
   * What was told since is told once more, as its sources still carry it: some of it edited, or under
   * another guid, so that it would begin another story; and now and then the last outlet is read first.
   */
  private async comeAgain(since: number): Promise<void> {
    this.lost = undefined;
    const stored = new Set(this.items.map(({ guid = '' }) => guid.split('-again-')[0]));
    const missing = this.told.filter(
      ({ at, write }) => at >= since && !stored.has(write.item.guid),
    );
    if (this.random() < 0.5) missing.reverse();
    for (const one of missing) await this.tellAgain(one);
  }

  private async tellAgain({ sourceId, write, copyOf }: Told): Promise<void> {
    const chance = this.random();
    if (chance < 0.7) this.note(chance < 0.4 ? 'edited when read again' : 'guids when read again');
    const isEdited = chance < 0.4;
    const item = chance < 0.7 ? changed(write.item, isEdited, this.now) : write.item;
    const of = this.items.find(({ guid = '' }) => guid.split('-again-')[0] === copyOf);
    const matches = this.matches();
    if (of !== undefined) {
      await this.commit(sourceId, [aDuplicate(item, of.id, of.storyId, { matches })]);
      return;
    }
    const isAsItWas = item === write.item && write.newStory !== undefined;
    await this.commit(sourceId, [isAsItWas ? { ...write, matches } : this.newWrite(item)]);
  }

  private async report(count: number, sourceId?: string): Promise<void> {
    if (this.lost !== undefined) await this.comeAgain(this.lost);
    const source = sources.find(({ id }) => id === sourceId) ?? this.pick(sources);
    const writes = Array.from({ length: count }, () => this.newWrite(this.item(source)));
    for (const write of writes) this.told.push({ at: this.now, sourceId: source.id, write });
    await this.commit(source.id, writes);
  }

  private newWrite(item: Item): ItemWrite {
    return aNewItem(item, { matches: this.matches(), newStory: this.newStory() });
  }

  private newStory() {
    this.minted += 1;
    const id = `s${String(this.minted).padStart(19, '0')}`;
    return { id, entryId: `tag:news.example.org,2026:story/${id}`, createdAt: this.now };
  }

  private matches() {
    return [anOutcome(this.topic.id)];
  }

  private async join(): Promise<void> {
    const of = this.recent();
    if (of === undefined) return;
    const item = this.item(this.pick(sources));
    const matches = this.matches();
    const write = aDuplicate(item, of.id, of.storyId, { matches });
    const copyOf = of.guid === undefined ? {} : { copyOf: of.guid };
    this.told.push({ at: this.now, sourceId: item.sourceId, write, ...copyOf });
    await this.commit(item.sourceId, [write]);
  }

  private async revise(item: StoredItem | undefined): Promise<void> {
    if (item === undefined) return;
    const title = `+ ${item.title}`;
    const revised = { ...item, title, contentHash: aKey('content', title).hash.repeat(4) };
    const write = aKnownItem(revised, item.id, { isRevision: true, matches: this.matches() });
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
    if (!(this.random() < 0.5 && this.retracted.has(item.storyId))) {
      const matches = this.matches();
      await this.commit(item.sourceId, [aDuplicate(again, item.id, item.storyId, { matches })]);
      return;
    }
    const write = this.newWrite(again);
    await this.commit(item.sourceId, [write]);
    const id = write.newStory?.entryId ?? '';
    // Kept away by the keys of what was retracted: to be shown by nothing either.
    this.shadows = [...this.shadows, { id, of: item.storyId }];
  }

  private async changeRule(): Promise<void> {
    const chosen = [this.recent(), this.recent()].filter((item) => item !== undefined);
    const isIn = this.random() < 0.5;
    await this.store.commitRematch({
      topicIds: [this.topic.id],
      outcomes: chosen.map(({ id }) => ({ itemId: id, matches: isIn ? this.matches() : [] })),
    });
  }

  /** Sources carry old items no more; their texts go, and all of what was never published. */
  private async prune(): Promise<void> {
    const request = { now: this.now, retentionMs: 5 * day, retentionOf: new Map() };
    for (let from: object | undefined = {}; from !== undefined; ) {
      const { next } = await this.store.prune({ ...request, ...from });
      from = next && { from: next };
    }
    this.items = [...(await this.store.listItems(0, 10_000))];
  }

  private async retract(): Promise<void> {
    const item = this.random() < 0.3 ? this.pick(this.items) : this.recent();
    if (item === undefined) return;
    const outcome = await this.store.commitAct(this.actOn('retract', item.storyId));
    if (outcome.kind !== 'done') return;
    for (const id of [item.storyId, ...outcome.alongside]) {
      this.retracted.set(id, await this.entryIdOf(id));
    }
  }

  private async restore(): Promise<void> {
    const storyId = [...this.retracted.keys()][0] ?? this.recent()?.storyId;
    if (storyId === undefined) return;
    const outcome = await this.store.commitAct(this.actOn('restore', storyId));
    if (outcome.kind !== 'done') return;
    const ids = [storyId, ...outcome.alongside];
    for (const id of ids) {
      this.retracted.delete(id);
      this.restored.add(await this.entryIdOf(id));
    }
    // What they had kept away is published in its own right from now on.
    const own = new Set(this.restored);
    this.shadows = this.shadows.filter(({ id, of }) => !ids.includes(of) && !own.has(id));
  }

  private actOn(kind: 'retract' | 'restore', storyId: string) {
    return { kind, storyId, at: this.now, by: 'Ann', reason: 'untrue <&>' };
  }

  private async entryIdOf(storyId: string): Promise<string> {
    return (await this.store.findStory(storyId))?.entryId ?? '';
  }

  private async split(): Promise<void> {
    const several = this.items.filter(({ storyId }, index) =>
      this.items.some((other, at) => at !== index && other.storyId === storyId),
    );
    const item = several[this.below(several.length)];
    if (item === undefined) return;
    await this.move({ kind: 'split', itemIds: [item.id], newStory: this.newStory() });
  }

  private async joinStories(): Promise<void> {
    const [one, other] = [this.recent(), this.recent()];
    if (one === undefined || other === undefined) return;
    await this.move({ kind: 'join', storyIds: [one.storyId, other.storyId] });
  }

  private async undo(): Promise<void> {
    const acts = await this.store.listActs({ limit: 20 });
    const last = acts.find(({ kind }) => kind === 'split' || kind === 'join');
    if (last?.kind !== 'split' && last?.kind !== 'join') return;
    const kept = await this.move({ kind: 'undo', storyId: last.storyId, of: last.kind });
    // What left since the item that shows it went is shown again.
    if (last.kind === 'split' && kept) this.restored.add(await this.entryIdOf(last.storyId));
  }

  private async move(given: MoveGiven): Promise<boolean> {
    const intent = { at: this.now, by: 'Ann', reason: '', ...given } as MoveIntent;
    const outcome = await this.store.commitMove(intent);
    if (outcome.kind === 'done') this.noteMoved([outcome.keptId, outcome.otherId]);
    this.items = [...(await this.store.listItems(0, 10_000))];
    return outcome.kind === 'done';
  }

  /** Whose story they are now is for the editor to say. */
  private noteMoved(storyIds: readonly string[]): void {
    for (const { storyId, link } of this.items) {
      if (storyIds.includes(storyId) && link !== undefined) this.movedLinks.add(link);
    }
  }

  private async commit(sourceId: string, writes: readonly ItemWrite[]): Promise<void> {
    await this.store.syncSources(sources, this.now);
    const request = { now: this.now, limit: 1, owner: 'replay', ttlMs: minute, ignoreDue: true };
    const [lease] = await this.store.leaseDueSources({ ...request, only: [sourceId] });
    if (lease === undefined) throw new Error(`${sourceId} could not be leased`);
    const { kind } = await this.store.commitIngest(anIntent(lease, writes, { now: this.now }));
    if (kind !== 'committed') throw new Error(`${sourceId}: its poll ended as ${kind}`);
    for (const { item } of writes) if (item.link !== undefined) this.links.add(item.link);
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

  private note(name: string): void {
    this.happened.set(name, (this.happened.get(name) ?? 0) + 1);
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

type MoveGiven =
  | Pick<Extract<MoveIntent, { kind: 'split' }>, 'kind' | 'itemIds' | 'newStory'>
  | Pick<Extract<MoveIntent, { kind: 'join' }>, 'kind' | 'storyIds'>
  | Pick<Extract<MoveIntent, { kind: 'undo' }>, 'kind' | 'storyId' | 'of'>;

function openAt(file: string): Promise<Store> {
  return openStore({ url: `sqlite:${file}`, inProcess: true });
}
