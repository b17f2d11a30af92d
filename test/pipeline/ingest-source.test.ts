import { beforeEach, describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { type IngestReport, ingestSource } from '../../src/pipeline/ingest-source.ts';
import { createOneAtATime } from '../../src/pipeline/one-at-a-time.ts';
import { type Line, openLine } from '../support/a-line.ts';
import { type SmallItem, smallFeed } from '../support/small-feed.ts';
import { topicsChangedBy } from '../support/topics-changed.ts';

const talks: SmallItem = {
  name: 'talks',
  title: 'Azerbaijan and Iran hold talks about their border crossings',
  text: 'Delegations of the two countries met in Baku on Saturday to speak of the crossings.',
};
const rain: SmallItem = { name: 'rain', title: 'Rain is expected along the whole coast' };

let line: Line;

beforeEach(async () => {
  line = await openLine();
});

const items = (): Promise<readonly StoredItem[]> => line.store.listItems(0, 5_000);

async function stateOf(id: string) {
  const state = (await line.store.listSourceStates()).find(({ sourceId }) => sourceId === id);
  if (state === undefined) throw new Error(`${id} is not known`);
  return state;
}

/** A store of which one method is another. */
function storeWith(methods: Partial<Store>): Store {
  return new Proxy(line.store, {
    get: (store, name) => Reflect.get(name in methods ? methods : store, name, store),
  });
}

/** One poll, and the topics that it changed. */
async function pollWatched(source: Source) {
  const reports: (IngestReport | undefined)[] = [];
  const changed = await topicsChangedBy(line.store, async () => {
    reports.push(await line.poll(source));
  });
  return { poll: reports[0]?.poll, changed };
}

describe('one source', () => {
  it('is answered 304 the second time, and nothing is new', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks, rain]), etag: '"1"' });
    const source = line.source('a');
    const first = await pollWatched(source);
    expect(first.poll).toMatchObject({ outcome: 'modified', itemsNew: 2, httpStatus: 200 });
    expect(first.changed).toEqual(['azerbaijan-iran']);
    line.clock.advance(hour);
    const second = await pollWatched(source);
    expect(second.poll).toMatchObject({ outcome: 'not-modified', itemsNew: 0, bytes: 0 });
    expect(second.changed).toEqual([]);
    expect(await items()).toHaveLength(2);
  });

  it('sends the same items again: they are seen again, and change no topic', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks, rain]) });
    const source = line.source('a');
    await line.poll(source);
    line.clock.advance(hour);
    const again = await pollWatched(source);
    expect(again.poll).toMatchObject({ itemsNew: 0, itemsRevised: 0 });
    expect(again.changed).toEqual([]);
    expect((await items()).map((item) => item.lastSeenAt)).toEqual(Array(2).fill(line.clock.now()));
  });

  it('replaces all it had: items may have come and gone unseen, and the poll row says so', async () => {
    const source = line.source('a');
    const polls: (boolean | undefined)[] = [];
    for (const names of [
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ]) {
      const carried = names.map((name) => ({ name, title: `The ${name} of the coast road` }));
      line.server.at('/a.xml', { body: smallFeed('A', carried) });
      polls.push((await line.poll(source))?.poll.mayHaveMissed);
      line.clock.advance(hour);
    }
    expect(polls).toEqual([false, false, true]);
    const stored = await line.store.listPolls(9);
    expect(stored.map((poll) => poll.mayHaveMissed)).toEqual([true, false, false]);
  });

  it('revises an item: id and first date stay, the text and the matches follow', async () => {
    const source = line.source('a');
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    await line.poll(source);
    const [before] = await items();
    line.clock.advance(hour);
    const date = 'Sat, 07 Feb 2026 11:30:00 GMT';
    const corrected = {
      ...talks,
      title: 'Azerbaijan and Georgia hold talks about crossings',
      date,
    };
    line.server.at('/a.xml', {
      body: smallFeed('A', [{ ...corrected, text: 'Delegations met in Baku on Saturday.' }]),
    });
    const report = await pollWatched(source);
    expect(report.poll).toMatchObject({ itemsNew: 0, itemsRevised: 1 });
    expect(report.changed).toEqual(['azerbaijan-iran']);
    const [after] = await items();
    expect(after).toMatchObject({
      id: before?.id,
      storyId: before?.storyId,
      published: before?.published,
      firstSeenAt: before?.firstSeenAt,
      revisedAt: line.clock.now(),
      title: corrected.title,
    });
  });

  it('carries one item twice in two versions: it comes to rest', async () => {
    const moved = (text: string): string => text.replace('/talks<', '/talks-20260207<');
    const source = line.source('a');
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    await line.poll(source);
    line.server.at('/a.xml', { body: moved(smallFeed('A', [talks])) });
    await line.poll(source);
    expect(await items()).toHaveLength(1);
    // Under its guid at the new address, and without one at the old address in other words.
    const old = smallFeed('A', [{ ...talks, text: `${talks.text} The talks go on.` }]);
    const entry = /<item>.*<\/item>/s.exec(old)?.[0].replace(/<guid.*<\/guid>/, '') ?? '';
    const twice = moved(smallFeed('A', [talks])).replace('</channel>', `${entry}</channel>`);
    line.server.at('/a.xml', { body: twice });
    await line.poll(source);
    const stored = await items();
    expect(stored).toHaveLength(1);
    for (let polls = 0; polls < 3; polls += 1) {
      line.clock.advance(hour);
      const report = await pollWatched(source);
      expect(report.poll).toMatchObject({ itemsNew: 0, itemsRevised: 0 });
      expect(report.changed).toEqual([]);
    }
    expect((await items())[0]?.contentHash).toBe(stored[0]?.contentHash);
  });

  it('gives one item of a document and its copy in the same document one story', async () => {
    const copy = { ...talks, name: 'talks-again', date: 'Sat, 07 Feb 2026 10:05:00 GMT' };
    line.server.at('/a.xml', { body: smallFeed('A', [talks, copy, rain]) });
    const report = await line.poll(line.source('a'));
    expect(report?.poll).toMatchObject({ itemsNew: 3, itemsDuplicate: 1 });
    const [first, second, third] = await items();
    expect(second).toMatchObject({ storyId: first?.storyId, duplicate: { itemId: first?.id } });
    expect(third?.storyId).not.toBe(first?.storyId);
  });

  it('matches the text of an article, not the addresses in its markup', async () => {
    const body = smallFeed('A', [rain]).replace(
      '<description></description>',
      `<description>&lt;p&gt;Rain. &lt;a href="https://x.example/azerbaijan-iran"&gt;more&lt;/a&gt;
       &lt;img src="https://x.example/i.png" alt="Azerbaijan, Iran"&gt;&lt;/p&gt;</description>
       <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">
       &lt;p&gt;Rain. &lt;a href="https://x.example/azerbaijan-iran"
       title="Azerbaijan and Iran hold talks"&gt;more&lt;/a&gt;&lt;/p&gt;</content:encoded>`,
    );
    line.server.at('/a.xml', { body });
    const report = await pollWatched(line.source('a'));
    expect(report.poll?.itemsNew).toBe(1);
    expect(report.changed).toEqual([]);
  });
});

