import { describe, expect, it } from 'vitest';
import type { ParsedFeed, ReadOptions } from '../../src/domain/parsed-feed.ts';
import { readFeed } from '../../src/pipeline/read-feed.ts';

const url = 'https://paper.example/feed.xml';

async function readText(text: string, options: ReadOptions = {}): Promise<ParsedFeed> {
  const result = await readFeed(new TextEncoder().encode(text), { url, ...options });
  if (result.kind !== 'feed') throw new Error(`${result.reason}: ${result.message}`);
  return result;
}

function rss(items: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Paper</title>${items}</channel></rss>`;
}

describe('readFeed', () => {
  it('reads an RSS item in full', async () => {
    const { feed, items } = await readText(
      rss(`<link>https://paper.example/</link><language>tr</language><ttl>15</ttl>
        <item><title>Köprü açıldı</title><link>/haber/1</link><guid isPermaLink="false">k-1</guid>
        <pubDate>Cmt, 07 Şub 2026 14:30:00 +0300</pubDate><category domain="x">Ulaşım</category>
        <author>ayse@paper.example (Ayşe)</author>
        <enclosure url="//files.paper.example/a.webp" type="image/jpeg" length="12"/>
        <description><![CDATA[<p onclick="x()">Aras <a href="b">köprüsü</a></p>]]></description></item>`),
    );
    expect(feed).toMatchObject({ format: 'rss', title: 'Paper', language: 'tr', ttlMinutes: 15 });
    expect(items).toEqual([
      {
        id: 'k-1',
        title: 'Köprü açıldı',
        link: 'https://paper.example/haber/1',
        summary: '<p>Aras <a href="https://paper.example/b">köprüsü</a></p>',
        published: '2026-02-07T11:30:00.000Z',
        authors: [{ name: 'Ayşe', email: 'ayse@paper.example' }],
        categories: [{ term: 'Ulaşım', scheme: 'x' }],
        enclosures: [{ url: 'https://files.paper.example/a.webp', type: 'image/webp', length: 12 }],
        image: 'https://files.paper.example/a.webp',
        links: [{ href: 'https://paper.example/haber/1', rel: 'alternate' }],
      },
    ]);
  });

  it('leaves HTML as it came when asked to', async () => {
    const body = '<p onclick="x()">text</p>';
    const document = rss(`<item><description><![CDATA[${body}]]></description></item>`);
    const { items } = await readText(document, { sanitize: false });
    expect(items[0]?.summary).toBe(body);
  });

  it.each([
    ['', 'not-a-feed'],
    ['page not found', 'not-a-feed'],
    ['<!doctype html><html><head><title>News</title></head></html>', 'not-a-feed'],
    ['<html><head><title>Just a moment...</title></head></html>', 'blocked'],
    ['{"a":1}', 'not-a-feed'],
    ['{"items":', 'malformed'],
    ['<opml version="2.0"><body/></opml>', 'not-a-feed'],
    ['<a>'.repeat(100_000), 'too-deep'],
    [' '.repeat(5_000_001), 'too-large'],
  ])('names the failure of %#', async (text, reason) => {
    const result = await readFeed(new TextEncoder().encode(text), { url });
    expect(result).toMatchObject({ kind: 'failed', reason });
  });
});
