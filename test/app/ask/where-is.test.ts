import { describe, expect, it } from 'vitest';
import { whereIs } from '../../../src/app/ask/where-is.ts';
import { runOnce } from '../../../src/app/run-once.ts';
import { type Desk, openDesk } from '../../support/an-app.ts';
import { smallFeed } from '../../support/small-feed.ts';

const talks = {
  name: 'news/4711/talks',
  title: 'Azerbaijan and Iran hold talks about their border',
  text: 'Officials of both countries met in Baku on Saturday and discussed the crossing at Astara.',
};
const feedOfA = smallFeed('A', [
  talks,
  { name: 'news/4712/park', title: 'Iran opens a park in Tabriz' },
  { name: 'news/4713/rain', title: 'Rain expected on the coast' },
]);
const feedOfB = smallFeed('B', [talks]).replaceAll('outlet.example', 'carrier.example');

const at = (name: string) => `https://outlet.example/${name}`;

async function aPolledDesk(): Promise<Desk> {
  const desk = await openDesk({ sources: ['a', 'b'] });
  desk.server.at('/a.xml', { body: feedOfA });
  await runOnce(desk.app, { only: ['a'] });
  desk.server.at('/b.xml', { body: feedOfB });
  await runOnce(desk.app, { only: ['b'] });
  return desk;
}

