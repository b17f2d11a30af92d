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
 * of an edit from the document of corrections, as those of a live entry do. Each variant may show
 * another report; an edit that several show has one id.
 */
export function findArchivedEdits(
  { selection }: Pick<EditionInput, 'selection'>,
  { topicId }: Publication,
  context: EntryContext,
): ArchivedEdits {
  const { entries, stories, archiveEdits } = selection;
  const due = new Set(archiveEdits);
  const edits = entries.flatMap((row) => {
    const isPast = row.archivedAt !== undefined && row.leftAt === undefined;
    if (!isPast || row.topicId !== topicId || !due.has(row.storyId)) return [];
    const told = stories.find(({ story }) => story.id === row.storyId);
    // An editor may have moved the item that shows the story to another one.
    const item = told?.items.find(({ id }) => id === row.itemId);
    if (told === undefined || item === undefined) return [];
    const edited = { ...row, updated: updatedOf(item, row.updated) };
    const entry = buildEntry(told, item, edited, context);
    return findEdited([row], [{ row: edited, entry }]).map((announced) => ({ edited, announced }));
  });
  return {
    entries: edits.map(({ edited }) => edited),
    edited: edits.map(({ announced }) => announced),
  };
}
