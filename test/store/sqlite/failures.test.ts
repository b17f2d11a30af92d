import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../src/store/sqlite/connect.ts';
import { isDamage, storeFailure } from '../../../src/store/sqlite/failures.ts';
import { createSqliteStore } from '../../../src/store/sqlite/store.ts';
import { aNewItem, anIntent } from '../../support/an-intent.ts';
import { anItem, seedMorning } from '../../support/an-item.ts';
import { aSource } from '../../support/sources.ts';
import { tempFolder } from '../../support/temp-store.ts';

async function aFile() {
  const file = path.join(await tempFolder(), 'araz.db');
  const db = connect({ file });
  onTestFinished(() => db.close());
  const store = createSqliteStore(db);
  await store.syncSources([aSource({ id: 'azertag' })], seedMorning);
  return { file, db, store };
}

describe('a store in trouble', () => {
  it('writes nothing on a full disk, reads on, and takes the same poll once there is room', async () => {
    const { db, store } = await aFile();
    const [lease] = await store.leaseDueSources({
      now: seedMorning,
      limit: 1,
      owner: 'w',
      ttlMs: 1,
    });
    if (!lease) throw new Error('nothing was leased');
    const writes = Array.from({ length: 50 }, (_, n) =>
      aNewItem(anItem({ title: `Report ${n}`, contentHtml: 'x'.repeat(20_000) })),
    );
    const intent = anIntent(lease, writes);
    const pages = db.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    db.get(`PRAGMA max_page_count = ${pages + 20}`);
    await expect(store.commitIngest(intent)).rejects.toMatchObject({
      name: 'AppError',
      code: 'io',
      message: expect.stringContaining('the disk is full'),
    });
    expect(await store.listItems(0, 9)).toEqual([]);
    expect(await store.listPolls(9)).toEqual([]);
    db.get('PRAGMA max_page_count = 1000000');
    expect((await store.commitIngest(intent)).kind).toBe('committed');
    expect(await store.listItems(0, 99)).toHaveLength(50);
  });

  it('says unavailable when another process holds the file, and goes on once it lets go', async () => {
    const { file, db, store } = await aFile();
    const other = connect({ file });
    onTestFinished(() => other.close());
    db.get('PRAGMA busy_timeout = 1');
    other.run('BEGIN IMMEDIATE');
    const refused = store.freezeAuthority('a');
    await expect(refused).rejects.toMatchObject({ name: 'AppError', code: 'unavailable' });
    expect(await store.listSourceStates()).toHaveLength(1);
    other.run('ROLLBACK');
    expect(await store.freezeAuthority('a')).toBe('a');
  });

  it('stops a foreign hand that removes a table with one clear error', async () => {
    const { db, store } = await aFile();
    db.run('DROP TABLE locks');
    const request = { name: 'run', owner: 'w', now: 1, ttlMs: 1 };
    await expect(store.acquireLock(request)).rejects.toMatchObject({
      name: 'AppError',
      code: 'internal',
      message: 'store: no such table: locks',
    });
  });
});

const ioFailure = (code: string) => Object.assign(new Error('disk I/O error'), { code });

describe('what a failure says of the file', () => {
  it.each(['SHMSIZE', 'WRITE', 'FSYNC', 'TRUNCATE'])(
    'is nothing where the disk was full: IOERR_%s',
    (kind) => {
      const error = ioFailure(`SQLITE_IOERR_${kind}`);
      expect(isDamage(error)).toBe(false);
      expect(isDamage(storeFailure(error))).toBe(false);
      expect(storeFailure(error)).toMatchObject({
        code: 'io',
        message: expect.stringContaining('how much room is left'),
      });
    },
  );

  it.each(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ'])(
    'is that it cannot be read: %s',
    (code) => {
      expect(isDamage(ioFailure(code))).toBe(true);
    },
  );
});
