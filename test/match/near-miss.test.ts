import { describe, expect, it } from 'vitest';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { isNearMiss } from '../../src/match/near-miss.ts';
import { aTopic } from '../support/a-topic.ts';

const topics = compileTopics({
  topics: [aTopic({ between: ['azerbaijan', 'iran'], veto: [{ when: 'sport' }] })],
  concepts: shippedConcepts,
});

describe('an item of one side', () => {
  it.each([
    ['azerbaijan', 'Aliyev visits Lankaran', 'iran'],
    ['iran', 'Pezeshkian visits Bandar Abbas', 'azerbaijan'],
  ])('of %s is told as fully as of the other', (_side, title, missing) => {
    const [outcome] = topics.match({ title });
    expect(outcome?.evidence.missing).toEqual([missing]);
    expect(outcome?.evidence.hits.length).toBeGreaterThanOrEqual(2);
    expect(outcome).toEqual(topics.explain({ title })[0]);
  });

  it('is explained in full where matching passes over it', () => {
    const rule = { all: ['earthquake', 'iran'] };
    const compiled = compileTopics({ topics: [aTopic(rule)], concepts: shippedConcepts });
    const [passedOver] = compiled.match({ title: 'Iran opens a park' });
    const [explained] = compiled.explain({ title: 'Iran opens a park' });
    expect(passedOver?.evidence.hits).toEqual([]);
    expect(explained?.evidence).toMatchObject({
      missing: ['earthquake'],
      hits: [{ surface: 'Iran' }],
    });
  });
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
    ['the other side and a weak word of its own', 'پزشکیان از کارگران کشورمان گفت', '', true],
    ['a match', 'Aliyev meets Pezeshkian in Baku', '', false],
    ['one side alone', 'Baku opens a park', '', false],
    ['nothing', 'A park opens', '', false],
  ])('is or is not %s', (_name, title, summary, expected) => {
    const [outcome] = topics.match({ title, summary });
    expect(outcome === undefined ? undefined : isNearMiss(outcome)).toBe(expected);
  });
});
