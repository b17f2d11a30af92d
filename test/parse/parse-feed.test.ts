import { describe, expect, it } from 'vitest';
import type { ParsedFeed, ParsedItem, ReadOptions } from '../../src/domain/parsed-feed.ts';
import { parseFeed } from '../../src/parse/parse-feed.ts';

const url = 'https://paper.example/feeds/all.xml';

function read(document: string, options: ReadOptions = {}): ParsedFeed {
  const result = parseFeed(new TextEncoder().encode(document), { url, ...options });
  if (result.kind !== 'feed') throw new Error(`${result.reason}: ${result.message}`);
  return result;
}

function rss(body: string, attributes = ''): string {
  return `<rss version="2.0"${attributes}><channel><title>Paper</title>${body}</channel></rss>`;
}

function atom(body: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Paper</title>${body}</feed>`;
}

function item(inside: string, attributes = ''): ParsedItem | undefined {
  return read(rss(`<item>${inside}</item>`, attributes)).items[0];
}

function entry(inside: string, attributes = ''): ParsedItem | undefined {
  return read(atom(`<entry>${inside}</entry>`, attributes)).items[0];
}

const titlesOf = ({ items }: ParsedFeed): (string | undefined)[] => items.map(({ title }) => title);

describe('documents of every form', () => {
  it.each([
    [
      'white space before the declaration',
      `\n   <?xml version="1.0"?>${rss('<item><title>a</title></item>')}`,
    ],
    [
      'a default namespace nobody knows',
      rss('<item><title>a</title></item>', ' xmlns="http://backend.example/rss3"'),
    ],
    ['upper-case names', '<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>'],
    [
      'prefixed names',
      '<x:rss xmlns:x="http://backend.userland.com/rss2"><x:channel><x:item><x:title>a</x:title></x:item></x:channel></x:rss>',
    ],
    ['no version', '<rss><channel><item><title>a</title></item></channel></rss>'],
    [
      'items outside the channel',
      '<rss version="2.0"><channel><title>t</title></channel><item><title>a</title></item></rss>',
    ],
    ['no channel', '<rss version="2.0"><item><title>a</title></item></rss>'],
    ['no rss element', '<channel><title>t</title><item><title>a</title></item></channel>'],
    ['a wrapper around the items', rss('<items><item><title>a</title></item></items>')],
    ['text before the root', `Warning: x in y\n${rss('<item><title>a</title></item>')}`],
    [
      'junk elements before the root',
      `<br /><b>Warning</b>: x${rss('<item><title>a</title></item>')}`,
    ],
    ['an unclosed item', rss('<item><title>a</title>')],
    ['a document cut in a tag', '<rss><channel><item><title>a</title></item><item'],
    ['an unclosed title', rss('<item><title>a<link>https://a.example/</link></item>')],
    [
      'an unclosed CDATA section',
      rss('<item><title>a</title><description><![CDATA[<p>x</description></item>'),
    ],
    [
      'an unclosed quote',
      rss('<item><title>a</title><enclosure url="https://a.example/x.mp3></enclosure></item>'),
    ],
    ['a forgotten bracket', rss('<item><title>a</title<link>https://a.example/</link></item>')],
    ['an end tag of another case', rss('<item><Title>a</title></item>')],
    ['a mistyped end tag', rss('<item><title>a</titel><link>https://a.example/</link></item>')],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>a</title></item></rdf:RDF>',
    ],
    [
      'RSS 0.90',
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/><item><title>a</title></item></r:RDF>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>a</title></entry></feed>',
    ],
    ['Atom in no namespace', '<feed><entry><title>a</title></entry></feed>'],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"a"}]}',
    ],
    ['JSON Feed after blanks and a mark', '\ufeff\n {"items":[{"id":"1","title":"a"}]}'],
  ])('are read: %s', (_, document) => {
    expect(titlesOf(read(document))).toEqual(['a']);
  });

  it('names the format and says that the document was cut', () => {
    const { feed, warnings } = read('<rss version="2.0"><channel><item><title>a</title></item>');
    expect(feed.format).toBe('rss');
    expect(warnings).toEqual([{ code: 'truncated', message: expect.any(String) }]);
  });

  it('knows a document that lost its root by its items, whose links may say nothing', () => {
    const entries =
      '<entry><title>a</title><link/></entry><entry><title>b</title><link hr="/x"/></entry>';
    const lost = read(`xmlns="x" xml:lang="az"><title>Paper</title><link/>${entries}</feed>`);
    expect(lost.feed.format).toBe('atom');
    expect(titlesOf(lost)).toEqual(['a', 'b']);
    const items = read(
      'ml version="2.0"><link>https://a.example/</link><item><link>https://a.example/1</link><title>c</title></item>',
    );
    expect(items.feed.format).toBe('rss');
    expect(items.items[0]?.link).toBe('https://a.example/1');
  });

  it('keeps the items around an unclosed CDATA section apart', () => {
    const body = (n: number, end: string): string =>
      `<item><title>${n}</title><description><![CDATA[<p>${n}</p>${end}</description></item>`;
    const { items } = read(rss(body(1, '') + body(2, ']]>') + body(3, ']]>')));
    expect(items.map(({ title, summary }) => [title, summary])).toEqual([
      ['1', '<p>1</p>'],
      ['2', '<p>2</p>'],
      ['3', '<p>3</p>'],
    ]);
  });

  it('takes an item inside an item for the next one, unless it is empty', () => {
    const { items } = read(
      rss('<item><title>1</title><item/><guid>g</guid><item><title>2</title></item>'),
    );
    expect(items.map(({ title, id }) => [title, id])).toEqual([
      ['1', 'g'],
      ['2', undefined],
    ]);
  });

  it('expands entities of its own and leaves external ones alone', () => {
    const prolog =
      '<!DOCTYPE rss [<!ENTITY city "Bakı"><!ENTITY hot "isti &city;"><!ENTITY file SYSTEM "file:///etc/hostname">]>';
    const { items } = read(
      prolog + rss('<item><title>&hot; &file; &nbsp;&laquo;x&raquo; & y &unknown;</title></item>'),
    );
    expect(titlesOf({ items } as ParsedFeed)).toEqual(['isti Bakı &file; «x» & y &unknown;']);
  });
});

describe('titles', () => {
  it.each([
    ['A &amp; B', 'A & B'],
    ['<![CDATA[A & B]]>', 'A & B'],
    ['<![CDATA[Hörmüzdə gəmiyə&nbsp;hücum]]>', 'Hörmüzdə gəmiyə hücum'],
    ['&amp;laquo;Araz&amp;raquo;', '«Araz»'],
    ['می&amp;zwnj;شود', 'می\u200cشود'],
    ['A &lt;b&gt;bold&lt;/b&gt; word', 'A bold word'],
    ['1 &lt; 2 and <![CDATA[<tag> 3 < 4]]>', '1 < 2 and <tag> 3 < 4'],
    ['&lt;![CDATA[escaped&#13; section]]&gt;', 'escaped section'],
    ['<![CDATA[Sözün sonu &n...]]>', 'Sözün sonu …'],
    ['<![CDATA[Sözün sonu &quo]]>', 'Sözün sonu …'],
    ['AT&amp;T', 'AT&T'],
    ['inline <i>markup</i> here', 'inline markup here'],
    ['doubled  spaces\n and lines', 'doubled spaces and lines'],
    ['&lt;img alt="a > b" src="x"&gt;after', 'after'],
    ['don\u0092t', 'don’t'],
    ['&#146;&#x201c;', '’“'],
  ])('of RSS become plain text: %s', (title, expected) => {
    expect(item(`<title>${title}</title>`)?.title).toBe(expected);
  });

  it('keep a lone &amp; that the title may be about, unless the feed encodes twice', () => {
    const lone = '<item><title>The &amp;amp; sign</title></item>';
    expect(titlesOf(read(rss(lone)))).toEqual(['The &amp; sign']);
    expect(titlesOf(read(rss(`${lone}<item><title>Q&amp;amp;A</title></item>`)))).toEqual([
      'The & sign',
      'Q&A',
    ]);
    expect(titlesOf(read(rss(`${lone}<item><title>&amp;quot;x&amp;quot;</title></item>`)))).toEqual(
      ['The & sign', '"x"'],
    );
  });

  it.each([
    ['<title>A &amp;lt; B</title>', 'A &lt; B'],
    ['<title type="text">&lt;b&gt;</title>', '<b>'],
    ['<title type="html">&lt;b&gt;bold&lt;/b&gt; &amp;amp; more</title>', 'bold & more'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <em>b</em> &lt;c&gt;</div></title>',
      'a b <c>',
    ],
    ['<title type="text/html" mode="base64">PGI+eDwvYj4=</title>', 'x'],
  ])('of Atom follow their type: %s', (title, expected) => {
    expect(entry(title)?.title).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['<link> https://a.example/x?a=1&amp;b=2 </link>', 'https://a.example/x?a=1&b=2'],
    ['<link>/x</link>', 'https://paper.example/x'],
    ['<link>//a.example/x</link>', 'https://a.example/x'],
    ['<link>www.a.example/x</link>', 'http://www.a.example/x'],
    ['<link>https://a.example/سلام</link>', 'https://a.example/%D8%B3%D9%84%D8%A7%D9%85'],
    ['<link>https://a.example/a\nb</link>', 'https://a.example/ab'],
    ['<guid>https://a.example/g</guid>', 'https://a.example/g'],
    ['<guid isPermaLink="false">https://a.example/g</guid>', undefined],
    ['<link>javascript:alert(1)</link>', undefined],
    [
      '<link/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://a.example/x"/>',
      'https://a.example/x',
    ],
    [
      '<link>https://feeds.example/1</link><feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://a.example/x</feedburner:origLink>',
      'https://a.example/x',
    ],
    ['<enclosure url="https://a.example/x.mp3"/>', 'https://a.example/x.mp3'],
  ])('of RSS: %s', (inside, expected) => {
    expect(item(inside)?.link).toBe(expected);
  });

  it('of RSS that are relative lead to the site, not to the host of the feed', () => {
    const { items } = read(rss('<link>https://site.example/</link><item><link>/x</link></item>'));
    expect(items[0]?.link).toBe('https://site.example/x');
  });

  it.each([
    ['<link rel="self" href="/s"/><link rel="enclosure" href="/e.mp3"/><link href="/a"/>', '/a'],
    [
      '<link rel="alternate" type="application/pdf" href="/p"/><link rel="alternate" type="text/html" href="/h"/>',
      '/h',
    ],
    ['<link rel="http://www.iana.org/assignments/relation/alternate" href="/i"/>', '/i'],
    ['<link rel="self" href="/s"/><id>https://paper.example/id</id>', '/id'],
    ['<link xml:base="/deep/er/" href="x"/>', '/deep/er/x'],
  ])('of Atom: %s', (inside, expected) => {
    expect(entry(inside)?.link).toBe(`https://paper.example${expected}`);
  });

  it('keep every link with its relation', () => {
    expect(
      entry('<link href="/a"/><link rel="replies" type="text/html" href="/c"/>'),
    ).toMatchObject({
      comments: 'https://paper.example/c',
      links: [
        { href: 'https://paper.example/a', rel: 'alternate' },
        { href: 'https://paper.example/c', rel: 'replies', type: 'text/html' },
      ],
    });
  });

  it('are kept in the form of xml:base, however deep', () => {
    const document = atom(
      '<entry xml:base="2026/"><link href="x"/></entry>',
      ' xml:base="https://other.example/news/"',
    );
    expect(read(document).items[0]?.link).toBe('https://other.example/news/2026/x');
  });
});

