import type { Entry } from '../../src/domain/publication.ts';
import { anAttribution } from '../support/an-entry.ts';

/** Texts that break careless writers, each with a name. */
export const nastyTexts: readonly (readonly [name: string, text: string])[] = [
  ['control characters', 'a\u0000b\u0008c\u000Bd\u001Be\u007Ff\u0085g\u009Fh'],
  ['noncharacters', 'a\uFFFEb\uFFFFc'],
  ['noncharacters of other planes', 'a\uFDD0b\uFDEFc\u{1FFFE}d\u{1FFFF}e\u{10FFFF}f'],
  ['private and unassigned characters', '\uE000a\u{F0000}b\u0378c\u{E0080}'],
  ['letters of other planes', '𐎠𐎡𐎢 𠀀𠀁 𐱅𐰇𐰼𐰰'],
  ['a lone high surrogate', 'a\uD83Db'],
  ['a lone low surrogate', 'a\uDE00b'],
  ['surrogates in the wrong order', 'a\uDE00\uD83Db'],
  ['emoji', '👩🏽‍🚀 🇦🇿🇮🇷 1️⃣'],
  ['one ]]>', 'a ]]> b'],
  ['several ]]>', ']]>]]> ]]]>]]]]>'],
  ['half of ]]>', 'a]] b] >'],
  ['CDATA in text', '<![CDATA[x]]>'],
  ['CDATA in CDATA', '<![CDATA[<![CDATA[x]]]]><![CDATA[>]]>'],
  [']]> at both ends', ']]>x]]>'],
  ['markup', '<b onclick="x">bold</b> <script>alert(1)</script>'],
  ['half a tag', 'a <b c="'],
  ['markup alone', '<p></p><br/>'],
  ['end tags', '</title></item></channel></rss></entry></feed></html>'],
  ['frames and drawings', '<iframe src="x"></iframe><svg onload=alert(1)><style>*{}</style></svg>'],
  ['types of a program', 'Map<String, List<T>> a = b<c && d>e'],
  ['a mail address', '"Ann, B." <ann@example.org>'],
  ['less than', '1 < 2 > 0'],
  ['an ampersand', 'AT&T & sons'],
  ['references to no character', '&#x0; &#0; &#xD800; &#x110000; &#xFFFE;'],
  ['entities as text', '&amp; &lt;b&gt; &nbsp; &#65; &bogus;'],
  ['twice escaped', '&amp;amp;amp; &amp;lt;'],
  ['quotes', `"double" 'single' «guillemets» “curly”`],
  ['a comment', '<!-- x --> -- -->'],
  ['a processing instruction', '<?xml version="1.0"?><?php x ?>'],
  ['a document type', '<!DOCTYPE html><!ENTITY x "y">'],
  ['line ends', 'one\r\ntwo\rthree\nfour\u2028five\u2029six'],
  ['tabs and no-break spaces', '\ta\u00A0\u202Fb\u3000c\t'],
  ['white space only', ' \n\t '],
  ['nothing', ''],
  ['right to left', 'رئیس‌جمهور در باکو با وزیر دفاع دیدار کرد'],
  ['both directions', 'پیام WhatsApp و "Telegram" (۲۰۲۶)'],
  ['direction marks', '\u202Eevil\u202C \u2067x\u2069 \u200F\u200E'],
  ['joiners and direction marks alone', '\u200C\u200D\u200E\u200F\u2066\u2060\u00AD\uFEFF'],
  ['fillers alone', '\u3164\u115F\u2800 \u3000'],
  ['tags and annotations', 'x\u{E0001}\u{E0061}\u{E007F} a\uFFF9b\uFFFAc\uFFFBd\uFFFC'],
  ['combining marks', 'Zalgo\u0300\u0301\u0302\u0303\u0304 e\u0301'],
  ['ten thousand characters', 'Uzun başlıq '.repeat(834)],
  ['one word of ten thousand characters', 'ə'.repeat(10_000)],
  ['dollar signs', "$& $1 $$ $` $'"],
  ['backslashes', 'C:\\new\\table \\u0041'],
  ['JSON', '{"a":[1,"}"]}'],
  ['__proto__', '__proto__'],
  ['a byte order mark', '\uFEFFa\uFEFF'],
  ['zero width characters', 'می\u200Cخواهم\u200Bx'],
];

