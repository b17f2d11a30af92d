import type { FetchRefusal } from './fetch-error.ts';

/** What a status line means for a poll (RFC 9110 §15). */
export type StatusVerdict =
  | { readonly kind: 'modified' }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly refusal: FetchRefusal };

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const refusals: ReadonlySet<number> = new Set([401, 403, 407]);

/** Judges a status; `isConditional` says whether the request carried validators. */
export function judgeStatus(status: number, host: string, isConditional: boolean): StatusVerdict {
  if (status === 200 || status === 203) return { kind: 'modified' };
  if (status === 304 && isConditional) return { kind: 'not-modified' };
  if (redirects.has(status)) return { kind: 'redirect' };
  if (status === 410) return { kind: 'gone' };
  return { kind: 'failed', refusal: { ...refuse(status, host), httpStatus: status } };
}

function refuse(status: number, host: string): FetchRefusal {
  if (status === 429) {
    return { reason: 'rate-limited', message: `${host} answered 429: too many requests` };
  }
  if (refusals.has(status)) {
    return { reason: 'unauthorised', message: `${host} refuses us: it answered ${status}` };
  }
  if (status >= 500) {
    return {
      reason: 'http-server-error',
      message: `${host} answered ${status}, a fault of its own`,
    };
  }
  if (status >= 400) {
    return { reason: 'http-client-error', message: `${host} answered ${status}: no feed there` };
  }
  if (status === 204 || status === 205) {
    return { reason: 'empty', message: `${host} answered ${status}: no content` };
  }
  if (status === 304) {
    return {
      reason: 'bad-response',
      message: `${host} answered 304 (unchanged) although nothing was asked on a condition`,
    };
  }
  return { reason: 'bad-response', message: `${host} answered ${status}, which is no feed` };
}
