import { describe, expect, it } from 'vitest';
import type { MatchOutcome } from '../../src/domain/match.ts';
import { explainSentence } from '../../src/domain/match-sentence.ts';

const evidence = { hits: [], masked: [], vetoes: [], missing: [], threshold: 1, ruleVersion: 'v' };

describe('explainSentence', () => {
  it('says of a rule of conditions alone that they hold, and names no words', () => {
    const outcome: MatchOutcome = { topicId: 'all-of-turan', matched: true, score: 1, evidence };
    expect(explainSentence(outcome)).toBe(
      'Matched: every condition of the rule holds; it asks for no words.',
    );
  });
});
