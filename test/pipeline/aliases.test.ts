import { describe, expect, it } from 'vitest';
import { day, minute } from '../../src/domain/instant.ts';
import { openLine } from '../support/a-line.ts';
import { type CarriedEntry, rssOf } from '../support/carried.ts';

const heads = [
  'The ferry to Turkmenbashi leaves again after the storm',
  'A bridge over the Kura is closed for repairs until autumn',
  'Cheese makers of Kars are entered in a European register',
  'Two new cranes are put to work in the port of Alat',
  'School buses of the mountain villages get winter tyres',
  'An old caravanserai near Sheki is opened as a museum',
];
const texts = [
  'Two vessels left the port at noon with lorries on board, whose drivers had waited for days.',
  'Traffic goes by Rustaveli street meanwhile, and the buses of four lines stop elsewhere.',
  'Twelve dairies in one village make the cheese, which has to ripen for ten months at least.',
  'The cranes lift sixty tonnes each and were brought by sea from a yard in the north.',
  'The district has paid for the tyres, and drivers were taught how to put on chains.',
  'The building was restored over nine years, and its stables hold a collection of carpets.',
];

interface Article {
  readonly n: number;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
}

const articles: readonly Article[] = heads.map((title, index) => ({
  title,
  n: 48_113 + index * 7,
  slug: title.toLowerCase().replaceAll(' ', '-'),
  text: texts[index] ?? '',
  date: new Date(Date.parse('2026-02-06T14:00:03Z') - index * 37 * minute).toUTCString(),
}));

/** How an article is carried at the first, second and third poll. */
type Form = (article: Article, poll: number) => CarriedEntry;

const apart = 20 * day;

/**
 * Three polls so far apart that no likeness of texts reaches from one to the other: what is not
 * known again would be announced again.
 */
async function pollThrice(form: Form) {
  const line = await openLine();
  const source = line.source('a');
  const news: number[] = [];
  let revised = 0;
  for (const poll of [0, 1, 2]) {
    line.server.at('/a.xml', { body: rssOf(articles.map((article) => form(article, poll))) });
    const report = await line.poll(source);
    news.push(report?.poll.itemsNew ?? -1);
    revised += report?.poll.itemsRevised ?? 0;
    line.clock.advance(apart);
  }
  return { news, revised };
}

const url = (n: number | string) => `https://a.example/n/${n}`;
const hosts = ['news.example', 'www.news.example', 'news.example.az'];

const sameText: readonly (readonly [string, Form])[] = [
  [
    'a permalink guid flips between http and https',
    ({ n, ...a }, poll) => ({
      ...a,
      guid: url(n).replace('https', poll === 1 ? 'http' : 'https'),
      link: url(n),
    }),
  ],
  [
    'a number and the link are the guid by turns',
    ({ n, ...a }, poll) => ({ ...a, guid: poll === 1 ? url(n) : `${n}`, link: url(n) }),
  ],
  [
    'a number and the link are the guid by turns, under a headline that says nothing',
    ({ n, date }, poll) => ({
      guid: poll === 1 ? url(n) : `${n}`,
      link: url(n),
      title: 'Hava',
      date,
    }),
  ],
  [
    'the guid comes and goes',
    ({ n, ...a }, poll) => ({ ...a, ...(poll !== 1 && { guid: `${n}` }), link: url(n) }),
  ],
  [
    'the guid is another at every poll',
    ({ n, ...a }, poll) => ({ ...a, guid: `${n * (poll + 1)}`, link: url(n) }),
  ],
  [
    'the guid is another at every poll, without date and text',
    ({ n }, poll) => ({ guid: `${n * (poll + 1)}`, link: url(n), title: 'Hava' }),
  ],
  [
    'the guid counts versions',
    ({ n, ...a }, poll) => ({ ...a, guid: `${url(n)}#${poll}`, link: url(n) }),
  ],
  [
    'guid and link carry tracking',
    ({ n, ...a }, poll) => ({
      ...a,
      guid: `${url(n)}?utm_source=${poll}`,
      link: `${url(n)}?utm_source=${poll}`,
    }),
  ],
  [
    'guids are places in the list',
    ({ n, ...a }, poll) => ({ ...a, guid: `${((n - 48_113) / 7 + poll) % 6}`, link: url(n) }),
  ],
  [
    'the site moves hosts, guids and all',
    ({ n, ...a }, poll) => ({
      ...a,
      guid: `https://${hosts[poll]}/n/${n}`,
      link: `https://${hosts[poll]}/n/${n}`,
    }),
  ],
  [
    'the site moves hosts, without guids and texts',
    ({ slug, title, date }, poll) => ({ title, date, link: `https://${hosts[poll]}/n/${slug}` }),
  ],
  [
    'the site moves hosts, without guids and dates',
    ({ n, title, text }, poll) => ({ title, text, link: `https://${hosts[poll]}/n/${n}` }),
  ],
  [
    'the site moves hosts, guids stay',
    ({ n, ...a }, poll) => ({
      ...a,
      guid: `tag:a,2026:${n}`,
      link: `https://${hosts[poll]}/n/${n}`,
    }),
  ],
  [
    'page, mobile page and AMP page by turns',
    ({ n, ...a }, poll) => ({
      ...a,
      link: [url(n), `https://m.a.example/n/${n}`, `https://a.example/amp/n/${n}`][poll] ?? '',
    }),
  ],
  [
    'AMP pages stand under a path of their own',
    ({ n, slug, ...a }, poll) => ({
      ...a,
      link:
        [url(`${n}/${slug}`), url(`${n}/${slug}/amp.html`), url(`amp/${n}/${slug}`)][poll] ?? '',
    }),
  ],
  [
    'sections are sorted anew',
    ({ n, ...a }, poll) => ({
      ...a,
      link: `https://a.example/${['az/news', 'news', 'world'][poll]}/${n}`,
    }),
  ],
  [
    'everything is numbered anew',
    ({ n, ...a }, poll) => ({
      ...a,
      guid: `${n * 3 + 1_000 * poll}`,
      link: url(n * 3 + 1_000 * poll),
    }),
  ],
];

