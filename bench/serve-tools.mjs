// What the parts of bench:serve share: a tree to serve, servers to start, and wrk with its figures.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';

export const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-bench-'));
// A web server's workers are other users: without this nginx refuses all, and refusing is quick.
chmodSync(folder, 0o755);
export const dataFolder = path.join(folder, 'data');
export const tree = path.join(dataFolder, 'public');
export const topic = 'topics/azerbaijan-iran';
const children = [];

export const say = (line) => process.stdout.write(`${line}\n`);
export const median = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function untilAnswered(url) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}

export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  children.push(child);
  return child;
}

/** Ends what was started, and waits until it has ended. */
export async function endChildren() {
  const ended = children.splice(0).map((child) => {
    if (child.exitCode !== null || child.signalCode !== null) return undefined;
    child.kill('SIGTERM');
    return new Promise((resolve) => child.once('exit', resolve));
  });
  await Promise.all(ended);
}

export async function cleanUp() {
  await endChildren();
  rmSync(folder, { recursive: true, force: true });
}

const main = path.resolve(import.meta.dirname, '../dist/cli/main.js');

/** Writes a configuration for a server at this port, and answers where it lies. */
export function writeConfig(port, { operatorPort, sources = [], topics, allowHosts = [] } = {}) {
  const config = {
    site: { title: 'Bench', url: 'https://river.example' },
    schedule: '* * * * * *',
    fetch: { allowHosts },
    server: { port, ...(operatorPort && { operatorPort }) },
    sources,
    topics: topics ?? [
      { id: 'azerbaijan-iran', title: { en: 'A' }, between: ['azerbaijan', 'iran'] },
    ],
  };
  const file = path.join(folder, `feeds.${port}.json`);
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** Araz over the tree, polling when sources are given. */
export async function startAraz(verb, { flags = [], ...given } = {}) {
  const [port, operatorPort] = [await freePort(), await freePort()];
  const file = writeConfig(port, { operatorPort, ...given });
  const own = ['--config', file, '--data', dataFolder];
  const { pid } = start(process.execPath, [...flags, main, ...own, verb], {
    stdio: 'ignore',
    env: { ...process.env, ARAZ_LOG: 'silent' },
  });
  return { url: `http://127.0.0.1:${port}`, pid };
}

/** One run of wrk: requests a second, how many they were, and percentiles in milliseconds. */
export async function wrk(url, headers, { seconds, connections }) {
  const given = headers.flatMap((header) => ['-H', header]);
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s'];
  // Not spawnSync: this process may be serving feeds meanwhile.
  const child = spawn('wrk', [...options, ...given, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += chunk;
  });
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(told)?.[1]);
  if (!(rate > 0) || /Socket errors|Non-2xx/.test(told)) throw new Error(`wrk ${url}: ${told}`);
  const unitMs = { us: 0.001, ms: 1, s: 1_000, m: 60_000 };
  const percentiles = [...told.matchAll(/(\d+)%\s+([\d.]+)(us|ms|s|m)\b/g)].map(
    ([, percent, value, unit]) => [Number(percent), Number(value) * unitMs[unit]],
  );
  return { rate, count: Number(/(\d+) requests in/.exec(told)?.[1]), percentiles };
}

/** Processor time that a process and its children have used so far, all threads. */
export function processorSeconds(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const own = tasks.map(
    (task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
  );
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const others = children === '' ? [] : children.split(' ').map(processorSeconds);
  return [...own, ...others].reduce((total, seconds) => total + seconds, 0);
}
