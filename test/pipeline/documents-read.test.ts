import { copyFileSync, cpSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { Store } from '../../src/domain/store.ts';
import { publishIfChanged } from '../../src/pipeline/publish-topic.ts';
import { standingDate } from '../../src/publish/read-standing.ts';
import { findDocument } from '../../src/publish/write-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aTopic } from '../support/a-story.ts';
import { aKnownItem, aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { aSource } from '../support/sources.ts';
import { tempFolder } from '../support/temp-store.ts';

const reads = vi.hoisted((): string[] => []);
vi.mock('../../src/publish/write-file.ts', async (original) => {
  const real = await original<typeof import('../../src/publish/write-file.ts')>();
  const counted: typeof real.findDocument = (root, name) => {
    reads.push(name);
    return real.findDocument(root, name);
  };
  return { ...real, findDocument: counted };
});

const topic = aTopic({ languages: ['en', 'az'] });
const source = aSource({ id: 'azertag', title: 'AZERTAC', language: 'en' });
const matches = [anOutcome(topic.id)];
/** Of two languages and all: three formats each, and the corrections. */
const documents = 3 * 3 + 1;

interface Desk {
  readonly outDir: string;
  readonly file: string;
  store: Store;
  tell(write: ItemWrite): Promise<void>;
  /** Publishes what changed, and answers what was read for it. */
  publish(): Promise<readonly string[]>;
}

async function openDesk(): Promise<Desk> {
  const folder = await tempFolder();
  const clock = fixedClock(seedMorning);
  const file = path.join(folder, 'araz.db');
  const outDir = path.join(folder, 'public');
  const desk: Desk = {
    outDir,
    file,
    store: await openStore({ url: `sqlite:${file}`, inProcess: true }),
    tell: async (write) => {
      const now = clock.now();
      await desk.store.syncSources([source], now);
      const request = { now, limit: 1, owner: 'test', ttlMs: minute, ignoreDue: true };
      const [lease] = await desk.store.leaseDueSources(request);
      if (lease === undefined) throw new Error('not leased');
      await desk.store.commitIngest(anIntent(lease, [write], { now }));
    },
    publish: async () => {
      clock.advance(hour);
      reads.length = 0;
      const [state] = await desk.store.listTopicStates();
      const authority = 'news.example.org,2026';
      const given = { store: desk.store, clock, authority, sources: [source], outDir };
      const tools = publishToolsOf({ ...given, topics: [topic] });
      const { refused } = await publishIfChanged(topic, tools, state);
      expect(refused).toEqual([]);
      return reads.filter((name) => !name.startsWith('stories/'));
    },
  };
  onTestFinished(() => desk.store.close());
  return desk;
}

let desk: Desk;

const report = (title: string) => aNewItem(anItem({ title }), { matches });

async function edit(id: number, title: string): Promise<void> {
  const item = await desk.store.findItem(id);
  if (item === undefined) throw new Error('not stored');
  const revised = { ...item, title, contentHash: aKey('content', title).hash.repeat(4) };
  await desk.tell(aKnownItem(revised, id, { isRevision: true, matches }));
}

const dateOf = async (name: string): Promise<number> =>
  standingDate((await findDocument(desk.outDir, `topics/${topic.id}/${name}`)) ?? '') ?? 0;

beforeEach(async () => {
  desk = await openDesk();
  await desk.tell(report('one'));
  await desk.publish();
});

describe('a publish', () => {
  it('reads no document that stands as it was left, whether anything changes or not', async () => {
    expect(await desk.publish()).toEqual([]);
    await desk.tell(report('two'));
    expect(await desk.publish()).toEqual([]);
    await edit(1, 'one, edited');
    expect(await desk.publish()).toEqual([]);
  });

  it('reads all of a tree that was copied, once', async () => {
    const copy = `${desk.outDir}.copy`;
    cpSync(desk.outDir, copy, { recursive: true });
    rmSync(desk.outDir, { recursive: true });
    cpSync(copy, desk.outDir, { recursive: true });
    // Each atom.xml twice: what it tells, and when it changed.
    expect(new Set(await desk.publish()).size).toBe(documents);
    expect(await desk.publish()).toEqual([]);
  });

  it('reads what is of another time, be it of the same size', async () => {
    const name = `topics/${topic.id}/rss.xml`;
    utimesSync(path.join(desk.outDir, name), 1_800_000_000, 1_800_000_000);
    expect(await desk.publish()).toEqual([name]);
  });

  it('reads what was published after a backup that was put back, and lets no date go back', async () => {
    const backup = `${desk.file}.backup`;
    const reopen = async (act: () => void) => {
      await desk.store.close();
      act();
      desk.store = await openStore({ url: `sqlite:${desk.file}`, inProcess: true });
    };
    await reopen(() => copyFileSync(desk.file, backup));
    // As long as before: sizes alone would not tell.
    await edit(1, 'two');
    await desk.publish();
    const after = await dateOf('atom.xml');
    await reopen(() => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(desk.file + suffix, { force: true });
      copyFileSync(backup, desk.file);
    });
    const read = await desk.publish();
    expect(read).toContain(`topics/${topic.id}/atom.xml`);
    // Nobody wrote in Azerbaijani, so nothing of it changed.
    expect(read.filter((one) => one.includes('/az/'))).toEqual([]);
    expect(await dateOf('atom.xml')).toBeGreaterThan(after);
    expect(await desk.publish()).toEqual([]);
  });
});
