import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

/**
 * A newsroom on loopback: each path answers what a test tells it to, and every request is kept.
 * Give `server.host` to `allowHosts`, and `server.urlOf('/feed.xml')` to the source.
 */
export interface FeedServer {
  /** `127.0.0.1:port`, as `allowHosts` wants it. */
  readonly host: string;
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  /** Most requests that were open at one moment. */
  readonly openAtOnceMax: number;
  urlOf(path: string): string;
  /** What `path` answers: the replies in their order, the last one again and again. */
  at(path: string, ...replies: readonly [ReplyOrRule, ...ReplyOrRule[]]): void;
  requestsTo(path: string): readonly RecordedRequest[];
  forgetRequests(): void;
  /** Cuts what is open and stops listening. */
  close(): Promise<void>;
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query as requested. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Name, value, name, value … exactly as they came. */
  readonly rawHeaders: readonly string[];
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
}

export type Coding = 'gzip' | 'deflate' | 'br';

export interface Reply {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Sent as ETag; a request that carries it in If-None-Match is answered 304. */
  readonly etag?: string;
  /** Sent as Last-Modified; a request without If-None-Match that carries it is answered 304. */
  readonly lastModified?: string;
  /** Applied in this order and declared, when the client accepts them all; else the body goes plain. */
  readonly codings?: readonly Coding[];
  readonly fault?: Fault;
}

export type ReplyOrRule = Reply | ((request: RecordedRequest) => Reply);

export type Fault =
  /** Connection reset instead of an answer. */
  | { readonly kind: 'reset' }
  /** Headers and half the body, then a reset; `orderly` closes without one. */
  | { readonly kind: 'cut-body'; readonly orderly?: boolean }
  /** The request is read and never answered. */
  | { readonly kind: 'silence' }
  /** `bytes` (default 1) of the body at a time. */
  | { readonly kind: 'drip'; readonly everyMs: number; readonly bytes?: number }
  /** The body again and again, without an end. */
  | { readonly kind: 'endless' }
  /** A Content-Length that is not the body's. */
  | { readonly kind: 'wrong-length'; readonly contentLength: number }
  /** These bytes on the socket instead of a response; the connection then closes. */
  | { readonly kind: 'raw'; readonly bytes: string | Uint8Array }
  /** These bytes one by one, for slow headers. */
  | { readonly kind: 'raw-drip'; readonly bytes: string; readonly everyMs: number };

const notFound: Reply = { status: 404, body: 'no such feed' };

/** Starts a server on a free loopback port. */
export async function startFeedServer(): Promise<FeedServer> {
  const plans = new Map<string, ReplyOrRule[]>();
  const requests: RecordedRequest[] = [];
  let open = 0;
  let openAtOnceMax = 0;

  const server = createServer((incoming, response) => {
    open += 1;
    openAtOnceMax = Math.max(openAtOnceMax, open);
    response.on('close', () => {
      open -= 1;
    });
    const request = record(incoming);
    requests.push(request);
    const plan = plans.get(request.path) ?? plans.get(request.path.split('?')[0] ?? '');
    const next = (plan && plan.length > 1 ? plan.shift() : plan?.[0]) ?? notFound;
    answer(request, response, typeof next === 'function' ? next(request) : next);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await listen(server);
  const port = (server.address() as AddressInfo).port;
  const host = `127.0.0.1:${port}`;

  return {
    host,
    port,
    requests,
    get openAtOnceMax() {
      return openAtOnceMax;
    },
    urlOf: (path) => `http://${host}${path}`,
    at: (path, ...replies) => {
      plans.set(path, [...replies]);
    },
    requestsTo: (path) => requests.filter((request) => request.path === path),
    forgetRequests: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}

function record(incoming: IncomingMessage): RecordedRequest {
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: { ...incoming.headers },
    rawHeaders: incoming.rawHeaders,
    at: performance.now(),
  };
}

function answer(request: RecordedRequest, response: ServerResponse, reply: Reply): void {
  response.setHeader('Content-Type', 'application/rss+xml');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.etag !== undefined) response.setHeader('ETag', reply.etag);
  if (reply.lastModified !== undefined) response.setHeader('Last-Modified', reply.lastModified);
  if (isUnmodified(request, reply)) {
    response.removeHeader('Content-Type');
    response.writeHead(304).end();
    return;
  }
  response.statusCode = reply.status ?? 200;
  const body = encode(request, response, reply);
  if (reply.fault) misbehave(response, body, reply.fault);
  else response.end(body);
}

function isUnmodified(request: RecordedRequest, reply: Reply): boolean {
  const noneMatch = request.headers['if-none-match'];
  if (noneMatch !== undefined) return noneMatch === reply.etag;
  const since = request.headers['if-modified-since'];
  return since !== undefined && since === reply.lastModified;
}

const compress: Readonly<Record<Coding, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  // The default quality takes a second for a large body, in which the server answers nobody.
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

function encode(request: RecordedRequest, response: ServerResponse, reply: Reply): Uint8Array {
  let bytes: Uint8Array =
    typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? new Uint8Array());
  const codings = reply.codings ?? [];
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (codings.length === 0 || !codings.every((coding) => accepted.includes(coding))) return bytes;
  for (const coding of codings) bytes = compress[coding](bytes);
  response.setHeader('Content-Encoding', codings.join(', '));
  return bytes;
}

function misbehave(response: ServerResponse, body: Uint8Array, fault: Fault): void {
  const { socket } = response;
  switch (fault.kind) {
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'cut-body':
      response.setHeader('Content-Length', body.byteLength);
      response.write(body.subarray(0, body.byteLength >> 1), () => {
        // Headers and half a body must have left before the cut, or there is no half to see.
        setTimeout(() => (fault.orderly ? socket?.end() : socket?.resetAndDestroy()), 30);
      });
      return;
    case 'silence':
      return;
    case 'drip':
      drip(body, fault.bytes ?? 1, fault.everyMs, response);
      return;
    case 'endless':
      pourForever(response, body);
      return;
    case 'wrong-length':
      response.strictContentLength = false;
      response.setHeader('Content-Length', fault.contentLength);
      response.write(body, () => socket?.end());
      return;
    case 'raw':
      socket?.end(fault.bytes);
      return;
    case 'raw-drip':
      if (socket) drip(Buffer.from(fault.bytes), 1, fault.everyMs, socket);
      return;
    default:
      fault satisfies never;
  }
}

interface Pipe {
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
}

function drip(bytes: Uint8Array, size: number, everyMs: number, to: Pipe): void {
  let sent = 0;
  const timer = setInterval(() => {
    to.write(bytes.subarray(sent, sent + size));
    sent += size;
    if (sent < bytes.byteLength) return;
    clearInterval(timer);
    to.end();
  }, everyMs);
  to.once('close', () => clearInterval(timer));
}

function pourForever(response: ServerResponse, body: Uint8Array): void {
  const pour = (): void => {
    while (!response.destroyed && response.write(body));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
}
