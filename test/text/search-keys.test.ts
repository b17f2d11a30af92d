import { describe, expect, it } from 'vitest';
import { nameKeys, nameKeysAsked, searchWords } from '../../src/text/search-keys.ts';

/** Whether a stored name is found by the keys of an asked word. */
function finds(asked: string, stored: string, language: string): boolean {
  const { prefixes, keys } = nameKeysAsked(searchWords(asked)[0]?.text ?? '');
  return nameKeys(stored, language).some(
    (key) => keys.includes(key) || prefixes.some((prefix) => key.startsWith(prefix)),
  );
}

describe('the words of a text', () => {
  it('are folded, without marks and endings after an apostrophe, with their place', () => {
    expect(searchWords('İran’dan ŞUŞA-ya: «Əliyev» 12')).toEqual([
      { text: 'iran', start: 0, end: 8 },
      { text: 'susa', start: 9, end: 13 },
      { text: 'ya', start: 14, end: 16 },
      { text: 'eliyev', start: 19, end: 25 },
      { text: '12', start: 27, end: 29 },
    ]);
  });

  it('are none in what has neither letter nor digit', () => {
    expect(searchWords('"*()^:-+{}  \u0000 ')).toEqual([]);
  });
});

describe('a name', () => {
  it.each([
    ['aliyev', 'Əliyev', 'az'],
    ['aliyev', 'Əliyevin', 'az'],
    ['aliyev', 'Алиева', 'ru'],
    ['aliyev', 'علی‌اف', 'fa'],
    ['Алиев', 'Əliyev', 'az'],
    ['علی‌اف', 'Əliyev', 'az'],
    ['pezeshkian', 'پزشکیان', 'fa'],
    ['pezeshkian', 'Pəzeşkian', 'az'],
    ['Пезешкиан', 'Pezeşkiyan', 'tr'],
    ['mirzoyan', 'Միրզոյան', 'hy'],
    ['Mirzoyan', 'მირზოიანი', 'ka'],
    ['nasirzade', 'Nasirzadeh', 'en'],
  ])('asked as %s is found as %s', (asked, stored, language) => {
    expect(finds(asked, stored, language)).toBe(true);
  });

  it.each([
    ['aliyev', 'əlavə', 'az'],
    ['aliyev', 'Əlavə', 'az'],
    ['aliyev', 'Əhmədov', 'az'],
    ['baku', 'Bokeh', 'en'],
    ['Bakı', 'Pakistan', 'en'],
    ['iran', 'Ararat', 'en'],
  ])('asked as %s is not found as %s', (asked, stored, language) => {
    expect(finds(asked, stored, language)).toBe(false);
  });
});
