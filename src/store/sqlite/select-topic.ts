import type { StoryId, TopicId } from '../../domain/ids.ts';
import type { EntryRecord, Variant } from '../../domain/publication.ts';
import { countryUnknown } from '../../domain/reported-by.ts';
import type { LeftEntry, TopicRequest, TopicSelection } from '../../domain/selection.ts';
import type { Story, StoryInTopic } from '../../domain/story.ts';
import { listPublishedActs } from './acts.ts';
import { listArchiveEdits, listCarried, listNewestPages, listStalePages } from './archive.ts';
import type { Connection } from './connection.ts';
import { listCorrections } from './corrections.ts';
import { listEditions, listLeftEntries, listLiveEntries, listStoryEntries } from './entries.ts';
import { listStoryItems } from './items.ts';
import { listStoryMatches } from './matches.ts';
import { listLinked } from './story-pairs.ts';
import { topicVersion } from './topic-states.ts';
import { listTreeEntries, listTreeRecords } from './tree-entries.ts';

/** Records of departures a document may carry; a reader that missed more has missed the archive. */
const leftPerVariantMax = 50;

/** What a document of corrections holds. */
const correctionsMax = 50;

export function selectTopic(db: Connection, request: TopicRequest): TopicSelection {
  return db.read(() => {
    const { topicId } = request;
    const live = listLiveEntries(db, topicId);
    const archiveEdits = listArchiveEdits(db, topicId);
    const storyIds = new Set([
      ...liveStories(live, request),
      ...unpublishedStories(db, request),
      ...archiveEdits,
    ]);
    const stories = [...storyIds].flatMap((id) => storyInTopic(db, topicId, id));
    const others = [...storyIds]
      .flatMap((id) => listStoryEntries(db, topicId, id))
      .filter((entry) => entry.archivedAt !== undefined || entry.leftAt !== undefined);
    const treeEntries = listTreeEntries(db, topicId, storyIds);
    return {
      stories,
      entries: [...live, ...others],
      editions: listEditions(db, topicId),
      left: wantedVariants(request).flatMap((variant) => listLeft(db, topicId, variant)),
      newestPages: listNewestPages(db, topicId),
      carried: listCarried(db, topicId, storyIds),
      stalePages: listStalePages(db, topicId),
      archiveEdits,
      corrections: listCorrections(db, topicId, correctionsMax),
      acts: listPublishedActs(db, topicId, correctionsMax),
      ...(treeEntries.length > 0 && { treeEntries }),
      version: topicVersion(db, topicId),
    };
  });
}

/** The newest of those the store has rows of and of those that only the tree told of. */
function listLeft(db: Connection, topicId: TopicId, variant: Variant): readonly LeftEntry[] {
  const own = listLeftEntries(db, topicId, variant, leftPerVariantMax);
  const told = listTreeRecords(db, topicId, variant, leftPerVariantMax);
  if (told.length === 0) return own;
  return [...own, ...told]
    .sort((a, b) => (b.leftAt ?? 0) - (a.leftAt ?? 0) || (a.storyId < b.storyId ? -1 : 1))
    .slice(0, leftPerVariantMax);
}

function wantedVariants({ languages }: TopicRequest): readonly string[] {
  return [...new Set(['all', ...languages])];
}

/** All that are live in a wanted variant: publishing keeps them few, and none may be overlooked. */
function liveStories(live: readonly EntryRecord[], request: TopicRequest): readonly StoryId[] {
  const wanted = new Set(wantedVariants(request));
  return live.filter(({ variant }) => wanted.has(variant)).map(({ storyId }) => storyId);
}

/**
 * Stories with a match and no row yet in a wanted variant: `all`, and each language the story is
 * told in. Read off indexes alone; the newest of each variant are taken, so that a rule that
 * suddenly matches years of items is published in slices. What retention has settled was published
 * long ago and is not looked at, so that the cost does not grow with the years. A story is not taken while it is
 * retracted, or while one of its items is one of a retracted story under another identity.
 */
const selectUnpublished = `
WITH retracted (story_id) AS MATERIALIZED (
  SELECT story_id FROM retractions
  UNION
  SELECT i.story_id FROM tombstones t
  JOIN item_keys k ON k.hash = t.hash AND k.kind = t.kind
  JOIN items i ON i.id = k.item_id
  UNION
  SELECT i.story_id FROM tombstones t
  JOIN window_keys k ON k.hash = t.hash AND k.kind = t.kind
  JOIN items i ON i.id = k.item_id
),
matched (story_id) AS MATERIALIZED (
  SELECT DISTINCT story_id FROM matches
  WHERE topic_id = :topicId AND is_match = 1 AND is_settled = 0
    AND story_id NOT IN (SELECT story_id FROM retracted)
),
told (story_id, variant, newest) AS (
  SELECT m.story_id, i.language, max(i.published)
  FROM matched m JOIN items i ON i.story_id = m.story_id
  WHERE i.language IN (SELECT value FROM json_each(:languages))
  GROUP BY m.story_id, i.language
  UNION ALL
  SELECT m.story_id, 'all', (SELECT max(i.published) FROM items i WHERE i.story_id = m.story_id)
  FROM matched m
),
missing (story_id, newest, place) AS (
  SELECT t.story_id, t.newest,
    row_number() OVER (PARTITION BY t.variant ORDER BY t.newest DESC, t.story_id)
  FROM told t
  WHERE NOT EXISTS (
    SELECT 1 FROM entries e
    WHERE e.topic_id = :topicId AND e.story_id = t.story_id AND e.variant = t.variant
  )
  AND (:countries <= 1 OR :countries <= (
    SELECT count(DISTINCT r.country) FROM items r
    WHERE r.story_id = t.story_id AND r.country <> '${countryUnknown}'
  ))
  AND (:outlets <= 1 OR :outlets <= (
    SELECT count(DISTINCT r.source_id) FROM items r WHERE r.story_id = t.story_id
  ))
)
SELECT story_id AS storyId FROM missing WHERE place <= :limit
GROUP BY story_id ORDER BY max(newest) DESC, story_id`;

function unpublishedStories(db: Connection, request: TopicRequest): readonly StoryId[] {
  const rows = db.all<{ storyId: string }>(selectUnpublished, {
    topicId: request.topicId,
    languages: JSON.stringify(request.languages),
    limit: request.limit,
    countries: request.reportedBy?.countries ?? 0,
    outlets: request.reportedBy?.outlets ?? 0,
  });
  return rows.map((row) => row.storyId);
}

/** By its id or the id of its entry. */
export function findStory(db: Connection, name: StoryId): Story | undefined {
  const columns = 'id, entry_id AS entryId, created_at AS createdAt';
  const sql = `SELECT ${columns} FROM stories WHERE id = :name OR entry_id = :name`;
  return db.get<Story>(sql, { name });
}

function storyInTopic(db: Connection, topicId: TopicId, id: StoryId): readonly StoryInTopic[] {
  const story = findStory(db, id);
  if (!story) return [];
  const linkedIds = listLinked(db, id);
  return [
    {
      story,
      items: listStoryItems(db, id),
      matches: listStoryMatches(db, topicId, id),
      ...(linkedIds.length > 0 && { linkedIds }),
    },
  ];
}
