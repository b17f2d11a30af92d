import type { StoryId } from '../domain/ids.ts';
import { hour } from '../domain/instant.ts';
import type { Article, Compared } from './article.ts';
import type { DedupLayer } from './layer.ts';
import { rounded } from './relatedness.ts';
import { doubtOf } from './story-guards.ts';
import { type StoryScore, scoreStory } from './story-score.ts';

/**
 * Independent reports of one event, in any language: weighed overlap of acts, names, places and
 * figures, within a day and a half. The event must be anchored by something it alone is known by
 * (a name, a place, a telling figure), and what is shared must be much of what is said. A wrong
 * join hides news, a missed one only shows it twice: in doubt the reports stay apart. Known misses:
 * reports that share nothing but a common noun, names respelt beyond their consonants.
 */
export const sameStory: DedupLayer = {
  name: 'same-story',
  find({ item, candidates }) {
    const best = bestStory(item, candidates);
    if (best === undefined) return undefined;
    const { compared, score, guard, value } = best;
    return {
      kind: 'same-story',
      storyId: compared.candidate.storyId,
      layer: 'same-story',
      evidence: {
        score: rounded(value),
        with: compared.candidate.itemId,
        anchors: score.anchors,
        meanings: score.meanings,
        words: score.words.slice(0, 12),
        ...(guard === '' ? {} : { doubt: guard }),
      },
    };
  },
};

/** How long after one report another may still tell of the event. */
const windowMax = 36 * hour;
/** What two reports must have in common, as a share of what they say and in all. */
const scoreMin = 0.26;
const sharedMin = 2.6;
/** Acts, things and words that must be common where no name is, and the score they need. */
const commonMin = 4;
const wordsScoreMin = 0.31;
/** Score that a name with things alone, without an act, needs. */
const subjectScoreMin = 0.42;
/**
 * Names that are common by chance in no two events of a day, and how much of what is said must then
 * be common: a feature, a reaction or the other side's account says little of what the report said.
 */
const namesMin = 2;
const namedWindowMax = 18 * hour;
const namedScoreMin = 0.12;
/** What each name adds, so that the story with most of them is chosen. */
const namedShare = 0.01;
/** Share of the needed score that the other items of the story must reach on average. */
const companyShare = 0.5;

interface Judged {
  readonly compared: Compared;
  readonly score: StoryScore;
  readonly guard: string;
  /** Score after doubts. */
  readonly value: number;
}

function bestStory(item: Article, candidates: readonly Compared[]): Judged | undefined {
  const byStory = new Map<StoryId, Judged[]>();
  for (const compared of candidates) {
    if (Math.abs(compared.candidate.published - item.published) > windowMax) continue;
    const judged = judge(item, compared);
    const { storyId } = compared.candidate;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), judged]);
  }
  const bests = [...byStory.values()].flatMap((judged) => {
    const best = judged.reduce((top, one) => (one.value > top.value ? one : top));
    return isEnough(item, best) && keepsCompany(judged) ? [best] : [];
  });
  return bests.length === 0
    ? undefined
    : bests.reduce((top, one) => (one.value > top.value ? one : top));
}

function judge(item: Article, compared: Compared): Judged {
  const score = scoreStory(item, compared.article);
  // Doubts only lower a score: what has too little is not looked at further.
  if (score.score < namedScoreMin) return { compared, score, guard: '', value: score.score / 2 };
  const { guard, factor, contradiction } = doubtOf(item, compared.article, score);
  const value = score.score * factor;
  const apart = Math.abs(item.published - compared.article.published);
  const isNamed = score.names >= namesMin && apart <= namedWindowMax;
  if (!isNamed || score.score * contradiction < namedScoreMin) {
    return { compared, score, guard, value };
  }
  return { compared, score, guard, value: Math.max(value, scoreMin + namedShare * score.names) };
}

function isEnough(item: Article, { compared, score, value }: Judged): boolean {
  if (value >= scoreMin && score.names >= namesMin) return true;
  const enough = score.anchors.length >= 2 ? sharedMin * 0.8 : sharedMin;
  if (value < scoreMin || score.shared < enough) return false;
  if (score.anchors.length >= 2) return true;
  if (score.anchors.length === 1) {
    // One place and one thing are a subject, not yet an event: `the railway to Nakhchivan`.
    const company = score.meanings.length + score.words.length;
    return score.acts.length > 0 || (company >= 2 && value >= subjectScoreMin - company * 0.03);
  }
  // Inside one language a common choice of words stands for a name.
  const isOneLanguage = compared.article.language === item.language;
  const common = score.words.length + score.meanings.length;
  return isOneLanguage && score.words.length > 0 && common >= commonMin && value >= wordsScoreMin;
}

/** One likely pair must not chain a story on: the story's other reports have to agree. */
function keepsCompany(judged: readonly Judged[]): boolean {
  const mean = judged.reduce((sum, { value }) => sum + value, 0) / judged.length;
  return mean >= scoreMin * companyShare;
}
