import type { Subscription } from '../../src/domain/subscription.ts';
import { seedMorning } from './an-item.ts';

/** A subscription of `azertag` that its hub has been asked for and has not confirmed. */
export function aSubscription(given: Partial<Subscription> = {}): Subscription {
  const token = given.token ?? 'a'.repeat(32);
  return {
    token,
    sourceId: 'azertag',
    hubUrl: 'https://hub.example/',
    selfUrl: 'https://azertag.example/rss',
    callbackUrl: `https://river.example/websub/${token}`,
    secret: 'known to the two of us',
    status: 'pending',
    asked: { mode: 'subscribe', at: seedMorning },
    nextAt: seedMorning + 3_600_000,
    failures: 0,
    misses: 0,
    version: 0,
    ...given,
  };
}
