import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Metrics } from '../app/metrics.ts';
import type { Reading } from '../app/open-reading.ts';
import { readReadiness } from '../app/status.ts';

/**
 * The operator's paths: is the process alive, is it fit to work, how much has it done. A listener
 * of their own. The token is the one of the start, as is the address that it decided.
 */
export function createOperatorListener(app: Reading): RequestListener {
  const routes = new Hono();
  const token = app.setup.config.server.operatorToken;
  routes.use(async (context, next) => {
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-store');
    const given = context.req.header('authorization')?.replace(/^Bearer +/i, '');
    if (token === undefined || isSame(given ?? '', token)) return next();
    context.header('WWW-Authenticate', 'Bearer realm="araz"');
    return context.text('401: send the operator token as Authorization: Bearer …\n', 401);
  });
  routes.get('/healthz', (context) => context.text('ok\n'));
  routes.get('/readyz', async (context) => {
    const readiness = await readReadiness(app);
    return context.json(readiness, readiness.isReady ? 200 : 503);
  });
  // Loaded and set up by the first who asks: most never do.
  let metrics: Promise<Metrics> | undefined;
  routes.get('/metrics', async (context) => {
    metrics ??= import('../app/metrics.ts').then(({ createMetrics }) => createMetrics(app));
    const { contentType, read } = await metrics;
    return context.body(await read(), 200, { 'Content-Type': contentType });
  });
  routes.notFound((context) =>
    context.text('404: there are /healthz, /readyz and /metrics here\n', 404),
  );
  routes.onError((error, context) => {
    app.log.error('a request of the operator failed', { problem: error.message });
    return context.text('500: see the log\n', 500);
  });
  return getRequestListener(routes.fetch);
}

/** Compared by digest, so that neither the content nor the length shows in the time it takes. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
