import type { Article } from '../article.ts';
import { type EventProfile, profileOf } from './event-profile.ts';
import { figureMassShare, isOneLanguage } from './story-score.ts';
import { tokenMass, tokenWeight } from './token-match.ts';

/** Shares of what the headlines say that the other report says too, 0 to 1. */
export interface HeadlineCover {
  /** Of both headlines together. */
  readonly both: number;
  /** Of the headline that the other report tells best. */
  readonly best: number;
}

/**
 * How far each headline is told by the other report. What a report mentions as background is not in
 * its headline, so this tells an event from its follow-up.
 */
export function headlineCover(a: Article, b: Article): HeadlineCover {
  const [left, right] = [profileOf(a), profileOf(b)];
  const isOne = isOneLanguage(a, b);
  const one = coverOf(left, right, isOne);
  const other = coverOf(right, left, isOne);
  return {
    both: share(one.heard + other.heard, one.said + other.said),
    best: Math.max(share(one.heard, one.said), share(other.heard, other.said)),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

interface Cover {
  readonly said: number;
  readonly heard: number;
}

function coverOf(from: EventProfile, to: EventProfile, isOne: boolean): Cover {
  const parts = [...featuresHeard(from, to), ...tokensHeard(from, to, isOne)];
  return {
    said: parts.reduce((sum, { weight }) => sum + weight, 0),
    heard: parts.reduce((sum, { weight, isHeard }) => sum + (isHeard ? weight : 0), 0),
  };
}

interface Heard {
  readonly weight: number;
  readonly isHeard: boolean;
}

function featuresHeard(from: EventProfile, to: EventProfile): readonly Heard[] {
  return (['meanings', 'concepts', 'numbers'] as const).flatMap((kind) =>
    [...from[kind]]
      .filter(([, { isInTitle }]) => isInTitle)
      .map(([key, { weight }]) => ({
        weight: kind === 'numbers' ? weight * figureMassShare : weight,
        isHeard: to[kind].has(key),
      })),
  );
}

function tokensHeard(from: EventProfile, to: EventProfile, isOne: boolean): readonly Heard[] {
  return from.tokens
    .filter(({ isInTitle }) => isInTitle)
    .map((token) => {
      const isHeard = to.tokens.some((other) => tokenWeight(token, other, isOne) > 0);
      return { weight: isHeard ? token.weight : tokenMass(token, isOne), isHeard };
    });
}
