import { describe, expect, it } from 'vitest';
import { toPlainLatin } from '../../src/text/latin.ts';

describe('a text in plain Latin letters', () => {
  it.each([
    ['Bakı, Şəki və Gəncə', 'baki, seki ve gence'],
    ['İstanbul', 'istanbul'],
    ['Баку и Йезд', 'baku i yezd'],
    ['Київ', 'kiyiv'],
    ['Әзірбайжан', 'ezirbayzhan'],
    ['تهران', 'thran'],
    ['خبرگزاری', 'khbrgzari'],
    ['ბაქო', 'bako'],
    ['Բաքու', 'baku'],
    ['Αθήνα', 'athina'],
    ['Łódź', 'lodz'],
    ['東京', '東京'],
    ['', ''],
  ])('%s is %s', (text, expected) => {
    expect(toPlainLatin(text)).toBe(expected);
  });
});
