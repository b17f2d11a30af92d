import { createHash } from 'node:crypto';

/** Header names and values in turn, as `writeHead` takes them: built once, not per request. */
export type HeaderList = readonly string[];

export type Coding = 'identity' | 'gzip' | 'br';

/** A document under one content coding, ready to be sent: nothing of it is made per request. */
export interface Representation {
  readonly body: Buffer;
  /** Strong: a hash of these very bytes, so another one per coding (RFC 9110 §8.8.3.3). */
  readonly etag: string;
  readonly headers: HeaderList;
  /** What a 304 repeats (RFC 9110 §15.4.5), and what lets a page elsewhere see it. */
  readonly notModifiedHeaders: HeaderList;
}

/** A published document in every coding. */
export interface PublishedDocument {
  readonly identity: Representation;
  readonly gzip?: Representation;
  readonly br?: Representation;
  /** Its modification time, whole seconds as HTTP dates have them; milliseconds UTC. */
  readonly lastModified: number;
}

/** What is said of a document beside its bytes. */
export interface DocumentFacts {
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly contentSecurityPolicy: string;
  /** Its own address and its hubs (WebSub §4), for feed documents. */
  readonly link: string | undefined;
  /** Whether there is another coding to answer in. */
  readonly isCoded: boolean;
  readonly lastModified: number;
  readonly now: number;
}

/** On every answer, whatever it is. */
export const guardHeaders: HeaderList = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
];

/** What is published is public: a page elsewhere may read it (JSON Feed readers do), and its tag. */
export const sharingHeaders: HeaderList = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Link',
];

/** Builds what is sent of a document under one coding. */
export function buildRepresentation(
  body: Buffer,
  coding: Coding,
  facts: DocumentFacts,
): Representation {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
  const etag = coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`;
  const { lastModified, now, link } = facts;
  const validators = [
    'ETag',
    etag,
    'Cache-Control',
    facts.cacheControl,
    ...(facts.isCoded ? ['Vary', 'Accept-Encoding'] : []),
    // Never later than the answer itself (RFC 9110 §8.8.2.1).
    'Last-Modified',
    new Date(Math.min(lastModified, now)).toUTCString(),
    ...sharingHeaders,
  ];
  return {
    body,
    etag,
    notModifiedHeaders: validators,
    headers: [
      'Content-Type',
      facts.mediaType,
      'Content-Length',
      String(body.length),
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      ...validators,
      ...(link === undefined ? [] : ['Link', link]),
      ...guardHeaders,
      'Content-Security-Policy',
      facts.contentSecurityPolicy,
    ],
  };
}
