import { baseLanguage } from '../../text/base-language.ts';
import type { Article } from '../article.ts';
import { isAct } from '../words/meanings.ts';
import { type EventProfile, isUsual, profileOf, type Token } from './event-profile.ts';
import type { Figure } from './figures.ts';
import { sharedMinutes } from './moments.ts';
import { isWritten, tokenMass, tokenWeight } from './token-match.ts';

/** What a shared feature is: the kinds differ in how many events of a day they tell apart. */
export type SharedKind =
  /** A name written with a capital, in quotes or in another script. */
  | 'name'
  /** A word of a script without capitals that both use or that sounds like the other's name. */
  | 'open-name'
  /** A town or province. */
  | 'place'
  /** A person or organisation of the concept lists. */
  | 'known'
  /** A state, its capital or its people. */
  | 'country'
  | 'act'
  | 'thing'
  /** A meaning that half of all reports have. */
  | 'usual'
  | 'figure'
  /** A figure of one unit or thing: five dead, 14 kilos. */
  | 'counted'
  /** A common word of one language. */
  | 'word';

export interface Shared {
  readonly kind: SharedKind;
  /** Name of the feature as the first report has it. */
  readonly key: string;
  readonly weight: number;
}

/** What two reports have in common, and how much of what they say that is. */
export interface StoryScore {
  readonly found: readonly Shared[];
  /** Sum of the shared features' weights over the mean of what both say, 0 to 1. */
  readonly score: number;
  /** Shared names, places, persons and telling figures: what an event is known by. */
  readonly anchors: readonly string[];
}

/** Compares two reports feature by feature; words count only inside one language. */
export function scoreStory(a: Article, b: Article): StoryScore {
  const [left, right] = [profileOf(a), profileOf(b)];
  const isOne = isOneLanguage(a, b);
  const found = [
    ...sharedMeanings(left, right),
    ...sharedConcepts(left, right),
    ...sharedFigures(left, right),
    ...sharedTokens(left, right, isOne),
    ...sharedMinutes(a, b).map((minute) => momentOf(minute)),
  ];
  const shared = found.reduce((sum, { weight }) => sum + weight, 0);
  const norm = Math.sqrt(massOf(left, isOne) * massOf(right, isOne));
  return {
    found,
    score: norm === 0 ? 0 : Math.min(1, shared / norm),
    anchors: found.filter((shared) => isAnchor(shared, isOne)).map(({ key }) => key),
  };
}

export function isOneLanguage(a: Article, b: Article): boolean {
  return baseLanguage(a.language) === baseLanguage(b.language);
}

/** Weight from which a figure is what an event is known by. */
const anchorWeight = 1;

function isAnchor({ kind, weight }: Shared, isOne: boolean): boolean {
  if (kind === 'figure' || kind === 'counted') return weight >= anchorWeight;
  // Inside one language it may be any word; two languages share the sound of names only.
  if (kind === 'open-name') return !isOne;
  return kind === 'name' || kind === 'place' || kind === 'known';
}

function* pairs<T extends { readonly weight: number }>(
  left: ReadonlyMap<string, T>,
  right: ReadonlyMap<string, T>,
): Generator<readonly [key: string, weight: number, mine: T, other: T]> {
  for (const [key, mine] of left) {
    const other = right.get(key);
    if (other !== undefined) yield [key, (mine.weight + other.weight) / 2, mine, other];
  }
}

function sharedMeanings(left: EventProfile, right: EventProfile): readonly Shared[] {
  return [...pairs(left.meanings, right.meanings)].map(([key, weight]) => ({
    kind: isUsual(key) ? 'usual' : isAct(key) ? 'act' : 'thing',
    key,
    weight,
  }));
}

function sharedConcepts(left: EventProfile, right: EventProfile): readonly Shared[] {
  return [...pairs(left.concepts, right.concepts)].map(([key, weight]) => ({
    // Only what is rarer than a country or a role can be what an event is known by.
    kind: key.startsWith('place ') ? 'place' : weight >= anchorWeight ? 'known' : 'country',
    key,
    weight,
  }));
}

/** Two events of one day are hardly ever of one minute. */
function momentOf(minute: number): Shared {
  return { kind: 'counted', key: `minute ${minute}`, weight: 2 };
}

/** Share of a figure's weight where the two count other things: five dead, five kilometres. */
const otherCountShare = 0.4;

function sharedFigures(left: EventProfile, right: EventProfile): readonly Shared[] {
  return [...pairs(left.numbers, right.numbers)].map(([key, weight, mine, other]) => {
    const isCounted = mine.counted.some((unit) => other.counted.includes(unit));
    if (isCounted) return { kind: 'counted', key, weight };
    return { kind: 'figure', key, weight: isOpen(mine, other) ? weight : weight * otherCountShare };
  });
}

/** What one of the two counts is not known. */
function isOpen(a: Figure, b: Figure): boolean {
  return a.counted.length === 0 || b.counted.length === 0;
}

function sharedTokens(left: EventProfile, right: EventProfile, isOne: boolean): readonly Shared[] {
  const found: Shared[] = [];
  const taken = new Set<Token>();
  for (const token of left.tokens) {
    const other = right.tokens.find((one) => tokenWeight(token, one, isOne) > 0 && !taken.has(one));
    if (other === undefined) continue;
    taken.add(other);
    const place = (token.isInTitle ? titleShare : 1) * (other.isInTitle ? titleShare : 1);
    const weight = tokenWeight(token, other, isOne) * place;
    found.push({ kind: kindOf(token, other, isOne), key: token.stem, weight });
  }
  return found;
}

/** What a headline says is what the report is about. */
const titleShare = 1.15;
/** Shorter words of scripts without capitals are small words. */
const openNameLengthMin = 4;

function kindOf(a: Token, b: Token, isOne: boolean): SharedKind {
  if (a.isCommon || b.isCommon) return 'country';
  if (isWritten(a) && isWritten(b)) return 'name';
  if (a.isName === 'no' || b.isName === 'no') return 'word';
  return isOne && a.stem.length < openNameLengthMin ? 'word' : 'open-name';
}

/** What a figure counts of what a report says: most are details that others leave out. */
export const figureMassShare = 0.6;

/** How much a report says; words that cannot be compared across languages do not count there. */
function massOf(profile: EventProfile, isOne: boolean): number {
  let mass = 0;
  for (const { weight } of profile.meanings.values()) mass += weight;
  for (const { weight } of profile.concepts.values()) mass += weight;
  for (const { weight } of profile.numbers.values()) mass += weight * figureMassShare;
  for (const token of profile.tokens) mass += tokenMass(token, isOne);
  return mass;
}
