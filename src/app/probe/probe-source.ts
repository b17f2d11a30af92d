import { readFile, stat } from 'node:fs/promises';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { FetchResult } from '../../domain/fetch-result.ts';
import { fullTrust } from '../../domain/identity-trust.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Item } from '../../domain/item.ts';
import type { MatchOutcome } from '../../domain/match.ts';
import type { ReadResult, ReadWarning } from '../../domain/parsed-feed.ts';
import type { Source } from '../../domain/source.ts';
import type { Fetcher } from '../../fetch/fetch-source.ts';
import { normaliseDocument } from '../../normalise/normalise-document.ts';
import { type FoundFeed, findFeedsInPage } from '../../parse/find-feeds-in-page.ts';
import type { FeedReader } from '../../pipeline/feed-reader.ts';
import { matchInputOf } from '../../pipeline/match-input.ts';
import { permanentPrefix } from '../../pipeline/poll/learned-address.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import type { Setup } from '../setup.ts';
import { commonPaths, findAtCommonPaths } from './common-paths.ts';

export interface ProbeTools {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly setup: Setup;
  readonly now: Instant;
  /** Until when servers want to be left alone, by the configured address of the source they told. */
  readonly heldUntil: ReadonlyMap<string, Instant>;
}

/** An item as Araz understands it, with the topics it would enter. */
export interface ProbedItem {
  readonly item: Item;
  readonly outcomes: readonly MatchOutcome[];
}

/** How the server answered, where one was asked. */
export type ProbeAnswer = Pick<
  Extract<FetchResult, { readonly kind: 'modified' }>,
  'redirects' | 'freshness' | 'validators' | 'links' | 'wireBytes' | 'tookMs'
>;

/** What came of reading a source, an address or a file once, nothing stored. */
export type Probe =
  | {
      readonly kind: 'feed';
      readonly from: string;
      readonly read: Extract<ReadResult, { kind: 'feed' }>;
      readonly bytes: number;
      readonly items: readonly ProbedItem[];
      readonly dropped: number;
      readonly warnings: readonly ReadWarning[];
      readonly newest?: Instant;
      readonly answer?: ProbeAnswer;
    }
  /** A web page that is no feed; the feeds it points to, or one that was found at a usual path. */
  | {
      readonly kind: 'page';
      readonly from: string;
      readonly feeds: readonly FoundFeed[];
      readonly isGuessed: boolean;
      readonly answer?: ProbeAnswer;
    }
  | {
      readonly kind: 'failed';
      readonly from: string;
      readonly reason: string;
      readonly message: string;
      readonly answer?: ProbeAnswer;
    };

/** Reads a configured source once, unconditionally; not while its server wants to be left alone. */
export async function probeSource(source: Source, tools: ProbeTools): Promise<Probe> {
  const heldUntil = tools.heldUntil.get(source.url);
  if (heldUntil !== undefined) {
    const until = isoMinute(heldUntil);
    const message = `not asked: its server wants to be left alone until ${until} (Retry-After)`;
    return { kind: 'failed', from: source.url, reason: 'rate-limited', message };
  }
  const result = await tools.fetcher.fetchSource({
    url: source.url,
    validators: {},
    timeoutMs: source.timeoutMs,
    ...(source.userAgent === undefined ? {} : { userAgent: source.userAgent }),
    ...(source.headers === undefined ? {} : { headers: source.headers }),
  });
  return probeResult(result, source, tools);
}

/**
 * Reads a source id, an http(s) address or a file. A page that names no feed is searched for one
 * at the usual paths of its site. Throws `usage` when it is none of them.
 */
