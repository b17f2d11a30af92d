import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Store } from '../../src/domain/store.ts';
import { buildKey } from '../../src/normalise/item-hash.ts';
import { learnFromTree } from '../../src/pipeline/learn-stories.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aTopic } from '../support/a-story.ts';
import { aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { tree } from '../support/memory-tree.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { aSource } from '../support/sources.ts';

vi.mock('../../src/publish/write-file.ts', async () => import('../support/memory-tree.ts'));

const authority = 'news.example.org,2026';
const source = aSource({ id: 'azertag', title: 'AZERTAC', language: 'en' });
const topics = ['borders', 'rivers'].map((id) => aTopic({ id, languages: ['en'] }));
const clock = fixedClock(seedMorning);

let store: Store;

async function openNew(): Promise<void> {
  const opened = await openStore({ url: 'sqlite::memory:', inProcess: true });
  onTestFinished(() => opened.close());
  store = opened;
}

/** A report at an address of its own, under a guid and a text of today. */
async function tell(name: string, topicIds: readonly string[], now: string): Promise<void> {
  const link = `https://azertag.example/news/1000-${name}`;
  const keys = [
    buildKey('id:guid', 'azertag', `${name} ${now}`),
    buildKey('link', '', link),
    buildKey('content', '', `${name} ${now}`),
  ];
  const item: Item = anItem({ title: `${name} ${now}`, link, keys });
  const id = `s${keys[0]?.hash}`;
  const newStory = { id, entryId: `tag:${authority}:story/${id}`, createdAt: seedMorning };
  const write = aNewItem(item, {
    newStory,
    matches: topicIds.map((topicId) => anOutcome(topicId)),
  });
  await store.syncSources([source], clock.now());
  const request = { now: clock.now(), limit: 1, owner: 'test', ttlMs: minute, ignoreDue: true };
  const [lease] = await store.leaseDueSources(request);
  if (lease === undefined) throw new Error('not leased');
  await store.commitIngest(anIntent(lease, [write], { now: clock.now() }));
}

async function publish(): Promise<void> {
  clock.advance(hour);
  for (const topic of topics) {
    const given = { store, clock, authority, sources: [source], outDir: '/nowhere', topics };
    await publishTopic(topic, publishToolsOf(given));
  }
}

const learn = () =>
  learnFromTree(topics, new Map(), { store, clock, authority, outDir: '/nowhere' });
const idsIn = (topicId: string): readonly string[] =>
  [...(tree.get(`topics/${topicId}/atom.xml`) ?? '').matchAll(/<id>tag:\S+story\/(\w+)</g)].map(
    ([, id = '']) => id,
  );
const storyOf = async (title: string) =>
  (await store.listItems(0, 10)).find((item) => item.title === title)?.storyId;

/** As fifty records of later departures leave it. */
function withoutRecords(): void {
  for (const [name, body] of tree) {
    tree.set(name, body.replaceAll(/<at:deleted-entry .*?<\/at:deleted-entry>\s*/gs, ''));
  }
}

beforeEach(async () => {
  tree.clear();
  await openNew();
  await tell('ferry', ['rivers'], 'then');
  await tell('bridge', ['rivers'], 'then');
  await publish();
});

describe('what all topics of a tree tell', () => {
  it('is learnt before any is published: a story has one id in topics that take it only now', async () => {
    const before = idsIn('rivers');
    await openNew();
    for (const name of ['bridge', 'ferry']) await tell(name, ['borders', 'rivers'], 'now');
    await learn();
    await publish();
    expect(idsIn('rivers').toSorted()).toEqual(before.toSorted());
    expect(idsIn('borders').toSorted()).toEqual(before.toSorted());
  });

  it('is a retraction that one of them alone has on record, whatever the report says now', async () => {
    const storyId = (await storyOf('ferry then')) ?? '';
    const act = { kind: 'retract', storyId, at: clock.now(), by: 'Ann', reason: '' } as const;
    await store.commitAct(act);
    await publish();
    expect(tree.get(`stories/${storyId}/index.html`)).not.toContain('azertag.example');
    await openNew();
    for (const name of ['ferry', 'bridge']) await tell(name, ['borders', 'rivers'], 'now');
    await learn();
    await publish();
    expect(await storyOf('ferry now')).toBe(storyId);
    expect(idsIn('borders')).toEqual([await storyOf('bridge now')]);
    // On record for whoever was told of it, and for a store that is lost again.
    expect(tree.get('topics/rivers/atom.xml')).toContain(`story/${storyId}" when=`);
    expect(tree.get('topics/borders/atom.xml')).not.toContain(storyId);
  });

  it('is found by the addresses in its documents where a receipt is missing or says nothing', async () => {
    const before = idsIn('rivers');
    const [first = '', second = ''] = before;
    tree.delete(`stories/${first}/index.html`);
    tree.set(
      `stories/${second}/index.html`,
      '<meta name="araz:keys" content="link=../x nonsense">',
    );
    await openNew();
    for (const name of ['bridge', 'ferry']) await tell(name, ['rivers'], 'now');
    await learn();
    await publish();
    expect(idsIn('rivers').toSorted()).toEqual(before.toSorted());
  });

  it('is, by its receipt, a retraction that fifty later ones have pushed out of the documents', async () => {
    const storyId = (await storyOf('ferry then')) ?? '';
    const reason = 'untrue, "made up" & <withdrawn>';
    await store.commitAct({ kind: 'retract', storyId, at: clock.now(), by: 'Ann', reason });
    await publish();
    withoutRecords();
    await openNew();
    for (const name of ['ferry', 'bridge']) await tell(name, ['rivers'], 'now');
    await learn();
    await publish();
    expect(idsIn('rivers')).toEqual([await storyOf('bridge now')]);
    expect(await store.listActs({ storyId, limit: 1 })).toMatchObject([
      { kind: 'retract', reason },
    ]);
  });

  it('is, by its receipt, the id and the date of a story whose source was away when a store was lost', async () => {
    const entry = /<entry(?:(?!<entry).)*?ferry then.*?<\/entry>/s;
    const before = entry.exec(tree.get('topics/rivers/atom.xml') ?? '')?.[0] ?? '';
    const storyId = await storyOf('ferry then');
    await openNew();
    await tell('bridge', ['rivers'], 'now');
    await learn();
    await publish();
    expect(idsIn('rivers')).not.toContain(storyId);
    await openNew();
    clock.advance(hour);
    for (const name of ['bridge', 'ferry']) await tell(name, ['rivers'], 'later');
    await learn();
    await publish();
    expect(await storyOf('ferry later')).toBe(storyId);
    const published = /<published>.*?</.exec(before)?.[0] ?? 'none';
    expect(
      /<entry(?:(?!<entry).)*?ferry later.*?<\/entry>/s.exec(
        tree.get('topics/rivers/atom.xml') ?? '',
      )?.[0],
    ).toContain(published);
  });

  it('is nothing where a receipt names another story than its own', async () => {
    const [own = '', other = ''] = idsIn('rivers');
    const forged = (tree.get(`stories/${own}/index.html`) ?? '').replace(
      '</head>',
      `<meta name="araz:retracted" content="2026-01-01T00:00:00.000Z no"></head>`,
    );
    tree.set(`stories/${other}/index.html`, forged);
    await openNew();
    for (const name of ['bridge', 'ferry']) await tell(name, ['rivers'], 'now');
    await learn();
    expect(await store.listActs({ limit: 10 })).toEqual([]);
  });

  it('is nothing where another site published it', async () => {
    for (const [name, body] of tree) tree.set(name, body.replaceAll(authority, 'x.example,2025'));
    await openNew();
    await tell('ferry', ['rivers'], 'now');
    const minted = await storyOf('ferry now');
    await learn();
    expect(await storyOf('ferry now')).toBe(minted);
  });
});
