import type { Correction, EntryRecord, Publication } from '../domain/publication.ts';
import type { EditionInput } from './build-edition.ts';
import { buildEntry, type EntryContext } from './build-entry.ts';
import { findEdited } from './corrections.ts';
import { updatedOf } from './updated-of.ts';

/** Entries that were edited in the archive, as they are to be remembered and announced. */
export interface ArchivedEdits {
  readonly entries: readonly EntryRecord[];
  readonly edited: readonly Correction[];
}

/**
 * Edits of entries that have left for the archive. Their pages stay as they are: subscribers learn
 * of an edit from the document of corrections, as those of a live entry do.
 */
export function findArchivedEdits(
  { selection }: Pick<EditionInput, 'selection'>,
  { topicId }: Publication,
  context: EntryContext,
): ArchivedEdits {
  const before: EntryRecord[] = [];
  const after = selection.archiveEdits.flatMap((storyId) => {
    const told = selection.stories.find(({ story }) => story.id === storyId);
    const row = selection.entries.find(
      (one) => one.topicId === topicId && one.storyId === storyId && one.variant === 'all',
    );
    // An editor may have moved the item that shows the story to another one.
    const item = told?.items.find(({ id }) => id === row?.itemId);
    if (told === undefined || row === undefined || item === undefined) return [];
    before.push(row);
    const edited = { ...row, updated: updatedOf(item, row.updated) };
    return [{ row: edited, entry: buildEntry(told, item, edited, context) }];
  });
  return { entries: after.map(({ row }) => row), edited: findEdited(before, after) };
}
