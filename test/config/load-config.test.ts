import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { AppError } from '../../src/domain/errors.ts';
import { configFile, shippedConcepts } from '../support/config-file.ts';

describe('a file on disk', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'araz-config-'));
    mkdirSync(path.join(folder, 'folder.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function load(name: string, content?: string | Uint8Array) {
    const file = path.join(folder, name);
    if (content !== undefined) writeFileSync(file, content);
    return loadConfig({ path: file, env: {}, shippedConcepts });
  }

  function failureOf(name: string, content?: string | Uint8Array): AppError {
    try {
      load(name, content);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('the file was accepted');
  }

  it('is read with its warnings', () => {
    const { config, warnings } = load('right.json', `\uFEFF${configFile({})}`);
    expect(config.sources).toHaveLength(1);
    expect(warnings.length).toBeGreaterThan(0);
  });

  it('that is wrong is told every problem, one a line, with code config', () => {
    const failure = failureOf('wrong.json', '{\n"scedule": "",\n"sources": {} }');
    const file = path.join(folder, 'wrong.json');
    expect(failure.code).toBe('config');
    expect(failure.message.split('\n')).toEqual([
      `${file}:2:1: scedule is not a known key; did you mean "schedule"?`,
      expect.stringContaining(`${file}:3:12: sources must be a list in [ ]`),
    ]);
  });

  it('with very many problems is told the first forty', () => {
    const sources = Array.from({ length: 60 }, () => '{}').join(',');
    const lines = failureOf('many.json', `{ "sources": [${sources}] }`).message.split('\n');
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toContain('and 140 more');
  });

  it.each([
    ['that is not there', 'absent.json', undefined, 'there is no such file'],
    [
      'that is a folder',
      'folder.json',
      undefined,
      'is a folder, not a file; name the file in it with --config PATH',
    ],
    [
      'in UTF-16',
      'utf16.json',
      Buffer.from('\uFEFF{}', 'utf16le'),
      ':1:1: the file is UTF-16; save the file as UTF-8',
    ],
    [
      'in another charset',
      'latin.json',
      Buffer.from('{\n"site": {\n"title": "T\xfcrkiye" } }', 'latin1'),
      ':3:1: this line is not UTF-8; save the file as UTF-8',
    ],
    [
      'that is enormous',
      'large.json',
      Buffer.alloc(10_000_001, 0x20),
      'the file has 10000001 bytes, more than 10000000',
    ],
  ])('%s is named with what to do', (_, name, content, expected) => {
    const failure = failureOf(name, content);
    expect(failure.code).toBe('config');
    expect(failure.message).toContain(path.join(folder, name));
    expect(failure.message).toContain(expected);
  });

  it('that may not be read is named with what to do', () => {
    const file = path.join(folder, 'secret.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0);
    chmodSync(folder, 0o755);
    expect(asOtherUser(() => failureOf('secret.json')).message).toContain(
      'may not be read by this user',
    );
  });
});

/** The superuser may read everything, so it becomes nobody for the time of the call. */
function asOtherUser<T>(call: () => T): T {
  if (process.geteuid?.() !== 0) return call();
  process.seteuid?.(65_534);
  try {
    return call();
  } finally {
    process.seteuid?.(0);
  }
}
