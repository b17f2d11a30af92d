import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { messageOf } from '../../../domain/errors.ts';
import type { ArchivePlace } from '../../../domain/publication.ts';
import type { Connection } from '../connection.ts';
import type { Findings } from './findings.ts';

interface PageRow {
  readonly hash: string;
  readonly bytes: number;
  readonly body: Uint8Array;
}

/** Holds the bytes of every archive page against the digest they were stored with. */
export function auditArchive(db: Connection, findings: Findings): void {
  let places: readonly ArchivePlace[] = [];
  findings.attempt('archive', 'the list of archive pages', () => {
    places = db.all<ArchivePlace>(
      `SELECT topic_id AS topicId, variant, number FROM archive_pages
       ORDER BY topic_id, variant, number`,
    );
  });
  for (const place of places) {
    const where = `archive page ${place.number} of ${place.topicId}, ${place.variant}`;
    findings.attempt('archive', where, () => {
      const fault = faultOf(db, place);
      if (fault !== undefined) findings.add('archive', where, fault);
    });
  }
}

function faultOf(db: Connection, { topicId, variant, number }: ArchivePlace): string | undefined {
  const row = db.get<PageRow>(
    `SELECT hash, bytes, body FROM archive_pages
     WHERE topic_id = ? AND variant = ? AND number = ?`,
    topicId,
    variant,
    number,
  );
  if (row === undefined) return 'is not found under its own name';
  try {
    const bytes = gunzipSync(row.body);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return hash === row.hash && bytes.length === row.bytes ? undefined : 'is not as it was frozen';
  } catch (error) {
    return `cannot be unpacked: ${messageOf(error)}`;
  }
}
