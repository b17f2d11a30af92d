import { fileURLToPath } from 'node:url';
import { AppError } from '../../domain/errors.ts';
import type { App } from '../create-app.ts';
import { type Place, servedAt } from '../public-url.ts';
import { loadSetup, type Setup, setupOf } from '../setup.ts';
import { demoSources } from './demo-sources.ts';

/** The configuration that ships with Araz: two floors up from `dist/app/demo` and `src/app/demo` alike. */
const shippedConfigPath = fileURLToPath(new URL('../../../feeds.config.json', import.meta.url));

/** The shipped topics over the sample newsroom instead of the real sources, served at that place. */
export function demoSetup(newsroomUrl: string, place: Place = {}): Setup {
  const { config } = loadSetup({ configPath: shippedConfigPath, env: {} });
  const { host } = new URL(newsroomUrl);
  return setupOf({
    ...servedAt(config, place),
    // All sample outlets live on one host, and it is ours: no need to wait between them.
    fetch: { ...config.fetch, allowHosts: [host], hostConnections: 4, hostSpacingMs: 0 },
    sources: demoSources(newsroomUrl),
  });
}

/** Throws `conflict` for a store that has other sources than the demo: it is not the demo's to fill. */
export async function checkIsDemos({
  store,
  setup,
  dataDir,
}: Pick<App, 'store' | 'setup' | 'dataDir'>): Promise<void> {
  const states = await store.listSourceStates();
  const other = states.find(({ sourceId }) => !setup.sources.has(sourceId));
  if (other === undefined) return;
  throw new AppError(
    'conflict',
    `${dataDir} holds the data of other sources (${other.sourceId} …); name an empty folder for the demo with --data`,
  );
}
