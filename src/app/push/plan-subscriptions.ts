import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { day } from '../../domain/instant.ts';
import type { SourceState } from '../../domain/source.ts';
import type { HubOffer, Subscription, SubscriptionRequest } from '../../domain/subscription.ts';
import { isAllowListed } from '../../fetch/address-guard.ts';
import { isLocalAddress } from '../../text/urls.ts';
import type { Setup } from '../setup.ts';
import { callbackOf, newSubscription } from './subscription-life.ts';

/** Requests to end a subscription; after so many it is forgotten and its lease runs out. */
const partingsMax = 3;
/** No wait is longer than a rest; one that ends later was set by a clock that ran ahead. */
const waitMax = 31 * day;

/** What is to be done about one subscription. */
export type PushAction =
  | {
      readonly kind: 'ask';
      readonly subscription: Subscription;
      readonly mode: SubscriptionRequest['mode'];
    }
  | { readonly kind: 'remove'; readonly subscription: Subscription };

export interface PlanInput {
  /** Hubs worth a subscription, by source. */
  readonly wanted: ReadonlyMap<SourceId, HubOffer>;
  /** Base of callbacks; absent while there is to be no subscription. */
  readonly siteUrl: string | undefined;
  readonly subscriptions: readonly Subscription[];
  readonly now: Instant;
  /** A fresh name and key that nobody can guess. */
  readonly mint: () => { readonly token: string; readonly secret: string };
}

/**
 * Hubs that sources of this configuration name. A source that is reached with a secret is left
 * out: its self address may hold the key, and a hub is a stranger. So is one that is gone.
 */
export function wantedHubs(
  setup: Setup,
  states: readonly SourceState[],
): ReadonlyMap<SourceId, HubOffer> {
  const wanted = new Map<SourceId, HubOffer>();
  for (const state of states) {
    const source = setup.sources.get(state.sourceId);
    if (source === undefined || source.url !== state.url || state.status === 'gone') continue;
    if (source.publicUrl !== undefined || Object.keys(source.headers ?? {}).length > 0) continue;
    if (state.hub !== undefined) wanted.set(source.id, state.hub);
  }
  return wanted;
}

/**
 * Where callbacks are to come; undefined unless the editor wants pushes and has a public address.
 * One of an own network counts when it is among `fetch.allowHosts`, as the hub then is too.
 */
export function pushSiteUrl({ config }: Setup): string | undefined {
  const { url } = config.site;
  if (!config.push.subscribe || url === undefined) return undefined;
  const isReached = !isLocalAddress(url) || isAllowListed(new URL(url), config.fetch.allowHosts);
  return isReached ? url : undefined;
}

/** What brings the subscriptions to what is wanted: new ones, renewals, retries, endings. */
export function planSubscriptions(input: PlanInput): readonly PushAction[] {
  const { subscriptions, wanted, siteUrl, now } = input;
  const actions = subscriptions.flatMap((subscription) => {
    const isWanted = fits(subscription, input);
    return (isWanted ? keep(subscription, now) : part(subscription, now)) ?? [];
  });
  if (siteUrl === undefined) return actions;
  const kept = new Set(
    subscriptions.filter((each) => fits(each, input)).map(({ sourceId }) => sourceId),
  );
  for (const [sourceId, offer] of wanted) {
    if (kept.has(sourceId)) continue;
    const subscription = newSubscription({ sourceId, offer, siteUrl, now, ...input.mint() });
    actions.push({ kind: 'ask', subscription, mode: 'subscribe' });
  }
  return actions;
}

/** Whether the subscription is to what its source names now, and calls back where we are now. */
function fits(subscription: Subscription, { wanted, siteUrl }: PlanInput): boolean {
  const { token, callbackUrl, hubUrl, selfUrl, sourceId } = subscription;
  const offer = wanted.get(sourceId);
  return (
    siteUrl !== undefined &&
    callbackUrl === callbackOf(siteUrl, token) &&
    offer?.hubUrl === hubUrl &&
    offer.selfUrl === selfUrl
  );
}

function keep(subscription: Subscription, now: Instant): PushAction | undefined {
  const { nextAt, status } = subscription;
  const isDue = nextAt <= now || nextAt > now + waitMax || status === 'ending';
  return isDue ? { kind: 'ask', subscription, mode: 'subscribe' } : undefined;
}

function part(subscription: Subscription, now: Instant): PushAction | undefined {
  const { status, asked, leaseUntil = 0, failures, nextAt } = subscription;
  if (status === 'ending') {
    if (failures >= partingsMax || leaseUntil <= now) return { kind: 'remove', subscription };
    return nextAt <= now ? { kind: 'ask', subscription, mode: 'unsubscribe' } : undefined;
  }
  // A hub that may still confirm a request is told too, or it would deliver to nobody.
  const isKnownToHub = leaseUntil > now || asked !== undefined;
  if (!isKnownToHub) return { kind: 'remove', subscription };
  return { kind: 'ask', subscription, mode: 'unsubscribe' };
}
