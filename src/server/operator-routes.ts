import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Reading } from '../app/create-app.ts';
import { readReadiness } from '../app/status.ts';

/** The operator's paths: is the process alive, is it fit to work. A listener of their own. */
export function createOperatorRoutes(app: Reading): Hono {
  const routes = new Hono();
  const token = app.setup.config.server.operatorToken;
  routes.use(async (context, next) => {
    const given = context.req.header('authorization')?.replace(/^Bearer /, '');
    if (token !== undefined && !isSame(given ?? '', token)) return context.text('401\n', 401);
    return next();
  });
  routes.get('/healthz', (context) => context.text('ok\n'));
  routes.get('/readyz', async (context) => {
    const readiness = await readReadiness(app);
    return context.json(readiness, readiness.isReady ? 200 : 503);
  });
  return routes;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
