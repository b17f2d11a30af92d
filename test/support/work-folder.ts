import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A temporary folder with a configuration and room for data. */
export interface WorkFolder {
  readonly path: string;
  readonly configPath: string;
  readonly dataDir: string;
  readonly publicDir: string;
  /** `--config` and `--data` for the command line. */
  readonly flags: readonly string[];
  writeConfig(config: unknown): void;
  /** SHA-256 and modification time of every published file, by path. */
  published(): ReadonlyMap<string, string>;
  /** Takes the data folder away from under whoever uses it. */
  moveData(): void;
  remove(): void;
}

export function makeWorkFolder(): WorkFolder {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-test-'));
  const configPath = path.join(folder, 'feeds.config.json');
  const dataDir = path.join(folder, 'data');
  const publicDir = path.join(dataDir, 'public');
  return {
    path: folder,
    configPath,
    dataDir,
    publicDir,
    flags: ['--config', configPath, '--data', dataDir],
    writeConfig: (config) => {
      const text = typeof config === 'string' ? config : JSON.stringify(config, null, 2);
      writeFileSync(configPath, text);
    },
    published: () => snapshot(publicDir),
    moveData: () => renameSync(dataDir, `${dataDir}-moved`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function snapshot(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const full = path.join(folder, file);
    const stat = statSync(full);
    if (!stat.isFile()) continue;
    const hash = createHash('sha256').update(readFileSync(full)).digest('hex');
    files.set(file, `${hash} ${stat.mtimeMs}`);
  }
  return files;
}
