import { escapeMarkup } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/ledger/transport/astara-round-the-clock',
    title: 'Azerbaijan and Iran to keep Astara truck crossing open round the clock',
    text: 'Customs officers of Azerbaijan and Iran will clear lorries at Astara day and night from 16 February. Hauliers have complained of waits of up to four days since the autumn.',
    at: '2026-02-06T10:45:00+00:00',
  },
  {
    path: '/ledger/sea/caspian-record-low',
    title: 'Caspian Sea falls to the lowest level on record',
    text: 'The Caspian Sea now stands at 29.6 metres below the Baltic datum, the lowest since gauges were installed. Ports on the northern shore are dredging to keep their approach channels open.',
    at: '2026-02-05T12:20:00+00:00',
  },
  {
    path: '/ledger/energy/gas-platform-maintenance',
    title: 'Maintenance halts one platform of a Caspian gas field for ten days',
    text: 'Output from the Caspian Sea field will fall by about a fifth while valves on one platform are replaced. Exports by pipeline are not affected, the operator said.',
    at: '2026-02-07T07:30:00+00:00',
  },
  {
    path: '/ledger/diplomacy/tirana-consulate',
    title: 'Azerbaijan opens a consular desk in Tirana',
    text: 'The Azerbaijani embassy in Albania will take visa applications in Tirana from 1 March. Until now applicants had to travel to Rome.',
    at: '2026-02-06T12:00:00+00:00',
  },
  {
    path: '/ledger/markets/baku-hotels',
    title: 'Hotel occupancy in Baku recovers after a slow winter',
    text: 'Rooms in the Azerbaijani capital were 61 percent full in January, according to the hotel association. Visitors from the Gulf made up the largest group.',
    at: '2026-02-05T08:10:00+00:00',
  },
];

/** Atom whose first link is the picture, with XHTML content under a prefix. */
export const ledger: SampleOutlet = {
  source: {
    id: 'ledger-en',
    title: 'The Caspian Ledger',
    language: 'en',
    country: 'GB',
    kind: 'paper',
    rank: 2,
    permission: 'link',
  },
  feedPath: '/ledger/feed.atom',
  contentType: 'application/atom+xml; charset=utf-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="utf-8"?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml">
<a:id>${base}/ledger/</a:id>
<a:title type="html">The Caspian &lt;em&gt;Ledger&lt;/em&gt;</a:title>
<a:link rel="self" href="${base}/ledger/feed.atom"/>
<a:link href="${base}/ledger/"/>
<a:updated>2026-02-07T07:30:00Z</a:updated>
${articles.map((article) => renderEntry(base, article)).join('\n')}
</a:feed>
`,
};

function renderEntry(base: string, article: SampleArticle): string {
  const address = `${base}${article.path}`;
  return `<a:entry>
<a:link rel="enclosure" type="image/jpeg" length="48213" href="${address}/lead.jpg"/>
<a:link rel="alternate" href="${address}"/>
<a:id>${address}</a:id>
<a:title>${escapeMarkup(article.title)}</a:title>
<a:author><a:name>Ledger staff</a:name></a:author>
<a:published>${article.at}</a:published>
<a:updated>${article.at}</a:updated>
<a:content type="xhtml"><h:div><h:p>${escapeMarkup(article.text)}</h:p></h:div></a:content>
</a:entry>`;
}
