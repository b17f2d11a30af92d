import type { StoryId } from '../domain/ids.ts';
import type { Article, Compared } from './article.ts';
import type { DedupLayer } from './layer.ts';
import { rounded } from './relatedness.ts';
import { type Beside, besideOf } from './story/odds-inputs.ts';
import { oddsWeights } from './story/odds-weights.ts';
import { doubtsOf } from './story/story-guards.ts';
import {
  leastOdds,
  likelihoodOf,
  type OddsWeights,
  pairOdds,
  storyOdds,
} from './story/story-odds.ts';

/**
 * Independent reports of one event, in any language, within a day and a half: what they share (names
 * and places, acts and things, figures) weighed by how few of the other stories around have it too,
 * less what speaks against one event. A wrong join hides news, a missed one only shows it twice: in
 * doubt the reports stay apart. Known misses: reports that share nothing but a common noun, names
 * respelt beyond their consonants, features that tell of the event without naming it.
 */
export const sameStory: DedupLayer = {
  name: 'same-story',
  find({ item, candidates }) {
    const story = findStory(item, candidates, oddsWeights);
    if (story === undefined) return undefined;
    const { compared, input } = story.top;
    const { score, doubts = [] } = input;
    const keysOf = (kinds: readonly string[]) =>
      score.found.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
    return {
      kind: 'same-story',
      storyId: compared.candidate.storyId,
      layer: 'same-story',
      evidence: {
        score: rounded(likelihoodOf(story.odds)),
        with: compared.candidate.itemId,
        anchors: score.anchors,
        meanings: keysOf(['act', 'thing', 'usual']),
        words: keysOf(['word', 'open-name']).slice(0, wordsMax),
        ...(doubts.length === 0 ? {} : { doubt: doubts.map(({ says }) => says).join(', ') }),
      },
    };
  },
};

/** Words of the evidence that are kept. */
const wordsMax = 12;

/** A candidate with what speaks for its being the item's event. */
interface Judged extends Beside {
  readonly odds: number;
}

/** A story with what speaks for its being the item's, and the report that says it best. */
interface JudgedStory {
  readonly odds: number;
  readonly top: Judged;
}

/** The likeliest story of an item among those of its candidates; undefined where none is likely enough. */
export function findStory(
  item: Article,
  candidates: readonly Compared[],
  weights: OddsWeights,
): JudgedStory | undefined {
  const byStory = new Map<StoryId, Judged[]>();
  for (const beside of besideOf(item, candidates)) {
    const { storyId } = beside.compared.candidate;
    const one = { ...beside, odds: pairOdds(beside.input, weights) };
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), one]);
  }
  const likely = [...byStory.values()].flatMap((undoubted) => {
    // Doubts only take away, and cost more than all else: most stories fall short without any.
    if (!isTaken(judge(undoubted, weights))) return [];
    const story = judge(
      undoubted.map((one) => doubted(one, weights)),
      weights,
    );
    return isTaken(story) ? [story] : [];
  });
  return likely.length === 0
    ? undefined
    : likely.reduce((best, one) => (one.odds > best.odds ? one : best));
}

function isTaken({ odds, top }: JudgedStory): boolean {
  return odds >= leastOdds(top.input);
}

function judge(reports: readonly Judged[], weights: OddsWeights): JudgedStory {
  return {
    odds: storyOdds(
      reports.map(({ odds }) => odds),
      weights,
    ),
    top: reports.reduce((best, one) => (one.odds > best.odds ? one : best)),
  };
}

function doubted({ compared, input }: Beside, weights: OddsWeights): Judged {
  const doubts = doubtsOf(input.item, input.other, input.score);
  const whole = { ...input, doubts };
  return { compared, input: whole, odds: pairOdds(whole, weights) };
}
