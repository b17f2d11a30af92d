import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

interface KuraArticle extends SampleArticle {
  readonly author: string;
  /** Headline of another article that the outlet advertises under the text. */
  readonly readAlso?: string;
}

const articles: readonly KuraArticle[] = [
  {
    path: '/kura/2026/02/07/aliyev-nasirzadeh-baku',
    title: 'Aliyev hosts Iran’s defence minister Nasirzadeh in Baku',
    text: 'Azerbaijan’s President Ilham Aliyev received Iranian Defence Minister Aziz Nasirzadeh in Baku on Saturday, 7 February. They talked about visits between the two militaries, security along the shared border and exercises planned for the year, the presidential office said.',
    author: 'N. Beridze',
    at: '2026-02-07T16:10:00+04:00',
  },
  {
    path: '/kura/2026/02/07/tabriz-market-fire',
    title: 'Fire guts builders’ market in Iran’s East Azerbaijan province',
    text: 'A fire in Tabriz, the capital of East Azerbaijan province in north-western Iran, destroyed dozens of stalls before crews put it out. No one was hurt.',
    author: 'L. Petrosyan',
    at: '2026-02-07T21:15:00+04:00',
  },
  {
    path: '/kura/2026/02/06/upper-lars-closed',
    title: 'Snow shuts the Georgian Military Road to trucks at Larsi',
    text: 'Georgia has closed the road to the Larsi border crossing to lorries after heavy snow and an avalanche warning. About 900 trucks are waiting on the Russian side, carriers say.',
    author: 'N. Beridze',
    at: '2026-02-06T11:00:00+04:00',
  },
  {
    path: '/kura/2026/02/06/rtveli-museum',
    title: 'A wine museum opens in a disused Kakheti cellar',
    text: 'Volunteers in Kakheti have turned a cellar left empty for thirty years into a small museum of wine-making. Entry is free until the spring.',
    author: 'T. Gelashvili',
    readAlso: 'Azerbaijan and Iran agree on longer hours at Astara',
    at: '2026-02-06T15:30:00+04:00',
  },
  {
    path: '/kura/2026/02/05/btk-january',
    title: 'Freight on the Baku–Tbilisi–Kars railway up 14 percent in January',
    text: 'The Baku–Tbilisi–Kars line carried 118,000 tonnes of freight in January, 14 percent more than a year earlier. Grain from Kazakhstan made up almost half, according to the Georgian railway.',
    author: 'L. Petrosyan',
    at: '2026-02-05T17:40:00+04:00',
  },
  {
    path: '/kura/2026/02/05/tbilisi-trams',
    title: 'Tbilisi shortlists two routes for its new tram',
    text: 'The city hall will choose between a line along the river and one through Saburtalo. Public hearings begin next week.',
    author: 'T. Gelashvili',
    at: '2026-02-05T13:00:00+04:00',
  },
];

/** Full text in `content:encoded`, thumbnails, and a read-also line that names other stories. */
export const kura: SampleOutlet = {
  source: {
    id: 'kura-en',
    title: 'Kura Valley Dispatch',
    language: 'en',
    country: 'GE',
    kind: 'independent',
    rank: 2,
    permission: 'full',
  },
  feedPath: '/kura/feed/',
  contentType: 'application/rss+xml; charset=UTF-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:media="http://search.yahoo.com/mrss/"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
<title>Kura Valley Dispatch</title>
<link>${base}/kura/</link>
<description>Reporting from the South Caucasus</description>
<language>en-GB</language>
<sy:updatePeriod>hourly</sy:updatePeriod>
<sy:updateFrequency>1</sy:updateFrequency>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: KuraArticle): string {
  const address = `${base}${article.path}`;
  const readAlso = article.readAlso
    ? `<p><strong>Read also:</strong> <a href="${base}/kura/">${article.readAlso}</a></p>`
    : '';
  const number = createNumber(article.path);
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${address}</link>
<guid isPermaLink="false">${base}/kura/?p=${number}</guid>
<dc:creator><![CDATA[${article.author}]]></dc:creator>
<category><![CDATA[News]]></category>
<description><![CDATA[${article.text}]]></description>
<content:encoded><![CDATA[<p>${article.text}</p>${readAlso}]]></content:encoded>
<media:thumbnail url="${address}/thumb.jpg" width="300" height="200"/>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}

/** A post number that stays with the article wherever it stands in the feed. */
function createNumber(path: string): number {
  return 40_000 + [...path].reduce((sum, character) => sum + character.charCodeAt(0), 0);
}
