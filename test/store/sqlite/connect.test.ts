import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fullTrust } from '../../../src/domain/identity-trust.ts';
import {
  type ConnectOptions,
  checkSqliteVersion,
  connect,
} from '../../../src/store/sqlite/connect.ts';
import type { Connection } from '../../../src/store/sqlite/connection.ts';
import { type Migration, migrations } from '../../../src/store/sqlite/schema.ts';
import { tempFolder } from '../../support/temp-store.ts';

async function tempFile(): Promise<string> {
  return path.join(await tempFolder(), 'araz.db');
}

function open(options: ConnectOptions): Connection {
  const db = connect(options);
  onTestFinished(() => db.close());
  return db;
}

function pragma(db: Connection, name: string): unknown {
  return Object.values(db.get<object>(`PRAGMA ${name}`) ?? {})[0];
}

const twoSteps: readonly Migration[] = [
  ...migrations,
  { name: 'notes', sql: "CREATE TABLE notes (text TEXT) STRICT; INSERT INTO notes VALUES ('a');" },
];

describe('a connection', () => {
  it('makes files that nobody but their owner reads, and leaves the mode of one that stands', async () => {
    const file = await tempFile();
    const modes = () => [file, `${file}-wal`].map((name) => statSync(name).mode & 0o777);
    const first = connect({ file });
    expect(modes()).toEqual([0o600, 0o600]);
    first.close();
    chmodSync(file, 0o640);
    open({ file });
    expect(modes()).toEqual([0o640, 0o640]);
  });

  it('answers rows and values of one text, in whichever order they are asked for', () => {
    const db = open({ file: ':memory:' });
    const sql = 'SELECT ? AS a';
    expect(db.values(sql, 1)).toEqual([1]);
    expect(db.get(sql, 2)).toEqual({ a: 2 });
    expect(db.values(sql, 3)).toEqual([3]);
    expect(db.all(sql, 4)).toEqual([{ a: 4 }]);
  });
});

