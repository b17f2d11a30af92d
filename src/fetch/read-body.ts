import { pipeline, Readable } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  type Gunzip,
} from 'node:zlib';
import { contentCodingsMax } from '../domain/limits.ts';
import { explainError, FetchError } from './fetch-error.ts';

export interface BodyRead {
  readonly body: Uint8Array;
  /** Bytes that crossed the network. */
  readonly wireBytes: number;
}

export interface BodyOptions {
  /** The Content-Encoding header, all its values. */
  readonly contentEncoding: string;
  /** Cap on the bytes of the wire and of every layer of decoding. */
  readonly bytesMax: number;
  /** For messages. */
  readonly host: string;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Words servers put into Content-Encoding that are no coding at all. */
const noCoding: ReadonlySet<string> = new Set([
  '',
  'identity',
  'none',
  'binary',
  '8bit',
  'chunked',
  'utf-8',
  'utf8',
]);

/**
 * Reads a body and undoes its codings, at most two, stopping as soon as the wire or any layer
 * passes the cap: 300 bytes of brotli can hold 200 MB. Throws `FetchError` with reason
 * `too-large`, `bad-encoding`, `truncated` or `bad-response`.
 */
export async function readBody(stream: Readable, options: BodyOptions): Promise<BodyRead> {
  const codings = readCodings(options);
  let wireBytes = 0;
  async function* wire(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        wireBytes += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      throw explainCut(error, options.host, wireBytes);
    }
  }
  let bytes = capped(wire(), options);
  for (const coding of codings.toReversed()) bytes = capped(undo(bytes, coding, options), options);
  const plain = capped(undoUndeclared(bytes, codings.length, options), options);

  const chunks: Uint8Array[] = [];
  for await (const chunk of plain) chunks.push(chunk);
  return { body: Buffer.concat(chunks), wireBytes };
}

function readCodings(options: BodyOptions): readonly string[] {
  const codings = options.contentEncoding
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => !noCoding.has(word));
  if (codings.length > contentCodingsMax) throw tooManyCodings(options.host);
  return codings;
}

async function* capped(bytes: Bytes, options: BodyOptions): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.byteLength;
    if (total > options.bytesMax) throw tooLarge(options);
    yield chunk;
  }
}

/** The refusal of a body over the cap; also for one that announces its length. */
export function tooLarge(options: BodyOptions): FetchError {
  const megabytes = options.bytesMax / 1_000_000;
  return new FetchError({
    reason: 'too-large',
    message: `the body from ${options.host} is larger than ${megabytes} MB`,
  });
}

async function* undo(
  bytes: Bytes,
  coding: string,
  options: BodyOptions,
): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(bytes, 2);
  const decoder = head.byteLength === 0 ? undefined : decoderFor(coding, head, options.host);
  yield* decoder ? through(all, decoder, coding, options.host) : all;
}

/** Some servers compress without saying so (gzip's magic bytes, then deflate's number). */
async function* undoUndeclared(
  bytes: Bytes,
  codingsUndone: number,
  options: BodyOptions,
): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(bytes, 3);
  if (!isGzip(head) || head[2] !== 8) {
    yield* all;
    return;
  }
  if (codingsUndone >= contentCodingsMax) throw tooManyCodings(options.host);
  yield* through(all, createGunzip(), 'gzip', options.host);
}

function decoderFor(coding: string, head: Uint8Array, host: string): Gunzip | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      // A declared gzip that begins like text is text: proxies undo codings and keep the header.
      return !isGzip(head) && beginsLikeText(head) ? undefined : createGunzip();
    case 'deflate':
      // RFC 9110 means zlib's wrapping; some servers send the bare stream.
      return hasZlibHeader(head) ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new FetchError({
        reason: 'bad-encoding',
        message: `the body from ${host} is coded as "${coding.slice(0, 40)}", which was not offered`,
      });
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const hasZlibHeader = ([first = 0, next = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | next) % 31 === 0;

/** `<`, `{`, white space or the first byte of a UTF-8 mark. */
const beginsLikeText = ([first = 0]: Uint8Array): boolean =>
  [0x3c, 0x7b, 0x20, 0x09, 0x0a, 0x0d, 0xef].includes(first);

async function* through(
  bytes: Bytes,
  decoder: Gunzip,
  coding: string,
  host: string,
): AsyncGenerator<Uint8Array> {
  // The pipeline's own error is the decoder's, which the loop below throws.
  pipeline(Readable.from(bytes), decoder, () => {});
  try {
    yield* decoder as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof FetchError) throw error;
    const isCut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
    throw new FetchError(
      isCut
        ? { reason: 'truncated', message: `the ${coding} body from ${host} ends too early` }
        : { reason: 'bad-encoding', message: `the body from ${host} is not valid ${coding}` },
      { cause: error },
    );
  }
}

/** The first bytes (fewer only when there are no more) and an iterable of everything. */
async function peek(bytes: Bytes, count: number): Promise<{ head: Uint8Array; all: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.byteLength < count) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.byteLength > 0) yield head;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

/** What it means that the stream broke in the middle of a body. */
function explainCut(error: unknown, host: string, wireBytes: number): FetchError {
  const refusal = explainError(error, host);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const hasEnded = code === 'HPE_INVALID_EOF_STATE' || refusal.reason === 'reset';
  if (!hasEnded && refusal.reason !== 'truncated') return new FetchError(refusal, { cause: error });
  return new FetchError({
    reason: 'truncated',
    message: `${host} broke off in the middle of the body, after ${wireBytes} bytes`,
  });
}

function tooManyCodings(host: string): FetchError {
  return new FetchError({
    reason: 'bad-encoding',
    message: `the body from ${host} is compressed more than ${contentCodingsMax} times`,
  });
}
