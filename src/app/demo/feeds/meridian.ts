import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';
import { encodeWindows1251 } from '../windows-1251.ts';

interface MeridianArticle extends SampleArticle {
  /** Headline of another article that the outlet advertises under the text. */
  readonly readAlso?: string;
}

const articles: readonly MeridianArticle[] = [
  {
    path: '/meridian/mir/312077',
    title: 'Алиев принял в Баку министра обороны Ирана Насирзаде',
    text: 'Президент Азербайджана Ильхам Алиев 7 февраля принял в Баку министра обороны Ирана Азиза Насирзаде. Собеседники обсудили контакты военных ведомств и обстановку на общей границе, сообщила пресс-служба главы государства.',
    at: '2026-02-07T14:55:00+03:00',
  },
  {
    path: '/meridian/mir/312081',
    title: 'В Тебризе потушили пожар на строительном рынке',
    text: 'Пожар на рынке в Тебризе, столице иранской провинции Восточный Азербайджан, потушен за три часа. Пострадавших нет, сообщила спасательная служба провинции.',
    at: '2026-02-07T20:00:00+03:00',
  },
  {
    path: '/meridian/obschestvo/312070',
    title: 'В Самаре открыли каток на набережной',
    text: 'На набережной Волги в Самаре открылся каток площадью две тысячи квадратных метров. Вход бесплатный, прокат работает до десяти вечера.',
    readAlso: 'Азербайджан и Иран согласовали круглосуточный пропуск грузовиков в Астаре',
    at: '2026-02-07T11:30:00+03:00',
  },
  {
    path: '/meridian/ekonomika/312048',
    title: 'Верхний Ларс закрыли для фур из-за лавинной опасности',
    text: 'Движение грузовиков через пункт пропуска Верхний Ларс на границе с Грузией остановлено из-за лавинной опасности. В очереди стоят около 900 фур, легковые машины пропускают днём.',
    at: '2026-02-06T09:10:00+03:00',
  },
  {
    path: '/meridian/nauka/312031',
    title: 'Уровень Каспия опустился до минимума за время наблюдений',
    text: 'Уровень Каспийского моря опустился до отметки минус 29,6 метра по Балтийской системе. Это самый низкий показатель за всё время инструментальных наблюдений, сообщили гидрологи в Астрахани.',
    at: '2026-02-05T13:00:00+03:00',
  },
  {
    path: '/meridian/kultura/312019',
    title: 'Саратовский театр покажет «Дядю Ваню» на трёх языках',
    text: 'Премьера пройдёт 14 февраля. Актёры играют на русском, татарском и немецком языках.',
    at: '2026-02-05T10:20:00+03:00',
  },
];

/** Windows-1251 bytes, a read-also link inside the text and a read-more anchor at its end. */
export const meridian: SampleOutlet = {
  source: {
    id: 'meridian-ru',
    title: 'Волжский меридиан',
    language: 'ru',
    country: 'RU',
    kind: 'agency',
    rank: 2,
    permission: 'summary',
  },
  feedPath: '/meridian/rss.asp',
  contentType: 'text/xml',
  articles,
  document: (base) =>
    encodeWindows1251(`<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0">
<channel>
<title>Волжский меридиан</title>
<link>${base}/meridian/</link>
<description>Новости Поволжья, страны и мира</description>
<language>ru</language>
<copyright>Волжский меридиан</copyright>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`),
};

function renderItem(base: string, article: MeridianArticle): string {
  const address = `${base}${article.path}`;
  const readAlso = article.readAlso
    ? `<p>Читайте также: <a href="${base}/meridian/">${article.readAlso}</a></p>`
    : '';
  const html = `<p>${article.text}</p>${readAlso}<p><a href="${address}">Читать далее</a></p>`;
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${address}</link>
<guid>${address}</guid>
<description><![CDATA[${html}]]></description>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}
