// Polls a synthetic feed internet with the built command line and scores what was taken for a copy
// against its ground truth: node scripts/eval-feedworld.mjs [folder or address] [feeds] [items].
// A folder holds the server.mjs that is started; an address is of one that runs, such as
// http://127.0.0.1:8600. Exits 1 below the bars.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../dist/store/open-store.js';
import { canonicalUrl } from '../dist/text/urls.js';

const root = path.dirname(import.meta.dirname);
const araz = path.join(root, 'dist/cli/main.js');
const [place = path.join(root, '../shared/feedworld'), feeds = '1000', items = '50'] =
  process.argv.slice(2);
const bars = { precision: 0.995, recall: 0.95 };
/** Items of one language that are listed of what was missed or merged wrongly. */
const examplesMax = 5;

/** What was started here; whoever ends this script must not leave it running. */
const children = new Set();

function start(script, flags, options) {
  const child = spawn(process.execPath, [script, ...flags.map(String)], options);
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function endChildren() {
  for (const child of children) child.kill();
}

function freePort() {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    }),
  );
}

/** The address to read from, and how to end what was started for it. */
async function openWorld() {
  if (/^https?:/.test(place)) return { address: place.replace(/\/$/, ''), close: () => {} };
  const script = path.join(path.resolve(place), 'server.mjs');
  if (!existsSync(script)) throw new Error(`${script} is not there; give its folder or an address`);
  const port = await freePort();
  // Dated now, as feeds are; a share of them has no dates at all.
  const flags = ['--port', port, '--feeds', feeds, '--items', items, '--epoch', 'now'];
  const options = { stdio: ['ignore', 'pipe', 'inherit'] };
  const child = start(script, flags, options);
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with exit code ${code}`)));
  });
  return { address: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

async function readJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

function configuration(address, list) {
  return {
    site: { title: 'Synthetic feeds', url: 'http://localhost' },
    fetch: { allowHosts: [new URL(address).host], hostConnections: 8, hostSpacing: '0s' },
    sources: list.map(({ id, url, lang }) => ({ id: `feed-${id}`, url, language: lang })),
    topics: [],
  };
}

function poll(configPath, data) {
  const flags = ['--config', configPath, '--data', data, '--json', 'poll'];
  const env = { ...process.env, ARAZ_LOG: 'error' };
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env };
  const child = start(araz, flags, options);
  return new Promise((resolve) => child.on('close', resolve));
}

/** Every stored item: which feed carried it, and the first of its group of copies. */
async function storedItems(data) {
  const store = await openStore({ url: `sqlite:${path.join(data, 'araz.db')}`, readOnly: true });
  try {
    const found = [];
    for (let page = [], after = 0; ; after = page.at(-1).id) {
      page = await store.listItems(after, 1_000);
      if (page.length === 0) return found;
      for (const { id, sourceId, link, title, language, duplicate, storyId } of page)
        found.push({
          id,
          sourceId,
          link,
          title,
          language,
          storyId,
          group: duplicate?.itemId ?? id,
        });
    }
  } finally {
    await store.close();
  }
}

/** The story of each printed copy, under feed and address. */
function truthOf(stories) {
  const truth = new Map();
  for (const { story, copies } of stories)
    for (const { feed, link } of copies) truth.set(`feed-${feed} ${canonicalUrl(link)}`, story);
  return truth;
}

function pairsOf(count) {
  return (count * (count - 1)) / 2;
}

function countBy(rows, key) {
  const counts = new Map();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

/** Pairs of items in one group of `key`. */
function pairsBy(rows, key) {
  return [...countBy(rows, key).values()].reduce((sum, count) => sum + pairsOf(count), 0);
}

function scoreOf(rows, group) {
  const grouped = pairsBy(rows, group);
  const belonging = pairsBy(rows, ({ story }) => story);
  const both = pairsBy(rows, (row) => `${group(row)} ${row.story}`);
  const share = (part, whole) => (whole === 0 ? 1 : part / whole);
  return { grouped, belonging, precision: share(both, grouped), recall: share(both, belonging) };
}

function line(name, rows, group) {
  const { grouped, belonging, precision, recall } = scoreOf(rows, group);
  const cells = [name.padEnd(8), precision.toFixed(4), recall.toFixed(4), grouped, belonging];
  return cells.map((cell) => String(cell).padStart(9)).join('  ');
}

/** Stories whose copies stand in several groups, and groups that hold several stories. */
function examples(rows, by, other) {
  const sets = new Map();
  for (const row of rows) sets.set(row[by], [...(sets.get(row[by]) ?? []), row]);
  const mixed = [...sets.values()].filter((set) => new Set(set.map((row) => row[other])).size > 1);
  return mixed.slice(0, examplesMax).map((set) => set.slice(0, 4));
}

async function evaluate(work, address) {
  const list = await readJson(`${address}/list.json`);
  const configPath = path.join(work, 'feeds.config.json');
  const data = path.join(work, 'data');
  mkdirSync(data);
  writeFileSync(configPath, JSON.stringify(configuration(address, list)));

  const started = performance.now();
  const code = await poll(configPath, data);
  const seconds = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Error(`the poll ended with exit code ${code}`);

  const truth = truthOf(await readJson(`${address}/truth.json`));
  const stored = await storedItems(data);
  const rows = stored.flatMap((item) => {
    const story = truth.get(`${item.sourceId} ${canonicalUrl(item.link ?? '')}`);
    return story === undefined ? [] : [{ ...item, story }];
  });
  return report({ list, truth, stored, rows, seconds });
}

function report({ list, truth, stored, rows, seconds }) {
  const perItem = ((seconds * 1_000) / stored.length).toFixed(2);
  console.log(
    `${list.length} feeds, ${truth.size} items printed, ${stored.length} stored, ` +
      `${rows.length} found in the truth; polled in ${seconds.toFixed(1)} s, ${perItem} ms an item`,
  );
  console.log('copies    precision     recall    grouped  belonging');
  const byGroup = ({ group }) => group;
  for (const language of [...new Set(rows.map((row) => row.language))].sort()) {
    const own = rows.filter((row) => row.language === language);
    console.log(line(language, own, byGroup));
  }
  console.log(line('all', rows, byGroup));
  const print = (title, sets) => {
    if (sets.length > 0) console.log(`\n${title}`);
    for (const set of sets)
      console.log(set.map((row) => `  ${row.sourceId} ${row.id}: ${row.title}`).join('\n'), '\n');
  };
  print('merged wrongly, for example', examples(rows, 'group', 'story'));
  print('missed, for example', examples(rows, 'story', 'group'));
  const { precision, recall } = scoreOf(rows, byGroup);
  // What was stored and is not in the truth, or the reverse, would hide misses.
  const isComplete = rows.length === truth.size && rows.length === stored.length;
  if (!isComplete) console.error('not all items are both stored and in the truth');
  const isGood = precision >= bars.precision && recall >= bars.recall;
  const figures = `precision ${precision.toFixed(4)} (at least ${bars.precision}), recall ${recall.toFixed(4)} (at least ${bars.recall})`;
  console.log(`${isGood ? 'Enough' : 'Too little'}: ${figures}`);
  return isGood && isComplete;
}

const work = mkdtempSync(path.join(os.tmpdir(), 'araz-feedworld-'));
process.on('exit', () => {
  endChildren();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});
// Numbers of signals (POSIX): a shell expects 128 and the signal of what was ended by one.
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.on(signal, () => process.exit(128 + number));
}
const world = await openWorld();
try {
  process.exitCode = (await evaluate(work, world.address)) ? 0 : 1;
} finally {
  world.close();
}
