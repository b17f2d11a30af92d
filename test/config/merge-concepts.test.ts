import { describe, expect, it } from 'vitest';
import { mergeConcepts } from '../../src/config/merge-concepts.ts';
import type { Concept } from '../../src/domain/topic.ts';

const iran: Concept = {
  id: 'iran',
  kind: 'country',
  terms: { en: ['Iran', 'Tehran'], tr: ['İran'] },
  weak: { en: ['Persian'] },
  context: ['oil'],
};
const oil: Concept = { id: 'oil', terms: { en: ['oil'] } };

describe('concepts of the editor', () => {
  it('extend a shipped one by language and leave its neighbours alone', () => {
    const own = {
      iran: {
        terms: { tr: ['Tahran'], fa: ['ایران'] },
        weak: { en: ['Qom'] },
        mask: { tr: ['Doğu Azerbaycan'] },
        context: ['oil', 'gas'],
      },
    };
    expect(mergeConcepts([iran, oil], own)).toEqual([
      {
        id: 'iran',
        kind: 'country',
        terms: { en: ['Iran', 'Tehran'], tr: ['İran', 'Tahran'], fa: ['ایران'] },
        weak: { en: ['Persian', 'Qom'] },
        context: ['oil', 'gas'],
        mask: { tr: ['Doğu Azerbaycan'] },
      },
      oil,
    ]);
  });

  it('give a word that ships a form of its own', () => {
    const own = { iran: { terms: { en: [{ term: 'Tehran', exact: true }] } } };
    expect(mergeConcepts([iran], own)[0]?.terms).toEqual({
      en: ['Iran', { term: 'Tehran', exact: true }],
      tr: ['İran'],
    });
  });

  it('replace a shipped one when they say so', () => {
    const own = { iran: { replace: true, terms: { en: ['Persia'] } } };
    expect(mergeConcepts([iran], own)).toEqual([{ id: 'iran', terms: { en: ['Persia'] } }]);
  });

  it('follow the shipped ones when they are new', () => {
    const own = { trade: { title: 'Trade', terms: { EN: ['trade'] }, includes: ['oil'] } };
    expect(mergeConcepts([oil], own)).toEqual([
      oil,
      { id: 'trade', title: 'Trade', terms: { en: ['trade'] }, includes: ['oil'] },
    ]);
  });

  it('change nothing of what ships', () => {
    const before = structuredClone(iran);
    mergeConcepts([iran], { iran: { terms: { en: ['Qom'] } } });
    expect(iran).toEqual(before);
  });
});