describe('people', () => {
  it.each([
    ['<author>a@b.example (Ayşe Yılmaz)</author>', [{ name: 'Ayşe Yılmaz', email: 'a@b.example' }]],
    ['<author>Ayşe &lt;a@b.example&gt;</author>', [{ name: 'Ayşe', email: 'a@b.example' }]],
    ['<author>a@b.example</author>', [{ email: 'a@b.example' }]],
    ['<dc:creator>A</dc:creator><dc:creator>B</dc:creator>', [{ name: 'A' }, { name: 'B' }]],
    ['<author>by <a href="/x">Foo Bar</a></author>', [{ name: 'by Foo Bar' }]],
    ['<itunes:author>Ses</itunes:author>', [{ name: 'Ses' }]],
    ['<author>A</author><dc:creator>A</dc:creator>', [{ name: 'A' }]],
    ['<author/>', []],
  ])('of RSS: %s', (inside, expected) => {
    expect(item(inside)?.authors).toEqual(expected);
  });

  it('of Atom have addresses, and come from the source or the feed where an entry has none', () => {
    const author = (name: string): string =>
      `<author><name>${name}</name><uri>/${name}</uri></author>`;
    const { items } = read(
      atom(
        `${author('f')}<entry>${author('a')}</entry><entry><source>${author('s')}</source></entry><entry/><entry><title>x</title></entry>`,
      ),
    );
    expect(items.map(({ authors }) => authors)).toEqual(
      ['a', 's', 'f', 'f'].map((name) => [{ name, url: `https://paper.example/${name}` }]),
    );
  });
});

