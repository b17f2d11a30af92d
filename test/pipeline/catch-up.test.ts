import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { ItemWrite } from '../../src/domain/intent.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { TopicSelection } from '../../src/domain/selection.ts';
import type { Store } from '../../src/domain/store.ts';
import { selectCaughtUp } from '../../src/pipeline/catch-up.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { standingDate } from '../../src/publish/read-standing.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aTopic } from '../support/a-story.ts';
import { aKnownItem, aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../support/an-item.ts';
import { type FixedClock, fixedClock } from '../support/fixed-clock.ts';
import { tree } from '../support/memory-tree.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { aSource } from '../support/sources.ts';
import { tempFolder } from '../support/temp-store.ts';

vi.mock('../../src/publish/write-file.ts', async () => import('../support/memory-tree.ts'));
const nothing = vi.hoisted(() => async () => ({ written: 0, unchanged: 0, refused: [] }));
vi.mock('../../src/pipeline/publish-receipts.ts', () => ({ publishReceipts: nothing }));
vi.mock('../../src/pipeline/publish-months.ts', () => ({ publishMonths: nothing }));

const topic = aTopic({ languages: ['en'] });
const authority = 'news.example.org,2026';
const source = aSource({ id: 'azertag', title: 'AZERTAC', language: 'en' });
const folder = 'topics/azerbaijan-iran/';
const request = { topicId: topic.id, languages: topic.languages, limit: 200 };

let clock: FixedClock;
let file: string;
let store: Store;

beforeEach(async () => {
  tree.clear();
  clock = fixedClock(seedMorning);
  file = path.join(await tempFolder(), 'araz.db');
  store = await openStore({ url: `sqlite:${file}`, inProcess: true });
});

afterEach(() => store.close());

/** Reports of one outlet, each a story of its own that is in the topic. */
async function tell(...titles: readonly string[]): Promise<void> {
  const writes = titles.map((title) => {
    const item = anItem({ title, published: clock.now() });
    const id = `s${aKey('link', title).hash}`;
    const newStory = { id, entryId: entryIdOf(title), createdAt: clock.now() };
    return aNewItem(item, { newStory, matches: [anOutcome(topic.id)] });
  });
  await commit(writes);
}

const entryIdOf = (title: string): string => `tag:${authority}:story/s${aKey('link', title).hash}`;

async function commit(writes: readonly ItemWrite[]): Promise<void> {
  const now = clock.now();
  await store.syncSources([source], now);
  const [lease] = await store.leaseDueSources({
    now,
    limit: 1,
    owner: 'test',
    ttlMs: minute,
    ignoreDue: true,
    only: [source.id],
  });
  if (lease === undefined) throw new Error('not leased');
  await store.commitIngest(anIntent(lease, writes, { now }));
}

async function itemOf(title: string): Promise<StoredItem> {
  const items = await store.listItems(0, 1_000);
  const found = items.find((item) => item.title === title);
  if (found === undefined) throw new Error(`${title} was never told`);
  return found;
}

/** The outlet writes another headline over a report. */
async function edit(title: string, to: string): Promise<void> {
  const item = await itemOf(title);
  const revised = { ...item, title: to, contentHash: aKey('content', to).hash.repeat(4) };
  await commit([
    aKnownItem(revised, item.id, { isRevision: true, matches: [anOutcome(topic.id)] }),
  ]);
}

async function dropByRule(title: string): Promise<void> {
  const { id } = await itemOf(title);
  await store.commitRematch({ topicIds: [topic.id], outcomes: [{ itemId: id, matches: [] }] });
}

async function act(kind: 'retract' | 'restore', title: string): Promise<void> {
  const { storyId } = await itemOf(title);
  await store.commitAct({ kind, storyId, at: clock.now(), by: 'Ann', reason: 'untrue: all of it' });
}

function tools() {
  const given = { store, clock, authority, sources: [source], outDir: '/nowhere' };
  return { ...publishToolsOf({ ...given, topics: [topic] }), noted: [] };
}

async function publish(): Promise<void> {
  clock.advance(hour);
  const { refused } = await publishTopic(topic, tools());
  expect(refused).toEqual([]);
}

const select = (): Promise<TopicSelection> => store.selectTopic(request);
const catchUp = (): Promise<TopicSelection> => selectCaughtUp(topic, select, tools());

/** Lets time and news go by, and then puts the store of before under the tree of after. */
async function rewindAfter(later: () => Promise<void>): Promise<void> {
  const backup = `${file}.backup`;
  await store.close();
  copyFileSync(file, backup);
  store = await openStore({ url: `sqlite:${file}`, inProcess: true });
  await later();
  await store.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  copyFileSync(backup, file);
  store = await openStore({ url: `sqlite:${file}`, inProcess: true });
}

const rowOf = async (title: string, selection: TopicSelection) => {
  const { storyId } = await itemOf(title);
  return selection.entries.find((row) => row.storyId === storyId && row.variant === 'all');
};
const bodyOf = (name: string): string => tree.get(folder + name) ?? '';
const dateOf = (body: string): number => Date.parse(/<updated>(.*?)</.exec(body)?.[1] ?? '');
const ids = (body: string): readonly string[] =>
  [...body.matchAll(/<id>(tag:[^<]*:story\/[^<]*)</g)].map(([, id = '']) => id);

/** The store's answer, and that nothing was written into it. */
async function expectNothingLearnt(): Promise<void> {
  const writes = [vi.spyOn(store, 'commitEdition'), vi.spyOn(store, 'commitAct')];
  expect(await catchUp()).toEqual(await select());
  for (const write of writes) expect(write).not.toHaveBeenCalled();
}

describe('a tree that tells nothing new', () => {
  beforeEach(async () => {
    await tell('one', 'two');
    await publish();
  });

  it('is one that stands as the store left it', () => expectNothingLearnt());

  it('is one that is missing, whole or in part', async () => {
    tree.delete(`${folder}atom.xml`);
    await expectNothingLearnt();
    tree.clear();
    await expectNothingLearnt();
  });

  it('is one that is older than the store', async () => {
    const before = new Map(tree);
    await edit('one', 'one, edited');
    await publish();
    for (const [name, body] of before) tree.set(name, body);
    await expectNothingLearnt();
  });

  it.each<[string, (body: string) => string]>([
    ['nothing', () => ''],
    ['half of a later document', (body) => later(body).slice(0, 1_500)],
    [
      'a later document with a byte broken',
      (body) => later(body).replace('<entry', '<entry\u0000<'),
    ],
    ['a page', () => '<!doctype html><title>404</title><p><updated>2027-01-01T00:00:00Z</updated>'],
    ['bytes', () => '\u0000\u0001\ufffd'.repeat(500)],
    ['a document of no date', (body) => body.replaceAll(/<updated>.*?<\/updated>/g, '')],
    [
      'a document of another site',
      (body) => later(body).replaceAll(authority, 'other.example,2025'),
    ],
    [
      'an RSS document',
      () => `<rss><channel><lastBuildDate>${later('2026')}</lastBuildDate></channel></rss>`,
    ],
  ])('is one with %s in the place of a document, which is replaced', async (_, spoil) => {
    const sound = bodyOf('atom.xml');
    tree.set(`${folder}atom.xml`, spoil(sound));
    await expectNothingLearnt();
    await publish();
    expect(bodyOf('atom.xml')).toBe(sound);
  });

  it('is one in which others have put files of their own', async () => {
    tree.set(`${folder}atom.xml.bak`, later(bodyOf('atom.xml')));
    tree.set(`${folder}archive/1.atom`, later(bodyOf('atom.xml')));
    tree.set('topics/other/atom.xml', later(bodyOf('atom.xml')));
    await expectNothingLearnt();
  });
});

const later = (body: string): string => body.replaceAll('2026', '2027');

describe('a tree that is newer than the store, since an older backup was put back', () => {
  it('keeps what left by a rule away, as of then', async () => {
    await tell('one', 'two');
    await publish();
    let left = 0;
    await rewindAfter(async () => {
      await dropByRule('one');
      await publish();
      left = clock.now();
    });
    // The rule of before would take it.
    expect(await rowOf('one', await catchUp())).toBeUndefined();
    const { left: gone } = await select();
    expect(gone.map(({ leftAt, leftReason }) => [leftAt, leftReason])).toContainEqual([
      left,
      'rule',
    ]);
    await publish();
    expect(ids(bodyOf('atom.xml'))).toEqual([entryIdOf('two')]);
  });

  it('has what an editor retracted retracted again, with the reason and the moment', async () => {
    await tell('one', 'two');
    await publish();
    let at = 0;
    await rewindAfter(async () => {
      at = clock.now();
      await act('retract', 'one');
      await publish();
    });
    expect(await store.listActs({ limit: 10 })).toEqual([]);
    await catchUp();
    expect(await store.listActs({ limit: 10 })).toMatchObject([
      { kind: 'retract', at, by: 'the published tree', reason: 'untrue: all of it' },
    ]);
    await publish();
    expect(ids(bodyOf('atom.xml'))).toEqual([entryIdOf('two')]);
    expect(bodyOf('atom.xml')).toContain(`ref="${entryIdOf('one')}"`);
  });

  it('has a story retracted again of which the store knows nothing any more', async () => {
    await tell('one');
    await publish();
    await rewindAfter(async () => {
      await tell('two');
      await publish();
      await act('retract', 'two');
      await publish();
    });
    await catchUp();
    // Its source still carries it.
    await tell('two');
    await publish();
    expect(ids(bodyOf('atom.xml'))).toEqual([entryIdOf('one')]);
  });

  it('does not retract what an editor restored', async () => {
    await tell('one', 'two');
    await publish();
    await rewindAfter(async () => {
      await act('retract', 'one');
      await publish();
      await act('restore', 'one');
      await publish();
    });
    await catchUp();
    expect(await store.listActs({ limit: 10 })).toEqual([]);
    await publish();
    expect(ids(bodyOf('atom.xml'))).toContain(entryIdOf('one'));
  });

  it('lets no date go back where an edit was lost with the store', async () => {
    await tell('one', 'two');
    await publish();
    let edited = '';
    await rewindAfter(async () => {
      await edit('one', 'one, edited');
      await publish();
      edited = bodyOf('atom.xml');
    });
    await publish();
    const entry = (body: string) =>
      body.match(/<entry .*?<\/entry>/gs)?.find((one) => one.includes(entryIdOf('one'))) ?? '';
    expect(entry(bodyOf('atom.xml'))).not.toContain('edited');
    expect(dateOf(entry(bodyOf('atom.xml')))).toBeGreaterThan(dateOf(entry(edited)));
    expect(dateOf(bodyOf('atom.xml'))).toBeGreaterThan(dateOf(edited));
  });

  it.each(['corrections.atom', 'feed.json', 'rss.xml'])(
    'lets no date of %s go back, be it newer alone',
    async (name) => {
      await tell('one', 'two');
      await publish();
      await edit('one', 'one, edited');
      await publish();
      const body = bodyOf(name);
      // As after an edit in the archive, or another name of an outlet that only one format gives.
      const ahead = body.replace(
        /(<updated>|<lastBuildDate>|^ {2}"updated": ")(.*?)(?=[<"])/m,
        (_, tag, date) => {
          const moved = new Date(Date.parse(date) + 48 * hour);
          return tag + (name === 'rss.xml' ? moved.toUTCString() : moved.toISOString());
        },
      );
      tree.set(folder + name, ahead);
      await edit('two', 'two, edited');
      await publish();
      const dateIn = (text: string) => standingDate(text) ?? 0;
      expect(dateIn(ahead)).toBeGreaterThan(dateIn(body));
      expect(dateIn(bodyOf(name))).toBeGreaterThanOrEqual(dateIn(ahead));
      expect(bodyOf(name)).toContain('two, edited');
    },
  );

  it('has receipts and pages of the past written again, which tell what was forgotten', async () => {
    await tell('one', 'two');
    await publish();
    await act('retract', 'one');
    await publish();
    const due = async () => [
      ...(await store.listDueReceipts(100)),
      ...(await store.listDueMonths(topic.id)),
    ];
    await store.setReceiptVersion('v1');
    await store.setMonthsVersion('v1');
    await store.settleReceipts(await store.listDueReceipts(100));
    await store.settleMonths(await store.listDueMonths(topic.id));
    await rewindAfter(async () => {
      await act('restore', 'one');
      await publish();
    });
    expect(await due()).toEqual([]);
    await catchUp();
    const { storyId } = await itemOf('one');
    expect(await due()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ storyId }),
        expect.objectContaining({ month: '2026-02' }),
      ]),
    );
  });

  it('learns once: what was learnt is not learnt again', async () => {
    await tell('one', 'two');
    await publish();
    await rewindAfter(async () => {
      await dropByRule('one');
      await publish();
    });
    await catchUp();
    await publish();
    await expectNothingLearnt();
  });
});

