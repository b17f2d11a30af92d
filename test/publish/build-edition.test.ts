import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { EntryRecord } from '../../src/domain/publication.ts';
import type { Source } from '../../src/domain/source.ts';
import type { StoryInTopic } from '../../src/domain/story.ts';
import {
  buildEditions,
  buildInSteps,
  type EditionInput,
  type EditionOutput,
} from '../../src/publish/build-edition.ts';
import { renderEdition } from '../../src/publish/formats.ts';
import { documentBytesMax } from '../../src/publish/make-room.ts';
import { emptySelection, selectionAfter } from '../support/a-selection.ts';
import { aStoredItem, aStory, aTopic, storyIdOf } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { checkFeed } from '../support/check-feed.ts';
import { aSource } from '../support/sources.ts';

const site = { title: 'Araz', language: 'en', timezone: 'Asia/Baku' };
const later = aMorning + hour;

const turan = aSource({ id: 'turan', rank: 2 });
const irna = aSource({
  id: 'irna',
  title: 'ایرنا',
  url: 'https://irna.example/rss',
  language: 'fa',
  country: 'IR',
});

function input(stories: readonly StoryInTopic[], given: Partial<EditionInput> = {}): EditionInput {
  return {
    topic: aTopic(),
    selection: { ...emptySelection, stories },
    site,
    publicUrl: 'https://news.example.org',
    authority: 'news.example.org,2026',
    hubs: [],
    ttlMinutes: 15,
    sources: sourceMap(turan, irna),
    now: later,
    ...given,
  };
}

function sourceMap(...sources: readonly Source[]): ReadonlyMap<string, Source> {
  return new Map(sources.map((source) => [source.id, source]));
}

function again(first: EditionInput, stories: readonly StoryInTopic[], now: number) {
  const selection = selectionAfter(first.selection, buildEditions(first).intent, stories);
  return { ...first, selection, now };
}

function rowsOf(output: EditionOutput, variant = 'all'): readonly EntryRecord[] {
  return output.intent.entries.filter((row) => row.variant === variant);
}

/** Many stories of one source each, `number` minutes old: story 0 is the newest. */
function stories(count: number, given: (number: number) => Partial<StoredItem> = () => ({})) {
  return Array.from({ length: count }, (_, number) =>
    aStory(number, [
      aStoredItem({
        id: number + 1,
        sourceId: `outlet-${number % 10}`,
        published: aMorning - number * minute,
        ...given(number),
      }),
    ]),
  );
}

describe('the item that shows a story', () => {
  const az = aStoredItem({ id: 1 });
  const fa = aStoredItem({ id: 2, sourceId: 'irna', language: 'fa', published: aMorning + minute });

  it('is of the source with the best rank', () => {
    const { editions } = buildEditions(input([aStory(1, [az, fa])]));
    expect(editions[0]?.entries[0]?.shownBy.sourceId).toBe('irna');
  });

  it('is of the language in a language variant', () => {
    const { editions } = buildEditions(input([aStory(1, [az, fa])]));
    expect(editions.map(({ entries }) => entries[0]?.language)).toEqual(['fa', 'az', 'fa']);
  });

  it('is the most complete of equal ranks, then the earliest', () => {
    const bare = aStoredItem({ id: 1, summary: '', published: aMorning - hour });
    const whole = aStoredItem({ id: 2 });
    const late = aStoredItem({ id: 3, published: aMorning + minute });
    const { intent } = buildEditions(input([aStory(1, [bare, late, whole])]));
    expect(intent.entries.map(({ itemId }) => itemId)).toEqual([2, 2]);
  });

  it('is one that matches the topic, and another only where no other is in the language', () => {
    const told = aStory(1, [az, fa], ({ id }) => id === az.id);
    const { editions } = buildEditions(input([told]));
    expect(editions.map(({ entries }) => entries[0]?.language)).toEqual(['az', 'az', 'fa']);
  });

  it('stays when a better one joins the story', () => {
    const first = input([aStory(1, [az])]);
    const output = buildEditions(again(first, [aStory(1, [az, fa])], later + hour));
    expect(output.editions[0]?.entries[0]?.shownBy.sourceId).toBe('turan');
    expect(output.editions[0]?.entries[0]?.alsoReportedBy.map((o) => o.outlet)).toEqual(['ایرنا']);
    expect(rowsOf(output)).toEqual([]);
  });

  it('is in no variant of a language nobody told the story in', () => {
    const { editions } = buildEditions(input([aStory(1, [az])]));
    expect(editions.map(({ entries }) => entries.length)).toEqual([1, 1, 0]);
  });
});

