import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskConfig, type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';
import { type SmallItem, smallFeed } from '../support/small-feed.ts';

const dayMs = 86_400_000;
let desk: Newsdesk;

const araz = (...args: readonly string[]): Promise<Ran> => runAraz([...desk.work.flags, ...args]);
const at = (name: string): string => `https://outlet.example/${name}`;
const where = async (url: string): Promise<string> => (await araz('where', url)).stdout;

/** A deal of its own every two days, so that none continues another; the newest has the last letter. */
const deals = [...'abcdefghijklmnopqrstuvwxyzžäöü'].map((letter, index): SmallItem => {
  const word = letter.repeat(8);
  return {
    name: `deal/${1000 + index}`,
    title: `Azerbaijan and Iran sign the ${word} deal`,
    text: `The ${word} paper was signed by the ${word} office and speaks of ${word} and ${letter}o${letter}.`,
    date: new Date(Date.UTC(2025, 11, 1) + 2 * index * dayMs).toUTCString(),
  };
});
const [oldest, eldest] = deals as [SmallItem, SmallItem];
const newest = deals.at(-1) as SmallItem;
const blamed = deals.at(-2) as SmallItem;
const water: SmallItem = {
  name: 'news/200/dam.html',
  title: 'Azerbaijan and Iran open the gates of a dam together',
  text: 'Water ministers of both countries met at the dam on Saturday and opened a gate.',
};
const park: SmallItem = { name: 'news/201', title: 'Iran opens a park', text: 'With trees.' };
const rare: SmallItem = {
  name: 'news/202',
  title: 'A stork was seen over Baku and nobody else has told of it so far',
};

/** The same text from another outlet, and a report that links to the first one's page. */
const copies = smallFeed('Tehran desk', [newest]).replaceAll('outlet.example', 'carrier.example');
const linked = smallFeed('Link desk', [
  { ...water, title: 'Dam opened', text: 'See what they wrote.' },
]);

function configure(change: (topics: Record<string, unknown>[]) => unknown = (topics) => topics) {
  desk.configure((config: DeskConfig) => {
    const base = config.sources[0] as (typeof config.sources)[0];
    const source = { ...base, id: 'link', url: base.url.replace('baku', 'link'), country: 'TR' };
    const topics = [
      ...(config.topics as Record<string, unknown>[]).map((topic) => ({ ...topic, examples: {} })),
      { id: 'storks', any: [{ phrase: 'stork' }], reportedBy: { outlets: 2 } },
    ];
    return { ...config, sources: [...config.sources, source], topics: change(topics) };
  });
}

beforeAll(async () => {
  desk = await openNewsdesk();
  configure();
  // A first document of 28, then one with the four that are newest; the others fall off.
  const first = [...deals.slice(0, 28), park, rare];
  desk.server.at('/baku.xml', { body: smallFeed('Baku desk', first) });
  desk.server.at('/tehran.xml', { body: smallFeed('Tehran desk', []) });
  desk.server.at('/link.xml', { body: smallFeed('Link desk', []) });
  await araz('poll');
  desk.server.at('/baku.xml', { body: smallFeed('Baku desk', [water, ...deals.slice(26)]) });
  await araz('poll', '--all');
  desk.server.at('/tehran.xml', { body: copies });
  desk.server.at('/link.xml', { body: linked });
  await araz('poll', '--all');
});

afterAll(() => desk.close());