describe('two sources', () => {
  it('carry one article: one story, two items, the second a duplicate with its layer', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    line.server.at('/b.xml', { body: smallFeed('B', [talks]) });
    await line.poll(line.source('a'));
    const report = await line.poll(line.source('b'));
    expect(report?.poll).toMatchObject({ itemsNew: 1, itemsDuplicate: 1 });
    const [first, second] = await items();
    expect(first).toMatchObject({ sourceId: 'a' });
    expect(first?.duplicate).toBeUndefined();
    expect(second).toMatchObject({
      sourceId: 'b',
      storyId: first?.storyId,
      duplicate: { itemId: first?.id, layer: 'same-link' },
    });
  });

  it('use one guid: each touches only its own item', async () => {
    const other = { name: 'talks', title: 'A bakery in Ganja wins a prize for its bread' };
    const elsewhere = (body: string): string => body.replaceAll('outlet.example', 'b.example');
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    line.server.at('/b.xml', { body: elsewhere(smallFeed('B', [other])) });
    await line.poll(line.source('a'));
    await line.poll(line.source('b'));
    line.clock.advance(hour);
    const changed = { ...other, title: 'A bakery in Ganja wins two prizes for its bread' };
    line.server.at('/b.xml', { body: elsewhere(smallFeed('B', [changed])) });
    expect((await line.poll(line.source('b')))?.poll.itemsRevised).toBe(1);
    const [first, second] = await items();
    expect(first).toMatchObject({ sourceId: 'a', title: talks.title });
    expect(second).toMatchObject({ sourceId: 'b', title: changed.title });
    expect(second?.storyId).not.toBe(first?.storyId);
    expect(first?.revisedAt).toBe(first?.firstSeenAt);
  });

  it('are polled side by side with one article: one story', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const id of ids) line.server.at(`/${id}.xml`, { body: smallFeed(id, [talks, rain]) });
    const leases = new Map(ids.map((id) => [id, line.source(id)]));
    await Promise.all([...leases.values()].map((source) => line.poll(source)));
    const stored = await items();
    expect(stored).toHaveLength(12);
    expect(new Set(stored.map((item) => item.storyId)).size).toBe(2);
    expect(stored.filter((item) => item.duplicate === undefined)).toHaveLength(2);
  });

  it('are decided again when another stored the article in between', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    line.server.at('/b.xml', { body: smallFeed('B', [talks]) });
    const outcomes: string[] = [];
    const store = storeWith({
      commitIngest: async (intent) => {
        // A poll of another process lands between the decision and the commit, once.
        const inTurn = createOneAtATime();
        if (outcomes.length === 0) await line.poll(line.source('a'), { inTurn });
        const outcome = await line.store.commitIngest(intent);
        outcomes.push(outcome.kind);
        return outcome;
      },
    });
    const report = await line.poll(line.source('b'), { store });
    expect(outcomes).toEqual(['conflict', 'committed']);
    expect(report?.poll.itemsDuplicate).toBe(1);
    expect(new Set((await items()).map((item) => item.storyId)).size).toBe(1);
    expect(line.server.requestsTo('/b.xml')).toHaveLength(1);
  });

  it('wait for each other within a process, so that none is sent back', async () => {
    const outcomes: string[] = [];
    const store = storeWith({
      commitIngest: async (intent) => {
        const outcome = await line.store.commitIngest(intent);
        outcomes.push(outcome.kind);
        return outcome;
      },
    });
    const sources = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => line.source(id));
    for (const { id } of sources) line.server.at(`/${id}.xml`, { body: smallFeed(id, [talks]) });
    await Promise.all(sources.map((source) => line.poll(source, { store })));
    expect(outcomes).toEqual(sources.map(() => 'committed'));
    expect(new Set((await items()).map((item) => item.storyId)).size).toBe(1);
  });

  it('that never agree give up, and the source stays due', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks]) });
    const store = storeWith({ commitIngest: async () => ({ kind: 'conflict' }) });
    const source = line.source('a');
    const faults: unknown[] = [];
    const onFault = (_: string, error: unknown): void => void faults.push(error);
    expect(await line.poll(source, { store, onFault })).toBeUndefined();
    expect(faults).toMatchObject([{ message: expect.stringContaining('it stays due') }]);
    expect((await stateOf('a')).nextDueAt).toBe(line.clock.now());
    expect(await line.lease(source)).toMatchObject({ state: { sourceId: 'a' } });
  });
});

