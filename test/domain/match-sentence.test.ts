import { describe, expect, it } from 'vitest';
import type { Hit, MatchOutcome } from '../../src/domain/match.ts';
import { explainSentence } from '../../src/domain/match-sentence.ts';

const evidence = { hits: [], masked: [], vetoes: [], missing: [], threshold: 1, ruleVersion: 'v' };

describe('explainSentence', () => {
  it('says of a rule of conditions alone that they hold, and names no words', () => {
    const outcome: MatchOutcome = { topicId: 'all-of-turan', matched: true, score: 1, evidence };
    expect(explainSentence(outcome)).toBe(
      'Matched: every condition of the rule holds; it asks for no words.',
    );
  });

  it('says of what was found and is missing all the same that it did not count', () => {
    const hit: Hit = {
      ...{ field: 'summary', start: 0, end: 10, surface: 'آذربایجان', term: 'آذربایجان' },
      ...{ weight: 0.4, isWeak: true, concept: 'azerbaijan' },
    };
    const lacking = { ...evidence, hits: [hit], missing: ['azerbaijan', 'iran'] };
    const outcome: MatchOutcome = {
      ...{ topicId: 'azerbaijan-iran', matched: false, score: 0 },
      evidence: lacking,
    };
    expect(explainSentence(outcome)).toBe(
      'Not matched: only found “آذربایجان” [azerbaijan, summary]; ' +
        'missing: azerbaijan (found, but not where or as it counts), iran.',
    );
  });
});
