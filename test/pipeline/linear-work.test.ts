import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../src/normalise/sanitise-html.ts';
import { parseFeed } from '../../src/parse/parse-feed.ts';
import { countWork } from '../support/counted-work.ts';

const head = '<rss version="2.0"><channel><title>T</title><item>';
const units: readonly (readonly [string, string, string])[] = [
  ['items', '</item><item><title>x</title><pubDate>Sat, 07 Feb 2026 14:30:00 GMT</pubDate>', head],
  ['start tags', '<b>', head],
  ['start and end tags', '<b></b>', head],
  ['stray end tags', '</b>', head],
  ['mismatched tags', '<b></i>', head],
  ['half tags', '<b <b ', head],
  ['half end tags', '</b', head],
  ['half declarations', '<!', head],
  ['half instructions', '<?', head],
  ['half comments', '<!--', head],
  ['half CDATA sections', '<![CDATA[</item>', head],
  ['open quotes', '<a b="', head],
  ['open quotes of both kinds', `<a b='<a b="`, head],
  ['attributes', 'a="v" ', `${head}<enclosure `],
  ['references', '&amp;', `${head}<title>`],
  ['ampersands', '&', `${head}<title>`],
  ['less-than signs', '< ', `${head}<title>`],
  ['escaped tags in a title', '&lt;b&gt;', `${head}<title>`],
  ['escaped tags in a body', '&lt;p&gt;a&lt;/p&gt;', `${head}<description>`],
  ['half tags in a body', '&lt;b &lt;b ', `${head}<description>`],
  ['half images in a body', '&lt;img ', `${head}<description>`],
  ['categories', '<category>c</category>', head],
  ['authors', '<author>a@b.example (A)</author>', head],
  ['enclosures', '<enclosure url="https://a.example/x"/>', head],
  ['namespaces', '<x xmlns="urn:a" xmlns:b="urn:b"/>', head],
  ['nested namespaces', '<x xmlns:b="urn:b">', head],
  ['prefixes that are declared nowhere', '<a:b c:d="e"/>', head],
  ['nested fields', '<title><description>', head],
  ['nested items', '<item>', head],
  ['nested lists', '<itunes:category text="a">', head],
  ['a long title', 'Köprü açıldı ', `${head}<title>`],
  ['a long CDATA section', 'x ]] > ', `${head}<description><![CDATA[`],
  ['CDATA sections', '<![CDATA[x]]>', `${head}<description>`],
  ['a long list of keywords', 'word, ', `${head}<keywords>`],
  ['numeric references', '&#399;', `${head}<title>`],
  ['references without end', '&#399 ', `${head}<title>`],
  ['references to nothing', '&nothing;', `${head}<title>`],
  ['addresses of people', 'a@b ', `${head}<author>`],
  ['a long date', '2026-02-', `${head}<pubDate>`],
  ['links', '<link rel="alternate" href="/x"/>', head],
  ['pictures', '<media:content url="https://a.example/x.jpg"/>', head],
  ['letters of other alphabets', 'ə\u200cگ', `${head}<description>`],
  ['half declarations before the root', '<!', ''],
  ['half instructions before the root', '<?', ''],
  ['entity declarations', '<!ENTITY a "', '<!DOCTYPE x ['],
  ['JSON items', '{"id":"1"},', '{"version":"https://jsonfeed.org/version/1","items":['],
  ['JSON brackets', '[', '{"items":'],
  ['JSON quotes', '"', '{"items":'],
  ['JSON objects without end', '{"a":', '{"items":'],
  ['a JSON string without end', 'x\\"', '{"items":["'],
  ['JSON authors', '{"name":"a"},', '{"items":[{"id":"1","authors":['],
  ['JSON tags', '"t",', '{"items":[{"id":"1","tags":['],
];

const bodies: readonly (readonly [string, string])[] = [
  ['paragraphs', '<p>a</p>'],
  ['open paragraphs', '<p>'],
  ['half tags', '<b <b '],
  ['half comments', '<!--'],
  ['open quotes', '<a title="'],
  ['links', '<a href="https://a.example/">a</a>'],
  ['less-than signs', '< '],
];

/** Length of the shorter document; the longer one is twice as long. */
const characters = 20_000;

/** Twice the length may cost a little more than twice the work: caps and growing lists. */
const ratioMax = 2.6;

function ratioOf(work: (text: string) => void, prefix: string, unit: string): number {
  const times = Math.floor(characters / unit.length);
  const short = countWork(() => work(prefix + unit.repeat(times)));
  const long = countWork(() => work(prefix + unit.repeat(times * 2)));
  return long / short;
}

describe('work grows no worse than the document', () => {
  it.each(units)('when it is made of %s', (_, unit, prefix) => {
    const read = (text: string): void => {
      parseFeed(new TextEncoder().encode(text), { url: 'https://paper.example/' });
    };
    expect(ratioOf(read, prefix, unit)).toBeLessThan(ratioMax);
  });

  it.each([
    ['cut letters', [0xc3]],
    ['letters of a code page', [0xfd, 0x20]],
    ['letters beside bad bytes', [0xc9, 0x99, 0xff]],
    ['zeros', [0]],
  ])('when its bytes are %s', (_, unit) => {
    const bytesOf = (times: number): Uint8Array =>
      Uint8Array.from([
        ...new TextEncoder().encode(`${head}<title>`),
        ...Array(times).fill(unit).flat(),
      ]);
    const work = (times: number): number =>
      countWork(() => parseFeed(bytesOf(times), { url: 'https://paper.example/' }));
    expect(work(20_000) / work(10_000)).toBeLessThan(ratioMax);
  });

  it.each(bodies)('when a body is made of %s', (_, unit) => {
    const sanitise = (text: string): void => {
      sanitiseHtml(text, 'https://paper.example/');
    };
    expect(ratioOf(sanitise, '', unit)).toBeLessThan(ratioMax);
  });
});
