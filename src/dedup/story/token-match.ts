import type { Token } from './event-profile.ts';

/** Weight of two words being one; 0 when they are not. Words count only inside one language. */
export function tokenWeight(a: Token, b: Token, isOneLanguage: boolean): number {
  // Nearly all pairs have neither in common, and nothing else is quicker to tell.
  const mayBeOne = (a.skeletonBits & b.skeletonBits) !== 0 || (isOneLanguage && a.stem === b.stem);
  if (!mayBeOne) return 0;
  if (a.concept !== undefined && a.concept === b.concept) return 0;
  const isOneStem = isOneLanguage && a.stem === b.stem;
  const weight = (isOneStem ? 1 : nameWeight(a, b)) * (a.isCommon || b.isCommon ? 0.4 : 1);
  return isOneLanguage && isWritten(a) && isWritten(b) ? weight * 1.5 : weight;
}

/** Written with a capital, whatever its place. */
export function isWritten(token: Token): boolean {
  return token.isName === 'yes' || token.isName === 'likely';
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
  const sureness = (surenessOf[a.isName] + surenessOf[b.isName]) / 2;
  if (longest < 3 || (longest === 3 && sureness < 0.7)) return 0;
  const weights = [1, 1.6, 2.1];
  return (weights[Math.min(longest - 3, 2)] ?? 0) * sureness;
}

/** Two capitals are a name; without capitals on either side a chance likeness is possible. */
const surenessOf: Readonly<Record<Token['isName'], number>> = {
  yes: 1,
  likely: 0.8,
  open: 0.6,
  no: 0,
};

/** What a word weighs where nothing of the other side matches it. */
const strangeness: Readonly<Record<Token['isName'], number>> = {
  yes: 1,
  likely: 0.6,
  open: 0.3,
  no: 0,
};

/** How much a word says that the other report does not; small words hold inside one language. */
export function tokenMass(token: Token, isOneLanguage: boolean): number {
  if (token.concept !== undefined) return 0;
  return token.weight * (isOneLanguage ? 0.8 : strangeness[token.isName]);
}
