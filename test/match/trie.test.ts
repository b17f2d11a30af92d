import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trie } from '../../src/match/trie.ts';

/** Words that share beginnings, and are beginnings of each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ə', 'ر'), minLength: 1, maxLength: 9 });

function trieOf(words: readonly string[]): Trie {
  const trie = new Trie();
  words.forEach((each, value) => {
    trie.add(each, value);
  });
  return trie;
}

function found(trie: Trie, text: string, start: number, end: number): readonly string[] {
  const words: string[] = [];
  trie.match(text, start, end, (stop, value) => words.push(`${text.slice(start, stop)}=${value}`));
  return words;
}

describe('the trie', () => {
  it('finds every word a text begins with, shortest first, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), word, fc.nat(3), (words, text, from) => {
        const start = Math.min(from, text.length);
        const expected = words
          .map((each, value) => [each, value] as const)
          .filter(([each]) => text.startsWith(each, start))
          .toSorted(([left], [right]) => left.length - right.length)
          .map(([each, value]) => `${each}=${value}`);
        expect(found(trieOf(words), text, start, text.length)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the first value of a word', () => {
    const trie = new Trie();
    expect([
      trie.add('araz', 1),
      trie.add('araz', 2),
      trie.add('ara', 3),
      trie.add('araz', 4),
    ]).toEqual([1, 1, 3, 1]);
  });

  it('sees no word that ends after the span', () => {
    expect(found(trieOf(['ab', 'abc']), 'abc', 0, 2)).toEqual(['ab=0']);
  });

  it('holds many words, whatever was moved as it grew', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `w${index.toString(36)}`);
    const trie = trieOf(words);
    const lost = words.filter(
      (each, value) => !found(trie, each, 0, each.length).includes(`${each}=${value}`),
    );
    expect(lost).toEqual([]);
  });
});
