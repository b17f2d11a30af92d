import { escapeMarkup, timeParts } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/aragats/am/8842',
    title: 'Ադրբեջանի և Իրանի արտգործնախարարները հեռախոսազրույց են ունեցել',
    text: 'Ադրբեջանի և Իրանի արտաքին գործերի նախարարները փետրվարի 8-ին հեռախոսազրույց են ունեցել։ Կողմերը քննարկել են սահմանային անցակետերի աշխատանքը և Թեհրանում կայանալիք միջկառավարական հանձնաժողովի օրակարգը։',
    at: '2026-02-08T09:35:00+04:00',
  },
  {
    path: '/aragats/am/8839',
    title: 'Երևան–Գյումրի գնացքը կդառնա ավելի արագ',
    text: 'Երևան–Գյումրի երկաթուղու երեք հատվածում փոխվել են ռելսերը։ Մարտից ճանապարհի տևողությունը կկրճատվի քսան րոպեով։',
    at: '2026-02-07T12:15:00+04:00',
  },
  {
    path: '/aragats/am/8836',
    title: 'Լարսը փակ է բեռնատարների համար',
    text: 'Վերին Լարս տանող ճանապարհը ձյան պատճառով փակ է բեռնատարների համար։ Հայաստանի վարորդներին խորհուրդ են տալիս սպասել Վրաստանի տարածքում։',
    at: '2026-02-06T11:40:00+04:00',
  },
  {
    path: '/aragats/am/8831',
    title: 'Տիրանայում բացվել է հայ նկարիչների ցուցահանդես',
    text: 'Ալբանիայի մայրաքաղաք Տիրանայում բացվել է հայ ժամանակակից նկարիչների ցուցահանդես։ Այն կգործի մինչև փետրվարի վերջ։',
    at: '2026-02-05T18:20:00+04:00',
  },
  {
    path: '/aragats/am/8827',
    title: 'Արագածի լանջերին բացվել է դահուկային նոր ուղի',
    text: 'Նոր ուղու երկարությունը չորս կիլոմետր է։ Այն նախատեսված է սկսնակների համար։',
    at: '2026-02-05T10:05:00+04:00',
  },
];

/** No version on the root, a lower-case `pubdate` with one-digit parts and `GMT+4`, nothing declared. */
export const aragats: SampleOutlet = {
  source: {
    id: 'aragats-hy',
    title: 'Արագածի Լուր',
    language: 'hy',
    country: 'AM',
    kind: 'independent',
    rank: 2,
    permission: 'summary',
  },
  feedPath: '/aragats/rss.php',
  contentType: 'text/plain',
  articles,
  document: (base) => `<rss>
<channel>
<title>Արագածի Լուր</title>
<link>${base}/aragats/</link>
<description>Նորություններ Հայաստանից</description>
<language>AM</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${base}${article.path}</link>
<guid isPermaLink="false">${article.path.split('/').at(-1)}</guid>
<description>${escapeMarkup(article.text)}</description>
<pubdate>${looseDate(article.at)}</pubdate>
</item>`;
}

/** `8 Feb 2026 9:35:0 GMT+4`: all of its dates lie in February. */
function looseDate(at: string): string {
  const [year, , day, clock] = timeParts(at);
  const loose = clock.split(':').map(Number).join(':');
  return `${Number(day)} Feb ${year} ${loose} GMT+4`;
}
