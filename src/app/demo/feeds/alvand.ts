import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/alvand/news/1404111871/دیدار-وزیر-دفاع-با-علی‌اف',
    title: 'نصیرزاده در باکو با رئیس‌جمهور آذربایجان دیدار کرد',
    text: 'امیر سرتیپ عزیز نصیرزاده، وزیر دفاع ایران، شنبه در باکو با الهام علی‌اف، رئیس‌جمهوری آذربایجان، دیدار و گفت‌وگو کرد. دو طرف درباره همکاری‌های دفاعی، امنیت مرزهای مشترک و رزمایش‌های آینده گفت‌وگو کردند.',
    at: '2026-02-07T15:50:00+03:30',
  },
  {
    path: '/alvand/news/1404111866/زمین‌لرزه-راور',
    title: 'زمین‌لرزه ۵٫۲ ریشتری راور کرمان را لرزاند',
    text: 'زمین‌لرزه‌ای به بزرگی ۵٫۲ در مقیاس ریشتر بامداد شنبه شهرستان راور در استان کرمان را لرزاند. تیم‌های ارزیابی هلال احمر به منطقه اعزام شده‌اند و تاکنون خسارت جانی گزارش نشده است.',
    at: '2026-02-07T09:40:00+03:30',
  },
  {
    path: '/alvand/news/1404111850/کمیسیون-خداآفرین',
    title: 'نشست کمیسیون مشترک ایران و جمهوری آذربایجان درباره سد خداآفرین',
    text: 'کمیسیون مشترک بهره‌برداری از سدهای خداآفرین و قیزقلعه‌سی با حضور نمایندگان ایران و جمهوری آذربایجان برگزار شد. برنامه رهاسازی آب رود ارس برای فصل کشت و زمان آزمایش توربین‌ها تعیین شد.',
    at: '2026-02-05T17:15:00+03:30',
  },
  {
    // Typed with the Arabic yeh and kaf, as old newsroom keyboards do.
    path: '/alvand/news/1404111843/تراز-آب-خزر',
    title: 'تراز آب درياي خزر در يك سال ۲۱ سانتي‌متر كاهش يافت',
    text: 'تراز آب درياي خزر در يك سال گذشته ۲۱ سانتي‌متر كاهش يافته و خط ساحلي در گلستان تا ۳۰۰ متر عقب نشسته است. كارشناسان كاهش آورد رودها و تبخير بيشتر را علت اصلي مي‌دانند.',
    at: '2026-02-05T11:05:00+03:30',
  },
  {
    path: '/alvand/news/1404111859/بارش-برف-البرز',
    title: 'بارش برف در محورهای کوهستانی البرز',
    text: 'با بارش برف در محورهای کوهستانی استان البرز، تردد خودروهای بدون زنجیر چرخ در جاده چالوس ممنوع شد.',
    at: '2026-02-06T18:30:00+03:30',
  },
  {
    path: '/alvand/news/1404111855/نمایشگاه-کتاب-همدان',
    title: 'نمایشگاه کتاب همدان با ۲۰۰ ناشر آغاز به کار کرد',
    text: 'نمایشگاه کتاب همدان با حضور ۲۰۰ ناشر گشایش یافت. بخش کودک امسال دو برابر شده است.',
    at: '2026-02-06T12:00:00+03:30',
  },
];

/** Half-spaces written as `&amp;zwnj;`, Persian links not percent-encoded, dates without a weekday. */
export const alvand: SampleOutlet = {
  source: {
    id: 'alvand-fa',
    title: 'خبرگزاری الوند',
    language: 'fa',
    country: 'IR',
    kind: 'agency',
    rank: 1,
    permission: 'summary',
  },
  feedPath: '/alvand/rss',
  contentType: 'application/rss+xml; charset=utf-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>خبرگزاری الوند</title>
<link>${base}/alvand/</link>
<description>آخرین اخبار</description>
<language>fa</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
</channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  const weekdayless = rfc822(article.at).replace(/^\w+, /, '');
  const summary = escapeMarkup(article.text).replaceAll('\u{200c}', '&amp;zwnj;');
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${base}${article.path}</link>
<guid isPermaLink="true">${base}/alvand/news/${article.path.split('/')[3]}</guid>
<description>${summary}</description>
<dc:creator>الوند</dc:creator>
<pubDate>${weekdayless}</pubDate>
</item>`;
}