describe('what an item carries', () => {
  it.each([
    [
      '<enclosure url="/a.mp3" length="12" type="audio/mpeg"/>',
      [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 12 }],
    ],
    [
      '<enclosure url="//f.example/a.webp" type="image/jpeg"/>',
      [{ url: 'https://f.example/a.webp', type: 'image/webp' }],
    ],
    [
      '<enclosure url="/a.png" type=""/>',
      [{ url: 'https://paper.example/a.png', type: 'image/png' }],
    ],
    [
      '<enclosure url="/a.mp3?x=1" length="many" type="application/octet-stream"/>',
      [{ url: 'https://paper.example/a.mp3?x=1', type: 'audio/mpeg' }],
    ],
    [
      '<media:group><media:content url="/a.mp4" fileSize="9"/><media:content url="/a.mp4"/></media:group>',
      [{ url: 'https://paper.example/a.mp4', type: 'video/mp4', length: 9 }],
    ],
    ['<enclosure url="data:x"/>', []],
  ])('encloses %s', (inside, expected) => {
    const media = inside.includes('media:') ? ' xmlns:media="http://search.yahoo.com/mrss/"' : '';
    expect(item(inside, media)?.enclosures).toEqual(expected);
  });

  it.each([
    [
      '<image><url>/i.jpg</url><title>not the title</title><link>/not-the-link</link></image><title>t</title>',
      '/i.jpg',
    ],
    ['<image>/i.jpg</image>', '/i.jpg'],
    ['<media:thumbnail url="/t.jpg"/>', '/t.jpg'],
    ['<media:content medium="image" url="/m"/>', '/m'],
    ['<enclosure url="/e.jpg" type="image/jpeg"/>', '/e.jpg'],
    [
      '<description>&lt;img src="/p.gif" width="1" height="1"&gt;&lt;img src="/c.jpg"&gt;</description>',
      '/c.jpg',
    ],
    ['<itunes:image href="/n.jpg"/>', '/n.jpg'],
  ])('shows the picture of %s', (inside, expected) => {
    const shown = item(inside);
    expect(shown?.image).toBe(`https://paper.example${expected}`);
    expect(shown?.title === undefined || shown.title === 't').toBe(true);
  });

  it('has categories of every kind, none twice', () => {
    const inside =
      '<category domain="d">A</category><category>A</category><category>A</category><dc:subject>B</dc:subject><itunes:keywords>C, D</itunes:keywords><category/>';
    expect(item(inside)?.categories).toEqual([
      { term: 'A', scheme: 'd' },
      { term: 'A' },
      { term: 'B' },
      { term: 'C' },
      { term: 'D' },
    ]);
    expect(entry('<category term="t" label="L" scheme="s"/>')?.categories).toEqual([
      { term: 't', label: 'L', scheme: 's' },
    ]);
  });

  it('inherits the categories of its feed when it has none', () => {
    const { items } = read(
      rss('<category>F</category><item><title>a</title></item><item><category>I</category></item>'),
    );
    expect(items.map(({ categories }) => categories)).toEqual([[{ term: 'F' }], [{ term: 'I' }]]);
  });

  it('names its source, language, comments and rights', () => {
    const inside =
      '<source url="https://s.example/rss">S &amp; T</source><dc:language>az</dc:language><comments>/c</comments><dc:rights>©</dc:rights>';
    expect(item(inside)).toMatchObject({
      source: { title: 'S & T', url: 'https://s.example/rss' },
      language: 'az',
      comments: 'https://paper.example/c',
      rights: '©',
    });
    expect(
      entry('<source><title>S</title><link href="/s"/><id>x</id></source>', ' xml:lang="fa"'),
    ).toMatchObject({
      source: { title: 'S', url: 'https://paper.example/s' },
      language: 'fa',
    });
  });
});

