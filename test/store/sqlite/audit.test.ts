import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day } from '../../../src/domain/instant.ts';
import { openStore, storeFileOf } from '../../../src/store/open-store.ts';
import { connect } from '../../../src/store/sqlite/connect.ts';
import { migrations } from '../../../src/store/sqlite/schema.ts';
import { pruneAll } from '../../contract/retention.contract.ts';
import { aKnownItem } from '../../support/an-intent.ts';
import { anItem, seedMorning } from '../../support/an-item.ts';
import { aFullDesk, aReport, ReportDesk, topicId } from '../../support/report-desk.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { tempFolder } from '../../support/temp-store.ts';

describe('a store that is whole', () => {
  it('is found whole while it is new', async () => {
    const desk = await ReportDesk.open();
    expect(desk.findings()).toEqual([]);
  });

  it('is found whole while somebody has it open and writes', async () => {
    const desk = await aFullDesk();
    const audit = storeFileOf(`sqlite:${desk.file}`).audit();
    expect(audit).toMatchObject({ findings: [], itemsChecked: 60, itemsUnsealed: 0 });
  });

  it('is found whole after an item was revised, twice', async () => {
    const desk = await aFullDesk(3);
    for (const title of ['Corrected', 'Corrected again']) {
      desk.now += day;
      const item = anItem({ sourceId: 'azertag', title, summary: '', contentHash: title });
      await desk.tell(aKnownItem(item, 2, { isRevision: true }));
    }
    expect((await desk.store.findItem(2))?.title).toBe('Corrected again');
    expect(desk.findings()).toEqual([]);
  });

  it('is found whole after retention took texts and stories, and when one comes back', async () => {
    const desk = await aFullDesk(5);
    await desk.publish(1, 2);
    desk.now += day;
    await desk.tell(aReport(100));
    await pruneAll(desk.store, seedMorning + 40 * day, { retentionMs: 30 * day });
    expect(await desk.store.findItem(3)).toMatchObject({ isPruned: true });
    expect(desk.findings()).toEqual([]);
    desk.now += 41 * day;
    await desk.tell(aKnownItem(aReport(2).item, 3));
    expect(desk.findings()).toEqual([]);
    await pruneAll(desk.store, seedMorning + 300 * day, { retentionMs: 30 * day });
    expect(await desk.store.findItem(4)).toBeUndefined();
    expect(desk.findings()).toEqual([]);
  });

  it('is found whole after a retraction, a split and a join', async () => {
    const desk = await aFullDesk(6);
    await desk.publish(1, 2);
    const storyOf = async (id: number) => (await desk.store.findItem(id))?.storyId ?? '';
    const editor = { at: desk.now, by: 'Ann', reason: 'test' };
    const [first, second, third] = [await storyOf(1), await storyOf(2), await storyOf(3)];
    await desk.store.commitAct({ kind: 'retract', storyId: first, ...editor });
    await desk.store.commitMove({ kind: 'join', storyIds: [second, third], ...editor });
    expect(await storyOf(3)).toBe(second);
    expect(desk.findings()).toEqual([]);
  });

  it('is found whole when its texts are older than seals, and says that they have none yet', async () => {
    const file = await anEarlierStore();
    expect(storeFileOf(`sqlite:${file}`).audit()).toMatchObject({
      findings: [],
      itemsChecked: 0,
      itemsUnsealed: 2,
    });
    const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
    onTestFinished(() => store.close());
    const counts = () => storeFileOf(`sqlite:${file}`).audit();
    expect(counts()).toMatchObject({ findings: [], itemsChecked: 2, itemsUnsealed: 2 });
    expect(await store.sealItems(1)).toBe(1);
    expect(counts()).toMatchObject({ findings: [], itemsChecked: 2, itemsUnsealed: 1 });
    expect([await store.sealItems(9), await store.sealItems(9), await store.sealItems(9)]).toEqual([
      1, 0, 0,
    ]);
    expect(counts()).toMatchObject({ findings: [], itemsChecked: 2, itemsUnsealed: 0 });
  });
});

/** Two items as they were stored before there were seals. */
async function anEarlierStore(): Promise<string> {
  const file = path.join(await tempFolder(), 'araz.db');
  const at = migrations.findIndex(({ name }) => name === 'seals of texts');
  const db = connect({ file, steps: migrations.slice(0, at) });
  db.run(
    "INSERT INTO sources (id, url, is_declared, is_enabled, status, next_due_at, state) VALUES ('a', 'https://a.example/', 1, 1, 'ok', 0, '{}')",
  );
  for (const id of [1, 2]) {
    db.run(
      'INSERT INTO stories (id, entry_id, created_at) VALUES (?, ?, 0)',
      `s${id}`,
      `tag:${id}`,
    );
    db.run(
      `INSERT INTO items (id, source_id, story_id, language, country, first_seen_at, revised_at,
         published, is_published_estimated, content_hash, keys, title, summary, authors, categories,
         enclosures, content_html)
       VALUES (?, 'a', ?, 'en', 'AZ', 0, 0, 0, 0, '', x'', 'A title', '', '[]', '[]', '[]', '')`,
      id,
      `s${id}`,
    );
    db.run(
      'INSERT INTO sightings (item_id, source_id, first_seen_at, last_seen_at) VALUES (?, ?, 0, 0)',
      id,
      'a',
    );
  }
  db.close();
  return file;
}

/** Every text as its bytes stand in the file, or undefined when they cannot be read. */
function textsOf(file: string): string | undefined {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    const rows = db
      .prepare('SELECT hex(title) || hex(summary) || hex(content_html) || hex(guid) FROM items')
      .pluck()
      .all();
    return rows.join();
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}

