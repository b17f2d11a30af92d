import type { Context, MiddlewareHandler } from 'hono';
import { networkOf } from '../text/network-of.ts';
import type { SiteEnv } from './create-server.ts';
import { clientAddress, createRateLimit, type RateLimit } from './rate-limit.ts';

/** Lets each network ask so often, and answers 429 with how long to wait beyond that. */
export function limitCostly(limit: RateLimit = createRateLimit()): MiddlewareHandler<SiteEnv> {
  return async (context, next) => {
    const waitSeconds = limit.take(networkOf(addressOf(context)));
    if (waitSeconds === 0) return next();
    return tooMany(context, waitSeconds);
  };
}

/** The address of who asks; requests that come without a connection share one. */
export function addressOf(context: Context<SiteEnv>): string {
  const peer = context.env?.incoming?.socket?.remoteAddress ?? '';
  return clientAddress(peer, context.req.header('x-forwarded-for'));
}

export function tooMany(context: Context<SiteEnv>, waitSeconds: number): Response {
  context.header('Retry-After', String(waitSeconds));
  context.header('Cache-Control', 'no-store');
  return context.text(`429: too many requests; try again in ${waitSeconds} s\n`, 429);
}
