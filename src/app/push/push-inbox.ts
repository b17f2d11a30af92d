import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Subscription } from '../../domain/subscription.ts';
import { type HubCall, parseHubCall, parseSignature } from '../../domain/websub.ts';
import type { Reading } from '../open-reading.ts';
import { afterConfirmation, afterDenial, afterPush, isAwaited } from './subscription-life.ts';

/** What a hub delivered. The body is only hashed: news is read from the source itself. */
export interface Push {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  /** Feed it says it is about, when it says so. */
  readonly selfUrl: string | undefined;
}

/** Where hubs call. Whoever does not know a token learns nothing, and nothing is written. */
export interface PushInbox {
  /** The subscription of a token, or undefined. */
  find(token: string): Promise<Subscription | undefined>;
  /** What to answer a hub that asks back; undefined for 404: nobody asked it, or not for that. */
  answerHub(token: string, query: URLSearchParams): Promise<string | undefined>;
  /** Takes a push as a hint. One that is not to be believed is passed over in silence. */
  receive(subscription: Subscription, push: Push): Promise<void>;
}

/** A worker and a hub may change a row at once; so often the later one looks again. */
const attemptsMax = 3;
/** As minted; anything else need not be looked up. */
const tokenPattern = /^[\w-]{32}$/;

export function createPushInbox(app: Pick<Reading, 'store' | 'clock' | 'log'>): PushInbox {
  const find = async (token: string): Promise<Subscription | undefined> =>
    tokenPattern.test(token) ? app.store.findSubscription(token) : undefined;
  return {
    find,
    answerHub: async (token, query) => {
      const call = parseHubCall(query);
      if (call === undefined) return undefined;
      return changing(app, token, find, (subscription) => answerCall(subscription, call, app));
    },
    receive: async (subscription, push) => {
      const { sourceId, selfUrl, token } = subscription;
      const because = faultOf(subscription, push);
      if (because !== undefined) {
        app.log.debug('a push was passed over', { source_id: sourceId, because });
        return;
      }
      const hash = createHash('sha256').update(push.body).update(selfUrl).digest('hex');
      await changing(app, token, find, (current) => {
        const next = afterPush(current, hash.slice(0, 32), app.clock.now());
        return next && { answer: '', next };
      });
    },
  };
}

interface Outcome {
  readonly answer: string;
  /** What the subscription becomes; absent when it ends. */
  readonly next?: Subscription;
}

/** Changes what stands under a token, looking again when it was changed meanwhile; the answer, if any. */
async function changing(
  { store, log }: Pick<Reading, 'store' | 'log'>,
  token: string,
  find: PushInbox['find'],
  decide: (subscription: Subscription) => Outcome | undefined,
): Promise<string | undefined> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const subscription = await find(token);
    const outcome = subscription && decide(subscription);
    if (outcome === undefined) return undefined;
    const { next } = outcome;
    if (next === undefined) await store.removeSubscription(token);
    else if (!(await store.saveSubscription(next))) continue;
    const facts = { source_id: subscription?.sourceId, status: next?.status ?? 'ended' };
    log.info('a hub called', facts);
    return outcome.answer;
  }
  return undefined;
}

function answerCall(
  subscription: Subscription,
  call: HubCall,
  { clock }: Pick<Reading, 'clock'>,
): Outcome | undefined {
  if (subscription.selfUrl !== call.selfUrl) return undefined;
  const now = clock.now();
  if (call.kind === 'deny') {
    if (subscription.status === 'ending') return { answer: '' };
    return { answer: '', next: afterDenial(subscription, call.reason, now) };
  }
  if (!isAwaited(subscription, call.mode, now)) return undefined;
  if (call.mode === 'unsubscribe') return { answer: call.challenge };
  return { answer: call.challenge, next: afterConfirmation(subscription, call.leaseMs, now) };
}

/** Why a push is not believed; undefined when it is. */
function faultOf({ secret, selfUrl }: Subscription, push: Push): string | undefined {
  if (push.selfUrl !== undefined && push.selfUrl !== selfUrl) return 'it is about another feed';
  if (secret === undefined) return undefined;
  const signature = parseSignature(push.signature);
  if (signature === undefined) return 'it carries no signature by SHA-256 or better';
  const own = createHmac(signature.algorithm, secret).update(push.body).digest();
  const given = Buffer.from(signature.hex, 'hex');
  const isRight = own.length === given.length && timingSafeEqual(own, given);
  return isRight ? undefined : 'its signature is wrong';
}
