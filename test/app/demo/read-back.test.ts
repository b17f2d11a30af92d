import { describe, expect, it } from 'vitest';
import { sampleOutlets } from '../../../src/app/demo/sample-feeds.ts';
import type { SampleArticle, SampleOutlet } from '../../../src/app/demo/sample-outlet.ts';
import { parseFeed } from '../../../src/parse/parse-feed.ts';

const base = 'http://127.0.0.1:8599';

/** Articles that a feed carries although another outlet wrote them. */
const borrowed: Readonly<Record<string, number>> = { 'goygol-az': 1 };

function read(outlet: SampleOutlet) {
  const { language, timezone } = outlet.source;
  const result = parseFeed(Buffer.from(outlet.document(base)), {
    url: base + outlet.feedPath,
    contentType: outlet.contentType,
    language,
    timezone,
    now: Date.parse('2026-11-20T12:00:00Z'),
  });
  if (result.kind !== 'feed') throw new Error(`${outlet.feedPath}: ${result.message}`);
  return result.items;
}

/** What readers compare by: one kind of space, no direction marks, straight quotes aside. */
function plain(text: string): string {
  return text
    .replace(/[\u{a0}\s]+/gu, ' ')
    .replace(/[\u{200e}\u{200f}]/gu, '')
    .trim();
}

function titleOf(outlet: SampleOutlet, article: SampleArticle): string {
  return plain(article.title + (outlet.source.titleSuffix ?? ''));
}

describe.each(sampleOutlets.map((outlet) => [outlet.source.id, outlet] as const))(
  '%s',
  (id, outlet) => {
    it('reads with all its items, titles whole', () => {
      const items = read(outlet);
      expect(items).toHaveLength(outlet.articles.length + (borrowed[id] ?? 0));
      const titles = items.map(({ title }) => plain(title ?? ''));
      expect(titles).toEqual(
        expect.arrayContaining(outlet.articles.map((a) => titleOf(outlet, a))),
      );
    });

    it('reads with the links of its article pages', () => {
      const paths = read(outlet).map(({ link = '' }) =>
        decodeURIComponent(new URL(link, base).pathname),
      );
      expect(paths).toEqual(expect.arrayContaining(outlet.articles.map(({ path }) => path)));
    });

    it('reads with the moments its articles were dated', () => {
      const moments = new Map(
        read(outlet).map(({ link = '', published }) => [
          decodeURIComponent(new URL(link, base).pathname),
          published,
        ]),
      );
      for (const { path, at } of outlet.articles) {
        const published = moments.get(path);
        // A date decades ahead may be dropped by the reader; it must never be read as another.
        if (at.startsWith('2062') && published === undefined) continue;
        expect(published === undefined ? path : Date.parse(published), path).toBe(Date.parse(at));
      }
    });
  },
);
