import type { CountryCode, ItemId, LanguageTag, SourceId, StoryId, TopicId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ParsedCategory, ParsedEnclosure, ParsedPerson } from './parsed-feed.ts';

/** Which stories of a topic a document carries: `all` languages, or one. */
export type Variant = 'all' | LanguageTag;

/** An outlet's report of a story, as readers are told of it. */
export interface Attribution {
  readonly sourceId: SourceId;
  readonly outlet: string;
  /** The source's own feed document, for `atom:source` and RSS `source`. */
  readonly feedUrl: string;
  /** Id of that document (RFC 4287 §4.2.6), where it has one that is not its address. */
  readonly feedId?: string;
  readonly link?: string;
  readonly title: string;
  readonly language: LanguageTag;
  readonly country: CountryCode;
  readonly published: Instant;
}

/** One story as published by us (RFC 4287 `entry`). */
export interface Entry {
  /** `tag:` URI of the story: the same in every topic, variant, format and rebuild. */
  readonly id: string;
  readonly storyId: StoryId;
  readonly title: string;
  readonly link: string;
  /** Plain text, cut to what the source permits; empty when there is none. */
  readonly summary: string;
  /** Sanitised HTML; only where the source permits all of it. */
  readonly contentHtml?: string;
  readonly language: LanguageTag;
  /** Direction of the text in that language. */
  readonly direction: 'ltr' | 'rtl';
  readonly published: Instant;
  readonly updated: Instant;
  readonly authors: readonly ParsedPerson[];
  readonly categories: readonly ParsedCategory[];
  readonly enclosures: readonly ParsedEnclosure[];
  readonly image?: string;
  /** Absolute URL of the story's receipt; absent where none is published. */
  readonly receipt?: string;
  /** Words that put the story in the topic, as the shown report writes them: a few, for pages. */
  readonly matchedWords?: readonly string[];
  readonly shownBy: Attribution;
  /** Everyone else who told the story, earliest first. */
  readonly alsoReportedBy: readonly Attribution[];
  /** Receipts of other published stories that an editor said are the same: absolute URLs. */
  readonly sameAs?: readonly string[];
}

/** An entry that left and is announced as gone (RFC 6721). */
export interface DeletedEntry {
  readonly id: string;
  readonly when: Instant;
  readonly reason: LeftReason;
  /** Why, in the editor's own words. */
  readonly note?: string;
}

/** What an edition is, apart from its entries. */
export interface Publication {
  readonly topicId: TopicId;
  readonly variant: Variant;
  readonly title: string;
  readonly description: string;
  /** Language of the document's own words: the variant's, or the site's for `all`. */
  readonly language: LanguageTag;
  /** Absolute URL of the document's folder, with a trailing slash. */
  readonly homeUrl: string;
  /** Feed-level `tag:` id, frozen with the store's authority. */
  readonly feedId: string;
  readonly siteTitle: string;
  readonly siteUrl: string;
  readonly contact?: string;
  /** IANA zone for dates on pages; documents for machines carry UTC. */
  readonly timezone: string;
  readonly hubs: readonly string[];
  /** Languages the topic is published in, for links between variants. */
  readonly languages: readonly LanguageTag[];
  /** RSS `ttl`: the real publish interval. */
  readonly ttlMinutes: number;
}

/** A publication's entries at one moment, newest first. */
export interface Edition {
  readonly publication: Publication;
  /** When any of its documents last changed; moves only when the content does. */
  readonly updated: Instant;
  /** When the document of a format last changed, by the format's name; `updated` where absent. */
  readonly updatedOf?: Readonly<Record<string, Instant>>;
  readonly entries: readonly Entry[];
  readonly deleted: readonly DeletedEntry[];
  /** Number of the newest archive page; absent while there is none. Pages count from 1. */
  readonly archivePages?: number;
}

/** One document ready to be written. */
export interface Rendered {
  /** Path inside the published tree, with `/` between segments and none in front. */
  readonly path: string;
  readonly mediaType: string;
  readonly body: string;
}

/** An output format; a line in `publish/formats.ts`. */
export interface Format {
  readonly name: string;
  /** File name inside the variant's folder, such as `rss.xml`. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Raised when the writer says the same thing in other words: part of `EditionRecord.hash`. */
  readonly version: number;
  render(edition: Edition): string;
  /**
   * What the document of an edition says, `updated` left out, as data for `JSON.stringify`: it
   * differs exactly when the bytes would. An outlet's detail that only one format shows must not
   * move the dates of the others.
   */
  says(edition: Edition): unknown;
}

export type LeftReason = 'rule' | 'retracted' | 'split';

/** Why an entry has no room in a live document: that is full, or its source has its share of it. */
export type ArchivedReason = 'full' | 'quota';

/** A row of `entries`: what one variant of one topic has published of one story. */
export interface EntryRecord {
  readonly topicId: TopicId;
  readonly storyId: StoryId;
  readonly variant: Variant;
  /** The item shown: chosen when first published, then frozen. */
  readonly itemId: ItemId;
  readonly published: Instant;
  readonly updated: Instant;
  /** When it made way for newer ones; it then lives in the archive and never comes back to the live document. */
  readonly archivedAt?: Instant;
  /** Unknown of entries that older releases archived. */
  readonly archivedReason?: ArchivedReason;
  readonly leftAt?: Instant;
  readonly leftReason?: LeftReason;
  /** When it came into its document; unknown of entries that older releases wrote. */
  readonly enteredAt?: Instant;
}

/** An entry that its outlet edited after it was published, as it was announced once more. */
export interface Correction {
  /** `tag:` URI of the announcement: made of the story's and of the revision, and never again. */
  readonly id: string;
  readonly topicId: TopicId;
  readonly storyId: StoryId;
  readonly at: Instant;
  /** As it stood then, in the document of all languages. */
  readonly entry: Entry;
}

/** Where a page of an archive stands: the pages of a variant count from 1. */
export interface ArchivePlace {
  readonly topicId: TopicId;
  readonly variant: Variant;
  readonly number: number;
}

/** What a page carries of a story: the entry as it stood when it was last updated. */
export interface CarriedEntry {
  readonly storyId: StoryId;
  readonly updated: Instant;
}

/** A page of an archive (RFC 5005 §4) as it was frozen: its bytes, and whose entries they are. */
export interface ArchivePage extends ArchivePlace {
  readonly body: string;
  /** What the document says of itself. */
  readonly updated: Instant;
  readonly carries: readonly CarriedEntry[];
}

/** A row of `editions`. */
export interface EditionRecord {
  readonly topicId: TopicId;
  readonly variant: Variant;
  readonly format: string;
  /** SHA-256 hex of what the document says (`Format.says`) and of the format's own version. */
  readonly hash: string;
  readonly path: string;
  readonly updated: Instant;
}
