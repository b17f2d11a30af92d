import type { DedupDecision } from '../../domain/dedup.ts';
import type { ItemId, StoryId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ItemWrite } from '../../domain/intent.ts';
import { distinctKeys, type Item, type ItemKey, type ItemKeyKind } from '../../domain/item.ts';
import type { Story } from '../../domain/story.ts';
import type { Connection } from './connection.ts';
import {
  dayOf,
  hashNumber,
  isWindowed,
  keyTable,
  kindNumber,
  missingKeys,
  packKeys,
  unpackKeys,
} from './keys.ts';
import { bit } from './rows.ts';
import { sealItem, sealRevision } from './seal.ts';

/**
 * Keys of one kind that an item keeps; the oldest make way. A live blog, or a source that changes
 * an item's guid at every poll, would gather them without end.
 */
const keysPerKindMax = 64;

/** What an item that was seen again is already known as. */
interface KnownItem {
  readonly sourceId: string;
  readonly storyId: StoryId;
  readonly contentHash: string;
  /** Whether retention has removed its text. */
  readonly isPruned: boolean;
}

interface Placement {
  readonly storyId: StoryId;
  readonly duplicateOf: ItemId | undefined;
  readonly now: Instant;
}

/** A story whose id is stored already stays as it was minted, and takes the item in. */
export function insertStory(db: Connection, story: Story): void {
  db.run(
    'INSERT INTO stories (id, entry_id, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
    story.id,
    story.entryId,
    story.createdAt,
  );
}

export function insertItem(db: Connection, write: ItemWrite, placement: Placement): ItemId {
  const { item, decision } = write;
  const { storyId, duplicateOf, now } = placement;
  const keys = distinctKeys(item.keys);
  const isDecided = decision.kind !== 'new';
  const { id } = db.run(
    `INSERT INTO items (source_id, story_id, language, country, first_seen_at, revised_at, published,
       is_published_estimated, published_raw, updated, duplicate_of, layer, evidence, guid, link,
       content_hash, keys, title, summary, boilerplate, title_edges, image, authors, categories, enclosures, content_html)
     VALUES (:sourceId, :storyId, :language, :country, :now, :now, :published, :isEstimated,
       :publishedRaw, :updated, :duplicateOf, :layer, :evidence, :guid, :link, :contentHash, :keys,
       :title, :summary, :boilerplate, :titleEdges, :image, :authors, :categories, :enclosures, :contentHtml)`,
    {
      ...textColumns(item),
      storyId,
      now,
      keys: packKeys(keys),
      sourceId: item.sourceId,
      language: item.language,
      country: item.country,
      guid: item.guid ?? null,
      published: item.published,
      isEstimated: bit(item.isPublishedEstimated),
      publishedRaw: item.publishedRaw ?? null,
      duplicateOf: duplicateOf ?? null,
      layer: isDecided ? decision.layer : null,
      evidence: isDecided ? JSON.stringify(decision.evidence) : null,
    },
  );
  sealItem(db, id);
  for (const key of keys) insertKey(db, id, key, now);
  db.run(
    'INSERT INTO sightings (item_id, source_id, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?)',
    id,
    item.sourceId,
    now,
    now,
  );
  return id;
}

/** Refreshes the sighting and stores keys that are new to the item. Undefined when it is unknown. */
export function seeAgain(
  db: Connection,
  itemId: ItemId,
  keys: readonly ItemKey[],
  now: Instant,
): KnownItem | undefined {
  const known = db.get<Omit<KnownItem, 'isPruned'> & { stage: number; keys: Uint8Array }>(
    `SELECT i.source_id AS sourceId, story_id AS storyId, content_hash AS contentHash, keys, stage
     FROM items i JOIN sightings s ON s.item_id = i.id AND s.source_id = i.source_id
     WHERE i.id = ?`,
    itemId,
  );
  if (!known) return undefined;
  db.run(
    'UPDATE sightings SET last_seen_at = max(last_seen_at, ?) WHERE item_id = ? AND source_id = ?',
    now,
    itemId,
    known.sourceId,
  );
  addAliases(db, itemId, known.keys, keys, now);
  const { sourceId, storyId, contentHash } = known;
  return { sourceId, storyId, contentHash, isPruned: known.stage > 0 };
}