export async function probeAnything(what: string, tools: ProbeTools): Promise<Probe> {
  const source = tools.setup.config.sources.find((candidate) => candidate.id === what);
  if (source !== undefined) return searchSite(await probeSource(source, tools), tools);
  if (/^https?:\/\//i.test(what)) return searchSite(await probeUrl(what, tools), tools);
  const isFile = (await stat(what).catch(() => undefined))?.isFile() === true;
  if (!isFile) {
    throw new AppError(
      'usage',
      `"${what}" is no source id, no http(s) address and no file; araz sources lists the ids`,
    );
  }
  const bytes = new Uint8Array(await readFile(what).catch((cause) => throwUnreadable(what, cause)));
  return probeBytes(bytes, {}, unknownSource('http://localhost/', tools.setup), what, tools);
}

function throwUnreadable(file: string, cause: unknown): never {
  throw new AppError('io', `${file}: cannot be read (${messageOf(cause)})`, { cause });
}

function probeUrl(url: string, tools: ProbeTools): Promise<Probe> {
  return probeSource(unknownSource(url, tools.setup), tools);
}

/** For a page without a feed, that of its site; every other probe as it is. */
async function searchSite(probe: Probe, tools: ProbeTools): Promise<Probe> {
  if (probe.kind !== 'failed' || probe.reason !== 'not-a-feed') return probe;
  const { from, answer, message } = probe;
  const found = await findAtCommonPaths(from, (url) => probeUrl(url, tools));
  if (found === undefined) {
    const searched = `nor is one at ${commonPaths.join(', ')}`;
    return { ...probe, message: `${message.replace(/\.$/, '')}; it names no feed, ${searched}` };
  }
  const { title } = found.probe.read.feed;
  const url = lastingAddress(found.url, found.probe);
  const feed = { url, ...(title !== undefined && { title }) };
  return { kind: 'page', from, feeds: [feed], isGuessed: true, ...(answer && { answer }) };
}

/** What to write down for a feed that was found: permanent redirects followed, others not. */
export function lastingAddress(asked: string, { answer }: Probe): string {
  return permanentPrefix(answer?.redirects ?? []).at(-1) ?? asked;
}

/** A source that nobody declared: nothing is known of it but its address. */
function unknownSource(url: string, setup: Setup): Source {
  return {
    id: 'probe',
    url,
    title: url,
    language: 'und',
    country: 'ZZ',
    kind: 'independent',
    rank: 5,
    permission: 'summary',
    enabled: true,
    everyMs: setup.config.fetch.totalMs,
    timeoutMs: setup.config.fetch.totalMs,
  };
}

async function probeResult(result: FetchResult, source: Source, tools: ProbeTools): Promise<Probe> {
  const from = source.url;
  switch (result.kind) {
    case 'failed':
      return { kind: 'failed', from, reason: result.reason, message: result.message };
    case 'gone':
      return { kind: 'failed', from, reason: 'gone', message: 'the server says it is gone (410)' };
    case 'not-modified': {
      const message = 'answered 304 to an unconditional request';
      return { kind: 'failed', from, reason: 'bad-response', message };
    }
    case 'modified': {
      const about = { contentType: result.contentType, url: result.finalUrl };
      const probe = await probeBytes(result.body, about, source, result.finalUrl, tools);
      const { redirects, freshness, validators, links, wireBytes, tookMs } = result;
      return { ...probe, answer: { redirects, freshness, validators, links, wireBytes, tookMs } };
    }
    default:
      return result satisfies never;
  }
}

async function probeBytes(
  bytes: Uint8Array,
  about: { readonly contentType?: string | undefined; readonly url?: string },
  source: Source,
  from: string,
  tools: ProbeTools,
): Promise<Probe> {
  const { charset, timezone, language, dayFirst } = source;
  const read = await tools.reader.read(bytes, {
    ...about,
    charset,
    timezone,
    language: language === 'und' ? undefined : language,
    dayFirst,
    now: tools.now,
  });
  if (read.kind === 'feed') return feedProbe(read, bytes, source, from, tools);
  const feeds = findFeedsInPage(new TextDecoder().decode(bytes), about.url ?? source.url);
  if (feeds.length > 0) return { kind: 'page', from, feeds, isGuessed: false };
  return { kind: 'failed', from, reason: read.reason, message: read.message };
}

function feedProbe(
  read: Extract<ReadResult, { kind: 'feed' }>,
  bytes: Uint8Array,
  source: Source,
  from: string,
  tools: ProbeTools,
): Probe {
  const document = normaliseDocument({
    document: read,
    source:
      source.language === 'und' ? { ...source, language: read.feed.language ?? 'und' } : source,
    trust: fullTrust,
    now: tools.now,
  });
  const items = document.items.map((item) => ({
    item,
    outcomes: tools.setup.topics.match(matchInputOf(item)).filter((outcome) => outcome.matched),
  }));
  const dates = document.items
    .filter((item) => !item.isPublishedEstimated)
    .map((item) => item.published);
  return {
    kind: 'feed',
    from,
    read,
    bytes: bytes.length,
    items,
    dropped: document.dropped.length,
    warnings: read.warnings,
    ...(dates.length > 0 ? { newest: dates.reduce((a, b) => Math.max(a, b)) } : {}),
  };
}
