import type { Instant } from '../../domain/instant.ts';
import type { Subscriber } from '../../domain/subscriber.ts';
import { isDue } from './hub-life.ts';
import { isLive, type LiveDocument, type OwnDocument } from './own-documents.ts';

/** What a subscriber is called for; `end` calls nobody. */
export type Errand =
  | { readonly kind: 'end' }
  | { readonly kind: 'deny' }
  | { readonly kind: 'verify'; readonly hash: string | undefined }
  | { readonly kind: 'deliver'; readonly document: LiveDocument; readonly hubUrl: string };

/** What there is to know before a subscriber is called. */
export interface ErrandFacts {
  /** All documents of this site; one that is being written for the first time is not live. */
  readonly documents: ReadonlyMap<string, OwnDocument | LiveDocument>;
  /** Absent while the site is no hub. */
  readonly hubUrl: string | undefined;
  readonly now: Instant;
}

/**
 * What is to be done about a subscriber now, if anything. Nobody is sent away because a document is
 * missing on disk, where it may be back in a moment; only because the site does not have it.
 */
export function errandFor(subscriber: Subscriber, facts: ErrandFacts): Errand | undefined {
  const { asked, leaseUntil = 0, deliveredHash, selfUrl } = subscriber;
  const { documents, hubUrl, now } = facts;
  if (asked === undefined && leaseUntil <= now) return { kind: 'end' };
  if (!isDue(subscriber, now)) return undefined;
  const document = documents.get(selfUrl);
  if (document === undefined || hubUrl === undefined) return { kind: 'deny' };
  const hash = isLive(document) ? document.hash : undefined;
  if (asked !== undefined) return { kind: 'verify', hash };
  const isNew = isLive(document) && document.hash !== deliveredHash;
  return isNew ? { kind: 'deliver', document, hubUrl } : undefined;
}

/** What lies on disk, by document; of a site that is no hub nothing is announced. */
export function hashesOf({ documents, hubUrl }: ErrandFacts): Record<string, string | null> {
  if (hubUrl === undefined) return {};
  const hashes = [...documents].map(([selfUrl, of]) => [selfUrl, isLive(of) ? of.hash : null]);
  return Object.fromEntries(hashes);
}
