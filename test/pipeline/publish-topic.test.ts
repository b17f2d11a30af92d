import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hour, minute, second } from '../../src/domain/instant.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { repairReceipts } from '../../src/pipeline/publish-receipts.ts';
import {
  type PublishReport,
  type PublishTools,
  publishIfChanged,
  publishTopic,
} from '../../src/pipeline/publish-topic.ts';
import { rematchTopics } from '../../src/pipeline/rematch-topics.ts';
import { withdrawTopic } from '../../src/pipeline/withdraw-documents.ts';
import { formats } from '../../src/publish/formats.ts';
import { type Line, openLine, pair } from '../support/a-line.ts';
import { aNewItem, anIntent, anOutcome } from '../support/an-intent.ts';
import { anItem } from '../support/an-item.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { smallFeed } from '../support/small-feed.ts';
import { tempFolder } from '../support/temp-store.ts';
import { snapshot } from '../support/work-folder.ts';

let line: Line;
let outDir: string;

const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
const bridge = { name: 'bridge', title: 'Iran and Azerbaijan open a bridge over the river' };

beforeEach(async () => {
  line = await openLine();
  outDir = await tempFolder();
  line.server.at('/a.xml', { body: smallFeed('A', [talks, bridge]) });
  await line.poll(line.source('a'));
  await line.store.setTopicVersions(line.tools.topics.versions);
});

function tools(more: Partial<PublishTools> = {}): PublishTools {
  const { store, clock } = line;
  const { authority } = line.tools;
  const sources = [line.source('a')];
  return {
    ...publishToolsOf({ store, clock, authority, sources, outDir, topics: [pair] }),
    ...more,
  };
}

const publish = (more: Partial<PublishTools> = {}): Promise<PublishReport> =>
  publishTopic(pair, tools(more));

/** Without the receipts, of which a flood of stories has many. */
const publishFeeds = (more: Partial<PublishTools> = {}): Promise<PublishReport> =>
  publish({ isCopy: true, ...more });

const documentAt = (name: string): string =>
  readFileSync(path.join(outDir, 'topics', pair.id, name), 'utf8');

/** What lies in the tree, the packed copies left aside. */
const documents = (): readonly string[] =>
  [...snapshot(outDir).keys()].filter((file) => !/\.(?:gz|br)$/.test(file));

/** The pair's rule replaced, and what is stored matched by it. */
async function changeRule(rule: Topic['rule']): Promise<void> {
  const topics = compileTopics({ topics: [{ ...pair, rule }], concepts: shippedConcepts });
  await rematchTopics(line.store, topics);
}

/** So many stories at once, the newest of them story 0. */
async function tellMany(count: number, name: string): Promise<void> {
  const writes = Array.from({ length: count }, (_, number) =>
    aNewItem(
      anItem({
        sourceId: `outlet${number % 5}`,
        title: `Iran and Azerbaijan ${name} ${number}`,
        published: line.clock.now() - number * second,
      }),
      { matches: [anOutcome(pair.id)] },
    ),
  );
  for (const id of [0, 1, 2, 3, 4].map((number) => `outlet${number}`)) {
    const own = writes.filter(({ item }) => item.sourceId === id);
    const lease = await line.lease(line.source(id));
    await line.store.commitIngest(anIntent(lease, own, { now: line.clock.now() }));
  }
}

async function storyOf(title: string): Promise<string> {
  const items = await line.store.listItems(0, 1_000);
  return items.find((item) => item.title === title)?.storyId ?? '';
}

describe('a topic', () => {
  it('is published in every format and language, each document with its entries', async () => {
    const report = await publish();
    expect(report).toMatchObject({ topicId: pair.id, entries: 2, unchanged: 0, refused: [] });
    for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'index.html', 'en/atom.xml']) {
      expect(documentAt(name)).toContain(talks.title);
    }
    expect(documentAt('az/atom.xml')).not.toContain(talks.title);
    expect(report.written).toBe(documents().length);
  });

  it('that did not change is not written: bytes and times stay', async () => {
    const first = await publish();
    const before = snapshot(outDir);
    line.clock.advance(hour);
    // Receipts and months that nothing touched are not even looked at.
    const past = documents().filter((file) => /^stories\/|\/archive\/.*html$/.test(file));
    const unchanged = first.written - past.length;
    expect(await publish()).toMatchObject({ written: 0, unchanged });
    expect(snapshot(outDir)).toEqual(before);
  });

  it('that got an item merely seen again is not written either', async () => {
    await publish();
    line.clock.advance(hour);
    await line.poll(line.source('a'));
    expect((await publish()).written).toBe(0);
  });
});