function addAliases(
  db: Connection,
  itemId: ItemId,
  stored: Uint8Array,
  seen: readonly ItemKey[],
  now: Instant,
): void {
  const added = missingKeys(stored, seen);
  if (added.length === 0) return;
  for (const key of added) insertKey(db, itemId, key, now);
  const all = [...unpackKeys(stored), ...added];
  const dropped = new Set(overflowing(all));
  for (const key of dropped) deleteKey(db, itemId, key);
  const kept = packKeys(all.filter((key) => !dropped.has(key)));
  db.run('UPDATE items SET keys = ? WHERE id = ?', kept, itemId);
}

/** The oldest keys of each kind that has too many. */
function overflowing(keys: readonly ItemKey[]): readonly ItemKey[] {
  const left = new Map<ItemKeyKind, number>();
  for (const { kind } of keys) left.set(kind, (left.get(kind) ?? -keysPerKindMax) + 1);
  return keys.filter(({ kind }) => {
    const excess = left.get(kind) ?? 0;
    left.set(kind, excess - 1);
    return excess > 0;
  });
}

function insertKey(db: Connection, itemId: ItemId, key: ItemKey, now: Instant): void {
  const hash = hashNumber(key.hash);
  const kind = kindNumber(key.kind);
  if (isWindowed(key.kind)) {
    const sql = 'INSERT OR IGNORE INTO window_keys (hash, kind, item_id, day) VALUES (?, ?, ?, ?)';
    db.run(sql, hash, kind, itemId, dayOf(now));
  } else {
    const sql = 'INSERT OR IGNORE INTO item_keys (hash, kind, item_id) VALUES (?, ?, ?)';
    db.run(sql, hash, kind, itemId);
  }
}

/** Removes one key of an item from the lookup table; the item's own list is the caller's. */
export function deleteKey(db: Connection, itemId: ItemId, { kind, hash }: ItemKey): void {
  db.run(
    `DELETE FROM ${keyTable(kind)} WHERE hash = ? AND kind = ? AND item_id = ?`,
    hashNumber(hash),
    kindNumber(kind),
    itemId,
  );
}

/** Keeps the old text as a revision and puts the new one in its place; first dates stay. */
export function reviseItem(
  db: Connection,
  itemId: ItemId,
  item: Item,
  decision: Extract<DedupDecision, { readonly kind: 'known' }>,
  now: Instant,
): void {
  const revision = db.run(
    `INSERT INTO item_revisions (item_id, revised_at, layer, evidence, content_hash, updated, link,
       title, summary, content_html)
     SELECT id, ?, ?, ?, content_hash, updated, link, title, summary, content_html
     FROM items WHERE id = ?`,
    now,
    decision.layer,
    JSON.stringify(decision.evidence),
    itemId,
  );
  sealRevision(db, revision.id);
  db.run('UPDATE items SET revised_at = ? WHERE id = ?', now, itemId);
  writeText(db, itemId, item);
}

/** Puts a text in the place of the item's; one that retention removed is whole again. */
export function writeText(db: Connection, itemId: ItemId, item: Item): void {
  db.run(
    `UPDATE items SET updated = :updated, link = :link, content_hash = :contentHash, title = :title,
       summary = :summary, boilerplate = :boilerplate,
       title_edges = :titleEdges, image = :image, authors = :authors, categories = :categories,
       enclosures = :enclosures, content_html = :contentHtml
     WHERE id = :itemId`,
    { ...textColumns(item), itemId },
  );
  sealItem(db, itemId);
  const { changes } = db.run(
    'UPDATE sightings SET stage = 0 WHERE item_id = ? AND stage > 0',
    itemId,
  );
  if (changes > 0) db.run('UPDATE matches SET is_settled = 0 WHERE item_id = ?', itemId);
}

/** What a source may change of an item. */
function textColumns(item: Item) {
  return {
    updated: item.updated ?? null,
    link: item.link ?? null,
    contentHash: item.contentHash,
    title: item.title,
    summary: item.summary,
    boilerplate: item.boilerplate === undefined ? null : JSON.stringify(item.boilerplate),
    titleEdges: item.titleEdges === undefined ? null : JSON.stringify(item.titleEdges),
    image: item.image ?? null,
    authors: JSON.stringify(item.authors),
    categories: JSON.stringify(item.categories),
    enclosures: JSON.stringify(item.enclosures),
    contentHtml: item.contentHtml,
  };
}
