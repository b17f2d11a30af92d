import { escapeMarkup, rfc822 } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

/** Carried by another outlet under its own link, with a credit line. */
export const astaraArticle: SampleArticle = {
  path: '/absheron/xeber/4410862',
  title: 'Astara sərhəd buraxılış məntəqəsi yük maşınlarını gecə-gündüz qəbul edəcək',
  text: 'Azərbaycan və İran gömrük xidmətləri Astara sərhəd buraxılış məntəqəsində yük maşınlarının gecə-gündüz qəbul edilməsi barədə razılığa gəliblər. Yeni iş rejimi fevralın 16-da qüvvəyə minir, hər iki tərəfdə növbəyə əlavə olaraq iki yoxlama xətti açılacaq. Gömrük Komitəsinin məlumatına görə, yanvarda məntəqədən 9 min 400 yük maşını keçib.',
  at: '2026-02-06T11:20:00+04:00',
};

/** Carried by another outlet under this very link, with tracking parameters. */
export const btkArticle: SampleArticle = {
  path: '/absheron/xeber/4410790',
  title: 'Bakı–Tbilisi–Qars dəmir yolu ilə yanvarda 118 min ton yük daşınıb',
  text: 'Bakı–Tbilisi–Qars dəmir yolu xətti ilə yanvar ayında 118 min ton yük daşınıb. Bu, ötən ilin eyni ayı ilə müqayisədə 14 faiz çoxdur. Yükün əsas hissəsini Qazaxıstandan gələn taxıl və Türkiyədən göndərilən tikinti materialları təşkil edib.',
  at: '2026-02-05T10:05:00+04:00',
};

const articles: readonly SampleArticle[] = [
  {
    path: '/absheron/xeber/4410991',
    title: 'Prezident İlham Əliyev İranın müdafiə nazirini qəbul edib',
    text: 'Azərbaycan Prezidenti İlham Əliyev fevralın 7-də Bakıda İranın müdafiə naziri Əziz Nəsirzadəni qəbul edib. Görüşdə iki ölkənin müdafiə nazirlikləri arasında təmasların artırılması, sərhəddə təhlükəsizlik və birgə təlim planları müzakirə olunub. Nəsirzadə İran prezidentinin salamlarını dövlət başçısına çatdırıb.',
    at: '2026-02-07T15:40:00+04:00',
  },
  {
    // Its number is older than its time: the agency sends corrected news again under the old address.
    path: '/absheron/xeber/4410849',
    title: 'Bakı metrosunda qatarların hərəkəti bərpa olunub – YENİLƏNİB 2',
    text: '',
    at: '2026-02-07T13:10:00+04:00',
  },
  astaraArticle,
  {
    path: '/absheron/xeber/4410855',
    title: 'Litva  parlamentinin nümayəndə heyəti Bakıya gələcək',
    text: '',
    at: '2026-02-06T09:30:00+04:00',
  },
  {
    path: '/absheron/xeber/4410840',
    title: 'Xəzərdə güclü külək bərə reyslərini gecikdirir',
    text: '',
    at: '2026-02-06T08:15:00+04:00',
  },
  btkArticle,
  {
    path: '/absheron/xeber/4410771',
    title: 'Gəncədə yeni kitabxana binası istifadəyə verilib',
    text: '',
    at: '2026-02-05T09:00:00+04:00',
  },
];

/** No guid, headlines mostly without text, white space before the declaration, doubled spaces. */
export const absheron: SampleOutlet = {
  source: {
    id: 'absheron-az',
    title: 'Abşeron Teleqraf Agentliyi',
    language: 'az',
    country: 'AZ',
    kind: 'agency',
    rank: 1,
    permission: 'summary',
  },
  feedPath: '/absheron/rss.xml',
  contentType: 'text/xml',
  articles,
  document: (base) => `
        <?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>Abşeron Teleqraf Agentliyi</title>
    <link>${base}/absheron/</link>
    <description>Son xəbərlər</description>
    <language>az</language>
${articles.map((article) => renderItem(base, article)).join('\n')}
  </channel>
</rss>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  return `    <item>
      <title>${escapeMarkup(article.title)}</title>
      <link>${base}${article.path}</link>
      <description>${escapeMarkup(article.text)}</description>
      <pubDate>${rfc822(article.at)}</pubDate>
    </item>`;
}
