import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../../src/app/demo/newsroom.ts';
import { sampleOutlets } from '../../../src/app/demo/sample-feeds.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ port: 0 });
});

afterAll(() => newsroom.close());

describe('the newsroom', () => {
  it.each(sampleOutlets.map((outlet) => outlet.feedPath))(
    'serves %s with validators and answers 304 to each of them',
    async (path) => {
      const url = newsroom.url + path;
      const first = await fetch(url);
      const etag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect(first.status).toBe(200);
      expect(etag).toMatch(/^"[0-9a-f]{20}"$/);
      expect(modified).toBe('Sun, 08 Feb 2026 07:00:00 GMT');
      expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(1000);

      const headersOf = [{ 'if-none-match': etag }, { 'if-modified-since': modified }];
      for (const headers of headersOf) {
        const again = await fetch(url, { headers });
        expect(again.status).toBe(304);
        expect(again.headers.get('etag')).toBe(etag);
        expect(await again.text()).toBe('');
      }
    },
  );

  it('sends the document again when the tag is another, whatever the date says', async () => {
    const headers = { 'if-none-match': '"other"', 'if-modified-since': new Date().toUTCString() };
    const { status } = await fetch(`${newsroom.url}/kura/feed/`, { headers });
    expect(status).toBe(200);
  });

  it('has a page behind every article, in its language and direction', async () => {
    for (const outlet of sampleOutlets) {
      for (const article of outlet.articles) {
        const response = await fetch(newsroom.url + encodeURI(article.path));
        expect(response.status, article.path).toBe(200);
        const html = await response.text();
        const direction = ['fa', 'ar'].includes(outlet.source.language) ? 'rtl' : 'ltr';
        expect(html).toContain(`<html lang="${outlet.source.language}" dir="${direction}">`);
        expect(html).toContain(article.text.slice(0, 20));
      }
    }
  });

  it('opens an article whose link carries tracking', async () => {
    const { status } = await fetch(`${newsroom.url}/kizilirmak/haber/88141?utm_source=rss`);
    expect(status).toBe(200);
  });

  it('takes a free port where the usual one is taken, but no other than one that is asked for', async () => {
    const [first, second] = [await startNewsroom(), await startNewsroom()];
    try {
      expect(second.port).not.toBe(first.port);
      const feed = await (await fetch(`${second.url}/kura/feed/`)).text();
      expect(feed).toContain(second.url);
      await expect(startNewsroom({ port: second.port })).rejects.toMatchObject({
        code: 'unavailable',
      });
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  });

  it('has a home page for every outlet and a picture wherever a feed names one', async () => {
    for (const { feedPath, source } of sampleOutlets) {
      const home = await fetch(`${newsroom.url}/${feedPath.split('/')[1]}/`);
      expect(await home.text()).toContain(`<h1>${source.title}</h1>`);
    }
    for (const path of [
      '/qizilqus/news/detail/70218.webp',
      '/poyraz/yasam/bogaz-lufer-4455-kucuk.jpg',
      '/kura/2026/02/05/btk-january/thumb.jpg',
      '/diffatayn/news/32990.png',
    ]) {
      const picture = await fetch(newsroom.url + path);
      expect(picture.status, path).toBe(200);
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    }
  });

  it('lists its outlets on the front page', async () => {
    const html = await (await fetch(newsroom.url)).text();
    for (const outlet of sampleOutlets) expect(html).toContain(`href="${outlet.feedPath}"`);
  });

  it.each(['/nowhere', '/kura', '/kura/feed', '/%E0%A4%A'])('answers 404 to %s', async (path) => {
    const { status } = await fetch(newsroom.url + path);
    expect(status).toBe(404);
  });

  it('refuses what is neither GET nor HEAD and sends no body to HEAD', async () => {
    const posted = await fetch(`${newsroom.url}/kura/feed/`, { method: 'POST', body: 'x' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
    const head = await fetch(`${newsroom.url}/kura/feed/`, { method: 'HEAD' });
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await head.text()).toBe('');
  });

  it('says which address is taken when it cannot listen', async () => {
    const { port } = newsroom;
    await expect(startNewsroom({ port })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`127.0.0.1:${port}`),
    });
  });
});
