import { Buffer, isAscii, transcode } from 'node:buffer';
import { cleanDocument } from './clean-document.ts';

/**
 * Bytes decoded at once. A text of up to 64 K letters lies in the young part of the heap, whose
 * memory is used again and again; a longer one gets pages of its own, which cost more than reading
 * it. A quarter is left for what the piece before did not finish.
 */
const pieceBytes = 48 * 1_024;

/**
 * Until Node 24 `TextDecoder` took three times as long over text beyond ASCII as the way by UTF-16;
 * from there on it is the faster one.
 */
const isDecoderSlow = Number(process.versions.node.split('.')[0]) < 24;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of bytes that are UTF-8 throughout, piece by piece; none ends inside a letter or CR LF. */
export function* decodeUtf8Pieces(bytes: Uint8Array, size: number = pieceBytes): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    let end = Math.min(start + Math.max(size, 8), bytes.length);
    while (end < bytes.length && isInside(bytes, end)) end -= 1;
    yield decodeUtf8(bytes.subarray(start, end));
    start = end;
  }
}

/** Whether a cut before this byte would part what belongs together. */
function isInside(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80 || bytes[at - 1] === 0x0d;
}

function decodeUtf8(bytes: Uint8Array): string {
  if (!isDecoderSlow) return decoder.decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isAscii(bytes)
    ? buffer.toString('latin1')
    : transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
}

/** The clean text of a document, drawn piece by piece. */
export class TextPieces {
  readonly #pieces: Iterator<string>;
  #next: string | undefined;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
    this.#advance();
  }

  /** Whether all has been taken. */
  get isEmpty(): boolean {
    return this.#next === undefined;
  }

  /** What comes next, without taking it; empty at the end. */
  peek(): string {
    return this.#next ?? '';
  }

  /** The next text, of at least so many characters unless the document ends before. */
  take(charactersMin = 0): string {
    let text = '';
    do {
      text += this.peek();
      this.#advance();
    } while (!this.isEmpty && text.length < charactersMin);
    return text;
  }

  #advance(): void {
    const { done, value } = this.#pieces.next();
    this.#next = done === true ? undefined : cleanDocument(value);
  }
}
