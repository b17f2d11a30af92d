import type { Milliseconds } from './instant.ts';
import type { Validators } from './source.ts';

/** Every way a fetch can fail; the word is stored with the poll and shown to operators. */
export type FetchFailure =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'forbidden-address'
  | 'forbidden-url'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'too-large'
  | 'bad-encoding'
  | 'truncated'
  | 'bad-response'
  | 'http-client-error'
  | 'http-server-error'
  | 'rate-limited'
  | 'unauthorised'
  | 'empty'
  | 'aborted';

/** Caching headers of a 200 or 304, reduced to what decides the next poll. */
export interface Freshness {
  /**
   * Time for which the response says it is fresh (RFC 9111 §4.2.1), age already taken off: 0 when it
   * says that it is not, absent when it says nothing.
   */
  readonly freshForMs?: Milliseconds;
  /** True when a later 304 that says nothing renews it, as `max-age` is counted from each answer. */
  readonly isRenewed?: true;
}

/** One redirect hop that was followed. */
export interface RedirectHop {
  readonly status: number;
  readonly to: string;
}

interface Answered {
  /** Address that finally answered. */
  readonly finalUrl: string;
  readonly redirects: readonly RedirectHop[];
  readonly httpStatus: number;
  readonly freshness: Freshness;
  readonly validators: Validators;
  /** Time from start to the last byte. */
  readonly tookMs: Milliseconds;
  readonly links: readonly LinkHeader[];
}

/** A target of the HTTP Link header (RFC 8288), such as `rel=hub`. */
export interface LinkHeader {
  readonly href: string;
  readonly rel: string;
}

/** What came of asking a source for its feed. Never an exception. */
export type FetchResult =
  | (Answered & {
      readonly kind: 'modified';
      /** Decoded bytes, at most the body cap. */
      readonly body: Uint8Array;
      readonly contentType?: string;
      /** Bytes that crossed the network. */
      readonly wireBytes: number;
    })
  | (Answered & { readonly kind: 'not-modified' })
  | {
      readonly kind: 'gone';
      readonly finalUrl: string;
      readonly redirects: readonly RedirectHop[];
      readonly httpStatus: 410;
      readonly tookMs: Milliseconds;
    }
  | FetchFailed;

export interface FetchFailed {
  readonly kind: 'failed';
  readonly reason: FetchFailure;
  /** What happened, for a person: names the host, the limit or the status. */
  readonly message: string;
  readonly httpStatus?: number;
  /** Wait the server asked for (RFC 9110 §10.2.3), uncapped. */
  readonly retryAfterMs?: Milliseconds;
  readonly finalUrl?: string;
  readonly tookMs: Milliseconds;
}
