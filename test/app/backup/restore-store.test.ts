import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type RestoreOutcome, restoreStore } from '../../../src/app/backup/restore-store.ts';
import { acquireRunLock } from '../../../src/app/run-lock.ts';
import { openStore, storeFileOf } from '../../../src/store/open-store.ts';
import { connect } from '../../../src/store/sqlite/connect.ts';
import { migrations } from '../../../src/store/sqlite/schema.ts';
import { memoryLog } from '../../support/an-app.ts';
import { seedMorning } from '../../support/an-item.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { aFullDesk, aReport, type ReportDesk } from '../../support/report-desk.ts';
import { tempFolder } from '../../support/temp-store.ts';

const clock = fixedClock(seedMorning);
const former = 'araz.db.before-restore-20260207T090000Z';

let desk: ReportDesk;
let dataDir: string;
let backup: string;

/** A store of six reports, and a backup of the time when there were five. */
beforeEach(async () => {
  desk = await aFullDesk(5);
  dataDir = path.dirname(desk.file);
  backup = (await desk.copy()).file;
  await desk.tell(aReport(50));
});

const restore = (named = backup, mayBeDamaged = false): Promise<RestoreOutcome> =>
  restoreStore({
    named,
    store: storeFileOf(`sqlite:${desk.file}`),
    clock,
    log: memoryLog(),
    mayBeDamaged,
    onStep: () => {},
  });

const itemsIn = (file: string): number => storeFileOf(`sqlite:${file}`).count().items;
const inData = (name: string): string => path.join(dataDir, name);

describe('a backup that is put back', () => {
  it('is the store, for whoever has it open too, and the one of before stands beside it', async () => {
    expect(await restore()).toMatchObject({
      kind: 'restored',
      holdings: { items: 5 },
      former: inData(former),
      findings: [],
    });
    expect(await desk.store.listItems(0, 99)).toHaveLength(5);
    expect([itemsIn(desk.file), itemsIn(inData(former)), itemsIn(backup)]).toEqual([5, 6, 5]);
    await desk.tell(aReport(51));
    expect(desk.findings()).toEqual([]);
    const names = readdirSync(dataDir).filter((name) => !/-(?:wal|shm)$/.test(name));
    expect(names).toEqual(['araz.db', former]);
  });

  it('leaves no lock behind, neither its own nor that of the backup', async () => {
    const copy = new SqliteDatabase(backup);
    copy.exec("INSERT INTO locks VALUES ('worker', 'a/b/1/c', 1, 1e15)");
    copy.exec("UPDATE sources SET lease_owner = 'a/b/1/c', lease_until = 1e15");
    copy.close();
    await restore();
    await (await acquireRunLock(desk.store, clock, memoryLog())).release();
    const ask = { now: 1e15, limit: 9, owner: 'x', ttlMs: 1, ignoreDue: true };
    expect(await desk.store.leaseDueSources(ask)).toHaveLength(1);
  });

  it('is refused while another run holds the store, which goes on', async () => {
    const lock = await acquireRunLock(desk.store, clock, memoryLog());
    await expect(restore()).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await desk.store.listItems(0, 99)).toHaveLength(6);
    expect(existsSync(inData(former))).toBe(false);
    await lock.release();
    expect(await restore()).toMatchObject({ kind: 'restored' });
  });

  it('brings a store to a folder that has none, or does not exist', async () => {
    const file = path.join(await tempFolder(), 'new/araz.db');
    const request = { named: backup, clock, log: memoryLog(), mayBeDamaged: false };
    const store = storeFileOf(`sqlite:${file}`);
    const outcome = await restoreStore({ ...request, store, onStep: () => {} });
    expect(outcome).not.toHaveProperty('former');
    expect(itemsIn(file)).toBe(5);
  });

  it('takes the place of a store that cannot be read, whose files are kept as they are', async () => {
    await desk.store.close();
    const noise = Buffer.alloc(8_192, 'noise');
    for (const end of ['', '-wal']) writeFileSync(desk.file + end, noise);
    expect(await restore()).toMatchObject({ kind: 'restored', former: inData(former) });
    expect(itemsIn(desk.file)).toBe(5);
    const kept = readdirSync(dataDir).filter((name) => !name.endsWith('-shm'));
    expect(kept.toSorted()).toEqual(['araz.db', former, `${former}-wal`]);
    for (const end of ['', '-wal']) expect(readFileSync(inData(former) + end)).toEqual(noise);
    expect(desk.findings()).toEqual([]);
  });

  it('takes the place of a store with a torn page, whose bytes are kept', async () => {
    await desk.store.close();
    const bytes = readFileSync(desk.file);
    const at = bytes.indexOf('Report 3');
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 4096);
    writeFileSync(desk.file, bytes);
    expect(await restore()).toMatchObject({ kind: 'restored' });
    expect(desk.findings()).toEqual([]);
    expect(readFileSync(inData(former)).includes(Buffer.alloc(4_096, 0xff))).toBe(true);
  });

  it('takes the place of a store that a newer Araz wrote, as a way back', async () => {
    await desk.store.close();
    const newer = [...migrations, { name: 'more', sql: 'CREATE TABLE more (a TEXT)' }];
    connect({ file: desk.file, steps: newer }).close();
    expect(await restore()).toMatchObject({ kind: 'restored' });
    expect(itemsIn(desk.file)).toBe(5);
  });

  it('may be of an earlier schema, and is brought up to date when it is opened', async () => {
    const file = path.join(await tempFolder(), 'old.db');
    connect({ file, steps: migrations.slice(0, -2) }).close();
    expect(await restore(file)).toMatchObject({ kind: 'restored', holdings: { items: 0 } });
    await desk.store.close();
    const store = await openStore({ url: `sqlite:${desk.file}`, inProcess: true });
    onTestFinished(() => store.close());
    expect(await store.listItems(0, 9)).toEqual([]);
  });
});