const edited = (title: string, poll: number): string => `${title}${', again'.repeat(poll)}`;
const slugged = (n: number, slug: string, poll: number) =>
  url(`${n}-${slug}${'-again'.repeat(poll)}.html`);

const newHeadlines: readonly (readonly [string, Form])[] = [
  [
    'the slug follows the headline, the number stays',
    ({ n, slug, title, ...a }, poll) => ({
      ...a,
      title: edited(title, poll),
      link: slugged(n, slug, poll),
    }),
  ],
  [
    'the slug follows the headline in link and guid, without a text',
    ({ n, slug, title, date }, poll) => ({
      title: edited(title, poll),
      date,
      guid: slugged(n, slug, poll),
      link: slugged(n, slug, poll),
    }),
  ],
  [
    'the slug follows a headline that is written anew, the guid stays',
    ({ n, slug, title, date }, poll) => ({
      title: title
        .split(' ')
        .slice(poll, poll + 3)
        .reverse()
        .join(' now '),
      date,
      guid: `${n}`,
      link: url(`${n}-${slug.slice(poll * 9)}.html`),
    }),
  ],
];

describe('an item is known again under whatever it was seen under', () => {
  it.each(sameText)('when %s', async (_, form) => {
    expect(await pollThrice(form)).toEqual({ news: [6, 0, 0], revised: 0 });
  });

  it.each(newHeadlines)('when %s: each edit is a revision', async (_, form) => {
    expect(await pollThrice(form)).toEqual({ news: [6, 0, 0], revised: 12 });
  });
});

const [ferry, bridge] = articles as [Article, Article];
const carried = (
  { title, text, date }: Article,
  link: string,
  more: Partial<CarriedEntry> = {},
) => ({
  ...{ title, text, date, link },
  ...more,
});
const nextWeek = new Date(Date.parse(ferry.date) + 7 * day).toUTCString();

/** Two documents one after the other, whose articles are all to be stored. */
const others: readonly (readonly [
  name: string,
  first: readonly CarriedEntry[],
  second: readonly CarriedEntry[],
])[] = [
  [
    'articles of two sections that count to the same number',
    [carried(ferry, 'https://a.example/news/48113')],
    [carried(bridge, 'https://a.example/video/48113', { date: ferry.date })],
  ],
  [
    'articles behind the number of their section',
    [carried(ferry, `https://a.example/10234/${ferry.slug}`)],
    [carried(bridge, `https://a.example/10234/${bridge.slug}`, { date: ferry.date })],
  ],
  [
    'articles behind the number of their section, under one guid',
    [carried(ferry, `https://a.example/10234/${ferry.slug}`, { guid: '1' })],
    [carried(bridge, `https://a.example/10234/${bridge.slug}`, { guid: '1', date: ferry.date })],
  ],
  [
    'articles behind a number in their slugs that is a section’s',
    [carried(ferry, `https://a.example/03005-${ferry.slug}`, { guid: '1' })],
    [
      carried(
        { ...bridge, title: `${ferry.title} (2)` },
        `https://a.example/03005-${bridge.slug}`,
        {
          date: nextWeek,
        },
      ),
    ],
  ],
  [
    'a template filled in anew under the guid of one that is still carried',
    [carried(ferry, url('ferry'), { guid: '1' })],
    [
      carried({ ...ferry, title: `${ferry.title}, boats too` }, url('boats'), { guid: '1' }),
      carried(ferry, url('ferry'), { guid: '2' }),
    ],
  ],
  [
    'a column that has one slug every week',
    [carried(ferry, 'https://a.example/2026/02/06/the-week-on-the-coast')],
    [carried(ferry, 'https://a.example/2026/02/13/the-week-on-the-coast', { date: nextWeek })],
  ],
  [
    'articles of two sites at one path',
    [carried(ferry, 'https://b.example/n/48113')],
    [carried(bridge, 'https://c.example/n/48113', { date: ferry.date })],
  ],
  [
    'one text at two addresses that a document carries together',
    [carried(ferry, url(48_113))],
    [carried(ferry, url(48_113)), carried(ferry, 'https://b.example/n/48113')],
  ],
  [
    'days in a path',
    [carried(ferry, 'https://a.example/20260206/ferry')],
    [carried({ ...bridge, title: ferry.title }, 'https://a.example/20260206/bridge')],
  ],
];

describe('two articles stay two', () => {
  it.each(others)('where they are %s', async (_, first, second) => {
    const line = await openLine();
    const source = line.source('a');
    for (const entries of [first, second]) {
      line.server.at('/a.xml', { body: rssOf(entries) });
      await line.poll(source);
      line.clock.advance(apart);
    }
    expect(await line.store.listItems(0, 9)).toHaveLength(2);
  });
});
