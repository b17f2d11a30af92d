import { describe, expect, it } from 'vitest';
import { pruneDaily } from '../../src/app/prune-store.ts';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import { day, hour } from '../../src/domain/instant.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { decideItems } from '../../src/pipeline/decide-items.ts';
import { createOneAtATime } from '../../src/pipeline/one-at-a-time.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { connect } from '../../src/store/sqlite/connect.ts';
import type { Connection } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/store.ts';
import { aTopic } from '../support/a-story.ts';
import { openDesk } from '../support/an-app.ts';
import { anIntent } from '../support/an-intent.ts';
import { seedMorning } from '../support/an-item.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { aParsedFeed } from '../support/parsed-feeds.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { aSource } from '../support/sources.ts';
import { tempFolder } from '../support/temp-store.ts';

const windowItems = 8;
const itemsPerStep = 4;
/** A virtual poll every third day, with retention after it. */
const stepMs = 3 * day;
const topic = aTopic({ languages: ['en'] });
const topics = compileTopics({ topics: [topic], concepts: shippedConcepts });

/** A name of its own for every number, so that items have little in common. */
function nameOf(n: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ru', 'ze', 'po', 'ta', 'gu', 'ne', 'shi'];
  const digits = String((n * 7_919) % 100_000).padStart(5, '0');
  const name = [...digits].map((digit) => syllables[Number(digit)]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The document of a source: its newest items; one in four is in the topic. */
function documentOf(source: Source, newest: number, window = windowItems) {
  const first = Math.max(0, newest - window + 1);
  const numbers = Array.from({ length: newest - first + 1 }, (_, n) => newest - n);
  return aParsedFeed(
    numbers.map((n) => ({
      id: `${source.id}-${n}`,
      link: `https://${source.id}.example/news/${10_000 + n}`,
      title:
        n % 4 === 0
          ? `Azerbaijan and Iran sign the ${nameOf(n)} paper`
          : `${nameOf(n)} of ${nameOf(n + 40_000)} opens a school`,
      summary: `${nameOf(n + 10_000)} said so to ${nameOf(n + 20_000)}. ${'And more. '.repeat(100)}`,
      published: new Date(seedMorning + (n * stepMs) / itemsPerStep).toISOString(),
    })),
  );
}

/** A desk without network: polls are documents handed in. */
class Desk {
  readonly store: Store;
  readonly db: Connection;
  readonly clock = fixedClock(seedMorning);
  readonly sources: readonly Source[];
  readonly inTurn = createOneAtATime();

  constructor(sources: readonly Source[]) {
    this.sources = sources;
    this.db = connect({ file: ':memory:' });
    this.store = createSqliteStore(this.db);
  }

  /** Reads a document; answers how many of its items were new. */
  async poll(source: Source, newest: number, window?: number): Promise<number> {
    const now = this.clock.now();
    await this.store.syncSources(this.sources, now);
    const request = { now, limit: 1, owner: 'desk', ttlMs: hour, ignoreDue: true };
    const [lease] = await this.store.leaseDueSources({ ...request, only: [source.id] });
    if (lease === undefined) throw new Error(`${source.id} cannot be leased`);
    const { items } = normaliseDocument({
      document: documentOf(source, newest, window),
      source,
      trust: fullTrust,
      now,
    });
    const tools = { store: this.store, topics, authority: 'river.example,2026' };
    const { asOf, writes } = await decideItems(source.id, items, tools, now);
    await this.store.commitIngest(anIntent(lease, writes, { asOf, now }));
    return writes.filter(({ decision }) => decision.kind !== 'known').length;
  }

  async prune(retentionMs: number) {
    const { store, clock, inTurn } = this;
    const config = { retentionMs, sources: this.sources };
    const log = { info: () => {} };
    // The parts of the application that retention takes.
    const app = { store, clock, log, setup: { config }, ingestTools: () => ({ inTurn }) };
    return pruneDaily(app as unknown as Parameters<typeof pruneDaily>[0]);
  }

  async publish(outDir: string): Promise<void> {
    await publishTopic(
      topic,
      publishToolsOf({
        store: this.store,
        clock: this.clock,
        outDir,
        topics: [topic],
        sources: this.sources,
      }),
    );
  }

  count(table: string): number {
    return this.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  }

  /** Pages that are in use. */
  pages(): number {
    const of = (name: string) => this.db.get<Record<string, number>>(`PRAGMA ${name}`)?.[name] ?? 0;
    return of('page_count') - of('freelist_count');
  }
}

describe('retention over months', () => {
  it('reaches a plateau, brings nothing back as new and loses nothing published', async () => {
    const [busy, slow] = [aSource({ id: 'turan', language: 'en' }), aSource({ id: 'slow' })];
    const desk = new Desk([busy, slow]);
    const outDir = await tempFolder();
    const pages: number[] = [];
    const fresh = { busy: 0, slow: 0 };
    const steps = 70;
    for (let step = 0; step < steps; step += 1) {
      desk.clock.advance(stepMs);
      fresh.busy += await desk.poll(busy, step * itemsPerStep + itemsPerStep - 1);
      // One that tells something every fifth month and answers 304 in between.
      if (step % 50 === 0) fresh.slow += await desk.poll(slow, 4 + step / 50);
      if (step % 25 === 0) await desk.publish(outDir);
      await desk.prune(30 * day);
      pages.push(desk.pages());
    }
    await desk.publish(outDir);
    expect(fresh).toEqual({ busy: steps * itemsPerStep, slow: 6 });

    const titles = desk.db.all<{ title: string }>(
      "SELECT title FROM entries e JOIN items i ON i.id = e.item_id WHERE variant = 'all'",
    );
    expect(titles).toHaveLength(steps);
    expect(titles.every(({ title }) => title.startsWith('Azerbaijan and Iran'))).toBe(true);
    // Of what nobody published the items of three months and of the windows are known.
    const unpublished = desk.count('items') - titles.length;
    expect(unpublished).toBeLessThan((93 / 3) * itemsPerStep + 2 * windowItems);
    expect(desk.count('window_keys')).toBeLessThan((18 / 3) * itemsPerStep * 45);
    // Then only receipts are added.
    expect((pages[69] ?? 0) / (pages[40] ?? 1)).toBeLessThan(1.2);
    await desk.store.close();
  }, 60_000);

  it('takes an item up where it stood when it returns within three months', async () => {
    const source = aSource({ id: 'turan', language: 'en' });
    const desk = new Desk([source]);
    expect(await desk.poll(source, 9)).toBe(8);
    desk.clock.advance(day);
    await desk.poll(source, 40, 1);
    desk.clock.advance(80 * day);
    await desk.prune(5 * day);
    expect(await desk.store.findItem(3)).toMatchObject({ isPruned: true });
    desk.clock.advance(day);
    expect(await desk.poll(source, 9)).toBe(0);
    expect(await desk.store.findItem(3)).not.toHaveProperty('isPruned');
    expect(desk.count('item_revisions')).toBe(0);
    await desk.store.close();
  });

  it('is upkeep of a day: not again within it, again when the clock was set back', async () => {
    const { app } = await openDesk();
    const clock = app.clock as ReturnType<typeof fixedClock>;
    expect(await pruneDaily(app)).toBeDefined();
    clock.advance(23 * hour);
    expect(await pruneDaily(app)).toBeUndefined();
    clock.advance(hour);
    expect(await pruneDaily(app)).toBeDefined();
    clock.set(clock.now() - 5 * day);
    expect(await pruneDaily(app)).toBeDefined();
  });
});
