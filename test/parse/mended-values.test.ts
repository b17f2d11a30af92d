import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/parse/parse-feed.ts';

const url = 'https://paper.example/feed';

function read(document: string): ReturnType<typeof parseFeed> {
  return parseFeed(new TextEncoder().encode(document), { url });
}

describe('values that decode to what no document may hold', () => {
  it('lose control characters that base64 carried in', () => {
    const hidden = Buffer.from('Köprü\b açıldı\u0013').toString('base64');
    const result = read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">${hidden}</title></entry></feed>`,
    );
    expect(result).toMatchObject({ items: [{ title: 'Köprü açıldı' }] });
  });

  it('give way to the next link when an original address is none', () => {
    const item = (link: string): string =>
      `<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><link>https://feeds.example/1</link><feedburner:origLink>${link}</feedburner:origLink></item></channel></rss>`;
    expect(read(item('http://[::1'))).toMatchObject({
      items: [{ link: 'https://feeds.example/1' }],
    });
    expect(read(item('https://paper.example/köprü'))).toMatchObject({
      items: [{ link: 'https://paper.example/k%C3%B6pr%C3%BC' }],
    });
  });
});

describe('values that are written by habit', () => {
  const first = (item: string, channel = ''): unknown => {
    const document = `<rss version="2.0"><channel>${channel}<item>${item}</item></channel></rss>`;
    const result = read(document);
    return result.kind === 'feed' ? { ...result.items[0], feed: result.feed } : result;
  };

  it('name a language with a hyphen', () => {
    expect(first('<title>x</title>', '<language>en_US</language>')).toMatchObject({
      feed: { language: 'en-US' },
    });
  });

  it.each([
    ['image/jpg', '/a.jpg', 'image/jpeg'],
    ['audio/mp3', '/a.mp3', 'audio/mpeg'],
    ['image/jpeg', '//files.example/a.webp', 'image/webp'],
  ])('name a media type as it is registered: %s of %s', (type, address, expected) => {
    expect(first(`<enclosure type="${type}" url="${address}"/>`)).toMatchObject({
      enclosures: [{ type: expected }],
    });
  });

  it('leave no frames in titles', () => {
    const title = 'Köprü&lt;frameset rows="*">&lt;frame src="/x">&lt;/frameset> açıldı';
    expect(first(`<title>${title}</title>`)).toMatchObject({ title: 'Köprü açıldı' });
  });
});
