import type { DedupLayerName } from '../../domain/dedup.ts';
import type { ItemId, SourceId, StoryId } from '../../domain/ids.ts';
import type { StoredItem } from '../../domain/item.ts';
import type { ItemGlance } from '../../domain/store.ts';
import type { Connection } from './connection.ts';
import { surestFirst, unpackKeys } from './keys.ts';
import { present, type SpanColumns, spansOf } from './rows.ts';

interface ItemRow extends SpanColumns {
  readonly id: number;
  readonly sourceId: string;
  readonly storyId: string;
  readonly language: string;
  readonly country: string;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly revisedAt: number;
  readonly published: number;
  readonly isPublishedEstimated: number;
  readonly publishedRaw: number | null;
  readonly updated: number | null;
  readonly duplicateOf: number | null;
  readonly layer: DedupLayerName | null;
  readonly evidence: string | null;
  readonly guid: string | null;
  readonly link: string | null;
  readonly contentHash: string;
  readonly keys: Uint8Array;
  readonly title: string;
  readonly summary: string;
  readonly image: string | null;
  readonly authors: string;
  readonly categories: string;
  readonly enclosures: string;
  readonly contentHtml: string;
  readonly stage: number;
}

const selectItems = `
SELECT i.id, i.source_id AS sourceId, i.story_id AS storyId, i.language, i.country,
  i.first_seen_at AS firstSeenAt, s.last_seen_at AS lastSeenAt, i.revised_at AS revisedAt,
  i.published, i.is_published_estimated AS isPublishedEstimated, i.published_raw AS publishedRaw,
  i.updated, i.duplicate_of AS duplicateOf, i.layer, i.evidence, i.guid, i.link,
  i.content_hash AS contentHash, i.keys, i.title, i.summary, i.boilerplate,
  i.title_edges AS titleEdges, i.image, i.authors, i.categories, i.enclosures, i.content_html AS contentHtml,
  s.stage
FROM items i JOIN sightings s ON s.item_id = i.id AND s.source_id = i.source_id`;

function toStoredItem(row: ItemRow): StoredItem {
  const { duplicateOf, layer, evidence, keys, stage, boilerplate, titleEdges, ...rest } = row;
  const decision = layer === null ? undefined : { layer, evidence: JSON.parse(evidence ?? '{}') };
  return {
    ...present(rest),
    ...spansOf({ boilerplate, titleEdges }),
    isPublishedEstimated: row.isPublishedEstimated === 1,
    authors: JSON.parse(row.authors),
    categories: JSON.parse(row.categories),
    enclosures: JSON.parse(row.enclosures),
    keys: surestFirst(unpackKeys(keys)),
    ...(stage > 0 && { isPruned: true as const }),
    ...(decision && duplicateOf !== null && { duplicate: { itemId: duplicateOf, ...decision } }),
    ...(decision && duplicateOf === null && { joined: decision }),
  };
}

export function findItem(db: Connection, id: ItemId): StoredItem | undefined {
  const row = db.get<ItemRow>(`${selectItems} WHERE i.id = ?`, id);
  return row && toStoredItem(row);
}

export function listItems(db: Connection, afterId: ItemId, limit: number): readonly StoredItem[] {
  const sql = `${selectItems} WHERE i.id > ? AND s.stage = 0 ORDER BY i.id LIMIT ?`;
  return db.all<ItemRow>(sql, afterId, limit).map(toStoredItem);
}

/** Items of a story in the order they were stored, oldest first. */
export function listStoryItems(db: Connection, storyId: StoryId): readonly StoredItem[] {
  const sql = `${selectItems} WHERE i.story_id = ? ORDER BY i.id`;
  return db.all<ItemRow>(sql, storyId).map(toStoredItem);
}

interface GlanceRow extends Pick<ItemRow, 'link' | 'language' | 'firstSeenAt' | 'published'> {
  readonly publishedRaw: number | null;
}

export function listRecentItems(
  db: Connection,
  sourceId: SourceId,
  limit: number,
): readonly ItemGlance[] {
  const rows = db.all<GlanceRow>(
    `SELECT link, language, first_seen_at AS firstSeenAt, published, published_raw AS publishedRaw
     FROM items WHERE source_id = ? ORDER BY first_seen_at DESC, id DESC LIMIT ?`,
    sourceId,
    limit,
  );
  return rows.map(present);
}
