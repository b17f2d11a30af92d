import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { tree } from '../support/memory-tree.ts';
import { ReplayNewsroom } from '../support/replay-newsroom.ts';
import { type Published, TreeChecker } from '../support/tree-checker.ts';

vi.mock('../../src/publish/write-file.ts', async () => import('../support/memory-tree.ts'));
const nothing = vi.hoisted(() => async () => ({ written: 0, unchanged: 0, refused: [] }));
vi.mock('../../src/pipeline/publish-receipts.ts', () => ({ publishReceipts: nothing }));
vi.mock('../../src/pipeline/publish-months.ts', () => ({ publishMonths: nothing }));

type Tree = ReadonlyMap<string, string>;

/** Some days of sound news, as they were published, with an archive and records of departures. */
const published: { readonly tree: Tree; readonly facts: Published }[] = [];
/** What has seen all of them. */
const sound = new TreeChecker();
const folder = 'topics/azerbaijan-iran/';

beforeAll(async () => {
  tree.clear();
  const work = mkdtempSync(path.join(tmpdir(), 'araz-'));
  const newsroom = await ReplayNewsroom.open(path.join(work, 'araz.db'), 4);
  for (let step = 0; step < 3; step += 1) {
    await newsroom.tell(step);
    await newsroom.publish();
    // Of the languages one is enough.
    const feeds = [...tree].filter(([name]) => !/\/(?:fa|en)\//.test(name));
    const facts = newsroom.published(false);
    published.push({ tree: new Map(feeds), facts });
    sound.check(new Map(feeds), facts);
  }
  await newsroom.close();
  rmSync(work, { recursive: true });
}, 120_000);

const last = () => published.at(-1) ?? { tree: new Map(), facts: {} as Published };
const bodyOf = (name: string, from = last().tree): string => from.get(folder + name) ?? '';

/** What the checker finds when the news is followed by this tree, in which nothing else happened. */
function violationsOf(spoilt: Tree, facts: Partial<Published> = {}): readonly string[] {
  expect(sound.violations).toEqual([]);
  const checker = sound.fork();
  checker.check(spoilt, { ...last().facts, restored: new Set(), ...facts });
  return checker.violations;
}

function spoil(name: string, change: (body: string) => string): Tree {
  const body = bodyOf(name);
  const spoilt = change(body);
  expect(spoilt, `${name} was not spoilt`).not.toBe(body);
  return new Map([...last().tree, [folder + name, spoilt]]);
}

/** A lie that all formats of the topic tell alike. */
function inEveryFormat(change: (body: string) => string): Tree {
  const names = ['atom.xml', 'rss.xml', 'feed.json', 'index.html'];
  return new Map([
    ...last().tree,
    ...names.map((name) => [folder + name, change(bodyOf(name))] as const),
  ]);
}

const entriesOf = (body: string): readonly string[] =>
  body.match(/ *<entry .*?<\/entry>\n/gs) ?? [];
const firstEntry = (body: string): string => entriesOf(body)[0] ?? '';
/** The document's own date, later than it was. */
const dated = (body: string): string =>
  body.replace(/<updated>\d{4}/, (found) => found.replace(/\d{4}/, '2027'));
const inFirst = (change: (entry: string) => string) => (body: string) =>
  dated(body.replace(firstEntry(body), () => change(firstEntry(body))));

const inJson = (change: (item: object) => object) => (body: string) => {
  const [first, ...rest] = JSON.parse(body).items;
  return JSON.stringify({ ...JSON.parse(body), items: [change(first), ...rest] }, null, 1);
};

describe('the checker of the replay', () => {
  it('finds nothing in what was published, nor when nothing happens', () => {
    expect(bodyOf('archive/1.atom')).toContain('<fh:archive');
    expect(bodyOf('atom.xml')).toContain('at:deleted-entry');
    expect(violationsOf(last().tree, { isIdle: true })).toEqual([]);
  });

  it.each<[string, string, (body: string) => string, RegExp]>([
    ['invalid XML', 'rss.xml', (body) => body.replace('</channel>', ''), /rss\.xml/],
    ['a control character', 'atom.xml', (body) => body.replace('<title>', '<title>\u0008'), /atom/],
    ['another id', 'atom.xml', inFirst((one) => one.replace('story/s', 'story/x')), /lost|carry/],
    [
      'a moved published',
      'atom.xml',
      inFirst((one) => one.replace(/<published>\d{4}/, '<published>2025')),
      /published moved/,
    ],
    [
      'an updated that moved without change',
      'atom.xml',
      inFirst((one) => one.replace(/<updated>\d{4}/, '<updated>2027')),
      /updated and text disagree/,
    ],
    [
      'a text that changed without updated',
      'atom.xml',
      inFirst((one) => one.replace(/(<title[^>]*>(?:<!\[CDATA\[)?)/, '$1Another ')),
      /updated and text disagree/,
    ],
    ['a document dated anew', 'atom.xml', dated, /updated moved alone/],
    [
      'a document dated back',
      'atom.xml',
      (body) => body.replace(/<updated>\d{4}/, '<updated>2025'),
      /updated went back|updated moved/,
    ],
    [
      'an entry twice',
      'atom.xml',
      (body) => dated(body.replace(firstEntry(body), firstEntry(body) + firstEntry(body))),
      /two entries share an id/,
    ],
    [
      'an entry that is in no other format',
      'feed.json',
      (body) => JSON.stringify({ ...JSON.parse(body), items: JSON.parse(body).items.slice(1) }),
      /formats carry other entries/,
    ],
    [
      'another link in one format',
      'rss.xml',
      (body) => body.replace(/(<item>.*?<link>)https/s, '$1http'),
      /formats carry other entries/,
    ],
    [
      'an entry that is neither shown nor recorded',
      'atom.xml',
      (body) => dated(body.replace(firstEntry(body), '')),
      /lost|formats carry/,
    ],
    [
      'another order',
      'atom.xml',
      (body) =>
        dated(body.replace(firstEntry(body), '').replace('</feed>', `${firstEntry(body)}</feed>`)),
      /not newest first/,
    ],
    [
      'a future date',
      'atom.xml',
      inFirst((one) =>
        one
          .replace(/<published>\d{4}/, '<published>2031')
          .replace(/<updated>\d{4}/, '<updated>2031'),
      ),
      /future date/,
    ],
    [
      'an entry without its outlet',
      'atom.xml',
      inFirst((one) => one.replace(/<source .*?<\/source>/s, '')),
      /does not name its outlet/,
    ],
    [
      'an entry without its language',
      'atom.xml',
      inFirst((one) => one.replace(/ xml:lang="[^"]*"/, '')),
      /has no language/,
    ],
    [
      'a changed archive page',
      'archive/1.atom',
      (body) => body.replace(/(<entry .*?<title[^>]*>(?:<!\[CDATA\[)?)/s, '$1Another '),
      /a frozen entry changed/,
    ],
    [
      'an entry that left a page without a record',
      'archive/1.atom',
      (body) => body.replace(firstEntry(body), ''),
      /a frozen entry changed/,
    ],
    [
      'a page that no document leads to',
      'atom.xml',
      (body) => dated(body.replace(/ *<link [^>]*prev-archive[^>]*\/>\n/, '')),
      /reaches 0 of/,
    ],
    [
      'an announcement in other words',
      'corrections.atom',
      (body) => dated(body.replace(/(<entry .*?<title[^>]*>(?:<!\[CDATA\[)?)/s, '$1Another ')),
      /in other words/,
    ],
    [
      'a document of another format dated back',
      'rss.xml',
      (body) => body.replace(/(<lastBuildDate>.*?)2026/, '$12025'),
      /updated went back|"" is not valid/,
    ],
    [
      'a document of another format dated anew',
      'feed.json',
      (body) => body.replace(/("updated": ")\d{4}/, '$12027'),
      /updated moved alone/,
    ],
    [
      'a page chain that leaves one out',
      'atom.xml',
      (body) => dated(body.replace(/archive\/(\d+)\.atom/, 'archive/1.atom')),
      /reaches 1 of|in the order/,
    ],
    [
      'a page that leads to itself',
      'archive/2.atom',
      (body) => body.replace('href="1.atom"', 'href="2.atom"'),
      /leads to the page 2\.atom twice/,
    ],
    [
      'the archive of another',
      'atom.xml',
      (body) => dated(body.replace(/[^/]*\/archive\/(\d+)\.atom/, 'caspian/archive/$1.atom')),
      /another's archive/,
    ],
    [
      'a page that is not said to be one',
      'archive/1.atom',
      (body) => body.replace('<fh:archive/>', ''),
      /does not say that it is one/,
    ],
    [
      'a title that only one format has',
      'feed.json',
      inJson((item) => ({ ...item, title: 'Another' })),
      /disagree on title/,
    ],
    [
      'a language that only one format has',
      'feed.json',
      inJson((item) => ({ ...item, language: 'tr' })),
      /disagree on language/,
    ],
    [
      'a text that only one format has',
      'rss.xml',
      (body) => body.replace(/(<description><!\[CDATA\[<div[^>]*><p>)/, '$1Not so: '),
      /disagree on summary/,
    ],
    [
      'a category that only one format has',
      'feed.json',
      inJson((item) => ({ ...item, tags: ['sport'] })),
      /disagree on categories/,
    ],
    [
      'a later edit that only one format tells',
      'feed.json',
      inJson((item) => ({ ...item, date_modified: '2027-01-01T00:00:00.000Z' })),
      /disagree on updated/,
    ],
    [
      'a record of departure that only one format has',
      'feed.json',
      (body) => body.replace(/"deleted": \[.*?\n {2}\]/s, '"deleted": []'),
      /disagree on gone/,
    ],
    [
      'another way into the archive',
      'rss.xml',
      (body) => body.replace(/archive\/\d+\.atom/, 'archive/1.atom'),
      /disagree on archive/,
    ],
    [
      'a page that shows another story',
      'index.html',
      (body) => body.replace(/id="story-s/, 'id="story-x'),
      /formats carry other entries/,
    ],
    [
      'a page that leads elsewhere',
      'index.html',
      (body) => body.replace(/(<h3[^>]*><a href=")https/, '$1http'),
      /formats carry other entries/,
    ],
    [
      'a page that names another outlet',
      'index.html',
      (body) => body.replace(/(<strong><bdi[^>]*>)/, '$1Not '),
      /disagree on outlet/,
    ],
    [
      'a record of what was never there',
      'atom.xml',
      (body) => dated(body.replace(/(deleted-entry ref="[^"]*)/, '$1x')),
      /never there/,
    ],
    [
      'a record that was forgotten',
      'atom.xml',
      (body) => dated(body.replace(/ *<at:deleted-entry.*?<\/at:deleted-entry>\n/s, '')),
      /forgets that/,
    ],
    [
      'a departure at another time',
      'atom.xml',
      (body) => dated(body.replace(/( when=")\d{4}/, '$12025')),
      /at another time/,
    ],
    [
      'an address that is not its own',
      'rss.xml',
      (body) => body.replace(/(<atom:link href=")https/, '$1http'),
      /another address as its own/,
    ],
    [
      'a correction of what was never published',
      'corrections.atom',
      (body) => dated(body.replace(/story\/s(\d+)\/edited/, 'story/x$1/edited')),
      /never published/,
    ],
    [
      'a retraction that no editor did',
      'corrections.atom',
      (body) => dated(body.replace(/\/edited\/(\d+)<\/id>/, '/retracted/$1</id>')),
      /no editor did/,
    ],
    [
      'a retraction that is not announced',
      'corrections.atom',
      (body) =>
        dated(
          entriesOf(body).reduce((text, one) => {
            return one.includes('/retracted/') ? text.replace(one, () => '') : text;
          }, body),
        ),
      /does not announce that/,
    ],
    [
      'a document over its cap',
      'feed.json',
      (body) => body.replace('"_araz"', `"_pad": { "x": "${'x'.repeat(600_000)}" }, "_araz"`),
      /over its cap/,
    ],
  ])('finds %s', (_, name, change, violation) => {
    expect(violationsOf(spoil(name, change)).join('\n')).toMatch(violation);
  });

  it('finds a page or a document that is gone', () => {
    for (const name of ['archive/1.atom', 'az/rss.xml']) {
      const less = new Map(last().tree);
      less.delete(folder + name);
      expect(violationsOf(less).join('\n')).toMatch(/is gone|not there/);
    }
  });

  it('finds a change although nothing happened', () => {
    const spoilt = spoil('corrections.atom', dated);
    expect(violationsOf(spoilt, { isIdle: true }).join('\n')).toMatch(/although nothing happened/);
  });

  it('finds an entry that is back, unless an editor restored it', () => {
    const then = bodyOf('atom.xml', published[0]?.tree);
    const gone = [...bodyOf('atom.xml').matchAll(/deleted-entry ref="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    const back =
      entriesOf(then).find((entry) => gone.some((id) => entry.includes(`>${id}<`))) ?? '';
    const [, id = ''] = /<id>(.*?)</.exec(back) ?? [];
    expect(id).not.toBe('');
    const again = spoil('atom.xml', (body) =>
      dated(
        body
          .replace(new RegExp(` *<at:deleted-entry ref="${id}".*?</at:deleted-entry>\\n`, 's'), '')
          .replace('</feed>', `${back}</feed>`),
      ),
    );
    expect(violationsOf(again).join('\n')).toMatch(/is back although it had left/);
    const restored = violationsOf(again, { restored: new Set([id]), retracted: new Set() });
    expect(restored.join('\n')).not.toMatch(/is back/);
    // The tree had it on record when the store was lost.
    const found = violationsOf(again, { rewoundTo: 0, retracted: new Set() });
    expect(found.join('\n')).toMatch(/is back although it had left/);
  });

  it.each([undefined, 0])(
    'finds an article under another id than it had, be the store lost or not (%s)',
    (rewoundTo) => {
      const [, id = 'none'] = /<id>(.*?)</.exec(firstEntry(bodyOf('atom.xml'))) ?? [];
      const renamed = [...last().tree].map(
        ([name, body]) => [name, dated(body.replaceAll(id, `${id}x`))] as const,
      );
      const found = violationsOf(new Map(renamed), rewoundTo === undefined ? {} : { rewoundTo });
      expect(found.join('\n')).toContain(`is ${id}x, and was ${id}`);
    },
  );

  it('finds a moved published, also after the store was lost', () => {
    const spoilt = inEveryFormat((body) => body.replaceAll(/2026(?=-\d\d-\d\dT)/g, '2025'));
    const found = violationsOf(spoilt, { rewoundTo: 0 });
    expect(found.join('\n')).toMatch(/published of tag:\S+ moved/);
  });

  it('finds a retracted entry that is shown, in the archive too', () => {
    const [, live = ''] = /<id>(.*?)</.exec(firstEntry(bodyOf('atom.xml'))) ?? [];
    const [, past = ''] = /<id>(.*?)</.exec(firstEntry(bodyOf('archive/1.atom'))) ?? [];
    for (const id of [live, past]) {
      const found = violationsOf(last().tree, { retracted: new Set([id]) });
      expect(found.join('\n')).toContain(`shows the retracted ${id}`);
    }
  });

  it('finds another outlet, in all formats alike', () => {
    const told = inEveryFormat((body) => body.replaceAll('Outlet 5', 'Outlet 7'));
    expect(violationsOf(told).join('\n')).toMatch(/is said to be Outlet 7/);
  });

  it('finds an article that nobody told', () => {
    const told = inEveryFormat((body) => body.replaceAll('https://outlet-5', 'https://outlet-6'));
    expect(violationsOf(told).join('\n')).toMatch(/told by nobody/);
  });

  it('finds an edit that is shown and not announced', () => {
    const id = /<id>([^<]*:story\/[^<]*)</.exec(bodyOf('atom.xml'))?.[1] ?? '';
    const edited = spoil('atom.xml', (body) =>
      dated(
        body.replace(firstEntry(body), (entry) =>
          entry
            .replace(/<updated>\d{4}/, '<updated>2027')
            .replace(/(<title[^>]*>(?:<!\[CDATA\[)?)/, '$1Another '),
        ),
      ),
    );
    expect(violationsOf(edited).join('\n')).toContain(`does not announce ${id}/edited/`);
  });

  it('finds a story that its language lacks, or only its language has', () => {
    const emptied = (name: string) =>
      spoil(name, (body) => dated(body.replace(/ *<entry .*<\/entry>\n/s, '')));
    expect(violationsOf(emptied('az/atom.xml')).join('\n')).toMatch(
      /has not tag:.* of its language/,
    );
    const all = new Map([...emptied('atom.xml')].filter(([name]) => !name.includes('/archive/')));
    expect(violationsOf(all).join('\n')).toMatch(/which all do not have/);
  });

  it('finds a story of another language, and one article under two ids', () => {
    const foreign = spoil(
      'az/atom.xml',
      inFirst((one) => one.replace('lang="az"', 'lang="tr"')),
    );
    expect(violationsOf(foreign).join('\n')).toMatch(/has tag:\S* in tr/);
    const other = spoil(
      'az/atom.xml',
      inFirst((one) => one.replace(/(<id>.*story\/)s/, '$1x')),
    );
    expect(violationsOf(other).join('\n')).toMatch(/is tag:\S*, and tag:\S* elsewhere/);
  });

  it('finds a copy on a later page that is no later', () => {
    const entry = firstEntry(bodyOf('archive/1.atom'));
    const again = spoil('archive/2.atom', (body) => body.replace('</feed>', `${entry}</feed>`));
    expect(violationsOf(again).join('\n')).toMatch(/no older than the next/);
  });

  it('finds what is served of a language that was dropped', () => {
    const found = violationsOf(last().tree, { withdrawn: ['az/'] });
    expect(found.join('\n')).toContain('although it is configured no more');
  });
});
