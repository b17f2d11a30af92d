import { constants, lstatSync, type Stats } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  codedBytesMin,
  contentCodings,
  isCodedName,
  isOfSameTime,
} from '../publish/content-codings.ts';
import {
  buildRepresentation,
  type DocumentFacts,
  type PublishedDocument,
  type Representation,
} from './representation.ts';

/** Bytes of documents and their coded forms kept in memory; a site of ten topics has some 10 MB. */
const cacheBytesMax = 64 * 1024 * 1024;
/**
 * A document is looked at so often at most, which is how long a replaced one may still be sent. A
 * look costs some microseconds, so under load it is spared most requests.
 */
const recheckMs = 20;
/** A document may have the time of the next second already (`replaceFiles`). */
const second = 1_000;

/** What is said of the document at a path; what its file tells is added here. */
export type Describe = (urlPath: string) => Omit<DocumentFacts, 'lastModified' | 'now' | 'isCoded'>;

/** A document as a live server sends it; the very bytes given where it is as published. */
export type Complete = (urlPath: string, body: Buffer) => Buffer;

interface KeptDocument extends PublishedDocument {
  readonly file: string;
  readonly bytes: number;
  readonly stamp: Pick<Stats, 'ino' | 'mtimeMs' | 'size'>;
  checkedAt: number;
}

/**
 * The published tree as a server reads it: the very bytes on disk, in every coding, ready to be
 * sent. Whoever writes the tree, in this process or another, need not say so.
 */
export class PublishedTree {
  readonly #root: string;
  readonly #describe: Describe;
  readonly #complete: Complete;
  /** By URL path; the one loaded last stands last. */
  readonly #kept = new Map<string, KeptDocument>();
  readonly #loading = new Map<string, Promise<PublishedDocument | undefined>>();
  #keptBytes = 0;
  /** Raised when all is forgotten: what was being loaded then is of before. */
  #generation = 0;

  constructor(root: string, describe: Describe, complete: Complete = (_, body) => body) {
    this.#root = root;
    this.#describe = describe;
    this.#complete = complete;
  }

  /** The document of a path if it is at hand and still the one on disk; nothing is waited for. */
  findKept(urlPath: string): PublishedDocument | undefined {
    const kept = this.#kept.get(urlPath);
    if (kept === undefined) return undefined;
    const now = performance.now();
    if (now - kept.checkedAt < recheckMs) return kept;
    const stat = lstatSync(kept.file, { throwIfNoEntry: false });
    if (stat === undefined || !isSameFile(stat, kept.stamp)) {
      this.#drop(urlPath);
      return undefined;
    }
    kept.checkedAt = now;
    return kept;
  }

  /**
   * The document of a URL path, or undefined when there is none; a path ending in `/` is its
   * `index.html`. Throws when there is one that cannot be read.
   */
  find(urlPath: string): Promise<PublishedDocument | undefined> {
    const known = this.findKept(urlPath);
    if (known !== undefined) return Promise.resolve(known);
    const underway = this.#loading.get(urlPath);
    if (underway !== undefined) return underway;
    const file = this.#fileOf(urlPath);
    if (file === undefined) return Promise.resolve(undefined);
    const loading = this.#load(urlPath, file).finally(() => {
      if (this.#loading.get(urlPath) === loading) this.#loading.delete(urlPath);
    });
    this.#loading.set(urlPath, loading);
    return loading;
  }

  /** Forgets all documents: what is said of them, or where they are, has changed. */
  forget(): void {
    this.#kept.clear();
    this.#loading.clear();
    this.#keptBytes = 0;
    this.#generation += 1;
  }

  /** Path in the tree, or undefined for anything that is not a plain path to a document under it. */
  #fileOf(urlPath: string): string | undefined {
    const name = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
    const segments = name.slice(1).split('/');
    const isPlain = segments.every((segment) => /^[a-z0-9][a-z0-9._-]{0,127}$/i.test(segment));
    return isPlain && !isCodedName(name) ? path.join(this.#root, ...segments) : undefined;
  }

  async #load(urlPath: string, file: string): Promise<PublishedDocument | undefined> {
    const generation = this.#generation;
    const plain = await readPlainFile(file);
    if (plain === undefined || !(await this.#isInside(file))) return undefined;
    const page = this.#complete(urlPath, plain.body);
    const isAsPublished = page === plain.body;
    const lastModified = Math.floor(plain.stat.mtimeMs / second) * second;
    const isCoded = page.length >= codedBytesMin;
    const facts = { ...this.#describe(urlPath), lastModified, now: Date.now(), isCoded };
    const identity = buildRepresentation(page, 'identity', facts);
    const coded: { gzip?: Representation; br?: Representation } = {};
    let bytes = page.length;
    for (const coding of isCoded ? contentCodings : []) {
      const beside = isAsPublished ? await readPlainFile(file + coding.suffix) : undefined;
      const isItsOwn = beside !== undefined && isOfSameTime(plain.stat, beside.stat);
      // In a tree that something else wrote, or between two renames, there is none.
      const body = isItsOwn ? beside.body : await coding.encode(page);
      coded[coding.name] = buildRepresentation(body, coding.name, facts);
      bytes += body.length;
    }
    const { ino, mtimeMs, size } = plain.stat;
    const stamp = { ino, mtimeMs, size };
    const document = {
      identity,
      ...coded,
      lastModified,
      file,
      bytes,
      stamp,
      checkedAt: -recheckMs,
    };
    if (generation === this.#generation) this.#keep(urlPath, document);
    return document;
  }

  /** No link anywhere on the way: one to a folder elsewhere would serve all that lies there. */
  async #isInside(file: string): Promise<boolean> {
    const inTree = path.relative(this.#root, file);
    const real = await realpath(file).catch(() => undefined);
    return real === path.join(await realpath(this.#root), inTree);
  }

  #keep(urlPath: string, document: KeptDocument): void {
    this.#drop(urlPath);
    this.#kept.set(urlPath, document);
    this.#keptBytes += document.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= cacheBytesMax || oldest === urlPath) return;
      this.#drop(oldest);
    }
  }

  #drop(urlPath: string): void {
    this.#keptBytes -= this.#kept.get(urlPath)?.bytes ?? 0;
    this.#kept.delete(urlPath);
  }
}

function isSameFile(a: KeptDocument['stamp'], b: KeptDocument['stamp']): boolean {
  return a.ino === b.ino && a.mtimeMs === b.mtimeMs && a.size === b.size;
}

/** Errors that say: there is no such document. Any other is a fault, which a 404 would hide. */
const absentCodes = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ENXIO', 'EISDIR']);

/** The whole of a plain file as it stood at one moment; undefined when there is none. */
async function readPlainFile(file: string): Promise<{ stat: Stats; body: Buffer } | undefined> {
  // Without O_NONBLOCK a named pipe would hold a thread for ever.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let handle: FileHandle;
  try {
    handle = await open(file, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && absentCodes.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
  try {
    const stat = await handle.stat();
    return stat.isFile() ? { stat, body: await handle.readFile() } : undefined;
  } finally {
    await handle.close();
  }
}
