import type { Context, Hono } from 'hono';
import type { Reading } from '../app/open-reading.ts';
import { takeSubscriberCall } from '../app/push/hub-inbox.ts';
import { messageOf } from '../domain/errors.ts';
import type { RouteOptions, SiteEnv } from './create-server.ts';
import { limitCostly } from './limit-costly.ts';
import { readCapped } from './read-capped.ts';

/** A form of five short fields; two of them are addresses. */
const formBytesMax = 16 * 1024;

/** Where subscribers of our own hub hand in their requests (WebSub §5.1). */
export function addHubRoutes(routes: Hono<SiteEnv>, app: Reading, options: RouteOptions): void {
  routes.use('/hub', limitCostly());
  routes.post('/hub', async (context) => {
    context.header('Cache-Control', 'no-store');
    try {
      return await takeRequest(context, app, options);
    } catch (error) {
      // Not a page: who asks is a program. The store may be busy, or this process may only read it.
      app.log.error('a request of a subscriber failed', { problem: messageOf(error) });
      return context.text('unavailable; try again\n', 503);
    }
  });
  routes.get('/hub', (context) => {
    context.header('Allow', 'POST');
    return context.text(
      '405: a WebSub hub; it takes POST (hub.mode, hub.topic, hub.callback)\n',
      405,
    );
  });
}

async function takeRequest(
  context: Context<SiteEnv>,
  app: Reading,
  { onHubRequest }: RouteOptions,
): Promise<Response> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    return context.text('415: send a form (application/x-www-form-urlencoded)\n', 415);
  }
  const body = await readCapped(context.req.raw, formBytesMax);
  if (body === undefined) return context.text('413: too large\n', 413);
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const { status, text } = await takeSubscriberCall(app, fields);
  if (status === 202) onHubRequest?.();
  return context.text(`${text}\n`, status);
}
