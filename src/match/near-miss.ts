import type { MatchOutcome } from '../domain/match.ts';

/** How far under its threshold a score may lie and still be worth an editor's look. */
const scoreGapMax = 1;

/**
 * Whether an outcome nearly was a match, for the review list by which word lists grow: every clause
 * was satisfied but the score or a veto stood against it, or one clause is missing and a weak word
 * of the topic was there. An item that merely names one side is not one.
 */
export function isNearMiss({ matched, score, evidence }: MatchOutcome): boolean {
  if (matched || evidence.hits.length === 0) return false;
  if (evidence.missing.length === 0) {
    return evidence.vetoes.length > 0 || score >= evidence.threshold - scoreGapMax;
  }
  return evidence.missing.length === 1 && evidence.hits.some(({ isWeak }) => isWeak);
}