describe('an entry', () => {
  const item = aStoredItem();
  const first = input([aStory(1, [item])]);

  it('is published when its item was, not when it was built', () => {
    expect(rowsOf(buildEditions(first))[0]).toMatchObject({
      published: aMorning,
      updated: aMorning,
    });
  });

  it('is never published in the future', () => {
    const ahead = aStoredItem({ published: later + 5 * minute, firstSeenAt: later });
    const [row] = rowsOf(buildEditions(input([aStory(1, [ahead])])));
    expect([row?.published, row?.updated]).toEqual([later, later]);
  });

  it('changes nothing when its item is seen again or its date is bumped', () => {
    const bumped = { ...item, lastSeenAt: later, published: later, publishedRaw: later };
    const output = buildEditions(again(first, [aStory(1, [bumped])], later + hour));
    expect(output.intent.entries).toEqual([]);
    expect(output.editions[0]?.entries[0]).toMatchObject({
      published: aMorning,
      updated: aMorning,
    });
  });

  it('moves updated, and neither id nor published, when the text was revised', () => {
    const revised = { ...item, title: 'Düzəliş', revisedAt: later };
    const output = buildEditions(again(first, [aStory(1, [revised])], later + hour));
    expect(output.editions[0]?.entries[0]).toMatchObject({
      id: aStory(1, []).story.entryId,
      title: 'Düzəliş',
      published: aMorning,
      updated: later,
    });
    expect(rowsOf(output)).toHaveLength(1);
  });

  it('leaves with a record when its story no longer matches, and never comes back', () => {
    const gone = again(first, [aStory(1, [item], () => false)], later + hour);
    const left = buildEditions(gone);
    expect(left.editions[0]?.entries).toEqual([]);
    expect(left.editions[0]?.deleted).toEqual([
      { id: aStory(1, []).story.entryId, when: later + hour, reason: 'rule' },
    ]);
    const back = buildEditions(again(gone, [aStory(1, [item])], later + 2 * hour));
    expect(back.editions[0]?.entries).toEqual([]);
    expect(back.editions[0]?.deleted).toEqual(left.editions[0]?.deleted);
    expect(back.intent).toEqual({
      topicId: 'azerbaijan-iran',
      entries: [],
      editions: [],
      pages: [],
      corrections: [],
    });
  });

  it('leaves as split when the item that showed it went to another story', () => {
    const other = aStoredItem({ id: 9 });
    const output = buildEditions(again(first, [aStory(1, [other])], later + hour));
    expect(output.editions[0]?.deleted[0]?.reason).toBe('split');
  });

  it.each([
    ['link', { summary: '', contentHtml: undefined, image: undefined }],
    ['summary', { summary: item.summary, contentHtml: undefined, image: 'https://a.example/i' }],
    ['full', { summary: item.summary, contentHtml: '<p>All</p>', image: 'https://a.example/i' }],
  ] as const)('says what the permission "%s" allows', (permission, expected) => {
    const rich = { ...item, contentHtml: '<p>All</p>', image: 'https://a.example/i' };
    const sources = sourceMap({ ...turan, permission });
    const { editions } = buildEditions(input([aStory(1, [rich])], { sources }));
    const entry = editions[0]?.entries[0];
    expect({
      summary: entry?.summary,
      contentHtml: entry?.contentHtml,
      image: entry?.image,
    }).toEqual(expected);
  });

  it('has its summary cut at a word to 300 characters', () => {
    const long = { ...item, summary: 'söz '.repeat(200) };
    const { editions } = buildEditions(input([aStory(1, [long])]));
    const summary = editions[0]?.entries[0]?.summary ?? '';
    expect(summary.length).toBeLessThanOrEqual(300);
    expect(summary.endsWith('söz…')).toBe(true);
  });

  it('borrows a title from its summary, then from its outlet', () => {
    const untitled = [
      aStory(1, [{ ...item, title: '' }]),
      aStory(2, [aStoredItem({ id: 2, title: ' ', summary: '', published: aMorning - 1 })]),
    ];
    const { editions } = buildEditions(input(untitled));
    expect(editions[0]?.entries.map(({ title }) => title)).toEqual([item.summary, 'Turan']);
  });

  it('leads to the receipts of stories that an editor joined with it, in every format', () => {
    const told = { ...aStory(1, [item]), linkedIds: ['other'] };
    const [edition] = buildEditions(input([told])).editions;
    if (edition === undefined) throw new Error('no edition');
    const documents = renderEdition(edition);
    expect(documents.flatMap(checkFeed)).toEqual([]);
    const receipt = 'https://news.example.org/stories/other/';
    const links = documents.map(({ body }) => body.split(receipt).length - 1);
    // RSS, Atom, JSON Feed; a page says it in the receipt.
    expect(links).toEqual([1, 1, 1, 0]);
    expect(documents[1]?.body).toMatch(
      /<link (?=[^>]*rel="related")[^>]*href="https:\/\/news\.example\.org\/stories\/other\/"/,
    );
  });

  it('leads to the topic when its item has no link', () => {
    const { link: _, ...linkless } = item;
    const { editions } = buildEditions(input([aStory(1, [linkless])]));
    expect(editions[0]?.entries[0]?.link).toBe('https://news.example.org/topics/azerbaijan-iran/');
  });

  it('still names the outlet when its source is no longer declared', () => {
    const { editions } = buildEditions(input([aStory(1, [item])], { sources: new Map() }));
    expect(editions[0]?.entries[0]?.shownBy).toMatchObject({
      outlet: 'turan.example',
      feedUrl: 'https://turan.example/',
    });
  });

  it('never publishes the secret address of a feed', () => {
    const secret = { ...turan, url: 'https://turan.example/rss?key=hush' };
    const sources = sourceMap({ ...secret, publicUrl: 'https://turan.example/rss' });
    const { editions } = buildEditions(input([aStory(1, [item])], { sources }));
    expect(JSON.stringify(editions)).not.toContain('hush');
  });

  it('lists each other outlet once, earliest first', () => {
    const others = [
      aStoredItem({ id: 5, sourceId: 'b', published: aMorning + 3 * minute }),
      aStoredItem({ id: 3, sourceId: 'b', published: aMorning + 2 * minute }),
      aStoredItem({ id: 4, sourceId: 'a', published: aMorning + minute }),
      aStoredItem({ id: 6, sourceId: 'turan', published: aMorning + minute }),
    ];
    const { editions } = buildEditions(input([aStory(1, [item, ...others])]));
    const links = editions[0]?.entries[0]?.alsoReportedBy.map(({ link }) => link);
    expect(links).toEqual(['https://a.example/news/4', 'https://b.example/news/3']);
  });
});

