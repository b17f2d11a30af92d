import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { connect } from '../../../src/store/sqlite/connect.ts';
import type { Connection } from '../../../src/store/sqlite/connection.ts';
import { tempFolder } from '../../support/temp-store.ts';

const { ARAZ_TEST_KILLS = '40' } = process.env;
/** 40 in the suite; `ARAZ_TEST_KILLS=1000` for a long night. */
const kills = Number(ARAZ_TEST_KILLS);
const itemsPerPoll = 30;
const loop = fileURLToPath(new URL('../../support/ingest-loop.mjs', import.meta.url));

/**
 * Ends the loop at a random instant: mostly after it has acknowledged something new, every fourth
 * time while it starts, opens the file and recovers what the last kill left.
 */
async function killOnce(database: string, acknowledged: string, round: number): Promise<void> {
  const before = readFileSync(acknowledged).length;
  const given = [loop, database, acknowledged, String(round), String(itemsPerPoll)];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  const exit = once(child, 'exit');
  const isIdle = () => readFileSync(acknowledged).length === before && child.exitCode === null;
  if (round % 4 === 0) await wait(Math.random() * 200);
  else while (isIdle()) await wait(2);
  await wait(Math.random() * 60);
  child.kill('SIGKILL');
  const [code, signal] = await exit;
  expect({ code, signal, complaint }).toEqual({ code: null, signal: 'SIGKILL', complaint: '' });
}

/** What must be true of every poll, told by counts; a poll that is half there spoils one of them. */
function counts(db: Connection) {
  return db.get(
    `SELECT (SELECT count(*) FROM polls) AS polls,
       (SELECT max(CAST(message AS INTEGER)) FROM polls) AS newest,
       (SELECT state ->> '$.validators.etag' FROM sources) AS etag,
       (SELECT count(*) FROM items) AS items,
       (SELECT count(*) FROM sightings) AS sightings,
       (SELECT count(*) FROM item_keys) + (SELECT count(*) FROM window_keys) AS keys,
       (SELECT count(*) FROM stories) AS stories,
       (SELECT count(*) FROM matches) AS matches,
       (SELECT count(*) FROM item_revisions) AS revisions,
       (SELECT count(*) FROM items WHERE title LIKE '%, edited') AS edited`,
  );
}

function wholePolls(polls: number) {
  const items = polls * itemsPerPoll;
  return {
    polls,
    newest: polls,
    etag: `"${polls}"`,
    items,
    sightings: items,
    keys: 3 * items,
    stories: items,
    matches: items,
    revisions: polls - 1,
    edited: polls - 1,
  };
}

it(
  `keeps every acknowledged poll whole and no other half, killed ${kills} times`,
  async () => {
    const folder = await tempFolder();
    const database = path.join(folder, 'araz.db');
    const acknowledged = path.join(folder, 'acknowledged');
    writeFileSync(acknowledged, '');
    for (let round = 1; round <= kills; round += 1) {
      await killOnce(database, acknowledged, round);
      const told = readFileSync(acknowledged, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map(Number);
      const db = connect({ file: database });
      const polls = db.get<{ n: number }>('SELECT count(*) AS n FROM polls')?.n ?? 0;
      expect(counts(db)).toEqual(wholePolls(polls));
      // Of each round one more may be durable than was told: killed between the commit and the telling.
      expect(new Set(told).size).toBe(told.length);
      expect(polls).toBeGreaterThanOrEqual(Math.max(0, ...told));
      expect(polls).toBeLessThanOrEqual(told.length + round);
      if (round % 10 === 0 || round === kills) {
        expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
        expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
      }
      db.close();
    }
  },
  30_000 + kills * 3_000,
);
