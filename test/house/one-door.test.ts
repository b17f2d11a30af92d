import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** Rooms that listen for connections; they may not make any. */
const listeners: readonly string[] = ['server/', 'app/demo/'];

/** Modules that can open a socket, a name server's included. */
const network =
  /^(?:node:)?(?:net|http|https|http2|tls|dns|dns\/promises|dgram|inspector)$|^undici$/;
const importPattern = /^import\s+(type\s+)?([^'";]*?)\s*(?:from\s*)?'([^']+)'/gm;
const loaded = /(?:\bimport|\brequire)\(\s*['"`]([^'"`]+)/g;
/** Globals of Node that connect. */
const globals = /(?<![.\w])(?:globalThis\.)?(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/;
/** What a listening room takes from `node:http` and `node:net`: only what waits. */
const waiting: ReadonlySet<string> = new Set(['createServer', 'Server', 'STATUS_CODES', 'isIP']);

/** What a file does that could open a connection, in words. */
function connectionsOf(file: string, text: string): readonly string[] {
  if (file.startsWith('fetch/')) return [];
  const isListener = listeners.some((room) => file.startsWith(room));
  const faults: string[] = [];
  for (const [, isType, names = '', from = ''] of text.matchAll(importPattern)) {
    if (isType || !network.test(from)) continue;
    const taken = valuesOf(names).filter((name) => !(isListener && waiting.has(name)));
    if (taken.length > 0) faults.push(`${file} takes ${taken.join(', ')} from ${from}`);
  }
  for (const [, from = ''] of text.matchAll(loaded)) {
    if (network.test(from)) faults.push(`${file} loads ${from}`);
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  if (globals.test(code)) faults.push(`${file} calls a global that connects`);
  return faults;
}

/** Names an import brings as values: `{ type A, b as c }` brings b; a default or star, itself. */
function valuesOf(names: string): readonly string[] {
  return names
    .replace(/[{}]/g, ',')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? '');
}

describe('the one door to the network', () => {
  it('is src/fetch: no other file opens a connection', () => {
    const faults = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => connectionsOf(file, readFileSync(path.join(src, file), 'utf8')));
    expect(faults).toEqual([]);
  });

  it.each([
    ['parse/a.ts', "import { request } from 'node:https';"],
    ['parse/a.ts', "import https from 'node:https';"],
    ['parse/a.ts', "import * as net from 'net';"],
    ['app/a.ts', "import { request } from 'undici';"],
    ['app/a.ts', "import { lookup } from 'node:dns/promises';"],
    ['app/a.ts', "const net = await import('node:net');"],
    ['app/a.ts', "const net = require('node:net');"],
    ['app/a.ts', "const page = await fetch('https://a.example/');"],
    ['app/a.ts', "const page = await globalThis.fetch('https://a.example/');"],
    ['app/a.ts', "const s = new WebSocket('wss://a.example/');"],
    ['server/a.ts', "import { createServer, request } from 'node:http';"],
  ])('sees %s: %s', (file, text) => {
    expect(connectionsOf(file, text)).toHaveLength(1);
  });

  it.each([
    ['fetch/a.ts', "import { Agent } from 'undici';"],
    ['server/a.ts', "import { createServer, type Server } from 'node:http';"],
    ['app/demo/a.ts', "import type { IncomingMessage } from 'node:http';"],
    ['pipeline/a.ts', 'const result = await fetcher.fetchSource(request); // fetch(x)'],
    ['pipeline/a.ts', 'const page = await fetcher.fetch(request);'],
  ])('lets pass %s: %s', (file, text) => {
    expect(connectionsOf(file, text)).toEqual([]);
  });
});
