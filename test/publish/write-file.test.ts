import { existsSync } from 'node:fs';
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { findDocument, removeDocument, writeIfChanged } from '../../src/publish/write-file.ts';

let folder: string;
let root: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'araz-write-'));
  root = path.join(folder, 'public');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function rendered(documentPath: string, body = 'سلام\n') {
  return { path: documentPath, mediaType: 'text/plain', body };
}

async function failureOf(act: Promise<unknown>): Promise<AppError> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError but ${String(error)}`);
  return error;
}

describe('writeIfChanged', () => {
  it('makes the folders and writes the bytes, readable for everyone', async () => {
    const before = process.umask(0o077);
    try {
      expect(await writeIfChanged(root, rendered('topics/a/rss.xml'))).toBe('written');
    } finally {
      process.umask(before);
    }
    const file = path.join(root, 'topics/a/rss.xml');
    expect(await readFile(file, 'utf8')).toBe('سلام\n');
    expect((await stat(file)).mode & 0o777).toBe(0o644);
    expect(await readdir(path.dirname(file))).toEqual(['rss.xml']);
  });

  it('leaves unchanged bytes and their modification time alone', async () => {
    await writeIfChanged(root, rendered('a.txt'));
    const file = path.join(root, 'a.txt');
    await utimes(file, 1_000, 1_000);
    const { ino } = await stat(file);
    expect(await writeIfChanged(root, rendered('a.txt'))).toBe('unchanged');
    expect(await stat(file)).toMatchObject({ mtimeMs: 1_000_000, ino });
  });

  it('replaces changed bytes by another file, so that an open reader keeps the old one', async () => {
    await writeIfChanged(root, rendered('a.txt', 'old'));
    const file = path.join(root, 'a.txt');
    await link(file, path.join(folder, 'kept'));
    expect(await writeIfChanged(root, rendered('a.txt', 'new'))).toBe('written');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readFile(path.join(folder, 'kept'), 'utf8')).toBe('old');
  });

  it.each([
    ['../outside.txt'],
    ['topics/../../outside.txt'],
    ['/etc/outside.txt'],
    ['topics//rss.xml'],
    ['topics/./rss.xml'],
    ['topics\\..\\outside.txt'],
    ['.hidden'],
    ['topics/a\0b/rss.xml'],
    ['topics/خبر/rss.xml'],
    ['a.tmp'],
    [''],
    ['a/'],
    [`${'a'.repeat(300)}.xml`],
  ])('refuses the path %j', async (documentPath) => {
    const error = await failureOf(writeIfChanged(root, rendered(documentPath)));
    expect(error.code).toBe('io');
    expect(existsSync(path.join(folder, 'outside.txt'))).toBe(false);
  });

  it('writes through no symbolic link, neither to a folder nor to a file', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(path.join(elsewhere, 'secret'), 'mine');
    await mkdir(root);
    await symlink(elsewhere, path.join(root, 'topics'));
    await symlink(path.join(elsewhere, 'secret'), path.join(root, 'a.txt'));
    const first = await failureOf(writeIfChanged(root, rendered('topics/rss.xml')));
    const second = await failureOf(writeIfChanged(root, rendered('a.txt', 'new')));
    expect([first.code, second.code]).toEqual(['io', 'io']);
    expect(first.message).toContain('topics/rss.xml was not written');
    expect(await readdir(elsewhere)).toEqual(['secret']);
    expect(await readFile(path.join(elsewhere, 'secret'), 'utf8')).toBe('mine');
  });

  it('follows the root itself when the operator made it a link', async () => {
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    await symlink(disk, root);
    expect(await writeIfChanged(root, rendered('a.txt'))).toBe('written');
    expect(await readdir(disk)).toEqual(['a.txt']);
  });

  it('clears away what a killed process left, and nothing younger or of others', async () => {
    await mkdir(root);
    const old = path.join(root, '.a.txt.0123456789ab.tmp');
    const young = path.join(root, '.a.txt.abcdef012345.tmp');
    const other = path.join(root, '.b.txt.0123456789ab.tmp');
    for (const file of [old, young, other]) await writeFile(file, 'half');
    for (const file of [old, other]) await utimes(file, 1_000, 1_000);
    await writeIfChanged(root, rendered('a.txt'));
    expect([old, young, other].map((file) => existsSync(file))).toEqual([false, true, true]);
  });

  it('keeps the old document and leaves no half one when it cannot write', async () => {
    await writeIfChanged(root, rendered('a/a.txt', 'old'));
    await rm(path.join(root, 'a/a.txt'));
    await mkdir(path.join(root, 'a/a.txt'));
    const error = await failureOf(writeIfChanged(root, rendered('a/a.txt', 'new')));
    expect(error.message).toContain('is not a plain file');
    expect(await readdir(path.join(root, 'a'))).toEqual(['a.txt']);
  });

  it('never shows half a document to a reader while it is replaced', async () => {
    const bodies = ['a', 'b'].map((letter) => letter.repeat(300_000));
    await writeIfChanged(root, rendered('a.txt', bodies[0]));
    let isWriting = true;
    const seen = new Set<string>();
    const reading = (async () => {
      while (isWriting) {
        const text = await readFile(path.join(root, 'a.txt'), 'utf8');
        seen.add(`${text[0]}${text.at(-1)}${text.length}`);
      }
    })();
    for (let round = 1; round < 60; round++) {
      await writeIfChanged(root, rendered('a.txt', bodies[round % 2]));
    }
    isWriting = false;
    await reading;
    expect([...seen].sort()).toEqual(['aa300000', 'bb300000']);
  });
});

describe('findDocument', () => {
  it('finds nothing where a plain file lies in the place of a folder', async () => {
    await writeIfChanged(root, rendered('stories/plain'));
    expect(await findDocument(root, 'stories/plain/index.html')).toBeUndefined();
  });
});

describe('removeDocument', () => {
  it('removes the document and the folders that are empty then', async () => {
    await writeIfChanged(root, rendered('topics/a/fa/rss.xml'));
    await writeIfChanged(root, rendered('topics/a/rss.xml'));
    expect(await removeDocument(root, 'topics/a/fa/rss.xml')).toBe(true);
    expect(await readdir(path.join(root, 'topics/a'))).toEqual(['rss.xml']);
    expect(await removeDocument(root, 'topics/a/fa/rss.xml')).toBe(false);
  });

  it('removes nothing through a symbolic link or outside the root', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(path.join(elsewhere, 'rss.xml'), 'mine');
    await mkdir(root);
    await symlink(elsewhere, path.join(root, 'topics'));
    await failureOf(removeDocument(root, 'topics/rss.xml'));
    await failureOf(removeDocument(root, '../elsewhere/rss.xml'));
    expect(await readdir(elsewhere)).toEqual(['rss.xml']);
  });
});
