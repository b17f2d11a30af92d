import type { StoryId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ArchivePage, Publication } from '../domain/publication.ts';
import type { StalePage, TopicSelection } from '../domain/selection.ts';
import {
  archiveDocument,
  pageEntriesMax,
  planArchivePages,
  renderArchivePage,
  withdrawFromPage,
} from './archive.ts';
import { documentBytesMax, headBytes, type LiveEntry } from './make-room.ts';
import { type BytesOf, roughBytes, shareBytes } from './share-bytes.ts';

/** An entry of which so many fill no page needs no measuring. */
const smallBytes = (documentBytesMax - headBytes) / pageEntriesMax;

export interface MakingWay {
  readonly stay: readonly LiveEntry[];
  readonly makeWay: readonly LiveEntry[];
}

export interface Archived {
  /** Pages to be frozen before what makes way may leave the live document. */
  readonly pages: readonly ArchivePage[];
  /** Number of the newest page then; absent while there is none. */
  readonly newest?: number;
}

/** What an entry takes: in the largest of the live documents, and on a page, which is Atom. */
export interface Sizes {
  readonly bytesOf: BytesOf;
  readonly atomBytesOf: BytesOf;
}

/** Gives what makes way its place in the archive of its variant; a step is a page. */
export function* archiveEntries(
  publication: Publication,
  { stay, makeWay }: MakingWay,
  selection: TopicSelection,
  { bytesOf, atomBytesOf }: Sizes,
  now: Instant,
): Generator<void, Archived> {
  const { topicId, variant } = publication;
  const written = selection.newestPages.find((page) => page.variant === variant)?.number ?? 0;
  const carried = selection.carried.filter((entry) => entry.variant === variant);
  const onPages = new Map<StoryId, Instant>(carried.map((one) => [one.storyId, one.updated]));
  const plans = yield* planArchivePages({
    stay: stay.map((one) => bearable(one, bytesOf)),
    makeWay: makeWay.map((one) => bearable(one, bytesOf)),
    onPages,
    pagesWritten: written,
    bytesOf: (entry) => {
      const rough = roughBytes(entry);
      return rough <= smallBytes ? rough : atomBytesOf(entry);
    },
  });
  const pages: ArchivePage[] = [];
  for (const plan of plans) {
    const { body } = renderArchivePage(publication, plan, now);
    const carries = plan.entries.map(({ row: { storyId, updated } }) => ({ storyId, updated }));
    pages.push({ topicId, variant, number: plan.number, body, updated: now, carries });
    yield;
  }
  const newest = written + pages.length;
  return { pages, ...(newest > 0 ? { newest } : {}) };
}

/** An entry alone is shown with less where it is larger than any may be. */
function bearable({ row, entry }: LiveEntry, bytesOf: BytesOf): LiveEntry {
  return { row, entry: shareBytes([entry], bytesOf)[0] ?? entry };
}

/** A page on which what was retracted is replaced by its record. */
export function withdrawRetracted({ retracted, ...page }: StalePage): ArchivePage {
  const gone = new Set(retracted.map(({ storyId }) => storyId));
  const { body } = withdrawFromPage(archiveDocument(page, page.body), retracted);
  return {
    ...page,
    body,
    updated: Math.max(page.updated, ...retracted.map(({ when }) => when)),
    carries: page.carries.filter(({ storyId }) => !gone.has(storyId)),
  };
}
