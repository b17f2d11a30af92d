import { hour } from '../../domain/instant.ts';
import type { Article } from '../article.ts';
import type { Doubts } from './story-guards.ts';
import { isOneLanguage, type Shared, type SharedKind, type StoryScore } from './story-score.ts';

/**
 * What is known of two reports, from which it is told how likely they are one event: log-odds, the
 * sum of a few weighed parts (logistic regression). The weights were fitted over labelled pairs and
 * days of news, and checked by leaving each set out in turn.
 */
export interface OddsInput {
  readonly item: Article;
  readonly other: Article;
  readonly score: StoryScore;
  readonly doubts: Doubts;
  /** In how many other stories around the item a feature is told too. */
  readonly rivals: (found: Shared) => number;
  /** How many other stories around the item have anything in common with it. */
  readonly crowd: number;
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
/** No feature is more than this alone. */
const weightMax = 2.5;
/** Keeps the logarithm of an overlap of nothing in reach. */
const overlapMin = 0.03;
const doubtMin = 0.05;

/** The parts of the log-odds, in the order of `oddsWeights`. */
export function oddsParts({ item, other, score, doubts, rivals }: OddsInput): readonly number[] {
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
  const hours = Math.abs(item.published - other.published) / hour;
  return [
    Math.log(overlap * doubts.factor + overlapMin),
    Math.sqrt(sums.names),
    Math.sqrt(sums.matters),
    Math.sqrt(sums.words),
    Math.log(Math.max(doubts.contradiction, doubtMin)),
    hours / 12,
    Math.max(0, hours - 12) / 12,
    isOneLanguage(item, other) ? 1 : 0,
    item.sourceId === other.sourceId ? 1 : 0,
  ];
}

/** Log-odds of a pair that nothing speaks for, and what each part adds. */
const oddsBase = 0.75;
const oddsWeights: readonly number[] = [1.23, 1.56, 1.56, -0.89, 0.89, -1.5, -2.08, 1.33, -2.12];
/** From here on two reports are taken for one event. */
const oddsMin = 1;
/** The same where no other story around has anything in common with the item. */
const oddsMinAlone = -0.3;

/** What half of a day's news may share: the same kind of act by the same states and offices. */
const subjectOnly: ReadonlySet<SharedKind> = new Set(['act', 'usual', 'country']);
/** Where nothing that an event is known by is shared, more than this must not speak against it. */
const contradictionMin = 0.6;

/** Whether the log-odds are enough to take the two for one event. */
export function isOneEvent(odds: number, input: OddsInput): boolean {
  if (isOnlySubject(input)) return false;
  return odds >= (input.crowd === 0 ? oddsMinAlone : oddsMin);
}

/**
 * Whether the two share a subject and not an event. Reports of one event in one language have at
 * least a word in common, and a name or figure where they tell of different places; in two languages
 * spellings may hide them.
 */
function isOnlySubject({ doubts, item, other, score }: OddsInput): boolean {
  const isUsual = score.found.every(({ kind }) => subjectOnly.has(kind));
  const isDoubted = doubts.contradiction < contradictionMin;
  if (!isOneLanguage(item, other)) return isUsual && isDoubted;
  return isUsual || (isDoubted && score.anchors.length === 0);
}

/** Log-odds that the two tell one event; impossible where a doubt is certain. */
export function storyOdds(input: OddsInput): number {
  const { factor, contradiction } = input.doubts;
  if (factor === 0 && contradiction === 0) return Number.NEGATIVE_INFINITY;
  return oddsParts(input).reduce(
    (odds, part, index) => odds + part * (oddsWeights[index] ?? 0),
    oddsBase,
  );
}

/** The likelihood that log-odds stand for, 0 to 1. */
export function likelihoodOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
