import { describe, expect, it } from 'vitest';
import { idPattern } from '../../src/domain/ids.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { wordList } from '../../src/match/concepts/word-list.ts';

const languages = ['az', 'tr', 'fa', 'ru', 'en', 'hy', 'ka', 'ar'] as const;
/** Lists for no language are written in Latin letters: they stand for these. */
const latin = new Set(['az', 'tr', 'en']);

describe('the shipped concepts', () => {
  it('are at least forty, with ids of their own', () => {
    const ids = shippedConcepts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    for (const id of ids) expect(id).toMatch(idPattern);
  });

  it('have words of their own in all eight languages, forty of them or more', () => {
    const speaks = ({ terms }: (typeof shippedConcepts)[number]) =>
      languages.every((key) => {
        const keys = latin.has(key) ? [key, '*'] : [key];
        return keys.some((each) => (terms[each] ?? []).length > 0);
      });
    expect(shippedConcepts.filter(speaks).length).toBeGreaterThanOrEqual(100);
    // What hides or weakens a word is there for the languages that need it.
    const masked = shippedConcepts.filter(({ mask }) => mask !== undefined);
    const weakened = shippedConcepts.filter(({ weak }) => weak !== undefined);
    expect(masked.length).toBeGreaterThanOrEqual(5);
    expect(weakened.length).toBeGreaterThanOrEqual(5);
    for (const { id, weak, context } of weakened) {
      expect(weak === undefined || (context ?? []).length > 0 || id === 'azerbaijan-services').toBe(
        true,
      );
    }
  });

  it.each(shippedConcepts.map((concept) => [concept.id, concept] as const))(
    '%s speaks all eight languages',
    (_id, { terms, weak, includes }) => {
      // A group of other concepts speaks through them.
      if (includes !== undefined && Object.keys(terms).length === 0) return;
      const spoken = languages.filter((language) => {
        const lists = [terms, weak ?? {}];
        const keys = latin.has(language) ? [language, '*'] : [language];
        return lists.some((list) => keys.some((key) => (list[key] ?? []).length > 0));
      });
      expect(spoken).toEqual(languages);
    },
  );

  it('compile together, and find themselves', () => {
    const topics = compileTopics({ topics: [], concepts: shippedConcepts });
    const found = (title: string) => topics.annotate({ title }).map(({ concept }) => concept);
    expect(found('Pezeşkian Bakü’ye geldi')).toEqual(
      expect.arrayContaining(['masoud-pezeshkian', 'baku']),
    );
    expect(found('министра обороны принял президент')).toEqual(
      expect.arrayContaining(['defence-minister', 'meeting', 'president']),
    );
    expect(found('سفیر ایران در باکو')).toEqual(
      expect.arrayContaining(['ambassador', 'iran', 'baku']),
    );
  });
});

describe('wordList', () => {
  it('reads terms, exactness, case and weight', () => {
    expect(wordList('Tahran, Araz=, SOCAR^, Aliyev*0.7, Bakı=^*0.5')).toEqual([
      'Tahran',
      { term: 'Araz', exact: true },
      { term: 'SOCAR', caseSensitive: true },
      { term: 'Aliyev', weight: 0.7 },
      { term: 'Bakı', exact: true, caseSensitive: true, weight: 0.5 },
    ]);
  });
});
