import type { Context, Hono } from 'hono';
import type { Reading } from '../app/open-reading.ts';
import { isHub, takeSubscriberCall } from '../app/push/hub-inbox.ts';
import { messageOf } from '../domain/errors.ts';
import { siteOf } from '../text/site-of.ts';
import type { RouteOptions, SiteEnv } from './create-server.ts';
import { limitCostly, tooMany } from './limit-costly.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { readCapped } from './read-capped.ts';

/** A form of five short fields; two of them are addresses. */
const formBytesMax = 16 * 1024;

interface HubRoutes {
  readonly app: Reading;
  readonly onHubRequest: (() => void) | undefined;
  /** Each request makes us ask a callback: nobody, and no crowd, may turn that against a site. */
  readonly callbacks: RateLimit;
}

/** Where subscribers of our own hub hand in their requests (WebSub §5.1). */
export function addHubRoutes(routes: Hono<SiteEnv>, app: Reading, options: RouteOptions): void {
  const { onHubRequest } = options;
  const hub: HubRoutes = { app, onHubRequest, callbacks: createRateLimit() };
  routes.use('/hub', async (context, next) => {
    context.header('Cache-Control', 'no-store');
    return isHub(app) ? next() : context.text('404: this site is no hub\n', 404);
  });
  routes.use('/hub', limitCostly());
  routes.post('/hub', async (context) => {
    try {
      return await takeRequest(context, hub);
    } catch (error) {
      // Not a page: who asks is a program. The store may be busy, or this process may only read it.
      app.log.error('a request of a subscriber failed', { problem: messageOf(error) });
      return context.text('unavailable; try again\n', 503);
    }
  });
  routes.all('/hub', (context) => {
    context.header('Allow', 'POST');
    return context.text(
      '405: a WebSub hub; it takes POST (hub.mode, hub.topic, hub.callback)\n',
      405,
    );
  });
}

async function takeRequest(
  context: Context<SiteEnv>,
  { app, onHubRequest, callbacks }: HubRoutes,
): Promise<Response> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    return context.text('415: send a form (application/x-www-form-urlencoded)\n', 415);
  }
  const body = await readCapped(context.req.raw, formBytesMax);
  if (body === undefined) return context.text('413: too large\n', 413);
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const waitSeconds = callbacks.take(siteOf(fields.get('hub.callback') ?? ''));
  if (waitSeconds > 0) return tooMany(context, waitSeconds);
  const { status, text, retryAfter } = await takeSubscriberCall(app, fields);
  if (status === 202) onHubRequest?.();
  if (retryAfter !== undefined) context.header('Retry-After', String(retryAfter));
  return context.text(`${text}\n`, status);
}
