import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BackupOutcome, backupStore } from '../../../src/app/backup/backup-store.ts';
import { storeFileOf } from '../../../src/store/open-store.ts';
import { aFullDesk, aReport, type ReportDesk } from '../../support/report-desk.ts';
import { tempFolder } from '../../support/temp-store.ts';

let desk: ReportDesk;
let folder: string;
let treeDir: string;

beforeEach(async () => {
  desk = await aFullDesk(5);
  await desk.publish(1, 2);
  folder = await tempFolder();
  treeDir = path.join(path.dirname(desk.file), 'public');
  mkdirSync(path.join(treeDir, 'topics'), { recursive: true });
});

const backup = (named: string, mayReplace = false): Promise<BackupOutcome> =>
  backupStore({
    store: storeFileOf(`sqlite:${desk.file}`),
    treeDir,
    named,
    mayReplace,
    onStep: () => {},
  });

const inFolder = (name: string): string => path.join(folder, name);

describe('a backup', () => {
  it('is whole, says what it holds, and nobody but its owner reads it', async () => {
    const file = inFolder('a.db');
    const outcome = await backup(file);
    expect(outcome).toMatchObject({
      kind: 'made',
      holdings: { items: 5, stories: 5, entries: 2, bytes: statSync(file).size },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.db']);
    expect(storeFileOf(`sqlite:${file}`).audit()).toMatchObject({ findings: [], itemsChecked: 5 });
  });

  it('holds what was committed and stands in the log only, and nothing that came later', async () => {
    await desk.tell(aReport(50));
    await backup(inFolder('a.db'));
    await desk.tell(aReport(51));
    expect(storeFileOf(`sqlite:${inFolder('a.db')}`).count().items).toBe(6);
  });

  it('holds no lock and no lease of the run that went on', async () => {
    const request = { name: 'worker', owner: 'a', now: 1, ttlMs: 1e15 };
    await desk.store.acquireLock(request);
    await desk.store.leaseDueSources({
      now: 1e15,
      limit: 9,
      owner: 'a',
      ttlMs: 1e15,
      ignoreDue: true,
    });
    await backup(inFolder('a.db'));
    const copy = new SqliteDatabase(inFolder('a.db'), { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM locks').pluck().get()).toBe(0);
    expect(copy.prepare('SELECT lease_owner FROM sources').pluck().all()).toEqual([null]);
    copy.close();
    expect(await desk.store.acquireLock({ ...request, owner: 'b' })).toMatchObject({
      kind: 'held',
    });
  });

  it('takes the place of another only when it may', async () => {
    writeFileSync(inFolder('a.db'), 'mine');
    await expect(backup(inFolder('a.db'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('--force'),
    });
    expect(readFileSync(inFolder('a.db'), 'utf8')).toBe('mine');
    expect(await backup(inFolder('a.db'), true)).toMatchObject({ kind: 'made' });
    expect(statSync(inFolder('a.db')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['standard output', () => '-', 'usage', 'name a file'],
    ['a folder', () => folder, 'usage', 'is a folder'],
    ['a folder that is not there', () => `${folder}/new/`, 'usage', 'is a folder'],
    ['a file in no folder', () => inFolder('none/a.db'), 'io', 'no such folder'],
    [
      'a file in the published tree',
      () => path.join(treeDir, 'topics/a.db'),
      'usage',
      'published tree',
    ],
    ['the store', () => desk.file, 'usage', 'the store itself'],
    ['the log of the store', () => `${desk.file}-wal`, 'usage', 'the store itself'],
    ['a device', () => '/dev/null', 'usage', 'not a plain file'],
  ])('is not written to %s', async (_, named, code, text) => {
    const before = statSync(desk.file).ino;
    await expect(backup(named(), true)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
    expect(statSync(desk.file).ino).toBe(before);
  });

  it('is not written into the published tree through a link either', async () => {
    symlinkSync(treeDir, inFolder('link'));
    await expect(backup(inFolder('link/a.db'))).rejects.toThrow(/published tree/);
    expect(readdirSync(treeDir)).toEqual(['topics']);
  });

  it('of a store that is not there is refused with what to do', async () => {
    const store = storeFileOf(`sqlite:${inFolder('none.db')}`);
    const request = { store, treeDir, named: inFolder('a.db'), mayReplace: false };
    await expect(backupStore({ ...request, onStep: () => {} })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('run a poll first'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a damaged store is not kept, and does not take the place of a good one', async () => {
    await backup(inFolder('a.db'));
    const good = readFileSync(inFolder('a.db'));
    const other = new SqliteDatabase(desk.file);
    other.exec("UPDATE items SET summary = 'Another' WHERE id = 3");
    other.close();
    expect(await backup(inFolder('a.db'), true)).toMatchObject({
      kind: 'damaged',
      findings: [{ part: 'items', where: expect.stringContaining('item 3') }],
    });
    expect(readFileSync(inFolder('a.db')).equals(good)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.db']);
  });

  it('sweeps away what a kill left days ago, and leaves what another is writing', async () => {
    for (const name of ['.old.db.aa.araz-copy', '.new.db.bb.araz-copy', '.old']) {
      writeFileSync(inFolder(name), '');
    }
    const daysAgo = Date.now() / 1_000 - 3 * 86_400;
    utimesSync(inFolder('.old.db.aa.araz-copy'), daysAgo, daysAgo);
    await backup(inFolder('a.db'));
    expect(existsSync(inFolder('.old.db.aa.araz-copy'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['.new.db.bb.araz-copy', '.old', 'a.db']);
  });
});
