import { onTestFinished } from 'vitest';
import { second } from '../../src/domain/instant.ts';
import type { CompiledTopics } from '../../src/domain/match.ts';
import type { Source, SourceLease } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { createFetcher } from '../../src/fetch/fetch-source.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import {
  type IngestReport,
  type IngestTools,
  ingestSource,
} from '../../src/pipeline/ingest-source.ts';
import { createOneAtATime } from '../../src/pipeline/one-at-a-time.ts';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { aTopic } from './a-topic.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { aSource } from './sources.ts';
import { tempStore } from './temp-store.ts';

/** The first line with real parts, over a store in memory and a server on loopback. */
export interface Line {
  readonly server: FeedServer;
  readonly clock: FixedClock;
  readonly store: Store;
  readonly tools: IngestTools;
  /** A source whose feed is `/<id>.xml` on the server. */
  source(id: string, more?: Partial<Source>): Source;
  /** Makes the sources known and leases the one named, due or not. */
  lease(source: Source, owner?: string): Promise<SourceLease>;
  /** One poll, due or not. */
  poll(source: Source, more?: Partial<IngestTools>): Promise<IngestReport | undefined>;
}

/** The topic of the straight line, and one that everything of these tests is in. */
export const pair: Topic = {
  ...aTopic({ between: ['azerbaijan', 'iran'] }, 'azerbaijan-iran'),
  languages: ['en', 'az'],
};

const usual: readonly Topic[] = [pair];
/** Compiled once: that costs more than most of what is tested with them. */
const compiled = new Map<readonly Topic[], CompiledTopics>();

function compiledOnce(topics: readonly Topic[]): CompiledTopics {
  const known = compiled.get(topics) ?? compileTopics({ topics, concepts: shippedConcepts });
  compiled.set(topics, known);
  return known;
}

/** `given` is a store that stands already, as after a restart. */
export async function openLine(topics: readonly Topic[] = usual, given?: Store): Promise<Line> {
  const server = await startFeedServer();
  const clock = fixedClock();
  const store = given ?? (await tempStore());
  const fetcher = createFetcher({ clock, config: fetchConfigFor(server) });
  onTestFinished(async () => {
    await fetcher.close();
    await server.close();
  });
  const tools: IngestTools = {
    store,
    fetcher,
    reader: { read: readFeed, close: async () => {} },
    clock,
    topics: compiledOnce(topics),
    authority: 'river.example,2026',
    random: () => 0.5,
    inTurn: createOneAtATime(),
  };
  const known = new Map<string, Source>();
  const lease: Line['lease'] = async (source, owner = 'test') => {
    known.set(source.id, source);
    await store.syncSources([...known.values()], clock.now());
    const request = { now: clock.now(), limit: 1, owner, ttlMs: 60 * second };
    const [leased] = await store.leaseDueSources({
      ...request,
      only: [source.id],
      ignoreDue: true,
    });
    if (leased === undefined) throw new Error(`${source.id} cannot be leased`);
    return leased;
  };
  return {
    server,
    clock,
    store,
    tools,
    source: (id, more = {}) =>
      aSource({ id, url: server.urlOf(`/${id}.xml`), title: id, language: 'en', ...more }),
    lease,
    poll: async (source, more = {}) =>
      ingestSource(source, await lease(source), { ...tools, ...more }),
  };
}

export function fetchConfigFor(server: FeedServer) {
  return {
    concurrency: 4,
    hostConnections: 4,
    hostSpacingMs: 0,
    totalMs: 30 * second,
    allowHosts: [server.host],
    userAgent: 'araz-test',
  };
}
