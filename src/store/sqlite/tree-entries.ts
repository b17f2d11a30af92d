import type { StoryId, TopicId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LeftReason } from '../../domain/publication.ts';
import type { LeftEntry } from '../../domain/selection.ts';
import type { TreeEntry } from '../../domain/tree-story.ts';
import type { Connection } from './connection.ts';
import { present } from './rows.ts';

/** A live document says no more when an entry was published that has left; the page of it may. */
export function rememberEntry(db: Connection, entry: TreeEntry): void {
  db.run(
    `INSERT INTO tree_entries (topic_id, variant, story_id, published, updated, title, left_at,
       left_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, variant, story_id) DO UPDATE SET
       published = coalesce(excluded.published, published),
       updated = coalesce(excluded.updated, updated), title = coalesce(excluded.title, title),
       left_at = excluded.left_at, left_reason = excluded.left_reason`,
    entry.topicId,
    entry.variant,
    entry.storyId,
    entry.published ?? null,
    entry.updated ?? null,
    entry.title ?? null,
    entry.leftAt ?? null,
    entry.leftReason ?? null,
  );
}

/** What the tree said of these stories where a topic has no row of its own. */
export function listTreeEntries(
  db: Connection,
  topicId: TopicId,
  storyIds: Iterable<StoryId>,
): readonly TreeEntry[] {
  const rows = db.all<TreeEntryRow>(
    `SELECT topic_id AS topicId, variant, story_id AS storyId, published, updated, title,
       left_at AS leftAt, left_reason AS leftReason
     FROM tree_entries t WHERE topic_id = ? AND story_id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.topic_id = t.topic_id
         AND e.variant = t.variant AND e.story_id = t.story_id)
     ORDER BY variant, story_id`,
    topicId,
    JSON.stringify([...storyIds]),
  );
  return rows.map(present);
}

interface TreeEntryRow {
  readonly topicId: string;
  readonly variant: string;
  readonly storyId: string;
  readonly published: number | null;
  readonly updated: number | null;
  readonly title: string | null;
  readonly leftAt: number | null;
  readonly leftReason: LeftReason | null;
}

/** Records of departure that the tree had of stories without a row, the last first. */
export function listTreeRecords(
  db: Connection,
  topicId: TopicId,
  variant: string,
  limit: number,
): readonly LeftEntry[] {
  const rows = db.all<{
    readonly topicId: string;
    readonly storyId: string;
    readonly variant: string;
    readonly entryId: string;
    readonly leftAt: number;
    readonly leftReason: LeftReason;
    readonly note: string | null;
  }>(
    `SELECT t.topic_id AS topicId, t.story_id AS storyId, t.variant, s.entry_id AS entryId,
       t.left_at AS leftAt, t.left_reason AS leftReason, nullif(a.reason, '') AS note
     FROM tree_entries t JOIN tree_stories s ON s.id = t.story_id
     LEFT JOIN retractions r ON r.story_id = t.story_id LEFT JOIN acts a ON a.id = r.act_id
     WHERE t.topic_id = ? AND t.variant = ? AND t.left_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.topic_id = t.topic_id
         AND e.variant = t.variant AND e.story_id = t.story_id)
     ORDER BY t.left_at DESC, t.story_id LIMIT ?`,
    topicId,
    variant,
    limit,
  );
  return rows.map(present);
}

/** An editor has restored a story: what the tree said of its leaving is past. */
export function forgetDeparture(db: Connection, storyId: StoryId, at: Instant): void {
  db.run(
    `UPDATE tree_entries SET updated = max(coalesce(updated, 0), left_at + 1, ?),
       left_at = NULL, left_reason = NULL
     WHERE story_id = ? AND left_at IS NOT NULL`,
    at,
    storyId,
  );
}
