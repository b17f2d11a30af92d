import { expect } from 'vitest';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { smallFeed } from '../support/small-feed.ts';
import { makeWorkFolder, type WorkFolder } from '../support/work-folder.ts';

/** A feed server and a folder whose configuration reads it: what an end-to-end test starts from. */
export interface Newsdesk {
  readonly server: FeedServer;
  readonly work: WorkFolder;
  /** The configuration in force; `change` returns the next one. */
  configure(change?: (config: DeskConfig) => unknown): void;
  /** Resolves when the server has been asked for this path. */
  untilAsked(path: string): Promise<void>;
  close(): Promise<void>;
}

export type DeskConfig = ReturnType<typeof configOf>;

export const bakuFeed = smallFeed('Baku desk', [
  { name: 'talks', title: 'Azerbaijan and Iran hold talks on the border', text: 'In Baku.' },
  { name: 'rain', title: 'Rain expected on the coast' },
]);

export const tehranFeed = smallFeed('Tehran desk', [
  { name: 'envoy', title: 'Iran names a new ambassador to Azerbaijan' },
  { name: 'bread', title: 'Bakeries extend their hours' },
  { name: 'snow', title: 'Snow closes a mountain road' },
]);

/** Two sources with five items, two of them of the topic. */
export async function openNewsdesk(): Promise<Newsdesk> {
  const server = await startFeedServer();
  const work = makeWorkFolder();
  server.at('/baku.xml', { body: bakuFeed, etag: '"baku-1"' });
  server.at('/tehran.xml', { body: tehranFeed, etag: '"tehran-1"' });
  const configure: Newsdesk['configure'] = (change = (config) => config) => {
    work.writeConfig(change(configOf(server)));
  };
  configure();
  return {
    server,
    work,
    configure,
    untilAsked: (path) =>
      expect.poll(() => server.requestsTo(path).length, { timeout: 20_000 }).toBeGreaterThan(0),
    close: async () => {
      await server.close();
      work.remove();
    },
  };
}

function configOf(server: FeedServer) {
  const source = (id: string) => ({
    id,
    url: server.urlOf(`/${id}.xml`),
    title: `The ${id} desk`,
    language: 'en',
    country: 'AZ',
    kind: 'paper',
    rank: 2,
  });
  return {
    site: { title: 'Test river', url: 'https://river.example' },
    defaults: { every: '30m', timeout: '5s' },
    fetch: { allowHosts: [server.host], hostConnections: 2, hostSpacing: '0s', total: '10s' },
    server: { port: 0, operatorPort: 0 },
    sources: [source('baku'), source('tehran')],
    topics: [
      {
        id: 'azerbaijan-iran',
        title: { en: 'Azerbaijan and Iran' },
        between: ['azerbaijan', 'iran'],
        examples: { match: [{ title: 'Azerbaijan and Iran reopen a bridge' }] },
      },
    ],
  };
}