describe('a flood from one source', () => {
  it('does not keep the older stories of another out, and all is done in one publish', async () => {
    const minutesAgo = (minutes: number) =>
      new Date(line.clock.now() - minutes * minute).toUTCString();
    const stored = Array.from({ length: 460 }, (_, number) =>
      aNewItem(
        anItem({
          sourceId: 'flood',
          title: `Iran and Azerbaijan archive page ${number}`,
          published: line.clock.now() - number * second,
        }),
        { matches: [anOutcome(pair.id)] },
      ),
    );
    const quiet = [
      'Azerbaijan and Iran sign rail memorandum',
      'Iran recalls its ambassador from Azerbaijan',
      'Azerbaijan and Iran quarrel over the water of the Araz',
    ].map((title, index) => ({ name: `${index}`, title, date: minutesAgo(600 + index) }));
    line.server.at('/quiet.xml', { body: smallFeed('Quiet', quiet) });
    await line.poll(line.source('quiet'));
    const lease = await line.lease(line.source('flood'));
    await line.store.commitIngest(anIntent(lease, stored, { now: line.clock.now() }));
    const ids = ['a', 'quiet', 'flood'];
    const sources = new Map(ids.map((id) => [id, line.source(id)]));
    await publish({ sources, isCopy: true });
    const feed: { items: { _araz: { shown_by: { source: string } } }[] } = JSON.parse(
      documentAt('feed.json'),
    );
    const shown = feed.items.map((item) => item._araz.shown_by.source);
    expect(shown.filter((id) => id === 'quiet')).toHaveLength(3);
    expect(shown.filter((id) => id === 'flood')).toHaveLength(25);
    const [health] = await line.store.listTopicHealth(line.clock.now());
    expect(health).toMatchObject({ entriesTotal: 465, entriesLive: shown.length });
    const before = snapshot(outDir);
    line.clock.advance(hour);
    expect(await publish({ sources, isCopy: true })).toMatchObject({ written: 0 });
    expect(snapshot(outDir)).toEqual(before);
  });
});

describe('a crash', () => {
  it('between the commit and the files is repaired by the next run', async () => {
    const killed = { ...tools(), outDir: path.join(outDir, 'gone') };
    writeFileSync(killed.outDir, 'no folder can be made here');
    await expect(publishTopic(pair, killed)).rejects.toMatchObject({ code: 'io' });
    const report = await publish();
    expect(report.written).toBeGreaterThan(0);
    expect(documentAt('atom.xml')).toContain(talks.title);
    line.clock.advance(hour);
    expect((await publish()).written).toBe(0);
  });

  it('in the middle of the files is repaired to the very bytes', async () => {
    await publish();
    const whole = snapshot(outDir);
    writeFileSync(path.join(outDir, 'topics', pair.id, 'rss.xml'), 'half a doc');
    line.clock.advance(hour);
    expect(await publish()).toMatchObject({ written: 1 });
    const hashes = (files: ReadonlyMap<string, string>) =>
      [...files].map(([file, facts]) => [file, facts.split(' ')[0]]);
    expect(hashes(snapshot(outDir))).toEqual(hashes(whole));
  });

  it('of the store leaves the files as they were', async () => {
    await publish();
    const before = snapshot(outDir);
    const extra = { name: 'new', title: 'Iran and Azerbaijan agree on gas' };
    line.server.at('/a.xml', { body: smallFeed('A', [extra, talks, bridge]) });
    await line.poll(line.source('a'));
    const store: Store = new Proxy(line.store, {
      get: (target, name) =>
        name === 'commitEdition'
          ? () => Promise.reject(new Error('disk full'))
          : Reflect.get(target, name, target),
    });
    await expect(publish({ store })).rejects.toThrow('disk full');
    expect(snapshot(outDir)).toEqual(before);
  });
});

