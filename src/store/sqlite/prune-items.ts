import type { ItemId, SourceId, StoryId } from '../../domain/ids.ts';
import { keyRetentionMs } from '../../domain/limits.ts';
import type { PruneRequest } from '../../domain/retention.ts';
import type { Connection } from './connection.ts';
import { isWindowed, packKeys, unpackKeys } from './keys.ts';
import { noteStoriesMoved } from './meta.ts';
import { rowsPerStep, type Step } from './prune-step.ts';
import { sealItem } from './seal.ts';
import { deleteKey } from './write-item.ts';

/** Items of one step that lose their text: with a long body an item is a score of pages to free. */
const textsPerStep = 100;

interface SightingRow {
  readonly itemId: ItemId;
  readonly sourceId: SourceId;
  readonly storyId: StoryId;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly stage: number;
  /** Whether the last document of its source that was read had it, and the source is still declared. */
  readonly isInWindow: number;
}

const sightingColumns = `s.item_id AS itemId, s.source_id AS sourceId, i.story_id AS storyId,
  s.first_seen_at AS firstSeenAt, s.last_seen_at AS lastSeenAt, s.stage,
  o.is_declared = 1 AND s.last_seen_at >= ifnull(o.document_at, 0) AS isInWindow`;

/** Whether and where a story was ever published. */
type Standing = 'unpublished' | 'live' | 'past';

/** One step over the items that retention has not settled, in the order they were stored. */
export function pruneItems(db: Connection, request: PruneRequest): Step {
  const step = new ItemStep(db, request);
  const rows = db.all<SightingRow>(
    `SELECT ${sightingColumns} FROM sightings s
     JOIN items i ON i.id = s.item_id JOIN sources o ON o.id = s.source_id
     WHERE s.stage < 2 AND s.item_id > ? ORDER BY s.item_id LIMIT ?`,
    Number(request.from?.after ?? 0),
    rowsPerStep,
  );
  let last: ItemId | undefined;
  for (const row of rows) {
    if (step.isFull) break;
    step.take(row);
    last = row.itemId;
  }
  step.end();
  const isLastPage = rows.length < rowsPerStep && last === rows.at(-1)?.itemId;
  const isDone = isLastPage || rows.every((row) => step.isYoung(row));
  return { removed: step.removed, after: isDone ? undefined : String(last) };
}

class ItemStep {
  readonly removed = { texts: 0, revisions: 0, items: 0, stories: 0, keys: 0 };
  readonly #db: Connection;
  readonly #request: PruneRequest;
  readonly #standings = new Map<StoryId, Standing>();
  readonly #youngMs: number;

  constructor(db: Connection, request: PruneRequest) {
    this.#db = db;
    this.#request = request;
    this.#youngMs = Math.min(request.retentionMs, ...request.retentionOf.values(), keyRetentionMs);
  }

  get isFull(): boolean {
    return this.removed.texts + this.removed.items >= textsPerStep;
  }

  /** Too young for any rule: whoever was stored later is younger still. */
  isYoung({ firstSeenAt }: SightingRow): boolean {
    return this.#request.now - firstSeenAt < this.#youngMs;
  }

  take(row: SightingRow): void {
    if (row.isInWindow === 1) return;
    const age = this.#request.now - row.lastSeenAt;
    const isTextPast = age >= this.#retentionOf(row.sourceId);
    if (this.#isPast(row)) this.#expire(row);
    else if (isTextPast && row.stage === 0) this.#removeText(row, 1);
  }

  /** Whoever decides on candidates that are gone now has to decide again. */
  end(): void {
    if (this.removed.items + this.removed.keys > 0) noteStoriesMoved(this.#db);
  }

  #retentionOf(sourceId: SourceId): number {
    return this.#request.retentionOf.get(sourceId) ?? this.#request.retentionMs;
  }

  /** Past its source's retention and the time it is known again by its keys. */
  #isPast({ sourceId, lastSeenAt, isInWindow }: SightingRow): boolean {
    const keptMs = Math.max(keyRetentionMs, this.#retentionOf(sourceId));
    return isInWindow === 0 && this.#request.now - lastSeenAt >= keptMs;
  }

  #expire(row: SightingRow): void {
    const standing = this.#standingOf(row.storyId);
    if (standing === 'past') this.#removeText(row, 2);
    else if (standing === 'unpublished') {
      if (!this.#removeStory(row.storyId) && row.stage === 0) this.#removeText(row, 1);
    }
  }

  #standingOf(storyId: StoryId): Standing {
    const known = this.#standings.get(storyId);
    if (known !== undefined) return known;
    const row = this.#db.get<{ rows: number; live: number }>(
      `SELECT count(*) AS rows, ifnull(sum(archived_at IS NULL AND left_at IS NULL), 0) AS live
       FROM entries WHERE story_id = ?`,
      storyId,
    );
    const isPublished = (row?.rows ?? 0) > 0 || hasActs(this.#db, storyId);
    const standing = !isPublished ? 'unpublished' : (row?.live ?? 0) > 0 ? 'live' : 'past';
    this.#standings.set(storyId, standing);
    return standing;
  }

