import { byLanguage } from '../../text/base-language.ts';
import type { Article } from '../article.ts';
import { profileOf } from './event-profile.ts';
import type { StoryDoubt } from './story-doubt.ts';
import type { StoryScore } from './story-score.ts';

/** Whose outlets write in a language, and name it least. */
const homeByLanguage: Readonly<Record<string, string>> = {
  az: 'azerbaijan',
  tr: 'turkiye',
  fa: 'iran',
  hy: 'armenia',
  ka: 'georgia',
};

/** Both name some, and not one in common. */
function areApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size > 0 && right.size > 0 && ![...left].some((one) => right.has(one));
}

/** They tell of other states: an outlet leaves out its own, but none of two others. */
export function stateDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [profileOf(a).states, profileOf(b).states];
  if (areApart(left, right)) return { kind: 'state', says: 'another state' };
  if (left.size > 0 && right.size > 0) return undefined;
  const isElsewhere = areApart(orHome(left, a), orHome(right, b));
  return isElsewhere ? { kind: 'home', says: 'another state, not named' } : undefined;
}

function orHome(states: ReadonlySet<string>, { language }: Article): ReadonlySet<string> {
  if (states.size > 0) return states;
  const home = byLanguage(homeByLanguage, language);
  return new Set(home === undefined ? [] : [home]);
}

/** Both name towns, and not one in common. */
export function townDoubt(a: Article, b: Article): StoryDoubt | undefined {
  return areApart(townsOf(a), townsOf(b)) ? { kind: 'town', says: 'other towns' } : undefined;
}

function townsOf(article: Article): ReadonlySet<string> {
  return article.once(
    'towns',
    () => new Set([...profileOf(article).concepts.keys()].filter((id) => id.startsWith('place '))),
  );
}

/** Both name capitals, and not one in common: the same people are somewhere else. */
export function capitalDoubt(a: Article, b: Article): StoryDoubt | undefined {
  return areApart(profileOf(a).places, profileOf(b).places)
    ? { kind: 'capital', says: 'other capitals' }
    : undefined;
}

/** A capital in one headline that the other report never names, and no name in common. */
export function partyDoubt(a: Article, b: Article, score: StoryScore): StoryDoubt | undefined {
  if (score.anchors.length > 0) return undefined;
  const [left, right] = [headlineCapitals(a), headlineCapitals(b)];
  // Only where both say where it is: an outlet does not name its own country to its readers.
  if (left.length === 0 || right.length === 0) return undefined;
  const isForeign =
    left.some((place) => !profileOf(b).places.has(place)) ||
    right.some((place) => !profileOf(a).places.has(place));
  return isForeign ? { kind: 'party', says: 'another capital in a headline' } : undefined;
}

/** Capitals in a headline. */
function headlineCapitals(article: Article): readonly string[] {
  const { concepts, places } = profileOf(article);
  return [...places].filter((place) => concepts.get(place)?.isInTitle === true);
}
