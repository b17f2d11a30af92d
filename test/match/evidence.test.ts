import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit, MatchInput } from '../../src/domain/match.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { detectAzerbaijaniCyrillic, foldText } from '../../src/text/fold.ts';
import { aTopic } from '../support/a-topic.ts';

const topics = compileTopics({
  topics: [
    aTopic({
      between: ['azerbaijan', 'iran'],
      veto: [{ when: 'sport', unless: ['diplomacy'] }],
    }),
  ],
  concepts: shippedConcepts,
});

function only(item: MatchInput) {
  const [outcome] = topics.match(item);
  if (outcome === undefined) throw new Error('one topic, one outcome');
  return outcome;
}

describe('evidence', () => {
  it('names concept, term, field and offsets of what was found', () => {
    const title = 'İran’ın Bakü büyükelçisi konuştu';
    const { evidence, matched } = only({ title });
    expect(matched).toBe(true);
    expect(evidence.scope).toBe('title');
    expect(evidence.hits).toContainEqual({
      concept: 'iran',
      term: 'İran',
      field: 'title',
      start: 0,
      end: 7,
      surface: 'İran’ın',
      weight: 1,
      isWeak: false,
    });
    expect(evidence.ruleVersion).toMatch(/^[0-9a-f]{16}$/);
  });

  it('shows masked spans and what is missing', () => {
    const { evidence, matched } = only({ title: 'Doğu Azerbaycan’da yangın' });
    expect(matched).toBe(false);
    expect(evidence.masked[0]).toMatchObject({ surface: 'Doğu Azerbaycan’da', start: 0 });
    expect(evidence.missing).toEqual(['azerbaijan']);
  });

  it('shows a veto, and what overrode it', () => {
    const lost = only({ title: 'Iran beat Azerbaijan in football friendly' });
    expect(lost.matched).toBe(false);
    expect(lost.evidence.vetoes[0]).toMatchObject({ clause: 'sport' });
    const kept = only({ title: 'Iran protests to Azerbaijan over football chants' });
    expect(kept.matched).toBe(true);
    expect(kept.evidence.vetoes[0]).toMatchObject({ clause: 'sport', overriddenBy: 'diplomacy' });
  });

  it('never takes categories for proof, and counts their offsets in the joined text', () => {
    const item = { title: 'Yeni anlaşma', categories: ['İran', 'Azerbaycan'] };
    expect(only(item).matched).toBe(false);
    const hits = topics.annotate(item);
    for (const hit of hits.filter(({ field }) => field === 'categories')) {
      expect('İran\nAzerbaycan'.slice(hit.start, hit.end)).toBe(hit.surface);
    }
  });

  it('gives the same outcome for the same item, however often', () => {
    const item = { title: 'Əliyev İran XİN başçısı ilə görüşüb' };
    expect(topics.match(item)).toEqual(topics.match(item));
  });
});

const pieces = [
  'İran’ın',
  'IRAN',
  'Иранский',
  'ایران‌ها',
  'وإيران',
  'Իրանը',
  'ირანთან',
  'Bakıda',
  'Բաքվում',
  'عَلي‌اف',
  'Азәрбајҹанын',
  'Azərbaycan',
  'x',
  '—',
  '«',
  '»',
  '. ',
  '؛',
  '\u00AD',
  '\u200F',
  'ﷺ',
  '𝐈𝐫𝐚𝐧',
  'İran’ın'.normalize('NFD'),
  'Bakü'.normalize('NFD'),
  'Əliyev'.normalize('NFD'),
  'ᲘᲠᲐᲜᲨᲘ',
  'ᲑᲐᲥᲝᲓᲐᲜ',
  'Նախագահ Ալիևը',
  'ԱԼԻԵՎ',
  '\u0625\u064A\u0631\u0627\u0646',
  '\uFE87\uFEF3\uFEAE\uFE8D\uFEE5',
  'الهام علی‌اف',
  'عليي\u0640ف',
  'Iran\u00ADian',
  '12',
  ';',
];

describe('offsets', () => {
  it('mark exactly the text that was matched, on any text', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const fields = { title, summary };
        for (const hit of topics.annotate(fields)) checkHit(hit, fields);
        for (const { start, end, surface, field } of only(fields).evidence.masked) {
          expect(fields[field as 'title'].slice(start, end)).toBe(surface);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** A hit's surface is the slice it names, and folds to something that begins like its term. */
function checkHit(hit: Hit, fields: Readonly<Record<'title' | 'summary', string>>): void {
  const text = fields[hit.field as 'title'];
  expect(text.slice(hit.start, hit.end)).toBe(hit.surface);
  const azerbaijaniCyrillic = detectAzerbaijaniCyrillic(
    foldText(text, { azerbaijaniCyrillic: false }),
  );
  const surface = foldText(hit.surface, { azerbaijaniCyrillic, marks: 'drop' });
  const term = foldText(hit.term, { marks: 'drop' });
  const stem = term.slice(0, Math.min(3, term.length - 1));
  expect(surface).toContain(stem);
  // Read alone, what is highlighted is a form of the same concept, from its first letter to its last.
  if (azerbaijaniCyrillic) return;
  const alone = topics.annotate({ title: hit.surface });
  const again = alone.filter(({ concept }) => concept === hit.concept);
  expect(again.map(({ start, end }) => [start, end])).toContainEqual([0, hit.surface.length]);
}
