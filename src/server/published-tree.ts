import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlibConstants } from 'node:zlib';

/** Bytes of documents and their codings kept in memory; a site of ten topics has some 10 MB. */
const cacheBytesMax = 64 * 1024 * 1024;
/** Shorter bodies do not gain by a content coding. */
const codingBytesMin = 512;

export type ContentCoding = 'identity' | 'gzip' | 'br';

/** A published document as it is sent: bytes under one content coding. */
export interface Representation {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly coding: ContentCoding;
  /** Strong and different per coding (RFC 9110 §8.8.3.3). */
  readonly etag: string;
  readonly mediaType: string;
  /** When the document last changed, whole seconds. */
  readonly lastModified: Date;
}

interface CachedDocument {
  readonly file: string;
  readonly stamp: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly hash: string;
  readonly modified: Date;
  /** Being coded, or coded: two who ask at once wait for one. */
  readonly coded: Map<ContentCoding, Promise<Uint8Array<ArrayBuffer>>>;
  codedBytes: number;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The published tree as a server reads it: the very bytes on disk, coded on first request and kept. */
export class PublishedTree {
  readonly #root: string;
  readonly #cache = new Map<string, CachedDocument>();
  #cachedBytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** The document at a URL path, or undefined when there is none; a path ending in `/` is its `index.html`. */
  async find(urlPath: string, coding: ContentCoding): Promise<Representation | undefined> {
    const file = this.#fileOf(urlPath);
    if (file === undefined) return undefined;
    const document = await this.#read(file);
    if (document === undefined) return undefined;
    const isCoded = coding !== 'identity' && document.body.length >= codingBytesMin;
    const used = isCoded ? coding : 'identity';
    const body = await this.#coded(document, used);
    return {
      body,
      coding: used,
      etag: used === 'identity' ? `"${document.hash}"` : `"${document.hash}-${used}"`,
      mediaType: mediaTypeOf(file),
      lastModified: document.modified,
    };
  }

  /** Path in the tree, or undefined for anything that is not a plain path under it. */
  #fileOf(urlPath: string): string | undefined {
    const name = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
    const segments = name.slice(1).split('/');
    const isPlain = segments.every((segment) => /^[a-z0-9][a-z0-9._-]{0,127}$/i.test(segment));
    return isPlain ? path.join(this.#root, ...segments) : undefined;
  }

  async #read(file: string): Promise<CachedDocument | undefined> {
    // Without O_NONBLOCK a named pipe would hold a thread for ever.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(file, flags).catch(() => undefined);
    if (handle === undefined) return undefined;
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return undefined;
      const stamp = `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
      const cached = this.#cache.get(file);
      if (cached?.stamp === stamp) return cached;
      if (!(await this.#isInside(file))) return undefined;
      const body = new Uint8Array(await handle.readFile());
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
      const modified = new Date(Math.floor(stat.mtimeMs / 1000) * 1000);
      const document = { file, stamp, body, hash, modified, coded: new Map(), codedBytes: 0 };
      this.#keep(file, document);
      return document;
    } finally {
      await handle.close();
    }
  }

  async #coded(document: CachedDocument, coding: ContentCoding): Promise<Uint8Array<ArrayBuffer>> {
    if (coding === 'identity') return document.body;
    const known = document.coded.get(coding);
    if (known !== undefined) return known;
    const coded = coding === 'gzip' ? toGzip(document.body) : toBrotli(document.body);
    document.coded.set(coding, coded);
    const bytes = await coded;
    // It may have been dropped meanwhile; what is not kept is not counted.
    if (this.#cache.get(document.file) === document) {
      document.codedBytes += bytes.length;
      this.#cachedBytes += bytes.length;
    }
    return bytes;
  }

  /** No link anywhere on the way: one to a folder elsewhere would serve all that lies there. */
  async #isInside(file: string): Promise<boolean> {
    const inTree = path.relative(this.#root, file);
    const real = await realpath(file).catch(() => undefined);
    return real === path.join(await realpath(this.#root), inTree);
  }

  #keep(file: string, document: CachedDocument): void {
    this.#drop(file);
    this.#cache.set(file, document);
    this.#cachedBytes += document.body.length;
    for (const oldest of this.#cache.keys()) {
      if (this.#cachedBytes <= cacheBytesMax || oldest === file) return;
      this.#drop(oldest);
    }
  }

  #drop(file: string): void {
    const cached = this.#cache.get(file);
    if (cached === undefined) return;
    this.#cache.delete(file);
    this.#cachedBytes -= cached.body.length + cached.codedBytes;
  }
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

async function toGzip(body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await gzipAsync(body, { level: 9 }));
}

async function toBrotli(body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [zlibConstants.BROTLI_PARAM_QUALITY]: 9 };
  return new Uint8Array(await brotliAsync(body, { params }));
}

function mediaTypeOf(file: string): string {
  if (file.endsWith('atom.xml')) return mediaTypes['.atom'] ?? '';
  return mediaTypes[path.extname(file)] ?? 'application/octet-stream';
}
