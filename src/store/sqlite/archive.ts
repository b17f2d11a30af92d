import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AppError } from '../../domain/errors.ts';
import type { StoryId, TopicId } from '../../domain/ids.ts';
import type { ArchivePage, ArchivePlace, CarriedEntry, Variant } from '../../domain/publication.ts';
import type { ArchiveGlance, StalePage } from '../../domain/selection.ts';
import type { Connection } from './connection.ts';

export function listArchivePages(db: Connection, topicId: TopicId): readonly ArchiveGlance[] {
  return db.all<ArchiveGlance>(
    `SELECT topic_id AS topicId, variant, number, bytes, hash FROM archive_pages
     WHERE topic_id = ? ORDER BY variant, number`,
    topicId,
  );
}

export function findArchivePage(db: Connection, place: ArchivePlace): string | undefined {
  const { topicId, variant, number } = place;
  const sql = 'SELECT body FROM archive_pages WHERE topic_id = ? AND variant = ? AND number = ?';
  const row = db.get<{ body: Uint8Array }>(sql, topicId, variant, number);
  return row && gunzipSync(row.body).toString('utf8');
}

export function listNewestPages(db: Connection, topicId: TopicId): readonly ArchivePlace[] {
  return db.all<ArchivePlace>(
    `SELECT topic_id AS topicId, variant, max(number) AS number FROM archive_pages
     WHERE topic_id = ? GROUP BY variant ORDER BY variant`,
    topicId,
  );
}

/** What pages of a topic carry of these stories, the newest copy of each. */
export function listCarried(
  db: Connection,
  topicId: TopicId,
  storyIds: Iterable<StoryId>,
): readonly (CarriedEntry & { readonly variant: Variant })[] {
  return db.all(
    `SELECT variant, story_id AS storyId, max(updated) AS updated FROM archive_entries
     WHERE topic_id = ? AND story_id IN (SELECT value FROM json_each(?))
     GROUP BY variant, story_id ORDER BY variant, story_id`,
    topicId,
    JSON.stringify([...storyIds]),
  );
}

/** Stories whose archived entry was edited since it was said to have been updated. */
export function listArchiveEdits(db: Connection, topicId: TopicId): readonly StoryId[] {
  return db.values<StoryId>(`SELECT DISTINCT d.story_id ${pendingEdits} ORDER BY 1`, { topicId });
}

/** Forgets the edits that are announced, and those of entries that have left. */
export function settleArchiveEdits(db: Connection, topicId: TopicId): void {
  db.run(
    `DELETE FROM archive_edits
     WHERE topic_id = :topicId AND story_id NOT IN (SELECT d.story_id ${pendingEdits})`,
    { topicId },
  );
}

const pendingEdits = `
  FROM archive_edits d
  JOIN entries e ON e.topic_id = d.topic_id AND e.story_id = d.story_id
  JOIN items i ON i.id = e.item_id
  WHERE d.topic_id = :topicId AND e.archived_at IS NOT NULL AND e.left_at IS NULL
    AND i.revised_at > e.updated`;

/** Pages that carry one story, by topic and variant, the newest first. */
export function listPagesOfStory(db: Connection, storyId: StoryId): readonly ArchivePlace[] {
  return db.all<ArchivePlace>(
    `SELECT topic_id AS topicId, variant, number FROM archive_entries WHERE story_id = ?
     ORDER BY topic_id, variant, number DESC`,
    storyId,
  );
}

interface RetractedRow {
  readonly variant: string;
  readonly number: number;
  readonly storyId: string;
  readonly id: string;
  readonly when: number;
  readonly note: string;
}

