import type { StoryId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';

/** `apart`: an editor split them. `linked`: an editor said they are one, and both were published. */
export type PairKind = 'apart' | 'linked';

/** What holds between two stories from now on, in place of what held before. */
export function pairStories(
  db: Connection,
  one: StoryId,
  other: StoryId,
  kind: PairKind,
  actId: number,
): void {
  const sql = `INSERT OR REPLACE INTO story_pairs (story_id, other_id, kind, act_id)
    VALUES (?, ?, ?, ?)`;
  db.run(sql, one, other, kind, actId);
  db.run(sql, other, one, kind, actId);
}

export function unpairStories(db: Connection, one: StoryId, other: StoryId): void {
  const sql = 'DELETE FROM story_pairs WHERE story_id = ? AND other_id = ?';
  db.run(sql, one, other);
  db.run(sql, other, one);
}

/** Pairs of these stories that an editor has split, each once. */
export function listApart(
  db: Connection,
  storyIds: readonly StoryId[],
): readonly (readonly [StoryId, StoryId])[] {
  const rows = db.all<{ one: StoryId; other: StoryId }>(
    `SELECT story_id AS one, other_id AS other FROM story_pairs
     WHERE kind = 'apart' AND story_id < other_id
       AND story_id IN (SELECT value FROM json_each(:ids))
       AND other_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(storyIds) },
  );
  return rows.map(({ one, other }) => [one, other] as const);
}

/** Stories that an editor joined with this one, retracted or not. */
export function listPaired(db: Connection, storyId: StoryId): readonly StoryId[] {
  return db.values<StoryId>(
    "SELECT other_id FROM story_pairs WHERE story_id = ? AND kind = 'linked' ORDER BY 1",
    storyId,
  );
}

/** Stories that an editor joined with this one although both were published; not retracted ones. */
export function listLinked(db: Connection, storyId: StoryId): readonly StoryId[] {
  return db.values<StoryId>(
    `SELECT other_id FROM story_pairs WHERE story_id = ? AND kind = 'linked'
       AND other_id NOT IN (SELECT story_id FROM retractions) ORDER BY 1`,
    storyId,
  );
}

/** Whether an editor has split one from the other. */
export function areApart(db: Connection, one: StoryId, other: StoryId): boolean {
  const sql = "SELECT 1 FROM story_pairs WHERE story_id = ? AND other_id = ? AND kind = 'apart'";
  return db.get(sql, one, other) !== undefined;
}

export function hasPairs(db: Connection): boolean {
  return db.get('SELECT 1 FROM story_pairs LIMIT 1') !== undefined;
}
