import type { Context, Hono } from 'hono';
import type { Reading } from '../app/open-reading.ts';
import { createPushInbox, type PushInbox } from '../app/push/push-inbox.ts';
import { messageOf } from '../domain/errors.ts';
import { bodyBytesMax } from '../domain/limits.ts';
import { selfAddress, signatureHeader } from '../domain/websub.ts';
import { readLinks } from '../fetch/response-headers.ts';
import { networkOf } from '../text/network-of.ts';
import type { SiteEnv } from './create-server.ts';
import { addressOf, tooMany } from './limit-costly.ts';
import { createRateLimit } from './rate-limit.ts';
import { readCapped } from './read-capped.ts';

/** Callbacks of subscriptions: a hub asks back by GET and delivers by POST. */
export function addWebsubRoutes(routes: Hono<SiteEnv>, app: Reading): void {
  const inbox = createPushInbox(app);
  const misses = createRateLimit();
  // Hubs may call as often as there is news; who tries tokens may not.
  routes.use('/websub/:token', async (context, next) => {
    const network = networkOf(addressOf(context));
    const waitSeconds = misses.take(network, 0);
    if (waitSeconds > 0) return tooMany(context, waitSeconds);
    await next();
    if (context.res.status === 404) misses.take(network);
    return undefined;
  });
  const guarded =
    (handle: (context: Context) => Promise<Response>) =>
    async (context: Context): Promise<Response> => {
      context.header('Cache-Control', 'no-store');
      try {
        return await handle(context);
      } catch (error) {
        // Not left to the handler of all others: the path is what only the hub may know.
        app.log.error('a call of a hub failed', { problem: messageOf(error) });
        return context.text('unavailable\n', 503);
      }
    };
  routes.get(
    '/websub/:token',
    guarded(async (context) => {
      // HEAD comes here too; it shows no challenge, so it confirms nothing.
      if (context.req.method !== 'GET') return sendUnknown(context);
      const query = new URL(context.req.url).searchParams;
      const answer = await inbox.answerHub(context.req.param('token') ?? '', query);
      return answer === undefined ? sendUnknown(context) : context.text(answer);
    }),
  );
  routes.post(
    '/websub/:token',
    guarded((context) => takePush(context, inbox, app)),
  );
}

function sendUnknown(context: Context): Response {
  return context.text('404\n', 404);
}

/** Answers at once: what the push is worth is none of the sender's business. */
async function takePush(context: Context, inbox: PushInbox, app: Reading): Promise<Response> {
  const subscription = await inbox.find(context.req.param('token') ?? '');
  if (subscription === undefined) return sendUnknown(context);
  const body = await readCapped(context.req.raw, bodyBytesMax);
  if (body === undefined) return context.text('too large\n', 413);
  const link = context.req.header('link');
  const links = readLinks(link === undefined ? {} : { link }, subscription.selfUrl);
  const signature = context.req.header(signatureHeader);
  inbox
    .receive(subscription, { body, signature, selfUrl: selfAddress(links) })
    .catch((error) => app.log.error('a push was lost', { problem: messageOf(error) }));
  return context.body(null, 202);
}
