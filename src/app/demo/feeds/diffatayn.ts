import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/diffatayn/news/33018',
    title: 'وزيرا خارجية أذربيجان وإيران يبحثان هاتفيًا عمل المعابر الحدودية',
    text: 'بحث وزيرا خارجية أذربيجان وإيران، في اتصال هاتفي يوم ٨ شباط، عمل المعابر الحدودية والتحضير لاجتماع اللجنة الحكومية المشتركة في طهران.',
    at: '2026-02-08T09:20:00+03:00',
  },
  {
    path: '/diffatayn/news/33007',
    title: 'زلزال بقوة 5.2 درجات يضرب محافظة كرمان الإيرانية',
    text: 'ضرب زلزال بقوة 5.2 درجات محافظة كرمان جنوب شرقي إيران فجر السبت. ولم ترد أنباء عن إصابات، وفق الهلال الأحمر الإيراني.',
    at: '2026-02-07T10:15:00+03:00',
  },
  {
    path: '/diffatayn/news/33003',
    title: 'إخماد حريق في سوق بمدينة تبريز',
    text: 'أخمدت فرق الإطفاء حريقًا في سوق لمواد البناء بمدينة تبريز، مركز محافظة أذربيجان الشرقية في إيران، بعد ثلاث ساعات.',
    at: '2026-02-07T20:30:00+03:00',
  },
  {
    path: '/diffatayn/news/32998',
    title: 'شركات الطيران العربية تزيد رحلاتها إلى باكو في الربيع',
    text: 'تعتزم ثلاث شركات طيران عربية زيادة رحلاتها إلى باكو اعتبارًا من آذار، مع ارتفاع الطلب على السياحة في القوقاز.',
    at: '2026-02-06T12:40:00+03:00',
  },
  {
    path: '/diffatayn/news/32990',
    title: 'بغداد تفتتح معرض الزهور السنوي',
    text: 'افتُتح في بغداد معرض الزهور السنوي بمشاركة مئة مشتل. ويستمر المعرض عشرة أيام.',
    at: '2026-02-05T14:00:00+03:00',
  },
];

/** Direction marks around titles, and an `<image>` inside the item with a title and link of its own. */
export const diffatayn: SampleOutlet = {
  source: {
    id: 'diffatayn-ar',
    title: 'صحيفة الضفتين',
    language: 'ar',
    country: 'IQ',
    kind: 'paper',
    rank: 3,
    permission: 'summary',
  },
  feedPath: '/diffatayn/rss.xml',
  contentType: 'application/rss+xml; charset=utf-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>صحيفة الضفتين</title>
<link>${base}/diffatayn/</link>
<description>أخبار المنطقة</description>
<language>ar</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  const address = `${base}${article.path}`;
  return `<item>
<title>\u{200f}${escapeMarkup(article.title)}\u{200f}</title>
<link>
  ${address}
</link>
<guid isPermaLink="true">${address}</guid>
<image>
<url>${address}.png</url>
<title>شعار الصحيفة</title>
<link>${base}/diffatayn/</link>
</image>
<description>${escapeMarkup(article.text)}</description>
<pubDate>${rfc822(article.at)}</pubDate>
</item>`;
}
