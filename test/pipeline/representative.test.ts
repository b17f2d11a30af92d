import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { Source } from '../../src/domain/source.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Line, openLine, pair } from '../support/a-line.ts';
import { type CarriedEntry, rssOf } from '../support/carried.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { tempFolder } from '../support/temp-store.ts';

/** A short report by an outlet of low rank, which is the first to come. */
const first: CarriedEntry = {
  guid: 'first',
  link: 'https://first.example/n/48113',
  title: 'Azerbaijan and Iran hold talks about their border crossings',
  text: 'Delegations of the two countries met in Baku on Saturday to speak of the crossings at Astara.',
  date: 'Sat, 07 Feb 2026 09:40:00 GMT',
};
/** The same text in full, by a better outlet, earlier. */
const fuller: CarriedEntry = {
  ...first,
  guid: 'fuller',
  link: 'https://fuller.example/n/71904',
  text: `${first.text} They agreed to open the new bridge by summer and to ask fewer papers of drivers.`,
  date: 'Sat, 07 Feb 2026 06:10:00 GMT',
};
/** A report of its own by the best outlet, the earliest of all. */
const own: CarriedEntry = {
  guid: 'own',
  link: 'https://own.example/n/30555',
  title: 'Baku: Azerbaijan and Iran discuss border crossings at Astara',
  text: 'Officials of Iran and Azerbaijan discussed the border crossings at Astara in Baku on Saturday, and a new bridge.',
  date: 'Sat, 07 Feb 2026 05:00:00 GMT',
};
const other: CarriedEntry = {
  guid: 'other',
  link: 'https://own.example/n/30560',
  title: 'Iran sends Azerbaijan forty lorries of medicines after the flood',
  text: 'The lorries left Tabriz for Ganja, where two hospitals wait for what they bring.',
  date: 'Sat, 07 Feb 2026 05:30:00 GMT',
};

const outlets = { first: 4, fuller: 1, own: 1 } as const;
type Outlet = keyof typeof outlets;

/** An entry of the published feed, in so far as it must never change. */
interface Shown {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
}

interface Room {
  line: Line;
  bring(outlet: Outlet, ...entries: readonly CarriedEntry[]): Promise<void>;
  /** Publishes, and answers what every document shows: all have to say the same. */
  shown(): Promise<readonly Shown[]>;
  itemAt(link: string | undefined): Promise<StoredItem>;
  restart(): Promise<void>;
}

async function openRoom(): Promise<Room> {
  const [outDir, data] = [await tempFolder(), await tempFolder()];
  const open = () => openStore({ url: `sqlite:${path.join(data, 'araz.db')}`, inProcess: true });
  let store = await open();
  onTestFinished(() => store.close());
  const room: Room = {
    line: await openLine(undefined, store),
    bring: async (outlet, ...entries) => {
      room.line.server.at(`/${outlet}.xml`, { body: rssOf(entries) });
      await room.line.poll(sourceOf(room.line, outlet));
      room.line.clock.advance(hour);
    },
    shown: async () => {
      await publish(room.line, outDir);
      room.line.clock.advance(hour);
      const [all, english] = ['', 'en/'].map((folder) =>
        entriesOf(readFileSync(path.join(outDir, 'topics', pair.id, folder, 'feed.json'), 'utf8')),
      );
      expect(english).toEqual(all);
      return all ?? [];
    },
    itemAt: async (link) => {
      const item = (await store.listItems(0, 99)).find((one) => one.link === link);
      if (item === undefined) throw new Error(`nothing is stored of ${link}`);
      return item;
    },
    restart: async () => {
      const passed = room.line.clock.now();
      await store.close();
      store = await open();
      room.line = await openLine(undefined, store);
      room.line.clock.advance(passed - room.line.clock.now());
    },
  };
  await room.line.store.setTopicVersions(room.line.tools.topics.versions);
  return room;
}

function sourceOf(line: Line, outlet: Outlet): Source {
  return line.source(outlet, { rank: outlets[outlet] });
}

async function publish(line: Line, outDir: string): Promise<void> {
  const names = Object.keys(outlets) as Outlet[];
  const report = await publishTopic(
    pair,
    publishToolsOf({
      store: line.store,
      clock: line.clock,
      authority: line.tools.authority,
      sources: names.map((name) => sourceOf(line, name)),
      topics: [pair],
      outDir,
    }),
  );
  expect(report.refused).toEqual([]);
}

