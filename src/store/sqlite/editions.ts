import { AppError } from '../../domain/errors.ts';
import type { EditionIntent } from '../../domain/intent.ts';
import type { EntryRecord } from '../../domain/publication.ts';
import { settleArchiveEdits, writeArchivePage } from './archive.ts';
import type { Connection } from './connection.ts';
import { writeCorrection } from './corrections.ts';
import { findEntry, writeEdition, writeEntry } from './entries.ts';
import { insertStory } from './write-item.ts';

export function commitEdition(db: Connection, intent: EditionIntent): void {
  const { topicId, entries, editions, pages = [], corrections = [] } = intent;
  const stray = [...entries, ...editions, ...pages, ...corrections].find(
    (row) => row.topicId !== topicId,
  );
  if (stray) {
    throw new AppError('invalid', `store: edition of ${topicId} holds a row of ${stray.topicId}`);
  }
  db.write(() => {
    for (const story of intent.lostStories ?? []) insertStory(db, story);
    for (const entry of entries) {
      checkPromises(db, entry);
      writeEntry(db, entry);
    }
    for (const edition of editions) writeEdition(db, edition);
    for (const page of pages) writeArchivePage(db, page);
    for (const correction of corrections) writeCorrection(db, correction);
    settleArchiveEdits(db, topicId);
  });
}

/** What was told to subscribers stays true: the last guard of the publication contract. */
function checkPromises(db: Connection, next: EntryRecord): void {
  const stored = findEntry(db, next.topicId, next.storyId, next.variant);
  if (!stored) return;
  const broken = brokenPromise(stored, next);
  if (broken === undefined) return;
  const where = `${next.topicId}/${next.variant}: story ${next.storyId}`;
  throw new AppError('conflict', `store: ${where} ${broken}`);
}

function brokenPromise(stored: EntryRecord, next: EntryRecord): string | undefined {
  if (stored.leftAt !== undefined && next.leftAt === undefined) {
    return 'left and may not return unless an editor restores it';
  }
  if (stored.archivedAt !== undefined && next.archivedAt === undefined) {
    return 'is in the archive and may not return to the live document';
  }
  if (stored.published !== next.published) {
    return `was published at ${stored.published}, which may not become ${next.published}`;
  }
  if (stored.itemId !== next.itemId) {
    return `is shown by item ${stored.itemId}, which may not become ${next.itemId}`;
  }
  return undefined;
}
