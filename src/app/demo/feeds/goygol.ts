import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';
import { astaraArticle, btkArticle } from './absheron.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/goygol/hava-8-fevral',
    title: 'Fevralın 8-nə hava proqnozu: Bakı, Tbilisi, Tehran, Ankara',
    text: 'Sabah Bakıda 5–7 dərəcə isti, Tbilisidə 2 dərəcə isti, Tehranda 9 dərəcə isti, Ankarada 1 dərəcə şaxta olacaq. Azərbaycanın dağ rayonlarında qar, İranın şimalında yağış gözlənilir.',
    at: '2026-02-07T19:00:00+04:00',
  },
  {
    path: '/goygol/valyuta-7-fevral',
    title: 'Valyuta məzənnələri: manat, lari, rial, lirə',
    text: 'Mərkəzi Bankın məlumatına görə, bu gün 1 ABŞ dolları 1,7000 manat, 1 Gürcüstan larisi 0,6290 manat, 1 Türkiyə lirəsi 0,0391 manat, 100 İran rialı 0,0027 manat təşkil edir.',
    at: '2026-02-07T09:15:00+04:00',
  },
  {
    path: '/goygol/astara-gece-gunduz',
    title: astaraArticle.title,
    text: `${astaraArticle.text} Bu barədə “Abşeron Teleqraf”a istinadən xəbər verilir.`,
    at: '2026-02-06T11:52:00+04:00',
  },
  {
    path: '/goygol/goygolde-buz',
    title: 'Göygölün səthi buz bağlayıb, ziyarətçilərə xəbərdarlıq edilir',
    text: 'Göygöl Milli Parkında gölün sahili boyu buz əmələ gəlib. Parkın əməkdaşları ziyarətçilərdən buzun üzərinə çıxmamağı xahiş edirlər.',
    at: '2026-02-06T09:40:00+04:00',
  },
  {
    path: '/goygol/marafon',
    title: 'Gəncə yarımarafonuna qeydiyyat açılıb',
    text: 'Aprelin 12-də keçiriləcək yarımarafona qeydiyyat açılıb. İlk gün 640 nəfər adını yazdırıb.',
    at: '2026-02-05T14:00:00+04:00',
  },
];

/** Text wrapped in CDATA that was then escaped, carriage returns as references, articles of others. */
export const goygol: SampleOutlet = {
  source: {
    id: 'goygol-az',
    title: 'Göygöl Bülleteni',
    language: 'az',
    country: 'AZ',
    kind: 'independent',
    rank: 4,
    permission: 'summary',
  },
  feedPath: '/goygol/rss',
  contentType: 'text/html; charset=UTF-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>Göygöl Bülleteni</title>
<link>${base}/goygol/</link>
<description>Qərb bölgəsinin xəbərləri</description>
${articles.map((article) => renderItem(article, `${base}${article.path}`)).join('\n')}
${renderItem(btkArticle, `${base}${btkArticle.path}?utm_source=goygol&utm_medium=referral`)}
</channel>
</rss>
`,
};

function renderItem(article: SampleArticle, address: string): string {
  const link = escapeMarkup(address);
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${link}</link>
<guid isPermaLink="false">${link}</guid>
<description>&lt;![CDATA[${escapeMarkup(article.text)}&#13;
&#13;
]]&gt;</description>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}
