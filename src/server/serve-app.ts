import type { Reading } from '../app/open-reading.ts';
import type { RouteOptions } from './create-server.ts';
import { createSite } from './create-site.ts';
import { type Listening, listen } from './listen.ts';
import { createOperatorListener } from './operator-routes.ts';

export interface ListenOptions {
  readonly host?: string;
  readonly port?: number;
}

/** Listens with the public routes, and the operator's beside them. Throws as `listen`. */
export async function serveApp(
  app: Reading,
  options: ListenOptions,
  routes: RouteOptions = {},
): Promise<Listening[]> {
  const { server } = app.setup.config;
  const host = options.host ?? server.host;
  const site = await listen(createSite(app, routes), host, options.port ?? server.port);
  // Without a token the operator's paths answer this machine only.
  const operatorHost = server.operatorToken === undefined ? '127.0.0.1' : host;
  // A port chosen by hand is for a second copy beside the first: the operator's is then any free one.
  const operatorPort = options.port === undefined ? server.operatorPort : 0;
  try {
    const cure = 'name another with server.operatorPort in the configuration';
    const operator = createOperatorListener(app);
    return [site, await listen(operator, operatorHost, operatorPort, { cure })];
  } catch (error) {
    await site.close();
    throw error;
  }
}
