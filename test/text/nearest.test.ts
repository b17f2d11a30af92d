import { describe, expect, it } from 'vitest';
import { findNearest } from '../../src/text/nearest.ts';

describe('the nearest word', () => {
  const words = ['every', 'enabled', 'title', 'titleSuffix', 'iran', 'url'];
  it.each([
    ['a missing letter', 'evry', 'every'],
    ['a letter too many', 'irann', 'iran'],
    ['two letters swapped', 'tilte', 'title'],
    ['another case', 'TITLESUFFIX', 'titleSuffix'],
    ['a wrong letter in a short word', 'uri', 'url'],
    ['the word itself', 'every', 'every'],
  ])('is found with %s', (_, asked, expected) => {
    expect(findNearest(asked, words)).toBe(expected);
  });

  it.each([
    ['something else', 'football'],
    ['nothing', ''],
    ['a short word with two slips', 'abl'],
    ['a text beyond all words', 'e'.repeat(10_000)],
  ])('is none for %s', (_, asked) => {
    expect(findNearest(asked, words)).toBeUndefined();
  });
});
