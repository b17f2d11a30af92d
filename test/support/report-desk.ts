import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { Store } from '../../src/domain/store.ts';
import type { AuditFinding, StoreFile } from '../../src/domain/store-file.ts';
import { openStore, storeFileOf } from '../../src/store/open-store.ts';
import { aNewItem, anIntent, anOutcome } from './an-intent.ts';
import { aKey, anItem, seedMorning } from './an-item.ts';
import { aSource } from './sources.ts';
import { tempFolder } from './temp-store.ts';

export const topicId = 'azerbaijan-iran';
const authority = 'news.example.org,2026';
const source = aSource({ id: 'azertag', language: 'az' });

/** A store in a file of its own, and short words for what is done to it. */
export class ReportDesk {
  readonly file: string;
  readonly store: Store;
  now = seedMorning;

  private constructor(file: string, store: Store) {
    this.file = file;
    this.store = store;
  }

  static async open(): Promise<ReportDesk> {
    const file = path.join(await tempFolder(), 'araz.db');
    const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
    onTestFinished(() => store.close());
    await store.freezeAuthority(authority);
    await store.syncSources([source], seedMorning);
    return new ReportDesk(file, store);
  }

  async tell(...writes: readonly ItemWrite[]): Promise<void> {
    const request = { now: this.now, limit: 1, owner: 'test', ttlMs: 60_000, ignoreDue: true };
    const [lease] = await this.store.leaseDueSources({ ...request, only: [source.id] });
    if (lease === undefined) throw new Error('not leased');
    await this.store.commitIngest(anIntent(lease, writes, { now: this.now }));
  }

  async publish(...itemIds: readonly number[]): Promise<void> {
    const dates = { published: this.now, updated: this.now };
    const entries = await Promise.all(
      itemIds.map(async (itemId) => {
        const storyId = (await this.store.findItem(itemId))?.storyId ?? '';
        return { topicId, storyId, variant: 'all', itemId, ...dates };
      }),
    );
    await this.store.commitEdition({ topicId, entries, editions: [] });
  }

  findings(): readonly AuditFinding[] {
    return storeFileOf(`sqlite:${this.file}`).audit().findings;
  }

  /** A copy that nobody has open, for what is to be broken. */
  async copy(): Promise<{ readonly file: string; readonly store: StoreFile }> {
    const file = path.join(await tempFolder(), 'copy.db');
    storeFileOf(`sqlite:${this.file}`).copyTo(file);
    return { file, store: storeFileOf(`sqlite:${file}`) };
  }
}

const paragraphs = [
  'Bakıda keçirilən görüşdə sərhəd ticarəti və dəmir yolu müzakirə olundu. ',
  'در این دیدار درباره تجارت مرزی و راه‌آهن گفت‌وگو شد. ',
  'Стороны обсудили приграничную торговлю и железную дорогу. ',
  'The two sides talked about trade over the border and the railway. ',
];

export function aReport(number: number): ItemWrite {
  const text = paragraphs[number % paragraphs.length] ?? '';
  const title = `Report ${number}`;
  const item = anItem({
    sourceId: source.id,
    title,
    summary: text.repeat(4),
    contentHtml: `<p>${text.repeat(30 + (number % 40))}</p>`,
  });
  const id = `s${aKey('link', title).hash}`;
  const newStory = { id, entryId: `tag:${authority}:story/${id}`, createdAt: seedMorning };
  return aNewItem(item, { newStory, matches: [anOutcome(topicId)] });
}

/** A store of so many reports, each a story of its own that is in the topic. */
export async function aFullDesk(reports = 60): Promise<ReportDesk> {
  const desk = await ReportDesk.open();
  await desk.tell(...Array.from({ length: reports }, (_, number) => aReport(number)));
  return desk;
}