describe('araz where tells', () => {
  it('that an article is published, under which entry, since when and why', async () => {
    const text = await where(at(newest.name));
    expect(text).toMatch(/^Azerbaijan and Iran sign the ü+ deal {2}\(The baku desk, item \d+\)$/m);
    expect(text).toMatch(
      /^ {2}published in azerbaijan-iran \(all, en\), dated 2026-01-28 00:00Z$/m,
    );
    expect(text).toContain('    Matched: “Azerbaijan” [azerbaijan, title] + “Iran” [iran, title]');
    expect(text).toMatch(/^ {4}entry tag:river\.example,\d{4}:story\/[a-z2-7]{20}$/m);
    expect(text).toMatch(/^ {2}receipt https:\/\/river\.example\/stories\/[a-z2-7]{20}\/$/m);
    expect(text).toContain('also told by:\n    The tehran desk: ');
  });

  it('the same by an address as readers copy it', async () => {
    const copied = 'http://www.outlet.example/news/200/d%61m.html/?utm_source=x&ref=rss#comments';
    expect(await where(copied)).toContain(water.title);
  });

  it('the same by the id of its entry and the address of its receipt', async () => {
    const text = await where(at(newest.name));
    const entry = /entry (tag:\S+)/.exec(text)?.[1] ?? '';
    const receipt = /receipt (\S+)/.exec(text)?.[1] ?? '';
    expect(await where(entry)).toBe(text);
    expect(await where(receipt)).toBe(text);
    const wrong = await araz('where', 'news of today');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('give the address of an article or of a receipt, a story’s id');
  });

  it('that it is a copy of what, and how that was seen', async () => {
    const copy = await where(`https://carrier.example/${newest.name}`);
    expect(copy).toMatch(
      /^ {2}a copy of item \d+, “Azerbaijan and Iran sign .* \(The baku desk\):$/m,
    );
    expect(copy).toContain('    headline and beginning of the text are the same, word for word.');
    expect(copy).toContain('named under “also reported by”');
    const sameLink = await where(at(water.name));
    expect(sameLink).toContain(`    both link to the same page, ${at(water.name)}.`);
  });

  it('that it matched nothing, with the nearest rule and what that misses', async () => {
    const text = await where(at(park.name));
    expect(text).toContain('  matched no topic\n    nearest is azerbaijan-iran. Not matched: only');
    expect(text).toContain('missing: azerbaijan');
    expect(text).not.toContain('receipt');
  });

  it('that too few have told it', async () => {
    const text = await where(at(rare.name));
    expect(text).toContain('  not published yet in storks');
    expect(text).toContain('too few have told it. Missing: reported by at least 2 outlets');
  });

  it('that the quota held it back, and which archive page has it', async () => {
    const text = await where(at(oldest.name));
    expect(text).toMatch(
      /^ {2}held back from the live document of azerbaijan-iran \(all, en\) since /m,
    );
    expect(text).toContain('It found no room when it came: the quota gives a source 25 of the 50');
    expect(text).toContain('The baku desk had newer ones in all of its');
    const page = /archive page https:\/\/river\.example\/(\S+)/.exec(text)?.[1] ?? '';
    expect(page).toMatch(/^topics\/azerbaijan-iran\/archive\/\d+\.atom$/);
    expect([...desk.work.published().keys()]).toContain(page);
  });

  it('that it fell off the live document, and into which archive page', async () => {
    const text = await where(at((deals[4] as SmallItem).name));
    expect(text).toMatch(
      /^ {2}in the archive, no longer in the live document, of azerbaijan-iran/m,
    );
    expect(text).toContain('It made way for newer ones: ');
    expect(text).toMatch(
      /archive page https:\/\/river\.example\/topics\/azerbaijan-iran\/archive\//,
    );
  });

  it('that it was never seen, and by which sources it could have come', async () => {
    const { host } = new URL(desk.server.urlOf('/'));
    const byHost = await araz('where', `http://${host}/unknown/99`);
    expect(byHost.code).toBe(3);
    expect(byHost.stdout).toContain('Never seen: ');
    expect(byHost.stdout).toMatch(
      /^ {4}baku \(on the same host; ok; last poll .*: modified, next /m,
    );
    const byLinks = await where(at('unknown/99'));
    expect(byLinks).toMatch(/^ {4}baku \(its items link to that site; ok; /m);
    const nowhere = await where('https://elsewhere.example/1');
    expect(nowhere).toContain('look for its feed with: araz try https://elsewhere.example/1');
    expect(nowhere).toMatch(
      /unless no topic took it and its source last carried it before 20\d\d-\d\d-\d\d: that is forgotten after 90 days$/m,
    );
  });

  it('the same to programs', async () => {
    const facts = JSON.parse((await araz('where', '--json', at(oldest.name))).stdout);
    expect(facts).toMatchObject({ isSeen: true, items: [{ alsoIn: [] }] });
    expect(facts.items[0].topics[0]).toMatchObject({ state: 'held-back', role: 'shown' });
    expect(facts.items[0].topics[0].archivePage).toMatch(/\.atom$/);
    const copy = JSON.parse((await araz('where', '--json', at(water.name))).stdout);
    const { duplicateOf } = copy.items.find((one: object) => 'duplicateOf' in one);
    expect(duplicateOf).toMatchObject({ layer: 'same-link', reason: expect.any(String) });
  });
});

describe('araz explain --item tells', () => {
  const itemOf = async (name: string): Promise<string> =>
    String(JSON.parse((await araz('where', '--json', at(name))).stdout).items[0].itemId);

  it('of the quota that holds it back', async () => {
    const { stdout } = await araz(
      'explain',
      'azerbaijan-iran',
      '--item',
      await itemOf(oldest.name),
    );
    expect(stdout).toMatch(/^\d+: Matched: /);
    expect(stdout).toContain('the quota gives a source 25 of the 50');
    expect(stdout.match(/Matched:/g)).toHaveLength(1);
  });

  it('of who else has to tell it first', async () => {
    const { stdout } = await araz('explain', 'storks', '--item', await itemOf(rare.name));
    expect(stdout).toContain('Missing: reported by at least 2 outlets (so far: The baku desk)');
  });
});

describe('araz where tells afterwards', () => {
  it('who retracted it, when and why', async () => {
    await araz('retract', at(blamed.name), '--reason', 'the deal was not signed', '--by', 'Leyla');
    const text = await where(at(blamed.name));
    expect(text).toMatch(/^ {2}taken out of azerbaijan-iran \(all, en\) since 20\d\d-/m);
    expect(text).toContain('    Leyla retracted it: the deal was not signed.');
    expect(text).toMatch(/^ {2}20\S+ \d\d:\d\dZ {2}Leyla retracted the story: .* \(act 1\)$/m);
  });

  it('that a change of the rule withdrew it, and what it misses now', async () => {
    configure((topics) =>
      topics.map((topic) =>
        topic['id'] === 'storks' ? topic : { ...topic, none: [{ phrase: 'dam' }] },
      ),
    );
    await araz('publish');
    const text = await where(at(water.name));
    expect(text).toContain('  taken out of azerbaijan-iran (all, en) since ');
    expect(text).toContain(
      'No item of the story satisfies the topic any more: the rule was changed.',
    );
    expect(text).toContain('Not matched: excluded by “dam”');
  });

  it('what retention left of it', async () => {
    const db = new SqliteDatabase(path.join(desk.work.dataDir, 'araz.db'));
    const longAgo = Date.now() - 200 * dayMs;
    const age = db.prepare(`UPDATE sightings SET last_seen_at = @longAgo, first_seen_at = @longAgo
      WHERE item_id IN (SELECT id FROM items WHERE link IN (@archived, @unmatched))`);
    age.run({ longAgo, archived: at(eldest.name), unmatched: at(park.name) });
    const stamp = db.prepare('UPDATE items SET first_seen_at = @longAgo WHERE link IN (@a, @b)');
    stamp.run({ longAgo, a: at(eldest.name), b: at(park.name) });
    db.close();
    await araz('prune');
    const archived = await where(at(eldest.name));
    expect(archived).toContain('; its text was removed by retention since');
    expect(archived).toMatch(/archive page https:\/\//);
    const unmatched = await araz('where', at(park.name));
    expect(unmatched.code).toBe(3);
    expect(unmatched.stdout).toContain('that is forgotten after 90 days');
  });
});
