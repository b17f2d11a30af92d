import { isUtf8 } from 'node:buffer';
import type { ReadOptions } from '../domain/parsed-feed.ts';
import { findEncoding, usualEncoding } from './charset-label.ts';
import { readDamagedUtf8 } from './damaged-utf8.ts';
import { decodeRegional, isRegionalCharset } from './regional-charset.ts';
import { decodeUtf8Pieces } from './text-pieces.ts';
import { decodeUtf32, findUnicodeForm } from './unicode-form.ts';

/** How the bytes of a document were read. */
export interface Decoding {
  readonly charset: { readonly name: string; readonly from: CharsetOrigin };
  /** Bytes that belonged to no letter and were mended or dropped; absent when there were none. */
  readonly badBytes?: number;
}

/** The text of a document in the pieces it is decoded in. */
export interface DecodedPieces extends Decoding {
  readonly pieces: Iterable<string>;
}

export interface DecodedText extends Decoding {
  readonly text: string;
}

export type CharsetOrigin =
  | 'byte order mark'
  | 'setting'
  | 'byte pattern'
  | 'valid UTF-8'
  | 'HTTP header'
  | 'declaration'
  | 'language';

/** Bytes looked at for a declaration: it must come first, but some documents start with blanks. */
const headBytes = 2_048;

/** Encodings that escape to other alphabets in seven bits: their bytes are valid UTF-8 and mean another text. */
const sevenBitEncodings: ReadonlySet<string> = new Set(['iso-2022-jp']);

/**
 * Decodes a document (design §10): byte order mark, the source's setting, valid UTF-8, HTTP, the
 * declaration, the language's usual encoding. Bytes that decide themselves come before labels,
 * since labels are often left over from a template. Never throws; what cannot be read is U+FFFD.
 */
export function decodePieces(bytes: Uint8Array, options: ReadOptions): DecodedPieces {
  const form = findUnicodeForm(bytes);
  if (form?.isMarked === true) return decodeForm(bytes, form, 'byte order mark');
  const setting = findEncoding(options.charset);
  if (setting !== undefined) return decodeAs(bytes, setting, 'setting');
  if (form !== undefined) return decodeForm(bytes, form, 'byte pattern');

  const head = latin1.decode(bytes.subarray(0, headBytes));
  const labels = [
    { from: 'HTTP header', name: usable(findHttpLabel(options.contentType)) },
    { from: 'declaration', name: usable(findDeclared(head)) },
  ] as const;
  const sevenBit = labels.find(({ name }) => name !== undefined && sevenBitEncodings.has(name));
  if (sevenBit?.name !== undefined && bytes.includes(0x1b)) {
    return decodeAs(bytes, sevenBit.name, sevenBit.from);
  }
  if (isUtf8(bytes)) return piecesOfUtf8(bytes, 'valid UTF-8');
  return decodeLegacy(bytes, labels, options.language ?? findLanguage(head));
}

/** As `decodePieces`, with the whole text at once. */
export function decodeBytes(bytes: Uint8Array, options: ReadOptions): DecodedText {
  const { pieces, ...how } = decodePieces(bytes, options);
  return { ...how, text: [...pieces].join('') };
}

function piecesOfUtf8(bytes: Uint8Array, from: CharsetOrigin): DecodedPieces {
  return { pieces: decodeUtf8Pieces(bytes), charset: { name: 'utf-8', from } };
}

interface Label {
  readonly from: CharsetOrigin;
  readonly name: string | undefined;
}

function decodeLegacy(
  bytes: Uint8Array,
  labels: readonly Label[],
  language: string | undefined,
): DecodedPieces {
  const damaged = readDamagedUtf8(bytes);
  if (damaged !== undefined) {
    const charset = { name: 'utf-8', from: 'valid UTF-8' } as const;
    return { pieces: [damaged.text], charset, badBytes: damaged.badBytes };
  }
  for (const { name, from } of labels) {
    // A document that calls itself UTF-8 and is not, not even nearly, was labelled by a template.
    if (name !== undefined && name !== 'utf-8') return decodeAs(bytes, name, from);
  }
  return decodeAs(bytes, usualEncoding(language), 'language');
}

const latin1 = new TextDecoder('windows-1252');

function decodeAs(bytes: Uint8Array, name: string, from: CharsetOrigin): DecodedPieces {
  const text = isRegionalCharset(name)
    ? decodeRegional(bytes, name)
    : new TextDecoder(name).decode(bytes);
  return { pieces: [text], charset: { name, from } };
}

function decodeForm(
  bytes: Uint8Array,
  form: NonNullable<ReturnType<typeof findUnicodeForm>>,
  from: CharsetOrigin,
): DecodedPieces {
  const body = bytes.subarray(form.markBytes);
  if (form.name === 'utf-8' && isUtf8(body)) return piecesOfUtf8(body, from);
  const isWide = form.name === 'utf-32le' || form.name === 'utf-32be';
  const text = isWide
    ? decodeUtf32(body, form.name === 'utf-32le')
    : new TextDecoder(form.name).decode(body);
  return { pieces: [text], charset: { name: form.name, from } };
}

/** A label that names a multi-byte Unicode form is wrong here: the byte pattern would have shown it. */
function usable(label: string | undefined): string | undefined {
  const name = findEncoding(label);
  return name?.startsWith('utf-16') ? undefined : name;
}

function findHttpLabel(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType?.slice(0, 1_000) ?? '')?.[1];
}

function findDeclared(head: string): string | undefined {
  return /<\?xml\s[^>?]{0,200}?encoding\s*=\s*["']\s*([^"'<>]{1,64})["']/i.exec(head)?.[1];
}

function findLanguage(head: string): string | undefined {
  return /(?:<(?:dc:)?language>\s*(?:<!\[CDATA\[)?|xml:lang\s*=\s*["'])([a-z]{2})\b/i.exec(
    head,
  )?.[1];
}
