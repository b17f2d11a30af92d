import { bodyBytesMax, itemsPerDocumentMax } from '../../src/domain/limits.ts';
import type { ReadFailure } from '../../src/domain/parsed-feed.ts';

/** A document written to hurt a reader, and what must come of it. */
export interface HostileDocument {
  readonly name: string;
  /** Built when asked for: many are large. */
  readonly bytes: () => Uint8Array;
  /** Items it yields, or the named failure. `any` where both readings are fair. */
  readonly outcome: number | ReadFailure | 'any';
}

type Row = readonly [string, HostileDocument['outcome'], () => string | Uint8Array];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const many = (text: string, times: number): string => text.repeat(times);
const rss = (items: string, prolog = ''): string =>
  `${prolog}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const one = (inside: string): string =>
  rss(`<item>${inside}<guid>g</guid></item><item><title>next</title></item>`);
const atom = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${inside}</feed>`;
const json = (items: unknown): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
/** Near the body cap, with room for what is around it. */
const big = bodyBytesMax - 2_000;
const fill = (text: string): string => text.repeat(Math.floor(big / Buffer.byteLength(text)));

const entities: readonly Row[] = [
  [
    'a billion laughs',
    2,
    () =>
      rss(
        '<item><title>&l9;</title></item><item/>',
        `<!DOCTYPE x [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${many(`&l${n};`, 10)}">`).join('')}]>`,
      ),
  ],
  [
    'a quadratic entity blow-up',
    2,
    () =>
      rss(
        `<item><title>${many('&a;', 100_000)}</title></item><item/>`,
        `<!DOCTYPE x [<!ENTITY a "${many('a', 1_900)}">]>`,
      ),
  ],
  [
    'an entity that names itself',
    1,
    () => rss('<item><title>&a;</title></item>', '<!DOCTYPE x [<!ENTITY a "&a;">]>'),
  ],
  [
    'entities that name each other',
    1,
    () =>
      rss('<item><title>&a;</title></item>', '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
  ],
  [
    'an external entity',
    1,
    () =>
      rss(
        '<item><title>&x;</title></item>',
        '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      ),
  ],
  [
    'an external entity over the network',
    1,
    () =>
      rss(
        '<item><title>&x;</title></item>',
        '<!DOCTYPE x [<!ENTITY x PUBLIC "p" "http://127.0.0.1:1/">]>',
      ),
  ],
  [
    'a parameter entity',
    1,
    () =>
      rss(
        '<item><title>t</title></item>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]>',
      ),
  ],
  [
    'ten thousand entity declarations',
    1,
    () =>
      rss(
        '<item><title>&e9999;</title></item>',
        `<!DOCTYPE x [${Array.from({ length: 10_000 }, (_, n) => `<!ENTITY e${n} "v">`).join('')}]>`,
      ),
  ],
  ['an unclosed DOCTYPE', 'any', () => '<!DOCTYPE rss [<!ENTITY a "b"'],
  [
    'an unclosed DOCTYPE before a feed',
    'any',
    () => rss('<item><title>t</title></item>', '<!DOCTYPE rss ['),
  ],
  [
    'a megabyte of unclosed entity literals',
    'any',
    () => `<!DOCTYPE x [${many("<!ENTITY a '", 80_000)}`,
  ],
  [
    'a megabyte of opening brackets in a DOCTYPE',
    'any',
    () => `<!DOCTYPE x ${many('[', 1_000_000)}`,
  ],
  [
    'an entity holding markup',
    1,
    () =>
      rss('<item><title>&m;</title></item>', '<!DOCTYPE x [<!ENTITY m "</title></item><item>">]>'),
  ],
  ['two million ampersand references', 2, () => one(`<title>${many('&amp;', 900_000)}</title>`)],
  ['a megabyte of ampersands', 2, () => one(`<title>${many('&', 1_000_000)}</title>`)],
  [
    'numeric references out of range',
    2,
    () => one('<title>&#xFFFFFFFF;&#99999999999999;&#x110000;&#xD800;&#0;&#x1F;</title>'),
  ],
  [
    'references without a semicolon',
    2,
    () => one(`<title>${many('&amp &#60 &lt', 10_000)}</title>`),
  ],
  ['references of endless length', 2, () => one(`<title>&${many('a', 1_000_000)};</title>`)],
];

const nesting: readonly Row[] = [
  ['200,000 nested elements without a feed', 'too-deep', () => many('<a>', 200_000)],
  [
    '200,000 nested and closed elements',
    'too-deep',
    () => many('<a>', 200_000) + many('</a>', 200_000),
  ],
  ['a million unclosed elements in a channel', 'any', () => rss(many('<b>', 900_000))],
  ['a million unclosed elements in an item', 'any', () => one(many('<b>', 900_000))],
  [
    'a million unclosed elements in a description',
    'any',
    () => one(`<description>${many('<b>', 900_000)}</description>`),
  ],
  [
    'deep markup in one description',
    2,
    () => one(`<description>${many('<div>', 5_000)}x${many('</div>', 5_000)}</description>`),
  ],
  [
    'deep XHTML content',
    1,
    () =>
      atom(
        `<entry><content type="xhtml">${many('<p>', 10_000)}x${many('</p>', 10_000)}</content></entry>`,
      ),
  ],
  ['deep escaped HTML', 2, () => one(`<description>${many('&lt;div&gt;', 20_000)}</description>`)],
  [
    'deep CDATA HTML, tag soup',
    2,
    () => one(`<description><![CDATA[${many('<b><i><a href=x>', 40_000)}]]></description>`),
  ],
  [
    'deep tables',
    2,
    () => one(`<description><![CDATA[${many('<table><tr><td>', 20_000)}]]></description>`),
  ],
  ['nested items', 'any', () => rss(many('<item><title>x</title>', 50_000))],
  ['nested channels', 'any', () => `<rss>${many('<channel>', 100_000)}`],
  ['nested feeds', 'any', () => many('<feed xmlns="http://www.w3.org/2005/Atom">', 50_000)],
  ['nested rss', 'any', () => many('<rss version="2.0">', 100_000)],
  ['nested sources', 1, () => atom(`<entry>${many('<source>', 50_000)}</entry>`)],
  ['nested authors', 1, () => atom(`<entry>${many('<author>', 50_000)}x</entry>`)],
  ['nested media groups', 2, () => one(many('<media:group>', 50_000))],
  ['nested iTunes categories', 'any', () => rss(many('<itunes:category text="x">', 50_000))],
  [
    'nested namespaces',
    'any',
    () => Array.from({ length: 20_000 }, (_, n) => `<p${n}:x xmlns:p${n}="u${n}">`).join(''),
  ],
  [
    'nested CDATA openings',
    2,
    () => one(`<description>${many('<![CDATA[', 200_000)}x]]></description>`),
  ],
  ['nested comments', 'any', () => one(many('<!--', 400_000))],
  ['end tags without start tags', 2, () => one(many('</b>', 900_000))],
  ['end tags of the item, over and over', 'any', () => rss(`<item>${many('</item>', 400_000)}`)],
  ['mismatched tags', 2, () => one(many('<b></i>', 300_000))],
];

const tokens: readonly Row[] = [
  [
    '200,000 attributes',
    2,
    () => one(`<enclosure ${Array.from({ length: 200_000 }, (_, n) => `a${n}="v"`).join(' ')}/>`),
  ],
  [
    'one attribute 200,000 times',
    2,
    () => one(`<enclosure ${many('url="https://a.example/x" ', 150_000)}/>`),
  ],
  ['an attribute of four megabytes', 2, () => one(`<enclosure url="${many('a', 4_000_000)}"/>`)],
  ['an attribute name of four megabytes', 2, () => one(`<enclosure ${many('a', 4_000_000)}="x"/>`)],
  ['an element name of four megabytes', 2, () => one(`<${many('a', 4_000_000)}/>`)],
  [
    'ever new element names',
    2,
    () => one(Array.from({ length: 200_000 }, (_, n) => `<n${n}/>`).join('')),
  ],
  [
    'ever new namespace declarations',
    2,
    () => one(Array.from({ length: 60_000 }, (_, n) => `<x xmlns:p${n}="u${n}"/>`).join('')),
  ],
  ['a million empty tags', 2, () => one(many('<a/>', 1_000_000))],
  ['a million empty titles', 2, () => one(many('<title/>', 500_000))],
  ['unclosed quotes', 'any', () => one(many('<a b="', 500_000))],
  ['unclosed quotes of both kinds', 'any', () => one(many(`<a b='<a b="`, 300_000))],
  ['quotes that close far away', 'any', () => `${one(many('<a b="x>', 300_001))}"`],
  ['half tags', 'any', () => one(many('<b <b ', 500_000))],
  ['half end tags', 'any', () => one(many('</b', 1_000_000))],
  ['half end tags, one bracket at the end', 'any', () => `${one(many('</b', 1_000_000))}>`],
  ['half declarations', 'any', () => `${one(many('<!', 1_500_000))}>`],
  ['half instructions', 'any', () => `${one(many('<?', 1_500_000))}>`],
  ['half instructions before the root', 'any', () => `${many('<?', 1_500_000)}>`],
  ['half declarations before the root', 'any', () => `${many('<!', 1_500_000)}>`],
  ['only less-than signs', 'any', () => many('<', 4_000_000)],
  ['only greater-than signs', 'not-a-feed', () => many('>', 4_000_000)],
  ['less-than signs in a title', 2, () => one(`<title>a ${many('< ', 1_000_000)}</title>`)],
  [
    'CDATA openings with one end',
    2,
    () => one(`<description>${many('<![CDATA[</item>', 100_000)}]]></description>`),
  ],
  ['CDATA ends without openings', 2, () => one(`<title>${many(']]>', 1_000_000)}</title>`)],
  ['brackets in CDATA', 2, () => one(`<title><![CDATA[${many(']', 3_000_000)}]]></title>`)],
  ['dashes in a comment', 2, () => one(`<!--${many('-', 3_000_000)}--><title>t</title>`)],
  [
    'white space inside tags',
    2,
    () => one(`<title${many(' ', 3_000_000)}>t</title${many('\n', 500_000)}>`),
  ],
  [
    'a tag cut by the end',
    'any',
    () => '<rss version="2.0"><channel><item><title>t</title></item><item',
  ],
  ['a name cut by the end', 'any', () => '<rs'],
  ['one less-than sign', 'not-a-feed', () => '<'],
  ['one ampersand', 'not-a-feed', () => '&'],
  ['a slash tag', 'not-a-feed', () => '</>'],
  ['an empty tag', 'not-a-feed', () => '<>'],
];

