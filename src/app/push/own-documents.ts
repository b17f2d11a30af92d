import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { variantFolder } from '../../publish/build-publication.ts';
import { corrections } from '../../publish/corrections.ts';
import { feedFormats } from '../../publish/feed-formats.ts';
import type { Reading } from '../open-reading.ts';
import { publicUrlOf } from '../public-url.ts';
import type { Setup } from '../setup.ts';

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

  constructor(app: Pick<Reading, 'outDir' | 'setup'>) {
    this.#app = app;
  }

  /** By address; without those that were not written yet. */
  async listLive(): Promise<ReadonlyMap<string, LiveDocument>> {
    const live = new Map<string, LiveDocument>();
    for (const document of listOwnDocuments(this.#app.setup)) {
      const hash = await this.#hashOf(document);
      if (hash !== undefined) live.set(document.selfUrl, { ...document, hash });
    }
    return live;
  }

  /** Its bytes, of which there are none when it has just been removed. Throws `io`. */
  async read({ path: name }: OwnDocument): Promise<Buffer> {
    const file = path.join(this.#app.outDir, name);
    return (await readFile(file).catch(ifAbsent)) ?? Buffer.alloc(0);
  }

  async #hashOf(document: OwnDocument): Promise<string | undefined> {
    const stats = await stat(path.join(this.#app.outDir, document.path)).catch(ifAbsent);
    if (stats === undefined) return undefined;
    const stamp = `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
    const known = this.#hashes.get(document.path);
    if (known?.stamp === stamp) return known.hash;
    const hash = hashOf(await this.read(document));
    this.#hashes.set(document.path, { stamp, hash });
    return hash;
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw new AppError('io', `a published document cannot be read: ${error.message}`, {
    cause: error,
  });
}