describe('a poll that brings nothing', () => {
  it.each([
    ['is not a feed', '<html><title>Sorry</title></html>', 'not-a-feed'],
    ['is nothing', '', 'empty'],
    ['is a feed without items', smallFeed('A', []), 'empty'],
    ['is over the cap', `${smallFeed('A', [rain])}${' '.repeat(5_000_001)}`, 'too-large'],
  ])('%s: validators and items stay', async (_, body, outcome) => {
    const source = line.source('a');
    line.server.at('/a.xml', { body: smallFeed('A', [talks]), etag: '"good"' });
    await line.poll(source);
    line.clock.advance(hour);
    line.server.at('/a.xml', { body, etag: '"bad"' });
    const report = await line.poll(source);
    expect(report?.poll).toMatchObject({ outcome, itemsNew: 0 });
    expect(report?.poll.message).toMatch(/\w+ \w+/);
    expect(await stateOf('a')).toMatchObject({
      status: 'failing',
      validators: { etag: '"good"' },
      failuresInARow: 1,
    });
    expect(await items()).toHaveLength(1);
  });

  it('an empty feed of a source that never had items is a feed', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', []), etag: '"1"' });
    const report = await line.poll(line.source('a'));
    expect(report?.poll.outcome).toBe('modified');
    expect(await stateOf('a')).toMatchObject({ status: 'ok', validators: { etag: '"1"' } });
  });

  it('a fault of our own is an outcome, and is told to the log', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks]), etag: '"1"' });
    const faults: string[] = [];
    const report = await line.poll(line.source('a'), {
      topics: {
        ...line.tools.topics,
        annotate: () => [],
        match: () => {
          throw new TypeError('x is not a function');
        },
      },
      onFault: (sourceId, error) => faults.push(`${sourceId}: ${error}`),
    });
    expect(report?.poll).toMatchObject({ outcome: 'malformed', itemsNew: 0 });
    expect(report?.poll.message).toContain('a fault of Araz: x is not a function');
    expect(faults).toEqual(['a: TypeError: x is not a function']);
    expect((await stateOf('a')).validators).toEqual({});
  });

  it('one that is called off leaves the source due and free', async () => {
    line.server.at('/a.xml', { fault: { kind: 'silence' } });
    const source = line.source('a');
    const off = new AbortController();
    const polling = ingestSource(source, await line.lease(source), line.tools, off.signal);
    await expect.poll(() => line.server.requestsTo('/a.xml').length).toBe(1);
    off.abort();
    expect(await polling).toBeUndefined();
    expect(await stateOf('a')).toMatchObject({ status: 'new', failuresInARow: 0 });
    expect(await line.store.listPolls(5)).toEqual([]);
    expect(await line.lease(source)).toMatchObject({ state: { sourceId: 'a' } });
  });

  it('one whose lease was lost keeps nothing', async () => {
    line.server.at('/a.xml', { body: smallFeed('A', [talks]), etag: '"1"' });
    const source = line.source('a');
    const old = await line.lease(source, 'slow');
    line.clock.advance(2 * minute);
    const fresh = await line.lease(source, 'quick');
    const late = await ingestSource(source, old, line.tools);
    expect(late).toMatchObject({ wasKept: false });
    expect(await items()).toEqual([]);
    expect(await line.store.listPolls(5)).toEqual([]);
    expect((await ingestSource(source, fresh, line.tools))?.wasKept).toBe(true);
    expect(await items()).toHaveLength(1);
  });
});

