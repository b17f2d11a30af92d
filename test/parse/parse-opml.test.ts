import { describe, expect, it } from 'vitest';
import { parseOpml } from '../../src/parse/parse-opml.ts';

function opml(text: string): ReturnType<typeof parseOpml> {
  return parseOpml(new TextEncoder().encode(text));
}

describe('parseOpml', () => {
  it('keeps folders, languages and home pages of subscriptions', () => {
    const list =
      opml(`<?xml version="1.0"?><opml version="2.0"><head><title>My list</title></head><body>
      <outline text="Region"><outline text="Caucasus">
        <outline type="rss" text="A &amp; B" title="Ağ bülten" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/" language="az" category="politics,/x/y"/>
      </outline></outline>
      <outline text="C" xmlurl="https://c.example/feed"/></body></opml>`);
    expect(list).toEqual({
      outlines: [
        {
          xmlUrl: 'https://a.example/rss',
          title: 'Ağ bülten',
          htmlUrl: 'https://a.example/',
          language: 'az',
          category: ['Region', 'Caucasus', 'politics', '/x/y'],
        },
        { xmlUrl: 'https://c.example/feed', title: 'C', category: [] },
      ],
      warnings: [],
    });
  });

  it('warns about subscriptions it leaves out', () => {
    const { outlines, warnings } = opml(
      `<opml><body><outline text="F" xmlUrl="file:///etc/passwd"/><outline text="A" xmlUrl="https://a.example/"/>
       <outline text="B" xmlUrl="https://a.example/"/></body></opml>`,
    );
    expect(outlines).toHaveLength(1);
    expect(warnings).toEqual([
      '"F" was left out: "file:///etc/passwd" is no http(s) address.',
      '"B" was left out: https://a.example/ is listed twice.',
    ]);
  });

  it('reads a damaged list as far as it goes', () => {
    const { outlines } = opml(
      '<opml><body><outline text="Folder"><outline text="a & b" xmlUrl="https://a.example/rss?x=1&y=2">',
    );
    expect(outlines).toEqual([
      { xmlUrl: 'https://a.example/rss?x=1&y=2', title: 'a & b', category: ['Folder'] },
    ]);
  });

  it('says when the document is no list', () => {
    expect(opml('<rss version="2.0"/>').warnings).toEqual([
      'The document is no OPML list: it has no <opml> element.',
    ]);
  });
});