describe('connect', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 5_000],
    ['journal_size_limit', 67_108_864],
    ['wal_autocheckpoint', 8_000],
    ['auto_vacuum', 2],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['application_id', 0x4172617a],
    ['user_version', migrations.length],
  ])('opens a new file with %s %s', async (name, value) => {
    expect(pragma(open({ file: await tempFile() }), name)).toBe(value);
  });

  it('opens each database in memory for itself, up to date and empty', () => {
    const [first, second] = [open({ file: ':memory:' }), open({ file: ':memory:' })];
    first.run("INSERT INTO meta VALUES ('authority', 'first')");
    const third = open({ file: ':memory:', steps: twoSteps });
    expect(second.all('SELECT * FROM meta')).toEqual([]);
    expect(pragma(second, 'user_version')).toBe(migrations.length);
    expect(pragma(second, 'foreign_keys')).toBe(1);
    expect(third.all('SELECT text FROM notes')).toEqual([{ text: 'a' }]);
    expect(third.all('SELECT * FROM meta')).toEqual([]);
  });

  it('has every table of the design', async () => {
    const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    const names = open({ file: await tempFile() }).all<{ name: string }>(`${sql} ORDER BY name`);
    expect(names.map(({ name }) => name)).toEqual([
      'act_topics',
      'acts',
      'announcements',
      'archive_edits',
      'archive_entries',
      'archive_pages',
      'corrections',
      'editions',
      'entries',
      'item_keys',
      'item_revisions',
      'item_seals',
      'items',
      'locks',
      'matches',
      'meta',
      'months_due',
      'moves',
      'polls',
      'receipts_due',
      'retractions',
      'search',
      'search_config',
      'search_data',
      'search_docsize',
      'search_due',
      'search_idx',
      'sightings',
      'source_sentences',
      'sources',
      'stories',
      'story_pairs',
      'subscribers',
      'subscriptions',
      'tombstones',
      'topic_states',
      'tree_entries',
      'tree_keys',
      'tree_stories',
      'window_keys',
    ]);
  });

  it('applies steps that are missing and keeps what is stored', async () => {
    const file = await tempFile();
    const first = connect({ file });
    first.run("INSERT INTO meta VALUES ('authority', 'kept')");
    first.close();
    const db = open({ file, steps: twoSteps });
    expect(pragma(db, 'user_version')).toBe(migrations.length + 1);
    expect(db.all('SELECT value FROM meta')).toEqual([{ value: 'kept' }]);
    expect(db.all('SELECT text FROM notes')).toEqual([{ text: 'a' }]);
  });

  it('keeps a copy of before beside the file, of the last change only, for its owner alone', async () => {
    const file = await tempFile();
    const first = connect({ file });
    first.run("INSERT INTO meta VALUES ('authority', 'kept')");
    first.close();
    expect(readdirSync(path.dirname(file))).toEqual(['araz.db']);
    const kept = `araz.db.before-schema-${migrations.length}`;
    connect({ file, steps: twoSteps }).close();
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['araz.db', kept]);
    const copy = path.join(path.dirname(file), kept);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const former = new SqliteDatabase(copy, { readonly: true });
    onTestFinished(() => {
      former.close();
    });
    expect(former.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(former.prepare('SELECT value FROM meta').pluck().all()).toEqual(['kept']);
    expect(
      former.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").get(),
    ).toBeUndefined();
    const third = { name: 'more', sql: 'CREATE TABLE more (a TEXT)' };
    connect({ file, steps: [...twoSteps, third] }).close();
    const names = readdirSync(path.dirname(file)).toSorted();
    expect(names).toEqual(['araz.db', `araz.db.before-schema-${migrations.length + 1}`]);
  });

  it('changes nothing where no copy can be made before', async () => {
    const file = await tempFile();
    connect({ file }).close();
    // A folder that is not empty cannot make way for the copy, as a full disk has no room for it.
    const taken = `${file}.before-schema-${migrations.length}`;
    mkdirSync(path.join(taken, 'inner'), { recursive: true });
    const before = readFileSync(file);
    expect(() => connect({ file, steps: twoSteps })).toThrow(
      expect.objectContaining({
        code: 'io',
        message: expect.stringMatching(/no copy.*nothing was/),
      }),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['araz.db', path.basename(taken)]);
  });

  it('applies no step twice', async () => {
    const file = await tempFile();
    connect({ file, steps: twoSteps }).close();
    expect(open({ file, steps: twoSteps }).all('SELECT text FROM notes')).toHaveLength(1);
  });

  it('carries distrust of guids and links over into grades', async () => {
    const file = await tempFile();
    const at = migrations.findIndex(({ name }) => name === 'trust in identities');
    const before = connect({ file, steps: migrations.slice(0, at) });
    const states = [
      { sourceId: 'a', isGuidDistrusted: true, isLinkDistrusted: false },
      { sourceId: 'b', isGuidDistrusted: false, isLinkDistrusted: true, lastMessage: 'سلام' },
    ];
    for (const state of states) {
      before.run(
        "INSERT INTO sources (id, url, is_declared, is_enabled, status, next_due_at, state) VALUES (?, 'https://a.example/', 1, 1, 'ok', 0, ?)",
        state.sourceId,
        JSON.stringify(state),
      );
    }
    before.close();
    const stored = open({ file }).values<string>('SELECT state FROM sources ORDER BY id');
    const nothing = { points: 0, grade: 'none' };
    expect(stored.map((state) => JSON.parse(state))).toEqual([
      { sourceId: 'a', trust: { ...fullTrust, guid: nothing } },
      { sourceId: 'b', lastMessage: 'سلام', trust: { ...fullTrust, link: nothing } },
    ]);
  });

  it('leaves the version and the tables of before when a step fails half-way', async () => {
    const file = await tempFile();
    connect({ file }).close();
    const broken = {
      name: 'broken',
      sql: 'CREATE TABLE half (a TEXT); CREATE TABLE half (a TEXT);',
    };
    expect(() => connect({ file, steps: [...twoSteps, broken] })).toThrow(/half already exists/);
    const db = open({ file });
    expect(pragma(db, 'user_version')).toBe(migrations.length);
    expect(db.get("SELECT 1 FROM sqlite_schema WHERE name = 'half'")).toBeUndefined();
    expect(db.get("SELECT 1 FROM sqlite_schema WHERE name = 'notes'")).toBeUndefined();
  });

  it.each([{ readOnly: false }, { readOnly: true }])(
    'refuses a file of a newer version and leaves it as it is (readOnly: $readOnly)',
    async ({ readOnly }) => {
      const file = await tempFile();
      connect({ file, steps: twoSteps }).close();
      const before = readFileSync(file);
      expect(() => connect({ file, readOnly })).toThrow(
        expect.objectContaining({ code: 'config', message: expect.stringContaining('newer Araz') }),
      );
      expect(readFileSync(file).equals(before)).toBe(true);
    },
  );

  it('leaves a newer file as it is though a log stands beside it', async () => {
    const file = await tempFile();
    const newer = open({ file, steps: twoSteps });
    newer.run("INSERT INTO notes VALUES ('only in the log')");
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    expect(() => connect({ file })).toThrow(/newer Araz/);
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
  });

  it('refuses a database of another program and leaves it as it is', async () => {
    const file = await tempFile();
    const other = new SqliteDatabase(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(() => connect({ file })).toThrow(/another program/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a file that is no database', async () => {
    const file = await tempFile();
    writeFileSync(file, 'This is a letter, and a long one at that. '.repeat(50));
    expect(() => connect({ file })).toThrow(expect.objectContaining({ code: 'io' }));
    expect(readFileSync(file, 'utf8')).toMatch(/^This is a letter/);
  });

  it('takes an empty file for a new database', async () => {
    const file = await tempFile();
    writeFileSync(file, '');
    expect(pragma(open({ file }), 'user_version')).toBe(migrations.length);
  });

  it('says that a file to be read waits for its update', async () => {
    const file = await tempFile();
    connect({ file }).close();
    expect(() => connect({ file, readOnly: true, steps: twoSteps })).toThrow(
      expect.objectContaining({ code: 'unavailable' }),
    );
  });

  it('says how to build the native addon when it is missing', async () => {
    const file = await tempFile();
    expect(() => connect({ file, addon: '/nowhere/better_sqlite3.node' })).toThrow(
      expect.objectContaining({
        code: 'config',
        message: expect.stringMatching(/npm rebuild better-sqlite3.*allowScripts/),
      }),
    );
  });

  it('refuses a folder in place of a file', async () => {
    const file = await tempFolder();
    expect(() => connect({ file })).toThrow(expect.objectContaining({ code: 'io' }));
  });

  it.each([
    ['3.51.2', false],
    ['3.7.0', false],
    ['3.40.1', false],
    ['3.51.3', true],
    ['3.53.2', true],
    ['4.0.0', true],
  ])('SQLite %s is fit: %s', (version, isFit) => {
    if (isFit) expect(() => checkSqliteVersion(version)).not.toThrow();
    else expect(() => checkSqliteVersion(version)).toThrow(/3\.51\.3 or newer is needed/);
  });
});
