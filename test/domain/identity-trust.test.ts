import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysToTrust,
  fullTrust,
  type Trust,
  type TrustFault,
  trustAfter,
} from '../../src/domain/identity-trust.ts';
import { day } from '../../src/domain/instant.ts';
import { trustSentence } from '../../src/domain/trust-sentence.ts';

const start = Date.parse('2026-02-07T12:00:00Z');
const some: TrustFault = { kind: 'repeat', items: 2, of: 50 };
const most: TrustFault = { kind: 'repeat', items: 40, of: 50 };
const change: TrustFault = { kind: 'change', items: 48, of: 50 };
const clean = { faults: [], kept: 48, distinct: 50 };

/** Trust after documents at noon of the days that follow, by what each showed. */
function trustOver(days: readonly (TrustFault | undefined)[], from: Trust = fullTrust.guid): Trust {
  return days.reduce<Trust>((trust, fault, index) => {
    const evidence = { ...clean, faults: fault === undefined ? [] : [fault] };
    return trustAfter(trust, evidence, start + index * day);
  }, from);
}

const cleanDays = (count: number): undefined[] => Array.from({ length: count });

describe('trust in identities of a source', () => {
  it('falls with one document: to be checked after some faults, to nothing where most are', () => {
    expect(trustOver([some])).toMatchObject({ points: 60, grade: 'checked' });
    expect(trustOver([most])).toMatchObject({ points: 0, grade: 'none' });
    expect(trustOver([most]).fault).toEqual({ ...most, at: start });
  });

  it('does not fall on by the same document read again and again', () => {
    expect(trustOver([some, some, some])).toMatchObject({ points: 60, grade: 'checked' });
  });

  it('falls by identities that change only when they go on doing so', () => {
    const grades = [1, 2, 3, 4].map((polls) => trustOver(Array(polls).fill(change)).grade);
    expect(grades).toEqual(['full', 'checked', 'checked', 'none']);
    expect(trustOver([{ ...change, items: 3 }])).toBe(fullTrust.guid);
  });

  it('comes back over days, by way of being checked, and says how many', () => {
    const fallen = trustOver([most]);
    expect(daysToTrust(fallen)).toBe(25);
    expect(trustOver([most, ...cleanDays(24)]).grade).toBe('none');
    const checked = trustOver([most, ...cleanDays(25)]);
    expect([checked.grade, daysToTrust(checked)]).toEqual(['checked', 25]);
    expect(trustOver([most, ...cleanDays(49)]).grade).toBe('checked');
    expect(trustOver([most, ...cleanDays(50)])).toMatchObject({ points: 100, grade: 'full' });
    expect(trustOver([some, ...cleanDays(20)]).grade).toBe('full');
  });

  it('counts a day once, and none with a fault in it', () => {
    const noon = trustOver([some]);
    expect(trustAfter(noon, clean, start + 1)).toBe(noon);
    const next = trustAfter(noon, clean, start + day);
    expect(next.points).toBe(62);
    expect(trustAfter(next, clean, start + day + 5)).toBe(next);
  });

  it.each([
    ['of which nothing was known before', { ...clean, kept: 0 }],
    ['with one identity alone', { ...clean, distinct: 1 }],
  ])('does not rise by a document %s', (_, evidence) => {
    const fallen = trustOver([most]);
    expect(trustAfter(fallen, evidence, start + day)).toBe(fallen);
  });

  it('stays where it is under a source that is clean and broken by turns', () => {
    const turns = Array.from({ length: 200 }, (_, index) => (index % 9 === 0 ? most : undefined));
    expect(new Set(turns.map((_, index) => trustOver(turns.slice(0, index + 1)).grade))).toEqual(
      new Set(['none']),
    );
  });

  it('keeps each grade that it fell to for eleven days at least', () => {
    const fault = fc.oneof(
      { weight: 30, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(some, most, change) },
    );
    fc.assert(
      fc.property(fc.array(fault, { minLength: 40, maxLength: 150 }), (days) => {
        const grades = days.map((_, index) => trustOver(days.slice(0, index + 1)).grade);
        const ranks = grades.map((grade) => order.indexOf(grade));
        const rises = ranks.flatMap((rank, at) => (rank > (ranks[at - 1] ?? rank) ? [at] : []));
        const lasted = rises.map(
          (at) => at - 1 - ranks.slice(0, at).findLastIndex(isOther(ranks[at - 1])),
        );
        expect(Math.min(...lasted, leastDays)).toBe(leastDays);
      }),
      { numRuns: 100 },
    );
  });
});

/** From just below what is needed up to what wins it back. */
const leastDays = 11;

const order = ['none', 'checked', 'full'];

function isOther(rank: number | undefined): (other: number) => boolean {
  return (other) => other !== rank;
}

describe('what is told of it', () => {
  it('is what was seen, what it means and how it comes back', () => {
    expect(trustSentence('guid', trustOver([most]))).toBe(
      'its guids are not looked at, items are told apart by link or text, since one guid stood on ' +
        'several articles (40 of 50 items, last on 2026-02-07); they are tried again after 25 days ' +
        'on which they are seen to stand',
    );
    expect(trustSentence('link', trustOver([some]))).toContain(
      'its links count only where the text agrees',
    );
    expect(trustSentence('guid', fullTrust.guid)).toBeUndefined();
  });
});
