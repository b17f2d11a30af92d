import type { Article } from './article.ts';
import { type EventProfile, profileOf, type Token, type Weighed } from './event-profile.ts';
import { containment } from './grams.ts';

/** What two reports have in common, and how much of what they say that is. */
export interface StoryScore {
  /** Cosine of the weighed features, 0 to 1. */
  readonly score: number;
  /** Sum of the shared features' weights. */
  readonly shared: number;
  /** Shared names, places, persons and telling numbers: what an event is known by. */
  readonly anchors: readonly string[];
  /** Shared acts and things. */
  readonly meanings: readonly string[];
  /** Those of them that make an event: an accident, a signing, a match. */
  readonly acts: readonly string[];
  /** Shared words of one language. */
  readonly words: readonly string[];
  /**
   * How many names are surely common: an anchor counts for one, a word of a script without capitals
   * for most of one, since it may be no name.
   */
  readonly names: number;
}

/** Weight from which a shared meaning is an act that tells an event. */
const actWeight = 1.45;

interface Tally {
  shared: number;
  readonly anchors: string[];
  readonly meanings: string[];
  readonly acts: string[];
  readonly words: string[];
  names: number;
  openNames: number;
}

/** What a shared word of a script without capitals counts as a name, by its length. */
const openNameShare = 0.7;
const openNameLengthMin = 4;
/** Share of grams from which one text is printed by both. */
const printedMin = 0.5;

/** Compares two reports feature by feature; words count only inside one language. */
export function scoreStory(a: Article, b: Article): StoryScore {
  const [left, right] = [profileOf(a), profileOf(b)];
  const isOneLanguage = baseOf(a) === baseOf(b);
  const tally: Tally = {
    shared: 0,
    anchors: [],
    meanings: [],
    acts: [],
    words: [],
    names: 0,
    openNames: 0,
  };
  addShared(left.meanings, right.meanings, (id, weight) => {
    tally.meanings.push(id);
    if (weight >= actWeight) tally.acts.push(id);
    tally.shared += weight;
  });
  addShared(left.concepts, right.concepts, (id, weight) => {
    // Only what is rarer than a country or a role can be what an event is known by.
    if (weight >= 1) {
      tally.anchors.push(id);
      tally.names += 1;
    }
    tally.shared += weight;
  });
  addShared(left.numbers, right.numbers, (value, weight) => {
    if (weight >= 1) tally.anchors.push(value);
    tally.shared += weight;
  });
  addTokens(left, right, isOneLanguage, tally);
  const norm = Math.sqrt(massOf(left, isOneLanguage) * massOf(right, isOneLanguage));
  const openNames = tally.openNames === 0 ? 0 : openNameShareOf(a, b) * tally.openNames;
  const names = tally.names + openNames;
  return { ...tally, names, score: norm === 0 ? 0 : Math.min(1, tally.shared / norm) };
}

/** Words of a text that both print are no names that two reporters chose. */
function openNameShareOf(a: Article, b: Article): number {
  return containment(a.textGrams, b.textGrams) >= printedMin ? 0 : openNameShare;
}

function baseOf(article: Article): string {
  return article.language.split('-')[0] ?? article.language;
}

function addShared(
  left: ReadonlyMap<string, Weighed>,
  right: ReadonlyMap<string, Weighed>,
  add: (key: string, weight: number) => void,
): void {
  for (const [key, mine] of left) {
    const other = right.get(key);
    if (other !== undefined) add(key, (mine.weight + other.weight) / 2);
  }
}

function addTokens(
  left: EventProfile,
  right: EventProfile,
  isOneLanguage: boolean,
  tally: Tally,
): void {
  const taken = new Set<Token>();
  for (const token of left.tokens) {
    const other = right.tokens.find(
      (found) =>
        mayWeigh(token, found, isOneLanguage) &&
        !taken.has(found) &&
        tokenWeight(token, found, isOneLanguage) > 0,
    );
    if (other === undefined) continue;
    taken.add(other);
    const place = (token.isInTitle ? 1.15 : 1) * (other.isInTitle ? 1.15 : 1);
    tally.shared += tokenWeight(token, other, isOneLanguage) * place;
    const list = listOf(token, other, isOneLanguage, tally);
    list?.push(token.stem);
    if (list === tally.anchors) tally.names += 1;
    else if (list === tally.words && isOpenName(token)) tally.openNames += 1;
  }
}

function isOpenName({ isName, stem, isCommon }: Token): boolean {
  return isName === 'open' && !isCommon && stem.length >= openNameLengthMin;
}

/** Where a shared word is told: names of states and capitals are neither anchor nor word. */
function listOf(a: Token, b: Token, isOneLanguage: boolean, tally: Tally): string[] | undefined {
  if (isOneLanguage && !(isWritten(a) && isWritten(b))) return tally.words;
  return a.isCommon || b.isCommon ? undefined : tally.anchors;
}

/** Whether two words can have a weight together at all: nearly all pairs cannot. */
function mayWeigh(a: Token, b: Token, isOneLanguage: boolean): boolean {
  return (a.skeletonBits & b.skeletonBits) !== 0 || (isOneLanguage && a.stem === b.stem);
}

