import type { Article } from '../article.ts';
import { recurrent } from './event-kinds.ts';
import { type EventProfile, profileOf, type Token } from './event-profile.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';
import type { StoryScore } from './story-score.ts';

/** Both name places, and not one in common: the same people are somewhere else. */
export function placeDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [profileOf(a).places, profileOf(b).places];
  if (left.size === 0 || right.size === 0) return undefined;
  if ([...left].some((place) => right.has(place))) return undefined;
  return { guard: 'other places', factor: 0.55 };
}

/** Each headline names someone or somewhere that the other does not: another one of its kind. */
export function nameDoubt(
  a: Article,
  b: Article,
  score: StoryScore,
  [left, right]: Titles,
): StoryDoubt | undefined {
  if (!hasForeignName(a, b) || !hasForeignName(b, a)) return undefined;
  // Quakes and crashes come in rows: the place in the headline says which one is told.
  const isRecurrent = recurrent.some((id) => left.has(id) || right.has(id));
  const [ours, theirs] = [titlePlaces(a), titlePlaces(b)];
  const isElsewhere =
    ours.length > 0 && theirs.length > 0 && !ours.some((place) => theirs.includes(place));
  if (isRecurrent && isElsewhere) return { guard: 'another place', factor: 0.35 };
  if (isRecurrent) {
    return {
      guard: 'another place',
      factor: recurrentFactor(score),
      isOmission: score.anchors.length > 1,
    };
  }
  return { guard: 'other names', factor: score.anchors.length > 1 ? 0.9 : 0.7, isOmission: true };
}

/** A state or capital in one headline that the other report never names, and no name in common. */
export function countryDoubt(a: Article, b: Article, score: StoryScore): StoryDoubt | undefined {
  if (score.anchors.length > 0) return undefined;
  const foreign = (from: Article, to: Article) =>
    headlineStates(from).some((place) => !profileOf(to).places.has(place));
  // Only where both say where it is: an outlet does not name its own country to its readers.
  const isElsewhere =
    headlineStates(a).length > 0 &&
    headlineStates(b).length > 0 &&
    (foreign(a, b) || foreign(b, a));
  return isElsewhere ? { guard: 'another state', factor: 0.35 } : undefined;
}

/** States, by name or capital, in a headline. */
function headlineStates(article: Article): readonly string[] {
  const { concepts, places } = profileOf(article);
  return [...places].filter((place) => concepts.get(place)?.isInTitle === true);
}

/** A place in the text alone may be where the last one happened; a person may be anywhere. */
function isNamedBy({ concepts }: EventProfile, id: string): boolean {
  const found = concepts.get(id);
  return found !== undefined && (found.isInTitle || !id.startsWith('place '));
}

/** Places that the headline names. */
function titlePlaces(article: Article): readonly string[] {
  return [...profileOf(article).concepts]
    .filter(([id, { isInTitle }]) => isInTitle && id.startsWith('place '))
    .map(([id]) => id);
}

/** Two names in common are the place, whatever else a headline names. */
function recurrentFactor({ anchors }: StoryScore): number {
  if (anchors.length > 1) return 0.9;
  return anchors.length === 1 ? 0.5 : 0.35;
}

function hasForeignName(article: Article, other: Article): boolean {
  const theirs = profileOf(other);
  const isTheirs = (token: Token) =>
    theirs.tokens.some(
      (found) =>
        found.isInTitle &&
        (found.stem === token.stem ||
          ((found.skeletonBits & token.skeletonBits) !== 0 &&
            found.skeletons.some((skeleton) => token.skeletons.includes(skeleton)))),
    );
  const isForeign = profileOf(article).tokens.some(
    (token) =>
      token.isInTitle &&
      token.concept === undefined &&
      (token.isName === 'yes' || token.isName === 'likely') &&
      !isTheirs(token),
  );
  return (
    isForeign ||
    [...profileOf(article).concepts].some(
      ([id, { weight, isInTitle }]) => isInTitle && weight >= 1 && !isNamedBy(theirs, id),
    )
  );
}
