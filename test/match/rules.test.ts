import { describe, expect, it } from 'vitest';
import type { MatchInput } from '../../src/domain/match.ts';
import type { Concept, Rule } from '../../src/domain/topic.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { aTopic } from '../support/a-topic.ts';

const concepts: readonly Concept[] = [
  { id: 'cat', terms: { en: ['cat'] } },
  { id: 'dog', terms: { en: ['dog'] } },
  { id: 'pet', terms: {}, includes: ['cat', 'dog'] },
  {
    id: 'bank',
    terms: { en: ['riverbank'] },
    weak: { en: ['bank'] },
    context: ['water'],
    mask: { en: ['bank robbery'] },
  },
  { id: 'water', terms: { en: ['water'] } },
];

function matches(rule: Rule, item: MatchInput): boolean {
  const [outcome] = compileTopics({ topics: [aTopic(rule)], concepts }).match(item);
  return outcome?.matched ?? false;
}

describe('rules', () => {
  it.each<[string, Rule, MatchInput, boolean]>([
    ['all: both', { all: ['cat', 'dog'] }, { title: 'A cat and a dog' }, true],
    ['all: one', { all: ['cat', 'dog'] }, { title: 'A cat' }, false],
    ['any', { any: ['cat', 'dog'] }, { title: 'A dog' }, true],
    ['none', { any: ['cat'], none: ['dog'] }, { title: 'A cat and a dog' }, false],
    ['included words', { any: ['pet'] }, { title: 'Two dogs' }, true],
    ['nested', { all: [{ any: ['cat', 'dog'] }, 'water'] }, { title: 'Cat hates water' }, true],
    ['fields', { any: ['cat'], fields: ['title'] }, { title: 'x', summary: 'A cat' }, false],
    [
      'categories are asked for',
      { any: ['cat'], fields: ['categories'] },
      { title: 'x', categories: ['cat'] },
      true,
    ],
    ['categories are not looked at', { any: ['cat'] }, { title: 'x', categories: ['cat'] }, false],
    ['phrase', { any: [{ phrase: 'big cat' }] }, { title: 'The big cats' }, true],
    ['phrase apart', { any: [{ phrase: 'big cat' }] }, { title: 'big black cat' }, false],
    ['phrase near', { any: [{ phrase: 'big cat', near: 2 }] }, { title: 'cat, very big' }, true],
    [
      'phrase too far',
      { any: [{ phrase: 'big cat', near: 1 }] },
      { title: 'cat is very big' },
      false,
    ],
    [
      'within sentence',
      { all: ['cat', 'dog'], within: 'sentence' },
      { title: 'x', summary: 'A cat. A dog.' },
      false,
    ],
    [
      'title and lead are one',
      { all: ['cat', 'dog'], within: 'sentence' },
      { title: 'Cat', summary: 'A dog.' },
      true,
    ],
    [
      'within title',
      { all: ['cat', 'dog'], within: 'title' },
      { title: 'Cat', summary: 'A dog.' },
      false,
    ],
    ['within words', { all: ['cat', 'dog'], within: 1 }, { title: 'cat and dog' }, true],
    ['within too few', { all: ['cat', 'dog'], within: 1 }, { title: 'cat and a dog' }, false],
    ['language', { all: ['cat', { language: ['en'] }] }, { title: 'cat', language: 'en-GB' }, true],
    [
      'other language',
      { all: ['cat', { language: ['en'] }] },
      { title: 'cat', language: 'tr' },
      false,
    ],
    ['country', { all: ['cat', { country: ['TR'] }] }, { title: 'cat', country: 'TR' }, true],
    ['source unknown', { all: ['cat', { source: ['a'] }] }, { title: 'cat' }, false],
    ['veto', { any: ['cat'], veto: [{ when: 'dog' }] }, { title: 'cat and dog' }, false],
    [
      'veto overridden',
      { any: ['cat'], veto: [{ when: 'dog', unless: ['water'] }] },
      { title: 'cat, dog, water' },
      true,
    ],
    [
      'veto elsewhere',
      { any: ['cat'], fields: ['title'], veto: [{ when: 'dog' }] },
      { title: 'cat', summary: 'x. y. dog.' },
      true,
    ],
    [
      'threshold missed',
      { any: ['cat'], threshold: 2 },
      { title: 'x', summary: 'One. A cat.' },
      false,
    ],
    ['threshold met', { any: ['cat'], threshold: 2 }, { title: 'x', summary: 'A cat.' }, true],
    ['weak alone', { any: ['bank'] }, { title: 'The bank' }, false],
    ['weak in context', { any: ['bank'] }, { title: 'The bank by the water' }, true],
    ['mask', { any: ['bank'] }, { title: 'A bank robbery by the water' }, false],
    ['mask leaves the rest', { any: ['bank'] }, { title: 'A bank robbery on the riverbank' }, true],
  ])('%s', (_name, rule, item, expected) => {
    expect(matches(rule, item)).toBe(expected);
  });

  it.each<[string, Rule, RegExp]>([
    [
      'an unknown concept',
      { any: ['cow'] },
      /topic "a-topic": rule\.any\[0\] names the concept "cow"/,
    ],
    ['an empty list', { any: [] }, /rule\.any is empty/],
    ['nothing to find', { none: ['cat'] }, /says nothing that an item must have/],
    ['a phrase without words', { any: [{ phrase: '…' }] }, /rule\.any\[0\]\.phrase has no letter/],
    ['one side twice', { between: ['cat', 'cat'] }, /names one concept twice/],
    ['strong without sides', { any: ['cat'], strong: ['dog'] }, /rule\.strong/],
    [
      'a distance below zero',
      { all: ['cat', 'dog'], within: -1 },
      /rule\.within must be a whole number/,
    ],
  ])('refuses %s with topic, clause and cure', (_name, rule, message) => {
    expect(() => compileTopics({ topics: [aTopic(rule)], concepts })).toThrow(message);
  });

  it.each<[string, Concept, RegExp]>([
    ['a term without letters', { id: 'x', terms: { en: ['!!'] } }, /concept "x": the term "!!"/],
    ['an unknown inclusion', { id: 'x', terms: {}, includes: ['y'] }, /includes names "y"/],
  ])('refuses a concept with %s', (_name, concept, message) => {
    expect(() => compileTopics({ topics: [], concepts: [concept] })).toThrow(message);
  });

  it('changes a rule’s version with any word it uses, however far, and with no other', () => {
    const versionWith = (words: readonly string[], other: string) =>
      compileTopics({
        topics: [aTopic({ any: ['pet'] })],
        concepts: [
          { id: 'pet', terms: {}, includes: ['cat'] },
          { id: 'cat', terms: { en: words } },
          { id: 'other', terms: { en: [other] } },
        ],
      }).versions.get('a-topic');
    expect(versionWith(['cat'], 'x')).toBe(versionWith(['cat'], 'y'));
    expect(versionWith(['cat'], 'x')).not.toBe(versionWith(['cat', 'kitten'], 'x'));
  });

  it('gives one outcome per topic in their order, also when nothing is found', () => {
    const ids = ['one', 'two', 'three'];
    const compiled = compileTopics({
      topics: ids.map((id) => aTopic({ any: ['cat'] }, id)),
      concepts,
    });
    expect(compiled.match({ title: 'nothing' }).map(({ topicId }) => topicId)).toEqual(ids);
    expect(compiled.match({ title: 'cat' }).every(({ matched }) => matched)).toBe(true);
  });
});
