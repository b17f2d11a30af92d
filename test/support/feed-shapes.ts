/** Shapes of feed documents as they are found in the wild, twenty and more, written for the tests. */
export interface FeedShape {
  readonly name: string;
  readonly document: string;
  /** Items that an undamaged reading yields. */
  readonly items: number;
}

const item = (n: number): string =>
  `<item><title>Köprü haberi ${n}</title><link>https://paper.example/${n}</link><guid isPermaLink="false">p-${n}</guid>
<pubDate>Sat, 07 Feb 2026 1${n}:30:00 +0400</pubDate><description>&lt;p&gt;Aras &amp;amp; köprü ${n}&lt;/p&gt;</description></item>`;

const entry = (n: number): string =>
  `<entry><id>urn:paper:${n}</id><title type="html">Xəbər &lt;b&gt;${n}&lt;/b&gt;</title><link href="/x/${n}"/>
<updated>2026-02-07T1${n}:30:00+04:00</updated><summary>Araz çayı ${n}</summary></entry>`;

const three = (make: (n: number) => string): string => [1, 2, 3].map(make).join('\n');

const rss = (body: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"${attributes}><channel><title>Paper</title><link>https://paper.example/</link>${body}</channel></rss>`;

const jsonItem = (n: number): object => ({
  id: `j-${n}`,
  url: `https://paper.example/${n}`,
  title: `خبر ${n}`,
  content_html: `<p>رود ارس ${n}</p>`,
  date_published: `2026-02-07T1${n}:30:00Z`,
  authors: [{ name: 'نویسنده' }],
  tags: ['آب', 'مرز'],
});

export const feedShapes: readonly FeedShape[] = [
  { name: 'RSS 2.0', document: rss(three(item)), items: 3 },
  {
    name: 'RSS with CDATA',
    document: rss(
      three(
        (n) =>
          `<item><title><![CDATA[A & B ${n}]]></title><description><![CDATA[<p>x <img src="/i/${n}.png"></p>]]></description></item>`,
      ),
    ),
    items: 3,
  },
  {
    name: 'RSS with content:encoded and media',
    document: rss(
      three(
        (n) =>
          `<item><title>T${n}</title><content:encoded><![CDATA[<div>long ${n}</div>]]></content:encoded><media:group><media:content url="https://m.example/${n}.jpg" type="image/jpeg"/><media:thumbnail url="https://m.example/${n}t.jpg"/></media:group><dc:creator>Ayşe</dc:creator></item>`,
      ),
      ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ),
    items: 3,
  },
  {
    name: 'RSS with an unusual default namespace',
    document: rss(
      three(item),
      ' xmlns="http://backend.example/rss2" xmlns:yandex="http://news.yandex.ru"',
    ),
    items: 3,
  },
  {
    name: 'RSS 0.91 with a DOCTYPE',
    document: `<!DOCTYPE rss PUBLIC "-//Netscape//DTD" "x.dtd" [<!ENTITY city "Bakı">]><rss version="0.91"><channel><title>&city;</title>${three(item)}</channel></rss>`,
    items: 3,
  },
  {
    name: 'RSS 1.0',
    document: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>RDF</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>${three((n) => `<item rdf:about="https://paper.example/${n}"><title>R${n}</title><dc:date>2026-02-07</dc:date></item>`)}</rdf:RDF>`,
    items: 3,
  },
  {
    name: 'Atom 1.0',
    document: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="az" xml:base="https://paper.example/"><title>Atom</title>${three(entry)}</feed>`,
    items: 3,
  },
  {
    name: 'prefixed Atom',
    document: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>P</a:title>${three((n) => `<a:entry><a:title>E${n}</a:title><a:link href="https://paper.example/${n}"/></a:entry>`)}</a:feed>`,
    items: 3,
  },
  {
    name: 'Atom with XHTML',
    document: `<feed xmlns="http://www.w3.org/2005/Atom">${three((n) => `<entry><title>X${n}</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one <em>two</em> three &amp; four</p></div></content></entry>`)}</feed>`,
    items: 3,
  },
  {
    name: 'Atom 0.3',
    document: `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${three((n) => `<entry><title mode="escaped" type="text/html">&lt;i&gt;${n}&lt;/i&gt;</title><issued>2026-02-07T10:00:00Z</issued></entry>`)}</feed>`,
    items: 3,
  },
  {
    name: 'JSON Feed 1.1',
    document: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'JSON',
      items: [1, 2, 3].map(jsonItem),
    }),
    items: 3,
  },
  {
    name: 'JSON Feed 1.0, indented',
    document: JSON.stringify(
      {
        version: 'https://jsonfeed.org/version/1',
        author: { name: 'A' },
        items: [1, 2, 3].map(jsonItem),
      },
      null,
      2,
    ),
    items: 3,
  },
  {
    name: 'blank lines before the root',
    document: `\n        \n${rss(three(item)).replace(/^<\?xml[^>]*>/, '')}`,
    items: 3,
  },
  {
    name: 'a podcast',
    document: rss(
      three(
        (n) =>
          `<item><title>P${n}</title><enclosure url="https://m.example/${n}.mp3" length="1${n}" type="audio/mpeg"/><itunes:author>V</itunes:author><itunes:duration>1:0${n}</itunes:duration></item>`,
      ),
      ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ),
    items: 3,
  },
  {
    name: 'FeedBurner',
    document: rss(
      three(
        (n) =>
          `<item><title>F${n}</title><link>https://feeds.example/~r/${n}</link><feedburner:origLink>https://paper.example/${n}</feedburner:origLink></item>`,
      ),
      ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
    ),
    items: 3,
  },
  {
    name: 'upper case',
    document: `<RSS VERSION="2.0"><CHANNEL><TITLE>Up</TITLE>${three((n) => `<ITEM><TITLE>U${n}</TITLE><LINK>https://paper.example/${n}</LINK></ITEM>`)}</CHANNEL></RSS>`,
    items: 3,
  },
  {
    name: 'items outside the channel',
    document: `<rss version="2.0"><channel><title>Out</title></channel>${three(item)}</rss>`,
    items: 3,
  },
  {
    name: 'unclosed items',
    document: rss(
      three((n) => `<item><title>N${n}</title><link>https://paper.example/${n}</link>`),
    ),
    items: 3,
  },
  {
    name: 'bare ampersands',
    document: rss(
      three(
        (n) =>
          `<item><title>A & B ${n} &nbsp; &laquo;x&raquo;</title><link>https://paper.example/?a=1&b=${n}</link></item>`,
      ),
    ),
    items: 3,
  },
  {
    name: 'comments and instructions',
    document: `<!-- top --><?xml-stylesheet href="x.css"?>${rss(three((n) => `<!-- <item> ${n} -->${item(n)}<?pi ${n}?>`)).replace(/^<\?xml[^>]*>/, '')}<!-- end -->`,
    items: 3,
  },
  {
    name: 'right-to-left text',
    document: rss(
      three(
        (n) => `<item><title>گزارش می\u200cشود ${n}</title><pubDate>۱۸ بهمن ۱۴۰۴</pubDate></item>`,
      ),
      ' xml:lang="fa"',
    ),
    items: 3,
  },
];
