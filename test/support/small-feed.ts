import { escapeMarkup } from '../../src/app/demo/markup.ts';

/** An item of `smallFeed`: enough to be told from the others. */
export interface SmallItem {
  readonly name: string;
  readonly title: string;
  readonly text?: string;
  /** RFC 822; default 7 February 2026, 10:00 GMT. */
  readonly date?: string;
}

/** An RSS 2.0 document with one item per name given. */
export function smallFeed(title: string, items: readonly SmallItem[]): string {
  const rows = items.map(
    (item) => `<item>
<title>${escapeMarkup(item.title)}</title>
<link>https://outlet.example/${item.name}</link>
<guid isPermaLink="false">${item.name}</guid>
<description>${escapeMarkup(item.text ?? '')}</description>
<pubDate>${item.date ?? 'Sat, 07 Feb 2026 10:00:00 GMT'}</pubDate>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeMarkup(title)}</title>
<link>https://outlet.example/</link>
<description>For tests</description>
${rows.join('\n')}
</channel></rss>`;
}
