// Requests per second for published documents, beside one nginx worker and a bare node:http server
// that answers the same bytes with the same headers, on the same files in one run.
//   npm run bench:serve [-- --rounds 5 --seconds 3 --connections 64]
// Needs wrk, nginx-light and /proc. Absolute figures depend on the machine; the ratios are what
// counts: at least 0.9 of the bare server and 0.4 of nginx. Requests are counted per second of the
// server's own processor time as well: others who load the machine do not change that.
// Then what a request allocates for a small and a
// large document, and the slowest answers while 200 feeds are polled in the same process.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeIfChanged } from '../dist/publish/write-file.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-bench-'));
const tree = path.join(folder, 'data/public');
const topic = 'topics/azerbaijan-iran';
const children = [];

const words = 'köprü bugün açıldı iki ülke ticaret artacak bakanlar açıklama sınır kapısı'.split(
  ' ',
);

/** A feed of about so many bytes, as repetitive as feeds are. */
function feedOf(bytes) {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'];
  for (let item = 0, size = 0; size < bytes; item += 1) {
    const text = Array.from(
      { length: 40 },
      (_, at) => words[(item * 7 + at * at * 3) % words.length],
    );
    const row = `<item><title>${text.slice(0, 8).join(' ')} ${item}</title><link>https://paper.example/${item * 7919}</link><guid isPermaLink="false">tag:paper.example,2026:${item * 104729}</guid><description>${text.join(' ')} ${(item * 2654435761) % 4294967296}</description></item>`;
    parts.push(row);
    size += Buffer.byteLength(row);
  }
  return `${parts.join('')}</channel></rss>`;
}

const documents = { small: 10_000, large: 500_000 };
for (const [name, bytes] of Object.entries(documents)) {
  const document = { path: `${topic}/${name}/rss.xml`, mediaType: '', body: feedOf(bytes) };
  await writeIfChanged(tree, document);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilAnswered(url) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}

function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  children.push(child);
  return child;
}

async function startNginx() {
  const port = await freePort();
  const lines = [
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;`,
    'events { worker_connections 1024; }',
    `http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;`,
    'open_file_cache max=1000; open_file_cache_valid 5s; gzip_static on; gzip_vary on;',
    `types { "application/rss+xml; charset=utf-8" xml; }`,
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    ),
    `server { listen 127.0.0.1:${port}; root ${tree}; add_header Cache-Control max-age=300; } }`,
  ];
  writeFileSync(path.join(folder, 'nginx.conf'), lines.join('\n'));
  const { pid } = start('nginx', ['-c', path.join(folder, 'nginx.conf')]);
  return { url: `http://127.0.0.1:${port}`, pid };
}

/** A configuration for a server of Araz over the tree, and for polling when sources are given. */
async function configure(sources = []) {
  const [port, operatorPort] = [await freePort(), await freePort()];
  const config = {
    site: { title: 'Bench', url: 'https://river.example' },
    schedule: '* * * * * *',
    fetch: { allowHosts: ['127.0.0.1'], hostConnections: 8, hostSpacing: '0s' },
    server: { port, operatorPort },
    sources,
    topics: [{ id: 'azerbaijan-iran', title: { en: 'A' }, between: ['azerbaijan', 'iran'] }],
  };
  const file = path.join(folder, `feeds.${port}.json`);
  writeFileSync(file, JSON.stringify(config));
  return { file, url: `http://127.0.0.1:${port}` };
}

const main = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const quiet = { env: { ...process.env, ARAZ_LOG: 'silent' } };

async function startAraz(verb, sources) {
  const { file, url } = await configure(sources);
  const flags = ['--config', file, '--data', path.join(folder, 'data')];
  const { pid } = start(process.execPath, [main, ...flags, verb], quiet);
  return { url, pid };
}