const texts: readonly Row[] = [
  ['a title of four megabytes', 2, () => one(`<title>${many('ə', 2_000_000)}</title>`)],
  [
    'a title of four megabytes of tags',
    2,
    () => one(`<title>${many('&lt;b&gt;', 400_000)}</title>`),
  ],
  ['a title of half tags', 2, () => one(`<title><![CDATA[${many('<b <b ', 600_000)}]]></title>`)],
  [
    'a description of half tags',
    2,
    () => one(`<description><![CDATA[${many('<b <b ', 100_000)}]]></description>`),
  ],
  [
    'a description of half comments',
    2,
    () => one(`<description><![CDATA[${many('<!--', 500_000)}]]></description>`),
  ],
  [
    'a description of half quotes',
    2,
    () => one(`<description><![CDATA[${many('<a title="', 300_000)}]]></description>`),
  ],
  [
    'a description of images',
    2,
    () => one(`<description><![CDATA[${many('<img ', 800_000)}]]></description>`),
  ],
  [
    'a description of paragraphs',
    2,
    () => one(`<description><![CDATA[${many('<p>a</p>', 300_000)}]]></description>`),
  ],
  [
    'a description of styles',
    2,
    () => one(`<description><![CDATA[${many('<p style="a:b;', 200_000)}]]></description>`),
  ],
  ['white space of four megabytes', 2, () => one(`<title>a${many(' \n\t', 1_300_000)}b</title>`)],
  [
    'a link of four megabytes',
    2,
    () => one(`<link>https://a.example/${many('a', 4_000_000)}</link>`),
  ],
  ['a link of percent signs', 2, () => one(`<link>https://a.example/${many('%', 1_000)}</link>`)],
  ['a date of a megabyte', 2, () => one(`<pubDate>${many('1', 1_000_000)}</pubDate>`)],
  ['a date of colons', 2, () => one(`<pubDate>${many('1:', 99)}</pubDate>`)],
  ['an author of a megabyte', 2, () => one(`<author>${many('a@b.c (x) ', 100_000)}</author>`)],
  ['an author of at signs', 2, () => one(`<author>${many('@', 1_000_000)}</author>`)],
  ['an author of brackets', 2, () => one(`<author>${many('(', 1_000_000)}</author>`)],
  [
    '100,000 categories',
    2,
    () => one(Array.from({ length: 100_000 }, (_, n) => `<category>c${n}</category>`).join('')),
  ],
  [
    '100,000 authors',
    1,
    () => atom(`<entry>${many('<author><name>a</name></author>', 100_000)}</entry>`),
  ],
  [
    '100,000 links',
    1,
    () => atom(`<entry>${many('<link href="https://a.example/"/>', 100_000)}</entry>`),
  ],
  [
    '100,000 enclosures',
    2,
    () =>
      one(
        Array.from(
          { length: 60_000 },
          (_, n) => `<enclosure url="https://a.example/${n}.mp3"/>`,
        ).join(''),
      ),
  ],
  [
    'keywords of a megabyte',
    2,
    () => one(`<itunes:keywords>${many('a,', 500_000)}</itunes:keywords>`),
  ],
  [
    'combining marks without end',
    2,
    () =>
      one(`<title>a${many('\u0301', 1_000_000)}</title><pubDate>a${many('\u0301', 90)}</pubDate>`),
  ],
  ['directional marks without end', 2, () => one(`<title>${many('\u202e', 1_000_000)}</title>`)],
  ['emoji without end', 2, () => one(`<title>${many('👨‍👩‍👧', 100_000)}</title>`)],
];