function tokenWeight(a: Token, b: Token, isOneLanguage: boolean): number {
  if (a.concept !== undefined && a.concept === b.concept) return 0;
  const isOneStem = isOneLanguage && a.stem === b.stem;
  const weight = (isOneStem ? 1 : nameWeight(a, b)) * (a.isCommon || b.isCommon ? 0.4 : 1);
  return isOneLanguage && isWritten(a) && isWritten(b) ? weight * 1.5 : weight;
}

/** Weight of one name in two spellings; 0 when it is not one, or too short to tell. */
function nameWeight(a: Token, b: Token): number {
  if (a.vowel !== '' && b.vowel !== '' && a.vowel !== b.vowel) return 0;
  let longest = 0;
  for (const skeleton of a.skeletons) {
    if (b.skeletons.includes(skeleton)) {
      longest = Math.max(longest, skeleton.replace('A', '').length);
    }
  }
  const sureness = surenessOf(a, b);
  if (longest < 3 || (longest === 3 && sureness < 0.7)) return 0;
  const weights = [1, 1.6, 2.1];
  return (weights[Math.min(longest - 3, 2)] ?? 0) * sureness;
}

/** Written with a capital, whatever its place. */
function isWritten(token: Token): boolean {
  return token.isName === 'yes' || token.isName === 'likely';
}

const sureness: Readonly<Record<Token['isName'], number>> = {
  yes: 1,
  likely: 0.8,
  open: 0.6,
  no: 0,
};

/** Two capitals are a name; without capitals on either side a chance likeness is possible. */
function surenessOf(a: Token, b: Token): number {
  return (sureness[a.isName] + sureness[b.isName]) / 2;
}

/** How much a report says; words that cannot be compared across languages do not count there. */
function massOf(profile: EventProfile, isOneLanguage: boolean): number {
  let mass = 0;
  for (const { weight } of profile.meanings.values()) mass += weight;
  for (const { weight } of profile.concepts.values()) mass += weight;
  for (const { weight } of profile.numbers.values()) mass += weight * 0.6;
  for (const token of profile.tokens) mass += tokenMass(token, isOneLanguage);
  return mass;
}

/** What a word weighs where nothing of the other side matches it. */
const strangeness: Readonly<Record<Token['isName'], number>> = {
  yes: 1,
  likely: 0.6,
  open: 0.3,
  no: 0,
};

function tokenMass(token: Token, isOneLanguage: boolean): number {
  if (token.concept !== undefined) return 0;
  return token.weight * (isOneLanguage ? 0.8 : strangeness[token.isName]);
}

/** Shares of what the headlines say that the other report says too, 0 to 1. */
export interface HeadlineCover {
  /** Of both headlines together. */
  readonly both: number;
  /** Of the headline that the other report tells best. */
  readonly best: number;
}

/**
 * How far each headline is told by the other report. What a report mentions as background is not in
 * its headline, so this tells an event from its follow-up.
 */
export function headlineCover(a: Article, b: Article): HeadlineCover {
  const [left, right] = [profileOf(a), profileOf(b)];
  const isOneLanguage = baseOf(a) === baseOf(b);
  const one = coverOf(left, right, isOneLanguage);
  const other = coverOf(right, left, isOneLanguage);
  return {
    both: share(one.heard + other.heard, one.said + other.said),
    best: Math.max(share(one.heard, one.said), share(other.heard, other.said)),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

interface Cover {
  readonly said: number;
  readonly heard: number;
}

function coverOf(from: EventProfile, to: EventProfile, isOneLanguage: boolean): Cover {
  const parts = [...featuresHeard(from, to), ...tokensHeard(from, to, isOneLanguage)];
  return {
    said: parts.reduce((sum, { weight }) => sum + weight, 0),
    heard: parts.reduce((sum, { weight, isHeard }) => sum + (isHeard ? weight : 0), 0),
  };
}

interface Heard {
  readonly weight: number;
  readonly isHeard: boolean;
}

function featuresHeard(from: EventProfile, to: EventProfile): readonly Heard[] {
  return (['meanings', 'concepts', 'numbers'] as const).flatMap((kind) =>
    [...from[kind]]
      .filter(([, { isInTitle }]) => isInTitle)
      .map(([key, { weight }]) => ({
        weight: kind === 'numbers' ? weight * 0.6 : weight,
        isHeard: to[kind].has(key),
      })),
  );
}

function tokensHeard(
  from: EventProfile,
  to: EventProfile,
  isOneLanguage: boolean,
): readonly Heard[] {
  return from.tokens
    .filter(({ isInTitle }) => isInTitle)
    .map((token) => {
      const isHeard = to.tokens.some(
        (other) =>
          mayWeigh(token, other, isOneLanguage) && tokenWeight(token, other, isOneLanguage) > 0,
      );
      return { weight: isHeard ? token.weight : tokenMass(token, isOneLanguage), isHeard };
    });
}
