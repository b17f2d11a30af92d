import { describe, expect, it } from 'vitest';
import { demoSources } from '../../../src/app/demo/demo-sources.ts';
import { newsroomPort } from '../../../src/app/demo/newsroom.ts';
import { sampleOutlets } from '../../../src/app/demo/sample-feeds.ts';
import { encodeWindows1251 } from '../../../src/app/demo/windows-1251.ts';
import { idPattern } from '../../../src/domain/ids.ts';

const base = `http://127.0.0.1:${newsroomPort}`;

function bytesOf(id: string): Buffer {
  const outlet = sampleOutlets.find(({ source }) => source.id === id);
  if (!outlet) throw new Error(`no outlet ${id}`);
  return Buffer.from(outlet.document(base));
}

function textOf(id: string): string {
  return bytesOf(id).toString('utf8');
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('the sample outlets', () => {
  it('are at least fourteen, in eight languages', () => {
    expect(sampleOutlets.length).toBeGreaterThanOrEqual(14);
    const languages = new Set(sampleOutlets.map(({ source }) => source.language));
    expect([...languages].sort()).toEqual(['ar', 'az', 'en', 'fa', 'hy', 'ka', 'ru', 'tr']);
  });

  it.each(sampleOutlets.map((outlet) => [outlet.source.id, outlet] as const))(
    '%s has 5 to 15 reports of 5 to 8 February, each with its own path',
    (_, { articles }) => {
      expect(articles.length).toBeGreaterThanOrEqual(5);
      expect(articles.length).toBeLessThanOrEqual(15);
      expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
      for (const { at } of articles) expect(at).toMatch(/^20(26|62)-02-0[5-8]T/);
    },
  );

  it('render the same document every time', () => {
    for (const outlet of sampleOutlets) {
      expect(outlet.document(base)).toEqual(outlet.document(base));
    }
  });

  it('are declared as sources with ids of their own and addresses on the newsroom', () => {
    const sources = demoSources(base);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sampleOutlets.length);
    for (const source of sources) {
      expect(source.id).toMatch(idPattern);
      expect(source.url).toMatch(/^http:\/\/127\.0\.0\.1:8599\/[a-z]+\//);
      expect(source.enabled).toBe(true);
    }
  });
});

describe('the sample feeds have the faults they are there for', () => {
  it('absheron: no guid, no text, white space before the declaration, doubled spaces', () => {
    const text = textOf('absheron-az');
    expect(text).toMatch(/^\n {8}<\?xml/);
    expect(text).not.toContain('<guid');
    expect(countOf(text, '<description></description>')).toBe(4);
    expect(text).toContain('Litva  parlamentinin');
    expect(text).toContain('– YENİLƏNİB 2');
  });

  it('qizilqus: one guid, wrong language, entities in CDATA, half an entity, odd enclosures', () => {
    const text = textOf('qizilqus-az');
    expect(text.startsWith('<rss')).toBe(true);
    const guids = text.match(/<guid.*<\/guid>/g) ?? [];
    expect(guids.length).toBe(6);
    expect(new Set(guids).size).toBe(1);
    expect(text).toContain('<language>en-us</language>');
    expect(text).toContain('+04</lastBuildDate>');
    expect(text).toContain('<![CDATA[Yoldaşlıq&nbsp;oyununda &ldquo;');
    expect(text).toContain('&n...]]>');
    expect(text).toMatch(/<enclosure url="\/\/127\.[^"]+\.webp" type="image\/jpeg"\/>/);
  });

  it('goygol: an escaped CDATA wrapper, and two articles of another outlet', () => {
    const text = textOf('goygol-az');
    expect(countOf(text, '<description>&lt;![CDATA[')).toBe(6);
    expect(text).toContain('&#13;');
    expect(text).toContain(
      '/absheron/xeber/4410790?utm_source=goygol&amp;utm_medium=referral</link>',
    );
    expect(text).toContain('istinadən');
  });

  it('poyraz: a byte order mark, opaque guids, and a keyword line the seed does not need', () => {
    expect([...bytesOf('poyraz-tr').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = textOf('poyraz-tr');
    expect(countOf(text, '<guid isPermaLink="">')).toBe(6);
    const seed = text.split('<item>')[1] ?? '';
    for (const word of ['İran’dan', 'Azerbaycan’ın', 'Bakü’ye', 'Anahtar Kelimeler:']) {
      expect(seed).toContain(word);
    }
  });

  it('kizilirmak: a default namespace, tracking in link and guid, dates out of order', () => {
    const text = textOf('kizilirmak-tr');
    expect(text).toContain('xmlns="http://backend.userland.com/rss2"');
    expect(countOf(text, '?utm_source=rss&amp;')).toBe(12);
    const days = [...text.matchAll(/<pubDate>\w+, (\d+)/g)].map(([, number]) => Number(number));
    expect(days).not.toEqual([...days].sort((a, b) => b - a));
  });

  it('sarsinti: UTF-8 that says windows-1254, dates without a zone', () => {
    const text = textOf('sarsinti-tr');
    expect(text).toContain('encoding="windows-1254"');
    expect(text).toContain('büyüklüğünde');
    expect(text).toContain('<pubDate>2026-02-07 08:47:12</pubDate>');
  });

  it('alvand: half-spaces encoded twice, links not percent-encoded, no weekday', () => {
    const text = textOf('alvand-fa');
    expect(text).toContain('&amp;zwnj;');
    expect(text).toContain('\u{200c}');
    expect(text).toMatch(/<link>http[^<]+دیدار/);
    expect(text).toContain('<pubDate>07 Feb 2026 15:50:00 +0330</pubDate>');
    expect(text).toContain('درياي خزر در يك سال');
  });

  it('sepidar: Atom with relative links', () => {
    const text = textOf('sepidar-fa');
    expect(text).toContain('xml:base="http://127.0.0.1:8599/sepidar/fa/"');
    expect(text).toContain('href="news/51204"');
  });

  it('meridian: windows-1251 bytes and a read-also link under another subject', () => {
    const bytes = bytesOf('meridian-ru');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    const text = new TextDecoder('windows-1251').decode(bytes);
    expect(text).toContain('Волжский меридиан');
    expect(text).toMatch(/каток[\s\S]*Читайте также: <a [^>]+>Азербайджан и Иран/);
  });

  it('bulvar: Russian date names, a year far ahead, entities XML does not know', () => {
    const text = textOf('bulvar-ru');
    expect(text).toContain('<pubDate>Сб, 07 фев 2026 08:00:00 +0400</pubDate>');
    expect(text).toContain('06 фев 2062');
    expect(text).toContain('&laquo;Худаферине&raquo;');
  });

  it('kura: full text in content:encoded', () => {
    expect(countOf(textOf('kura-en'), '<content:encoded>')).toBe(6);
  });

  it('ledger: prefixed Atom whose first link is an enclosure', () => {
    expect(textOf('ledger-en')).toMatch(/<a:entry>\n<a:link rel="enclosure"/);
  });

  it('silkroad: JSON Feed with numbers for ids and the name of the outlet in every title', () => {
    const { items } = JSON.parse(textOf('silkroad-en'));
    expect(items).toHaveLength(5);
    for (const item of items) {
      expect(item.id).toBeTypeOf('number');
      expect(item.title).toMatch(/ - Silk Road Wire$/);
    }
  });

  it('aragats: no version, no declaration, lower-case pubdate with GMT+4', () => {
    const text = textOf('aragats-hy');
    expect(text.startsWith('<rss>')).toBe(true);
    expect(text).toContain('<pubdate>8 Feb 2026 9:35:0 GMT+4</pubdate>');
  });

  it('mtkvari: RDF with items beside the channel', () => {
    const [, afterChannel = ''] = textOf('mtkvari-ka').split('</channel>');
    expect(countOf(afterChannel, '<item rdf:about=')).toBe(5);
  });

  it('diffatayn: direction marks and an image with a title of its own', () => {
    const text = textOf('diffatayn-ar');
    expect(text).toContain('<title>\u{200f}');
    expect(countOf(text, '<title>شعار الصحيفة</title>')).toBe(5);
  });
});

describe('encodeWindows1251', () => {
  it('is read back by the decoder', () => {
    const text = 'Ёлка, «Худаферин» – №5';
    expect(new TextDecoder('windows-1251').decode(encodeWindows1251(text))).toBe(text);
  });

  it('refuses what the charset lacks', () => {
    expect(() => encodeWindows1251('ə')).toThrow('windows-1251 has no "ə"');
  });
});