const counts: readonly Row[] = [
  ['100,000 items', itemsPerDocumentMax, () => rss(many('<item><title>x</title></item>', 100_000))],
  [
    '100,000 entries',
    itemsPerDocumentMax,
    () => atom(many('<entry><title>x</title></entry>', 100_000)),
  ],
  ['300,000 empty items', 'any', () => rss(many('<item/>', 300_000))],
  [
    '100,000 JSON items',
    itemsPerDocumentMax,
    () => json(Array.from({ length: 100_000 }, (_, n) => ({ id: n }))),
  ],
  [
    '2,000 items of two kilobytes',
    itemsPerDocumentMax,
    () =>
      rss(
        Array.from(
          { length: 2_000 },
          (_, n) =>
            `<item><title>${n}</title><description>${many('&lt;p&gt;a&lt;/p&gt; ', 100)}</description></item>`,
        ).join(''),
      ),
  ],
  [
    'more bytes than are read',
    'too-large',
    () => rss(many('<item><title>x</title></item>', 250_000)),
  ],
  ['a body at the cap, spaces', 'not-a-feed', () => fill(' ')],
  ['a body at the cap, zero bytes', 'not-a-feed', () => new Uint8Array(big)],
  [
    'a body at the cap, newlines before a feed',
    1,
    () => `${fill('\n').slice(0, big - 500)}${rss('<item><title>t</title></item>')}`,
  ],
  [
    'a body at the cap, one CDATA section',
    2,
    () => one(`<description><![CDATA[${fill('<b>')}]]></description>`),
  ],
  [
    'an endless body, cut',
    'any',
    () => `<rss version="2.0"><channel>${fill('<item><title>endless</title></item>')}`,
  ],
  [
    'twenty thousand channels',
    'any',
    () => many('<rss version="2.0"><channel><item><title>x</title></item></channel></rss>', 20_000),
  ],
];

