/**
 * What search costs: storing items with and without their words, and asking. All in one run on one
 * store, so that ratios hold on a loaded machine. Usage: npm run bench:search [-- <items>]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { searchArchive } from '../dist/app/ask/search-archive.js';
import { loadSetup } from '../dist/app/setup.js';
import { decideItems } from '../dist/pipeline/decide-items.js';
import { openStore } from '../dist/store/open-store.js';

const print = (line) => process.stdout.write(`${line}\n`);
const count = Number(process.argv[2] ?? 20_000);
const perPoll = 50;
const now = Date.UTC(2026, 1, 7);
const words =
  'İran Azərbaycan nazir görüş Bakı sərhəd dəmir yolu qatar ticarət enerji qaz boru kəmər sammit Əliyev Nəsirzadə Ankara Tehran Tbilisi liman Xəzər gəmi yük vaqon prezident danışıq saziş imza layihə milyon dollar'.split(
    ' ',
  );
let seed = 7;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const text = (length) =>
  Array.from(
    { length },
    () =>
      words[Math.floor(random() ** 2 * words.length)] +
      (random() < 0.3 ? Math.floor(random() * 5_000) : ''),
  ).join(' ');

const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-bench-'));
const setup = loadSetup({ configPath: 'feeds.config.json', env: process.env });
const source = setup.config.sources[0];

function anItem(number) {
  const hash = (kind) => ({
    kind,
    hash: (BigInt(number) * 7_919n + BigInt(kind.length)).toString(16).padStart(16, '0'),
  });
  return {
    sourceId: source.id,
    language: 'az',
    country: 'AZ',
    guid: `g${number}`,
    title: text(9),
    summary: text(40),
    contentHtml: `<p>${text(250)}</p>`,
    authors: [],
    categories: [],
    enclosures: [],
    published: now - number * 60_000,
    isPublishedEstimated: false,
    contentHash: String(number).padStart(64, '0'),
    keys: [hash('id:guid'), hash('content')],
  };
}

async function fill(name, isIndexed) {
  const file = path.join(folder, `${name}.db`);
  const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
  await store.syncSources([source], now);
  let spent = 0;
  for (let from = 0; from < count; from += perPoll) {
    const items = Array.from({ length: perPoll }, (_, index) => anItem(from + index));
    const [lease] = await store.leaseDueSources({
      now,
      limit: 1,
      owner: 'b',
      ttlMs: 60_000,
      ignoreDue: true,
      only: [source.id],
    });
    const decided = await decideItems(
      source.id,
      items,
      { store, topics: setup.topics, authority: 'bench,2026' },
      now,
    );
    const writes = isIndexed ? decided.writes : decided.writes.map(({ search, ...write }) => write);
    const poll = {
      sourceId: source.id,
      startedAt: now,
      finishedAt: now,
      outcome: 'modified',
      bytes: 0,
      itemsNew: perPoll,
      itemsDuplicate: 0,
      itemsRevised: 0,
      nextDueAt: now,
      nextDueReason: '',
    };
    const started = performance.now();
    await store.commitIngest({
      sourceId: source.id,
      fence: lease.fence,
      asOf: decided.asOf,
      now,
      items: writes,
      state: lease.state,
      poll,
    });
    spent += performance.now() - started;
  }
  const bytes = statSync(file).size;
  print(
    `${name}: commit ${((spent / count) * 1_000).toFixed(0)} µs an item, file ${(bytes / count / 1_000).toFixed(2)} KB an item`,
  );
  return store;
}

const plain = await fill('without the index', false);
await plain.close();
const store = await fill('with the index', true);
const tools = { store, setup };
for (const q of [
  'iran',
  'aliyev',
  'علی‌اف',
  '"dəmir yolu"',
  'nazir bakı ticarət',
  'qatar 12',
  'zzz',
]) {
  const times = [];
  let total = 0;
  for (let round = 0; round < 20; round += 1) {
    const started = performance.now();
    ({ total } = await searchArchive(tools, { q, ...(round % 2 ? { sort: 'newest' } : {}) }));
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  print(
    `${q}: ${total} stories, median ${times[10].toFixed(1)} ms, worst ${times[19].toFixed(1)} ms`,
  );
}
await store.close();
rmSync(folder, { recursive: true, force: true });
