import type { Act, ActIntent, ActOutcome, StoryActKind } from '../../domain/act.ts';
import { AppError } from '../../domain/errors.ts';
import type { StoryId, TopicId } from '../../domain/ids.ts';
import type { ItemKeyKind } from '../../domain/item.ts';
import type { PublishedAct } from '../../domain/selection.ts';
import type { ActQuery } from '../../domain/store.ts';
import type { Connection } from './connection.ts';
import { listStoryItems } from './items.ts';
import { hashNumber, kindNumber } from './keys.ts';
import { listPaired } from './story-pairs.ts';
import { bumpTopics } from './topic-states.ts';
import { forgetDeparture } from './tree-entries.ts';
import { insertStory } from './write-item.ts';

/**
 * Keys by which an article is known again although it comes as another item: not those of likeness,
 * nor what its address calls it by, which others may be called by too.
 */
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
    if (intent.lostStory) insertStory(db, intent.lostStory);
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

/**
 * All rows of the story leave, and its keys keep it away under any other guise. What was published
 * under another guise already, as between two retractions, goes with it: each by an act of its own,
 * so that it is announced and told like any other.
 */
function retract({ db, intent, retraction }: ActAtWork): ActOutcome {
  if (retraction) return { kind: 'retracted-already', act: retraction };
  const { storyId } = intent;
  const act = withdrawStory(db, intent);
  const alongside = new Set<StoryId>();
  for (let next = findOtherGuise(db, [storyId]); next !== undefined; ) {
    alongside.add(next);
    withdrawStory(db, { ...intent, storyId: next }, storyId);
    next = findOtherGuise(db, [storyId, ...alongside]);
  }
  return done(db, act, [...alongside], (id) => topicsOf(db, id));
}

function withdrawStory(db: Connection, intent: ActIntent, withId?: StoryId): Act {
  const { storyId, at } = intent;
  const act = insertAct(db, intent, withId);
  db.run('INSERT INTO retractions (story_id, act_id) VALUES (?, ?)', storyId, act.number);
  const reported = listStoryItems(db, storyId).flatMap((item) => item.keys);
  const keys = withId === undefined ? [...reported, ...(intent.lostKeys ?? [])] : reported;
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
  return act;
}

/** A published story that is not retracted and has an item with a key of one of these, if any. */
function findOtherGuise(db: Connection, storyIds: readonly StoryId[]): StoryId | undefined {
  const [found] = db.values<StoryId>(
    `SELECT i.story_id FROM (
       SELECT k.item_id FROM tombstones t JOIN item_keys k ON k.hash = t.hash AND k.kind = t.kind
       WHERE t.story_id IN (SELECT value FROM json_each(:ids))
       UNION
       SELECT k.item_id FROM tombstones t JOIN window_keys k ON k.hash = t.hash AND k.kind = t.kind
       WHERE t.story_id IN (SELECT value FROM json_each(:ids))
     ) c JOIN items i ON i.id = c.item_id
     WHERE i.story_id NOT IN (SELECT story_id FROM retractions)
       AND EXISTS (SELECT 1 FROM entries e WHERE e.story_id = i.story_id)
     ORDER BY i.story_id LIMIT 1`,
    { ids: JSON.stringify(storyIds) },
  );
  return found;
}

/** Brings a story back, with what had gone along with it. */
function restore({ db, intent, retraction }: ActAtWork): ActOutcome {
  const { storyId } = intent;
  const leftTopics = topicsLeft(db, storyId);
  const restorable = restorableTopics(db, storyId);
  if (!retraction && restorable.length === 0) return { kind: 'nothing-to-restore', leftTopics };
  const alongside = retraction === undefined ? [] : listAlongside(db, storyId);
  const act = bringBack(db, intent);
  for (const id of alongside) bringBack(db, { ...intent, storyId: id }, storyId);
  return done(db, act, alongside, (id) => [...matchingTopics(db, id), ...topicsOf(db, id)]);
}

function restorableTopics(db: Connection, storyId: StoryId): readonly TopicId[] {
  const topics = matchingTopics(db, storyId);
  return topicsLeft(db, storyId).filter((topicId) => topics.includes(topicId));
}

/**
 * Rows that left by a retraction or a rule come back where the rule takes the story now: live again,
 * with their first date. They say they were updated, as RFC 6721 §3 has a reader believe a record of
 * departure that is later than the entry.
 */
function bringBack(db: Connection, intent: ActIntent, withId?: StoryId): Act {
  const { storyId, at } = intent;
  const restorable = restorableTopics(db, storyId);
  const act = insertAct(db, intent, withId);
  db.run('DELETE FROM tombstones WHERE story_id = ?', storyId);
  db.run('DELETE FROM retractions WHERE story_id = ?', storyId);
  forgetDeparture(db, storyId, at);
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
  return act;
}

/** Stories that are retracted since this one is. */
function listAlongside(db: Connection, storyId: StoryId): readonly StoryId[] {
  return db.values<StoryId>(
    `SELECT r.story_id FROM retractions r JOIN acts a ON a.id = r.act_id
     WHERE a.kind = 'retract' AND a.other_id = ? ORDER BY 1`,
    storyId,
  );
}

function done(
  db: Connection,
  act: Act,
  alongside: readonly StoryId[],
  topicsOfStory: (id: StoryId) => readonly TopicId[],
): ActOutcome {
  const storyIds = [act.storyId, ...alongside];
  const topics = [...new Set(storyIds.flatMap(topicsOfStory))].toSorted();
  // Stories that are linked with one name it in their own topics.
  const linked = storyIds.flatMap((id) => listPaired(db, id)).flatMap((id) => topicsOf(db, id));
  bumpTopics(db, new Set([...topics, ...linked]));
  return { kind: 'done', act, topics, alongside };
}

/** Records an act; topics that have published the story announce it. `otherId`: the other story of it. */
export function insertAct(
  db: Connection,
  intent: Omit<Act, 'number'>,
  otherId: StoryId | null = null,
): Act {
  const { id } = db.run(
    'INSERT INTO acts (at, by_whom, kind, story_id, reason, other_id) VALUES (?, ?, ?, ?, ?, ?)',
    intent.at,
    intent.by,
    intent.kind,
    intent.storyId,
    intent.reason,
    otherId,
  );
  if (intent.kind === 'retract' || intent.kind === 'restore') noteTopics(db, id, intent.storyId);
  const { kind, storyId, at, by, reason } = intent;
  return { number: id, kind, storyId, at, by, reason };
}

function noteTopics(db: Connection, actId: number, storyId: StoryId): void {
  db.run(
    `INSERT INTO act_topics (topic_id, act_id)
     SELECT topic_id, ? FROM entries WHERE story_id = ? AND variant = 'all'`,
    actId,
    storyId,
  );
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
