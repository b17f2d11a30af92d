import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPiece, diffWords } from '../../src/text/diff-words.ts';

const signs = { same: '', removed: '-', added: '+' } as const;
const shown = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ kind, text }) => `${signs[kind]}${text.trim()}`);

describe('diffWords', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'a word',
      'Ministers met in Baku',
      'Ministers met in Ganja',
      ['Ministers met in', '-Baku', '+Ganja'],
    ],
    ['an end', 'Ministers met', 'Ministers met today', ['Ministers met', '+today']],
    [
      'a beginning',
      'Urgent: they met',
      'They met: they met',
      ['-Urgent:', '+They met:', 'they met'],
    ],
    [
      'right-to-left text',
      'دیدار در تهران برگزار شد',
      'دیدار در باکو برگزار شد',
      ['دیدار در', '-تهران', '+باکو', 'برگزار شد'],
    ],
    ['spaces alone', 'They  met ', 'They met', ['They met']],
    ['nothing', 'They met', 'They met', ['They met']],
  ])('shows %s that was edited where it stands', (_, before, after, pieces) => {
    expect(shown(diffWords(before, after))).toEqual(pieces);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'have little in common',
      'Fire in a market',
      'Ministers met in Baku today',
      ['-Fire in a market', '+Ministers met in Baku today'],
    ],
    ['were empty', '', 'Ministers met', ['+Ministers met']],
    ['are empty now', 'Ministers met', '', ['-Ministers met']],
    [
      'are too long',
      'a '.repeat(500),
      'a '.repeat(501),
      [`-${'a '.repeat(500).trim()}`, `+${'a '.repeat(501).trim()}`],
    ],
  ])('gives texts whole that %s', (_, before, after, pieces) => {
    expect(shown(diffWords(before, after))).toEqual(pieces);
  });

  it('says both texts, word by word, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    const joined = (pieces: readonly DiffPiece[], but: DiffPiece['kind']) =>
      pieces.filter(({ kind }) => kind !== but).flatMap(({ text }) => text.match(/\S+/g) ?? []);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = diffWords(before.join(' '), after.join(' '));
        expect(joined(pieces, 'added')).toEqual(before);
        expect(joined(pieces, 'removed')).toEqual(after);
      }),
    );
  });
});
