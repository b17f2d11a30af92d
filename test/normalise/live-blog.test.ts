import { describe, expect, it } from 'vitest';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import type { Source } from '../../src/domain/source.ts';
import { saysLive } from '../../src/normalise/live-blog.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { seedMorning } from '../support/an-item.ts';
import { aParsedFeed } from '../support/parsed-feeds.ts';
import { aSource } from '../support/sources.ts';

const address = 'https://turan.example/live/border-talks';

function itemsOf(liveBlog: Source['liveBlog'], posts: readonly (readonly [string, string])[]) {
  const source = aSource({ language: 'en', ...(liveBlog && { liveBlog }) });
  const entries = posts.map(([title, link], n) => ({
    id: `post-${title}`,
    title,
    link,
    published: new Date(seedMorning - n * 60_000).toISOString(),
  }));
  const document = aParsedFeed(entries);
  const trust = fullTrust;
  return normaliseDocument({ document, source, trust, now: seedMorning }).items;
}

const identityOf = (item: { keys: readonly { hash: string }[] } | undefined) => item?.keys[0]?.hash;

describe('a headline', () => {
  it.each([
    'LIVE: Border talks in Baku',
    'Border talks in Baku – live updates',
    'CANLI | Bakü’de sınır görüşmeleri',
    'Bakü görüşmeleri dakika dakika',
    'CANLI: Bakıda danışıqlar',
    'ОНЛАЙН: переговоры в Баку',
    'Переговоры в Баку. Прямая трансляция',
    'زنده | گفتگوها در باکو',
    'گفتگوهای باکو لحظه به لحظه',
    'مباشر: محادثات باكو',
    'ՈՒՂԻՂ. բանակցություններ Բաքվում',
    'პირდაპირი ეთერი: მოლაპარაკება ბაქოში',
  ])('says live: %s', (title) => expect(saysLive(title)).toBe(true));

  it.each([
    'Thousands live near the border',
    'Canlı hayvan ihracatı durdu',
    'Онлайн-торговля выросла на треть',
    'سه نفر زنده ماندند',
  ])('says nothing of it: %s', (title) => expect(saysLive(title)).toBe(false));
});

describe('posts of one address', () => {
  const first = ['LIVE: Ministers arrive', address] as const;
  const second = ['LIVE: Ministers sign the accord', address] as const;
  const anchored = ['Ministers leave for the airport', `${address}#post-3`] as const;

  it('are one item of a source that says so, known by the address', () => {
    const [a] = itemsOf('update', [first]);
    const [b] = itemsOf('update', [second]);
    const [c] = itemsOf('update', [anchored]);
    expect(new Set([a, b, c].map(identityOf)).size).toBe(1);
  });

  it('are an item each otherwise', () => {
    for (const liveBlog of ['items', undefined] as const) {
      const [a] = itemsOf(liveBlog, [first]);
      const [b] = itemsOf(liveBlog, [second]);
      expect(identityOf(a)).not.toBe(identityOf(b));
    }
  });

  it('leave articles of the same source as they are', () => {
    const article = ['Rail bridge opened', 'https://turan.example/news/12345'] as const;
    expect(identityOf(itemsOf('update', [article])[0])).toBe(
      identityOf(itemsOf('items', [article])[0]),
    );
  });
});
