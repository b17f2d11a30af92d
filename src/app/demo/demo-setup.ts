import { fileURLToPath } from 'node:url';
import { loadSetup, type Setup, setupOf } from '../setup.ts';
import { demoSources } from './demo-sources.ts';

/** Where the demo is served, as far as that is known before it listens. */
interface DemoPlace {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}

/** The configuration that ships with Araz: two floors up from `dist/app/demo` and `src/app/demo` alike. */
const shippedConfigPath = fileURLToPath(new URL('../../../feeds.config.json', import.meta.url));

/**
 * The shipped topics over the sample newsroom instead of the real sources. Documents name the
 * place they are served at; with port 0, which the system chooses later, the configured one.
 */
export function demoSetup(newsroomUrl: string, place: DemoPlace = {}): Setup {
  const { config } = loadSetup({ configPath: shippedConfigPath, env: {} });
  const { host } = new URL(newsroomUrl);
  return setupOf({
    ...config,
    // All sample outlets live on one host, and it is ours: no need to wait between them.
    fetch: { ...config.fetch, allowHosts: [host], hostConnections: 4, hostSpacingMs: 0 },
    server: {
      ...config.server,
      host: place.host ?? config.server.host,
      port: place.port || config.server.port,
    },
    sources: demoSources(newsroomUrl),
  });
}
