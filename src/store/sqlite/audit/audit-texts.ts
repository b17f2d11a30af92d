import type { Connection } from '../connection.ts';
import { readMeta } from '../meta.ts';
import { sealedItem, sealedRevision, sealOf, sealsDueKey } from '../seal.ts';
import type { Findings } from './findings.ts';

/** Numbers of rows read at once: some megabytes of text. */
const rowsAtOnce = 500;

export interface TextCounts {
  checked: number;
  unsealed: number;
}

/** A kind of row whose text is sealed. */
interface SealedKind {
  readonly what: string;
  readonly last: string;
  readonly rows: string;
  /** Says which row it is, by what else stands in it. */
  readonly name: string;
}

interface TextRow {
  readonly id: number;
  readonly seal: Uint8Array | null;
  readonly bytes: Uint8Array;
}

const items: SealedKind = {
  what: 'item',
  last: 'SELECT max(id) FROM items',
  rows: `SELECT i.id, s.seal, ${sealedItem} AS bytes FROM items i
    LEFT JOIN item_seals s ON s.item_id = i.id WHERE i.id > ? AND i.id <= ?`,
  name: `SELECT 'item ' || id || ' of ' || source_id || ', ' || coalesce(link, title)
    FROM items WHERE id = ?`,
};

const revisions: SealedKind = {
  what: 'former text',
  last: 'SELECT max(id) FROM item_revisions',
  rows: `SELECT r.id, r.seal, ${sealedRevision} AS bytes FROM item_revisions r
    WHERE r.id > ? AND r.id <= ?`,
  name: `SELECT 'former text ' || id || ' of item ' || item_id || ', ' || coalesce(link, title)
    FROM item_revisions WHERE id = ?`,
};

const alteredText = 'is not as it was stored: the disk or another program has changed it';

/** Holds every stored text against its seal. */
export function auditTexts(db: Connection, findings: Findings): TextCounts {
  const counts = { checked: 0, unsealed: 0 };
  const dueAfter = Number(readMeta(db, sealsDueKey) ?? Number.POSITIVE_INFINITY);
  eachRow(db, items, findings, (row) => {
    counts.checked += 1;
    if (row.seal !== null) compare(db, row, items, findings);
    else if (row.id > dueAfter) counts.unsealed += 1;
    else findings.add('items', nameOf(db, items, row), 'has lost the seal of its text');
  });
  // A former text without a seal is of an earlier release, and gone with retention.
  eachRow(db, revisions, findings, (row) => {
    if (row.seal !== null) compare(db, row, revisions, findings);
  });
  return counts;
}

function compare(db: Connection, row: TextRow, kind: SealedKind, findings: Findings): void {
  const isWhole = row.seal !== null && Buffer.compare(sealOf(row.bytes), row.seal) === 0;
  if (!isWhole) findings.add('items', nameOf(db, kind, row), alteredText);
}

function nameOf(db: Connection, kind: SealedKind, { id }: TextRow): string {
  return db.values<string>(kind.name, id)[0] ?? `${kind.what} ${id}`;
}

/** By ranges of numbers, so that where the file cannot be read the rest of it still is. */
function eachRow(
  db: Connection,
  kind: SealedKind,
  findings: Findings,
  check: (row: TextRow) => void,
): void {
  let last = 0;
  findings.attempt('items', `the list of every ${kind.what}`, () => {
    last = db.values<number | null>(kind.last)[0] ?? 0;
  });
  for (let after = 0; after < last; after += rowsAtOnce) {
    const rows = readRange(db, kind, after, Math.min(last, after + rowsAtOnce), findings);
    for (const row of rows) check(row);
  }
}

function readRange(
  db: Connection,
  kind: SealedKind,
  after: number,
  upTo: number,
  findings: Findings,
): readonly TextRow[] {
  try {
    return db.all<TextRow>(kind.rows, after, upTo);
  } catch (error) {
    if (upTo - after > 1) {
      const middle = Math.floor((after + upTo) / 2);
      return [
        ...readRange(db, kind, after, middle, findings),
        ...readRange(db, kind, middle, upTo, findings),
      ];
    }
    findings.attempt('items', `${kind.what} ${upTo}`, () => {
      throw error;
    });
    return [];
  }
}
