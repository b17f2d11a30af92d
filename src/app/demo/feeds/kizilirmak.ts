import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/kizilirmak/haber/88141',
    title: 'Malatya’da 4,8 büyüklüğünde deprem',
    text: 'Malatya’nın Pütürge ilçesinde saat 21.14’te 4,8 büyüklüğünde deprem meydana geldi. Deprem çevre illerde de hissedildi. Valilik, ilk belirlemelere göre olumsuz bir durum bulunmadığını bildirdi.',
    at: '2026-02-06T21:32:00+03:00',
  },
  {
    path: '/kizilirmak/haber/88152',
    title: 'Bölge ülkelerinin tarım bakanları Ankara’da toplandı',
    text: 'Ankara’daki toplantıya Azerbaycan, Gürcistan, İran, Kazakistan, Özbekistan, Pakistan ve Türkmenistan’dan temsilciler katıldı. Bakanlar tohum bankası kurulmasına ilişkin ortak bildiriyi kabul etti.',
    at: '2026-02-07T17:00:00+03:00',
  },
  {
    path: '/kizilirmak/haber/88120',
    title: 'Bakü–Tiflis–Kars hattında ocak ayında 118 bin ton yük taşındı',
    text: 'Bakü–Tiflis–Kars demir yolu hattında ocakta 118 bin ton yük taşındı. Taşımanın yarıya yakınını Kazakistan’dan gelen tahıl oluşturdu. Hattın Türkiye bölümünde sinyalizasyon çalışmalarının nisanda tamamlanması bekleniyor.',
    at: '2026-02-05T12:25:00+03:00',
  },
  {
    path: '/kizilirmak/haber/88133',
    title: 'İstanbul’da okullarda deprem tatbikatı yapıldı',
    text: 'İstanbul’daki okullarda eş zamanlı deprem tatbikatı yapıldı. Öğrenciler, siren sesiyle birlikte sınıflarını boşaltarak toplanma alanlarına geçti.',
    at: '2026-02-06T12:10:00+03:00',
  },
  {
    path: '/kizilirmak/haber/88147',
    title: 'Sivas’ta kar kalınlığı bir metreyi aştı',
    text: 'Sivas’ın yüksek kesimlerinde kar kalınlığı bir metreyi aştı. Karayolları ekipleri kapanan 43 köy yolunu açmak için çalışıyor.',
    at: '2026-02-07T10:40:00+03:00',
  },
  {
    path: '/kizilirmak/haber/88129',
    title: 'Gürbulak’ta gümrük binasının yenilenmesi tamamlandı',
    text: 'Ağrı’daki Gürbulak Sınır Kapısı’nda yenilenen gümrük binası hizmete açıldı. Türkiye ile İran arasındaki geçişte bekleme süresinin yarıya inmesi hedefleniyor.',
    at: '2026-02-05T18:00:00+03:00',
  },
];

const tracking = 'utm_source=rss&utm_medium=rss&utm_campaign=RSS';

/** RSS in a default namespace, not in the order of its dates, tracking in link and guid alike. */
export const kizilirmak: SampleOutlet = {
  source: {
    id: 'kizilirmak-tr',
    title: 'Kızılırmak Ajansı',
    language: 'tr',
    country: 'TR',
    kind: 'agency',
    rank: 1,
    permission: 'summary',
  },
  feedPath: '/kizilirmak/rss',
  contentType: 'application/rss+xml',
  articles,
  document: (base) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns="http://backend.userland.com/rss2">
<channel>
<title>Kızılırmak Ajansı</title>
<link>${base}/kizilirmak/</link>
<description>Güncel haberler</description>
<language>tr</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  const link = escapeMarkup(`${base}${article.path}?${tracking}`);
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<description>${escapeMarkup(article.text)}</description>
<category>Gündem</category>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}
