import { describe, expect, it } from 'vitest';
import { decodeUtf8Pieces, TextPieces } from '../../src/parse/text-pieces.ts';
import { readXml } from '../../src/parse/xml-reader.ts';
import { countWork } from '../support/counted-work.ts';
import { feedShapes } from '../support/feed-shapes.ts';
import { mutate } from '../support/mutator.ts';
import { seededRandom } from '../support/seeded-random.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function readInPieces(text: string, size: number): unknown {
  const pieces = new TextPieces(decodeUtf8Pieces(encode(text), size));
  return JSON.stringify(readXml(pieces, 'https://paper.example/feed'));
}

const whole = Number.MAX_SAFE_INTEGER;

describe('decodeUtf8Pieces', () => {
  it.each([8, 9, 10, 13, 100])('parts neither letters nor line ends at %i bytes', (size) => {
    const text = 'Köprü 😀\r\nگزارش می\u200cشود\r\r\nსაქართველო\r'.repeat(9);
    const pieces = [...decodeUtf8Pieces(encode(text), size)];
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.slice(0, -1).some((piece) => piece.endsWith('\r'))).toBe(false);
    expect(pieces.some((piece) => piece.includes('\ufffd'))).toBe(false);
  });
});

describe('a document that comes in pieces', () => {
  it.each(feedShapes)('is read as $name is at once', ({ document }) => {
    for (const size of [8, 64, 501]) {
      expect(readInPieces(document, size)).toBe(readInPieces(document, whole));
    }
  });

  it.each(feedShapes)('is read as $name is at once, injured too', ({ document, name }) => {
    const random = seededRandom(name.length * 104_729);
    for (let round = 0; round < 25; round += 1) {
      const text = new TextDecoder().decode(mutate(document, random)).slice(0, 20_000);
      expect(readInPieces(text, 97)).toBe(readInPieces(text, whole));
    }
  });

  it.each([
    ['an open CDATA section', '<![CDATA[', 'x </b> '],
    ['an open comment', '<!--', 'x > '],
    ['an open quote', '<a b="', 'x = '],
    ['an open tag', '<a ', 'b="c" '],
    ['an open declaration', '<!', 'x '],
    ['a prolog without end', '<?xml', ' x '],
    ['one long text', '', 'word '],
    ['items', '', '</item><item><title>x</title>'],
  ])('costs work in proportion to its length: %s', (_, start, unit) => {
    const work = (times: number): number => {
      const text = `<rss><channel><item><title>${start}${unit.repeat(times)}`;
      return countWork(() => readInPieces(text, 1_000));
    };
    // Texts are taken in doubling steps: one more or less may fall between the two lengths.
    expect(work(16_000) / work(4_000)).toBeLessThan(4 * 1.6);
  });
});
