import type { DedupEvidence, DedupLayerName, DuplicateOf } from './dedup.ts';
import type { CountryCode, ItemId, LanguageTag, SourceId, StoryId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ParsedCategory, ParsedEnclosure, ParsedPerson } from './parsed-feed.ts';

/** What a key of an item stands for. Identity and link keys of kind `id:*` are scoped by source. */
export type ItemKeyKind =
  | 'id:guid'
  | 'id:link'
  | 'id:title-date'
  | 'link'
  | 'content'
  | 'near'
  | 'story'
  | 'id:name';

/** Whether keys of a kind have their source's id mixed in: what a source itself knows its items by. */
export function isIdentityKey(kind: ItemKeyKind): boolean {
  return kind.startsWith('id:');
}

/** Whether a key is only what an item may go by as well: found by it, it has to be looked at. */
export function isAliasKey(kind: ItemKeyKind): boolean {
  return kind === 'id:name';
}

/**
 * A lookup key. `hash` is 16 lower-case hex digits (64 bits of SHA-256 over kind, scope and value):
 * kinds `id:*` have the source id mixed in, so one source can never reach another's item by them.
 */
export interface ItemKey {
  readonly kind: ItemKeyKind;
  readonly hash: string;
}

/** One word for a key, to compare keys by. */
export function keyName(key: ItemKey): string {
  return `${key.kind} ${key.hash}`;
}

/** Each key once, in order. */
export function distinctKeys(keys: readonly ItemKey[]): readonly ItemKey[] {
  return [...new Map(keys.map((key) => [keyName(key), key])).values()];
}

/** UTF-16 offsets in a text, end exclusive. */
export type TextSpan = readonly [start: number, end: number];

/** One normalised report from one source, before it is stored. */
export interface Item {
  readonly sourceId: SourceId;
  readonly language: LanguageTag;
  readonly country: CountryCode;
  /** The guid as the source gave it, when it gave one. */
  readonly guid?: string;
  /** Plain text as the source wrote it, at most 64 KB; may be empty. */
  readonly title: string;
  /** Address to send readers to, absolute http(s). */
  readonly link?: string;
  /** Plain text. */
  readonly summary: string;
  /** Sentences of the summary that the source prints under other items too: shown, not compared. */
  readonly boilerplate?: readonly TextSpan[];
  /** What the source puts on nearly all its titles: shown, not compared. */
  readonly titleEdges?: readonly TextSpan[];
  /** Sanitised HTML; empty when the source has none. */
  readonly contentHtml: string;
  readonly authors: readonly ParsedPerson[];
  readonly categories: readonly ParsedCategory[];
  readonly enclosures: readonly ParsedEnclosure[];
  readonly image?: string;
  /** When the source says it was published, kept raw; absent when it says nothing readable. */
  readonly publishedRaw?: Instant;
  /**
   * `publishedRaw` held to [first seen − 10 y, first seen]; first seen when there is none, when it
   * is before 1990, or when it names the running day without a time. Never in the future.
   */
  readonly published: Instant;
  readonly isPublishedEstimated: boolean;
  readonly updated?: Instant;
  /**
   * SHA-256 hex of what readers are shown: title, summary, and the content where the source permits
   * it. A change of it is a revision; a view counter in the body or a session in the link is none.
   */
  readonly contentHash: string;
  /** Identity first (surest kind first), then cross-source keys. */
  readonly keys: readonly ItemKey[];
}

/** An item as it stands in the store. */
export interface StoredItem extends Item {
  readonly id: ItemId;
  readonly storyId: StoryId;
  readonly duplicate?: DuplicateOf;
  /** Which layer put it into a story that another item began; absent for that item and duplicates. */
  readonly joined?: { readonly layer: DedupLayerName; readonly evidence: DedupEvidence };
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /**
   * Present once retention has removed summary, content, picture, people and files: what is left is
   * what a receipt needs, and the outcomes that were stored with the text stand.
   */
  readonly isPruned?: true;
  /** When its text last changed by the source's hand; equals `firstSeenAt` when it never did. */
  readonly revisedAt: Instant;
}
