import type { StoryId, TopicId } from '../../domain/ids.ts';
import type {
  ArchivedReason,
  EditionRecord,
  EntryRecord,
  LeftReason,
  Variant,
} from '../../domain/publication.ts';
import type { LeftEntry } from '../../domain/selection.ts';
import type { Connection } from './connection.ts';
import { present } from './rows.ts';

interface EntryRow {
  readonly topicId: string;
  readonly storyId: string;
  readonly variant: string;
  readonly itemId: number;
  readonly published: number;
  readonly updated: number;
  readonly archivedAt: number | null;
  readonly archivedReason: ArchivedReason | null;
  readonly leftAt: number | null;
  readonly leftReason: LeftReason | null;
  readonly enteredAt: number | null;
}

const entryColumns = `e.topic_id AS topicId, e.story_id AS storyId, e.variant, e.item_id AS itemId,
  e.published, e.updated, e.archived_at AS archivedAt, e.left_at AS leftAt,
  e.left_reason AS leftReason, e.entered_at AS enteredAt, e.archived_reason AS archivedReason`;

export function findEntry(
  db: Connection,
  topicId: TopicId,
  storyId: StoryId,
  variant: Variant,
): EntryRecord | undefined {
  const row = db.get<EntryRow>(
    `SELECT ${entryColumns} FROM entries e WHERE topic_id = ? AND story_id = ? AND variant = ?`,
    topicId,
    storyId,
    variant,
  );
  return row && present(row);
}

/** Rows of one story in one topic, whatever became of them. */
export function listStoryEntries(
  db: Connection,
  topicId: TopicId,
  storyId: StoryId,
): readonly EntryRecord[] {
  const sql = `SELECT ${entryColumns} FROM entries e WHERE topic_id = ? AND story_id = ?`;
  return db.all<EntryRow>(sql, topicId, storyId).map(present);
}

/** Rows of one story in all topics, whatever became of them. */
export function listEntriesOfStory(db: Connection, storyId: StoryId): readonly EntryRecord[] {
  const sql = `SELECT ${entryColumns} FROM entries e WHERE story_id = ? ORDER BY topic_id, variant`;
  return db.all<EntryRow>(sql, storyId).map(present);
}

/** Rows of a topic that stand in a live document, newest first within each variant. */
export function listLiveEntries(db: Connection, topicId: TopicId): readonly EntryRecord[] {
  const sql = `SELECT ${entryColumns} FROM entries e
    WHERE topic_id = ? AND archived_at IS NULL AND left_at IS NULL
    ORDER BY variant, published DESC, story_id`;
  return db.all<EntryRow>(sql, topicId).map(present);
}

/** Rows of one variant that left, the one that left last first. */
export function listLeftEntries(
  db: Connection,
  topicId: TopicId,
  variant: Variant,
  limit: number,
): readonly LeftEntry[] {
  const rows = db.all<EntryRow & { readonly entryId: string; readonly note: string | null }>(
    `SELECT ${entryColumns}, s.entry_id AS entryId, nullif(a.reason, '') AS note
     FROM entries e JOIN stories s ON s.id = e.story_id
     LEFT JOIN retractions r ON r.story_id = e.story_id LEFT JOIN acts a ON a.id = r.act_id
     WHERE e.topic_id = ? AND e.variant = ? AND e.left_at IS NOT NULL
     ORDER BY e.left_at DESC, e.story_id LIMIT ?`,
    topicId,
    variant,
    limit,
  );
  return rows.map(present);
}

export function writeEntry(db: Connection, entry: EntryRecord): void {
  db.run(
    `INSERT INTO entries (topic_id, story_id, variant, item_id, published, updated, archived_at,
       left_at, left_reason, entered_at, archived_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, story_id, variant) DO UPDATE SET updated = excluded.updated,
       archived_at = excluded.archived_at, archived_reason = excluded.archived_reason,
       left_at = excluded.left_at, left_reason = excluded.left_reason`,
    entry.topicId,
    entry.storyId,
    entry.variant,
    entry.itemId,
    entry.published,
    entry.updated,
    entry.archivedAt ?? null,
    entry.leftAt ?? null,
    entry.leftReason ?? null,
    entry.enteredAt ?? null,
    entry.archivedReason ?? null,
  );
}

export function listEditions(db: Connection, topicId: TopicId): readonly EditionRecord[] {
  return db.all<EditionRecord>(
    `SELECT topic_id AS topicId, variant, format, hash, path, updated FROM editions
     WHERE topic_id = ? ORDER BY variant, format`,
    topicId,
  );
}

export function listPublishedVariants(
  db: Connection,
): readonly Pick<EditionRecord, 'topicId' | 'variant'>[] {
  return db.all('SELECT DISTINCT topic_id AS topicId, variant FROM editions ORDER BY 1, 2');
}

export function writeEdition(db: Connection, edition: EditionRecord): void {
  db.run(
    `INSERT INTO editions (topic_id, variant, format, hash, path, updated)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, variant, format) DO UPDATE SET hash = excluded.hash,
       path = excluded.path, updated = excluded.updated`,
    edition.topicId,
    edition.variant,
    edition.format,
    edition.hash,
    edition.path,
    edition.updated,
  );
}