describe('what is no whole backup', () => {
  it.each([
    ['that is not there', () => `${backup}-none`, 'not-found', 'no such file'],
    ['that is a folder', () => path.dirname(backup), 'usage', 'is a folder'],
    ['that is the store itself', () => desk.file, 'usage', 'the store itself'],
    ['that is a letter', () => aFile('A letter. '.repeat(999)), 'config', 'is no database'],
    ['that is empty', () => aFile(''), 'config', 'is no database'],
    ['of another program', aRecipeBook, 'config', 'another program'],
    ['of a newer Araz', aNewerStore, 'config', 'newer Araz'],
    ['without a store in it', anEmptyDatabase, 'config', 'holds no store'],
  ])('is refused: a file %s', async (_, named, code, text) => {
    await expect(restore(named())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
    await expectUntouched();
  });

  it('is refused, with what is wrong, where a text was changed; and taken when it must be', async () => {
    const copy = new SqliteDatabase(backup);
    copy.exec("UPDATE items SET title = 'Another' WHERE id = 2");
    copy.close();
    const findings = [expect.objectContaining({ where: expect.stringContaining('item 2') })];
    expect(await restore()).toEqual({ kind: 'damaged', findings });
    await expectUntouched();
    expect(await restore(backup, true)).toMatchObject({ kind: 'restored', findings });
    expect((await desk.store.findItem(2))?.title).toBe('Another');
  });

  it('is refused where the file was cut', async () => {
    const bytes = readFileSync(backup);
    writeFileSync(backup, bytes.subarray(0, bytes.length >> 1));
    expect(await restore()).toMatchObject({ kind: 'damaged' });
    await expectUntouched();
  });

  it('is an error of the disk where it may not be read', async () => {
    chmodSync(backup, 0);
    for (const folder of [path.dirname(backup), dataDir]) chmodSync(folder, 0o755);
    await asNobody(() => expect(restore()).rejects.toMatchObject({ code: 'io' }));
  });
});

/** Root may read everything: for so long it is nobody in particular. */
async function asNobody(work: () => Promise<unknown>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

async function expectUntouched(): Promise<void> {
  expect(await desk.store.listItems(0, 99)).toHaveLength(6);
  const names = readdirSync(dataDir).filter((name) => !/-(?:wal|shm)$/.test(name));
  expect(names).toEqual(['araz.db']);
}

function aFile(text: string): string {
  const folder = path.join(path.dirname(backup), 'other');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const file = path.join(folder, 'a.db');
  if (text !== 'none') writeFileSync(file, text);
  return file;
}

function aRecipeBook(): string {
  const file = aFile('none');
  const other = new SqliteDatabase(file);
  other.exec('CREATE TABLE recipes (name TEXT)');
  other.close();
  return file;
}

function anEmptyDatabase(): string {
  const file = aFile('none');
  const other = new SqliteDatabase(file);
  other.exec('CREATE TABLE a (b TEXT); DROP TABLE a');
  other.close();
  return file;
}

function aNewerStore(): string {
  const file = aFile('none');
  const more = { name: 'more', sql: 'CREATE TABLE more (a TEXT)' };
  connect({ file, steps: [...migrations, more] }).close();
  return file;
}