/** The most node:http can do: bytes and headers at hand, one look at each header that counts. */
const bareServer = `
  const { createServer } = require('node:http');
  const answers = new Map();
  const kept = ['content-type','content-length','content-encoding','etag','cache-control','vary','last-modified','access-control-allow-origin','access-control-expose-headers','link','x-content-type-options','referrer-policy','content-security-policy'];
  async function learn(path) {
    for (const coding of ['identity', 'gzip']) {
      const { request } = require('node:http');
      await new Promise((resolve) => request(process.env.ORIGIN + path, { headers: { 'accept-encoding': coding } }, (response) => {
        const chunks = []; response.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
          const headers = kept.flatMap((name) => response.headers[name] === undefined ? [] : [name, response.headers[name]]);
          const held = ['etag','cache-control','vary','last-modified','access-control-allow-origin','access-control-expose-headers'].flatMap((name) => [name, response.headers[name]]);
          answers.set(coding + path, { body: Buffer.concat(chunks), headers, held, etag: response.headers.etag }); resolve();
        });
      }).end());
    }
  }
  Promise.all(JSON.parse(process.env.PATHS).map(learn)).then(() => createServer((request, response) => {
    const answer = answers.get(((request.headers['accept-encoding'] ?? '').includes('gzip') ? 'gzip' : 'identity') + request.url);
    if (answer === undefined) { response.writeHead(404).end(); return; }
    if (request.headers['if-none-match'] === answer.etag) { response.writeHead(304, answer.held).end(); return; }
    response.writeHead(200, answer.headers); response.end(answer.body);
  }).listen(Number(process.env.PORT), '127.0.0.1'));`;

async function startBare(origin, paths) {
  const port = await freePort();
  const env = { ...process.env, ORIGIN: origin, PORT: String(port), PATHS: JSON.stringify(paths) };
  const { pid } = start(process.execPath, ['-e', bareServer], { env });
  return { url: `http://127.0.0.1:${port}`, pid };
}

/** One run of wrk: requests per second, and the 99th percentile in milliseconds. */
function wrk(url, headers, seconds = Number(values.seconds), connections = values.connections) {
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s'];
  const given = headers.flatMap((header) => ['-H', header]);
  const { stdout, stderr } = spawnSync('wrk', [...options, ...given, url], { encoding: 'utf8' });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  if (!(rate > 0) || /Socket errors/.test(stdout))
    throw new Error(`wrk ${url}: ${stdout}${stderr}`);
  const factor = { us: 0.001, ms: 1, s: 1000 }[unit];
  const count = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  return { rate, p99Ms: Number(p99) * factor, count };
}

/** Clock ticks of /proc, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;
const say = (line) => process.stdout.write(`${line}\n`);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare() {
  const araz = await startAraz('serve');
  const nginx = await startNginx();
  const paths = Object.keys(documents).map((name) => `/${topic}/${name}/rss.xml`);
  await Promise.all([araz, nginx].map(({ url }) => untilAnswered(url + paths[0])));
  const bare = await startBare(araz.url, paths);
  await untilAnswered(bare.url);
  const servers = { araz, bare, nginx };
  say('                 requests/s: araz  bare  nginx   per processor second: araz  bare  nginx');
  for (const at of paths) {
    for (const kind of ['304', 'gzip', 'plain']) {
      const { perSecond, perCpu } = await ratesOf(Object.values(servers), at, kind);
      const document = at.includes('small') ? '10 KB ' : '500 KB';
      say(`${document} ${kind.padEnd(5)}  ${inWords(perSecond)}   ${inWords(perCpu)}`);
    }
  }
}

function inWords([araz, bare, nginx]) {
  const figures = [araz, bare, nginx].map((rate) => String(Math.round(rate)).padStart(8)).join('');
  return `${figures} (${(araz / bare).toFixed(2)} of bare, ${(araz / nginx).toFixed(2)} of nginx)`;
}

/** Medians over rounds in which the servers take turns. */
async function ratesOf(servers, at, kind) {
  const perSecond = servers.map(() => []);
  const perCpu = servers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { url, pid }] of servers.entries()) {
      const headers = await headersFor(url + at, kind);
      const before = processorSeconds(pid);
      const { rate, count } = wrk(url + at, headers);
      perSecond[index].push(rate);
      perCpu[index].push(count / (processorSeconds(pid) - before));
    }
  }
  return { perSecond: perSecond.map(median), perCpu: perCpu.map(median) };
}

