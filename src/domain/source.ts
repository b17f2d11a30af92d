import type { IdentityTrust } from './identity-trust.ts';
import type { CountryCode, LanguageTag, SourceId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';
import type { HubOffer } from './subscription.ts';

export type SourceKind =
  | 'agency'
  | 'paper'
  | 'broadcaster'
  | 'independent'
  | 'state'
  | 'igo'
  | 'ngo'
  | 'aggregator';

/** How much of an item its outlet allows us to print: the link, a short summary, or all of it. */
export type Permission = 'link' | 'summary' | 'full';

/** An inbound feed as an editor declared it, defaults filled in. */
export interface Source {
  readonly id: SourceId;
  readonly url: string;
  /** What is shown and published in the place of `url` when that holds a secret. */
  readonly publicUrl?: string;
  readonly title: string;
  readonly language: LanguageTag;
  readonly country: CountryCode;
  readonly kind: SourceKind;
  /** 1 is best. Decides which outlet represents a story. */
  readonly rank: number;
  readonly permission: Permission;
  readonly enabled: boolean;
  readonly everyMs: Milliseconds;
  readonly timeoutMs: Milliseconds;
  /** How long its items' texts are kept after it last carried them; absent: as for all sources. */
  readonly retentionMs?: Milliseconds;
  /** IANA zone or fixed offset of dates that name none. */
  readonly timezone?: string;
  /** Charset to use when the document is not what it says. */
  readonly charset?: string;
  readonly userAgent?: string;
  /** Extra request headers, `${ENV:NAME}` already resolved. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text to cut from the end of every title, such as ` - Outlet`. */
  readonly titleSuffix?: string;
  /** Whether `10.06.2025` is 10 June; default by language. */
  readonly dayFirst?: boolean;
  readonly liveBlog?: 'update' | 'items';
}

/** A source as our documents name it. */
export interface NamedSource extends Source {
  /** Id of its own feed (RFC 4287 §4.2.6), where it has told one. */
  readonly feedId?: string;
}

/** HTTP validators exactly as received (RFC 9110 §8.8); they are echoed byte for byte. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How a source stands with us: `gone` after HTTP 410, until an editor polls it by name. */
export type SourceStatus = 'new' | 'ok' | 'failing' | 'gone';

/** What the store remembers of a source between polls. */
export interface SourceState {
  readonly sourceId: SourceId;
  /** The configured URL the rest of this state belongs to; another URL starts afresh. */
  readonly url: string;
  readonly status: SourceStatus;
  readonly validators: Validators;
  readonly nextDueAt: Instant;
  /** Why the next poll is then, in words, for `status` and `doctor`. */
  readonly nextDueReason: string;
  /** No request before this, whatever is asked: the server said so (Retry-After, RFC 9110 §10.2.3). */
  readonly heldUntil?: Instant;
  /** Origin (scheme, host, port) that asked for the wait; its other sources wait too. */
  readonly heldOrigin?: string;
  readonly lastPolledAt?: Instant;
  readonly lastSuccessAt?: Instant;
  readonly lastNewItemAt?: Instant;
  readonly failuresInARow: number;
  /** When the present row of failures began; absent while there is none. */
  readonly failingSince?: Instant;
  /** How far its guids and links are believed, by what its documents have shown. */
  readonly trust: IdentityTrust;
  /** Learned address after permanent redirects (RFC 9110 §15.4.2); the configured one stays the editor's. */
  readonly effectiveUrl?: string;
  /** What permanent redirects point to: believed when it is `effectiveUrl`, else not yet. */
  readonly permanentRedirect?: PermanentRedirectSighting;
  /** Current adaptive polling interval. */
  readonly intervalMs: Milliseconds;
  /** What the last document that was read taught; absent before the first. */
  readonly rhythm?: SourceRhythm;
  readonly lastOutcome?: string;
  readonly lastMessage?: string;
  /** When a 304 was first answered in an unbroken row of 304s. */
  readonly unmodifiedSince?: Instant;
  readonly lastUnconditionalAt?: Instant;
  /** `readingVersion` of the last document that was read: validators of another are not sent. */
  readonly readBy?: number;
  /** Id of its Atom feed, the first that it named. */
  readonly feedId?: string;
  /** The hub it named last; absent when its last document names none. */
  readonly hub?: HubOffer;
}

/** How a source publishes, as its documents say and show. It decides after a 304 too, which has no document. */
export interface SourceRhythm {
  /** The `every` from which the adaptive interval started; another one starts it afresh. */
  readonly everyMs: Milliseconds;
  /** What `ttl` or `sy:updatePeriod` ask for, and which of them, in words. */
  readonly askedMs?: Milliseconds;
  readonly askedBy?: string;
  /** Freshness that a 304 without one of its own renews: the last `max-age` (RFC 9111 §4.3.4). */
  readonly freshMs?: Milliseconds;
  /** Hours 0–23 and English day names, both GMT, in which the source wants no poll. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  /** New items a day, smoothed over some days. */
  readonly itemsPerDay: number;
  /** Most new items an hour in a surge that moved much of the window; fades over weeks. */
  readonly peakPerHour?: number;
  /** Items of the last document, and the time from the oldest to the newest of them. */
  readonly windowItems: number;
  readonly windowMs?: Milliseconds;
}

/** How often, and since when, permanent redirects have pointed to one address. */
export interface PermanentRedirectSighting {
  readonly url: string;
  readonly firstSeenAt: Instant;
  readonly count: number;
}

/** The right to poll one source; a lease that ran out and was given to another is void. */
export interface SourceLease {
  readonly state: SourceState;
  /** Grows with every lease of the source; `commitIngest` refuses an old one. */
  readonly fence: number;
}
