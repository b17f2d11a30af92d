import type { TopicId } from '../../domain/ids.ts';
import type { Connection } from './connection.ts';
import { noteRenamed, renameTopicVersion } from './meta.ts';
import { bumpTopics } from './topic-states.ts';

/** Tables with a row per topic and something else; none refers to another of them. */
const tables = [
  'act_topics',
  'entries',
  'editions',
  'archive_pages',
  'archive_entries',
  'archive_edits',
  'corrections',
  'matches',
  'tree_entries',
] as const;

export function renameTopic(db: Connection, from: TopicId, to: TopicId): boolean {
  return db.write(() => {
    if (hasEntries(db, to) || !hasEntries(db, from)) return false;
    for (const table of tables) {
      // What was matched or rendered under the new id before its past was found.
      db.run(`DELETE FROM ${table} WHERE topic_id = ?`, to);
      db.run(`UPDATE ${table} SET topic_id = ? WHERE topic_id = ?`, to, from);
    }
    renameTopicVersion(db, from, to);
    noteRenamed(db, from, to);
    // Its documents are to be put in other places.
    db.run('DELETE FROM topic_states WHERE topic_id IN (?, ?)', from, to);
    bumpTopics(db, [to]);
    return true;
  });
}

function hasEntries(db: Connection, topicId: TopicId): boolean {
  return db.get('SELECT 1 FROM entries WHERE topic_id = ? LIMIT 1', topicId) !== undefined;
}
