// Serves a folder of feed documents on loopback, polls it twice with the built command line and
// accounts for every item: node scripts/try-realfeeds.mjs [folder]. Exits 1 when anything is missing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const folder = path.resolve(process.argv[2] ?? path.join(root, '../shared/realfeeds'));
const araz = path.join(root, 'dist/cli/main.js');

const documents = readdirSync(folder)
  .filter((file) => /\.(xml|rss|atom|rdf)$/.test(file))
  .sort()
  .map(describeDocument);
if (documents.length === 0) {
  console.error(`${folder} holds no .xml, .rss, .atom or .rdf document`);
  process.exit(1);
}

/** Counts without any of the project's code: tags in the text, CDATA and comments taken out. */
function describeDocument(file) {
  const bytes = readFileSync(path.join(folder, file));
  const text = bytes.toString('latin1').replace(/<!--[\s\S]*?-->/g, '');
  const outside = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const items = outside.match(/<(?:[\w-]+:)?(?:item|entry)[\s>]/gi)?.length ?? 0;
  const blocks = text.match(/<(?:[\w-]+:)?(item|entry)[\s>][\s\S]*?<\/(?:[\w-]+:)?\1>/gi) ?? [];
  // A document may carry one item twice, in two sections; it is one item all the same.
  const repeated = blocks.length - new Set(blocks.map(identityOf)).size;
  const id = file
    .replace(/\.\w+$/, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .toLowerCase();
  const language = /-([a-z]{2})(?:-|$)/.exec(`${id}-en`)?.[1] ?? 'en';
  return { file, id, language, bytes, items, distinct: items - repeated };
}

/** Everything that names an item, as it stands in the text: only items alike in all of it are one. */
function identityOf(block) {
  const part = (name) =>
    new RegExp(`<(?:[\\w-]+:)?${name}\\b[^>]*>([\\s\\S]*?)</`, 'i').exec(block)?.[1]?.trim();
  const attribute = /(?:rdf:about|href)="[^"]*"/.exec(block)?.[0];
  return JSON.stringify([part('guid'), part('id'), part('link'), part('title'), attribute]);
}

function serve() {
  const byPath = new Map(documents.map((document) => [`/${document.id}`, document.bytes]));
  const server = createServer((request, response) => {
    const bytes = byPath.get(request.url);
    // No charset, so that the document itself has to tell, and no validators, so that it is read twice.
    if (bytes) response.writeHead(200, { 'content-type': 'text/xml' }).end(bytes);
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function configuration(port) {
  const host = `127.0.0.1:${port}`;
  const ids = documents.map(({ id }) => id);
  return {
    site: { title: 'Real documents', url: 'http://localhost' },
    fetch: { allowHosts: [host], hostConnections: 4, hostSpacing: '0s' },
    sources: documents.map(({ id, language }) => ({ id, url: `http://${host}/${id}`, language })),
    // Takes every item, so that as much as possible is published.
    topics: [{ id: 'everything', title: { en: 'Everything' }, any: [{ source: ids }] }],
  };
}

/** One run of the command line: exit code and the object it printed. */
function run(...args) {
  const options = {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ARAZ_LOG: 'warn' },
  };
  const child = spawn(process.execPath, [araz, '--json', ...args], options);
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ code, result: text === '' ? undefined : JSON.parse(text) }),
    );
  });
}

/** Hash and modification time of every published file. */
function snapshot(publicFolder) {
  const files = readdirSync(publicFolder, { recursive: true, encoding: 'utf8' });
  const seen = new Map();
  for (const file of files) {
    const full = path.join(publicFolder, file);
    const stat = statSync(full);
    if (!stat.isFile()) continue;
    const hash = createHash('sha256').update(readFileSync(full)).digest('hex');
    seen.set(file, `${hash} ${stat.mtimeMs}`);
  }
  return seen;
}

function print(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      typeof cell === 'number'
        ? String(cell).padStart(widths[column])
        : cell.padEnd(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

async function tryAll(work) {
  const server = await serve();
  const configPath = path.join(work, 'feeds.config.json');
  const data = path.join(work, 'data');
  mkdirSync(data);
  writeFileSync(configPath, JSON.stringify(configuration(server.address().port)));
  const flags = ['--config', configPath, '--data', data];

  const first = await run(...flags, 'poll');
  const before = snapshot(path.join(data, 'public'));
  const second = await run(...flags, 'poll', '--all');
  const after = snapshot(path.join(data, 'public'));
  const status = await run(...flags, 'status');
  server.close();

  const faults = [];
  if (first.code !== 0) faults.push(`the first poll ended with exit code ${first.code}`);
  if (second.code !== 0) faults.push(`the second poll ended with exit code ${second.code}`);
  const rows = documents.map((document) => {
    const stored = status.result.sources.find(({ id }) => id === document.id)?.itemsStored ?? 0;
    const polls = [first, second].map(({ result }) =>
      result?.polls.find(({ sourceId }) => sourceId === document.id),
    );
    const outcomes = polls.map((poll) => poll?.outcome ?? 'not polled');
    if (stored !== document.distinct)
      faults.push(`${document.file}: ${document.distinct} items, ${stored} stored`);
    if (outcomes[0] !== 'modified') faults.push(`${document.file}: ${outcomes[0]}`);
    const again = polls[1]?.itemsNew ?? 0;
    if (again > 0) faults.push(`${document.file}: ${again} new items in the second poll`);
    return [document.file, document.items, document.distinct, stored, outcomes[0], outcomes[1]];
  });
  print([['document', 'items', 'distinct', 'stored', 'first poll', 'second poll'], ...rows]);

  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  const paths = new Set([...before.keys(), ...after.keys()]);
  const changed = [...paths].filter((file) => before.get(file) !== after.get(file));
  if (before.size === 0) faults.push('nothing was published');
  faults.push(...changed.map((file) => `changed by the second poll: ${file}`));
  console.log(
    `\n${rows.length} documents, ${sum(1)} items, ${sum(2)} distinct, ${sum(3)} stored; ` +
      `${before.size} files published\n` +
      `second poll: ${second.result?.itemsNew} new items, ${second.result?.itemsRevised} revised, ` +
      `${changed.length} published files changed`,
  );
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

const work = mkdtempSync(path.join(os.tmpdir(), 'araz-realfeeds-'));
try {
  process.exitCode = (await tryAll(work)) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
