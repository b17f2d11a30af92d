import type { Act, ActIntent, ActOutcome, StoryActKind } from '../../domain/act.ts';
import { AppError } from '../../domain/errors.ts';
import type { StoryId, TopicId } from '../../domain/ids.ts';
import type { ItemKeyKind } from '../../domain/item.ts';
import type { PublishedAct } from '../../domain/selection.ts';
import type { ActQuery } from '../../domain/store.ts';
import type { Connection } from './connection.ts';
import { listStoryItems } from './items.ts';
import { hashNumber, kindNumber } from './keys.ts';
import { bumpTopics } from './topic-states.ts';

/** Keys by which an article is known again although it comes as another item: not those of likeness. */
const tombstoneKinds: ReadonlySet<ItemKeyKind> = new Set<ItemKeyKind>([
  'id:guid',
  'id:link',
  'id:title-date',
  'link',
  'content',
]);

const actColumns = `a.id AS number, a.kind, a.story_id AS storyId, a.at, a.by_whom AS by, a.reason`;

export function commitAct(db: Connection, intent: ActIntent): ActOutcome {
  return db.write(() => {
    if (!db.get('SELECT 1 FROM stories WHERE id = ?', intent.storyId)) return { kind: 'unknown' };
    const retraction = findRetraction(db, intent.storyId);
    return carryOut(intent.kind, { db, intent, retraction });
  });
}

interface ActAtWork {
  readonly db: Connection;
  readonly intent: ActIntent;
  /** The act by which the story is retracted now. */
  readonly retraction: Act | undefined;
}

function carryOut(kind: StoryActKind, work: ActAtWork): ActOutcome {
  switch (kind) {
    case 'retract':
      return retract(work);
    case 'restore':
      return restore(work);
    default:
      kind satisfies never;
      throw new AppError('invalid', `store: unknown act ${String(kind)}`);
  }
}

/** All rows of the story leave, and its keys keep it away under any other guise. */
function retract({ db, intent, retraction }: ActAtWork): ActOutcome {
  if (retraction) return { kind: 'retracted-already', act: retraction };
  const { storyId, at } = intent;
  const act = insertAct(db, intent);
  db.run('INSERT INTO retractions (story_id, act_id) VALUES (?, ?)', storyId, act.number);
  const keys = listStoryItems(db, storyId).flatMap((item) => item.keys);
  for (const { kind, hash } of keys) {
    if (!tombstoneKinds.has(kind)) continue;
    db.run(
      'INSERT OR IGNORE INTO tombstones (hash, kind, story_id) VALUES (?, ?, ?)',
      hashNumber(hash),
      kindNumber(kind),
      storyId,
    );
  }
  db.run(
    `UPDATE entries SET left_at = max(?, coalesce(left_at, 0)), left_reason = 'retracted'
     WHERE story_id = ? AND (left_reason IS NULL OR left_reason = 'rule')`,
    at,
    storyId,
  );
  return done(db, act, topicsOf(db, storyId));
}

/**
 * Rows that left by a retraction or a rule come back where the rule takes the story now: live again,
 * with their first date. They say they were updated, as RFC 6721 §3 has a reader believe a record of
 * departure that is later than the entry.
 */
function restore({ db, intent, retraction }: ActAtWork): ActOutcome {
  const { storyId, at } = intent;
  const topics = matchingTopics(db, storyId);
  const leftTopics = topicsLeft(db, storyId);
  const restorable = leftTopics.filter((topicId) => topics.includes(topicId));
  if (!retraction && restorable.length === 0) return { kind: 'nothing-to-restore', leftTopics };
  const act = insertAct(db, intent);
  db.run('DELETE FROM tombstones WHERE story_id = ?', storyId);
  db.run('DELETE FROM retractions WHERE story_id = ?', storyId);
  db.run(
    `UPDATE entries SET updated = max(updated, left_at + 1, ?), left_at = NULL, left_reason = NULL,
       archived_at = NULL
     WHERE story_id = ? AND left_reason IN ('retracted', 'rule')
       AND topic_id IN (SELECT value FROM json_each(?))`,
    at,
    storyId,
    JSON.stringify(restorable),
  );
  db.run(
    "UPDATE entries SET left_reason = 'rule' WHERE story_id = ? AND left_reason = 'retracted'",
    storyId,
  );
  return done(db, act, [...new Set([...topics, ...topicsOf(db, storyId)])].toSorted());
}

