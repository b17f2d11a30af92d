import { describe, expect, it } from 'vitest';
import { entryCount, hideInOutput, printable, table } from '../../src/cli/output.ts';

describe('what is printed', () => {
  it('holds no control character that a title could move the cursor with', () => {
    expect(printable('a\u001b[2Jb\u0007c\rd\u009be\u0000')).toBe('a[2Jbcde');
    expect(printable('\u001b]0;title\u0007')).toBe(']0;title');
  });

  it('keeps lines, tabs and colours', () => {
    const text = 'one\ttwo\n\u001b[1;36mthree\u001b[0m';
    expect(printable(text)).toBe(text);
    expect(printable('\n[0m is text')).toBe('\n[0m is text');
  });

  it('holds no secret, plain, percent-encoded or inside JSON', () => {
    hideInOutput(['pass"word/1', 'abc', '']);
    expect(printable('at pass"word/1 and pass%22word%2F1')).toBe('at *** and ***');
    expect(printable(JSON.stringify({ url: 'pass"word/1' }))).toBe('{"url":"***"}');
    // Too short to be told from a part of a word.
    expect(printable('abc')).toBe('abc');
  });
});

it('pads columns by characters, and leaves the last ragged', () => {
  const rows = [
    ['id', 'state', 'why'],
    ['azərtac', 'ok', 'a long reason'],
    ['a', 'failing', ''],
  ];
  expect(table(rows)).toEqual([
    'id       state    why',
    'azərtac  ok       a long reason',
    'a        failing',
  ]);
  expect(table([])).toEqual([]);
});

it.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [2, '2 entries'],
])('counts %i in plain English', (number, text) => {
  expect(entryCount(number)).toBe(text);
});