describe('a document of one key', () => {
  /** How often the matcher is asked for words: the costly part of a comparison. */
  async function countLooks(size: number): Promise<number> {
    const rows = Array.from({ length: size }, (_, n) => ({
      name: `n${n}`,
      title: 'Daily rates of the central bank',
      text: 'The central bank has set the rates of the day for all currencies.',
      date: new Date(line.clock.now() - n * day).toUTCString(),
    }));
    line.server.at(`/bulk${size}.xml`, { body: smallFeed('Bulk', rows) });
    let looks = 0;
    const { topics } = line.tools;
    const counting = {
      versions: topics.versions,
      match: (item: Parameters<typeof topics.match>[0]) => topics.match(item),
      explain: (item: Parameters<typeof topics.match>[0]) => topics.explain(item),
      annotate: (item: Parameters<typeof topics.match>[0]) => {
        looks += 1;
        return topics.annotate(item);
      },
    };
    const report = await line.poll(line.source(`bulk${size}`), { topics: counting });
    expect(report?.poll.outcome).toBe('modified');
    return looks;
  }

  it('costs twice as much when it is twice as long, not four times', async () => {
    const [small, large] = [await countLooks(500), await countLooks(1_000)];
    expect(large).toBeLessThanOrEqual(2.2 * small);
  });

  it('of more than 2,000 items is stored up to there, and says how many were left out', async () => {
    const rows = Array.from({ length: 2_003 }, (_, n) => ({ name: `n${n}`, title: `Rates ${n}` }));
    line.server.at('/many.xml', { body: smallFeed('Many', rows) });
    const report = await line.poll(line.source('many'));
    expect(report?.poll).toMatchObject({ itemsNew: 2_000, itemsLeftOut: 3 });
    expect((await line.store.listPolls(1))[0]?.itemsLeftOut).toBe(3);
    expect(await items()).toHaveLength(2_000);
  });
});

describe('secrets', () => {
  const secret = 'k3y-of-the-desk-0001';

  it('of an address and of headers reach neither items nor messages', async () => {
    const body = smallFeed('A', [talks, rain])
      .replace('https://outlet.example/talks', `https://outlet.example/talks?token=${secret}`)
      .replace('https://outlet.example/rain', '#rain');
    line.server.at('/a.xml', { body });
    const source = line.source('a', {
      url: line.server.urlOf(`/a.xml?key=${secret}`),
      publicUrl: line.server.urlOf('/a.xml?key=***'),
    });
    const report = await line.poll(source, { secrets: [secret] });
    expect(report?.poll.itemsNew).toBe(2);
    expect(JSON.stringify([report, await items()])).not.toContain(secret);
    line.clock.advance(day);
    const to = line.server.urlOf(`/a.xml?key=${secret}`);
    line.server.at('/a.xml', { status: 302, headers: { location: to } });
    const failed = await line.poll(source, { secrets: [secret] });
    expect(failed?.poll.outcome).toBe('too-many-redirects');
    expect(JSON.stringify([failed, await line.store.listPolls(9)])).not.toContain(secret);
  });
});