describe('an archive', () => {
  /** Ids of the entries by following the links from the live document to the first page. */
  function idsFrom(name: string): string[] {
    const body = documentAt(name);
    const ids = [...body.matchAll(/<entry .*?<id>(.*?)<\/id>/gs)].map(([, id = '']) => id);
    const older = /rel="prev-archive" href="(?:[^"]*\/)?(\d+\.atom)"/.exec(body)?.[1];
    const folder = name.startsWith('en/') ? 'en/' : '';
    return older === undefined ? ids : [...ids, ...idsFrom(`${folder}archive/${older}`)];
  }

  it('is reached from the live document, page by page to the first entry', async () => {
    await tellMany(70, 'first');
    await publishFeeds();
    line.clock.advance(hour);
    await tellMany(12, 'second');
    await publishFeeds();
    expect(new Set(idsFrom('atom.xml')).size).toBe(84);
    expect(new Set(idsFrom('en/atom.xml')).size).toBe(84);
    const before = snapshot(outDir);
    line.clock.advance(hour);
    expect(await publishFeeds()).toMatchObject({ written: 0 });
    expect(snapshot(outDir)).toEqual(before);
  });

  it('keeps the pages that stand as they are while others follow', async () => {
    await tellMany(70, 'first');
    await publishFeeds();
    const first = documentAt('archive/1.atom');
    line.clock.advance(hour);
    await tellMany(40, 'second');
    await publishFeeds({ publicUrl: 'https://moved.example' });
    expect(documentAt('archive/1.atom')).toBe(first);
    expect(documentAt('atom.xml')).toContain('https://moved.example/');
  });

  it('whose files a crash lost comes back from the store, byte for byte', async () => {
    await tellMany(70, 'first');
    await publishFeeds();
    const page = documentAt('archive/1.atom');
    const elsewhere = path.join(outDir, 'rebuilt');
    const report = await publishFeeds({ outDir: elsewhere });
    expect(report.unchanged).toBe(0);
    const file = path.join(elsewhere, 'topics', pair.id, 'archive', '1.atom');
    expect(readFileSync(file, 'utf8')).toBe(page);
    writeFileSync(file, page.slice(0, 100));
    expect(await publishFeeds({ outDir: elsewhere })).toMatchObject({ written: 1 });
    expect(readFileSync(file, 'utf8')).toBe(page);
  });
});

describe('a retracted story', () => {
  const retract = (storyId: string, kind: 'retract' | 'restore' = 'retract') =>
    line.store.commitAct({ kind, storyId, at: line.clock.now(), by: 'Ann', reason: 'untrue & so' });

  it('leaves every document with a record, for good, and comes back when it is restored', async () => {
    await publish();
    const id = await storyOf(talks.title);
    line.clock.advance(hour);
    await retract(id);
    await publish();
    for (const name of ['atom.xml', 'rss.xml', 'feed.json', 'index.html', 'en/atom.xml']) {
      expect(documentAt(name)).not.toContain(talks.title);
      expect(documentAt(name)).toContain(bridge.title);
    }
    expect(documentAt('en/atom.xml')).toMatch(/deleted-entry ref="[^"]+" when=/);
    expect(documentAt('atom.xml')).toContain('retracted: untrue &amp; so');
    // Edited, given another guid, matched again by another rule: it stays away.
    line.clock.advance(hour);
    const edited = { name: 'talks', title: 'Iran and Azerbaijan held other talks' };
    line.server.at('/a.xml', { body: smallFeed('A', [edited, bridge]) });
    await line.poll(line.source('a'));
    await changeRule({ all: ['iran'] });
    await publish();
    expect(documentAt('atom.xml')).not.toContain(edited.title);
    await retract(id, 'restore');
    await publish();
    expect(documentAt('atom.xml')).toContain(edited.title);
    expect(documentAt('atom.xml')).not.toContain('deleted-entry');
  });

  it('is replaced by its record on the archive page, and the others there keep their bytes', async () => {
    await tellMany(70, 'long ago');
    await publishFeeds();
    const page = documentAt('archive/1.atom');
    const titles = [...page.matchAll(/Iran and Azerbaijan long ago \d+/g)];
    const title = titles.at(-1)?.[0] ?? '';
    line.clock.advance(hour);
    await retract(await storyOf(title));
    await publishFeeds();
    const after = documentAt('archive/1.atom');
    const entriesOf = (body: string) => body.match(/<entry .*?<\/entry>/gs) ?? [];
    expect(entriesOf(after)).toEqual(
      entriesOf(page).filter(
        (entry) => !entry.includes(`${title}<`) && !entry.includes(`${title}]`),
      ),
    );
    expect(entriesOf(after)).toHaveLength(entriesOf(page).length - 1);
    expect(after).toContain('deleted-entry');
    line.clock.advance(hour);
    expect(await publishFeeds()).toMatchObject({ written: 0 });
    await retract(await storyOf(title), 'restore');
    await publishFeeds();
    expect(documentAt('archive/1.atom')).toBe(after);
    expect(documentAt('archive/2.atom')).toContain(title);
  });
});