describe('where an article is', () => {
  it('is told with its entry, by the address as readers copy it', async () => {
    const { app } = await aPolledDesk();
    const address = `http://www.outlet.example/${talks.name}/?utm_source=feed#top`;
    const found = await whereIs(app, address);
    expect(found).toMatchObject({ url: address, isSeen: true, sources: [] });
    const [place] = found.items;
    expect(place).toMatchObject({ title: talks.title, outlet: 'The a desk' });
    expect(place).not.toHaveProperty('duplicateOf');
    expect(place).not.toHaveProperty('nearest');
    expect(place?.alsoIn.map(({ outlet }) => outlet)).toEqual(['The b desk']);
    expect(place?.topics).toHaveLength(1);
    expect(place?.topics[0]).toMatchObject({
      topicId: 'azerbaijan-iran',
      state: 'published',
      role: 'shown',
      since: '2026-02-07T10:00:00.000Z',
    });
    expect(place?.topics[0]?.variants).toContain('all');
    expect(place?.topics[0]?.entryId).toMatch(/^tag:river\.example,2026:story\//);
    expect(place?.topics[0]?.reason).toMatch(/^Matched: /);
  });

  it('is told by every name of the story, and of the item', async () => {
    const { app } = await aPolledDesk();
    const [place] = (await whereIs(app, at(talks.name))).items;
    const id = place?.storyId ?? '';
    const names = [id, place?.topics[0]?.entryId ?? '', place?.receipt ?? '', ` ${id} `];
    names.push(`http://127.0.0.1:8080/araz/stories/${id}/index.html`, `${place?.itemId}`);
    for (const name of names) {
      expect(await whereIs(app, name)).toMatchObject({ isSeen: true, items: [place] });
    }
    const copy = await whereIs(app, '4');
    expect(copy.items).toMatchObject([{ outlet: 'The b desk', storyId: id }]);
  });

  it.each([
    ['a'.repeat(20), 'not-found', /^no story a+ is stored: it was never published/],
    ['tag:river.example,2026:story/x', 'not-found', /^no story tag:river/],
    ['99', 'not-found', /^there is no item 99/],
    [
      'news of today',
      'usage',
      /^"news of today" is no http\(s\) address .* \(tag:…\), or the number/,
    ],
  ])('says what is wrong with %s', async (name, code, message) => {
    const { app } = await aPolledDesk();
    await expect(whereIs(app, name)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('takes an address like that of a receipt for one of an outlet when there is no such story', async () => {
    const { app } = await aPolledDesk();
    const url = `https://outlet.example/stories/${'a'.repeat(20)}/`;
    const { isSeen, sources, forgottenBefore } = await whereIs(app, url);
    expect([isSeen, sources.length]).toEqual([false, 1]);
    expect(forgottenBefore).toBe(new Date(app.clock.now() - 90 * 86_400_000).toISOString());
  });

  it('says of a story without reports what may have become of them', async () => {
    const { app } = await aPolledDesk();
    const [talk] = (await whereIs(app, at(talks.name))).items;
    const [rain] = (await whereIs(app, at('news/4713/rain'))).items;
    const storyIds = [talk?.storyId ?? '', rain?.storyId ?? ''] as const;
    await app.store.commitMove({ kind: 'join', storyIds, at: 1, by: 'Ann', reason: '' });
    await expect(whereIs(app, storyIds[1])).rejects.toThrow(
      /has no report any more: an editor moved its reports to another \(araz acts\)/,
    );
  });

  it('names the article a copy repeats, the layer and its evidence', async () => {
    const { app } = await aPolledDesk();
    const { items } = await whereIs(app, `https://carrier.example/${talks.name}`);
    const [place] = items;
    expect(place?.duplicateOf).toMatchObject({ itemId: 1, outlet: 'The a desk' });
    expect(place?.duplicateOf?.layer).toBeTruthy();
    expect(place?.topics[0]).toMatchObject({ state: 'published', role: 'also-reported' });
  });

  it('says so where the identities of its source are not fully believed', async () => {
    const desk = await openDesk({ sources: ['a'] });
    desk.server.at('/a.xml', { body: feedOfA.replaceAll(/<guid.*<\/guid>/g, '<guid>7</guid>') });
    await runOnce(desk.app, { only: ['a'] });
    const { items } = await whereIs(desk.app, at(talks.name));
    expect(items[0]?.doubts).toEqual([expect.stringMatching(/^its guids are not looked at/)]);
    const believed = await whereIs((await aPolledDesk()).app, at(talks.name));
    expect(believed.items[0]?.doubts).toEqual([]);
  });

  it('names the nearest rule and what it misses where none matched', async () => {
    const { app } = await aPolledDesk();
    const { items } = await whereIs(app, at('news/4712/park'));
    expect(items[0]?.topics).toEqual([]);
    expect(items[0]?.nearest).toMatchObject({ topicId: 'azerbaijan-iran' });
    expect(items[0]?.nearest?.reason).toMatch(/missing: .*azerbaijan/);
  });

  it('says that a matching one waits for the next pass', async () => {
    const { app } = await aPolledDesk();
    const { store } = app;
    const item = await store.findItem(3);
    const [outcome] = app.setup.topics.match({ title: talks.title });
    if (item === undefined || outcome === undefined) throw new Error('nothing is stored');
    const outcomes = [{ itemId: item.id, matches: [outcome] }];
    await store.commitRematch({ topicIds: ['azerbaijan-iran'], outcomes });
    const { items } = await whereIs(app, at('news/4713/rain'));
    expect(items[0]?.topics[0]).toMatchObject({ state: 'waiting', variants: [] });
    expect(items[0]?.topics[0]).not.toHaveProperty('since');

    const act = { kind: 'retract', by: 'the published tree', reason: 'wrong man' } as const;
    const retractedAt = Date.UTC(2026, 1, 8);
    await store.commitAct({ ...act, storyId: items[0]?.storyId ?? '', at: retractedAt });
    const [retracted] = (await whereIs(app, at('news/4713/rain'))).items;
    expect(retracted?.topics[0]).toMatchObject({
      state: 'left',
      since: '2026-02-08T00:00:00.000Z',
    });
    expect(retracted?.topics[0]?.reason).toMatch(/^the published tree retracted it: wrong man\./);
  });

  it('tells what left a topic, and why', async () => {
    const { app } = await aPolledDesk();
    const { items } = await whereIs(app, at(talks.name));
    const trace = { topicId: 'azerbaijan-iran', storyId: items[0]?.storyId ?? '', itemId: 1 };
    const dates = { published: Date.UTC(2026, 1, 7, 10), updated: Date.UTC(2026, 1, 7, 10) };
    const left = { leftAt: Date.UTC(2026, 1, 8), leftReason: 'retracted' } as const;
    const entries = [{ ...trace, variant: 'all', ...dates, ...left }];
    await app.store.commitEdition({ topicId: 'azerbaijan-iran', entries, editions: [] });
    const again = await whereIs(app, at(talks.name));
    expect(again.items[0]?.topics[0]).toMatchObject({
      state: 'left',
      since: '2026-02-08T00:00:00.000Z',
    });
    expect(again.items[0]?.topics[0]?.reason).toMatch(/^An editor retracted it\./);
  });

  it('tells what made way for others', async () => {
    const { app } = await aPolledDesk();
    const { items } = await whereIs(app, at(talks.name));
    const trace = { topicId: 'azerbaijan-iran', storyId: items[0]?.storyId ?? '', itemId: 1 };
    const dates = { published: Date.UTC(2026, 1, 7, 10), updated: Date.UTC(2026, 1, 7, 10) };
    const entries = [{ ...trace, variant: 'all', ...dates, archivedAt: Date.UTC(2026, 1, 9) }];
    await app.store.commitEdition({ topicId: 'azerbaijan-iran', entries, editions: [] });
    const again = await whereIs(app, at(talks.name));
    expect(again.items[0]?.topics[0]).toMatchObject({ state: 'archived', variants: ['all'] });
  });

  it('names the sources of the site by which an article never seen could have come', async () => {
    const { app } = await aPolledDesk();
    const { host } = new URL(app.setup.config.sources[0]?.url ?? '');
    const found = await whereIs(app, `http://${host}/unknown/99`);
    expect(found).toMatchObject({ isSeen: false, items: [] });
    expect(found.sources.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'ok'],
      ['b', 'ok'],
    ]);
    expect(found.sources[0]?.lastOutcome).toBe('modified');
    expect((await whereIs(app, 'https://elsewhere.example/1')).sources).toEqual([]);
  });

  it('finds an article by every address of its page', async () => {
    const { app } = await aPolledDesk();
    const addresses = [
      `http://outlet.example/${talks.name}`,
      `https://www.outlet.example/${talks.name}`,
      `https://m.outlet.example/${talks.name}`,
      `https://amp.outlet.example/${talks.name}`,
      `https://outlet.example/${talks.name}/amp`,
      `https://outlet.example/amp/${talks.name}`,
      `https://www.google.com/amp/s/outlet.example/${talks.name}`,
      `https://outlet.example/${talks.name}?utm_source=x&fbclid=1&ref=rss`,
      `https://outlet.example/${talks.name}/`,
      `https://outlet.example/${talks.name}#comments`,
      'https://outlet.example/news/%34%37%31%31/t%61lks',
      'HTTPS://OUTLET.EXAMPLE/news/4711/talks',
      `https://outlet.example:443/${talks.name}`,
    ];
    for (const address of addresses) {
      const { items } = await whereIs(app, address);
      expect([address, items[0]?.title]).toEqual([address, talks.title]);
    }
    // A number that nobody listed as tracking may be the article's.
    expect((await whereIs(app, `${at(talks.name)}?id=2`)).isSeen).toBe(false);
  });

  it('refuses what is no address', async () => {
    const { app } = await aPolledDesk();
    await expect(whereIs(app, 'talks')).rejects.toMatchObject({ code: 'usage' });
    await expect(whereIs(app, at('a'.repeat(100_000)))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/^.{200,400}$/),
    });
  });
});
