import type { PollSum, PollSums } from '../../domain/health.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { PollRecord } from '../../domain/intent.ts';
import type { Connection } from './connection.ts';
import { bit, present } from './rows.ts';

interface PollRow {
  readonly sourceId: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly outcome: string;
  readonly httpStatus: number | null;
  readonly bytes: number;
  readonly itemsNew: number;
  readonly itemsDuplicate: number;
  readonly itemsRevised: number;
  readonly mayHaveMissed: number;
  readonly itemsLeftOut: number | null;
  readonly nextDueAt: number;
  readonly nextDueReason: string;
  readonly message: string | null;
}

const selectPolls = `
SELECT source_id AS sourceId, started_at AS startedAt, finished_at AS finishedAt, outcome,
  http_status AS httpStatus, bytes, items_new AS itemsNew, items_duplicate AS itemsDuplicate,
  items_revised AS itemsRevised, may_have_missed AS mayHaveMissed,
  items_left_out AS itemsLeftOut, next_due_at AS nextDueAt,
  next_due_reason AS nextDueReason, message
FROM polls`;

export function insertPoll(db: Connection, poll: PollRecord): void {
  db.run(
    `INSERT INTO polls (source_id, started_at, finished_at, outcome, http_status, bytes, items_new,
       items_duplicate, items_revised, may_have_missed, items_left_out, next_due_at,
       next_due_reason, message)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    poll.sourceId,
    poll.startedAt,
    poll.finishedAt,
    poll.outcome,
    poll.httpStatus ?? null,
    poll.bytes,
    poll.itemsNew,
    poll.itemsDuplicate,
    poll.itemsRevised,
    bit(poll.mayHaveMissed),
    poll.itemsLeftOut ?? null,
    poll.nextDueAt,
    poll.nextDueReason,
    poll.message ?? null,
  );
}

export function listPolls(
  db: Connection,
  limit: number,
  sourceId?: SourceId,
): readonly PollRecord[] {
  const rows =
    sourceId === undefined
      ? db.all<PollRow>(`${selectPolls} ORDER BY id DESC LIMIT ?`, limit)
      : db.all<PollRow>(
          `${selectPolls} WHERE source_id = ? ORDER BY id DESC LIMIT ?`,
          sourceId,
          limit,
        );
  return rows.map(recordOf);
}

const sumPollsSql = `
SELECT outcome, count(*) AS polls, sum(finished_at - started_at) AS durationMs,
  sum(bytes) AS bytes, sum(items_new) AS itemsNew, sum(items_duplicate) AS itemsDuplicate,
  sum(items_revised) AS itemsRevised, sum(may_have_missed) AS mayHaveMissed
FROM polls WHERE id > ? GROUP BY outcome ORDER BY outcome`;

export function sumPolls(db: Connection, afterPoll?: number): PollSums {
  return db.read(() => {
    const lastPoll = db.get<{ last: number }>('SELECT ifnull(max(id), 0) AS last FROM polls')?.last;
    if (lastPoll === undefined || afterPoll === undefined || lastPoll < afterPoll) {
      return { lastPoll: lastPoll ?? 0, sums: [] };
    }
    return { lastPoll, sums: db.all<PollSum>(sumPollsSql, afterPoll) };
  });
}

function recordOf(row: PollRow): PollRecord {
  return { ...present(row), mayHaveMissed: row.mayHaveMissed === 1 };
}
