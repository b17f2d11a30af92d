import type { FetchFailure } from '../domain/fetch-result.ts';
import type { Milliseconds } from '../domain/instant.ts';

/** Why a fetch ended without an answer, in a word and in a sentence. */
export interface FetchRefusal {
  readonly reason: FetchFailure;
  /** For a person: names the host, the limit or the status. Never a query string: it may hold a key. */
  readonly message: string;
  readonly httpStatus?: number;
  readonly retryAfterMs?: Milliseconds;
}

/** Carries a refusal through code that can only throw, such as a connector or a stream. */
export class FetchError extends Error {
  readonly refusal: FetchRefusal;

  constructor(refusal: FetchRefusal, options?: { readonly cause?: unknown }) {
    super(refusal.message, options);
    this.name = 'FetchError';
    this.refusal = refusal;
  }
}

/** Node's and undici's codes, by what they mean to an operator. */
const reasonByCode: Readonly<Record<string, FetchFailure>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EADDRNOTAVAIL: 'connect',
  EHOSTDOWN: 'connect',
  ENETDOWN: 'connect',
  EACCES: 'connect',
  EPERM: 'connect',
  EMFILE: 'connect',
  ETIMEDOUT: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_HEADERS_OVERFLOW: 'bad-response',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_INVALID_ARG: 'forbidden-url',
  EPROTO: 'tls',
};

const tlsCode =
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|CRL_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

/** Says what an error of the network means for the poll of `host`. */
export function explainError(error: unknown, host: string): FetchRefusal {
  if (error instanceof FetchError) return error.refusal;
  const causes = causesOf(error);
  for (const cause of causes) {
    if (cause instanceof FetchError) return cause.refusal;
  }
  for (const cause of causes) {
    const code = codeOf(cause);
    if (code === undefined) continue;
    const reason = reasonOf(code);
    if (reason !== undefined) return { reason, message: sentence(reason, host, code, cause) };
  }
  return {
    reason: 'bad-response',
    message: `${host} could not be read: ${textOf(error)}`,
  };
}

function reasonOf(code: string): FetchFailure | undefined {
  if (tlsCode.test(code)) return 'tls';
  // llhttp's own codes: the answer is not HTTP.
  if (code.startsWith('HPE_')) return 'bad-response';
  return reasonByCode[code];
}

function sentence(reason: FetchFailure, host: string, code: string, cause: unknown): string {
  switch (reason) {
    case 'dns':
      return `the name ${host} could not be resolved (${code})`;
    case 'connect':
      return `no connection to ${host} (${code})`;
    case 'tls':
      return `no secure connection to ${host}: ${textOf(cause)} (${code})`;
    case 'reset':
      return `${host} closed the connection before it had answered (${code})`;
    case 'truncated':
      return `${host} ended the body before its announced length`;
    case 'forbidden-url':
      return `the request to ${host} cannot be made: ${textOf(cause)}`;
    default:
      return `${host} sent an answer that is not proper HTTP: ${textOf(cause)} (${code})`;
  }
}

/** The error, its causes and, for a failed dial of several addresses, each of them. */
function causesOf(error: unknown): readonly unknown[] {
  const found: unknown[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 20) {
    const next = open.shift();
    if (next === undefined || next === null || found.includes(next)) continue;
    found.push(next);
    if (next instanceof AggregateError) open.push(...next.errors);
    if (next instanceof Error) open.push(next.cause);
  }
  return found;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
