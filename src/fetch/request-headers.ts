import type { Validators } from '../domain/source.ts';

/** What a feed may come as, best first; pages last, since `try` finds feeds through them. */
const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1';

/** Every Node we run on can undo these; zstd came with 22.15. */
const acceptEncoding = 'gzip, deflate, br';

/** Headers that frame the message or belong to the connection: not an editor's to set. */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'keep-alive',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Of an editor's headers, those that tell nothing and may follow a redirect to another origin. */
const harmless: ReadonlySet<string> = new Set(['accept', 'accept-language']);

export interface HopHeaders {
  readonly userAgent: string;
  /** The editor's own, sent to the configured origin only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly validators: Validators;
  readonly isConfiguredOrigin: boolean;
}

/**
 * Headers of one request. Validators go as they came, both of them: a server that has the ETag
 * ignores the date (RFC 9110 §13.1.3). There is never a Cookie or Referer of our own.
 */
export function buildRequestHeaders(hop: HopHeaders): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': hop.userAgent,
    accept,
    'accept-encoding': acceptEncoding,
  };
  for (const [name, value] of Object.entries(hop.headers)) {
    const key = name.toLowerCase();
    if (reserved.has(key) || key.startsWith('proxy-')) continue;
    if (hop.isConfiguredOrigin || harmless.has(key)) headers[key] = value;
  }
  const { etag, lastModified } = hop.validators;
  if (etag !== undefined) headers['if-none-match'] = etag;
  if (lastModified !== undefined) headers['if-modified-since'] = lastModified;
  return headers;
}
