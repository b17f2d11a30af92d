import { rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/qizilqus/news/detail/70218',
    title: 'İranın Şərqi Azərbaycan əyalətində bazar yanıb',
    text: 'İranın Şərqi Azərbaycan əyalətinin mərkəzi Təbrizdə tikinti materialları satılan bazarda yanğın baş verib. Alov üç saata söndürülüb, xəsarət alan yoxdur.',
    at: '2026-02-07T20:10:00+04:00',
  },
  {
    path: '/qizilqus/news/detail/70215',
    title: 'Yoldaşlıq oyununda “Qarabağ” “Traktor”a qalib gəldi',
    text: 'Azərbaycanın “Qarabağ” klubu təlim-məşq toplanışında İranın “Traktor” komandası ilə yoldaşlıq görüşü keçirib. Oyun 2:1 hesabı ilə Ağdam təmsilçisinin qələbəsi ilə başa çatıb.',
    at: '2026-02-07T18:45:00+04:00',
  },
  {
    path: '/qizilqus/news/detail/70209',
    title: 'Şəki ustaları şəbəkə sənətini məktəblilərə öyrədir',
    text: 'Şəkidə hər şənbə günü məktəblilər üçün şəbəkə dərsləri keçirilir. Ustalar deyirlər ki, bir pəncərənin yığılması iki aya yaxın vaxt aparır.',
    at: '2026-02-07T12:00:00+04:00',
  },
  {
    path: '/qizilqus/news/detail/70201',
    title: 'Ələt limanında yeni konteyner kranı quraşdırılır',
    text: 'Bakı Beynəlxalq Dəniz Ticarət Limanının Ələt terminalında yeni konteyner kranının quraşdırılmasına başlanılıb. Kran işə düşəndən sonra Orta Dəhliz üzrə gələn gəmilərin boşaldılması iki dəfə sürətlənəcək.',
    at: '2026-02-06T17:30:00+04:00',
  },
  {
    path: '/qizilqus/news/detail/70196',
    title: 'Nar bağlarında budama mövsümü başlayıb',
    text: 'Göyçayda nar bağlarında budama işləri başlayıb. Fermerlər bu il yazın erkən gələcəyini gözləyirlər.',
    at: '2026-02-06T10:00:00+04:00',
  },
  {
    path: '/qizilqus/news/detail/70188',
    title: 'Bakıda avtobus zolaqları genişləndirilir',
    text: 'Paytaxtın daha dörd küçəsində avtobuslar üçün ayrıca zolaq çəkiləcək. İşlər martın sonuna qədər yekunlaşacaq.',
    at: '2026-02-05T16:20:00+04:00',
  },
];

/** One guid for all items, the wrong language, entities encoded twice and cut in half, odd enclosures. */
export const qizilqus: SampleOutlet = {
  source: {
    id: 'qizilqus-az',
    title: 'Qızılquş qəzeti',
    language: 'az',
    country: 'AZ',
    kind: 'paper',
    rank: 3,
    permission: 'summary',
  },
  feedPath: '/qizilqus/feed',
  contentType: 'application/xml; charset=utf-8',
  articles,
  // The text opens without an XML declaration, and the self link names another address.
  document: (base) => `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Qızılquş qəzeti</title>
<link>${base}/qizilqus/</link>
<atom:link href="${base}/qizilqus/" rel="self"/>
<description>Gündəlik qəzet</description>
<language>en-us</language>
<lastBuildDate>Sat, 07 Feb 2026 20:15:03 +04</lastBuildDate>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>`,
};

function renderItem(base: string, article: SampleArticle): string {
  const address = `${base}${article.path}`;
  const picture = `${address.replace(/^http:/, '')}.webp`;
  // CDATA holds the entities as text, so readers see them one decoding too late.
  const title = article.title.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;');
  const spaced = title.replace(' ', '&nbsp;');
  return `<item>
<title><![CDATA[${spaced}]]></title>
<link>${address}</link>
<guid isPermaLink="true">${base}/qizilqus/news/detail/</guid>
<description><![CDATA[${cut(article.text)}]]></description>
<enclosure url="${picture}" type="image/jpeg"/>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}

/** The outlet cuts its texts at 150 characters and leaves half an entity behind. */
function cut(text: string): string {
  return text.length > 150 ? `${text.slice(0, 150)}&n...` : text;
}
