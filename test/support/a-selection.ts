import type { EditionIntent } from '../../src/domain/intent.ts';
import type { ArchivePage, ArchivePlace, CarriedEntry } from '../../src/domain/publication.ts';
import type { TopicSelection } from '../../src/domain/selection.ts';
import type { StoryInTopic } from '../../src/domain/story.ts';

/** What the store answers of a topic that has nothing. */
export const emptySelection: TopicSelection = {
  stories: [],
  entries: [],
  editions: [],
  left: [],
  newestPages: [],
  carried: [],
  stalePages: [],
  archiveEdits: [],
  corrections: [],
  acts: [],
  version: 0,
};

/** What the store would answer after an intent was committed. */
export function selectionAfter(
  before: TopicSelection,
  { entries, editions, pages = [], corrections = [] }: EditionIntent,
  stories: readonly StoryInTopic[],
): TopicSelection {
  const rows = merged([...before.entries, ...entries], (row) => `${row.variant} ${row.storyId}`);
  return {
    stories,
    entries: rows,
    editions: merged([...before.editions, ...editions], (row) => `${row.variant} ${row.format}`),
    left: rows
      .filter(({ leftAt }) => leftAt !== undefined)
      .map((row) => ({ ...row, entryId: `tag:news.example.org,2026:story/${row.storyId}` })),
    newestPages: merged([...before.newestPages, ...pages.map(placeOf)], ({ variant }) => variant),
    carried: merged(
      [...before.carried, ...pages.flatMap(carriedBy)],
      ({ variant, storyId }) => `${variant} ${storyId}`,
    ),
    stalePages: [],
    archiveEdits: [],
    corrections: merged([...before.corrections, ...corrections], ({ id }) => id),
    acts: before.acts,
    version: before.version,
  };
}

function placeOf({ topicId, variant, number }: ArchivePage): ArchivePlace {
  return { topicId, variant, number };
}

function carriedBy({ variant, carries }: ArchivePage): (CarriedEntry & { variant: string })[] {
  return carries.map((entry) => ({ ...entry, variant }));
}

/** The last of each name, in the place of the first. */
function merged<T>(rows: readonly T[], nameOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}
