/**
 * A document as read, in the words of RFC 4287. Every field is optional unless said; dates are
 * ISO 8601 UTC strings or absent; URLs absolute strings; titles plain text; HTML as it came until
 * `normalise` has sanitised it.
 */
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

export interface ParsedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}

export interface ParsedCategory {
  readonly term: string;
  readonly label?: string;
  readonly scheme?: string;
}

export interface ParsedLink {
  readonly href: string;
  readonly rel?: string;
  readonly type?: string;
}

export interface ParsedEnclosure {
  readonly url: string;
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
}

export interface ParsedFeedHead {
  readonly format: FeedFormat;
  readonly title?: string;
  readonly link?: string;
  readonly feedUrl?: string;
  readonly links: readonly ParsedLink[];
  readonly id?: string;
  readonly description?: string;
  readonly language?: string;
  readonly updated?: string;
  readonly published?: string;
  readonly authors: readonly ParsedPerson[];
  readonly categories: readonly ParsedCategory[];
  readonly image?: string;
  readonly icon?: string;
  readonly generator?: string;
  readonly rights?: string;
  readonly ttlMinutes?: number;
  readonly updatePeriod?: string;
  readonly updateFrequency?: number;
  /** Hours 0–23, GMT. */
  readonly skipHours: readonly number[];
  /** English day names, as in RSS 2.0. */
  readonly skipDays: readonly string[];
  readonly hubs: readonly string[];
}

export interface ParsedItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  /** HTML. */
  readonly summary?: string;
  /** HTML. */
  readonly content?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly ParsedPerson[];
  readonly categories: readonly ParsedCategory[];
  readonly enclosures: readonly ParsedEnclosure[];
  readonly image?: string;
  readonly language?: string;
  readonly comments?: string;
  readonly source?: { readonly title?: string; readonly url?: string };
  readonly links: readonly ParsedLink[];
  readonly rights?: string;
}

/** A fault that was read past. `item` is the zero-based position in the document. */
export interface ReadWarning {
  readonly code: string;
  readonly message: string;
  readonly item?: number;
}

export interface ParsedFeed {
  readonly kind: 'feed';
  readonly feed: ParsedFeedHead;
  readonly items: readonly ParsedItem[];
  readonly warnings: readonly ReadWarning[];
  /** Items beyond those that are read of one document; absent when there were none. */
  readonly itemsLeftOut?: number;
  /** The charset the bytes were read in, and what decided it. */
  readonly charset?: { readonly name: string; readonly from: string };
}

export type ReadFailure =
  | 'not-a-feed'
  | 'blocked'
  | 'too-large'
  | 'too-deep'
  | 'malformed'
  | 'timeout';

export interface ReadFailed {
  readonly kind: 'failed';
  readonly reason: ReadFailure;
  readonly message: string;
}

export type ReadResult = ParsedFeed | ReadFailed;

/** What is known about a document from outside it. */
export interface ReadOptions {
  /** HTTP Content-Type. */
  readonly contentType?: string | undefined;
  /** Address of the document: the base of relative links. */
  readonly url?: string | undefined;
  /** Charset the editor says it is in. */
  readonly charset?: string | undefined;
  /** IANA zone or fixed offset for dates that name none. */
  readonly timezone?: string | undefined;
  /** Language of the edition: names of months, day-first numbers, usual charset. */
  readonly language?: string | undefined;
  readonly dayFirst?: boolean | undefined;
  /** Milliseconds UTC; only used to judge two-digit years and impossible futures. */
  readonly now?: number | undefined;
  /** Default true: HTML comes out through the allow-list. */
  readonly sanitize?: boolean | undefined;
}
