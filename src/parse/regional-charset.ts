/** Single-byte encodings of the region that `TextDecoder` does not know. */
export type RegionalCharset = 'armscii-8' | 'georgian-ps' | 'georgian-academy';

const windows1252 = new TextDecoder('windows-1252');

/** All 256 characters of an encoding, from those of windows-1252 with some replaced. */
function tableOf(replaced: ReadonlyMap<number, number>): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const code = replaced.get(byte);
    return code === undefined ? windows1252.decode(Uint8Array.of(byte)) : String.fromCharCode(code);
  });
}

/** ARMSCII-8: punctuation from A2, then capital and small letters side by side from B2. */
function armscii(): ReadonlyMap<number, number> {
  const punctuation = [
    0x587, 0x589, 0x29, 0x28, 0xbb, 0xab, 0x2014, 0x2e, 0x55d, 0x2c, 0x2d, 0x58a, 0x2026, 0x55c,
    0x55b, 0x55e,
  ];
  const table = new Map(punctuation.map((code, index) => [0xa2 + index, code]));
  for (let letter = 0; letter < 38; letter += 1) {
    table.set(0xb2 + letter * 2, 0x531 + letter);
    table.set(0xb3 + letter * 2, 0x561 + letter);
  }
  return table.set(0xfe, 0x55a);
}

/** Letters from C0 on, in the order of a row of characters. */
function lettersFromC0(letters: string): ReadonlyMap<number, number> {
  return new Map([...letters].map((letter, index) => [0xc0 + index, letter.charCodeAt(0)]));
}

const tables: Readonly<Record<RegionalCharset, () => ReadonlyMap<number, number>>> = {
  'armscii-8': armscii,
  // The old letters stand where they had their place in the alphabet.
  'georgian-ps': () => lettersFromC0('აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵ'),
  'georgian-academy': () => lettersFromC0('აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶ'),
};

const built = new Map<RegionalCharset, readonly string[]>();

export function isRegionalCharset(name: string): name is RegionalCharset {
  return Object.hasOwn(tables, name);
}

/** Decodes bytes of a regional encoding; every byte has a character. */
export function decodeRegional(bytes: Uint8Array, name: RegionalCharset): string {
  const table = built.get(name) ?? tableOf(tables[name]());
  built.set(name, table);
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '';
  return text;
}