const encodings: readonly Row[] = [
  ['NUL between letters', 1, () => rss('<item><title>a\0b\0c</title></item>')],
  [
    'NUL bytes before the document',
    'any',
    () => latin(`\0\0\0${rss('<item><title>x</title></item>')}`),
  ],
  [
    'control characters',
    1,
    () =>
      rss(
        `<item><title>${Array.from({ length: 32 }, (_, n) => String.fromCharCode(n)).join('')}x</title></item>`,
      ),
  ],
  ['non-characters', 1, () => rss('<item><title>a\ufffeb\uffffc</title></item>')],
  ['lone surrogates in UTF-16', 1, () => utf16(rss('<item><title>a\ud800b\udc00c</title></item>'))],
  [
    'lone surrogates encoded in UTF-8',
    1,
    () =>
      Buffer.concat([
        encode('<rss version="2.0"><channel><item><title>a'),
        Uint8Array.of(0xed, 0xa0, 0x80),
        encode('b</title></item></channel></rss>'),
      ]),
  ],
  [
    'overlong UTF-8',
    1,
    () =>
      Buffer.concat([
        encode('<rss version="2.0"><channel><item><title>a'),
        Uint8Array.of(0xc0, 0xbc, 0xe0, 0x80, 0xbc),
        encode('b</title></item></channel></rss>'),
      ]),
  ],
  [
    'UTF-8 cut in a letter',
    1,
    () => encode(`${rss('<item><title>x</title></item>')}ə`).subarray(0, -1),
  ],
  [
    'bytes of no encoding',
    'not-a-feed',
    () => Uint8Array.from({ length: 100_000 }, (_, n) => 0x80 + (n % 0x80)),
  ],
  ['all byte values', 'any', () => Uint8Array.from({ length: 65_536 }, (_, n) => n % 256)],
  [
    'UTF-16 declared, UTF-8 meant',
    1,
    () => rss('<item><title>ə</title></item>', '<?xml version="1.0" encoding="utf-16"?>'),
  ],
  [
    'UTF-16 of odd length',
    1,
    () =>
      Buffer.concat([utf16(`\ufeff${rss('<item><title>x</title></item>')}`), Uint8Array.of(0x41)]),
  ],
  ['UTF-16, little end first, unmarked', 1, () => utf16(rss('<item><title>ə</title></item>'))],
  [
    'UTF-32',
    1,
    () =>
      new Uint8Array(
        new Uint32Array([...rss('<item><title>ə</title></item>')].map((c) => c.codePointAt(0) ?? 0))
          .buffer,
      ),
  ],
  [
    'UTF-32 with impossible characters',
    'any',
    () => new Uint8Array(new Uint32Array([0x3c, 0xffffffff, 0xd800, 0x110000, 0x3e]).buffer),
  ],
  ['UTF-7', 'any', () => '+ADw-rss version=+ACI-2.0+ACIAPg-'],
  [
    'an encoding that does not exist',
    1,
    () => rss('<item><title>ə</title></item>', '<?xml version="1.0" encoding="x-klingon"?>'),
  ],
  [
    'an encoding name of a megabyte',
    1,
    () =>
      rss(
        '<item><title>x</title></item>',
        `<?xml version="1.0" encoding="${many('a', 1_000_000)}"?>`,
      ),
  ],
  [
    'the replacement encoding',
    1,
    () =>
      latin(rss('<item><title>\xe9</title></item>', '<?xml version="1.0" encoding="hz-gb-2312"?>')),
  ],
  [
    'ISO-2022-JP escapes without an end',
    'any',
    () =>
      latin(
        rss('<item><title>\x1b$B%F</title></item>', '<?xml version="1.0" encoding="iso-2022-jp"?>'),
      ),
  ],
  ['two byte order marks', 1, () => `\ufeff\ufeff${rss('<item><title>x</title></item>')}`],
  ['byte order marks inside', 1, () => rss('<item><title>\ufeffa\ufeff</title></item>')],
  [
    'windows-1251 declared as UTF-8',
    1,
    () =>
      latin(
        rss(
          '<item><title>\xcc\xee\xf1\xea\xe2\xe0</title></item>',
          '<?xml version="1.0" encoding="utf-8"?>',
        ),
      ),
  ],
];

