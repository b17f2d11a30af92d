import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeFileOf } from '../../src/store/open-store.ts';
import { type Ran, runAraz, startAraz } from '../support/araz-command.ts';
import { smallFeed } from '../support/small-feed.ts';
import { TreeChecker } from '../support/tree-checker.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

const araz = (...args: readonly string[]): Promise<Ran> => runAraz([...desk.work.flags, ...args]);
const inFolder = (name: string): string => path.join(desk.work.path, name);
const inTree = (name: string): string => path.join(desk.work.publicDir, name);
const storeFile = (): string => path.join(desk.work.dataDir, 'araz.db');
const itemsIn = (file: string): number => storeFileOf(`sqlite:${file}`).count().items;

/** Documents of the topic as they stand, by their paths. */
function documents(): ReadonlyMap<string, string> {
  const names = readdirSync(inTree('topics'), { recursive: true, encoding: 'utf8' });
  const isDocument = (name: string) => /\.(?:xml|json|atom|html)$/.test(name);
  return new Map(
    names
      .filter((name) => isDocument(name) && !name.includes('archive/'))
      .map((name) => [`topics/${name}`, readFileSync(inTree(`topics/${name}`), 'utf8')]),
  );
}

const talks = 'Azerbaijan and Iran hold talks on the border';

/** What the desk in Baku carries: the talks in these words, and one report more. */
function carry(title: string): void {
  const more = { name: 'rail', title: 'Iran and Azerbaijan open a railway', text: 'At Astara.' };
  const body = smallFeed('Baku desk', [more, { name: 'talks', title, text: 'In Baku.' }]);
  desk.server.at('/baku.xml', { body, etag: `"${title}"` });
}

describe('a backup that is put back', () => {
  it('breaks no promise to subscribers, whatever was edited and retracted since', async () => {
    const checker = new TreeChecker();
    const retracted = new Set<string>();
    const look = (more: { readonly rewoundTo?: number } = {}): void => {
      const published = { now: Date.now(), isIdle: false, retracted, restored: new Set<string>() };
      checker.check(documents(), { ...published, ...more });
      expect(checker.violations).toEqual([]);
    };
    await araz('poll');
    look();
    const takenAt = Date.now();
    expect((await araz('backup', inFolder('a.db'))).code).toBe(0);
    carry(`${talks}, and agree`);
    await araz('poll', '--all');
    const envoy = /<id>(tag:[^<]*story[^<]*)<\/id>(?:(?!<entry)[\s\S])*?outlet.example\/envoy/.exec(
      documents().get('topics/azerbaijan-iran/atom.xml') ?? '',
    )?.[1];
    retracted.add(envoy ?? '');
    const url = 'https://outlet.example/envoy';
    expect((await araz('retract', url, '--reason', 'untrue')).code).toBe(0);
    await araz('poll', '--all');
    look();

    const restored = await araz('restore', inFolder('a.db'));
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toMatch(/a\.db is the store now: 5 items/);
    expect((await araz('publish')).code).toBe(0);
    look({ rewoundTo: takenAt });
    await araz('poll', '--all');
    look();
    const atom = documents().get('topics/azerbaijan-iran/atom.xml') ?? '';
    expect(atom).not.toContain(`<id>${envoy}</id>`);
    expect(atom).toContain('and agree');
    const verified = await araz('verify');
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
  });

  it('leaves the one store or the other wherever it is killed', async () => {
    await araz('poll');
    await araz('backup', inFolder('a.db'));
    carry(talks);
    await araz('poll', '--all');
    const [before, after] = [itemsIn(storeFile()), itemsIn(inFolder('a.db'))];
    expect(before).toBeGreaterThan(after);
    await araz('backup', inFolder('b.db'));
    const wholeMs = await restoreAndKill(inFolder('b.db'), Number.POSITIVE_INFINITY);
    let next = inFolder('a.db');
    for (let round = 1; round <= 6; round += 1) {
      await restoreAndKill(next, (wholeMs * round) / 6);
      const store = storeFileOf(`sqlite:${storeFile()}`);
      expect(store.audit().findings).toEqual([]);
      expect([before, after]).toContain(store.count().items);
      next = inFolder(store.count().items === after ? 'b.db' : 'a.db');
    }
    expect((await araz('poll')).code).toBe(0);
  });
});

