import type { Item } from '../domain/item.ts';
import type { MatchInput } from '../domain/match.ts';
import { toPlainText } from '../text/plain.ts';

/** What the matcher reads of an item: plain text, so that no attribute of a tag is taken for a word. */
export function matchInputOf(item: Item): MatchInput {
  return {
    title: item.title,
    summary: item.summary,
    content: toPlainText(item.contentHtml),
    categories: item.categories.map((category) => category.label ?? category.term),
    language: item.language,
    sourceId: item.sourceId,
    country: item.country,
  };
}
