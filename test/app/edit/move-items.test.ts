import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinStories, splitItems, undoMove } from '../../../src/app/edit/move-items.ts';
import { runOnce } from '../../../src/app/run-once.ts';
import type { StoredItem } from '../../../src/domain/item.ts';
import { type Desk, openDesk, publishedPath } from '../../support/an-app.ts';
import { smallFeed } from '../../support/small-feed.ts';

const editor = { by: 'Ann', reason: 'two events' };
const title = 'Azerbaijan and Iran open the rail bridge at Astara';
const lead =
  'The ministers of transport of Azerbaijan and Iran opened the rail bridge over the Astara river on Saturday. ' +
  'The first train carried grain, and both sides said that the line would be open every day of the week.';
/** The same wire copy with another last line. */
const copy = `${lead} Reporting from the border for the evening edition.`;

/** Two outlets with one wire text, which is therefore taken for one article. */
async function aDesk(): Promise<Desk> {
  const desk = await openDesk({ sources: ['a', 'b', 'c'] });
  desk.server.at('/a.xml', { body: smallFeed('A', [{ name: 'a-1', title, text: lead }]) });
  desk.server.at('/b.xml', { body: smallFeed('B', [{ name: 'b-1', title, text: copy }]) });
  desk.server.at('/c.xml', {
    body: smallFeed('C', [{ name: 'c-1', title: 'Weather stays mild' }]),
  });
  await runOnce(desk.app);
  return desk;
}

const article = (name: string): string => `https://outlet.example/${name}`;

async function itemOf({ app }: Desk, name: string): Promise<StoredItem> {
  const found = (await app.store.listItems(0, 99)).find(({ link }) => link === article(name));
  if (found === undefined) throw new Error(`${name} is not stored`);
  return found;
}

interface JsonFeed {
  readonly items: readonly { readonly id: string; readonly url: string }[];
}

function liveItems(desk: Desk): JsonFeed['items'] {
  const text = readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/feed.json'), 'utf8');
  return (JSON.parse(text) as JsonFeed).items;
}

describe('an editor who splits a story', () => {
  it('gets an entry of its own for what was wrongly taken for a copy, at once', async () => {
    const desk = await aDesk();
    const before = liveItems(desk);
    expect(before).toHaveLength(1);
    expect((await itemOf(desk, 'b-1')).duplicate).toBeDefined();
    const [report] = await splitItems(desk.app, [article('b-1')], editor);
    expect(report).toMatchObject({ isPublished: true, topics: ['azerbaijan-iran'] });
    expect(liveItems(desk)).toHaveLength(2);
    expect(liveItems(desk).map(({ id }) => id)).toContain(before[0]?.id);
  });

  it('is not overruled by later polls, and copies follow what they copy', async () => {
    const desk = await aDesk();
    await splitItems(desk.app, [article('b-1')], editor);
    const { storyId } = await itemOf(desk, 'b-1');
    await runOnce(desk.app, { all: true });
    expect((await itemOf(desk, 'b-1')).storyId).toBe(storyId);
    desk.server.at('/c.xml', {
      body: smallFeed('C', [
        { name: 'c-2', title, text: copy },
        { name: 'c-3', title: 'Rail bridge at Astara open', text: lead },
      ]),
    });
    await runOnce(desk.app, { all: true });
    expect((await itemOf(desk, 'c-2')).duplicate?.itemId).toBe((await itemOf(desk, 'b-1')).id);
    expect((await itemOf(desk, 'c-3')).storyId).toBe((await itemOf(desk, 'a-1')).storyId);
  });

  it('is told to name the copy where an article has nothing but copies beside it', async () => {
    const desk = await aDesk();
    await expect(splitItems(desk.app, [article('a-1')], editor)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('name the copy to set free'),
    });
  });

  it('can take it back: the copy is one again and its entry leaves with a record', async () => {
    const desk = await aDesk();
    const before = liveItems(desk);
    const [report] = await splitItems(desk.app, [article('b-1')], editor);
    await undoMove(desk.app, 'split', report?.otherId ?? '', editor);
    expect((await itemOf(desk, 'b-1')).duplicate?.itemId).toBe((await itemOf(desk, 'a-1')).id);
    expect(liveItems(desk)).toEqual(before.map((item) => expect.objectContaining(item)));
    const atom = readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/atom.xml'), 'utf8');
    expect(atom).toContain('deleted-entry');
    expect(atom).toContain(report?.otherId);
    const again = undoMove(desk.app, 'split', report?.otherId ?? '', editor);
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['https://outlet.example/none', 'not-found'],
    ['99', 'not-found'],
    ['nonsense', 'usage'],
  ])('is told what to do about %s', async (name, code) => {
    await expect(splitItems((await aDesk()).app, [name], editor)).rejects.toMatchObject({ code });
  });
});

describe('an editor who joins two stories', () => {
  it('gets one, unless both are published: they go on and name each other', async () => {
    const desk = await aDesk();
    const names = [article('a-1'), article('c-1')] as const;
    const [joined] = await joinStories(desk.app, names, editor);
    expect(joined).toMatchObject({ isLinked: false, movedIds: [(await itemOf(desk, 'c-1')).id] });
    expect((await itemOf(desk, 'c-1')).storyId).toBe((await itemOf(desk, 'a-1')).storyId);
    await undoMove(desk.app, 'join', joined?.otherId ?? '', editor);
    expect((await itemOf(desk, 'c-1')).storyId).toBe(joined?.otherId);

    await splitItems(desk.app, [article('b-1')], editor);
    const before = liveItems(desk).map(({ id }) => id);
    const [linked] = await joinStories(desk.app, [article('a-1'), article('b-1')], editor);
    expect(linked).toMatchObject({ isLinked: true, movedIds: [] });
    expect(liveItems(desk).map(({ id }) => id)).toEqual(before);
    const receipt = readFileSync(
      publishedPath(desk, `stories/${linked?.keptId}/index.html`),
      'utf8',
    );
    expect(receipt).toContain(linked?.otherId);
  });

  it('is told what stands in the way of taking back, and takes both back by doing what is said', async () => {
    const desk = await aDesk();
    const [split] = await splitItems(desk.app, [article('b-1')], editor);
    const off = split?.otherId ?? '';
    await joinStories(desk.app, [article('a-1'), article('b-1')], editor);
    await expect(undoMove(desk.app, 'split', article('b-1'), editor)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(
        /^act 2 \(the join by Ann of .*Z\) came later and rests on this one; take that back first with araz join --undo \w+$/,
      ),
    });
    await undoMove(desk.app, 'join', off, editor);
    await undoMove(desk.app, 'split', article('b-1'), editor);
    expect((await itemOf(desk, 'b-1')).duplicate?.itemId).toBe((await itemOf(desk, 'a-1')).id);
    await expect(undoMove(desk.app, 'join', article('b-1'), editor)).rejects.toMatchObject({
      message: expect.stringMatching(/^no join of story \w+ stands; araz acts lists/),
    });
  });

  it('is told that both are of one story', async () => {
    const { app } = await aDesk();
    await expect(joinStories(app, [article('a-1'), article('a-1')], editor)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^both are told/),
    });
  });
});
