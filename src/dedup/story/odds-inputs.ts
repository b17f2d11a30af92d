import type { StoryId } from '../../domain/ids.ts';
import { hour } from '../../domain/instant.ts';
import type { Article, Compared } from '../article.ts';
import type { OddsInput } from './story-odds.ts';
import { type Shared, type StoryScore, scoreStory } from './story-score.ts';

/** How long after one report another may still tell of the event. */
const windowMax = 36 * hour;

/** A candidate with what is known of it beside the item. */
export interface Beside {
  readonly compared: Compared;
  /** Without doubts, which are dear and only looked for where they matter. */
  readonly input: OddsInput;
}

/** An item beside each of its candidates that is near enough in time to tell of its event. */
export function besideOf(item: Article, candidates: readonly Compared[]): readonly Beside[] {
  const near = candidates
    .filter(({ candidate }) => Math.abs(candidate.published - item.published) <= windowMax)
    .map((compared) => ({ compared, score: scoreStory(item, compared.article) }));
  const tellers = tellersOf(near);
  const around = new Set([...tellers.values()].flatMap((telling) => [...telling]));
  const crowd = Math.max(0, around.size - 1);
  return near.map(({ compared, score }) => {
    const { storyId } = compared.candidate;
    const rivals = ({ key }: Shared) => {
      const stories = tellers.get(key);
      return stories === undefined ? 0 : stories.size - (stories.has(storyId) ? 1 : 0);
    };
    return { compared, input: { item, other: compared.article, score, rivals, crowd } };
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
