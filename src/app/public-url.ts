import type { Setup } from './setup.ts';

/** Base URL of the published tree: the site's own, or the local server's while it has none. */
export function publicUrlOf(setup: Setup): string {
  const { site, server } = setup.config;
  return site.url ?? `http://${server.host}:${server.port}`;
}
