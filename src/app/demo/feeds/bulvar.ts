import { timeParts } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    // The year's digits are swapped: a slip of the hand that puts the item far into the future.
    path: '/bulvar/obshchestvo/20419.html',
    title: 'Нефтяное пятно у берегов Сумгайыта собрали за сутки',
    text: 'Спасатели собрали нефтяное пятно, замеченное накануне в Каспийском море у берегов Сумгайыта. Площадь загрязнения составляла около двух гектаров, источник устанавливают.',
    at: '2062-02-06T18:20:00+04:00',
  },
  {
    path: '/bulvar/pogoda/20424.html',
    title: 'Погода на выходные: Баку, Тбилиси, Тегеран, Стамбул',
    text: 'В Баку +6, небольшой дождь; в Тбилиси +2, снег; в Тегеране +9, ясно; в Стамбуле +8, облачно. В горах Азербайджана и на севере Ирана ожидается гололёд.',
    at: '2026-02-07T08:00:00+04:00',
  },
  {
    path: '/bulvar/ekonomika/20421.html',
    title: 'Между Баку и Тегераном добавят третий рейс в неделю',
    text: 'С 15 февраля самолёты из Баку в Тегеран будут летать три раза в неделю вместо двух. Авиационные власти Азербайджана и Ирана согласовали новое расписание после роста спроса.',
    at: '2026-02-06T16:45:00+04:00',
  },
  {
    path: '/bulvar/ekonomika/20413.html',
    title: 'На «Худаферине» начали проверку затворов',
    text: 'Азербайджанские и иранские инженеры начали совместную проверку затворов гидроузла «Худаферин» на Араксе. Работы займут две недели, подачу воды на поля не остановят.',
    at: '2026-02-05T18:10:00+04:00',
  },
  {
    path: '/bulvar/kultura/20410.html',
    title: 'В филармонии прозвучит мугам в сопровождении органа',
    text: 'Концерт состоится 10 февраля. Ханенде исполнит «Чахаргях» вместе с органистом из Риги.',
    at: '2026-02-05T12:30:00+04:00',
  },
  {
    path: '/bulvar/gorod/20406.html',
    title: 'На бульваре высадят ещё 400 олив',
    text: 'Озеленение продолжат от Белого города до порта. Саженцы привезли с Абшерона.',
    at: '2026-02-05T09:50:00+04:00',
  },
];

const monthNames = 'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' ');
const weekdayNames = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ');

/** Dates with Russian names, one of them decades ahead, and HTML entities that XML does not know. */
export const bulvar: SampleOutlet = {
  source: {
    id: 'bulvar-ru',
    title: 'Приморский бульвар',
    language: 'ru',
    country: 'AZ',
    kind: 'paper',
    rank: 3,
    permission: 'summary',
  },
  feedPath: '/bulvar/rss/',
  contentType: 'text/xml; charset=utf-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>Приморский бульвар</title>
<link>${base}/bulvar/</link>
<description>Городская газета</description>
<language>ru-ru</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  return `<item>
<title>${withEntities(article.title)}</title>
<link>${base}${article.path}</link>
<guid isPermaLink="true">${base}${article.path}</guid>
<description>${withEntities(article.text)}</description>
<pubDate>${russianDate(article.at)}</pubDate>
</item>`;
}

/** `&laquo;`, `&raquo;` and `&nbsp;` belong to HTML; an XML document would have to declare them. */
function withEntities(text: string): string {
  return text.replaceAll('«', '&laquo;').replaceAll('»', '&raquo;').replace(' ', '&nbsp;');
}

function russianDate(at: string): string {
  const [year, month, day, clock, offset] = timeParts(at);
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  const name = monthNames[Number(month) - 1];
  return `${weekdayNames[weekday]}, ${day} ${name} ${year} ${clock} ${offset.replace(':', '')}`;
}
