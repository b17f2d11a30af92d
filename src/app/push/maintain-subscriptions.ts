import { randomBytes } from 'node:crypto';
import { type Milliseconds, second } from '../../domain/instant.ts';
import { subscriptionForm } from '../../domain/websub.ts';
import type { App } from '../create-app.ts';
import {
  type PushAction,
  planSubscriptions,
  pushSiteUrl,
  wantedHubs,
} from './plan-subscriptions.ts';
import { afterAsking, afterRefusal, isAccepted, judgeHub, leaseMax } from './subscription-life.ts';

/** What a round over the subscriptions takes. */
export type PushTools = Pick<App, 'store' | 'fetcher' | 'clock' | 'log' | 'setup'>;

/** Requests to hubs of one pass; the rest is due at the next. Many feeds share a few hubs. */
const requestsMax = 10;
/** A hub only has to take a note. */
const timeoutMs: Milliseconds = 20 * second;
/** Random bytes of a callback's name and of a key: 32 and 43 characters (a key may have 199). */
const tokenBytes = 24;
const secretBytes = 32;

/**
 * One round over the subscriptions: asks hubs that sources name, renews, retries, ends what is no
 * longer wanted, leaves hubs that do not deliver. A hub's fault is kept with its subscription;
 * only a failing store throws.
 */
export async function maintainSubscriptions(app: PushTools, signal?: AbortSignal): Promise<void> {
  const { store, setup, clock } = app;
  const siteUrl = pushSiteUrl(setup);
  const known = await store.listSubscriptions();
  if (siteUrl === undefined && known.length === 0) return;
  const states = await store.listSourceStates();
  const now = clock.now();
  for (const subscription of known) {
    const state = states.find(({ sourceId }) => sourceId === subscription.sourceId);
    const judged = state && judgeHub(subscription, state, now);
    if (judged !== undefined) await store.saveSubscription(judged);
  }
  const actions = planSubscriptions({
    wanted: siteUrl === undefined ? new Map() : wantedHubs(setup, states),
    siteUrl,
    subscriptions: await store.listSubscriptions(),
    now,
    mint,
  });
  await Promise.all(actions.slice(0, requestsMax).map((action) => carryOut(app, action, signal)));
}

async function carryOut(app: PushTools, action: PushAction, signal?: AbortSignal): Promise<void> {
  const { store, fetcher, clock, log } = app;
  const { subscription } = action;
  if (signal?.aborted) return;
  if (action.kind === 'remove') return store.removeSubscription(subscription.token);
  const asked = afterAsking(subscription, action.mode, clock.now());
  // Not saved: a callback has changed it meanwhile; the next round sees what is left to do.
  if (!(await store.saveSubscription(asked))) return;
  const result = await fetcher.postForm({
    url: asked.hubUrl,
    fields: subscriptionForm(asked, action.mode, leaseMax),
    timeoutMs,
    signal,
  });
  const facts = { source_id: asked.sourceId, mode: action.mode, hub: new URL(asked.hubUrl).host };
  log.info('hub', {
    ...facts,
    answer: result.kind === 'failed' ? result.reason : result.httpStatus,
  });
  if (isAccepted(result) || (result.kind === 'failed' && result.reason === 'aborted')) return;
  const current = await store.findSubscription(asked.token);
  // The hub may have confirmed before it failed to answer: then it has been heard.
  if (current?.asked?.at !== asked.asked?.at || current === undefined) return;
  await store.saveSubscription(afterRefusal(current, result, clock.now()));
}

function mint(): { readonly token: string; readonly secret: string } {
  return {
    token: randomBytes(tokenBytes).toString('base64url'),
    secret: randomBytes(secretBytes).toString('base64url'),
  };
}
