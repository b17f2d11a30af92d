import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchInput } from '../../src/domain/match.ts';
import type { Rule } from '../../src/domain/topic.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { compilePattern, type LinearPattern, patternFindsMax } from '../../src/match/pattern.ts';
import { aTopic } from '../support/a-topic.ts';

const concepts = [
  { id: 'quake', terms: { en: ['earthquake'] } },
  {
    id: 'read-also',
    terms: { en: ['read also'] },
  },
];

function decide(rule: Rule, item: MatchInput) {
  const [outcome] = compileTopics({ topics: [aTopic(rule)], concepts }).match(item);
  if (outcome === undefined) throw new Error('one topic, one outcome');
  return outcome;
}

const magnitude = { pattern: '(?i)\\bM ?[4-9][.,]\\d' };

function compiled(source: string): LinearPattern {
  const pattern = compilePattern(source);
  if ('problem' in pattern) throw new Error(pattern.problem);
  return pattern;
}

describe('a pattern', () => {
  it.each<[string, Rule, MatchInput, boolean]>([
    ['alone', { any: [magnitude] }, { title: 'Quake of m 4.8' }, true],
    ['nowhere', { any: [magnitude] }, { title: 'M 3.9' }, false],
    ['beside a concept', { all: ['quake', magnitude] }, { title: 'Earthquake, M5,1' }, true],
    ['without it', { all: ['quake', magnitude] }, { title: 'M5,1' }, false],
    ['near it', { all: ['quake', magnitude], within: 2 }, { title: 'M5.1 earthquake' }, true],
    [
      'far from it',
      { all: ['quake', magnitude], within: 2 },
      { title: 'M5.1 is what they say of the earthquake' },
      false,
    ],
    [
      'in another field',
      { any: [{ ...magnitude, fields: ['title'] }] },
      { title: 'x', summary: 'M5.1' },
      false,
    ],
    [
      'as a veto',
      { any: ['quake'], veto: [{ when: magnitude }] },
      { title: 'earthquake M6.0' },
      false,
    ],
    [
      'in a read-also line',
      { any: [magnitude] },
      { title: 'x', summary: 'Read also: M5.1' },
      false,
    ],
    ['in a capital İ', { any: [{ pattern: '^İran' }] }, { title: 'İranda' }, true],
    [
      'in categories',
      { any: [magnitude], fields: ['categories'] },
      { title: 'x', categories: ['y', 'M5.1'] },
      true,
    ],
  ])('%s', (_name, rule, item, isMatch) => {
    expect(decide(rule, item).matched).toBe(isMatch);
  });

  it('says in the evidence what it found, and where', () => {
    const { evidence } = decide({ any: [magnitude] }, { title: '𝐈ran: M 4.8, then M 5,0' });
    expect(evidence.hits).toEqual([
      expect.objectContaining({ field: 'title', start: 7, end: 12, surface: 'M 4.8' }),
      expect.objectContaining({ field: 'title', start: 19, end: 24, surface: 'M 5,0' }),
    ]);
    expect(evidence.hits[0]?.term).toBe(magnitude.pattern);
    const missed = decide({ all: ['quake', magnitude] }, { title: 'An earthquake' });
    expect(missed.evidence.missing).toEqual([`/${magnitude.pattern}/`]);
  });

  it('marks exactly what it matched, on any text', () => {
    const pattern = compiled('(?i)\\p{L}+4|[İı]+');
    const unit = fc.constantFrom('a', 'İ', 'ı', '4', ' ', '𝐈', 'ر', 'é');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        for (const [start, end] of pattern.find(text)) {
          expect(compiled('^(?:(?i)\\p{L}+4|[İı]+)$').find(text.slice(start, end))).toEqual([
            [0, end - start],
          ]);
        }
      }),
    );
  });

  // A backtracking engine needs hours for the first of these.
  it.each(['^(a+)+$', '(a|a)*b', '(x+x+)+y', 'a.*b|a'])(
    '%s is matched in linear time',
    (source) => {
      const text = `${'a'.repeat(60_000)}!`;
      expect(compiled(source).find(text).length).toBeLessThanOrEqual(patternFindsMax);
    },
  );

  it.each([
    ['(?<=a)b', /uses look-behind, which cannot be matched in linear time/],
    ['(?<!a)b', /look-behind/],
    ['a(?!b)', /look-ahead/],
    ['(a)\\1', /back-reference/],
    ['(?P<n>a)(?P=n)', /back-reference/],
    ['(?>a)', /atomic or possessive/],
    ['(', /missing closing/],
    ['((x{1000}){1000})', /invalid repeat count/],
    ['a*', /matches the empty text/],
    ['\\b', /finds a place without a character/],
    ['\\b|x', /finds a place without a character/],
  ])('%s is refused with topic, clause and reason', (pattern, reason) => {
    const compile = () => decide({ all: ['quake', { any: [{ pattern }] }] }, { title: '' });
    expect(compile).toThrow(reason);
    expect(compile).toThrow(/topic "a-topic": rule\.all\[1\]\.any\[0\]\.pattern/);
  });

  it('changes the rule’s version', () => {
    const versionOf = (pattern: string) =>
      decide({ any: [{ pattern }] }, { title: '' }).evidence.ruleVersion;
    expect(versionOf('a')).not.toBe(versionOf('b'));
  });
});
