import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/domain/parsed-feed.ts';
import { decodeBytes } from '../../src/parse/charset.ts';
import { findEncoding, usualEncoding } from '../../src/parse/charset-label.ts';
import { cleanDocument } from '../../src/parse/clean-document.ts';

/** Letters of single-byte encodings, made by asking the decoder what each byte means. */
function encodeAs(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text], (letter) => bytes.get(letter) ?? 0x3f);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const declared = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><rss><title>${text}</title></rss>`;

describe('decodeBytes', () => {
  it.each<[string, Uint8Array, ReadOptions, string, string]>([
    [
      'a byte order mark before everything',
      utf8('\ufeffə'),
      { charset: 'windows-1251', contentType: 'text/xml; charset=koi8-r' },
      'ə',
      'byte order mark',
    ],
    [
      'the setting before the header',
      encodeAs('Баку', 'windows-1251'),
      { charset: 'windows-1251', contentType: 'text/xml; charset=koi8-r' },
      'Баку',
      'setting',
    ],
    [
      'valid UTF-8 before a header that lies',
      utf8('Bakı şəhəri'),
      { contentType: 'text/xml; charset=iso-8859-1' },
      'Bakı şəhəri',
      'valid UTF-8',
    ],
    [
      'valid UTF-8 before a declaration that lies',
      utf8(declared('windows-1254', 'İran')),
      {},
      declared('windows-1254', 'İran'),
      'valid UTF-8',
    ],
    [
      'the header before the declaration',
      encodeAs(declared('koi8-r', 'Баку'), 'windows-1251'),
      { contentType: 'text/xml;charset="windows-1251"' },
      declared('koi8-r', 'Баку'),
      'HTTP header',
    ],
    [
      'the declaration before the language',
      encodeAs(declared('windows-1251', 'Баку'), 'windows-1251'),
      { language: 'tr' },
      declared('windows-1251', 'Баку'),
      'declaration',
    ],
    [
      'the language when nothing is said',
      encodeAs('İstanbul', 'windows-1254'),
      { language: 'tr' },
      'İstanbul',
      'language',
    ],
    [
      'the language of the document when nothing is said',
      encodeAs('<language>ru</language>Баку', 'windows-1251'),
      {},
      '<language>ru</language>Баку',
      'language',
    ],
    [
      'a declaration of UTF-8 that lies',
      encodeAs(declared('utf-8', 'Москва'), 'windows-1251'),
      { language: 'ru' },
      declared('utf-8', 'Москва'),
      'language',
    ],
    [
      'UTF-16 by its zero bytes',
      new Uint8Array(Buffer.from('<rss>ə</rss>', 'utf16le')),
      {},
      '<rss>ə</rss>',
      'byte pattern',
    ],
    [
      'a declaration of UTF-16 on plain bytes',
      utf8(declared('utf-16', 'ə')),
      {},
      declared('utf-16', 'ə'),
      'valid UTF-8',
    ],
    [
      'ISO-2022-JP, whose bytes are valid UTF-8',
      new Uint8Array(Buffer.from('\u001b$B%F%9%H\u001b(B', 'latin1')),
      { contentType: 'text/xml; charset=iso-2022-jp' },
      'テスト',
      'HTTP header',
    ],
    [
      'labels that are no encoding, one after the other',
      encodeAs('Баку', 'windows-1251'),
      { charset: 'x-klingon', contentType: 'text/xml; charset=none', language: 'az-Cyrl' },
      new TextDecoder('windows-1254').decode(encodeAs('Баку', 'windows-1251')),
      'language',
    ],
  ])('decides by %s', (_, bytes, options, text, from) => {
    expect(decodeBytes(bytes, options)).toMatchObject({ text, charset: { from } });
  });

  it.each([
    ['Windows punctuation', [0x92], '’'],
    ['half a letter', [0xc9], ''],
    ['a euro sign between halves of a letter', [0xed, 0xa0, 0x80], '€'],
  ])('keeps UTF-8 that holds %s', (_, bad, meaning) => {
    const text = 'Bakı şəhərində böyük bir köprü açıldı, Gürcüstan sərhədində görüş keçirildi';
    const bytes = Buffer.concat([utf8(text), Uint8Array.from(bad), utf8(' ə')]);
    const decoded = decodeBytes(bytes, {});
    expect(decoded).toMatchObject({ charset: { name: 'utf-8' }, badBytes: bad.length });
    expect(cleanDocument(decoded.text)).toBe(`${text}${meaning} ə`);
  });

  it('reads a document cut inside a letter', () => {
    expect(decodeBytes(utf8('Azərbaycan şəhərində ə').subarray(0, -1), {}).text).toBe(
      'Azərbaycan şəhərində ',
    );
  });

  it('reads Armenian and Georgian words', () => {
    const armenian = Uint8Array.of(0xd0, 0xb3, 0xdb, 0xb3, 0xeb, 0xef, 0xb3, 0xdd);
    const georgian = Uint8Array.of(0xd3, 0xc0, 0xd8, 0xc0, 0xd2, 0xc8, 0xc5, 0xc4, 0xcb, 0xcf);
    expect(decodeBytes(armenian, { charset: 'ARMSCII-8' }).text).toBe('Հայաստան');
    expect(decodeBytes(georgian, { charset: 'georgian-ps' }).text).toBe('საქართველო');
  });
});

describe('findEncoding', () => {
  it.each([
    ['UTF8', 'utf-8'],
    ['utf-8-sig', 'utf-8'],
    ['"windows-1251"', 'windows-1251'],
    ['win-1251', 'windows-1251'],
    ['cp1254', 'windows-1254'],
    ['CP-1251', 'windows-1251'],
    ['windows1256', 'windows-1256'],
    ['ISO8859-9', 'windows-1254'],
    ['iso_8859_5', 'iso-8859-5'],
    ['latin1', 'windows-1252'],
    ['us-ascii', 'windows-1252'],
    ['koi8r', 'koi8-r'],
    ['cp866', 'ibm866'],
    ['gb2312', 'gbk'],
    ['x-sjis', 'shift_jis'],
    ['cp65001', 'utf-8'],
    ['', undefined],
    ['x-klingon', undefined],
    ['x-user-defined', undefined],
    [undefined, undefined],
  ])('takes %s for %s', (label, encoding) => {
    expect(findEncoding(label)).toBe(encoding);
  });
});

describe('usualEncoding', () => {
  it.each([
    ['tr', 'windows-1254'],
    ['az-Latn', 'windows-1254'],
    ['ru', 'windows-1251'],
    ['fa', 'windows-1256'],
    ['en', 'windows-1252'],
    [undefined, 'windows-1252'],
  ])('of %s is %s', (language, encoding) => {
    expect(usualEncoding(language)).toBe(encoding);
  });
});
