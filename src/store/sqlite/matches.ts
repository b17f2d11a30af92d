import { AppError } from '../../domain/errors.ts';
import type { ItemId, StoryId, TopicId } from '../../domain/ids.ts';
import type { RematchIntent } from '../../domain/intent.ts';
import type { Evidence, Match, MatchOutcome } from '../../domain/match.ts';
import type { Connection } from './connection.ts';
import { bit } from './rows.ts';
import { bumpTopics } from './topic-states.ts';

interface Placed {
  readonly itemId: ItemId;
  readonly storyId: StoryId;
}

/** The outcomes of an item become these, whatever topics they are of. */
export function replaceMatches(
  db: Connection,
  placed: Placed,
  outcomes: readonly MatchOutcome[],
): void {
  db.run('DELETE FROM matches WHERE item_id = ?', placed.itemId);
  for (const outcome of outcomes) insertMatch(db, placed, outcome);
}

function insertMatch(db: Connection, placed: Placed, outcome: MatchOutcome): void {
  db.run(
    `INSERT INTO matches (item_id, topic_id, story_id, is_match, score, rule_version, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    placed.itemId,
    outcome.topicId,
    placed.storyId,
    bit(outcome.matched),
    outcome.score,
    outcome.evidence.ruleVersion,
    JSON.stringify(outcome.evidence),
  );
}

export function commitRematch(db: Connection, intent: RematchIntent): void {
  checkRematch(intent);
  db.write(() => {
    for (const { itemId, matches } of intent.outcomes) {
      const sql = 'SELECT story_id AS storyId FROM items WHERE id = ?';
      const item = db.get<{ storyId: string }>(sql, itemId);
      // Retention may have removed an item since it was listed.
      if (!item) continue;
      for (const topicId of intent.topicIds) {
        db.run('DELETE FROM matches WHERE item_id = ? AND topic_id = ?', itemId, topicId);
      }
      for (const match of matches) insertMatch(db, { itemId, storyId: item.storyId }, match);
    }
    bumpTopics(db, intent.topicIds);
  });
}

function checkRematch({ topicIds, outcomes }: RematchIntent): void {
  const named = new Set(topicIds);
  const stray = outcomes
    .flatMap(({ matches }) => matches)
    .find(({ topicId }) => !named.has(topicId));
  if (stray) {
    const reason = `holds an outcome of topic ${stray.topicId}, which it does not name`;
    throw new AppError('invalid', `store: a rematch ${reason}`);
  }
}

/** Topics that this item itself matches. */
export function listMatchedTopics(db: Connection, itemId: ItemId): readonly TopicId[] {
  const sql = 'SELECT topic_id AS topicId FROM matches WHERE item_id = ? AND is_match = 1';
  return db.all<{ topicId: string }>(sql, itemId).map((row) => row.topicId);
}

/** Topics that some item of the story matches. */
export function listStoryTopics(db: Connection, storyId: StoryId): readonly TopicId[] {
  const sql = `SELECT DISTINCT topic_id AS topicId FROM matches
    WHERE story_id = ? AND is_match = 1`;
  return db.all<{ topicId: string }>(sql, storyId).map((row) => row.topicId);
}

interface MatchRow {
  readonly itemId: number;
  readonly topicId: string;
  readonly score: number;
  readonly evidence: string;
}

/** The matches that put a story in a topic, in the order of their items; near misses left out. */
export function listStoryMatches(
  db: Connection,
  topicId: TopicId,
  storyId: StoryId,
): readonly Match[] {
  const rows = db.all<MatchRow>(
    `SELECT item_id AS itemId, topic_id AS topicId, score, evidence FROM matches
     WHERE topic_id = ? AND story_id = ? AND is_match = 1 ORDER BY item_id`,
    topicId,
    storyId,
  );
  return rows.map((row) => ({
    ...row,
    matched: true,
    evidence: JSON.parse(row.evidence) as Evidence,
  }));
}