function done(db: Connection, act: Act, topics: readonly TopicId[]): ActOutcome {
  bumpTopics(db, topics);
  db.run(
    `INSERT INTO act_topics (topic_id, act_id)
     SELECT topic_id, ? FROM entries WHERE story_id = ? AND variant = 'all'`,
    act.number,
    act.storyId,
  );
  return { kind: 'done', act, topics };
}

export function insertAct(db: Connection, intent: Omit<Act, 'number'>): Act {
  const { id } = db.run(
    'INSERT INTO acts (at, by_whom, kind, story_id, reason) VALUES (?, ?, ?, ?, ?)',
    intent.at,
    intent.by,
    intent.kind,
    intent.storyId,
    intent.reason,
  );
  const { kind, storyId, at, by, reason } = intent;
  return { number: id, kind, storyId, at, by, reason };
}

function findRetraction(db: Connection, storyId: StoryId): Act | undefined {
  const sql = `SELECT ${actColumns} FROM retractions r JOIN acts a ON a.id = r.act_id
    WHERE r.story_id = ?`;
  return db.get<Act>(sql, storyId);
}

/** Topics that have published the story, whatever became of it there. */
function topicsOf(db: Connection, storyId: StoryId): readonly TopicId[] {
  const sql = 'SELECT DISTINCT topic_id AS topicId FROM entries WHERE story_id = ? ORDER BY 1';
  return db.all<{ topicId: string }>(sql, storyId).map(({ topicId }) => topicId);
}

function topicsLeft(db: Connection, storyId: StoryId): readonly TopicId[] {
  const sql = `SELECT DISTINCT topic_id AS topicId FROM entries
    WHERE story_id = ? AND left_reason IN ('retracted', 'rule') ORDER BY 1`;
  return db.all<{ topicId: string }>(sql, storyId).map(({ topicId }) => topicId);
}

function matchingTopics(db: Connection, storyId: StoryId): readonly TopicId[] {
  const sql = `SELECT DISTINCT topic_id AS topicId FROM matches
    WHERE story_id = ? AND is_match = 1 ORDER BY 1`;
  return db.all<{ topicId: string }>(sql, storyId).map(({ topicId }) => topicId);
}

/** Newest first. */
export function listActs(db: Connection, { storyId, limit }: ActQuery): readonly Act[] {
  const where = storyId === undefined ? '' : 'WHERE a.story_id = :storyId OR a.other_id = :storyId';
  return db.all<Act>(
    `SELECT ${actColumns} FROM acts a ${where} ORDER BY a.id DESC LIMIT :limit`,
    storyId === undefined ? { limit } : { limit, storyId },
  );
}

/** Acts on stories that the document of all languages of a topic had published, newest first. */
export function listPublishedActs(
  db: Connection,
  topicId: TopicId,
  limit: number,
): readonly PublishedAct[] {
  return db.all<PublishedAct>(
    `SELECT ${actColumns}, s.entry_id AS entryId, i.source_id AS sourceId, i.language, i.country,
       e.published
     FROM acts a JOIN stories s ON s.id = a.story_id
     JOIN act_topics t ON t.act_id = a.id
     JOIN entries e
       ON e.story_id = a.story_id AND e.topic_id = t.topic_id AND e.variant = 'all'
     JOIN items i ON i.id = e.item_id
     WHERE t.topic_id = ? ORDER BY a.id DESC LIMIT ?`,
    topicId,
    limit,
  );
}
