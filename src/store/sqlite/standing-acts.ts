import type { Act } from '../../domain/act.ts';
import type { ItemId, StoryId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';

/** A split or join, and the story that is not its own: the one that began by it, or that was joined. */
export interface MoveAct extends Act {
  readonly kind: 'split' | 'join';
  readonly otherId: StoryId;
}

const moveActs = `
SELECT id AS number, kind, story_id AS storyId, other_id AS otherId, at, by_whom AS by, reason
FROM acts WHERE kind IN ('split', 'join') AND undone_by IS NULL`;

/** Most splits of splits that are followed back; editors take back one or two. */
const endedMax = 50;

/**
 * The last split or join of a story that stands. A story that a split began and that ended with it
 * left its acts to the one its items returned to.
 */
export function findStanding(
  db: Connection,
  of: 'split' | 'join',
  storyId: StoryId,
): MoveAct | undefined {
  const named = (ids: readonly StoryId[]): MoveAct | undefined =>
    db.get<MoveAct>(
      `${moveActs} AND kind = :of AND (story_id IN (SELECT value FROM json_each(:ids))
         OR other_id IN (SELECT value FROM json_each(:ids)))
       ORDER BY id DESC LIMIT 1`,
      { of, ids: JSON.stringify(ids) },
    );
  return named([storyId]) ?? named(endedIn(db, storyId));
}

/** Stories that began by a split which was taken back, so that all they had is in this one. */
function endedIn(db: Connection, storyId: StoryId): readonly StoryId[] {
  return db.values<StoryId>(
    `WITH RECURSIVE ended (id) AS (
       SELECT :storyId
       UNION
       SELECT a.other_id FROM acts a JOIN ended e ON a.story_id = e.id
       WHERE a.kind = 'split' AND a.undone_by IS NOT NULL
     )
     SELECT id FROM ended WHERE id <> :storyId`,
    { storyId },
  );
}

/** The story itself, or the one that took back all it had. */
export function standingStory(db: Connection, storyId: StoryId): StoryId {
  let id = storyId;
  for (let step = 0; step < endedMax; step += 1) {
    const [into] = db.values<StoryId>(
      `SELECT a.story_id FROM acts a WHERE a.kind = 'split' AND a.other_id = :id
         AND NOT EXISTS (SELECT 1 FROM acts s
           WHERE s.kind = 'split' AND s.other_id = :id AND s.undone_by IS NULL)
       ORDER BY a.id DESC LIMIT 1`,
      { id },
    );
    if (into === undefined) return id;
    id = into;
  }
  return id;
}

/**
 * The last act since that rests on this one: it moved the same items further, it is one of the story
 * that would end with a split, or it took all that the split had left. It has to be taken back first,
 * else items would return to a story that is no more.
 */
export function findInTheWay(db: Connection, act: MoveAct): MoveAct | undefined {
  return db.get<MoveAct>(
    `${moveActs} AND id > :number AND (
       (:kind = 'split' AND (story_id = :otherId OR other_id = :otherId
         OR (kind = 'join' AND other_id = :storyId
           AND EXISTS (SELECT 1 FROM moves WHERE act_id = acts.id))))
       OR EXISTS (
         SELECT 1 FROM moves later JOIN moves own ON own.item_id = later.item_id
         WHERE later.act_id = acts.id AND later.to_story <> later.from_story
           AND own.act_id = :number AND own.to_story <> own.from_story))
     ORDER BY id DESC LIMIT 1`,
    { number: act.number, kind: act.kind, storyId: act.storyId, otherId: act.otherId },
  );
}

/** The split that stands between two stories, in whichever direction. */
export function findSplitBetween(
  db: Connection,
  one: StoryId,
  other: StoryId,
): MoveAct | undefined {
  return db.get<MoveAct>(
    `${moveActs} AND kind = 'split'
       AND (story_id, other_id) IN (VALUES (:one, :other), (:other, :one))
     ORDER BY id DESC LIMIT 1`,
    { one, other },
  );
}

/** The last split since by which a story lost other items than these. */
export function findLaterSplit(db: Connection, { number, storyId }: MoveAct): MoveAct | undefined {
  return db.get<MoveAct>(
    `${moveActs} AND kind = 'split' AND id > :number AND story_id = :storyId
     ORDER BY id DESC LIMIT 1`,
    { number, storyId },
  );
}

/** Items that an act took from one story to another. */
export function itemsMovedBy(db: Connection, actId: number): readonly ItemId[] {
  return db.values<ItemId>(
    'SELECT item_id FROM moves WHERE act_id = ? AND to_story <> from_story',
    actId,
  );
}
