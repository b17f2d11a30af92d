import { createHash } from 'node:crypto';
import type { ItemId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';
import { readMeta, writeMeta } from './meta.ts';

/** After this item there may be some that were stored before there were seals. */
export const sealsDueKey = 'seals-due-after';

/** Bytes of a seal: against a disk, not a forger, these are plenty. */
const sealBytes = 16;

/** What a source has said of an item. `keys` is left out: it follows from these, and gets aliases. */
const itemColumns = [
  'source_id',
  'language',
  'country',
  'published',
  'is_published_estimated',
  'published_raw',
  'updated',
  'guid',
  'link',
  'content_hash',
  'title',
  'summary',
  'boilerplate',
  'title_edges',
  'image',
  'authors',
  'categories',
  'enclosures',
  'content_html',
];

const revisionColumns = [
  'item_id',
  'revised_at',
  'layer',
  'evidence',
  'content_hash',
  'updated',
  'link',
  'title',
  'summary',
  'content_html',
];

/** The sealed columns of an item `i` as one value, and those of a revision `r`: bytes, as they stand on the disk. */
export const sealedItem = inOne(itemColumns, 'i');
export const sealedRevision = inOne(revisionColumns, 'r');

/**
 * No two different rows give one value: each column has its length before it, NULL a sign of its own.
 * Put together by SQLite, as handing over a score of values a row would take most of the time.
 */
function inOne(columns: readonly string[], table: string): string {
  const parts = columns.map((column) => {
    const value = `${table}.${column}`;
    return `ifnull(octet_length(${value}) || ':' || ${value}, '-')`;
  });
  return `CAST(${parts.join(' || ')} AS BLOB)`;
}

export function sealOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest().subarray(0, sealBytes);
}

/** Seals an item as it stands now: after every write of its text, in the same transaction. */
export function sealItem(db: Connection, itemId: ItemId): void {
  const [bytes] = db.values<Uint8Array>(`SELECT ${sealedItem} FROM items i WHERE i.id = ?`, itemId);
  if (bytes === undefined) return;
  const sql = 'INSERT OR REPLACE INTO item_seals (item_id, seal) VALUES (?, ?)';
  db.run(sql, itemId, sealOf(bytes));
}

export function sealRevision(db: Connection, id: number): void {
  const sql = `SELECT ${sealedRevision} FROM item_revisions r WHERE r.id = ?`;
  const [bytes] = db.values<Uint8Array>(sql, id);
  if (bytes === undefined) return;
  db.run('UPDATE item_revisions SET seal = ? WHERE id = ?', sealOf(bytes), id);
}

/** Seals up to `limit` items that were stored before there were seals; answers how many were looked at. */
export function sealItems(db: Connection, limit: number): number {
  const after = readMeta(db, sealsDueKey);
  if (after === undefined) return 0;
  return db.write(() => {
    const rows = db.all<{ id: ItemId; isSealed: number }>(
      `SELECT i.id, s.item_id IS NOT NULL AS isSealed
       FROM items i LEFT JOIN item_seals s ON s.item_id = i.id WHERE i.id > ? ORDER BY i.id LIMIT ?`,
      Number(after),
      limit,
    );
    for (const { id, isSealed } of rows) if (isSealed === 0) sealItem(db, id);
    const last = rows.at(-1)?.id;
    if (last === undefined) db.run('DELETE FROM meta WHERE key = ?', sealsDueKey);
    else writeMeta(db, sealsDueKey, String(last));
    return rows.length;
  });
}
