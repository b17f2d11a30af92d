import { hour } from '../../domain/instant.ts';
import type { Article } from '../article.ts';
import { headlineCover } from './headline-cover.ts';
import type { DoubtKind, StoryDoubt } from './story-doubt.ts';
import { isOneLanguage, type Shared, type SharedKind, type StoryScore } from './story-score.ts';

/**
 * What is known of two reports, from which it is told how likely they are one event: log-odds, the
 * sum of weighed parts (logistic regression). The weights are fitted over labelled days of news by
 * `scripts/fit-story-odds.mjs`, which also scores each day by the weights of the others.
 */
export interface OddsInput {
  readonly item: Article;
  readonly other: Article;
  readonly score: StoryScore;
  /** Absent as long as none is looked for: the odds are then the most that can come of it. */
  readonly doubts?: readonly StoryDoubt[];
  /** In how many other stories around the item a feature is told too. */
  readonly rivals: (found: Shared) => number;
  /** How many other stories around the item have anything in common with it. */
  readonly crowd: number;
}

/** A part of the log-odds by name; doubts count 1 where they are, else 0. */
export type OddsPart =
  /** Logarithm of the share of what both say that both say, rare features counting most. */
  | 'overlap'
  /** Roots of the weights of shared names and places, of acts and things, of common words. */
  | 'names'
  | 'matters'
  | 'words'
  /** Share of what the headlines say that the other report says too. */
  | 'headlines'
  /** Half days between them. */
  | 'halfDays'
  | 'oneLanguage'
  | 'oneSource'
  /** They share more than a name, and no other story around has anything in common with the item. */
  | 'alone'
  | DoubtKind;

/** What each part counts, and what a story's likeliest report and all of them do. */
export interface OddsWeights {
  readonly base: number;
  readonly parts: Readonly<Record<OddsPart, number>>;
  readonly story: { readonly base: number; readonly best: number; readonly mean: number };
}

/** A name that other stories of the hour have too tells less which of them this is. */
const rivalsHalf = 3;

function rarity(rivals: number): number {
  return rivalsHalf / (rivalsHalf + rivals);
}

type Side = 'names' | 'matters' | 'words';

/** What each kind of shared feature counts, and beside which others. */
const kinds: Readonly<Record<SharedKind, readonly [side: Side, share: number]>> = {
  name: ['names', 1.2],
  known: ['names', 1],
  counted: ['names', 1.1],
  place: ['names', 0.8],
  'open-name': ['names', 0.8],
  thing: ['matters', 0.7],
  act: ['matters', 0.6],
  figure: ['matters', 0.5],
  usual: ['matters', 0.25],
  country: ['matters', 0.25],
  word: ['words', 0.4],
};
/**
 * Whether two reports share more than one thing beside states: several things happen at a place, to
 * a person, and to aeroplanes of one country.
 */
function sharesMatter({ found }: StoryScore): boolean {
  return found.filter(({ kind }) => kind !== 'country').length > 1;
}

/** Whether they do, and no other story around has anything in common with the item. */
function isAlone({ crowd, score }: OddsInput): boolean {
  return crowd === 0 && sharesMatter(score);
}

/** No feature is more than this alone. */
const weightMax = 2.5;
/** Keeps the logarithm of an overlap of nothing in reach. */
const overlapMin = 0.03;

/** The parts of the log-odds; those that are left out are 0. */
export function oddsParts(input: OddsInput): Readonly<Partial<Record<OddsPart, number>>> {
  const { item, other, score, doubts, rivals } = input;
  const sums = { names: 0, matters: 0, words: 0 };
  let [rare, all] = [0, 0];
  for (const found of score.found) {
    const [side, share] = kinds[found.kind];
    const weight = Math.min(found.weight, weightMax);
    const telling = weight * rarity(rivals(found));
    sums[side] += share * telling;
    rare += telling;
    all += weight;
  }
  const overlap = all === 0 ? 0 : (score.score * rare) / all;
  const parts: Partial<Record<OddsPart, number>> = {
    overlap: Math.log(overlap + overlapMin),
    names: Math.sqrt(sums.names),
    matters: Math.sqrt(sums.matters),
    words: Math.sqrt(sums.words),
    headlines: doubts === undefined ? 1 : headlineCover(item, other).both,
    halfDays: Math.abs(item.published - other.published) / (12 * hour),
    oneLanguage: isOneLanguage(item, other) ? 1 : 0,
    oneSource: item.sourceId === other.sourceId ? 1 : 0,
    alone: isAlone(input) ? 1 : 0,
  };
  for (const { kind } of doubts ?? []) if (kind !== 'certain') parts[kind] = 1;
  return parts;
}

/** Log-odds that the two tell one event; impossible where a doubt is certain. */
export function pairOdds(input: OddsInput, weights: OddsWeights): number {
  if (input.doubts?.some(({ kind }) => kind === 'certain') || isOnlySubject(input)) return -oddsMax;
  let odds = weights.base;
  for (const [part, value] of Object.entries(oddsParts(input))) {
    odds += value * weights.parts[part as OddsPart];
  }
  return Math.max(-oddsMax, Math.min(oddsMax, odds));
}

/** Beyond this one pair would outweigh all others of its story. */
const oddsMax = 6;

/** What half of a day's news may share: the same kind of act by the same states and offices. */
const subjectOnly: ReadonlySet<SharedKind> = new Set(['act', 'usual', 'country']);

/**
 * Whether the two share a subject and not an event. Reports of one event in one language have at
 * least a word in common; in two languages spellings may hide it, as long as nothing is doubted.
 */
function isOnlySubject({ doubts, item, other, score }: OddsInput): boolean {
  const isUsual = score.found.every(({ kind }) => subjectOnly.has(kind));
  return isUsual && (isOneLanguage(item, other) || (doubts ?? []).length > 0);
}

/**
 * Log-odds that a report belongs to a story, by those of its pairs with the story's reports. The
 * likeliest pair alone would chain one event to the next: the larger a story, the more it has.
 */
export function storyOdds(pairs: readonly number[], { story }: OddsWeights): number {
  const { base, best, mean } = story;
  const sum = pairs.reduce((all, odds) => all + odds, 0);
  return base + best * Math.max(...pairs) + (mean * sum) / pairs.length;
}

/** From here on a report is taken into a story: in doubt it stays apart. */
const oddsMin = 1;
/** The same where the story stands alone. */
const oddsMinAlone = 0.5;

/** The least log-odds at which a story is taken, by its likeliest report. */
export function leastOdds(top: OddsInput): number {
  if (!sharesMatter(top.score)) return Number.POSITIVE_INFINITY;
  // One outlet that tells of something else in the same words fills its mould anew.
  const isMould = top.item.sourceId === top.other.sourceId && (top.doubts ?? []).length > 0;
  return isAlone(top) && !isMould ? oddsMinAlone : oddsMin;
}

/** The likelihood that log-odds stand for, 0 to 1. */
export function likelihoodOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
