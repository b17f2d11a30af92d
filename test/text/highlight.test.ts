import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourConcepts, cutPieces, renderPieces } from '../../src/text/highlight.ts';

const mark = fc
  .tuple(fc.nat(30), fc.nat(12), fc.constantFrom('iran', 'azerbaijan', 'a"b<c'))
  .map(([start, length, concept]) => ({ start, end: start + length, concept }));

function plainOf(html: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
  };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (_, name: string) => named[name] ?? '?');
}

describe('a highlighted text', () => {
  it('is the text, whatever is marked in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', 'İ', '𝐈', 'ر'),
      maxLength: 24,
    });
    fc.assert(
      fc.property(text, fc.array(mark), fc.array(mark), (words, hits, masked) => {
        const pieces = cutPieces(words, { hits, masked });
        expect(pieces.map((piece) => piece.text).join('')).toBe(words);
        expect(plainOf(renderPieces(pieces))).toBe(words);
      }),
    );
  });

  it('marks what was found and strikes what was hidden, in HTML that is safe', () => {
    const text = 'İran & Doğu Azerbaycan <b>';
    const pieces = cutPieces(text, {
      hits: [{ start: 0, end: 4, concept: 'iran' }],
      masked: [{ start: 7, end: 22, concept: 'azerbaijan' }],
    });
    expect(renderPieces(pieces)).toBe(
      '<mark class="hit hit-1" title="iran">İran</mark> &amp; ' +
        '<s class="masked" title="azerbaijan">Doğu Azerbaycan</s> &lt;b&gt;',
    );
  });

  it('gives each concept one colour in all fields', () => {
    const hits = ['a', 'b', 'a', 'c'].map((concept, index) => ({
      start: index,
      end: index + 1,
      concept,
    }));
    const colours = colourConcepts(cutPieces('1234', { hits, masked: [] }));
    expect([...colours]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const other = cutPieces('x', { hits: [{ start: 0, end: 1, concept: 'c' }], masked: [] });
    expect(renderPieces(other, colours)).toContain('hit-3');
  });
});