describe('bodies', () => {
  it('keeps mixed markup in its order', () => {
    const xhtml =
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <em>two</em> three &lt;four&gt;<br/><img src="a.png" alt="x &amp; y"/></div></content>';
    expect(entry(xhtml)?.content).toBe(
      'one <em>two</em> three &lt;four&gt;<br><img src="a.png" alt="x &amp; y">',
    );
    expect(item('<description>one <b>two</b> &amp; three</description>')?.summary).toBe(
      'one <b>two</b> & three',
    );
  });

  it('escapes the text of Atom that is no HTML', () => {
    expect(entry('<summary>1 &lt; 2</summary>')?.summary).toBe('1 &lt; 2');
    expect(entry('<content>&lt;p&gt;forgot the type&lt;/p&gt;</content>')?.content).toBe(
      '<p>forgot the type</p>',
    );
  });

  it('tells the summary from the content', () => {
    const encoded = '<content:encoded><![CDATA[<p>long</p>]]></content:encoded>';
    const namespace = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"';
    expect(item(`<description>short</description>${encoded}`, namespace)).toMatchObject({
      summary: 'short',
      content: '<p>long</p>',
    });
    expect(item('<summary>short</summary><description>long</description>')).toMatchObject({
      summary: 'short',
      content: 'long',
    });
  });

  it('cuts a body at its cap without cutting a tag or a letter', () => {
    const body =
      item(`<description>${'&lt;p&gt;ə&lt;/p&gt;'.repeat(10_000)}</description>`)?.summary ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
    expect(body.endsWith('>') || body.endsWith('ə')).toBe(true);
  });

  it('never lets a bad field cost an item', () => {
    const inside =
      '<title>a</title><pubDate>no date</pubDate><link>http://[</link><enclosure/><author/><category/><guid/>';
    expect(item(inside)).toEqual({
      title: 'a',
      authors: [],
      categories: [],
      enclosures: [],
      links: [],
    });
  });
});