  /**
   * Removes what a receipt does not need. Keys that are only looked up in the window go too; those of
   * an item's identity stay, so that it is known when it comes back.
   */
  #removeText({ itemId, storyId }: SightingRow, stage: 1 | 2): void {
    // What stands in a live document is rendered from here.
    if (this.#standingOf(storyId) === 'live') return;
    const row = this.#db.get<{ keys: Uint8Array }>('SELECT keys FROM items WHERE id = ?', itemId);
    if (row === undefined) return;
    const kept = unpackKeys(row.keys).filter(({ kind }) => !isWindowed(kind));
    this.#db.run(
      `UPDATE items SET keys = ?, summary = '', boilerplate = NULL, image = NULL, authors = '[]', categories = '[]',
         enclosures = '[]', content_html = '' WHERE id = ?`,
      packKeys(kept),
      itemId,
    );
    sealItem(this.#db, itemId);
    this.#db.run('UPDATE sightings SET stage = ? WHERE item_id = ?', stage, itemId);
    this.#db.run('DELETE FROM matches WHERE item_id = ? AND is_match = 0', itemId);
    if (stage === 2) this.#db.run('UPDATE matches SET is_settled = 1 WHERE item_id = ?', itemId);
    this.#removeRevisions(itemId);
    this.removed.texts += 1;
  }

  #removeRevisions(itemId: ItemId): void {
    const sql = 'DELETE FROM item_revisions WHERE item_id = ?';
    this.removed.revisions += this.#db.run(sql, itemId).changes;
  }

  /** All or nothing: an item that is still known keeps its story, and with it what it is a copy of. */
  #removeStory(storyId: StoryId): boolean {
    const rows = this.#db.all<SightingRow>(
      `SELECT ${sightingColumns} FROM items i
       JOIN sightings s ON s.item_id = i.id JOIN sources o ON o.id = s.source_id
       WHERE i.story_id = ?`,
      storyId,
    );
    if (!rows.every((row) => this.#isPast(row))) return false;
    for (const { itemId } of rows) this.#removeTraces(itemId);
    this.removed.items += this.#db.run('DELETE FROM items WHERE story_id = ?', storyId).changes;
    this.removed.stories += this.#db.run('DELETE FROM stories WHERE id = ?', storyId).changes;
    return true;
  }

  #removeTraces(itemId: ItemId): void {
    const row = this.#db.get<{ keys: Uint8Array }>('SELECT keys FROM items WHERE id = ?', itemId);
    const keys = unpackKeys(row?.keys ?? new Uint8Array());
    for (const key of keys) deleteKey(this.#db, itemId, key);
    this.removed.keys += keys.length;
    this.#removeRevisions(itemId);
    this.#db.run('DELETE FROM matches WHERE item_id = ?', itemId);
    this.#db.run('DELETE FROM sightings WHERE item_id = ?', itemId);
  }
}

/** What an editor did something to stays, like what was published. */
export function hasActs(db: Connection, storyId: StoryId): boolean {
  const sql = 'SELECT 1 FROM acts WHERE story_id = :storyId OR other_id = :storyId LIMIT 1';
  return db.get(sql, { storyId }) !== undefined;
}