function flip(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ (1 << bit)]), 0, 1, at);
  closeSync(handle);
}

describe('a store of which the disk has changed a byte', () => {
  it('is found out in 99 of 100 flips that change a text, and nothing throws at any flip', async () => {
    const { file, store } = await (await aFullDesk(24)).copy();
    const [before, size] = [textsOf(file), statSync(file).size];
    const random = seededRandom(20_260_207);
    const missed: number[] = [];
    let altered = 0;
    while (altered < 200) {
      // Behind the header, which says whose file it is: a flip there makes it another program's.
      const at = 100 + Math.floor(random() * (size - 100));
      const bit = Math.floor(random() * 8);
      flip(file, at, bit);
      const { findings } = store.audit();
      if (textsOf(file) !== before) {
        altered += 1;
        if (findings.length === 0) missed.push(at);
      }
      flip(file, at, bit);
    }
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(store.audit().findings).toEqual([]);
  });

  it('names the item and says what to do', async () => {
    const { file, store } = await (await aFullDesk()).copy();
    const at = readFileSync(file).indexOf('Report 17');
    flip(file, at, 0);
    expect(store.audit().findings).toEqual([
      {
        part: 'items',
        where: expect.stringMatching(/^item 18 of azertag, https:/),
        what: expect.stringContaining('not as it was stored'),
        cure: expect.stringContaining('restore the newest backup'),
      },
    ]);
  });

  it('is found out in a former text and in an archive page too', async () => {
    const desk = await aFullDesk(3);
    desk.now += day;
    const item = anItem({ sourceId: 'azertag', title: 'Corrected', contentHash: 'corrected' });
    await desk.tell(aKnownItem(item, 2, { isRevision: true }));
    const body = 'a page of the archive '.repeat(9);
    const page = { topicId, variant: 'all', number: 1, body, updated: 1, carries: [] };
    await desk.store.commitEdition({ topicId, entries: [], editions: [], pages: [page] });
    const { file, store } = await desk.copy();
    const db = new SqliteDatabase(file);
    db.exec("UPDATE item_revisions SET summary = 'Another'");
    db.exec('UPDATE archive_pages SET body = substr(body, 1, length(body) - 4)');
    db.close();
    expect(store.audit().findings.map(({ part, where }) => `${part}: ${where}`)).toEqual([
      'archive: archive page 1 of azerbaijan-iran, all',
      expect.stringMatching(/^items: former text 1 of item 2/),
    ]);
  });

  it('is found out where a whole page is lost, without a word about what is still there', async () => {
    const { file, store } = await (await aFullDesk()).copy();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Report 30');
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 4096);
    writeFileSync(file, bytes);
    const { findings } = store.audit();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ cure }) => cure.includes('restore'))).toBe(true);
    expect(findings.length).toBeLessThan(80);
  });

  it.each([
    ['a file that was cut', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['a file of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['a file of noise behind its first page', noisy],
  ])('is a finding and no crash: %s', async (_, damage) => {
    const { file, store } = await (await aFullDesk(10)).copy();
    writeFileSync(file, damage(readFileSync(file)));
    expect(store.audit().findings.length).toBeGreaterThan(0);
  });
});

function noisy(bytes: Buffer): Buffer {
  const random = seededRandom(7);
  return bytes.map((byte, at) => (at < 4096 ? byte : random() * 256)) as Buffer;
}

describe('rows that do not go together', () => {
  it.each([
    [
      'a match under another story',
      "UPDATE matches SET story_id = 'other' WHERE item_id = 1",
      'item 1',
    ],
    ['an item without a sighting', 'DELETE FROM sightings WHERE item_id = 2', 'item 2'],
    ['an item that is gone', 'DELETE FROM items WHERE id = 3', 'item 3'],
    ['an entry under another story', "UPDATE entries SET story_id = 'other'", 'story other in'],
    ['an id of another authority', "UPDATE stories SET entry_id = 'tag:x,2026:y'", 'story other'],
    ['evidence that is no JSON', "UPDATE matches SET evidence = '{' WHERE item_id = 4", 'match of'],
    ['a lost seal', 'DELETE FROM item_seals WHERE item_id = 5', 'item 5'],
    [
      'an entry of a retracted story',
      `INSERT INTO acts (id, at, by_whom, kind, story_id, reason) VALUES (1, 1, 'Ann', 'retract', 'other', '');
       INSERT INTO retractions SELECT story_id, 1 FROM entries`,
      'story s',
    ],
    [
      'an archive page that is missing',
      `INSERT INTO archive_entries VALUES ('${topicId}', 'all', 'other', 2, 1)`,
      'archive page 2',
    ],
    [
      'a table that points at nothing',
      "UPDATE sightings SET source_id = 'nobody' WHERE item_id = 1",
      'table sightings',
    ],
  ])('are found: %s', async (_, sql, where) => {
    const desk = await aFullDesk(6);
    await desk.publish(1);
    const { file, store } = await desk.copy();
    const db = new SqliteDatabase(file);
    db.pragma('foreign_keys = OFF');
    db.exec(`DROP TRIGGER seal_item_removed;
      INSERT INTO stories VALUES ('other', 'tag:news.example.org,2026:story/other', 1)`);
    expect(store.audit().findings).toEqual([]);
    db.exec(sql.replace("'tag:x,2026:y'", "'tag:x,2026:y' || id"));
    db.close();
    const places = store.audit().findings.map((finding) => finding.where);
    expect(places).toContainEqual(expect.stringContaining(where));
  });
});