const prototypes: readonly Row[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
].flatMap((name): Row[] => [
  [`an element called ${name}`, 2, () => one(`<${name}><${name}>x</${name}></${name}>`)],
  [
    `an attribute called ${name}`,
    2,
    () => one(`<enclosure ${name}="x" url="https://a.example/"/>`),
  ],
  [
    `a JSON member called ${name}`,
    1,
    () =>
      `{"version":"https://jsonfeed.org/version/1","${name}":{"title":"x"},"items":[{"id":"1","${name}":{"url":"x"}}]}`,
  ],
]);

const names: readonly Row[] = [
  [
    'a prefix called __proto__',
    1,
    () =>
      `<__proto__:rss xmlns:__proto__="x" version="2.0"><channel><item/></channel></__proto__:rss>`,
  ],
  [
    'an entity called __proto__',
    1,
    () =>
      rss(
        '<item><title>&__proto__;&constructor;</title></item>',
        '<!DOCTYPE x [<!ENTITY __proto__ "p">]>',
      ),
  ],
  ['a root called constructor', 'not-a-feed', () => '<constructor/>'],
  ['names of colons', 1, () => rss('<item><:>x</:><::/><a:b:c/><:a/><a:/></item>')],
];

const pages: readonly Row[] = [
  ['nothing', 'not-a-feed', () => ''],
  ['blanks', 'not-a-feed', () => ' \n\t '],
  [
    'a web page',
    'not-a-feed',
    () =>
      '<!DOCTYPE html><html lang="az"><head><title>Xəbərlər</title></head><body><p>Salam</p></body></html>',
  ],
  ['a web page without a DOCTYPE', 'not-a-feed', () => '<html><head></head><body></body></html>'],
  ['a web page in upper case', 'not-a-feed', () => '<HTML><HEAD><TITLE>News</TITLE></HEAD></HTML>'],
  ['a fragment of a page', 'not-a-feed', () => '<div><p>Hello</p></div>'],
  [
    'a page that shows a feed',
    'not-a-feed',
    () => `<html><body><pre>${rss('<item><title>x</title></item>')}</pre></body></html>`,
  ],
  [
    'a challenge',
    'blocked',
    () =>
      '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
  ],
  [
    'a challenge script',
    'blocked',
    () =>
      '<html><head><title>paper.example</title><script>window._cf_chl_opt={}</script></head><body></body></html>',
  ],
  ['a captcha', 'blocked', () => '<html><body><h1>Please solve the captcha</h1></body></html>'],
  [
    'a block page',
    'blocked',
    () =>
      '<html><head><title>Access Denied</title></head><body>You do not have permission</body></html>',
  ],
  [
    'a block page in Russian',
    'blocked',
    () => '<html><head><title>Доступ ограничен</title></head><body></body></html>',
  ],
  [
    'a page that mentions a captcha far down',
    'not-a-feed',
    () =>
      `<html><head><title>News</title></head><body>${many('<p>Ordinary news of the day.</p>', 100)}<script>captcha()</script></body></html>`,
  ],
  ['a page of four megabytes', 'not-a-feed', () => `<html><body>${many('<p>text</p>', 400_000)}`],
  ['an error in plain text', 'not-a-feed', () => 'Internal Server Error'],
  [
    'an OPML list',
    'not-a-feed',
    () => '<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>',
  ],
  [
    'a sitemap',
    'not-a-feed',
    () =>
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>',
  ],
  [
    'an SVG picture',
    'not-a-feed',
    () => '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>',
  ],
  [
    'a SOAP fault',
    'not-a-feed',
    () => '<s:Envelope xmlns:s="x"><s:Body><s:Fault/></s:Body></s:Envelope>',
  ],
  [
    'a gzip body that was not unpacked',
    'not-a-feed',
    () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xcb, 0x48, 0xcd, 0xc9),
  ],
  [
    'a PNG picture',
    'not-a-feed',
    () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
  ],
  ['a PDF', 'not-a-feed', () => latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>>')],
];