describe('an archive that is newer than the store', () => {
  // One source has room for 25 in a live document.
  const many = (name: string) => Array.from({ length: 20 }, (_, number) => `${name} ${number}`);

  beforeEach(async () => {
    await tell(...many('first'));
    await publish();
  });

  /** Makes the first reports give way, so that a page is frozen. */
  async function flood(): Promise<void> {
    await tell(...many('second'));
    await publish();
  }

  it('is taken over byte for byte, with what it carries', async () => {
    await rewindAfter(flood);
    const page = bodyOf('archive/1.atom');
    expect(page).toContain('<fh:archive');
    const known = { topicId: topic.id, variant: 'all', number: 1 } as const;
    expect(await store.findArchivePage(known)).toBeUndefined();
    await catchUp();
    expect(await store.findArchivePage(known)).toBe(page);
    await publish();
    expect(bodyOf('archive/1.atom')).toBe(page);
  });

  it('keeps off the live document what made way there', async () => {
    await rewindAfter(flood);
    const live = new Set(ids(bodyOf('atom.xml')));
    const onPage = ids(bodyOf('archive/1.atom')).filter((id) => !live.has(id));
    expect(onPage.length).toBeGreaterThan(0);
    await publish();
    expect(ids(bodyOf('atom.xml')).filter((id) => onPage.includes(id))).toEqual([]);
  });

  it('is taken with less where something was retracted from it since', async () => {
    await flood();
    const [id = ''] = ids(bodyOf('archive/1.atom')).slice(-1);
    const title = many('first').find((one) => entryIdOf(one) === id) ?? '';
    await rewindAfter(async () => {
      await act('retract', title);
      await publish();
    });
    const page = bodyOf('archive/1.atom');
    expect(page).toContain('at:deleted-entry');
    await publish();
    expect(bodyOf('archive/1.atom')).toBe(page);
  });

  it.each<[string, (page: string) => string]>([
    ['damaged', (page) => page.slice(0, page.length / 2)],
    ['of another site', (page) => page.replaceAll(authority, 'other.example,2025')],
  ])('is left aside from a page on that is %s', async (_, spoil) => {
    await rewindAfter(flood);
    tree.set(`${folder}archive/1.atom`, spoil(bodyOf('archive/1.atom')));
    await catchUp();
    const known = { topicId: topic.id, variant: 'all', number: 1 } as const;
    expect(await store.findArchivePage(known)).toBeUndefined();
    // What came after the backup comes in again, and is frozen anew in the page's place.
    await flood();
    expect(bodyOf('archive/1.atom')).toContain('</feed>');
    expect(bodyOf('archive/1.atom')).not.toContain('other.example,2025');
  });
});
