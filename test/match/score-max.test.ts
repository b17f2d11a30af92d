import { describe, expect, it } from 'vitest';
import type { Concept, Rule } from '../../src/domain/topic.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { aTopic } from '../support/a-topic.ts';

const concepts: readonly Concept[] = [
  { id: 'cat', terms: { en: ['cat'] } },
  { id: 'lion', terms: { en: [{ term: 'lion', weight: 4 }] } },
  { id: 'pet', terms: {}, includes: ['cat', 'lion'] },
  { id: 'dog', terms: { en: ['dog'] }, weak: { en: [{ term: 'hound', weight: 0.2 }] } },
];

const compile = (rule: Rule) => compileTopics({ topics: [aTopic(rule)], concepts });

/** The highest score that is said to be possible. */
function mostOf(rule: Rule): number {
  try {
    compile({ ...rule, threshold: 999 });
  } catch (error) {
    const [, most] = /more than ([\d.]+) by this rule/.exec(String(error)) ?? [];
    return Number(most);
  }
  return Number.POSITIVE_INFINITY;
}

describe('a threshold that no item can reach', () => {
  it.each<[string, Rule, number]>([
    ['a concept', { any: ['cat'] }, 3.5],
    ['the weightiest of several', { any: ['cat', 'lion'] }, 12.5],
    ['the weightiest word of what a concept includes', { any: ['pet'] }, 12.5],
    ['the weakest of all', { all: ['cat', 'lion'] }, 3.5],
    ['a field that is worth less', { any: ['cat'], fields: ['content'] }, 1],
    ['the lead of a summary', { any: ['cat'], fields: ['summary'] }, 2.5],
    ['the weights of the rule', { any: ['cat'], weights: { content: 10 } }, 10.5],
    ['a phrase', { any: [{ phrase: 'big cat' }] }, 3.5],
    ['a pattern', { any: [{ pattern: 'cat\\d+' }] }, 3.5],
    ['a condition, which limits nothing', { all: ['cat', { language: ['en'] }] }, 3.5],
    ['two sides', { between: ['cat', 'dog'] }, 5],
    ['two sides and more', { between: ['cat', 'dog'], any: ['lion'], fields: ['content'] }, 2.5],
    ['conditions alone', { all: [{ language: ['en'] }] }, Number.POSITIVE_INFINITY],
  ])('is told by %s', (_, rule, most) => {
    expect(mostOf(rule)).toBe(most);
    if (Number.isFinite(most)) expect(() => compile({ ...rule, threshold: most })).not.toThrow();
  });

  it.each<[string, Rule, string]>([
    ['of the topic', { any: ['cat'], threshold: 9 }, 'rule.threshold is 9'],
    ['inside', { any: ['cat', { all: ['dog'], threshold: 4 }] }, 'rule.any[1].threshold is 4'],
    [
      'of a veto',
      { any: ['cat'], veto: [{ when: { any: ['dog'], threshold: 4 } }] },
      'rule.veto[0].when.threshold is 4',
    ],
  ])('is refused with its place: %s', (_, rule, place) => {
    expect(() => compile(rule)).toThrow(place);
    expect(() => compile(rule)).toThrow('give 3.5 or less, or raise "weights"');
  });

  it.each([
    ['Cat and cat, cat, cat, cat, cat, cat', 3.5],
    ['Lion, lion, lion, lion, lion, lion, lion', 12.5],
  ])('never lies below what an item scores: %s', (title, score) => {
    const [outcome] = compile({ any: ['pet'], threshold: 0.1 }).match({ title });
    expect(outcome?.score).toBe(score);
  });
});
