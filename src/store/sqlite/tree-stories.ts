import type { StoryId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { keyRetentionMs } from '../../domain/limits.ts';
import type { PruneRequest } from '../../domain/retention.ts';
import { type TreeStory, treeKeyKinds } from '../../domain/tree-story.ts';
import type { Connection } from './connection.ts';
import { joinTreeStories } from './join-tree-stories.ts';
import { hashNumber, kindNumber } from './keys.ts';
import { rowsPerStep, type Step } from './prune-step.ts';
import { bumpTopics } from './topic-states.ts';
import { rememberEntry } from './tree-entries.ts';

export function rememberStories(
  db: Connection,
  told: readonly TreeStory[],
  now: Instant,
): readonly StoryId[] {
  if (told.length === 0) return [];
  return db.write(() => {
    for (const one of told) remember(db, one, now);
    const { storyIds, topicIds } = joinTreeStories(db, itemsWithKeys(db, told));
    bumpTopics(db, topicIds);
    return storyIds;
  });
}

/** The tree's newest word counts: it may have been learnt from another time before. */
function remember(db: Connection, { story, keys, entries }: TreeStory, now: Instant): void {
  db.run(
    `INSERT INTO tree_stories (id, entry_id, created_at, learnt_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET learnt_at = excluded.learnt_at`,
    story.id,
    story.entryId,
    story.createdAt,
    now,
  );
  // A story that was split since has keys no more that it had.
  if (keys.length > 0) db.run('DELETE FROM tree_keys WHERE story_id = ?', story.id);
  for (const { kind, hash } of keys) {
    if (!treeKeyKinds.has(kind)) continue;
    db.run(
      'INSERT OR IGNORE INTO tree_keys (hash, kind, story_id) VALUES (?, ?, ?)',
      hashNumber(hash),
      kindNumber(kind),
      story.id,
    );
  }
  for (const entry of entries) rememberEntry(db, entry);
}

/** Stored items with a key of one of these stories, in the order they were stored. */
function itemsWithKeys(db: Connection, told: readonly TreeStory[]): readonly number[] {
  return db.values<number>(
    `SELECT k.item_id FROM tree_keys t JOIN item_keys k ON k.hash = t.hash AND k.kind = t.kind
     WHERE t.story_id IN (SELECT value FROM json_each(:ids))
     UNION
     SELECT k.item_id FROM tree_keys t JOIN window_keys k ON k.hash = t.hash AND k.kind = t.kind
     WHERE t.story_id IN (SELECT value FROM json_each(:ids))
     ORDER BY 1`,
    { ids: JSON.stringify(told.map(({ story }) => story.id)) },
  );
}

/**
 * Keys that were learnt as long ago as items are known again by theirs: whoever carries such an item
 * still was read since. Dates and records stay.
 */
export function pruneTreeKeys(db: Connection, { now }: PruneRequest): Step {
  const { changes } = db.run(
    `DELETE FROM tree_keys WHERE (hash, kind, story_id) IN (
       SELECT k.hash, k.kind, k.story_id FROM tree_stories s JOIN tree_keys k ON k.story_id = s.id
       WHERE s.learnt_at < ? LIMIT ${rowsPerStep})`,
    now - keyRetentionMs,
  );
  return { removed: { keys: changes }, after: changes === rowsPerStep ? 'more' : undefined };
}
