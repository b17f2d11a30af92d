import type { Connection } from '../connection.ts';
import type { Findings } from './findings.ts';

/** Rows of one rule that are named; how many more there are is counted. */
const namedMax = 5;

/** What must hold between rows, as a question for those that break it: `name` says which. */
interface RowRule {
  readonly what: string;
  readonly sql: string;
}

const storyName = "'story ' || e.story_id || ' in ' || e.topic_id || ', ' || e.variant";

const rules: readonly RowRule[] = [
  {
    what: 'is named and not stored',
    sql: `SELECT 'item ' || item_id AS name FROM item_seals
      WHERE item_id NOT IN (SELECT id FROM items)`,
  },
  {
    what: 'was never seen in its own source',
    sql: `SELECT 'item ' || i.id AS name FROM items i WHERE NOT EXISTS
      (SELECT 1 FROM sightings s WHERE s.item_id = i.id AND s.source_id = i.source_id)`,
  },
  {
    what: 'has matches under another story than its own',
    sql: `SELECT 'item ' || i.id AS name FROM matches m JOIN items i ON i.id = m.item_id
      WHERE m.story_id <> i.story_id`,
  },
  {
    what: 'is shown by an item of another story',
    // One that left by a split is shown by an item that has gone on to another story.
    sql: `SELECT ${storyName} AS name FROM entries e JOIN items i ON i.id = e.item_id
      WHERE i.story_id <> e.story_id AND e.left_at IS NULL`,
  },
  {
    what: 'is retracted and published all the same',
    sql: `SELECT ${storyName} AS name FROM entries e JOIN retractions r ON r.story_id = e.story_id
      WHERE e.left_at IS NULL`,
  },
  {
    what: 'has an entry id of another authority than the store',
    sql: `SELECT 'story ' || id AS name FROM stories
      JOIN meta ON key = 'authority'
      WHERE substr(entry_id, 1, length(value) + 5) <> 'tag:' || value || ':'`,
  },
  {
    what: 'carries entries and is not stored',
    sql: `SELECT DISTINCT 'archive page ' || a.number || ' of ' || a.topic_id || ', ' || a.variant AS name
      FROM archive_entries a LEFT JOIN archive_pages p USING (topic_id, variant, number)
      WHERE p.number IS NULL`,
  },
  {
    what: 'lacks pages before the last',
    sql: `SELECT 'archive of ' || topic_id || ', ' || variant AS name FROM archive_pages
      GROUP BY topic_id, variant HAVING count(*) <> max(number)`,
  },
  ...[
    ['matches', 'evidence', "'match of item ' || item_id || ' in ' || topic_id"],
    ['sources', 'state', "'source ' || id"],
    ['corrections', 'entry', "'correction ' || id"],
    ['topic_states', 'published', "'topic ' || topic_id"],
    ['subscriptions', 'state', "'subscription to a hub of ' || source_id"],
    ['subscribers', 'state', "'subscriber to ' || self_url"],
    ['announcements', 'state', "'announcement of ' || self_url"],
  ].map(([table, column, name]) => ({
    what: `has an unreadable ${column}`,
    sql: `SELECT ${name} AS name FROM ${table} WHERE ${column} IS NOT NULL AND NOT json_valid(${column})`,
  })),
];

/** Holds the rows against each other: what code of ours promises beyond the foreign keys. */
export function auditRows(db: Connection, findings: Findings): void {
  findings.attempt('rows', 'references', () => auditReferences(db, findings));
  for (const { what, sql } of rules) {
    findings.attempt('rows', `rows asked whether one ${what}`, () => {
      const names = db.values<string>(`${sql} LIMIT ${namedMax + 1}`);
      for (const name of names.slice(0, namedMax)) findings.add('rows', name, what);
      if (names.length > namedMax) findings.add('rows', 'more rows', what);
    });
  }
}

/** Rows that point at one that is not there, by table. */
export function auditReferences(db: Connection, findings: Findings): void {
  const broken = new Map<string, number>();
  for (const { table, parent } of db.all<{ table: string; parent: string }>(
    'SELECT "table", parent FROM pragma_foreign_key_check LIMIT 10000',
  )) {
    const key = `${table} ${parent}`;
    broken.set(key, (broken.get(key) ?? 0) + 1);
  }
  for (const [key, count] of broken) {
    const [table = '', parent = ''] = key.split(' ');
    findings.add('rows', `table ${table}`, `points ${count} times at ${parent} that are not there`);
  }
}
