import { describe, expect, it } from 'vitest';
import { findFeedsInPage } from '../../src/parse/find-feeds-in-page.ts';

const page = 'https://paper.example/news/index.html';

describe('findFeedsInPage', () => {
  it('lists announced feeds before links that look like feeds', () => {
    const html = `<html><head><title>Paper</title>
      <link rel="stylesheet" href="/site.css" type="text/css">
      <link rel="alternate" hreflang="tr" href="/tr/">
      <link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" title="All &amp; more" href="../rss.xml">
      <link type='application/feed+json' rel='alternate' href='https://cdn.example/feed.json'></head>
      <body><a href="/about">About</a> <a class=x href=/feeds/world.xml><b>World</b> news</a></body>`;
    expect(findFeedsInPage(html, page)).toEqual([
      {
        url: 'https://paper.example/rss.xml',
        title: 'All & more',
        type: 'application/rss+xml; charset=utf-8',
      },
      { url: 'https://cdn.example/feed.json', type: 'application/feed+json' },
      { url: 'https://paper.example/feeds/world.xml', title: 'World news' },
    ]);
  });

  it('resolves against the base the page declares', () => {
    const html =
      '<base href="https://other.example/x/"><link rel="alternate" type="application/atom+xml" href="a.atom">';
    expect(findFeedsInPage(html, page)).toEqual([
      { url: 'https://other.example/x/a.atom', type: 'application/atom+xml' },
    ]);
  });

  it('names a feed once', () => {
    const html =
      '<link rel=alternate type=application/rss+xml href=/rss><a href="https://paper.example/rss">RSS</a>';
    expect(findFeedsInPage(html, page)).toHaveLength(1);
  });

  it.each([
    ['a comment', '<!-- <link rel="alternate" type="application/rss+xml" href="/rss"> -->'],
    ['a script', '<script>"<link rel=alternate type=application/rss+xml href=/rss>"</script>'],
    [
      'another scheme',
      '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    ],
    ['a page', '<a href="/feedback">Write to us</a><a href="/atomic-energy">Energy</a>'],
    ['a cut tag', '<link rel="alternate" type="application/rss+xml" href="/rss"'],
    ['no page', ''],
  ])('finds nothing in %s', (_, html) => {
    expect(findFeedsInPage(html, page)).toEqual([]);
  });
});