describe('the head of a feed', () => {
  it('tells all it knows of itself', () => {
    const { feed } = read(
      rss(
        `<link>https://site.example/</link><atom:link rel="self" href="https://paper.example/self.xml"/><atom:link rel="hub" href="https://hub.example/"/>
         <description>D</description><language>az</language><lastBuildDate>Mon, 14 Sep 2026 01:40:14 +04</lastBuildDate><pubDate>Mon, 14 Sep 2026 01:00:00 +04</pubDate>
         <managingEditor>e@p.example (Ed)</managingEditor><category>C</category><image><url>/i.png</url></image><generator>G</generator><copyright>R</copyright>
         <ttl>15</ttl><sy:updatePeriod>Hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><skipHours><hour>24</hour><hour>3</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>`,
        ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
      ),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'Paper',
      link: 'https://site.example/',
      feedUrl: 'https://paper.example/self.xml',
      links: [
        { href: 'https://site.example/', rel: 'alternate' },
        { href: 'https://paper.example/self.xml', rel: 'self' },
        { href: 'https://hub.example/', rel: 'hub' },
      ],
      description: 'D',
      language: 'az',
      updated: '2026-09-13T21:40:14.000Z',
      published: '2026-09-13T21:00:00.000Z',
      authors: [{ name: 'Ed', email: 'e@p.example' }],
      categories: [{ term: 'C' }],
      image: 'https://paper.example/i.png',
      generator: 'G',
      rights: 'R',
      ttlMinutes: 15,
      updatePeriod: 'hourly',
      updateFrequency: 2,
      skipHours: [0, 3],
      skipDays: ['Sunday'],
      hubs: ['https://hub.example/'],
    });
  });

  it('does not take its title from its image', () => {
    expect(
      read(
        '<rss version="2.0"><channel><image><title>I</title><link>/i</link></image><title>T</title></channel></rss>',
      ).feed,
    ).toMatchObject({ title: 'T' });
  });
});

describe('JSON Feed', () => {
  it('is read in full', () => {
    const { feed, items } = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'A & B',
        home_page_url: '/',
        feed_url: '/feed.json',
        description: '1 < 2',
        icon: '/icon.png',
        language: 'az',
        authors: [{ name: 'N', url: '/n' }],
        hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
        items: [
          {
            id: 7,
            url: '/7',
            external_url: 'https://x.example/',
            title: 'T',
            content_html: '<p>x</p>',
            summary: 's',
            image: '/7.png',
            date_published: '2026-02-07T14:30:00+04:00',
            date_modified: '2026-02-07T15:30:00+04:00',
            tags: ['a', 'a', 'b'],
            language: 'tr',
            attachments: [{ url: '/7.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
          },
          { id: '8', content_text: 'a < b' },
        ],
      }),
    );
    expect(feed).toMatchObject({
      format: 'json',
      title: 'A & B',
      link: 'https://paper.example/',
      description: '1 &lt; 2',
      hubs: ['https://hub.example/'],
    });
    expect(items[0]).toEqual({
      id: '7',
      title: 'T',
      link: 'https://paper.example/7',
      summary: 's',
      content: '<p>x</p>',
      published: '2026-02-07T10:30:00.000Z',
      updated: '2026-02-07T11:30:00.000Z',
      authors: [{ name: 'N', url: 'https://paper.example/n' }],
      categories: [{ term: 'a' }, { term: 'b' }],
      enclosures: [{ url: 'https://paper.example/7.mp3', type: 'audio/mpeg', length: 9 }],
      image: 'https://paper.example/7.png',
      language: 'tr',
      links: [
        { href: 'https://paper.example/7', rel: 'alternate' },
        { href: 'https://x.example/', rel: 'related' },
      ],
    });
    expect(items[1]?.content).toBe('a &lt; b');
  });
});