describe('publishing again', () => {
  const again = async (more: Partial<PublishTools> = {}): Promise<PublishReport> => {
    const states = await line.store.listTopicStates();
    const state = states.find(({ topicId }) => topicId === pair.id);
    return publishIfChanged(pair, tools(more), state);
  };

  it('renders nothing while neither store nor configuration changed', async () => {
    await publish();
    const select = vi.spyOn(line.store, 'selectTopic');
    expect(await again()).toMatchObject({ entries: 2, written: 0, refused: [] });
    line.clock.advance(hour);
    await line.poll(line.source('a'));
    await again();
    expect(select).not.toHaveBeenCalled();
    select.mockRestore();
  });

  it.each([
    ['is missing', () => rmSync(path.join(outDir, 'topics', pair.id, 'rss.xml'))],
    ['is half', () => writeFileSync(path.join(outDir, 'topics', pair.id, 'rss.xml'), '<rss')],
  ])('puts back a document that %s', async (_, spoil) => {
    await publish();
    const whole = documentAt('rss.xml');
    spoil();
    expect(await again()).toMatchObject({ written: 1 });
    expect(documentAt('rss.xml')).toBe(whole);
  });

  it('renders anew by other code, and touches only what that writes otherwise', async () => {
    await publish({ renderedBy: 'one release' });
    const rss = formats.find(({ name }) => name === 'rss');
    if (rss === undefined) throw new Error('there is no RSS');
    const before = rss.render.bind(rss);
    const spy = vi.spyOn(rss, 'render').mockImplementation((edition) => `${before(edition)}\n`);
    expect((await again({ renderedBy: 'one release' })).written).toBe(0);
    expect((await again({ renderedBy: 'the next' })).written).toBe(1 + pair.languages.length);
    expect((await again({ renderedBy: 'the next' })).written).toBe(0);
    spy.mockRestore();
  });

  it('renders what another configuration says', async () => {
    await publish();
    expect((await again({ publicUrl: 'https://moved.example' })).written).toBeGreaterThan(0);
    expect((await again({ publicUrl: 'https://moved.example' })).written).toBe(0);
  });

  it('goes on where a crash left off', async () => {
    const killed = { ...tools(), outDir: path.join(outDir, 'gone') };
    writeFileSync(killed.outDir, 'no folder can be made here');
    await expect(publishTopic(pair, killed)).rejects.toMatchObject({ code: 'io' });
    expect((await again()).written).toBeGreaterThan(0);
    expect((await again()).written).toBe(0);
  });
});

describe('a document that does not read back', () => {
  afterEach(() => vi.restoreAllMocks());

  const fallIll = (render: () => string): void => {
    const rss = formats.find(({ name }) => name === 'rss');
    if (rss === undefined) throw new Error('there is no RSS');
    const well = rss.render.bind(rss);
    // Only whole editions: what is rendered to be measured has one entry at most.
    vi.spyOn(rss, 'render').mockImplementation((edition) =>
      edition.entries.length > 1 ? render() : well(edition),
    );
  };
  const bare = '<rss version="2.0"><channel><title>River</title></channel></rss>';

  it.each([
    ['ends too early', () => '<rss version="2.0"><channel>', 'rss.xml: '],
    ['has lost its entries', () => bare, 'reads back with 0 of 3 entries'],
    ['is no feed', () => '<html></html>', 'rss.xml: does not read back'],
    [
      'cannot be rendered',
      () => {
        throw new TypeError('no such part');
      },
      'rss.xml: cannot be rendered: no such part',
    ],
  ])('as it %s is refused; the good one stays, the others are written', async (_, render, why) => {
    await publish();
    const good = documentAt('rss.xml');
    const extra = { name: 'new', title: 'Iran and Azerbaijan agree on gas' };
    line.server.at('/a.xml', { body: smallFeed('A', [extra, talks, bridge]) });
    await line.poll(line.source('a'));
    fallIll(render);
    const report = await publish();
    expect(report.refused).toHaveLength(2);
    expect(report.refused[0]).toContain(why);
    expect(documentAt('rss.xml')).toBe(good);
    expect(documentAt('atom.xml')).toContain(extra.title);
    vi.restoreAllMocks();
    expect(await publish()).toMatchObject({ written: 2, refused: [] });
    expect(documentAt('rss.xml')).toContain(extra.title);
  });
});

