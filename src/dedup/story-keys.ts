import type { Item, ItemKey } from '../domain/item.ts';
import type { Hit } from '../domain/match.ts';
import { Article } from './article.ts';
import { nearKeys } from './near-keys.ts';

/**
 * The windowed lookup keys of an item, to be added to `item.keys` before candidates are looked up:
 * near-text bands. Bounded in number whatever the text.
 */
export function storyKeys(item: Item, hits: readonly Hit[]): readonly ItemKey[] {
  return nearKeys(new Article(item, () => hits));
}