/** Kills a restore so long after it began to copy, and answers how long that went on. */
async function restoreAndKill(backup: string, afterMs: number): Promise<number> {
  const run = startAraz([...desk.work.flags, 'restore', backup]);
  const end = run.ended.then(() => 'ended');
  const hasBegun = () =>
    readdirSync(desk.work.dataDir).some((name) => name.startsWith('.araz.db.'));
  while (!hasBegun() && (await Promise.race([end, wait(2)])) !== 'ended');
  const from = performance.now();
  if (afterMs < Number.POSITIVE_INFINITY) {
    await wait(afterMs);
    run.kill('SIGKILL');
  }
  await end;
  const lastedMs = performance.now() - from;
  for (const name of readdirSync(desk.work.dataDir)) {
    if (name.startsWith('.araz.db.')) rmSync(path.join(desk.work.dataDir, name));
  }
  return lastedMs;
}

describe('while araz start runs', () => {
  it('backup and verify do their work beside it, and restore leaves it alone', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    await running.until(/http/);
    const backup = await araz('--json', 'backup', inFolder('a.db'));
    expect(backup.code).toBe(0);
    expect(JSON.parse(backup.stdout)).toMatchObject({ kind: 'made' });
    expect((await araz('verify')).code).toBe(0);
    const restore = await araz('restore', inFolder('a.db'));
    expect(restore.code).toBe(75);
    expect(restore.stderr).toContain(`process ${running.pid}`);
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });
});

describe('verify', () => {
  it('says which documents are not as they were written, and publish mends them', async () => {
    await araz('poll');
    expect((await araz('verify')).code).toBe(0);
    const story = readdirSync(inTree('stories'))[0] ?? '';
    const [month = ''] = readdirSync(inTree('topics/azerbaijan-iran/archive')).filter((name) =>
      /^\d/.test(name),
    );
    const damaged = [
      'topics/azerbaijan-iran/rss.xml',
      `stories/${story}/index.html`,
      `topics/azerbaijan-iran/archive/${month}/index.html`,
      'index.html',
    ];
    for (const name of damaged) flip(inTree(name));
    flip(inTree('topics/azerbaijan-iran/atom.xml.gz'));
    rmSync(inTree('topics/azerbaijan-iran/feed.json'));
    const all = [...damaged, 'topics/azerbaijan-iran/atom.xml', 'topics/azerbaijan-iran/feed.json'];
    const { code, stdout } = await araz('--json', 'verify');
    expect(code).toBe(3);
    const { findings } = JSON.parse(stdout) as { findings: { where: string; cure: string }[] };
    expect(findings.map(({ where }) => where).toSorted()).toEqual(all.toSorted());
    expect(findings.every(({ cure }) => cure.includes('araz publish'))).toBe(true);
    expect((await araz('publish')).code).toBe(0);
    expect((await araz('verify')).code).toBe(0);
  });

  it('names the item whose text the disk has changed, in the store and in a backup', async () => {
    await araz('poll');
    await araz('backup', inFolder('a.db'));
    for (const file of [storeFile(), inFolder('a.db')]) {
      const other = new SqliteDatabase(file);
      other.exec("UPDATE items SET title = 'Another' WHERE id = 2");
      other.close();
    }
    for (const args of [['verify'], ['verify', inFolder('a.db')], ['backup', inFolder('b.db')]]) {
      const { code, stdout } = await araz(...args);
      expect(code).toBe(3);
      expect(stdout).toMatch(/item 2 of \w+, https:\S+ is not as it was stored/);
      expect(stdout).toContain('restore the newest backup');
    }
    expect(readdirSync(desk.work.path)).not.toContain('b.db');
  });

  it('takes a file that is no store for a finding, and never writes', async () => {
    await araz('poll');
    const before = desk.work.published();
    const bytes = readFileSync(storeFile());
    expect((await araz('verify')).code).toBe(0);
    expect(readFileSync(storeFile()).equals(bytes)).toBe(true);
    expect(desk.work.published()).toEqual(before);
    writeFileSync(storeFile(), 'A letter. '.repeat(999));
    const { code, stdout, stderr } = await araz('verify');
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toContain('cannot be read');
  });
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
