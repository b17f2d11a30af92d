import type { ItemId, StoryId, TopicId } from '../../domain/ids.ts';
import { distinctKeys, type ItemKey } from '../../domain/item.ts';
import type { Evidence, Match } from '../../domain/match.ts';
import type { ItemTrace, NearMiss } from '../../domain/store.ts';
import { listActs } from './acts.ts';
import { listPagesOfStory } from './archive.ts';
import { listCarriers } from './candidates.ts';
import type { Connection } from './connection.ts';
import { listEntriesOfStory } from './entries.ts';
import { findItem, listStoryItems } from './items.ts';
import { findStory } from './select-topic.ts';

/** Acts told of one story; nobody changes their mind more often. */
const actsPerTrace = 10;

interface OutcomeRow {
  readonly itemId: ItemId;
  readonly topicId: TopicId;
  readonly isMatch: number;
  readonly score: number;
  readonly evidence: string;
}

const outcomeColumns = `m.item_id AS itemId, m.topic_id AS topicId, m.is_match AS isMatch,
  m.score, m.evidence`;

function toMatch({ isMatch, evidence, ...row }: OutcomeRow): Match {
  return { ...row, matched: isMatch === 1, evidence: JSON.parse(evidence) as Evidence };
}

export function listNearMisses(
  db: Connection,
  topicId: TopicId,
  limit: number,
): readonly NearMiss[] {
  return db.read(() => {
    const rows = db.all<OutcomeRow>(
      `SELECT ${outcomeColumns} FROM matches m WHERE m.topic_id = ? AND m.is_match = 0
       ORDER BY m.item_id DESC LIMIT ?`,
      topicId,
      limit,
    );
    return rows.flatMap((row) => {
      const item = findItem(db, row.itemId);
      const { itemId: _, ...outcome } = toMatch(row);
      return item === undefined ? [] : [{ item, outcome }];
    });
  });
}

export function traceItems(db: Connection, keys: readonly ItemKey[]): readonly ItemTrace[] {
  return db.read(() => {
    const ids = new Set(distinctKeys(keys).flatMap((key) => listCarriers(db, key, 0)));
    return [...ids].toSorted((a, b) => a - b).flatMap((id) => traceOf(db, id));
  });
}

function traceOf(db: Connection, id: ItemId): readonly ItemTrace[] {
  // Keys outlive the item's body: what retention removed cannot be told any more.
  const item = findItem(db, id);
  const story = item && findStory(db, item.storyId);
  if (item === undefined || story === undefined) return [];
  return [
    {
      item,
      story,
      storyItems: listStoryItems(db, story.id),
      matches: listStoryOutcomes(db, story.id),
      entries: listEntriesOfStory(db, story.id),
      pages: listPagesOfStory(db, story.id),
      acts: listActs(db, { storyId: story.id, limit: actsPerTrace }),
    },
  ];
}

/** Read by the items, not by the story: only matches stand in the index of stories. */
export function listStoryOutcomes(db: Connection, storyId: StoryId): readonly Match[] {
  const rows = db.all<OutcomeRow>(
    `SELECT ${outcomeColumns} FROM items i JOIN matches m ON m.item_id = i.id
     WHERE i.story_id = ? ORDER BY m.item_id, m.topic_id`,
    storyId,
  );
  return rows.map(toMatch);
}
