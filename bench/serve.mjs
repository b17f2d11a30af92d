// Requests per second for published documents, beside one nginx worker and a bare node:http server
// that answers the same bytes with the same headers, on the same files in one run.
//   npm run bench:serve [-- --rounds 9 --connections 64 --part compare|allocation|polls]
// Needs wrk, nginx-light and /proc. Absolute figures depend on the machine; the ratios are what
// counts: at least 0.9 of the bare server and 0.4 of nginx. The servers take turns of a second, in
// another order each round, and the ratio is the median over the rounds: whoever else loads the
// machine loads all three. Requests are counted per second of the server's own processor time as
// well. Then what a request allocates for a small and a large document, and the slowest answers
// while 200 feeds are polled in the same process.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeIfChanged } from '../dist/publish/write-file.js';
import { measureBesidePolls } from './serve-beside-polls.mjs';
import {
  cleanUp,
  dataFolder,
  endChildren,
  folder,
  freePort,
  median,
  processorSeconds,
  say,
  start,
  startAraz,
  topic,
  tree,
  untilAnswered,
  writeConfig,
  wrk,
} from './serve-tools.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    connections: { type: 'string', default: '64' },
    part: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const load = { seconds: 1, connections: Number(values.connections) };

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

async function compare() {
  const araz = await startAraz('serve');
  const nginx = await startNginx();
  const paths = Object.keys(documents).map((name) => `/${topic}/${name}/rss.xml`);
  await Promise.all([araz, nginx].map(({ url }) => untilAnswered(url + paths[0])));
  const bare = await startBare(araz.url, paths);
  await untilAnswered(bare.url + paths[0]);
  say('                 requests/s: araz  bare  nginx   per processor second: araz  bare  nginx');
  for (const at of paths) {
    for (const kind of ['304', 'gzip', 'plain']) {
      const { perSecond, perCpu } = await ratesOf([araz, bare, nginx], at, kind);
      const document = at.includes('small') ? '10 KB ' : '500 KB';
      say(`${document} ${kind.padEnd(5)}  ${inWords(perSecond)}   ${inWords(perCpu)}`);
    }
  }
}

/** Medians of the rates, and of the ratios within each round. */
function inWords([araz, bare, nginx]) {
  const ofRounds = (others) => median(araz.map((rate, round) => rate / others[round])).toFixed(2);
  const figures = [araz, bare, nginx].map((rates) => String(Math.round(median(rates))).padStart(8));
  return `${figures.join('')} (${ofRounds(bare)} of bare, ${ofRounds(nginx)} of nginx)`;
}

/** Rates of each server by round; the servers take turns, in another order each round. */
async function ratesOf(servers, at, kind) {
  const perSecond = servers.map(() => []);
  const perCpu = servers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < servers.length; turn += 1) {
      const index = (turn + round) % servers.length;
      const { url, pid } = servers[index];
      const headers = await headersFor(url + at, kind);
      const before = processorSeconds(pid);
      const { rate, count } = await wrk(url + at, headers, load);
      perSecond[index].push(rate);
      perCpu[index].push(count / (processorSeconds(pid) - before));
    }
  }
  return { perSecond, perCpu };
}

async function headersFor(url, kind) {
  if (kind === 'plain') return [];
  if (kind === 'gzip') return ['Accept-Encoding: gzip'];
  const response = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  return ['Accept-Encoding: gzip', `If-None-Match: ${response.headers.get('etag')}`];
}

const dist = path.resolve(import.meta.dirname, '../dist');
/** Runs a site of its own, and tells when asked what its heap and its buffers have come to. */
const measured = `
  import { createServer } from 'node:http';
  import { openServing } from '${dist}/app/open-reading.js';
  import { loadSetup } from '${dist}/app/setup.js';
  import { createSite } from '${dist}/server/create-site.js';
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const setup = () => loadSetup({ configPath: process.env.CONFIG, env: {} });
  const app = await openServing({ dataDir: process.env.DATA, log, loadSetup: setup });
  createServer(createSite(app)).listen(Number(process.env.PORT), '127.0.0.1');
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
    env: { ...process.env, CONFIG: writeConfig(port), DATA: dataFolder, PORT: String(port) },
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
      await wrk(url, headers, { seconds: 1, connections: 4 });
      const before = await ask('collect');
      const { count } = await wrk(url, headers, { seconds: 1, connections: 4 });
      const after = await ask('tell');
      const heap = (after.heapUsed - before.heapUsed) / count;
      const buffers = (after.arrayBuffers - before.arrayBuffers) / count;
      perRequest.push(`${Math.round(heap)} B heap, ${Math.round(buffers)} B buffers`);
    }
    say(`allocated per ${kind}: 10 KB: ${perRequest[0]}; 500 KB: ${perRequest[1]}`);
  }
}

const parts = {
  compare,
  allocation: measureAllocation,
  polls: () => measureBesidePolls({ seconds: 5, connections: 16 }),
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
}

try {
  for (const [name, measure] of Object.entries(parts)) {
    if (values.part !== undefined && values.part !== name) continue;
    await measure();
    await endChildren();
  }
} finally {
  await cleanUp();
}