const jsons: readonly Row[] = [
  ['an empty object', 'not-a-feed', () => '{}'],
  ['an array', 'not-a-feed', () => '[1,2,3]'],
  ['an array of items', 'not-a-feed', () => '[{"id":"1"}]'],
  ['items that are no list', 0, () => json('none')],
  ['items that are one object', 1, () => json({ id: '1', title: 'x' })],
  ['items of every wrong type', 0, () => json([null, 1, 'x', true, [], [[]]])],
  [
    'members of every wrong type',
    1,
    () =>
      json([
        {
          id: {},
          url: [],
          title: 5,
          content_html: null,
          tags: {},
          authors: 'x',
          attachments: [null, 7, { url: 3 }],
          date_published: {},
          image: true,
          language: [],
        },
      ]),
  ],
  ['numbers for texts', 1, () => json([{ id: 1e308, title: -0, url: 12 }])],
  [
    'dates from another world',
    1,
    () => json([{ id: '1', date_published: 'Smarch 13', date_modified: -1 }]),
  ],
  ['arrays nested 100,000 deep', 'any', () => many('[', 100_000) + many(']', 100_000)],
  ['objects nested 100,000 deep', 'any', () => `${many('{"a":', 100_000)}1${many('}', 100_000)}`],
  [
    'a deep value in an item',
    1,
    () =>
      `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","x":${many('[', 50_000)}${many(']', 50_000)}}]}`,
  ],
  [
    'an unclosed object',
    'malformed',
    () => '{"version":"https://jsonfeed.org/version/1","items":[',
  ],
  [
    'a cut after an item',
    1,
    () => '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"},{"id":"2',
  ],
  [
    'a cut in a string of megabytes',
    'any',
    () => `{"items":[{"id":"1"},{"title":"${many('a', 4_000_000)}`,
  ],
  ['a string of backslashes', 'any', () => `{"items":[{"title":"${many('\\', 1_000_001)}`],
  ['trailing commas', 1, () => '{"items":[{"id":"1",},],}'],
  ['raw line ends in texts', 1, () => '{"items":[{"id":"1","title":"a\nb\tc"}]}'],
  [
    'lone surrogates by escape',
    1,
    () => '{"items":[{"id":"\\ud800","title":"a\\udc00b","tags":["\\ud83d"]}]}',
  ],
  [
    'NUL by escape',
    1,
    () => '{"items":[{"id":"1","title":"a\\u0000b","content_html":"<p>\\u0008\\ufffe</p>"}]}',
  ],
  ['a billion in one number', 'any', () => `{"items":[${many('9', 1_000_000)}]}`],
  ['duplicate members', 1, () => '{"items":[],"items":[{"id":"1"}]}'],
  ['text after the document', 1, () => '{"items":[{"id":"1"}]} <!-- generated in 0.1 s -->'],
  [
    'a javascript link',
    1,
    () =>
      json([
        {
          id: '1',
          url: 'javascript:alert(1)',
          image: 'data:x',
          attachments: [{ url: 'file:///etc/passwd' }],
        },
      ]),
  ],
];

