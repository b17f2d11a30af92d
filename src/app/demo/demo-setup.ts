import { fileURLToPath } from 'node:url';
import { type Place, servedAt } from '../public-url.ts';
import { loadSetup, type Setup, setupOf } from '../setup.ts';
import { demoSources } from './demo-sources.ts';

/** The configuration that ships with Araz: two floors up from `dist/app/demo` and `src/app/demo` alike. */
const shippedConfigPath = fileURLToPath(new URL('../../../feeds.config.json', import.meta.url));

/**
 * The shipped topics over the sample newsroom instead of the real sources, served at that place.
 */
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
