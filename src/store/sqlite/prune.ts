import { dedupWindowMs } from '../../domain/limits.ts';
import type {
  PruneCounts,
  PruneOutcome,
  PrunePlace,
  PruneRequest,
} from '../../domain/retention.ts';
import type { Connection } from './connection.ts';
import { dayOf } from './keys.ts';
import { notePruned } from './meta.ts';
import { pruneItems } from './prune-items.ts';
import { rowsPerStep, type Step } from './prune-step.ts';
import { pruneTreeKeys } from './tree-stories.ts';

/** Windowed keys looked at in one step; a row of theirs is small, and one in fourteen goes a day. */
const keysPerStep = 2_000;
/** Free pages that stay in the file for the next day's items, as a share of it. */
const freeShare = 0.05;

type Part = PrunePlace['part'];

const parts: readonly Part[] = ['window-keys', 'items', 'tree-keys', 'polls', 'pages'];

const steps: Readonly<Record<Part, (db: Connection, request: PruneRequest) => Step>> = {
  'window-keys': sweepWindow,
  items: pruneItems,
  'tree-keys': pruneTreeKeys,
  polls: prunePolls,
  pages: givePagesBack,
};

const nothing: PruneCounts = {
  texts: 0,
  revisions: 0,
  items: 0,
  stories: 0,
  keys: 0,
  polls: 0,
  pages: 0,
};

export function prune(db: Connection, request: PruneRequest): PruneOutcome {
  const part = request.from?.part ?? 'window-keys';
  // Pages are given back outside of a transaction of ours: the pragma makes its own.
  if (part === 'pages') return outcomeOf(db, request, part, steps[part](db, request));
  return db.write(() => outcomeOf(db, request, part, steps[part](db, request)));
}

function outcomeOf(db: Connection, request: PruneRequest, part: Part, step: Step): PruneOutcome {
  const removed = { ...nothing, ...step.removed };
  if (step.after !== undefined) return { removed, next: { part, after: step.after } };
  const next = parts[parts.indexOf(part) + 1];
  if (next !== undefined) return { removed, next: { part: next } };
  notePruned(db, request.now);
  return { removed };
}

/**
 * Windowed keys of days that no lookup reaches any more. The whole table is walked in its own order:
 * each page is written once, where going by day would write most of them once for every key.
 */
function sweepWindow(db: Connection, { now, from }: PruneRequest): Step {
  const [hash, kind, itemId] = (from?.after ?? `${-(2n ** 63n)} 0 0`).split(' ').map(BigInt);
  const place = { hash: hash ?? 0n, kind: kind ?? 0n, itemId: itemId ?? 0n };
  const last = db.get<{ hash: string; kind: number; itemId: number }>(
    `SELECT CAST(hash AS TEXT) AS hash, kind, item_id AS itemId FROM window_keys
     WHERE (hash, kind, item_id) > (:hash, :kind, :itemId)
     ORDER BY hash, kind, item_id LIMIT 1 OFFSET ${keysPerStep - 1}`,
    place,
  );
  const firstDay = dayOf(now - dedupWindowMs);
  const { changes } = db.run(
    `DELETE FROM window_keys WHERE day < :firstDay
       AND (hash, kind, item_id) > (:hash, :kind, :itemId)
       AND (hash, kind, item_id) <= (:lastHash, :lastKind, :lastItemId)`,
    {
      ...place,
      firstDay,
      lastHash: last ? BigInt(last.hash) : 2n ** 63n - 1n,
      lastKind: last?.kind ?? Number.MAX_SAFE_INTEGER,
      lastItemId: last?.itemId ?? Number.MAX_SAFE_INTEGER,
    },
  );
  return {
    removed: { keys: changes },
    after: last && `${last.hash} ${last.kind} ${last.itemId}`,
  };
}

/** The newest row of each source stays: it says how the source is doing. */
function prunePolls(db: Connection, { now, retentionMs, retentionOf, from }: PruneRequest): Step {
  const rows = db.all<{ id: number; sourceId: string; finishedAt: number; isNewest: number }>(
    `SELECT id, source_id AS sourceId, finished_at AS finishedAt,
       id = (SELECT max(id) FROM polls newer WHERE newer.source_id = polls.source_id) AS isNewest
     FROM polls WHERE id > ? ORDER BY id LIMIT ?`,
    Number(from?.after ?? 0),
    rowsPerStep,
  );
  const oldestKept = now - Math.min(retentionMs, ...retentionOf.values());
  const expired = rows.filter(
    ({ sourceId, finishedAt, isNewest }) =>
      isNewest === 0 && finishedAt < now - (retentionOf.get(sourceId) ?? retentionMs),
  );
  for (const { id } of expired) db.run('DELETE FROM polls WHERE id = ?', id);
  // Rows stand in the order of their dates: after a step of rows that are all young there are no old.
  const isDone = rows.length < rowsPerStep || rows.every((row) => row.finishedAt >= oldestKept);
  const last = rows.at(-1)?.id;
  return { removed: { polls: expired.length }, after: isDone ? undefined : String(last) };
}

/** What the next days will fill again stays; the rest goes back to the file system, a bit at a time. */
function givePagesBack(db: Connection): Step {
  const free = countOf(db, 'freelist_count');
  const spare = free - Math.ceil(countOf(db, 'page_count') * freeShare);
  if (spare <= 0) return { removed: {} };
  db.exec(`PRAGMA incremental_vacuum(${Math.min(spare, rowsPerStep)})`);
  const pages = free - countOf(db, 'freelist_count');
  // A file made without auto_vacuum keeps its pages, and fills them again.
  return { removed: { pages }, after: pages > 0 && spare > rowsPerStep ? 'more' : undefined };
}

function countOf(db: Connection, pragma: 'freelist_count' | 'page_count'): number {
  return db.get<Record<string, number>>(`PRAGMA ${pragma}`)?.[pragma] ?? 0;
}
