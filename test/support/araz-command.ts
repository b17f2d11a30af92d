import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** The built command line; `npm test` and `npm run test:system` build it first. */
const main = path.resolve(import.meta.dirname, '../../dist/cli/main.js');

/** How one run ended and what it said. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** A run under way. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ran>;
  /** Everything on standard error so far. */
  stderr(): string;
  /** Resolves with the match once standard output has it; rejects when the run ends without. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command line; nothing of this machine's own configuration reaches it. */
export function startAraz(args: readonly string[], options: RunOptions = {}): Running {
  const { ARAZ_CONFIG: _c, ARAZ_DATA: _d, ARAZ_DATABASE_URL: _u, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd,
    env: { ...inherited, ARAZ_LOG: 'info', ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(options.input ?? '');
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    stderr: () => stderr,
    until: (pattern) => untilOutput(child, ended, pattern, () => stdout),
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** Runs the command line to its end. */
export function runAraz(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return startAraz(args, options).ended;
}

function untilOutput(
  child: ChildProcess,
  ended: Promise<Ran>,
  pattern: RegExp,
  read: () => string,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = pattern.exec(read());
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    look();
    ended.then((ran) => {
      look();
      reject(new Error(`ended without ${pattern}: ${JSON.stringify(ran)}`));
    }, reject);
  });
}
