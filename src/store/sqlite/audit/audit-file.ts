import type { StoreAudit } from '../../../domain/store-file.ts';
import { openAsItIs } from '../connect.ts';
import type { Connection } from '../connection.ts';
import { isDamage, storeFailure } from '../failures.ts';
import { migrations } from '../schema.ts';
import { auditArchive } from './audit-archive.ts';
import { auditReferences, auditRows } from './audit-rows.ts';
import { auditTexts, type TextCounts } from './audit-texts.ts';
import { Findings } from './findings.ts';

const cure =
  'restore the newest backup that `araz verify FILE` finds whole (docs/deploy.md, Backup and restore)';

/** Faults of SQLite's own structures that are listed. */
const faultsMax = 20;

/** Every check of a database; see `StoreFile.audit`. */
export function auditFile(file: string): StoreAudit {
  const findings = new Findings(cure);
  let counts: TextCounts = { checked: 0, unsealed: 0 };
  let db: Connection | undefined;
  try {
    db = openAsItIs({ file, readOnly: true });
    auditStructure(db, findings);
    counts = auditContent(db, findings);
  } catch (error) {
    if (!isDamage(error)) throw storeFailure(error);
    findings.attempt('file', file, () => {
      throw error;
    });
  } finally {
    db?.close();
  }
  return {
    findings: findings.list(),
    itemsChecked: counts.checked,
    itemsUnsealed: counts.unsealed,
  };
}

/** Pages, indexes and the index of search, as SQLite knows them. */
function auditStructure(db: Connection, findings: Findings): void {
  findings.attempt('file', 'the file', () => {
    const faults = db.values<string>(`PRAGMA integrity_check(${faultsMax})`);
    for (const fault of faults) {
      if (fault !== 'ok') findings.add('file', 'the file', `is damaged: ${fault}`);
    }
  });
}

/** What an earlier release wrote can be held against its rows' rules once it is brought up to date. */
function auditContent(db: Connection, findings: Findings): TextCounts {
  if (db.schemaVersion < migrations.length) return auditEarlier(db, findings);
  auditArchive(db, findings);
  const counts = auditTexts(db, findings);
  auditRows(db, findings);
  return counts;
}

function auditEarlier(db: Connection, findings: Findings): TextCounts {
  const counts = { checked: 0, unsealed: 0 };
  findings.attempt('items', 'the list of items', () => {
    // A file that was made and never filled has no tables at all.
    if (db.schemaVersion === 0) return;
    counts.unsealed = db.values<number>('SELECT count(*) FROM items')[0] ?? 0;
    auditReferences(db, findings);
  });
  return counts;
}
