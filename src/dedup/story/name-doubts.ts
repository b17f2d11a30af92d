import type { Article } from '../article.ts';
import { recurrent } from './event-kinds.ts';
import { type EventProfile, profileOf, type Token } from './event-profile.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';
import { isOneLanguage, type StoryScore } from './story-score.ts';

/** Each headline names someone or somewhere that the other does not: another one of its kind. */
export function nameDoubt(
  a: Article,
  b: Article,
  { anchors }: StoryScore,
  [left, right]: Titles,
): StoryDoubt | undefined {
  if (!hasForeignName(a, b) || !hasForeignName(b, a)) return undefined;
  // Quakes and crashes come in rows: the place in the headline says which one is told.
  const isRecurrent = recurrent.some((id) => left.has(id) || right.has(id));
  if (!isRecurrent) return { kind: 'name', says: 'other names' };
  // Two languages may spell one name beyond recognition; one language does not.
  const isElsewhere = anchors.length === 0 && isOneLanguage(a, b);
  return { kind: isElsewhere ? 'certain' : 'place', says: 'another place' };
}

/** A place in the text alone may be where the last one happened; a person may be anywhere. */
function isNamedBy({ concepts }: EventProfile, id: string): boolean {
  const found = concepts.get(id);
  return found !== undefined && (found.isInTitle || !id.startsWith('place '));
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
