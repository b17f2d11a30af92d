import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, gunzip, gzip, constants as zlib } from 'node:zlib';

/** A content coding (RFC 9110 §8.4.1) in which documents are kept ready beside the plain one. */
export interface ContentCoding {
  readonly name: 'gzip' | 'br';
  /** Ending of the file beside the document: what nginx `gzip_static` and `brotli_static` look for. */
  readonly suffix: '.gz' | '.br';
  encode(bytes: Uint8Array): Promise<Buffer>;
  /** Rejects for bytes that are no such form, or that of a document longer than `bytesMax`. */
  decode(bytes: Uint8Array, bytesMax: number): Promise<Buffer>;
}

/** Shorter documents stay plain: the headers of a coding cost what it saves. */
export const codedBytesMin = 512;

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);
const gunzipAsync = promisify(gunzip);
const brotliDecodeAsync = promisify(brotliDecompress);

/**
 * Brotli's 10 and 11 gain a tenth more and take fifty times as long. Its 9 asks for 16 MB of memory,
 * cleared for each document, unless the window has at most 16 bits: 80 ms for a page of 12 KB, and
 * 1 ms without, for the same bytes. Larger documents need the larger window, which costs 4 MB at 7.
 */
const smallWindowBits = 16;
const smallBytesMax = 2 ** smallWindowBits;

function brotliParams(bytes: number): Record<number, number> {
  const isSmall = bytes <= smallBytesMax;
  return {
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_QUALITY]: isSmall ? 9 : 7,
    [zlib.BROTLI_PARAM_LGWIN]: isSmall ? smallWindowBits : zlib.BROTLI_DEFAULT_WINDOW,
    [zlib.BROTLI_PARAM_SIZE_HINT]: bytes,
  };
}

/** By preference: the first of those a client likes equally well is sent. */
export const contentCodings: readonly ContentCoding[] = [
  {
    name: 'br',
    suffix: '.br',
    encode: (bytes) => brotliAsync(bytes, { params: brotliParams(bytes.length) }),
    decode: (bytes, bytesMax) => brotliDecodeAsync(bytes, { maxOutputLength: bytesMax }),
  },
  {
    name: 'gzip',
    suffix: '.gz',
    encode: (bytes) => gzipAsync(bytes, { level: 9 }),
    decode: (bytes, bytesMax) => gunzipAsync(bytes, { maxOutputLength: bytesMax }),
  },
];

/** Whether a file of this name is a coded form of a document, and no document itself. */
export function isCodedName(name: string): boolean {
  return contentCodings.some(({ suffix }) => name.endsWith(suffix));
}

/**
 * Whether a file beside a document is the coded form of these very bytes: both are given the same
 * time when they are written. Whole milliseconds, as file systems and clocks round differently.
 */
export function isOfSameTime(
  document: { readonly mtimeMs: number },
  coded: { readonly mtimeMs: number },
): boolean {
  return Math.round(document.mtimeMs) === Math.round(coded.mtimeMs);
}
