import { describe, expect, it } from 'vitest';
import { articleName, ownNumber } from '../../src/text/article-name.ts';

const slug = 'ferry-leaves-again-after-storm';

describe('the name of an article in its address', () => {
  it.each([
    ['/az/news/48113', '#48113', '48113'],
    [`/48113-${slug}.html`, '#48113', '48113'],
    [`/${slug}-n48113.html`, '#48113', '48113'],
    [`/48113/${slug}`, '#48113', undefined],
    ['/news.php?id=48113&lang=az', '#48113', '48113'],
    ['/news.php?cat=10234&id=48113', undefined, undefined],
    [`/2026/02/07/${slug}`, slug, undefined],
    [`/20260207/${slug}.html`, slug, undefined],
    [`/${slug}-in-2026`, `${slug}-in-2026`, undefined],
    [`/${slug}-0401`, `${slug}-0401`, undefined],
    [`/${slug}-070226.html`, `${slug}-070226`, undefined],
    ['/2026/02/07/sport', undefined, undefined],
    ['/n/481', undefined, undefined],
    ['/', undefined, undefined],
  ])('%s: %s', (path, name, number) => {
    expect(articleName(`https://a.example${path}`)).toBe(name);
    expect(ownNumber(`https://a.example${path}`)).toBe(number);
  });

  it('is the same wherever the page stands', () => {
    const addresses = [
      'https://a.example/n/48113',
      'https://b.example/az/48113',
      'https://a.example/48113.html',
    ];
    expect(new Set(addresses.map(articleName))).toEqual(new Set(['#48113']));
  });
});
