import type { Config } from '../domain/config.ts';
import type { Setup } from './setup.ts';

/** Where a verb was told to listen, in place of `server` in the configuration. */
export interface Place {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}

/** Base URL of the published tree: the site's own, or the local server's while it has none. */
export function publicUrlOf({ config: { site, server } }: Pick<Setup, 'config'>): string {
  return site.url ?? `http://${hostInUrl(server.host)}:${server.port}`;
}

/** One listens on all addresses (`0.0.0.0`, `::`), but can only be asked at one. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * A configuration for the place it is served at, which documents of a site without an address name.
 * Port 0, which the system chooses later, leaves the configured one.
 */
export function servedAt(config: Config, { host, port }: Place): Config {
  const { server } = config;
  return { ...config, server: { ...server, host: host ?? server.host, port: port || server.port } };
}
