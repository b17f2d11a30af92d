import type { StoryId } from '../domain/ids.ts';
import { hour } from '../domain/instant.ts';
import type { Article, Compared } from './article.ts';
import type { DedupLayer } from './layer.ts';
import { rounded } from './relatedness.ts';
import { type Doubts, doubtOf } from './story/story-guards.ts';
import { isOneEvent, likelihoodOf, type OddsInput, storyOdds } from './story/story-odds.ts';
import { type Shared, type StoryScore, scoreStory } from './story/story-score.ts';

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
    const best = bestStory(item, candidates);
    if (best === undefined) return undefined;
    const { compared, input, odds } = best;
    const { score, doubts } = input;
    const keysOf = (kinds: readonly string[]) =>
      score.found.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
    return {
      kind: 'same-story',
      storyId: compared.candidate.storyId,
      layer: 'same-story',
      evidence: {
        score: rounded(likelihoodOf(odds)),
        with: compared.candidate.itemId,
        anchors: score.anchors,
        meanings: keysOf(['act', 'thing', 'usual']),
        words: keysOf(['word', 'open-name']).slice(0, wordsMax),
        ...(doubts.guard === '' ? {} : { doubt: doubts.guard }),
      },
    };
  },
};

/** How long after one report another may still tell of the event. */
const windowMax = 36 * hour;
/** Words of the evidence that are kept. */
const wordsMax = 12;
/** Likelihood that the other items of the story must reach on average. */
const companyMin = 0.4;

/** A candidate with what speaks for its being the item's event. */
interface Judged {
  readonly compared: Compared;
  readonly input: OddsInput;
  readonly odds: number;
}

function bestStory(item: Article, candidates: readonly Compared[]): Judged | undefined {
  const byStory = new Map<StoryId, Judged[]>();
  for (const one of weighed(item, candidates)) {
    const { storyId } = one.compared.candidate;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), one]);
  }
  const bests = [...byStory.values()].flatMap((undoubted) => {
    // Doubts only take away, and cost more than all else: most stories fall short without any.
    if (!undoubted.some(({ odds, input }) => isOneEvent(odds, input))) return [];
    const judged = undoubted.map(doubted);
    const best = judged.reduce((top, one) => (one.odds > top.odds ? one : top));
    return isOneEvent(best.odds, best.input) && keepsCompany(judged) ? [best] : [];
  });
  return bests.length === 0
    ? undefined
    : bests.reduce((top, one) => (one.odds > top.odds ? one : top));
}

function doubted({ compared, input }: Judged): Judged {
  const doubts = doubtOf(input.item, input.other, input.score);
  const whole = { ...input, doubts };
  return { compared, input: whole, odds: storyOdds(whole) };
}

const noDoubts: Doubts = { guard: '', factor: 1, contradiction: 1 };

/** What speaks for each, as long as nothing is doubted. */
function weighed(item: Article, candidates: readonly Compared[]): readonly Judged[] {
  const near = candidates
    .filter(({ candidate }) => Math.abs(candidate.published - item.published) <= windowMax)
    .map((compared) => ({ compared, score: scoreStory(item, compared.article) }));
  const tellers = tellersOf(near);
  const around = new Set([...tellers.values()].flatMap((telling) => [...telling]));
  const crowd = Math.max(0, around.size - 1);
  return near.map(({ compared, score }) => {
    const { storyId } = compared.candidate;
    const other = compared.article;
    const rivals = ({ key }: Shared) => {
      const stories = tellers.get(key);
      return stories === undefined ? 0 : stories.size - (stories.has(storyId) ? 1 : 0);
    };
    const input = { item, other, score, doubts: noDoubts, rivals, crowd };
    return { compared, input, odds: storyOdds(input) };
  });
}

/** Which stories tell each shared feature. */
function tellersOf(
  near: readonly { readonly compared: Compared; readonly score: StoryScore }[],
): ReadonlyMap<string, ReadonlySet<StoryId>> {
  const tellers = new Map<string, Set<StoryId>>();
  for (const { compared, score } of near) {
    for (const { key } of score.found) {
      const stories = tellers.get(key) ?? new Set();
      stories.add(compared.candidate.storyId);
      tellers.set(key, stories);
    }
  }
  return tellers;
}

/** One likely pair must not chain a story on: the story's other reports have to agree. */
function keepsCompany(judged: readonly Judged[]): boolean {
  if (judged.length === 1) return true;
  const sum = judged.reduce((all, { odds }) => all + likelihoodOf(odds), 0);
  return sum / judged.length >= companyMin;
}
