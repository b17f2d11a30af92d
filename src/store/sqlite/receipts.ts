import type { StoryId } from '../../domain/ids.ts';
import type {
  DueReceipt,
  ItemRevision,
  RelatedStory,
  StoryRecord,
} from '../../domain/story-record.ts';
import { listActs } from './acts.ts';
import type { Connection } from './connection.ts';
import { listEntriesOfStory } from './entries.ts';
import { listStoryItems } from './items.ts';
import { readMeta, writeMeta } from './meta.ts';
import { findStory } from './select-topic.ts';
import { listStoryOutcomes } from './traces.ts';

const versionKey = 'receipt-version';
/** Acts told of one story: the newest ones. */
const actsMax = 50;
/** Related stories named; an editor who moves more items than that about tells a different story. */
const relatedMax = 20;

export function listDueReceipts(db: Connection, limit: number): readonly DueReceipt[] {
  return db.all<DueReceipt>(
    'SELECT story_id AS storyId, stamp FROM receipts_due ORDER BY story_id LIMIT ?',
    limit,
  );
}

export function settleReceipts(db: Connection, settled: readonly DueReceipt[]): void {
  db.write(() => {
    for (const { storyId, stamp } of settled) {
      db.run('DELETE FROM receipts_due WHERE story_id = ? AND stamp = ?', storyId, stamp);
    }
  });
}

export function setReceiptVersion(db: Connection, version: string): boolean {
  if (readMeta(db, versionKey) === version) return false;
  return db.write(() => {
    db.run(`INSERT INTO receipts_due (story_id, stamp)
      SELECT DISTINCT story_id, 1 FROM entries WHERE true
      ON CONFLICT (story_id) DO UPDATE SET stamp = stamp + 1`);
    writeMeta(db, versionKey, version);
    return true;
  });
}

export function listPublishedStories(
  db: Connection,
  afterId: StoryId,
  limit: number,
): readonly StoryId[] {
  const rows = db.all<{ id: string }>(
    `SELECT DISTINCT story_id AS id FROM entries WHERE story_id > ? ORDER BY story_id LIMIT ?`,
    afterId,
    limit,
  );
  return rows.map(({ id }) => id);
}

export function findStoryRecord(db: Connection, id: StoryId): StoryRecord | undefined {
  return db.read(() => {
    const story = findStory(db, id);
    return (
      story && {
        story,
        items: listStoryItems(db, id),
        revisions: listRevisions(db, id),
        matches: listStoryOutcomes(db, id).filter(({ matched }) => matched),
        entries: listEntriesOfStory(db, id),
        related: listRelated(db, id),
        acts: listActs(db, { storyId: id, limit: actsMax }).toReversed(),
      }
    );
  });
}

function listRevisions(db: Connection, storyId: StoryId): readonly ItemRevision[] {
  return db.all<ItemRevision>(
    `SELECT r.item_id AS itemId, r.revised_at AS revisedAt, r.title, r.summary,
       r.content_html AS contentHtml
     FROM items i JOIN item_revisions r ON r.item_id = i.id
     WHERE i.story_id = ? ORDER BY r.item_id, r.id`,
    storyId,
  );
}

/**
 * Stories on the other side of a decision: an editor moved one of the two items, or the event was
 * split, and what was found then stays true of both.
 */
function listRelated(db: Connection, storyId: StoryId): readonly RelatedStory[] {
  return db.all<RelatedStory>(
    `WITH linked (story_id) AS (
       SELECT o.story_id FROM items i JOIN items o ON o.id = i.duplicate_of
       WHERE i.story_id = :storyId
       UNION
       SELECT d.story_id FROM items i JOIN items d ON d.duplicate_of = i.id
       WHERE i.story_id = :storyId
       UNION
       SELECT o.story_id FROM items i JOIN items o ON o.id = i.evidence ->> '$.with'
       WHERE i.story_id = :storyId AND i.layer IS NOT NULL
       UNION
       SELECT other_id FROM story_pairs WHERE story_id = :storyId AND kind = 'linked'
     )
     SELECT l.story_id AS storyId, f.title, f.language
     FROM linked l JOIN items f ON f.id = (SELECT min(id) FROM items WHERE story_id = l.story_id)
     WHERE l.story_id <> :storyId
       AND EXISTS (SELECT 1 FROM entries e WHERE e.story_id = l.story_id)
       AND NOT EXISTS (
         SELECT 1 FROM entries e WHERE e.story_id = l.story_id AND e.left_reason = 'retracted'
       )
     ORDER BY l.story_id LIMIT :limit`,
    { storyId, limit: relatedMax },
  );
}
