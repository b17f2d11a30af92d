import type { Item, ItemKey } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { articleOf } from './article-cache.ts';
import { type EventProfile, profileOf } from './event-profile.ts';
import { hashKey } from './key-hash.ts';
import { nearKeys } from './near-keys.ts';

/**
 * The windowed lookup keys of an item, to be added to `item.keys` before candidates are looked up:
 * near-text bands, and pairs of the most telling features of the event. A single name or act would
 * lead to half of a day's news; two together lead to few. Bounded in number whatever the text.
 */
export function storyKeys(
  item: Item,
  annotate: (input: MatchInput) => readonly Hit[],
): readonly ItemKey[] {
  const article = articleOf(item, annotate);
  return [...nearKeys(article), ...pairKeys(profileOf(article))];
}

/** Features paired with each other: 8 make 28 pairs. */
const featuresMax = 8;

/** Consonants of a name that make a key. */
const skeletonStart = 4;

interface Feature {
  readonly name: string;
  readonly weight: number;
}

function pairKeys(profile: EventProfile): readonly ItemKey[] {
  const features = telling(profile);
  const keys: ItemKey[] = [];
  for (const [index, one] of features.entries()) {
    for (const other of features.slice(index + 1)) {
      const [first, second] = one.name < other.name ? [one, other] : [other, one];
      keys.push(hashKey('story', `${first.name}\n${second.name}`));
    }
  }
  return keys;
}

/** The weightiest features, in an order that depends on nothing but the text. */
function telling(profile: EventProfile): readonly Feature[] {
  const features: Feature[] = [];
  for (const [id, { weight }] of profile.meanings) features.push({ name: `m ${id}`, weight });
  for (const [id, { weight }] of profile.concepts) features.push({ name: `c ${id}`, weight });
  for (const [value, { weight }] of profile.numbers) features.push({ name: `n ${value}`, weight });
  for (const { skeletons, weight, isName, isCommon } of profile.tokens) {
    if (isCommon) continue;
    // Endings stand behind the first consonants, so that all forms of a name begin alike.
    const starts = new Set(skeletons.map((skeleton) => skeleton.slice(0, skeletonStart)));
    for (const start of starts) {
      if (start.length >= 3 && isName !== 'no') features.push({ name: `s ${start}`, weight });
    }
  }
  features.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  return features.slice(0, featuresMax);
}