/** Processor time that a process and its children have used so far, all threads. */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  const others = children === '' ? [] : children.split(' ').map(processorSeconds);
  return others.reduce((total, seconds) => total + seconds, own);
}

async function headersFor(url, kind) {
  if (kind === 'plain') return [];
  if (kind === 'gzip') return ['Accept-Encoding: gzip'];
  const response = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  return ['Accept-Encoding: gzip', `If-None-Match: ${response.headers.get('etag')}`];
}

/** Runs a site of its own, and tells on SIGUSR2 what its heap and its buffers have come to. */
const measured = `
  import { createServer } from 'node:http';
  import { createSite } from '${path.resolve(import.meta.dirname, '../dist/server/create-site.js')}';
  const setup = { config: { site: { title: 'Bench', url: 'https://river.example' }, push: { hubs: [], hub: false }, topics: [] } };
  const store = { listTopicHealth: async () => [] };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const site = createSite({ outDir: process.env.TREE, setup, store, log, clock: { now: () => 0 } });
  createServer(site).listen(Number(process.env.PORT), '127.0.0.1');
  process.on('message', (what) => {
    if (what === 'collect') globalThis.gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    process.send({ heapUsed, arrayBuffers });
  });`;

async function measureAllocation() {
  const port = await freePort();
  // A young generation large enough that nothing is collected while it is measured.
  const flags = ['--expose-gc', '--max-semi-space-size=512', '--min-semi-space-size=512'];
  const child = start(process.execPath, [...flags, '--input-type=module', '-e', measured], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, TREE: tree, PORT: String(port) },
  });
  const ask = (what) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send(what);
    });
  for (const kind of ['304', 'gzip', 'plain']) {
    const perRequest = [];
    for (const name of Object.keys(documents)) {
      const url = `http://127.0.0.1:${port}/${topic}/${name}/rss.xml`;
      await untilAnswered(url);
      const headers = await headersFor(url, kind);
      wrk(url, headers, 1, 4);
      const before = await ask('collect');
      const { count } = wrk(url, headers, 1, 4);
      const after = await ask('tell');
      const heap = (after.heapUsed - before.heapUsed) / count;
      const buffers = (after.arrayBuffers - before.arrayBuffers) / count;
      perRequest.push(`${Math.round(heap)} B heap, ${Math.round(buffers)} B buffers`);
    }
    say(`allocated per ${kind}: 10 KB: ${perRequest[0]}; 500 KB: ${perRequest[1]}`);
  }
}

/** Serving while 200 feeds are polled: each changes at every poll, and each is 130 KB. */
async function measureBesidePolls() {
  let asked = 0;
  const body = feedOf(130_000);
  const feeds = createServer((request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(body.replaceAll('paper.example/', `paper.example${request.url}/`));
  });
  await new Promise((resolve) => feeds.listen(0, '127.0.0.1', resolve));
  const { port } = feeds.address();
  const sources = Array.from({ length: 200 }, (_, number) => ({
    id: `s${number}`,
    url: `http://127.0.0.1:${port}/${number}`,
    title: `Source ${number}`,
    language: 'tr',
    country: 'TR',
  }));
  const site = await startAraz('start', sources);
  const url = `${site.url}/${topic}/small/rss.xml`;
  await untilAnswered(url);
  // Not spawnSync: this process serves the feeds.
  const child = spawn('wrk', [
    '-t1',
    '-c16',
    '-d20s',
    '--latency',
    '-H',
    'Accept-Encoding: gzip',
    url,
  ]);
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  feeds.close();
  feeds.closeAllConnections();
  const latencies = [...text.matchAll(/(\d+)%\s+([\d.]+\w+)/g)].map(([, p, at]) => `p${p} ${at}`);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(text)?.[1];
  say(`while ${asked} of 200 feeds are polled: ${latencies.join(', ')} at ${rate}/s`);
}

function endChildren() {
  for (const child of children.splice(0)) child.kill('SIGTERM');
}

try {
  await compare();
  endChildren();
  await measureAllocation();
  endChildren();
  await measureBesidePolls();
} finally {
  endChildren();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  rmSync(folder, { recursive: true, force: true });
}
