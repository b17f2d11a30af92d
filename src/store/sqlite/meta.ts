import type { TopicId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Connection } from './connection.ts';

const authorityKey = 'authority';
const storiesMovedKey = 'stories-moved';
const prunedKey = 'pruned-at';
const versionPrefix = 'topic-version/';
const renamedPrefix = 'topic-renamed/';

export function freezeAuthority(db: Connection, proposed: string): string {
  return db.write(() => {
    db.run('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)', authorityKey, proposed);
    return findAuthority(db) ?? proposed;
  });
}

export function findAuthority(db: Connection): string | undefined {
  return readMeta(db, authorityKey);
}

export function listTopicVersions(db: Connection): ReadonlyMap<TopicId, string> {
  const rows = db.all<{ key: string; value: string }>(
    'SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key',
    versionPrefix.length,
    versionPrefix,
  );
  return new Map(rows.map(({ key, value }) => [key.slice(versionPrefix.length), value]));
}

export function setTopicVersions(db: Connection, versions: ReadonlyMap<TopicId, string>): void {
  db.write(() => {
    const named = JSON.stringify([...versions.keys()]);
    db.run('DELETE FROM matches WHERE topic_id NOT IN (SELECT value FROM json_each(?))', named);
    db.run('DELETE FROM meta WHERE substr(key, 1, ?) = ?', versionPrefix.length, versionPrefix);
    for (const [topicId, version] of versions) {
      db.run('INSERT INTO meta (key, value) VALUES (?, ?)', versionPrefix + topicId, version);
    }
  });
}

/** The version goes with the outcomes; without one under the former id there is none under the new. */
export function renameTopicVersion(db: Connection, from: TopicId, to: TopicId): void {
  db.run('DELETE FROM meta WHERE key = ?', versionPrefix + to);
  db.run('UPDATE meta SET key = ? WHERE key = ?', versionPrefix + to, versionPrefix + from);
}

/** Those whose past was carried on go on to where it is now. */
export function noteRenamed(db: Connection, from: TopicId, to: TopicId): void {
  db.run('DELETE FROM meta WHERE key = ?', renamedPrefix + to);
  const key = { length: renamedPrefix.length, prefix: renamedPrefix };
  db.run('UPDATE meta SET value = :to WHERE value = :from AND substr(key, 1, :length) = :prefix', {
    ...key,
    from,
    to,
  });
  writeMeta(db, renamedPrefix + from, to);
}

export function listRenamedTopics(db: Connection): ReadonlyMap<TopicId, TopicId> {
  const rows = db.all<{ key: string; value: string }>(
    'SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key',
    renamedPrefix.length,
    renamedPrefix,
  );
  return new Map(rows.map(({ key, value }) => [key.slice(renamedPrefix.length), value]));
}

/**
 * Notes that stored items changed their story or were removed. The note takes a number from the
 * items' own sequence, so that whoever looked up candidates before it holds a smaller one, and
 * whoever looks them up from now on an equal or greater one.
 */
export function noteStoriesMoved(db: Connection): void {
  db.run("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'items'");
  db.run(
    `INSERT OR REPLACE INTO meta (key, value)
     SELECT ?, CAST(seq AS TEXT) FROM sqlite_sequence WHERE name = 'items'`,
    storiesMovedKey,
  );
}

/** Number of the last such note; 0 when there is none. */
export function storiesMovedAt(db: Connection): number {
  return findNumber(db, storiesMovedKey) ?? 0;
}

/** When retention last came to its end. */
export function findPrunedAt(db: Connection): Instant | undefined {
  return findNumber(db, prunedKey);
}

export function notePruned(db: Connection, now: Instant): void {
  db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', prunedKey, String(now));
}

function findNumber(db: Connection, key: string): number | undefined {
  const row = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key);
  return row && Number(row.value);
}

export function readMeta(db: Connection, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
}

export function writeMeta(db: Connection, key: string, value: string): void {
  db.run(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    value,
  );
}
