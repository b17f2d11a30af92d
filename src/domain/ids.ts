/** What an editor calls a source in `feeds.config.json`; also its key in every table. */
export type SourceId = string;

/** What an editor calls a topic; also its folder in the published tree. */
export type TopicId = string;

/** What an editor or a shipped word list calls a concept. */
export type ConceptId = string;

/** Row number of an item. Internal: it never appears in anything published. */
export type ItemId = number;

/**
 * Public name of a story: 20 lower-case base32 characters, minted once from the first item's
 * source and identity and then stored. Used in `/stories/<id>/` and inside the entry's `tag:` URI.
 */
export type StoryId = string;

/** BCP 47 language tag, lower case, such as `az`, `tr`, `fa`. */
export type LanguageTag = string;

/** ISO 3166 alpha-2 country code, upper case. */
export type CountryCode = string;

/** Ids of sources, topics and concepts: one path segment that no file system or URL can misread. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
