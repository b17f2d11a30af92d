import type { ItemId } from '../../domain/ids.ts';
import type { StoredItem } from '../../domain/item.ts';
import type {
  FoundReport,
  FoundStory,
  SearchAlternative,
  SearchAnswer,
  SearchEntry,
  SearchRequest,
  SearchText,
} from '../../domain/search.ts';
import type { Connection } from './connection.ts';
import { findItem } from './items.ts';
import { readMeta, writeMeta } from './meta.ts';
import { present } from './rows.ts';
import { facetClauses, facetsOf } from './search-facets.ts';

const versionKey = 'search-version';
/** Reports looked at of one question, the newest: a common word must cost no more than a rare one. */
const reportsLookedAtMax = 5_000;
const reportsPerStoryMax = 5;
/** Characters of a summary that are read; extracts are far shorter. */
const summaryCharactersMax = 2_000;
/** Worth of a hit by column; facets only narrow down. */
const weights = 'bm25(search, 8.0, 2.0, 1.5, 1.0, 0.0)';

/** Puts an item into the index, in the place of what stood there of it. */
export function indexItem(db: Connection, itemId: ItemId, text: SearchText): void {
  const item = db.get<{ language: string; sourceId: string; published: number }>(
    'SELECT language, source_id AS sourceId, published FROM items WHERE id = ?',
    itemId,
  );
  // Retention may have removed it since it was listed.
  if (item === undefined) return;
  db.run('DELETE FROM search WHERE rowid = ?', itemId);
  db.run(
    `INSERT INTO search (rowid, title, body, names, concepts, facets) VALUES (?, ?, ?, ?, ?, ?)`,
    itemId,
    text.title,
    text.body,
    text.names,
    text.concepts,
    facetsOf(item),
  );
}

/** It is indexed with the next batch. */
export function noteSearchDue(db: Connection, itemId: ItemId): void {
  db.run('INSERT INTO search_due (item_id) VALUES (?) ON CONFLICT DO NOTHING', itemId);
}

export function listSearchDue(db: Connection, limit: number): readonly StoredItem[] {
  const rows = db.all<{ id: number }>(
    'SELECT item_id AS id FROM search_due ORDER BY item_id DESC LIMIT ?',
    limit,
  );
  return rows.flatMap(({ id }) => findItem(db, id) ?? []);
}

export function commitSearch(db: Connection, entries: readonly SearchEntry[]): void {
  db.write(() => {
    for (const { itemId, text } of entries) {
      indexItem(db, itemId, text);
      db.run('DELETE FROM search_due WHERE item_id = ?', itemId);
    }
  });
}

export function setSearchVersion(db: Connection, version: string): boolean {
  const before = readMeta(db, versionKey);
  if (before === version) return false;
  return db.write(() => {
    // What the migration listed is due already; from the second version on all is.
    if (before !== undefined) {
      db.run(`INSERT INTO search_due (item_id) SELECT id FROM items WHERE true
        ON CONFLICT DO NOTHING`);
    }
    writeMeta(db, versionKey, version);
    return before !== undefined;
  });
}

interface StoryRow {
  readonly storyId: string;
  readonly itemIds: string;
}

export function searchStories(db: Connection, request: SearchRequest): SearchAnswer {
  return db.read(() => {
    const { order, topicId, from, to, offset, limit } = request;
    const isBest = order === 'best';
    const rows = db.all<StoryRow & { readonly lookedAt: number }>(
      `WITH hit (id, worth) AS MATERIALIZED (
         SELECT rowid, ${isBest ? weights : '0.0'} FROM search WHERE search MATCH :match
         ORDER BY rowid DESC LIMIT :looked
       ),
       report (id, story_id, published, worth) AS MATERIALIZED (
         SELECT i.id, i.story_id, i.published, h.worth FROM hit h JOIN items i ON i.id = h.id
         WHERE i.published BETWEEN :from AND :to
         ORDER BY ${isBest ? 'h.worth, i.published DESC' : 'i.published DESC'}, i.id
       )
       SELECT r.story_id AS storyId, json_group_array(r.id) AS itemIds,
         (SELECT count(*) FROM hit) AS lookedAt
       FROM report r
       WHERE NOT EXISTS (
           SELECT 1 FROM entries e WHERE e.story_id = r.story_id AND e.left_reason = 'retracted'
         )
         AND (:topicId IS NULL OR EXISTS (
           SELECT 1 FROM matches m
           WHERE m.story_id = r.story_id AND m.topic_id = :topicId AND m.is_match = 1
         ))
       GROUP BY r.story_id
       ORDER BY ${isBest ? 'min(r.worth), max(r.published) DESC' : 'max(r.published) DESC'},
         r.story_id`,
      {
        match: matchOf(request),
        looked: reportsLookedAtMax,
        from: from ?? Number.MIN_SAFE_INTEGER,
        to: to ?? Number.MAX_SAFE_INTEGER,
        topicId: topicId ?? null,
      },
    );
    return {
      stories: rows.slice(offset, offset + limit).map((row) => storyOf(db, row)),
      total: rows.length,
      isPartial: (rows[0]?.lookedAt ?? 0) >= reportsLookedAtMax,
    };
  });
}

/** The question in FTS5's language. Every word is quoted, so that none of it is syntax. */
function matchOf(request: SearchRequest): string {
  const parts = request.parts.map(
    (alternatives) => `(${alternatives.map(alternativeOf).join(' OR ')})`,
  );
  return [...parts, ...facetClauses(request)].join(' AND ');
}

function alternativeOf(alternative: SearchAlternative): string {
  switch (alternative.kind) {
    case 'words':
      return `{title body} : ${quoted(alternative.words.join(' '))}${star(alternative)}`;
    case 'name':
      return `names : ${quoted(alternative.key)}${star(alternative)}`;
    case 'concept':
      return `concepts : ${quoted(alternative.id)}`;
    default:
      return alternative satisfies never;
  }
}

function star({ isPrefix }: { readonly isPrefix: boolean }): string {
  return isPrefix ? ' *' : '';
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function storyOf(db: Connection, { storyId, itemIds }: StoryRow): FoundStory {
  const ids: readonly number[] = JSON.parse(itemIds);
  const topics = db.all<{ topicId: string }>(
    `SELECT DISTINCT topic_id AS topicId FROM entries WHERE story_id = ? AND left_at IS NULL
     ORDER BY topic_id`,
    storyId,
  );
  const counted = db.get<{ reports: number; hasReceipt: number }>(
    `SELECT count(*) AS reports,
       EXISTS (SELECT 1 FROM entries WHERE story_id = :storyId) AS hasReceipt
     FROM items WHERE story_id = :storyId`,
    { storyId },
  );
  return {
    storyId,
    hasReceipt: counted?.hasReceipt === 1,
    topicIds: topics.map(({ topicId }) => topicId),
    reports: ids.slice(0, reportsPerStoryMax).flatMap((id) => reportOf(db, id) ?? []),
    reportsTotal: counted?.reports ?? 0,
  };
}

function reportOf(db: Connection, id: ItemId): FoundReport | undefined {
  const row = db.get<Omit<FoundReport, 'link'> & { readonly link: string | null }>(
    `SELECT id AS itemId, source_id AS sourceId, language, country, published, title,
       substr(summary, 1, ?) AS summary, link
     FROM items WHERE id = ?`,
    summaryCharactersMax,
    id,
  );
  return row && present(row);
}