/** Pages of a topic that carry a retracted entry still, with the records to put there instead. */
export function listStalePages(db: Connection, topicId: TopicId): readonly StalePage[] {
  const rows = db.all<RetractedRow>(
    `SELECT p.variant, p.number, s.id AS storyId, s.entry_id AS id, a.at AS "when", a.reason AS note
     FROM retractions r JOIN acts a ON a.id = r.act_id JOIN stories s ON s.id = r.story_id
     JOIN archive_entries p ON p.story_id = r.story_id
     WHERE p.topic_id = ? ORDER BY p.variant, p.number, s.id`,
    topicId,
  );
  const places = new Map(rows.map((row) => [`${row.variant} ${row.number}`, row]));
  return [...places.values()].map(({ variant, number }) => ({
    ...getPage(db, { topicId, variant, number }),
    retracted: rows
      .filter((row) => row.variant === variant && row.number === number)
      .map(({ storyId, id, when, note }) => ({
        storyId,
        id,
        when,
        reason: 'retracted',
        ...(note === '' ? {} : { note }),
      })),
  }));
}

function getPage(db: Connection, place: ArchivePlace): ArchivePage {
  const { topicId, variant, number } = place;
  const row = db.get<{ updated: number }>(
    'SELECT updated FROM archive_pages WHERE topic_id = ? AND variant = ? AND number = ?',
    topicId,
    variant,
    number,
  );
  const body = findArchivePage(db, place);
  if (row === undefined || body === undefined) {
    const where = `${topicId}/${variant}: archive page ${number}`;
    throw new AppError('internal', `store: ${where} carries entries and is not stored`);
  }
  return { ...place, body, updated: row.updated, carries: listCarriedBy(db, place) };
}

/** A new page, the next of its variant, or one that stands with less on it than before. */
export function writeArchivePage(db: Connection, page: ArchivePage): void {
  checkPage(db, page);
  const { topicId, variant, number, body, updated, carries } = page;
  const bytes = Buffer.from(body, 'utf8');
  db.run(
    `INSERT INTO archive_pages (topic_id, variant, number, updated, hash, bytes, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, variant, number) DO UPDATE SET updated = excluded.updated,
       hash = excluded.hash, bytes = excluded.bytes, body = excluded.body`,
    topicId,
    variant,
    number,
    updated,
    createHash('sha256').update(bytes).digest('hex'),
    bytes.length,
    gzipSync(bytes),
  );
  const place = [topicId, variant, number] as const;
  db.run('DELETE FROM archive_entries WHERE topic_id = ? AND variant = ? AND number = ?', ...place);
  for (const entry of carries) {
    db.run(
      `INSERT INTO archive_entries (topic_id, variant, story_id, number, updated)
       VALUES (?, ?, ?, ?, ?)`,
      topicId,
      variant,
      entry.storyId,
      number,
      entry.updated,
    );
  }
}

function checkPage(db: Connection, page: ArchivePage): void {
  const { topicId, variant, number } = page;
  const newest = listNewestPages(db, topicId).find((one) => one.variant === variant)?.number ?? 0;
  const broken = number > newest ? brokenOrder(number, newest) : brokenFreeze(db, page);
  if (broken === undefined) return;
  const where = `${topicId}/${variant}: archive page ${number}`;
  throw new AppError('conflict', `store: ${where} ${broken}`);
}

function brokenOrder(number: number, newest: number): string | undefined {
  return number === newest + 1 ? undefined : `would follow page ${newest}`;
}

function brokenFreeze(db: Connection, page: ArchivePage): string | undefined {
  const carried = new Map(listCarriedBy(db, page).map((one) => [one.storyId, one.updated]));
  const added = page.carries.find(({ storyId, updated }) => carried.get(storyId) !== updated);
  return added && `is written and may not get the entry of story ${added.storyId}`;
}

/** What one page carries, by story. */
export function listCarriedBy(db: Connection, place: ArchivePlace): readonly CarriedEntry[] {
  return db.all<CarriedEntry>(
    `SELECT story_id AS storyId, updated FROM archive_entries
     WHERE topic_id = ? AND variant = ? AND number = ? ORDER BY story_id`,
    place.topicId,
    place.variant,
    place.number,
  );
}
