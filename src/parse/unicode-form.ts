/** A Unicode encoding form that the first bytes show. */
export interface UnicodeForm {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  /** Whether a byte order mark says so; else the zero bytes around the first character do. */
  readonly isMarked: boolean;
  readonly markBytes: number;
}

const marks: readonly (readonly [UnicodeForm['name'], readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The Unicode form shown by a byte order mark, or by the zero bytes of a first ASCII character
 * (XML 1.0 appendix F.1); undefined when the bytes show nothing.
 */
export function findUnicodeForm(bytes: Uint8Array): UnicodeForm | undefined {
  for (const [name, mark] of marks) {
    if (mark.every((byte, at) => bytes[at] === byte)) {
      return { name, isMarked: true, markBytes: mark.length };
    }
  }
  const name = findByZeros(bytes);
  return name === undefined ? undefined : { name, isMarked: false, markBytes: 0 };
}

function findByZeros(bytes: Uint8Array): UnicodeForm['name'] | undefined {
  if (bytes.length < 4) return undefined;
  const zeros = [0, 1, 2, 3].map((at) => (bytes[at] === 0 ? '0' : 'x')).join('');
  const forms: Readonly<Record<string, UnicodeForm['name']>> = {
    x000: 'utf-32le',
    '000x': 'utf-32be',
    x0x0: 'utf-16le',
    '0x0x': 'utf-16be',
  };
  return forms[zeros];
}

/** Decodes UTF-32, which `TextDecoder` does not know; bytes that are no character are U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    parts.push(String.fromCodePoint(isCharacter ? code : 0xfffd));
  }
  return parts.join('');
}
