import { escapeMarkup, timeParts } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/sarsinti/bulten/2026-0219',
    title: 'Kirman (İran) 5,2 büyüklüğünde deprem',
    text: 'İran’ın Kirman eyaletinde Ravar yakınlarında yerin 11 kilometre altında 5,2 büyüklüğünde deprem kaydedildi.',
    at: '2026-02-07T08:47:12+03:00',
  },
  {
    path: '/sarsinti/bulten/2026-0217',
    title: 'Pütürge (Malatya) 4,8 büyüklüğünde deprem',
    text: 'Malatya’nın Pütürge ilçesinde 6 Şubat günü saat 21.14’te, 9 kilometre derinlikte 4,8 büyüklüğünde deprem kaydedildi. Artçı sarsıntılar izleniyor.',
    at: '2026-02-06T21:19:40+03:00',
  },
  {
    path: '/sarsinti/bulten/2026-0214',
    title: 'Deprem ölçüm ağına on iki yeni istasyon eklendi',
    text: 'Gözlem ağına Doğu Anadolu’da on iki yeni istasyon eklendi. İstasyonlar verilerini saniyeler içinde merkeze iletiyor.',
    at: '2026-02-06T10:00:00+03:00',
  },
  {
    path: '/sarsinti/bulten/2026-0209',
    title: 'Van Gölü’nün tabanı haritalandı',
    text: 'Araştırma gemisi, Van Gölü’nün kuzeyinde iki hafta süren sismik yansıma ölçümlerini bitirdi. Harita yazın yayımlanacak.',
    at: '2026-02-05T15:30:00+03:00',
  },
  {
    path: '/sarsinti/bulten/2026-0206',
    title: 'Gözlemevi kapılarını öğrencilere açıyor',
    text: 'Gözlemevi, şubat tatilinde lise öğrencileri için ücretsiz geziler düzenleyecek.',
    at: '2026-02-05T09:00:00+03:00',
  },
];

/** UTF-8 bytes that say windows-1254, and dates without a zone. */
export const sarsinti: SampleOutlet = {
  source: {
    id: 'sarsinti-tr',
    title: 'Sarsıntı Gözlem Bülteni',
    language: 'tr',
    country: 'TR',
    kind: 'ngo',
    rank: 2,
    permission: 'full',
    timezone: 'Europe/Istanbul',
  },
  feedPath: '/sarsinti/son.xml',
  contentType: 'text/xml; charset=windows-1254',
  articles,
  document: (base) => `<?xml version="1.0" encoding="windows-1254"?>
<rss version="2.0">
<channel>
<title>Sarsıntı Gözlem Bülteni</title>
<link>${base}/sarsinti/</link>
<description>Son sarsıntılar</description>
<language>tr</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  const [year, month, day, clock] = timeParts(article.at);
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${base}${article.path}</link>
<guid isPermaLink="false">${article.path.split('/').at(-1)}</guid>
<description>${escapeMarkup(article.text)}</description>
<pubDate>${year}-${month}-${day} ${clock}</pubDate>
</item>`;
}
