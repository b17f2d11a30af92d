import { describe, expect, it } from 'vitest';
import { day, hour } from '../../src/domain/instant.ts';
import { type Line, openLine } from '../support/a-line.ts';
import { type CarriedEntry, rssOf } from '../support/carried.ts';

const places = [
  'Alat',
  'Astara',
  'Batumi',
  'Ganja',
  'Kars',
  'Lankaran',
  'Rasht',
  'Sheki',
  'Tabriz',
];
const acts = [
  'gets two new cranes for its harbour',
  'closes the old bridge until next autumn',
  'opens a museum of carpets and kilims',
  'buys electric buses for mountain villages',
  'counts its storks and finds many more',
  'holds a fair of honey and walnuts',
  'plants ten thousand oaks along the road',
];

/** The nth article that a source ever brings, as it is when nothing is wrong with it. */
function article(n: number): CarriedEntry & { readonly link: string } {
  const [place, act] = [places[n % places.length], acts[n % acts.length]];
  return {
    guid: `tag:a,2026:${n}`,
    link: `https://a.example/n/${48_000 + n}`,
    title: `${place} ${act} (${n})`,
    text: `The mayor of ${place} said on day ${n} that the town ${act}, which ${n * 31} people had asked for.`,
    date: new Date(Date.parse('2026-02-07T06:00:00Z') + n * hour).toUTCString(),
  };
}

const windowItems = 8;
/** The window of a source after so many articles, newest first. */
function windowAt(n: number): readonly (CarriedEntry & { readonly link: string })[] {
  return Array.from({ length: windowItems }, (_, at) => article(n - at));
}

type Spoil = (entry: CarriedEntry, place: number, poll: number) => CarriedEntry;

const asItIs: Spoil = (entry) => entry;
const oneForAll: Spoil = (entry) => ({ ...entry, guid: 'https://a.example/news/detail/7' });
const placeInList: Spoil = (entry, place) => ({ ...entry, guid: `${place}` });
const byRequest: Spoil = (entry, place, poll) => ({
  ...entry,
  guid: `${poll}-${place}-${poll * 7}`,
});
const oneTwice: Spoil = (entry, place) => (place < 2 ? { ...entry, guid: 'twice' } : entry);

/** Polls once a day, three new articles each day; `spoil` says what is wrong with the document of a day. */
async function live(line: Line, days: readonly Spoil[], from = 0) {
  const source = line.source('a');
  const grades: string[] = [];
  for (const [index, spoil] of days.entries()) {
    const poll = from + index;
    const n = 20 + poll * 3;
    const entries = windowAt(n).map((entry, place) => spoil(entry, place, poll));
    line.server.at('/a.xml', { body: rssOf(entries) });
    const report = await line.poll(source);
    const wasFirst = poll === 0;
    // Each is new once, whatever is thought of its identities.
    expect([poll, report?.poll.itemsNew]).toEqual([poll, wasFirst ? windowItems : 3]);
    const [state] = await line.store.listSourceStates();
    grades.push(state?.trust.guid.grade ?? '');
    line.clock.advance(day);
  }
  return grades;
}