/** Addresses that break careless writers. */
export const nastyUrls: readonly (readonly [name: string, url: string])[] = [
  ['relative', '/news/1'],
  ['protocol-relative', '//host.example/1'],
  ['no scheme', 'www.example.org/1'],
  ['javascript', 'javascript:alert(1)'],
  ['data', 'data:text/html,<b>'],
  ['file', 'file:///etc/passwd'],
  ['mailto', 'mailto:a@b.example'],
  ['spaces', 'https://a.example/a b?c d#e f'],
  ['markup', 'https://a.example/<b>"\'?<b>="&x=<#<"'],
  ['ampersands', 'https://a.example/?a=1&b=2&amp;c=3&copy=4'],
  ['other scripts', 'https://خبر.example/خبر/ə?q=и'],
  ['percent signs', 'https://a.example/%zz%20%'],
  ['control characters', 'https://a.example/\u0000\u0008a\nb\tc'],
  ['a lone surrogate', 'https://a.example/\uD83D'],
  [']]>', 'https://a.example/]]>?]]>'],
  ['brackets and braces', 'https://a.example/[a]{b}`c`?d[]=1|2^3&e={f}#[g]|h'],
  ['an IPv6 address', 'https://[2001:db8::1]:8443/a'],
  ['an empty host', 'https://'],
  ['a host with a gap', 'https://a..example/1'],
  ['a host of another dot', 'https://خبر。example/\u202E\u200Cx'],
  ['a host of a picture', 'https://💩.example/💩?💩#💩'],
  ['one slash', 'https:/a.example/1'],
  ['a scheme in two lines', 'java\nscript:alert(1)'],
  ['a scheme in capitals', 'HTTPS://A.EXAMPLE/X'],
  ['a tag', 'tag:a.example,2026:1'],
  ['2,048 characters', `https://a.example/${'a'.repeat(2_030)}`],
  ['one character too many', `https://a.example/${'a'.repeat(2_031)}`],
  ['a bad port', 'https://a.example:99999/'],
  ['userinfo', 'https://user:pass@a.example/'],
  ['five thousand characters', `https://a.example/${'a'.repeat(5_000)}`],
  ['nothing', ''],
];

/** An entry with the text in every field that holds text. */
export function nastyTextEntry(text: string): Partial<Entry> {
  const outlet = anAttribution({ outlet: text, title: text, language: 'fa', feedId: text });
  return {
    title: text,
    summary: text,
    contentHtml: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
    authors: [{ name: text, email: text, url: text }, { name: text }, {}],
    categories: [
      { term: text, label: text, scheme: text },
      { term: text },
      { term: 'plain' },
      { term: 'plain' },
    ],
    enclosures: [
      { url: 'https://a.example/1', type: text, length: Number.NaN },
      { url: 'https://a.example/2', type: text, length: 0 },
    ],
    receipt: text,
    shownBy: outlet,
    alsoReportedBy: [outlet, anAttribution({ outlet: text, sourceId: 'irna' })],
  };
}

/** An entry with the address in every field that holds one. */
export function nastyUrlEntry(url: string): Partial<Entry> {
  const outlet = anAttribution({ link: url, feedUrl: url, feedId: url });
  return {
    link: url,
    image: url,
    receipt: url,
    sameAs: [url, url],
    authors: [{ name: 'A', url }],
    categories: [{ term: 'a', scheme: url }],
    enclosures: [{ url }, { url, type: 'audio/mpeg', length: 5 }, { url, length: -1 }],
    shownBy: outlet,
    alsoReportedBy: [outlet],
  };
}
