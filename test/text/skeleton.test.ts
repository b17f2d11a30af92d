import { describe, expect, it } from 'vitest';
import { firstVowel, nameSkeletons } from '../../src/text/skeleton.ts';

type Form = readonly [language: string, word: string];

/** Names as the outlets of the region write them, inflected where they inflect. */
const names: Readonly<Record<string, readonly Form[]>> = {
  Nasirzade: [
    ['tr', 'Nasırzade’yi'],
    ['az', 'Nəsirzadəni'],
    ['en', 'Nasirzadeh'],
    ['fa', 'نصیرزاده'],
    ['ru', 'Насирзаде'],
    ['ar', 'نصيرزاده'],
    ['hy', 'Նասիրզադեի'],
    ['ka', 'ნასირზადემ'],
  ],
  Pezeshkian: [
    ['tr', 'Pezeşkiyan'],
    ['az', 'Pezeşkian'],
    ['en', 'Pezeshkian'],
    ['fa', 'پزشکیان'],
    ['ru', 'Пезешкиана'],
    ['ar', 'بزشكيان'],
    ['hy', 'Փեզեշքիանը'],
    ['ka', 'ფეზეშქიანი'],
  ],
  Araghchi: [
    ['tr', 'Erakçi'],
    ['az', 'Əraqçi'],
    ['en', 'Araghchi'],
    ['fa', 'عراقچی'],
    ['ru', 'Аракчи'],
  ],
  Khudaferin: [
    ['tr', 'Hudaferin'],
    ['az', 'Xudafərində'],
    ['en', 'Khudaferin'],
    ['fa', 'خداآفرین'],
    ['ru', 'Худаферин'],
  ],
  Nakhchivan: [
    ['tr', 'Nahçıvan’dan'],
    ['az', 'Naxçıvana'],
    ['en', 'Nakhchivan'],
    ['fa', 'نخجوان'],
    ['ru', 'Нахичевань'],
    ['hy', 'Նախիջևանում'],
    ['ka', 'ნახიჩევანში'],
  ],
  Mustafayev: [
    ['az', 'Mustafayev'],
    ['en', 'Mustafayev'],
    ['ru', 'Мустафаевым'],
    ['fa', 'مصطفی‌یف'],
  ],
};

const forms = Object.entries(names).flatMap(([name, list]) =>
  list.map(([language, word]): [string, string, string] => [name, language, word]),
);

describe('nameSkeletons', () => {
  it.each(forms)('reads %s in %s as %s', (name, language, word) => {
    const wanted = nameSkeletons(name, 'en');
    expect(nameSkeletons(word, language).some((found) => wanted.includes(found))).toBe(true);
  });

  it.each([
    ['Tabriz', 'Tbilisi'],
    ['Mirzoyan', 'Mirzayev'],
    ['Astara', 'Ashtarak'],
  ])('keeps %s and %s apart', (a, b) => {
    const other = nameSkeletons(b, 'en');
    expect(nameSkeletons(a, 'en').some((found) => other.includes(found))).toBe(false);
  });

  it.each([
    ['Həsənov', 'Hüseynov'],
    ['Гасанов', 'Гусейнов'],
    ['Hasanov', 'Гусейнов'],
  ])('tells %s from %s by the first vowel', (a, b) => {
    expect(firstVowel(a)).not.toBe(firstVowel(b));
    expect(firstVowel('حسینوف')).toBe('');
  });

  it('has nothing to say of short words, digits and hostile lengths', () => {
    for (const word of ['Əli', 'on', '2026', '', 'x'.repeat(5_000), '漢字']) {
      expect(nameSkeletons(word, 'az')).toEqual([]);
    }
  });
});
