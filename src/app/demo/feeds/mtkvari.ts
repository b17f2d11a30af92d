import { escapeMarkup } from '../markup.ts';
import type { SampleArticle, SampleOutlet } from '../sample-outlet.ts';

const articles: readonly SampleArticle[] = [
  {
    path: '/mtkvari/ambebi/6120',
    title: 'აზერბაიჯანისა და ირანის საგარეო საქმეთა მინისტრებმა ტელეფონით ისაუბრეს',
    text: 'აზერბაიჯანისა და ირანის საგარეო საქმეთა მინისტრებმა 8 თებერვალს სატელეფონო საუბარი გამართეს. მხარეებმა სასაზღვრო გამშვები პუნქტების მუშაობა და თეირანში დაგეგმილი სამთავრობათაშორისო კომისიის სხდომა განიხილეს.',
    at: '2026-02-08T10:05:00+04:00',
  },
  {
    path: '/mtkvari/ambebi/6114',
    title: 'ლარსის მიმართულებით სატვირთო მანქანების მოძრაობა შეჩერებულია',
    text: 'უხვთოვლობისა და ზვავსაშიშროების გამო ლარსის საბაჟო პუნქტისკენ სატვირთო მანქანების მოძრაობა შეჩერებულია. გზის გახსნას ხვალ დილით ელოდებიან.',
    at: '2026-02-06T10:30:00+04:00',
  },
  {
    path: '/mtkvari/ambebi/6111',
    title: 'ანაკლიის პორტის მშენებლობის პირველი ეტაპი დასრულდა',
    text: 'ანაკლიის ღრმაწყლოვანი პორტის მშენებლობის პირველი ეტაპი ვადაში დასრულდა. შემდეგ ეტაპზე ტალღმჭრელის აგება დაიწყება, რის შემდეგაც პორტი კონტეინერებს მიიღებს.',
    at: '2026-02-05T16:00:00+04:00',
  },
  {
    path: '/mtkvari/ambebi/6108',
    title: 'ტირანაში ქართული ფილმების კვირეული გაიხსნა',
    text: 'ალბანეთის დედაქალაქ ტირანაში ქართული ფილმების კვირეული გაიხსნა. მაყურებელი ექვს ფილმს ნახავს.',
    at: '2026-02-05T13:10:00+04:00',
  },
  {
    path: '/mtkvari/ambebi/6103',
    title: 'ბორჯომის ტყეში ახალი ბილიკი მოინიშნა',
    text: 'ბორჯომ-ხარაგაულის ეროვნულ პარკში თორმეტკილომეტრიანი ახალი ბილიკი მოინიშნა. ის ზამთარშიც ღიაა.',
    at: '2026-02-05T09:25:00+04:00',
  },
];

/** RSS 1.0: items stand beside the channel, dates are Dublin Core, the identity is `rdf:about`. */
export const mtkvari: SampleOutlet = {
  source: {
    id: 'mtkvari-ka',
    title: 'მტკვრის მაცნე',
    language: 'ka',
    country: 'GE',
    kind: 'paper',
    rank: 2,
    permission: 'summary',
  },
  feedPath: '/mtkvari/rdf',
  contentType: 'application/rdf+xml; charset=utf-8',
  articles,
  document: (base) => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${base}/mtkvari/rdf">
<title>მტკვრის მაცნე</title>
<link>${base}/mtkvari/</link>
<description>დღის ამბები</description>
<dc:language>ka</dc:language>
<items>
<rdf:Seq>
${articles.map((article) => `<rdf:li rdf:resource="${base}${article.path}"/>`).join('\n')}
</rdf:Seq>
</items>
</channel>
${articles.map((article) => renderItem(base, article)).join('\n')}
</rdf:RDF>
`,
};

function renderItem(base: string, article: SampleArticle): string {
  return `<item rdf:about="${base}${article.path}">
<title>${escapeMarkup(article.title)}</title>
<link>${base}${article.path}</link>
<description>${escapeMarkup(article.text)}</description>
<dc:date>${article.at}</dc:date>
<dc:creator>მტკვრის მაცნე</dc:creator>
</item>`;
}