const links: readonly Row[] = [
  [
    'links of every scheme',
    2,
    () =>
      one(
        '<link>javascript:alert(1)</link><comments>data:x</comments><enclosure url="file:///etc/passwd" type="x"/><source url="vbscript:x">s</source>',
      ),
  ],
  [
    'a base that is no address',
    1,
    () => atom('<entry xml:base="http://["><link href="/a"/></entry>'),
  ],
  [
    'a javascript base',
    1,
    () =>
      atom(
        '<entry xml:base="javascript:alert(1)//"><link href="a"/><content type="html">&lt;a href="x"&gt;</content></entry>',
      ),
  ],
  ['a ladder of bases', 'any', () => atom(`<entry>${many('<author xml:base="../a/">', 250)}`)],
  [
    'links with control characters',
    2,
    () => one('<link>https://a.example/\u0001\u000b</link><guid>java\nscript:x</guid>'),
  ],
  ['links of brackets', 2, () => one('<link>https://[::1</link><guid>http://</guid>')],
];

/** All hostile documents; the number is kept above 150 by a test. */
export const hostileDocuments: readonly HostileDocument[] = [
  ...entities,
  ...nesting,
  ...tokens,
  ...texts,
  ...counts,
  ...encodings,
  ...prototypes,
  ...names,
  ...pages,
  ...jsons,
  ...links,
].map(([name, outcome, build]) => ({
  name,
  outcome,
  bytes: () => {
    const built = build();
    return typeof built === 'string' ? encode(built) : built;
  },
}));
