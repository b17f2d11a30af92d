import type { ItemId, StoryId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';

/** An item of a story, as far as moving it needs. */
export interface Member {
  readonly id: ItemId;
  readonly duplicateOf: ItemId | null;
}

/** All items of a story, in the order they were stored. */
export class Members {
  readonly all: readonly Member[];
  readonly #db: Connection;
  readonly #storyId: StoryId;

  constructor(db: Connection, storyId: StoryId) {
    this.#db = db;
    this.#storyId = storyId;
    this.all = db.all<Member>(
      'SELECT id, duplicate_of AS duplicateOf FROM items WHERE story_id = ? ORDER BY id',
      storyId,
    );
  }

  /** Those of these that are in the story, and what copies them. */
  withCopies(ids: readonly ItemId[]): ReadonlySet<ItemId> {
    const named = new Set(ids);
    const found = this.all.filter(
      ({ id, duplicateOf }) => named.has(id) || (duplicateOf !== null && named.has(duplicateOf)),
    );
    return new Set(found.map(({ id }) => id));
  }

  /**
   * Whether these rather than the others show the story where it is published. The document of all
   * languages decides, and where it has no row the number of the others.
   */
  isShownBy(ids: ReadonlySet<ItemId>): boolean {
    const rows = this.#db.all<{ itemId: ItemId; isAll: number }>(
      `SELECT item_id AS itemId, variant = 'all' AS isAll FROM entries
       WHERE story_id = ? AND left_at IS NULL`,
      this.#storyId,
    );
    const whole = rows.filter(({ isAll }) => isAll === 1);
    const votes = (whole.length > 0 ? whole : rows).map(({ itemId }) => ids.has(itemId));
    return votes.filter(Boolean).length * 2 > votes.length;
  }

  /**
   * Copies of what is on the other side are copies no more. Of several copies of one article on one
   * side the earliest is what the others are copies of.
   */
  setFree(going: ReadonlySet<ItemId>): void {
    const firsts = new Map<string, ItemId>();
    for (const { id, duplicateOf } of this.all) {
      if (duplicateOf === null || going.has(id) === going.has(duplicateOf)) continue;
      const side = `${going.has(id)} ${duplicateOf}`;
      const first = firsts.get(side);
      if (first === undefined) {
        firsts.set(side, id);
        const sql =
          'UPDATE items SET duplicate_of = NULL, layer = NULL, evidence = NULL WHERE id = ?';
        this.#db.run(sql, id);
      } else this.#db.run('UPDATE items SET duplicate_of = ? WHERE id = ?', first, id);
    }
  }
}

/** Puts back what the items of an act were copies of, as far as that is still in their story. */
export function restoreMembers(db: Connection, actId: number, storyId: StoryId): void {
  db.run(
    `UPDATE items SET duplicate_of = m.duplicate_of, layer = m.layer, evidence = m.evidence
     FROM moves m
     WHERE m.act_id = :actId AND items.id = m.item_id AND items.story_id = :storyId
       AND (m.duplicate_of IS NULL OR EXISTS (
         SELECT 1 FROM items o WHERE o.id = m.duplicate_of AND o.story_id = :storyId))`,
    { actId, storyId },
  );
}
