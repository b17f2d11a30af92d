import { describe, expect, it } from 'vitest';
import { capitalise } from '../../src/text/capital.ts';

describe('a text with a capital at its head', () => {
  it.each([
    ['iran and its neighbours', 'en', 'Iran and its neighbours'],
    ['iran və qonşuları', 'az', 'İran və qonşuları'],
    ['iran və qonşuları', 'az-Latn-IR', 'İran və qonşuları'],
    ['istanbul', 'tr', 'İstanbul'],
    ['istanbul', 'TR', 'İstanbul'],
    ['qırım', 'crh', 'Qırım'],
    ['ırmak', 'tr', 'Irmak'],
    ['əliyev', 'az', 'Əliyev'],
    ['март', 'ru', 'Март'],
    ['მარტი', 'ka', 'მარტი'],
    ['მარტი', 'en', 'მარტი'],
    ['άνοιξη', 'el', 'Άνοιξη'],
    ['ßa', 'de', 'ßa'],
    ['گفتگو', 'fa', 'گفتگو'],
    ['𐐨𐐩', 'en', '𐐀𐐩'],
    ['1 march', 'en', '1 march'],
    ['', 'az', ''],
  ])('%s in %s is %s', (text, language, expected) => {
    expect(capitalise(text, language)).toBe(expected);
  });
});
