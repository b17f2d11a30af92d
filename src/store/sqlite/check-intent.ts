import { AppError } from '../../domain/errors.ts';
import type { IngestIntent, ItemWrite } from '../../domain/intent.ts';
import { isIdentityKey } from '../../domain/item.ts';
import { newestItemId } from './candidates.ts';
import type { Connection } from './connection.ts';
import { hashNumber, keyTable, kindNumber } from './keys.ts';
import { storiesMovedAt } from './meta.ts';

/** Throws `invalid` for an intent that contradicts itself; nothing has been read or written yet. */
export function checkIntent(intent: IngestIntent): void {
  if (intent.state.sourceId !== intent.sourceId || intent.poll.sourceId !== intent.sourceId) {
    throw invalid(intent, 'its state or its poll row is of another source');
  }
  for (const [index, write] of intent.items.entries()) checkWrite(intent, write, index);
}

function checkWrite(intent: IngestIntent, write: ItemWrite, index: number): void {
  const { item, decision, newStory } = write;
  const where = `items[${index}]`;
  if (item.sourceId !== intent.sourceId) throw invalid(intent, `${where} is of another source`);
  if ((decision.kind === 'new') !== (newStory !== undefined)) {
    throw invalid(intent, `${where}: a new story belongs to the decision "new" and to no other`);
  }
  const target = targetOf(write);
  // Only items before it have their number when its turn comes.
  if (target !== undefined && target < 0 && -target > index) {
    throw invalid(
      intent,
      `${where} points to items[${-target - 1}], which does not stand before it`,
    );
  }
}

/** The item a decision points to, negative for one of the same intent. */
export function targetOf({ decision }: ItemWrite): number | undefined {
  if (decision.kind === 'known') return decision.itemId;
  return decision.kind === 'duplicate' ? decision.of : undefined;
}

/** False when the store has moved on under the decisions: they are to be taken again. */
export function isUpToDate(db: Connection, intent: IngestIntent): boolean {
  // Most polls find the store as they left it, and are spared a lookup per key.
  if (intent.items.length === 0 || newestItemId(db) <= intent.asOf) return true;
  if (storiesMovedAt(db) > intent.asOf) return false;
  return intent.items.every(
    (write) => write.decision.kind === 'known' || !hasNewerNeighbour(db, intent, write),
  );
}

/** Whether another source stored an item with one of these cross-source keys after the lookup. */
function hasNewerNeighbour(db: Connection, intent: IngestIntent, { item }: ItemWrite): boolean {
  return item.keys
    .filter((key) => !isIdentityKey(key.kind))
    .some(
      (key) =>
        db.get(
          `SELECT 1 FROM ${keyTable(key.kind)} k JOIN items i ON i.id = k.item_id
           WHERE k.hash = ? AND k.kind = ? AND k.item_id > ? AND i.source_id <> ? LIMIT 1`,
          hashNumber(key.hash),
          kindNumber(key.kind),
          intent.asOf,
          intent.sourceId,
        ) !== undefined,
    );
}

export function invalid(intent: IngestIntent, reason: string): AppError {
  return new AppError('invalid', `store: poll of ${intent.sourceId}: ${reason}`);
}