describe('a rule', () => {
  const only = (title: string): Topic['rule'] => ({ all: ['iran', { phrase: title }] });

  it('that no longer lets an item in removes it with that reason, for good', async () => {
    await publish();
    line.clock.advance(hour);
    await changeRule(only('talks'));
    await publish();
    expect(documentAt('atom.xml')).toContain(talks.title);
    expect(documentAt('rss.xml')).not.toContain(bridge.title);
    expect(documentAt('atom.xml')).toContain('deleted-entry');
    const request = { topicId: pair.id, languages: ['en'], limit: 50 };
    const { left } = await line.store.selectTopic(request);
    expect(left.map(({ variant, leftReason }) => [variant, leftReason])).toContainEqual([
      'all',
      'rule',
    ]);
    line.clock.advance(hour);
    await changeRule(pair.rule);
    await publish();
    expect(documentAt('rss.xml')).not.toContain(bridge.title);
    expect(documentAt('rss.xml')).toContain(talks.title);
  });

  it('that is undone brings nothing back until an editor restores it, under its old id', async () => {
    await publish();
    const before: { items: { id: string; title: string }[] } = JSON.parse(documentAt('feed.json'));
    const storyId = await storyOf(bridge.title);
    const restore = () =>
      line.store.commitAct({
        kind: 'restore',
        storyId,
        at: line.clock.now(),
        by: 'Ann',
        reason: '',
      });
    line.clock.advance(hour);
    await changeRule(only('talks'));
    await publish();
    // No editor can put in what the rule in force keeps out.
    expect(await restore()).toEqual({ kind: 'nothing-to-restore', leftTopics: [pair.id] });
    await changeRule(pair.rule);
    for (let poll = 0; poll < 2; poll++) {
      line.clock.advance(hour);
      await line.poll(line.source('a'));
      await publish();
      for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'index.html', 'en/atom.xml']) {
        expect(documentAt(name), name).not.toContain(bridge.title);
      }
      expect(documentAt('en/atom.xml')).toContain('deleted-entry');
    }
    expect(await restore()).toMatchObject({ kind: 'done', topics: [pair.id] });
    await publish();
    const after: typeof before = JSON.parse(documentAt('feed.json'));
    const idsOf = ({ items }: typeof before) => items.map(({ id }) => id).sort();
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(documentAt('en/atom.xml')).toContain(bridge.title);
    expect(documentAt('en/atom.xml')).not.toContain('deleted-entry');
  });
});

describe('a topic that was withdrawn and returns', () => {
  it('has all its documents again, the pages of its past too', async () => {
    await publish();
    const before = documents();
    expect(before.some((file) => /archive\/\d{4}-\d\d\/index\.html$/.test(file))).toBe(true);
    await withdrawTopic(pair.id, ['all', ...pair.languages], tools());
    expect(documents().filter((file) => file.includes(`topics/${pair.id}/`))).toEqual([]);
    await publish();
    expect(documents()).toEqual(before);
  });
});

describe('the receipts of a topic', () => {
  const receipts = (): readonly string[] =>
    documents().filter((file) => file.startsWith('stories/'));

  it('are written with the pages that lead to them, one a story', async () => {
    await publish();
    expect(receipts()).toHaveLength(2);
    const page = documentAt('index.html');
    for (const file of receipts()) expect(page).toContain(file.replace('index.html', ''));
  });

  it('are written again for the story that was touched, and for no other', async () => {
    await publish();
    const before = snapshot(outDir);
    const edited = { ...talks, title: `${talks.title} again` };
    line.server.at('/a.xml', { body: smallFeed('A', [edited, bridge]) });
    await line.poll(line.source('a'));
    await publish();
    const after = snapshot(outDir);
    const changed = receipts().filter((file) => after.get(file) !== before.get(file));
    expect(changed).toHaveLength(1);
    expect(readFileSync(path.join(outDir, changed[0] ?? ''), 'utf8')).toContain('again');
  });

  it('that are missing come back when the tree is repaired, the others stay as they are', async () => {
    await publish();
    const before = snapshot(outDir);
    const [lost = ''] = receipts();
    rmSync(path.join(outDir, lost));
    expect(await publish()).toMatchObject({ written: 0 });
    expect(await repairReceipts(tools())).toMatchObject({ written: 1, unchanged: 1 });
    expect(readFileSync(path.join(outDir, lost), 'utf8')).toContain('</html>');
    expect(snapshot(outDir).size).toBe(before.size);
  });

  it('of a copy of the tree are all written, and what is due stays due', async () => {
    const copy = { outDir: await tempFolder(), isCopy: true };
    await publish(copy);
    expect(await repairReceipts(tools(copy))).toMatchObject({ written: 2 });
    expect(await line.store.listDueReceipts(10)).toHaveLength(2);
  });
});
