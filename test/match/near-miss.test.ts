import { describe, expect, it } from 'vitest';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { isNearMiss } from '../../src/match/near-miss.ts';
import { aTopic } from '../support/a-topic.ts';

const topics = compileTopics({
  topics: [aTopic({ between: ['azerbaijan', 'iran'], veto: [{ when: 'sport' }] })],
  concepts: shippedConcepts,
});

describe('a near miss', () => {
  it.each([
    ['a vetoed pair', 'Iran beat Azerbaijan in football friendly', '', true],
    ['a pair without a dealing', 'Notes of a traveller', 'He loves Iran and Azerbaijan.', true],
    [
      'one side and a weak word of the other',
      'Əliyev kitab yazıb',
      'Müəllif Təbrizdə doğulub.',
      true,
    ],
    ['a match', 'Aliyev meets Pezeshkian in Baku', '', false],
    ['one side alone', 'Baku opens a park', '', false],
    ['nothing', 'A park opens', '', false],
  ])('is or is not %s', (_name, title, summary, expected) => {
    const [outcome] = topics.match({ title, summary });
    expect(outcome === undefined ? undefined : isNearMiss(outcome)).toBe(expected);
  });
});
