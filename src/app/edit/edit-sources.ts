import { chmod, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { type AddedSources, addSource, addSources } from '../../config/edit-config.ts';
import type { SourceDeclaration } from '../../config/schema.ts';
import { proposeSourceId } from '../../config/source-id.ts';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { Source } from '../../domain/source.ts';
import type { FoundFeed } from '../../parse/find-feeds-in-page.ts';
import { parseOpml } from '../../parse/parse-opml.ts';
import { sourcesOpml } from '../../publish/opml.ts';
import {
  lastingAddress,
  type Probe,
  type ProbeTools,
  probeAnything,
} from '../probe/probe-source.ts';
import type { Setup } from '../setup.ts';

export interface AddOptions {
  readonly id?: string;
  readonly title?: string;
  readonly language?: string;
  readonly country?: string;
}

/** A source that was added, and what its feed answered. */
export interface Added {
  readonly declaration: SourceDeclaration;
  readonly probe: Probe;
  /** Further feeds that the page names, which were not added. */
  readonly others: readonly FoundFeed[];
}

/**
 * Adds the feed at an address, or the first that a web page points to, to the configuration file.
 * Comments and layout stay. Throws `conflict` when it is there already, `not-found` when no feed is.
 */
export async function addSourceByUrl(
  configPath: string,
  url: string,
  options: AddOptions,
  tools: ProbeTools,
): Promise<Added> {
  const { probe, address, others } = await findFeed(url, tools);
  const { feed } = probe.read;
  const language =
    options.language ?? mostCommon(probe.items.map(({ item }) => item.language)) ?? 'und';
  const title = options.title ?? feed.title ?? new URL(address).hostname;
  const taken = new Set(tools.setup.config.sources.map((source) => source.id));
  const declaration: SourceDeclaration = {
    id: options.id ?? proposeSourceId({ url: address, title, language, taken }),
    url: address,
    title,
    language,
    ...(options.country === undefined ? {} : { country: options.country }),
  };
  await editFile(configPath, (text) => addSource(text, declaration));
  return { declaration, probe, others };
}

type FeedProbe = Extract<Probe, { kind: 'feed' }>;

interface FoundSource {
  readonly probe: FeedProbe;
  /** As it is to be written down. */
  readonly address: string;
  readonly others: readonly FoundFeed[];
}

/** The feed at an address, or the first that its page names or that lies at a usual path. */
async function findFeed(url: string, tools: ProbeTools): Promise<FoundSource> {
  if (!/^https?:\/\//i.test(url)) {
    throw new AppError('usage', `"${url}" is no http(s) address; give the feed's or the site's`);
  }
  const first = await probeAnything(url, tools);
  if (first.kind === 'feed') {
    return { probe: first, address: lastingAddress(url, first), others: [] };
  }
  if (first.kind === 'failed') throw new AppError('not-found', `${url}: ${first.message}`);
  for (const found of first.feeds) {
    const probe = await probeAnything(found.url, tools);
    if (probe.kind !== 'feed') continue;
    const others = first.feeds.filter((feed) => feed !== found);
    return { probe, address: lastingAddress(found.url, probe), others };
  }
  throw new AppError(
    'not-found',
    `${url}: the page points to ${first.feeds.length} feeds, none of which can be read`,
  );
}

/** Adds every feed of an OPML file that the configuration does not have yet. */
export async function importSources(
  configPath: string,
  opmlPath: string,
  setup: Setup,
): Promise<Omit<AddedSources, 'text'>> {
  const { outlines, warnings } = parseOpml(await readBytes(opmlPath));
  if (outlines.length === 0) {
    const why = warnings[0] ?? 'it has no outline with an xmlUrl';
    throw new AppError('usage', `${opmlPath}: no feeds found: ${why}`);
  }
  const taken = new Set(setup.config.sources.map((source) => source.id));
  const declarations = outlines.map((outline): SourceDeclaration => {
    const language = outline.language ?? setup.config.site.language;
    const { xmlUrl: url, title } = outline;
    const id = proposeSourceId({ url, language, taken, ...(title === undefined ? {} : { title }) });
    taken.add(id);
    return { id, url, title: title ?? id, language };
  });
  let result: AddedSources = { text: '', added: [], skipped: [] };
  await editFile(configPath, (text) => {
    result = addSources(text, declarations);
    return result.text;
  });
  const { added, skipped } = result;
  return { added, skipped };
}

/** Writes the configured sources as OPML 2.0. */
export async function exportSources(opmlPath: string, setup: Setup): Promise<readonly Source[]> {
  const { site, sources } = setup.config;
  await writeWhole(opmlPath, sourcesOpml(site, sources).body);
  return sources;
}

async function editFile(configPath: string, edit: (text: string) => string): Promise<void> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(configPath));
  const edited = edit(text);
  if (edited !== text) await writeWhole(configPath, edited);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AppError('io', `${file}: cannot be read (${reasonOf(cause)})`, { cause });
  }
}

/**
 * Whole or not at all: a full disk leaves the old file as it was. Who may read it stays as it was, and
 * a link stays a link.
 */
async function writeWhole(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const { mode } = await stat(target).catch(() => ({ mode: 0o644 }));
    await writeFile(temporary, text, { flush: true });
    await chmod(temporary, mode & 0o777);
    await rename(temporary, target);
  } catch (cause) {
    // The write's own error is the one to tell.
    await unlink(temporary).catch(() => undefined);
    throw new AppError('io', `${file}: cannot be written (${reasonOf(cause)})`, { cause });
  }
}

/** What the system says, without the name of a file that nobody has asked for. */
function reasonOf(cause: unknown): string {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this user may not';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return messageOf(cause);
  }
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
