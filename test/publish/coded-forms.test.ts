import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { removeDocument, writeIfChanged } from '../../src/publish/write-file.ts';
import { tempFolder } from '../support/temp-store.ts';

let root: string;
const long = 'Sınır ticareti · '.repeat(200);

beforeEach(async () => {
  root = await tempFolder();
});

const write = (body: string, name = 'topics/a/rss.xml') =>
  writeIfChanged(root, { path: name, mediaType: 'application/rss+xml', body });
const at = (name: string): string => path.join(root, 'topics/a', name);
const modified = (name: string): number => Math.round(statSync(at(name)).mtimeMs);

function decoded(): readonly string[] {
  const plain = readFileSync(at('rss.xml'), 'utf8');
  const gz = gunzipSync(readFileSync(at('rss.xml.gz'))).toString();
  const br = brotliDecompressSync(readFileSync(at('rss.xml.br'))).toString();
  return [plain, gz, br];
}

describe('the coded forms of a document', () => {
  it('stand beside it, of the same bytes, time and mode', async () => {
    await write(long);
    expect(new Set(decoded())).toEqual(new Set([long]));
    for (const name of ['rss.xml.gz', 'rss.xml.br']) {
      expect(modified(name)).toBe(modified('rss.xml'));
      expect(statSync(at(name)).mode & 0o777).toBe(0o644);
    }
  });

  it('are replaced with it, and left alone with it', async () => {
    await write(long);
    await write(`${long}!`);
    expect(new Set(decoded())).toEqual(new Set([`${long}!`]));
    const before = ['rss.xml', 'rss.xml.gz', 'rss.xml.br'].map((name) => statSync(at(name)));
    expect(await write(`${long}!`)).toBe('unchanged');
    const after = ['rss.xml', 'rss.xml.gz', 'rss.xml.br'].map((name) => statSync(at(name)));
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
      before.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
    );
  });

  it('go when the document becomes too short for them, and with the document', async () => {
    await write(long);
    await write('short');
    expect([existsSync(at('rss.xml.gz')), existsSync(at('rss.xml.br'))]).toEqual([false, false]);
    await write(long);
    await removeDocument(root, 'topics/a/rss.xml');
    expect(existsSync(at(''))).toBe(false);
  });

  it('are made again when a kill left them missing or of other bytes', async () => {
    await write(long);
    await rm(at('rss.xml.br'));
    writeFileSync(at('rss.xml.gz'), 'of an earlier document');
    expect(await write(long)).toBe('unchanged');
    expect(new Set(decoded())).toEqual(new Set([long]));
    expect(modified('rss.xml.gz')).toBe(modified('rss.xml'));
  });

  it('are made for a tree of an earlier version, whose times are finer, and then stand', async () => {
    mkdirSync(at(''), { recursive: true });
    writeFileSync(at('rss.xml'), long);
    utimesSync(at('rss.xml'), 1_700_000_000.123_456, 1_700_000_000.123_456);
    await write(long);
    const { ino } = statSync(at('rss.xml.gz'));
    await write(long);
    expect(statSync(at('rss.xml.gz')).ino).toBe(ino);
    expect(Math.floor(statSync(at('rss.xml')).mtimeMs)).toBe(1_700_000_000_123);
  });

  it('that lie there alone go too when the document is removed', async () => {
    await write(long);
    await rm(at('rss.xml'));
    expect(await removeDocument(root, 'topics/a/rss.xml')).toBe(false);
    expect(existsSync(at('rss.xml.gz'))).toBe(false);
  });

  it('may not be written as documents themselves', async () => {
    await expect(write(long, 'topics/a/rss.xml.gz')).rejects.toMatchObject({ code: 'io' });
  });
});

it('two documents in the same second get times of different seconds, as HTTP counts', async () => {
  await write('one');
  const first = modified('rss.xml');
  await write('two');
  expect(Math.floor(modified('rss.xml') / 1_000)).toBeGreaterThan(Math.floor(first / 1_000));
});
