// Compiles src/ to dist/ when a source is newer than the last build, so that `npm start` is quick.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.built');

function newestUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const times = entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(statSync(folder).mtimeMs, ...times);
}

const inputs = ['tsconfig.json', 'package.json', 'scripts/build.mjs'].map(
  (name) => statSync(path.join(root, name)).mtimeMs,
);
const newest = Math.max(newestUnder(path.join(root, 'src')), ...inputs);
if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) process.exit(0);

const startedAt = new Date();
const work = `${dist}.tmp`;
rmSync(work, { recursive: true, force: true });
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(
  process.execPath,
  [tsc, '-p', path.join(root, 'src'), '--outDir', work],
  { stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);
chmodSync(path.join(work, 'cli', 'main.js'), 0o755);
writeFileSync(path.join(work, '.built'), '');
utimesSync(path.join(work, '.built'), startedAt, startedAt);
rmSync(dist, { recursive: true, force: true });
renameSync(work, dist);