describe('an edition', () => {
  it('exists for every variant of an empty topic', () => {
    const { editions, intent } = buildEditions(input([]));
    expect(editions.map(({ publication }) => publication.variant)).toEqual(['all', 'az', 'fa']);
    expect(editions.map(({ updated }) => updated)).toEqual([later, later, later]);
    expect(intent.editions.map(({ path }) => path)).toContain('topics/azerbaijan-iran/fa/rss.xml');
  });

  it('gives the same bytes and asks to store nothing when nothing changed', () => {
    const told = stories(60);
    const first = input(told);
    const second = again(first, told, later + hour);
    const output = buildEditions(second);
    expect(output.intent).toEqual({
      topicId: 'azerbaijan-iran',
      entries: [],
      editions: [],
      pages: [],
      corrections: [],
    });
    expect(output.editions.flatMap(renderEdition)).toEqual(
      buildEditions(first).editions.flatMap(renderEdition),
    );
  });

  it('moves updated in the variants that changed, and only there', () => {
    const fa = aStoredItem({ id: 2, sourceId: 'irna', language: 'fa' });
    const first = input([aStory(1, [fa])]);
    const az = aStory(2, [aStoredItem({ id: 3 })]);
    const { editions } = buildEditions(again(first, [aStory(1, [fa]), az], later + hour));
    expect(editions.map(({ updated }) => updated)).toEqual([later + hour, later + hour, later]);
  });

  it('never moves updated backwards', () => {
    const first = input(stories(1));
    const { editions } = buildEditions(again(first, stories(2), later - hour));
    expect(editions[0]?.updated).toBe(later);
  });

  it('is ordered newest first, whatever order the stories come in', () => {
    const told = stories(20);
    const forward = buildEditions(input(told)).editions[0];
    const backward = buildEditions(input([...told].reverse())).editions[0];
    expect(forward?.entries.map(({ storyId }) => storyId)).toEqual(
      told.map(({ story }) => story.id),
    );
    expect(backward).toEqual(forward);
  });

  it('holds the newest 50 and archives the others for good', () => {
    const told = stories(60);
    const output = buildEditions(input(told));
    expect(output.editions[0]?.entries).toHaveLength(50);
    const archived = rowsOf(output).filter(({ archivedAt }) => archivedAt === later);
    expect(archived.map(({ storyId }) => storyId)).toEqual(
      told.slice(50).map(({ story }) => story.id),
    );
  });

  it('does not bring back what made way when room comes free', () => {
    const told = stories(60);
    const first = input(told);
    const fewer = told.map((story, number) => (number < 10 ? { ...story, matches: [] } : story));
    const output = buildEditions(again(first, fewer, later + hour));
    expect(output.editions[0]?.entries).toHaveLength(40);
    expect(rowsOf(output).every(({ leftReason }) => leftReason === 'rule')).toBe(true);
  });

  it('gives no source more than half of the places', () => {
    const flood = stories(80, () => ({ sourceId: 'flood' }));
    const others = [90, 91, 92].map((number) =>
      aStory(number, [
        aStoredItem({ id: number, sourceId: 'quiet', published: aMorning - 10 * hour }),
      ]),
    );
    const { editions } = buildEditions(input([...flood, ...others]));
    const shown = editions[0]?.entries.map(({ shownBy }) => shownBy.sourceId) ?? [];
    expect(shown.filter((id) => id === 'flood')).toHaveLength(25);
    expect(shown.filter((id) => id === 'quiet')).toHaveLength(3);
  });

  it('keeps every feed document under its cap of bytes', () => {
    const sources = sourceMap(
      ...Array.from({ length: 10 }, (_, number) =>
        aSource({ id: `outlet-${number}`, permission: 'full' }),
      ),
    );
    const told = stories(50, () => ({ contentHtml: `<p>${'&amp; "мир" '.repeat(2_500)}</p>` }));
    const output = buildEditions(input(told, { sources }));
    const sizes = output.editions
      .flatMap(renderEdition)
      .map(({ path, body }) => ({ path, bytes: Buffer.byteLength(body) }));
    expect(sizes.filter(({ bytes }) => bytes > documentBytesMax)).toEqual([]);
    expect(output.editions[0]?.entries.length).toBeGreaterThan(5);
    expect(output.editions[0]?.entries[0]?.storyId).toBe(storyIdOf(0));
  });

  it('shows less of the older full texts when the bytes are used up, and moves no story', () => {
    const sources = sourceMap(aSource({ id: 'outlet-0', permission: 'full' }));
    const told = stories(25, () => ({
      sourceId: 'outlet-0',
      contentHtml: `<p>${'мир и границы '.repeat(1_800)}</p>`,
    }));
    const output = buildEditions(input(told, { sources }));
    const entries = output.editions[0]?.entries ?? [];
    expect(entries).toHaveLength(25);
    expect(rowsOf(output).filter(({ archivedAt }) => archivedAt !== undefined)).toEqual([]);
    const withText = entries.map(({ contentHtml }) => contentHtml !== undefined);
    expect(withText).toEqual(withText.toSorted((one, two) => Number(two) - Number(one)));
    expect(withText[0]).toBe(true);
    expect(withText[24]).toBe(false);
    expect(entries[24]?.summary).not.toBe('');
  });

  const ampersands = '&'.repeat(1_990);
  const urls = (count: number, tail: string) =>
    Array.from({ length: count }, (_, number) => `https://evil.example/${number}?${tail}`);
  it.each<[string, Partial<StoredItem>]>([
    [
      'files',
      {
        enclosures: urls(50, ampersands).map((url) => ({ url })),
        link: `https://evil.example/?${ampersands}`,
      },
    ],
    [
      'files with long addresses',
      { enclosures: urls(50, 'a'.repeat(1_990)).map((url) => ({ url })) },
    ],
    [
      'categories',
      {
        categories: urls(200, 'b'.repeat(1_990)).map((scheme, number) => ({
          term: `${number} ${'"<&>'.repeat(80)}`,
          scheme,
        })),
      },
    ],
    [
      'people',
      { authors: urls(200, 'c=&d='.repeat(300)).map((url) => ({ name: '&'.repeat(999), url })) },
    ],
    ['text', { title: '"<&>'.repeat(9_000), summary: '&<'.repeat(9_000) }],
    ['pictures', { image: `https://evil.example/${'&'.repeat(400)}`, title: '😀"'.repeat(900) }],
    ['full text', { contentHtml: '&amp;"'.repeat(10_000) }],
  ])('lets no story with too many %s make another give way', (_, given) => {
    const sources = sourceMap(
      aSource({ id: 'evil', permission: 'full', url: 'https://evil.example/rss' }),
      ...Array.from({ length: 10 }, (_, number) => aSource({ id: `outlet-${number}` })),
    );
    const honest = stories(25);
    const evil = stories(25, (number) => ({
      ...given,
      id: 100 + number,
      sourceId: 'evil',
      published: aMorning + minute + number,
    })).map((told, number) => aStory(100 + number, told.items));
    const together = buildEditions(input([...evil, ...honest], { sources }));
    expect(together.editions[0]?.entries).toHaveLength(50);
    expect(rowsOf(together).filter(({ archivedAt }) => archivedAt !== undefined)).toEqual([]);
    const alone = buildEditions(input(honest, { sources })).editions[0]?.entries;
    expect(together.editions[0]?.entries.slice(25)).toEqual(alone);
    const sizes = together.editions.flatMap(renderEdition);
    expect(sizes.filter(({ body }) => Buffer.byteLength(body) > documentBytesMax)).toEqual([]);
  });

  it('keeps the id of a feed whose topic was renamed or moved', () => {
    const renamed = aTopic({ id: 'baku-tehran', aliases: ['azerbaijan-iran'] });
    const moved = { topic: renamed, publicUrl: 'https://elsewhere.example/araz' };
    const before = buildEditions(input(stories(1))).editions;
    const after = buildEditions(input(stories(1), moved)).editions;
    expect(after.map(({ publication }) => publication.feedId)).toEqual(
      before.map(({ publication }) => publication.feedId),
    );
    expect(after[0]?.entries[0]?.id).toBe(before[0]?.entries[0]?.id);
  });

  it('has a title of its own in every variant', () => {
    const titles = buildEditions(input([])).editions.map(({ publication }) => publication.title);
    expect(titles).toEqual([
      'Azerbaijan–Iran relations',
      'Azerbaijan–Iran relations (Azərbaycanca)',
      'روابط جمهوری آذربایجان و ایران',
    ]);
  });

  it('is built in steps, at least one for every page and for some dozens of entries', () => {
    const many = input(stories(260, () => ({ contentHtml: '<p>Uzun mətn</p>'.repeat(300) })));
    const steps = buildInSteps(many);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(step.value).toEqual(buildEditions(many));
    const { pages = [], entries } = step.value.intent;
    expect(pages.length).toBeGreaterThan(1);
    expect(count).toBeGreaterThan(pages.length + entries.length / 40);
  });
});
