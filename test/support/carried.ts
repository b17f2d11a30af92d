import { escapeMarkup } from '../../src/app/demo/markup.ts';

/** One entry of `rssOf`, with nothing that is not given. */
export interface CarriedEntry {
  readonly guid?: string;
  readonly link?: string;
  readonly title: string;
  readonly text?: string;
  /** RFC 822. */
  readonly date?: string;
}

/** An RSS 2.0 document that says of each entry what is given, and no more. */
export function rssOf(entries: readonly CarriedEntry[]): string {
  const rows = entries.map(({ guid, link, title, text, date }) =>
    [
      `<item><title>${escapeMarkup(title)}</title>`,
      ...(link === undefined ? [] : [`<link>${escapeMarkup(link)}</link>`]),
      ...(guid === undefined ? [] : [`<guid isPermaLink="false">${escapeMarkup(guid)}</guid>`]),
      ...(text === undefined ? [] : [`<description>${escapeMarkup(text)}</description>`]),
      ...(date === undefined ? [] : [`<pubDate>${date}</pubDate>`]),
      '</item>',
    ].join(''),
  );
  return (
    '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link>' +
    `<description>For tests</description>${rows.join('')}</channel></rss>`
  );
}
