import { type Fault, quote } from '../problem.ts';
import { withPlaceholders } from '../secrets.ts';

/** Headers that belong to the fetcher: connection, caching and content negotiation. */
const ownHeaders =
  /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|expect|accept-encoding|if-none-match|if-modified-since|if-match|if-range|range|proxy-.*)$/i;

/** Headers whose value is a secret. */
const secretHeaders = /^(?:authorization|cookie|x-.*(?:key|token|secret|auth).*|.*api-?key.*)$/i;

/** Says what is wrong with the name of an extra request header (RFC 9110 §5.1). */
export function judgeHeaderName(name: string): Fault | undefined {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/.test(name)) {
    return {
      message: 'is not a header name',
      cure: 'use letters, digits and hyphens, such as "X-Api-Key"',
    };
  }
  if (name.toLowerCase() === 'user-agent') {
    return { message: 'has a key of its own', cure: 'write "userAgent" beside "headers" instead' };
  }
  if (!ownHeaders.test(name)) return undefined;
  return { message: 'is a header that the fetcher sets itself', cure: 'remove it' };
}

/** Says what is wrong with a header value: one line, and secrets never in the open. */
export function judgeHeaderValue(text: string): Fault | undefined {
  if (/^[\x20-\x7e\x80-\xff]+$/.test(withPlaceholders(text))) return undefined;
  return {
    message: `is ${quote(text)}, which cannot be sent in a header`,
    cure: 'write one line of Latin letters, digits and punctuation',
  };
}

/** Whether a header's value must come from the environment: it opens doors. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.test(name);
}
