import { escapeMarkup } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/sepidar/fa/news/51204',
    title: 'آتش‌سوزی در بازار تبریز مهار شد',
    text: 'مدیرکل مدیریت بحران آذربایجان شرقی گفت: آتش‌سوزی بازار مصالح ساختمانی تبریز پس از سه ساعت مهار شد و کسی آسیب ندید.',
    at: '2026-02-07T20:05:00+03:30',
  },
  {
    path: '/sepidar/fa/news/51201',
    title: 'شکست تراکتور برابر قره‌باغ در دیدار دوستانه',
    text: 'تیم فوتبال تراکتور در دیداری دوستانه در آنتالیا ۲ بر ۱ از قره‌باغ آذربایجان شکست خورد. نماینده ایران یک پنالتی از دست داد.',
    at: '2026-02-07T18:40:00+03:30',
  },
  {
    path: '/sepidar/fa/news/51193',
    title: 'کشتی‌های باری در بندر انزلی منتظر آرام شدن دریا',
    text: 'باد شدید، تخلیه پنج کشتی باری را در بندر انزلی به تعویق انداخت. سازمان بنادر می‌گوید موج دریای خزر از فردا فروکش می‌کند.',
    at: '2026-02-06T13:20:00+03:30',
  },
  {
    path: '/sepidar/fa/news/51188',
    title: 'استاندار آذربایجان غربی از پیشرفت پل جدید دریاچه ارومیه خبر داد',
    text: 'استاندار آذربایجان غربی گفت: تعمیر دهانه میانی پل دریاچه ارومیه تا پایان سال به پایان می‌رسد.',
    at: '2026-02-06T10:30:00+03:30',
  },
  {
    path: '/sepidar/fa/news/51177',
    title: 'گل نرگس از خوسف به تهران رسید',
    text: 'نخستین محموله گل نرگس امسال از خوسف به بازار گل تهران رسید. باغداران از بارش خوب پاییز راضی‌اند.',
    at: '2026-02-05T12:45:00+03:30',
  },
];

/** Atom with relative links under `xml:base`, each entry with a later `updated` than `published`. */
export const sepidar: SampleOutlet = {
  source: {
    id: 'sepidar-fa',
    title: 'پیک سپیدار',
    language: 'fa',
    country: 'IR',
    kind: 'paper',
    rank: 3,
    permission: 'summary',
  },
  feedPath: '/sepidar/atom',
  contentType: 'application/atom+xml',
  articles,
  document: (base) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa" xml:base="${base}/sepidar/fa/">
<title>پیک سپیدار</title>
<id>tag:sepidar.example,2019:feed</id>
<link rel="alternate" href="./"/>
<link rel="self" href="../atom"/>
<updated>2026-02-07T17:00:00Z</updated>
<author><name>تحریریه پیک سپیدار</name></author>
${articles.map(renderEntry).join('\n')}
</feed>
`,
};

function renderEntry(article: SampleArticle): string {
  const number = article.path.split('/').at(-1);
  const updated = article.at.replace(/:00\+/, ':59+');
  return `<entry>
<id>tag:sepidar.example,2026:${number}</id>
<title>${escapeMarkup(article.title)}</title>
<link rel="alternate" type="text/html" href="news/${number}"/>
<published>${article.at}</published>
<updated>${updated}</updated>
<summary type="html">${escapeMarkup(`<p>${article.text}</p>`)}</summary>
</entry>`;
}
