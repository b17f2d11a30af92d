import { canonicalUrl } from '../text/urls.ts';
import { parseDuration } from './checks/duration.ts';
import { isSecretHeader } from './checks/header.ts';
import { defaultDurations } from './defaults.ts';
import type { Finding, Path } from './problem.ts';
import type { DeclaredConfig, SourceDeclaration } from './schema.ts';
import { listReferences } from './secrets.ts';

/** What the checks between parts of the file may ask. */
export interface CheckContext {
  /** Line of a value, for messages that name two places. */
  readonly lineOf: (path: Path) => number;
}

/** Polls closer together than this annoy the sites we live on. */
const politeEvery = '10m';

/** Mistakes that only show when sources are seen beside each other and beside `fetch`. */
export function checkSources(config: DeclaredConfig, context: CheckContext): readonly Finding[] {
  const sources = config.sources ?? [];
  const ids = sources.map((source) => source.id);
  const urls = sources.map((source) => source.url);
  return [
    ...findRepeated(ids, (index) => ['sources', index, 'id'], context, 'rename or remove one'),
    ...findRepeated(urls, (index) => ['sources', index, 'url'], context, 'remove one of the two'),
    ...checkTimeouts(config),
    ...sources.flatMap(checkHeaders),
  ];
}

/** One finding for every value that stood before; names the line of the first. */
export function findRepeated(
  values: readonly string[],
  pathOf: (index: number) => Path,
  context: CheckContext,
  cure: string,
): readonly Finding[] {
  return values.flatMap((value, index): readonly Finding[] => {
    const first = values.indexOf(value);
    if (first === index) return [];
    const line = context.lineOf(pathOf(first));
    const message = `is "${value}", as on line ${line} already`;
    return [{ path: pathOf(index), at: 'value', message, cure }];
  });
}

/** A poll's own time-out must end before the deadline that ends it anyway. */
function checkTimeouts(config: DeclaredConfig): readonly Finding[] {
  const total = config.fetch?.total ?? defaultDurations.total;
  const totalMs = parseDuration(total) ?? 0;
  const given: readonly (readonly [Path, string | undefined])[] = [
    [['defaults', 'timeout'], config.defaults?.timeout],
    ...(config.sources ?? []).map((source, index): readonly [Path, string | undefined] => [
      ['sources', index, 'timeout'],
      source.timeout,
    ]),
  ];
  const tooLong = given.flatMap(([path, timeout]): readonly Finding[] => {
    if (timeout === undefined || (parseDuration(timeout) ?? 0) <= totalMs) return [];
    const message = `is "${timeout}", longer than fetch.total ("${total}"), which ends every poll`;
    return [{ path, at: 'value', message, cure: `give "${total}" or less, or raise fetch.total` }];
  });
  const isDefaultTooLong = (parseDuration(defaultDurations.timeout) ?? 0) > totalMs;
  if (config.defaults?.timeout !== undefined || !isDefaultTooLong) return tooLong;
  const message = `is "${total}", shorter than the time-out of a poll ("${defaultDurations.timeout}")`;
  const cure = `add "defaults": { "timeout": "${total}" } or raise it`;
  return [{ path: ['fetch', 'total'], at: 'value', message, cure }, ...tooLong];
}

function checkHeaders(source: SourceDeclaration, index: number): readonly Finding[] {
  return Object.entries(source.headers ?? {}).flatMap(([name, value]): readonly Finding[] => {
    if (!isSecretHeader(name) || listReferences(value).length > 0) return [];
    return [
      {
        path: ['sources', index, 'headers', name],
        at: 'value',
        message: 'holds a secret in the open',
        cure: `write "\${ENV:NAME}" and set the environment variable NAME`,
      },
    ];
  });
}

/** Things that work and are worth a second look. */
export function findSourceWarnings(
  config: DeclaredConfig,
  context: CheckContext,
): readonly Finding[] {
  const sources = config.sources ?? [];
  const enabled = sources.filter((source) => source.enabled !== false);
  if (enabled.length === 0) {
    const message = sources.length === 0 ? 'has no sources' : 'has no source that is enabled';
    const cure = 'add some with: araz sources add URL';
    return [{ path: [], at: 'value', message: `${message}: nothing will be read`, cure }];
  }
  return [...sources.flatMap(warnOfSource), ...warnOfVariants(sources, context)];
}

function warnOfSource(source: SourceDeclaration, index: number): readonly Finding[] {
  const path = ['sources', index];
  const findings: Finding[] = [];
  if (source.country === undefined) {
    const cure = 'add it, such as "country": "AZ"; rules on countries never see this source';
    findings.push({ path, at: 'value', message: 'has no "country"', cure });
  }
  if (source.every !== undefined && isImpolite(source.every)) {
    const message = `is "${source.every}", oftener than most sites like`;
    const cure = `"${politeEvery}" or more is polite`;
    findings.push({ path: [...path, 'every'], at: 'value', message, cure });
  }
  return findings;
}

function isImpolite(every: string): boolean {
  return (parseDuration(every) ?? 0) < (parseDuration(politeEvery) ?? 0);
}

/** `http://x/rss` and `https://www.x/rss/` are nearly always one document. */
function warnOfVariants(
  sources: readonly SourceDeclaration[],
  context: CheckContext,
): readonly Finding[] {
  const first = new Map<string, number>();
  return sources.flatMap((source, index): readonly Finding[] => {
    const form = canonicalUrl(source.url) ?? source.url;
    const earlier = first.get(form);
    if (earlier === undefined) first.set(form, index);
    if (earlier === undefined || sources[earlier]?.url === source.url) return [];
    const line = context.lineOf(['sources', earlier, 'url']);
    const message = `is nearly the address of sources[${earlier}] on line ${line}`;
    return [{ path: ['sources', index, 'url'], at: 'value', message, cure: 'keep one of the two' }];
  });
}
