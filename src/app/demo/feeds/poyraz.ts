import { createHash } from 'node:crypto';
import { rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

interface PoyrazArticle extends SampleArticle {
  readonly keywords: string;
}

const articles: readonly PoyrazArticle[] = [
  {
    path: '/poyraz/dunya/aliyev-nasirzade-baku-4471',
    title: 'İran’dan Bakü’ye savunma ziyareti: Aliyev, Bakan Nasirzade’yi kabul etti',
    text: 'İran Savunma Bakanı Aziz Nasirzade, resmi temaslarda bulunmak üzere Bakü’ye geldi. Azerbaycan’ın Cumhurbaşkanı İlham Aliyev, 7 Şubat’ta Nasirzade’yi Zagulba’da kabul etti. Görüşmede askeri heyetlerin karşılıklı ziyaretleri ve ortak sınırın güvenliği ele alındı.',
    keywords: 'Azerbaycan, İran, Aliyev, savunma',
    at: '2026-02-07T15:05:00+03:00',
  },
  {
    path: '/poyraz/dunya/tebriz-carsi-yangini-4475',
    title: 'Doğu Azerbaycan’da çarşı yangını',
    text: 'İran’ın Doğu Azerbaycan eyaletinin merkezi Tebriz’de bir çarşıda çıkan yangın üç saatte söndürüldü. Valilik, yangında can kaybı olmadığını açıkladı.',
    keywords: 'Tebriz, yangın, İran, Azerbaycan',
    at: '2026-02-07T19:20:00+03:00',
  },
  {
    path: '/poyraz/spor/karabag-traktor-4474',
    title: 'Antalya kampında hazırlık maçı: Karabağ 2 – Traktör 1',
    text: 'Antalya’da kamp yapan Azerbaycan ekibi Karabağ, İran temsilcisi Traktör’ü 2-1 yendi. Galibiyet golü 78. dakikada penaltıdan geldi.',
    keywords: 'futbol, hazırlık maçı',
    at: '2026-02-07T18:05:00+03:00',
  },
  {
    path: '/poyraz/dunya/tiran-konsolosluk-4468',
    title: 'Azerbaycan Tiran’da konsolosluk hizmetine başlıyor',
    text: 'Azerbaycan’ın Arnavutluk Büyükelçiliği, başkent Tiran’da konsolosluk hizmeti vermeye başlayacak. Başvurular 1 Mart’tan itibaren randevuyla alınacak.',
    keywords: 'Arnavutluk, Tiran, Azerbaycan',
    at: '2026-02-06T14:30:00+03:00',
  },
  {
    path: '/poyraz/gundem/6-subat-anma-4461',
    title: '6 Şubat depremlerinin üçüncü yılında hayatını kaybedenler anıldı',
    text: 'Kahramanmaraş merkezli depremlerin üçüncü yıl dönümünde on bir ilde anma törenleri düzenlendi. Törenlerde saat 04.17’de saygı duruşunda bulunuldu.',
    keywords: '6 Şubat, anma, deprem',
    at: '2026-02-06T06:10:00+03:00',
  },
  {
    path: '/poyraz/yasam/bogaz-lufer-4455',
    title: 'Boğaz’da lüfer bereketi sürüyor',
    text: 'Balıkçılar, poyrazın dinmesiyle Boğaz’da lüferin yeniden bollaştığını söylüyor. Tezgâhta kilosu geçen haftaya göre ucuzladı.',
    keywords: 'balık, İstanbul',
    at: '2026-02-05T11:45:00+03:00',
  },
];

/** A byte order mark, opaque guids with an empty `isPermaLink`, pictures and keyword lines in the text. */
export const poyraz: SampleOutlet = {
  source: {
    id: 'poyraz-tr',
    title: 'Poyraz Postası',
    language: 'tr',
    country: 'TR',
    kind: 'paper',
    rank: 2,
    permission: 'summary',
  },
  feedPath: '/poyraz/rss/gundem.xml',
  contentType: 'application/rss+xml; charset=utf-8',
  articles,
  document: (base) => `\u{feff}<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Poyraz Postası - Gündem</title>
<link>${base}/poyraz/</link>
<description>Poyraz Postası son dakika haberleri</description>
<language>tr-TR</language>
<ttl>15</ttl>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: PoyrazArticle): string {
  const address = `${base}${article.path}`;
  const guid = createHash('md5').update(article.path).digest('hex');
  return `<item>
<guid isPermaLink="">${guid}</guid>
<title><![CDATA[${article.title}]]></title>
<link>${address}</link>
<description><![CDATA[<img src="${address}.jpg" width="190" height="143"/><p>${article.text}</p>
<p>Anahtar Kelimeler: ${article.keywords}</p>]]></description>
<media:thumbnail url="${address}-kucuk.jpg"/>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}