function entriesOf(json: string): readonly Shown[] {
  const { items } = JSON.parse(json) as { items: Record<string, string>[] };
  return items.map(({ id = '', title = '', url = '', date_published: published = '' }) => {
    return { id, title, url, published };
  });
}

/** A room in which the first report was published before the others came. */
async function aPublishedRoom(): Promise<Room & { readonly before: readonly Shown[] }> {
  const room = await openRoom();
  await room.bring('first', first);
  const before = await room.shown();
  expect(before).toMatchObject([{ title: first.title, url: first.link }]);
  return Object.assign(room, { before });
}

describe('the report that shows a published story', () => {
  it('stays when one that is better in all ways joins, as a copy and as a report of its own', async () => {
    const room = await aPublishedRoom();
    await room.bring('fuller', fuller);
    expect((await room.itemAt(fuller.link)).duplicate?.layer).toBe('near-text');
    expect(await room.shown()).toEqual(room.before);
    await room.bring('own', own);
    expect(await room.itemAt(own.link)).toMatchObject({ joined: { layer: 'same-story' } });
    expect(await room.shown()).toEqual(room.before);
  });

  it('would have been the better one, had it come in time', async () => {
    const room = await openRoom();
    await room.bring('first', first);
    await room.bring('own', own);
    expect(await room.shown()).toMatchObject([{ title: own.title, url: own.link }]);
  });

  it('stays through a split and its undo', async () => {
    const room = await aPublishedRoom();
    await room.bring('fuller', fuller);
    await room.bring('own', own);
    const { store, clock } = room.line;
    const { id, storyId } = await room.itemAt(own.link);
    const newStory = {
      id: 'split00000000000000',
      entryId: 'tag:river.example,2026:story/split',
      createdAt: clock.now(),
    };
    const act = { at: clock.now(), by: 'Ann', reason: '' };
    expect(
      await store.commitMove({ ...act, kind: 'split', itemIds: [id], newStory }),
    ).toMatchObject({ kind: 'done' });
    const [kept, parted, ...more] = await room.shown();
    expect([[kept], parted?.url, more]).toEqual([room.before, own.link, []]);
    expect(await store.commitMove({ ...act, kind: 'undo', storyId, of: 'split' })).toMatchObject({
      kind: 'done',
    });
    expect(await room.shown()).toEqual(room.before);
  });

  it('stays through a join with a story that was never published, and its undo', async () => {
    const room = await aPublishedRoom();
    await room.bring('own', other);
    const { store, clock } = room.line;
    const [kept, joined] = [await room.itemAt(first.link), await room.itemAt(other.link)];
    expect(joined.storyId).not.toBe(kept.storyId);
    const act = { at: clock.now(), by: 'Ann', reason: '' };
    const storyIds = [joined.storyId, kept.storyId] as const;
    expect(await store.commitMove({ ...act, kind: 'join', storyIds })).toMatchObject({
      kind: 'done',
      keptId: kept.storyId,
    });
    expect(await room.shown()).toEqual(room.before);
    const undo = { ...act, kind: 'undo', storyId: kept.storyId, of: 'join' } as const;
    expect(await store.commitMove(undo)).toMatchObject({ kind: 'done' });
    expect((await room.shown()).filter(({ id }) => id === room.before[0]?.id)).toEqual(room.before);
  });

  it('stays through a restart, and through better ones that come after it', async () => {
    const room = await aPublishedRoom();
    await room.restart();
    await room.bring('fuller', fuller);
    await room.bring('own', own);
    expect(await room.shown()).toEqual(room.before);
    await room.restart();
    expect(await room.shown()).toEqual(room.before);
  });

  it('stays when its outlet drops it and the others go on', async () => {
    const room = await aPublishedRoom();
    await room.bring('fuller', fuller);
    await room.bring('first', {
      ...other,
      guid: 'later',
      link: 'https://first.example/n/48190',
      title: 'A park opens in Quba',
      text: 'Children were the first to see it.',
    });
    expect(await room.shown()).toEqual(room.before);
  });
});
