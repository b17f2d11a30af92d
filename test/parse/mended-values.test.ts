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
