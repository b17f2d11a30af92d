import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const src = path.join(root, 'src');

/** Rooms that listen for connections; they may not make any. */
const listeners: readonly string[] = ['server/', 'app/demo/'];

/**
 * Modules of Node that reach nothing but files, memory and threads of this program. Everything else
 * may open a socket, start a program that does (`child_process`), or load what nobody reads here
 * (`module`, `vm`), and so do modules that a later Node brings.
 */
const harmless: ReadonlySet<string> = new Set([
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'readline',
  'stream',
  'stream/consumers',
  'timers/promises',
  'url',
  'util',
  'worker_threads',
  'zlib',
]);
/** What a listening room takes from `node:http` and `node:net`: only what waits. */
const waiting: ReadonlySet<string> = new Set(['createServer', 'Server', 'STATUS_CODES', 'isIP']);

/** Packages that connect, and the parts of others that do. */
const connecting = /^(?:undici|ws|pg|postgres|axios|got|node-fetch|ioredis|redis)(?:\/|$)/;
const connectingParts = /\.parseURL\b|\bPushgateway\b|\bgetBuiltinModule\b|\bprocess\.binding\b/;

const importPattern = /^(?:import|export)\s+(type\s+)?(?:([\w\s{},*$]+?)\s*from\s*)?'([^']+)'/gm;
/** `import(…)` and `require(…)`, wherever they stand; the argument may be anything. */
const loading = /\b(?:import|require)\s*\(\s*(?:(['"`])([^'"`$]*)\1)?/g;

/** What a file does that could open a connection, in words. */
function connectionsOf(file: string, text: string): readonly string[] {
  if (file.startsWith('fetch/')) return [];
  const code = withoutComments(text);
  const part = connectingParts.exec(code)?.[0];
  const faults = [
    ...importsOf(code, new Set(listeners.some((room) => file.startsWith(room)) ? waiting : [])),
    ...loadsOf(code),
    ...(part === undefined ? [] : [`uses ${part}`]),
  ];
  return faults.map((fault) => `${file} ${fault}`);
}

function importsOf(code: string, allowed: ReadonlySet<string>): readonly string[] {
  return [...code.matchAll(importPattern)].flatMap(([, isType, names = '', from = '']) => {
    if (isType || !mayConnect(from)) return [];
    const taken = valuesOf(names).filter((name) => !allowed.has(name));
    return taken.length > 0 ? [`takes ${taken.join(', ')} from ${from}`] : [];
  });
}

function loadsOf(code: string): readonly string[] {
  return [...code.matchAll(loading)].flatMap(([, quote, from = '']) => {
    if (quote === undefined) return ['loads what only running it tells'];
    return mayConnect(from) ? [`loads ${from}`] : [];
  });
}

function mayConnect(from: string): boolean {
  const name = from.replace(/^node:/, '');
  const isNode = from.startsWith('node:') || builtinModules.includes(name);
  return isNode ? !harmless.has(name) : connecting.test(from) || /^[a-z]+:/.test(from);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\/])\/\/.*/g, '');
}

/** Names an import brings as values: `{ type A, b as c }` brings b; a default or star, itself. */
function valuesOf(names: string): readonly string[] {
  const values = names
    .replace(/[{}]/g, ',')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? '');
  // `import 'node:http'` brings no name and runs all the same.
  return names.trim() === '' ? ['all'] : values;
}

describe('the one door to the network', () => {
  it('is src/fetch: no other file opens a connection', () => {
    const faults = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
      .flatMap((file) => connectionsOf(file, readFileSync(path.join(src, file), 'utf8')));
    expect(faults).toEqual([]);
  });

  it.each([
    ['parse/a.ts', "import { request } from 'node:https';"],
    ['parse/a.ts', "import https from 'node:https';"],
    ['parse/a.ts', "import * as net from 'net';"],
    ['parse/a.ts', "import 'node:http2';"],
    ['parse/a.ts', "export { request } from 'node:http';"],
    ['parse/a.ts', "export * from 'node:tls';"],
    ['parse/a.ts', "import { createSocket } from 'node:dgram';"],
    ['parse/a.ts', "import { execFile } from 'node:child_process';"],
    ['parse/a.ts', "import { createRequire } from 'node:module';"],
    ['parse/a.ts', "import { runInThisContext } from 'node:vm';"],
    ['parse/a.ts', "import tls from 'node:_tls_wrap';"],
    ['parse/a.ts', "import thing from 'https://a.example/thing.js';"],
    ['app/a.ts', "import { request } from 'undici';"],
    ['app/a.ts', "import { Agent } from 'undici/types/agent.js';"],
    ['app/a.ts', "import { lookup } from 'node:dns/promises';"],
    ['app/a.ts', "const net = await import('node:net');"],
    ['app/a.ts', 'const net = await import(`node:${name}`);'],
    ['app/a.ts', 'const net = await import(name);'],
    ['app/a.ts', "const net = require('node:net');"],
    ['app/a.ts', "const net = process.getBuiltinModule('net');"],
    ['app/a.ts', "const feed = await parser.parseURL('https://a.example/');"],
    ['server/a.ts', "import { createServer, request } from 'node:http';"],
    ['server/a.ts', "import { Socket } from 'node:net';"],
    ['server/a.ts', "import http from 'node:http';"],
  ])('sees %s: %s', (file, text) => {
    expect(connectionsOf(file, text)).toHaveLength(1);
  });

  it.each([
    ['fetch/a.ts', "import { Agent } from 'undici';"],
    ['server/a.ts', "import { createServer, type Server } from 'node:http';"],
    ['app/demo/a.ts', "import type { IncomingMessage } from 'node:http';"],
    ['pipeline/a.ts', "import { setTimeout } from 'node:timers/promises';"],
    ['pipeline/a.ts', "// import { request } from 'node:https';"],
  ])('lets pass %s: %s', (file, text) => {
    expect(connectionsOf(file, text)).toEqual([]);
  });
});

/** Lines of a program at which the linter refuses a global: it knows scopes, so it sees an alias too. */
function refusedLines(code: string): readonly number[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'araz-door-'));
  writeFileSync(path.join(folder, 'a.ts'), code);
  const rules = ['--vcs-enabled=false', `--config-path=${path.join(root, 'biome.json')}`];
  const args = ['lint', '--reporter=github', '--only=style/noRestrictedGlobals', ...rules, '.'];
  const { stdout } = spawnSync(path.join(root, 'node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return [...stdout.matchAll(/noRestrictedGlobals,file=[^,]*a\.ts,line=(\d+)/g)].map(([, line]) =>
    Number(line),
  );
}

describe('globals that connect', () => {
  it('are refused by the linter under every name', () => {
    const found = refusedLines(
      [
        'const page = await fetch(address);',
        'const get = fetch;',
        'const socket = new WebSocket(address);',
        'const events = new EventSource(address);',
        "const hidden = globalThis['fetch'];",
        "const built = new Function('return 1');",
        'export { page, get, socket, events, hidden, built };',
      ].join('\n'),
    );
    expect(found).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('leave names of our own alone', () => {
    const code = 'export const get = (config: { fetch: () => number }): number => config.fetch();';
    expect(refusedLines(code)).toEqual([]);
  });
});
