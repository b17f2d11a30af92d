import { day } from './instant.ts';

/** Limits that are always on (design §10). Each says its unit in its name. */

/** Largest feed body we read, decoded. Most news feeds stay under 1 MB. */
export const bodyBytesMax = 5_000_000;
/** Items used of one document; a news line of a day has some 700. */
export const itemsPerDocumentMax = 2_000;
/** Element nesting of a document; real feeds with XHTML content stay under 40. */
export const nestingMax = 256;
/** Longest text field kept, in UTF-8 bytes. */
export const textFieldBytesMax = 64 * 1024;
/** Longest URL kept, in characters. */
export const urlCharactersMax = 2_048;
export const redirectsMax = 5;
/** Content codings on one response: `gzip, br` is already odd. */
export const contentCodingsMax = 2;
/** How long one document may take to read before its thread is ended. */
export const readDeadlineMs = 5_000;
/** Heap of the reading thread, megabytes. */
export const readHeapMegabytes = 256;

/** How far back copies and stories are looked for; keys that serve nothing else live so long. */
export const dedupWindowMs = 14 * day;
/** How long an item is known again by its keys after its source last carried it. */
export const keyRetentionMs = 90 * day;
