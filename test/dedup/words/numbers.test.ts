import { describe, expect, it } from 'vitest';
import { numbersContradict, numbersOf } from '../../../src/dedup/words/numbers.ts';
import { comparable } from '../../../src/text/comparable.ts';

const valuesOf = (text: string, language: string) =>
  [...numbersOf(text, language, 2026).values].sort();

describe('numbersOf', () => {
  const same: readonly (readonly [string, string, string, string])[] = [
    ['fa', '۱٬۲۰۰ کامیون', '1200 کامیون', 'Persian digits and separator'],
    ['tr', '1.200 araç', '1 200 araç', 'separators of thousands'],
    ['az', '1,2 milyon manat', '1.2 mln manat', 'magnitudes'],
    ['az', 'beş min nəfər', '5000 nəfər', 'a word before a magnitude'],
    ['ru', 'погибли двое', 'погибли 2', 'collective numerals'],
    ['az', 'on iki nəfər', '12 nəfər', 'compound words'],
    ['ka', 'ხუთი ადამიანი', '5 ადამიანი', 'Georgian words'],
    ['hy', 'երեք հոգի', '3 հոգի', 'Armenian words'],
    ['ar', 'خمسة أشخاص', '5 أشخاص', 'Arabic words'],
    ['en', 'magnitude 4.6', 'magnitude 4,6', 'decimals'],
  ];
  it.each(same)('reads in %s %s as %s (%s)', (language, left, right) => {
    expect(valuesOf(left, language)).toEqual(valuesOf(right, language));
    expect(valuesOf(left, language)).not.toEqual([]);
  });

  it('leaves out the running year, dates and clock times', () => {
    expect(valuesOf('07.02.2026 14:20 the plan for 2026', 'en')).toEqual([]);
  });

  it.each([
    ['ru', 'Дорога домой, часть 2', '2'],
    ['fa', 'سفرنامه خزر؛ بخش دوم', '2'],
    ['az', 'Yol, 2-ci hissə', '2'],
    ['en', 'Water wars, part two', '2'],
    ['en', 'The long road (3)', '3'],
    ['tr', 'Uzun yol, II. bölüm', '2'],
  ])('finds the part in %s: %s', (language, title, part) => {
    expect(numbersOf(title, language, 2026).part).toBe(part);
  });

  it('sees a contradiction only when each side has a number of its own', () => {
    const set = (...values: string[]) => new Set(values);
    expect(numbersContradict(set('4'), set('9'))).toBe(true);
    expect(numbersContradict(set('4', '12'), set('4'))).toBe(false);
    expect(numbersContradict(set(), set('4'))).toBe(false);
  });
});

describe('words beside a figure', () => {
  it.each([
    ['en', 'five people died', '5', 'people'],
    ['en', 'worth 12 million dollars', '12000000', 'dollars'],
    ['ru', 'вынесли 14 кг золота', '14', 'кг'],
    ['fa', '۱۴ کیلو طلا', '14', 'كيلو'],
  ])('are kept with it in %s: %s', (language, text, value, word) => {
    expect(numbersOf(text, language, 2026).beside.get(value)).toContain(comparable(word));
  });
});