/** The same under addresses that have no number, or none at all. */
const named =
  (spoil: Spoil): Spoil =>
  (entry, ...at) => ({
    ...spoil(entry, ...at),
    link: `https://a.example/${entry.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
  });
const linkless =
  (spoil: Spoil): Spoil =>
  (entry, ...at) => {
    const { link: _, ...rest } = spoil(entry, ...at);
    return rest;
  };

/** Midnight is how sources write a day without a time. */
const pastMidnight =
  (spoil: Spoil): Spoil =>
  (entry, ...at) => ({
    ...spoil(entry, ...at),
    date: (entry.date ?? '').replace(':00 GMT', ':07 GMT'),
  });
const atHome =
  (spoil: Spoil): Spoil =>
  (entry, ...at) => ({ ...spoil(entry, ...at), link: 'https://a.example/' });

async function titlesOf(line: Line): Promise<readonly string[]> {
  return (await line.store.listItems(0, 5_000)).map(({ title }) => title);
}

const times = (count: number, spoil: Spoil): Spoil[] => Array(count).fill(spoil);
const runs = (grades: readonly string[]): readonly string[] =>
  grades.filter((grade, at) => grade !== grades[at - 1]);

describe('a source whose guids fail', () => {
  it.each([
    ['one document has one guid for all', [oneForAll], ['full', 'none', 'checked', 'full']],
    ['one document has one guid twice', [oneTwice], ['full', 'checked', 'full']],
    [
      'guids are places in a list of named pages for days',
      [...times(4, named(placeInList)), named(asItIs)],
      ['full', 'none', 'checked', 'full'],
    ],
    [
      'guids are places in the list for days',
      times(4, placeInList),
      ['full', 'none', 'checked', 'full'],
    ],
    [
      'guids are others at every request for days',
      times(5, byRequest),
      ['full', 'checked', 'none', 'checked', 'full'],
    ],
  ])(
    'brings nothing twice and loses nothing when %s, and is believed again',
    async (_, spoilt, course) => {
      const line = await openLine();
      const days = [...times(3, asItIs), ...spoilt, ...times(52, asItIs)];
      expect(runs(await live(line, days))).toEqual(course);
      const titles = await titlesOf(line);
      expect(titles).toHaveLength(windowItems + 3 * (days.length - 1));
      expect(new Set(titles).size).toBe(titles.length);
    },
  );

  it('brings nothing twice and loses nothing without any links', async () => {
    const line = await openLine();
    const days = [
      ...times(3, linkless(asItIs)),
      linkless(oneForAll),
      ...times(4, linkless(asItIs)),
    ];
    expect(runs(await live(line, days))).toEqual(['full', 'none']);
    const titles = await titlesOf(line);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(windowItems + 3 * (days.length - 1));
  });

  it.each([
    ['no links', linkless(placeInList)],
    ['links to its front page alone', atHome(placeInList)],
  ])('loses nothing with %s and places in a list for guids', async (_, spoil) => {
    const line = await openLine();
    // Dates of the future would be replaced by the time of the poll.
    line.clock.advance(2 * day);
    const days = times(6, pastMidnight(spoil));
    expect(runs(await live(line, days))).toEqual(['full', 'none']);
    const titles = await titlesOf(line);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(windowItems + 3 * (days.length - 1));
  });

  it('brings nothing twice while it is clean and broken by turns, and is not believed to and fro', async () => {
    const line = await openLine();
    const days = Array.from({ length: 40 }, (_, at) => (at % 4 === 3 ? oneForAll : asItIs));
    expect(runs(await live(line, days))).toEqual(['full', 'none']);
    const titles = await titlesOf(line);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has its edits taken for revisions when a guid is another at every request', async () => {
    const line = await openLine();
    await live(line, times(5, byRequest));
    const [first, ...rest] = windowAt(20 + 4 * 3).map((entry, place) => byRequest(entry, place, 9));
    const title = 'An entirely new headline stands over the story';
    const text = 'Nothing of what stood here before has been left in place by the editors.';
    line.server.at('/a.xml', { body: rssOf([{ ...first, title, text }, ...rest]) });
    const report = await line.poll(line.source('a'));
    expect(report?.poll).toMatchObject({ itemsNew: 0, itemsRevised: 1 });
  });
});

describe('a guid that has to be checked', () => {
  const bare = ({ link: _, ...entry }: CarriedEntry, guid: string): CarriedEntry => ({
    ...entry,
    guid,
  });

  it('does not make one item of two articles without links', async () => {
    const line = await openLine();
    const source = line.source('a');
    await live(line, [asItIs, oneTwice]);
    const polls = [bare(article(100), 'g'), bare(article(101), 'g')];
    for (const entry of polls) {
      line.server.at('/a.xml', { body: rssOf([entry, article(90), article(91)]) });
      await line.poll(source);
      line.clock.advance(hour);
    }
    expect(await titlesOf(line)).toEqual(expect.arrayContaining(polls.map(({ title }) => title)));
  });

  it('still tells an edit by link or text', async () => {
    const line = await openLine();
    const source = line.source('a');
    await live(line, [asItIs, oneTwice]);
    const [edited, moved, ...rest] = windowAt(23).slice(2) as [
      CarriedEntry,
      CarriedEntry,
      ...CarriedEntry[],
    ];
    const title = 'A headline of which no word stood there before';
    const elsewhere = {
      ...moved,
      link: 'https://a.example/archive/of-the-day',
      text: `${moved.text} More soon.`,
    };
    line.server.at('/a.xml', { body: rssOf([{ ...edited, title }, elsewhere, ...rest]) });
    const report = await line.poll(source);
    expect(report?.poll).toMatchObject({ itemsNew: 0, itemsRevised: 2 });
  });
});

describe('what a source is believed', () => {
  it('does not change with its documents read again and again', async () => {
    const line = await openLine();
    await live(line, [asItIs, oneTwice]);
    const before = (await line.store.listSourceStates())[0]?.trust;
    line.clock.advance(-day);
    for (let polls = 0; polls < 4; polls += 1) {
      expect((await line.poll(line.source('a')))?.poll.itemsNew).toBe(0);
      line.clock.advance(hour);
    }
    const after = (await line.store.listSourceStates())[0]?.trust;
    expect(after?.guid).toMatchObject({ points: before?.guid.points, grade: before?.guid.grade });
  });
});
