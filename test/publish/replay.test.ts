import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { EditionRecord, EntryRecord } from '../../src/domain/publication.ts';
import type { Source } from '../../src/domain/source.ts';
import type { TopicSelection } from '../../src/domain/store.ts';
import type { StoryInTopic } from '../../src/domain/story.ts';
import { atom } from '../../src/publish/atom.ts';
import { buildEditions } from '../../src/publish/build-edition.ts';
import { documentPath } from '../../src/publish/formats.ts';
import { emptySelection } from '../support/a-selection.ts';
import { aStoredItem, aStory, aTopic } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { ContractChecker } from '../support/contract-checker.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts } from './nasty.ts';

/** ARAZ_REPLAY_SEEDS widens the net; the everyday run keeps to what a minute allows. */
const seeds = Number(process.env['ARAZ_REPLAY_SEEDS'] ?? 2);
const days = 30;
const publishesADay = 2;

const languages = ['az', 'fa', 'en'];
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

/** A region's news in memory: what the store would hold, changed by chance. */
class Newsroom {
  now = aMorning;
  readonly stories = new Map<string, StoryInTopic>();
  private readonly entries = new Map<string, EntryRecord>();
  private readonly editions = new Map<string, EditionRecord>();
  private items = 0;
  private isRemoved = false;
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** Something happens, or nothing; true when nothing did. */
  live(): boolean {
    const events = [
      () => this.flood(),
      () => this.report(3),
      () => this.report(8),
      () => this.join(),
      () => this.join(),
      () => this.revise(),
      () => this.touch(),
      () => this.dropFromTopic(),
      () => this.returnToTopic(),
    ];
    if (!this.isRemoved && this.now > aMorning + 20 * day) {
      // An editor takes a source out of the configuration.
      this.isRemoved = true;
      return false;
    }
    if (this.random() < 0.2) return true;
    const count = 1 + Math.floor(this.random() * 4);
    for (let index = 0; index < count; index++) this.pick(events)();
    return false;
  }

  publish(checker: ContractChecker, isIdle: boolean): void {
    const selection = this.select();
    const declared = sources.filter(({ id }) => !this.isRemoved || id !== 'outlet-1');
    const { intent, editions } = buildEditions({
      topic: aTopic({ languages }),
      selection,
      site: { title: 'Araz', language: 'en', timezone: 'Asia/Baku' },
      publicUrl: 'https://news.example.org',
      authority: 'news.example.org,2026',
      hubs: [],
      ttlMinutes: 15,
      sources: new Map(declared.map((source) => [source.id, source])),
      now: this.now,
    });
    for (const row of intent.entries) {
      const key = `${row.variant} ${row.storyId}`;
      const old = this.entries.get(key);
      expect(old?.archivedAt ?? old?.leftAt).toBeUndefined();
      expect(old === undefined || old.itemId === row.itemId).toBe(true);
      this.entries.set(key, row);
    }
    for (const row of intent.editions) this.editions.set(`${row.variant} ${row.format}`, row);
    for (const edition of editions) {
      const path = documentPath(edition.publication, atom);
      const body = atom.render(edition);
      checker.check({ path, mediaType: atom.mediaType, body }, this.now, isIdle);
    }
  }

  private select(): TopicSelection {
    const rows = [...this.entries.values()];
    return {
      ...emptySelection,
      stories: [...this.stories.values()],
      entries: rows,
      editions: [...this.editions.values()],
      left: rows
        .filter(({ leftAt }) => leftAt !== undefined)
        .map((row) => ({ ...row, entryId: `tag:news.example.org,2026:story/${row.storyId}` })),
    };
  }

  private report(count: number, sourceId?: string): void {
    for (let index = 0; index < count; index++) {
      const told = aStory(this.stories.size + 1, [this.item(sourceId)]);
      this.stories.set(told.story.id, told);
    }
  }

  /** One outlet sends sixty at once. */
  private flood(): void {
    if (this.random() < 0.1) this.report(60, 'outlet-5');
  }

  private join(): void {
    this.change((told) => aStory(numberOf(told), [...told.items, this.item()]));
  }

  private revise(): void {
    this.change((told) => {
      const [first, ...rest] = told.items;
      if (first === undefined) return told;
      const revised = { ...first, title: `+ ${first.title}`, revisedAt: this.now };
      return { ...told, items: [revised, ...rest] };
    });
  }

  /** Seen again, with a later date and nothing else; the store keeps the first one. */
  private touch(): void {
    this.change((told) => {
      const items = told.items.map((item) => ({
        ...item,
        publishedRaw: this.now,
        lastSeenAt: this.now,
      }));
      return { ...told, items };
    });
  }

  private dropFromTopic(): void {
    this.change((told) => ({ ...told, matches: [] }));
  }

  private returnToTopic(): void {
    this.change((told) => aStory(numberOf(told), told.items));
  }

  private change(by: (told: StoryInTopic) => StoryInTopic): void {
    const recent = [...this.stories.values()].slice(-60);
    if (recent.length === 0) return;
    const told = this.pick(recent);
    this.stories.set(told.story.id, by(told));
  }

  private item(sourceId?: string): StoredItem {
    const source = sources.find(({ id }) => id === sourceId) ?? this.pick(sources);
    const isNasty = this.random() < 0.1;
    const text = isNasty ? this.pick(nastyTexts)[1] : `Xəbər ${this.items}`;
    // Late ones, and clocks that run fast.
    const published = this.now - Math.floor(this.random() * 3 * hour) + 8 * minute;
    return aStoredItem({
      id: ++this.items,
      sourceId: source.id,
      language: source.language,
      title: text,
      summary: `${text} ${this.items}`,
      contentHtml: '<p>Tam mətn</p>',
      published,
      firstSeenAt: this.now,
    });
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
}

function numberOf({ story }: StoryInTopic): number {
  return Number(story.id.replace('story', ''));
}

describe('thirty days of news', () => {
  it.each(Array.from({ length: seeds }, (_, seed) => seed + 1))(
    'keep the publication contract (seed %i)',
    (seed) => {
      const newsroom = new Newsroom(seed);
      const checker = new ContractChecker();
      for (let publish = 0; publish < days * publishesADay; publish++) {
        newsroom.now += day / publishesADay;
        const isIdle = newsroom.live();
        newsroom.publish(checker, isIdle && publish > 0);
      }
      expect(checker.violations.slice(0, 10)).toEqual([]);
      expect(checker.documents).toBe(days * publishesADay * (languages.length + 1));
      expect(newsroom.stories.size).toBeGreaterThan(60);
    },
    120_000,
  );
});
