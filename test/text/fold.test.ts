import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, originalSpan } from '../../src/text/fold.ts';

describe('fold', () => {
  it.each([
    ['İRAN', 'iran'],
    ['a\u0000\u0301b', 'ab'],
    ['IRAN', 'iran'],
    ['İran’ın', "iran'in"],
    ['I\u0307ran', 'iran'],
    ['Bakü’ye', "bakü'ye"],
    ['Baku\u0308', 'bakü'],
    ['Äliyev', 'əliyev'],
    ['Hakkâri', 'hakkari'],
    ['Ещё', 'еще'],
    ['Ира\u0301н', 'иран'],
    ['район', 'район'],
    ['раи\u0306он', 'район'],
    ['علي‌اف', 'علیاف'],
    ['إيران', 'ایران'],
    ['آذربايجان', 'اذربایجان'],
    ['رئيس الجمهورية', 'رییس الجمهوریه'],
    ['إِيرَان', 'ایران'],
    ['باكـــو', 'باکو'],
    ['۱۲٫۵ و ٣٤', '12٫5 و 34'],
    ['ﻻ', 'لا'],
    ['և', 'եւ'],
    ['Իրա՞ն', 'իրան'],
    ['ᲘᲠᲐᲜᲘ', 'ირანი'],
    ['ﬁnal Ⅳ', 'final iv'],
    ['a\u00ADb\u200F', 'ab'],
    ['Bakı–Tehran', 'baki-tehran'],
    ['«İran»', '"iran"'],
    ['a\u00A0b\r\nc', 'a b\n\nc'],
    ['\uD800x', '\uFFFDx'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('reads Azerbaijani Cyrillic as Latin and leaves Russian alone', () => {
    expect(foldText('Азәрбајҹан вә Иран')).toBe(foldText('Azərbaycan və İran'));
    expect(foldText('Азербайджан и Иран')).toBe('азербайджан и иран');
    expect(foldText('Қазақстан және Әзірбайжан')).toBe('қазақстан және әзірбайжан');
    expect(foldText('Иран', { azerbaijaniCyrillic: true })).toBe('iran');
  });

  it('drops the marks of Turkish and Azerbaijani letters when asked', () => {
    expect(foldText('Pezeşkiyan Nəxçıvana gəldi', { marks: 'drop' })).toBe(
      'pezeskiyan nexcivana geldi',
    );
    expect(foldText('Бакы шәһәри', { marks: 'drop' })).toBe('baki seheri');
  });

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same text whether letters come composed or decomposed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'İIıiŞşÇçĞğÜüÖöÂâйЙёЁآأإؤئé ab') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });

  it('maps every folded unit to a span of the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(folded.starts.length).toBe(folded.text.length);
        let last = 0;
        for (let index = 0; index < folded.text.length; index++) {
          const span = originalSpan(folded, index, index + 1);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.start;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds the original of a word by its folded offsets', () => {
    const text = 'ԻՐԱՆ և «Բաքու»՝ İran’ın, عَلي‌اف';
    const folded = fold(text);
    for (const [word, surface] of [
      ['բաքու', 'Բաքու'],
      ["iran'in", 'İran’ın'],
      ['علیاف', 'عَلي‌اف'],
      ['եւ', 'և'],
    ] as const) {
      const at = folded.text.indexOf(word);
      const span = originalSpan(folded, at, at + word.length);
      expect(text.slice(span.start, span.end)).toBe(surface);
    }
  });

  it('refuses a span that is not there', () => {
    expect(() => originalSpan(fold('ab'), 1, 1)).toThrow(RangeError);
    expect(() => originalSpan(fold('ab'), 0, 3)).toThrow(RangeError);
  });
});

/** Letters of the eight languages, marks, and anything else Unicode has. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'İIıiŞəƏÄüΣёЁйәҹјһғиранՑևՒ՞ირანᲘآأؤئيىكةء\u200C\u0640\u064E\u0301\u0308\u0307',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});
