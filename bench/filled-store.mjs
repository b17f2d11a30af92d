// Fills a database with millions of items in minutes: straight into its tables, in their order.
import SqliteDatabase from 'better-sqlite3';
import { openStore } from '../dist/store/open-store.js';
import { sources } from './reports.mjs';

export const day = 86_400_000;
export const itemsPerDay = 20_000;
/** Keys are loaded in so many sorted passes: pages are then about as full as after random arrival. */
const passes = 4;
const permanentKinds = [0, 1, 2, 3];

/** First of the kinds that are looked up in the window only, as the store counts kinds. */
const windowedFrom = 4;
/** A packed key: one byte of kind and eight of hash. */
const packedBytes = 9;
/** Rows of one statement: calling into SQLite costs more than a row does. */
const rowsPerInsert = 100;

/**
 * Writes the packed keys of all recent items to a file of their own, in the order in which stores
 * take them in: sorted once, however many stores are filled.
 */
export function writeKeys(file, recent) {
  const db = openBare(file);
  db.exec('CREATE TEMP TABLE loaded (hash INTEGER, kind INTEGER, item INTEGER, day INTEGER)');
  const insertOf = (rows) =>
    db.prepare(`INSERT INTO loaded VALUES ${Array(rows).fill('(?, ?, ?, ?)').join(', ')}`);
  const insert = insertOf(rowsPerInsert);
  let row = [];
  db.transaction(() => {
    for (const [item, { keys, published }] of recent.entries()) {
      const bytes = Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength);
      for (let at = 0; at < bytes.length; at += packedBytes) {
        row.push(bytes.readBigInt64BE(at + 1), bytes[at], item, Math.floor(published / day));
        if (row.length < rowsPerInsert * 4) continue;
        insert.run(row);
        row = [];
      }
    }
    if (row.length > 0) insertOf(row.length / 4).run(row);
  })();
  for (let pass = 0; pass < passes; pass += 1) {
    db.exec(`CREATE TABLE pass_${pass} AS SELECT hash, kind, item, day FROM loaded
      WHERE item % ${passes} = ${pass} ORDER BY hash, kind, item`);
  }
  db.close();
}

function openBare(file) {
  const db = new SqliteDatabase(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -1000000');
  db.pragma('foreign_keys = OFF');
  return db;
}

/**
 * A store of `total` items that ends at `end`: the newest are `recent` with their texts and all their
 * keys (the last of those in `keysFile`), one older for each number before them without a text and
 * with random keys.
 */
export async function fillStore(file, total, recent, end, keysFile) {
  const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
  await store.syncSources(sources, end);
  await store.close();
  const db = openBare(file);
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all()
    .filter(({ name }) => /^(items|sightings)_/.test(name));
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  fillOlder(db, total - recent.length, end - recent.length * (day / itemsPerDay));
  fillRecent(db, total - recent.length, recent);
  fillKeys(db, total - recent.length, recent.length, keysFile);
  for (const { sql } of indexes) db.exec(sql);
  db.exec('PRAGMA optimize');
  db.pragma('journal_mode = WAL');
  db.close();
}

function fillOlder(db, count, end) {
  if (count === 0) return;
  const step = day / itemsPerDay;
  db.exec(`CREATE TEMP TABLE numbers AS
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT i, lower(hex(randomblob(10))) AS story FROM n`);
  db.exec(`INSERT INTO stories (id, entry_id, created_at)
    SELECT story, 'tag:bench.example,2026:story/' || story, ${end} - (${count} - i) * ${step}
    FROM numbers ORDER BY story`);
  db.exec(`INSERT INTO items (id, source_id, story_id, language, country, first_seen_at, revised_at,
      published, is_published_estimated, guid, link, content_hash, keys, title, summary, authors,
      categories, enclosures, content_html)
    SELECT i, 'source-' || (i % ${sources.length}), story, 'en', 'AZ', t, t, t, 0, 'guid-' || i,
      'https://source-' || (i % ${sources.length}) || '.example/news/' || i,
      hex(randomblob(32)), randomblob(36), 'A headline of the usual length, number ' || i, '', '[]',
      '[]', '[]', ''
    FROM (SELECT i, story, ${end} - (${count} - i) * ${step} AS t FROM numbers) ORDER BY i`);
  db.exec(`INSERT INTO sightings (item_id, source_id, first_seen_at, last_seen_at, stage)
    SELECT id, source_id, first_seen_at, first_seen_at, 1 FROM items ORDER BY id`);
  db.exec('DROP TABLE numbers');
  const kinds = permanentKinds.map((kind) => `(${kind})`).join(', ');
  for (let pass = 0; pass < passes; pass += 1) {
    db.exec(`INSERT INTO item_keys (hash, kind, item_id)
      SELECT random() AS hash, k.column1, id FROM items, (VALUES ${kinds}) AS k
      WHERE id % ${passes} = ${pass} ORDER BY 1, 2, 3`);
  }
}

/** `recent`: items as the line makes them, oldest first. */
function fillRecent(db, before, recent) {
  const story = db.prepare('INSERT INTO stories (id, entry_id, created_at) VALUES (?, ?, ?)');
  const item = db.prepare(`INSERT INTO items (source_id, story_id, language, country,
      first_seen_at, revised_at, published, is_published_estimated, guid, link, content_hash, keys,
      title, summary, authors, categories, enclosures, content_html)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, '[]', '[]', '[]', '')`);
  const sighting = db.prepare('INSERT INTO sightings VALUES (?, ?, ?, ?, 0)');
  db.transaction(() => {
    recent.forEach((given, index) => {
      const { sourceId, language, country, published: at, guid, link, contentHash } = given;
      const storyId = `recent${String(before + index).padStart(14, '0')}`;
      story.run(storyId, `tag:bench.example,2026:story/${storyId}`, at);
      const { lastInsertRowid: id } = item.run(
        ...[sourceId, storyId, language, country, at, at, at, guid, link, contentHash],
        ...[given.keys, given.title, given.summary],
      );
      sighting.run(id, sourceId, at, at);
    });
  })();
}

function recentCount(db) {
  const counts = Array.from({ length: passes }, (_, pass) =>
    db.prepare(`SELECT ifnull(max(item), -1) + 1 FROM recent.pass_${pass}`).pluck().get(),
  );
  return Math.max(...counts);
}

/** Keys of the last `count` of the items in the file, which stand behind `before` others. */
function fillKeys(db, before, count, keysFile) {
  db.prepare('ATTACH ? AS recent').run(keysFile);
  const first = recentCount(db) - count;
  for (let pass = 0; pass < passes; pass += 1) {
    const rows = `item - ${first} + ${before} + 1 AS id, day FROM recent.pass_${pass}
      WHERE item >= ${first}`;
    db.exec(`INSERT OR IGNORE INTO item_keys (hash, kind, item_id)
      SELECT hash, kind, id FROM (SELECT hash, kind, ${rows} AND kind < ${windowedFrom})`);
    db.exec(`INSERT OR IGNORE INTO window_keys (hash, kind, item_id, day)
      SELECT hash, kind, id, day FROM (SELECT hash, kind, ${rows} AND kind >= ${windowedFrom})`);
  }
  db.exec('DETACH recent');
}

/** Bytes of the file that hold keys, averaged over the items. */
export function keyBytesPerItem(file) {
  const db = new SqliteDatabase(file, { readonly: true });
  const sum = "SELECT sum(pgsize) FROM dbstat WHERE name IN ('item_keys', 'window_keys')";
  const bytes = db.prepare(sum).pluck().get();
  const items = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'items'").pluck().get();
  db.close();
  return bytes / items;
}
