import type { Item, ItemKey } from '../../domain/item.ts';
import type { Hit, MatchInput } from '../../domain/match.ts';
import { articleOf } from '../article-cache.ts';
import { hashKey } from '../key-hash.ts';
import { nearKeys } from '../near-keys.ts';
import { type EventProfile, profileOf, type Token } from './event-profile.ts';

/**
 * The windowed lookup keys of an item, to be added to `item.keys` before candidates are looked up:
 * near-text bands, each name of its own, and pairs of the most telling features of the event. An act
 * alone would lead to half of a day's news; a rare name or two features together lead to few. Those
 * that share most keys are looked at first. Bounded in number whatever the text.
 */
export function storyKeys(
  item: Item,
  annotate: (input: MatchInput) => readonly Hit[],
): readonly ItemKey[] {
  const article = articleOf(item, annotate);
  const features = telling(profileOf(article));
  return [...nearKeys(article), ...nameKeys(features), ...pairKeys(features)];
}

/** Names that make a key alone: who and where of a report, and some of whom it mentions. */
const namesMax = 12;
/** Features paired with each other: 10 make 45 pairs. */
const pairedMax = 10;
/** The headline says what happened; the text also what else did. */
const titleShare = 1.5;
/** Consonants of a name that make a key: endings stand behind them. */
const skeletonStart = 4;
/** A figure that is nearly a name: four digits or a fraction. */
const figureWeightMin = 1.5;

interface Feature {
  /** More than one where a word may be read in several ways. */
  readonly names: readonly string[];
  readonly weight: number;
  /** Whether few events of a day have it. */
  readonly isName: boolean;
}

function nameKeys(features: readonly Feature[]): readonly ItemKey[] {
  const names = features.filter(({ isName }) => isName).flatMap(({ names: all }) => all);
  return names.slice(0, namesMax).map((name) => hashKey('story', name));
}

function pairKeys(features: readonly Feature[]): readonly ItemKey[] {
  const keys: ItemKey[] = [];
  const paired = features.slice(0, pairedMax);
  for (const [index, one] of paired.entries()) {
    for (const other of paired.slice(index + 1)) {
      const pair = [one.names[0] ?? '', other.names[0] ?? ''].toSorted();
      keys.push(hashKey('story', pair.join('\n')));
    }
  }
  return keys;
}

/** The features, weightiest first, in an order that depends on nothing but the text. */
function telling(profile: EventProfile): readonly Feature[] {
  const features: Feature[] = [];
  const add = (name: string, { weight, isInTitle }: Told, isName: boolean) =>
    features.push({ names: [name], weight: isInTitle ? weight * titleShare : weight, isName });
  for (const [id, told] of profile.meanings) add(`m ${id}`, told, false);
  for (const [id, told] of profile.concepts) add(`c ${id}`, told, told.weight >= 1);
  for (const [value, told] of profile.numbers) {
    add(`n ${value}`, told, told.weight >= figureWeightMin);
  }
  for (const token of profile.tokens) features.push(...nameFeature(token));
  return features.toSorted(
    (a, b) => b.weight - a.weight || ((a.names[0] ?? '') < (b.names[0] ?? '') ? -1 : 1),
  );
}

interface Told {
  readonly weight: number;
  readonly isInTitle: boolean;
}

function nameFeature({ skeletons, weight, isName, isCommon, isInTitle }: Token): Feature[] {
  if (isCommon || isName === 'no') return [];
  // Endings stand behind the first consonants, so that all forms of a name begin alike.
  const starts = [...new Set(skeletons.map((skeleton) => skeleton.slice(0, skeletonStart)))].filter(
    (start) => start.length >= 3,
  );
  if (starts.length === 0) return [];
  const isTelling = isName !== 'open' || (starts[0] ?? '').length >= skeletonStart;
  return [
    {
      names: starts.map((start) => `s ${start}`),
      weight: isInTitle ? weight * titleShare : weight,
      isName: isTelling,
    },
  ];
}
