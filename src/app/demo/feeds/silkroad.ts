import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/silkroad/wire/9931',
    title: 'Seven countries sign up for a regional seed bank',
    text: 'Delegates from Azerbaijan, Georgia, Iran, Kazakhstan, Pakistan, Turkmenistan and Uzbekistan attended the meeting of agriculture ministers in Ankara. The bank will be built near Konya.',
    at: '2026-02-07T19:30:00+05:00',
  },
  {
    path: '/silkroad/wire/9926',
    title: 'Ferries between Aktau and Alat delayed by storm',
    text: 'A storm on the Caspian has kept three ferries at anchor off Aktau since Thursday. About 200 railway wagons bound for Alat are waiting in the port.',
    at: '2026-02-06T13:00:00+05:00',
  },
  {
    path: '/silkroad/wire/9929',
    title: 'Magnitude 4.8 earthquake shakes Malatya in eastern Türkiye',
    text: 'A 4.8-magnitude earthquake struck the Pütürge district of Malatya late on Friday and was felt in neighbouring provinces. There were no reports of damage.',
    at: '2026-02-06T23:55:00+05:00',
  },
  {
    path: '/silkroad/wire/9922',
    title: 'Almaty startup maps melting glaciers with drones',
    text: 'Engineers in Almaty flew over eleven glaciers last summer and found that nine had lost more ice than satellite images showed.',
    at: '2026-02-05T15:00:00+05:00',
  },
  {
    path: '/silkroad/wire/9918',
    title: 'Wheat prices ease as buyers wait for spring',
    text: 'Wheat at the Kostanay elevators fell two percent this week. Traders expect demand to return in March.',
    at: '2026-02-05T11:10:00+05:00',
  },
];

/** JSON Feed with numbers for ids, the outlet's name at the end of every title, and one unknown field. */
export const silkroad: SampleOutlet = {
  source: {
    id: 'silkroad-en',
    title: 'Silk Road Wire',
    language: 'en',
    country: 'KZ',
    kind: 'agency',
    rank: 3,
    permission: 'summary',
    titleSuffix: ' - Silk Road Wire',
  },
  feedPath: '/silkroad/feed.json',
  contentType: 'application/json',
  articles,
  document: (base) =>
    JSON.stringify(
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Silk Road Wire',
        home_page_url: `${base}/silkroad/`,
        feed_url: `${base}/silkroad/feed.json`,
        language: 'en',
        _wire: { desk: 3 },
        items: articles.map((article) => ({
          id: Number(article.path.split('/').at(-1)),
          url: `${base}${article.path}`,
          title: `${article.title} - Silk Road Wire`,
          content_text: article.text,
          date_published: article.at,
          tags: ['wire'],
        })),
      },
      null,
      2,
    ),
};
