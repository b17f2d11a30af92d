import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../domain/errors.ts';
import type { Milliseconds } from '../../domain/instant.ts';
import { variantFolder } from '../../publish/build-publication.ts';
import { corrections } from '../../publish/corrections.ts';
import { feedFormats } from '../../publish/feed-formats.ts';
import type { Reading } from '../open-reading.ts';
import { publicUrlOf } from '../public-url.ts';
import type { Setup } from '../setup.ts';

/**
 * A web server beside us looks 50 times a second whether a document was replaced. Only after that
 * does a subscriber that fetches it at once see what it was told of.
 */
const liveAfter: Milliseconds = 60;

/** A feed document of ours, by the address under which it is known. */
export interface OwnDocument {
  readonly selfUrl: string;
  /** In the published tree. */
  readonly path: string;
  readonly mediaType: string;
}

/** The document as it lies on disk now. */
export interface LiveDocument extends OwnDocument {
  /** SHA-256 hex of its bytes. */
  readonly hash: string;
}

/** All feed documents that this configuration publishes. */
export function listOwnDocuments(setup: Setup): readonly OwnDocument[] {
  const base = publicUrlOf(setup);
  return setup.config.topics.flatMap(({ id, languages }) =>
    ['all', ...languages].flatMap((variant) =>
      // The corrections of a topic are in all its languages.
      (variant === 'all' ? [...feedFormats, corrections] : feedFormats).map(
        ({ fileName, mediaType }) => {
          const documentPath = `${variantFolder(id, variant)}${fileName}`;
          return { selfUrl: `${base}/${documentPath}`, path: documentPath, mediaType };
        },
      ),
    ),
  );
}

/** Tells which documents lie on disk, and what they are; one that did not change is read once. */
export class OwnDocuments {
  readonly #app: Pick<Reading, 'outDir' | 'setup'>;
  readonly #hashes = new Map<string, { readonly stamp: string; readonly hash: string }>();
  /** When the last change was seen, by the clock of the process. */
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(app: Pick<Reading, 'outDir' | 'setup'>) {
    this.#app = app;
  }

  /** By address, those that were not written yet without a hash. Each is what every reader gets by now. */
  async list(): Promise<ReadonlyMap<string, OwnDocument | LiveDocument>> {
    const listed = new Map<string, OwnDocument | LiveDocument>();
    for (const document of listOwnDocuments(this.#app.setup)) {
      const hash = await this.#hashOf(document);
      listed.set(document.selfUrl, hash === undefined ? document : { ...document, hash });
    }
    const waitMs = this.#changedAt + liveAfter - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    return listed;
  }

  /** The bytes of a document with their hash; undefined when there is none. Throws `io`. */
  async read(document: OwnDocument): Promise<{ body: Buffer; hash: string } | undefined> {
    const body = await readFile(path.join(this.#app.outDir, document.path)).catch(ifAbsent);
    return body && { body, hash: createHash('sha256').update(body).digest('hex') };
  }

  /** Looks at a document anew: its bytes turned out to be others than were listed. */
  forget({ path: name }: OwnDocument): void {
    this.#hashes.delete(name);
  }

  async #hashOf(document: OwnDocument): Promise<string | undefined> {
    const stats = await stat(path.join(this.#app.outDir, document.path)).catch(ifAbsent);
    if (stats === undefined) return undefined;
    const stamp = `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
    const known = this.#hashes.get(document.path);
    if (known?.stamp === stamp) return known.hash;
    this.#changedAt = performance.now();
    const read = await this.read(document);
    if (read === undefined) return undefined;
    this.#hashes.set(document.path, { stamp, hash: read.hash });
    return read.hash;
  }
}

export function isLive(document: OwnDocument | LiveDocument | undefined): document is LiveDocument {
  return document !== undefined && 'hash' in document;
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw new AppError('io', `a published document cannot be read: ${error.message}`, {
    cause: error,
  });
}
