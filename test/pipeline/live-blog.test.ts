import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import { openLine } from '../support/a-line.ts';

function feedOf(posts: readonly (readonly [string, string, string])[]): string {
  const items = posts.map(
    ([title, link, time]) => `<item><title>${title}</title><link>${link}</link>
<guid isPermaLink="false">${title}</guid><pubDate>Sat, 07 Feb 2026 ${time}:00 GMT</pubDate>
<description>${title}, said our reporter at the border.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>T</title><link>https://t.example/</link>
<description>d</description>${items.join('')}</channel></rss>`;
}

const address = 'https://t.example/live/talks';

describe('a live blog of a source that says "update"', () => {
  it('is one item: first date and id stay, the text is that of the newest post', async () => {
    const line = await openLine();
    const source = line.source('t', { liveBlog: 'update' });
    line.server.at(
      '/t.xml',
      { body: feedOf([['LIVE: Ministers arrive in Baku', address, '10:00']]) },
      {
        body: feedOf([
          ['Grain train passes the bridge', `${address}#p3`, '10:40'],
          ['LIVE: Accord signed on transit', address, '10:20'],
        ]),
      },
    );
    await line.poll(source);
    const [first] = await line.store.listItems(0, 9);
    line.clock.advance(hour);
    expect((await line.poll(source))?.poll).toMatchObject({ itemsNew: 0, itemsRevised: 1 });
    const items = await line.store.listItems(0, 9);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: first?.id, published: first?.published });
    expect(items[0]?.title).toBe('Grain train passes the bridge');
  });
});
