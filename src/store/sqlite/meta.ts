import type { TopicId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';

const authorityKey = 'authority';
const versionPrefix = 'topic-version/';

export function freezeAuthority(db: Connection, proposed: string): string {
  return db.write(() => {
    db.run('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)', authorityKey, proposed);
    const row = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', authorityKey);
    return row?.value ?? proposed;
  });
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
