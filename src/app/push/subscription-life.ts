/*
 * What becomes of a subscription to a hub, as pure steps from one state of it to the next.
 *
 * A push only brings the next poll forward and polling is never relaxed because of a hub, so the
 * worst a silent or lying hub can do is to be of no use. Two thresholds decide when it is left
 * alone: a refusal, and two times in a row that polling found news the hub had not announced. Both
 * rest and are then tried again: a hub wrongly left costs minutes of delay, a useless one kept costs
 * requests for ever.
 */
import type { SourceId } from '../../domain/ids.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import type { SourceState } from '../../domain/source.ts';
import type { HubOffer, Subscription, SubscriptionRequest } from '../../domain/subscription.ts';
import type { ErrandResult } from '../../fetch/errand.ts';

/** Longest lease asked for and believed; a hub that dies is noticed within half of it. */
export const leaseMax: Milliseconds = 14 * day;
/** Lease of a hub that does not say how long. */
const leaseDefault: Milliseconds = day;
/** A hub with leases of seconds is not asked more often than a source is. */
const renewalMin: Milliseconds = 10 * minute;
/** First wait before an unconfirmed or failed request is made again; doubles up to a day. */
const retryFirst: Milliseconds = hour;
const retryMax: Milliseconds = day;
/** How long a request may wait for the hub's question; hubs that queue them take minutes. */
const confirmationMax: Milliseconds = day;
const restAfterRefusal: Milliseconds = 7 * day;
const restAfterSilence: Milliseconds = 30 * day;
/** News found by polling is held against a hub that has not announced it so long after. */
const announcementMax: Milliseconds = hour;
const missesMax = 2;
const doublingsMax = 10;

export interface NewSubscription {
  readonly sourceId: SourceId;
  readonly offer: HubOffer;
  readonly siteUrl: string;
  readonly token: string;
  readonly secret: string;
  readonly now: Instant;
}

/** Where the hub of a subscription calls. */
export function callbackOf(siteUrl: string, token: string): string {
  return `${siteUrl}/websub/${token}`;
}

/** A subscription that nobody has been asked for yet. A hub without https gets no secret to lose. */
export function newSubscription(given: NewSubscription): Subscription {
  const { sourceId, offer, siteUrl, token, secret, now } = given;
  return {
    token,
    sourceId,
    hubUrl: offer.hubUrl,
    selfUrl: offer.selfUrl,
    callbackUrl: callbackOf(siteUrl, token),
    ...(offer.hubUrl.startsWith('https:') && { secret }),
    status: 'pending',
    nextAt: now,
    failures: 0,
    misses: 0,
    version: 0,
  };
}

/** Before the hub is asked: a hub may put its question before it has answered. */
export function afterAsking(
  subscription: Subscription,
  mode: SubscriptionRequest['mode'],
  now: Instant,
): Subscription {
  const isTurned = mode === 'unsubscribe' && subscription.status !== 'ending';
  const failures = isTurned ? 0 : subscription.failures;
  const doublings = Math.min(failures, doublingsMax);
  const isActive = subscription.status === 'active';
  return {
    ...subscription,
    status: mode === 'unsubscribe' ? 'ending' : isActive ? 'active' : 'pending',
    asked: { mode, at: now },
    nextAt: now + Math.min(retryFirst * 2 ** doublings, retryMax),
    failures: failures + 1,
    misses: subscription.status === 'resting' ? 0 : subscription.misses,
  };
}

/** Whether a hub took the request; it then asks back. */
export function isAccepted(result: ErrandResult): boolean {
  return result.kind === 'answered' && result.httpStatus >= 200 && result.httpStatus < 300;
}

/** After an answer that is none, or a no. What the hub asked for the first time stays as it was. */
export function afterRefusal(
  subscription: Subscription,
  result: ErrandResult,
  now: Instant,
): Subscription {
  const { asked: _, ...rest } = subscription;
  const message =
    result.kind === 'failed'
      ? result.message
      : `the hub answered ${result.httpStatus}${result.text === '' ? '' : `: ${result.text}`}`;
  if (subscription.status !== 'ending' && isFinalNo(result)) {
    return { ...rest, message, status: 'resting', nextAt: now + restAfterRefusal };
  }
  const waitMs = Math.min(result.retryAfterMs ?? 0, retryMax);
  return { ...rest, message, nextAt: Math.max(subscription.nextAt, now + waitMs) };
}

/** 408 and 429 are about the moment, other 4xx about the request. */
function isFinalNo(result: ErrandResult): boolean {
  if (result.kind === 'failed') return result.reason.startsWith('forbidden-');
  const { httpStatus } = result;
  return httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408 && httpStatus !== 429;
}

/** Whether the hub may confirm this now: it was asked for, and not long ago. */
export function isAwaited(
  subscription: Subscription,
  mode: SubscriptionRequest['mode'],
  now: Instant,
): boolean {
  const { asked } = subscription;
  return asked?.mode === mode && now - asked.at <= confirmationMax;
}

/** After the hub's question was answered: it delivers until the lease ends, renewed at half of it. */
export function afterConfirmation(
  subscription: Subscription,
  offeredMs: Milliseconds | undefined,
  now: Instant,
): Subscription {
  const { asked: _asked, message: _message, ...rest } = subscription;
  const leaseMs = Math.min(offeredMs ?? leaseDefault, leaseMax);
  return {
    ...rest,
    status: 'active',
    failures: 0,
    confirmedAt: now,
    leaseUntil: now + leaseMs,
    nextAt: now + Math.max(Math.round(leaseMs / 2), renewalMin),
  };
}

/** After the hub said it will not deliver, or no longer. */
export function afterDenial(
  subscription: Subscription,
  reason: string | undefined,
  now: Instant,
): Subscription {
  const { asked: _asked, leaseUntil: _lease, ...rest } = subscription;
  const message = `the hub denied it${reason === undefined ? '' : `: ${reason}`}`;
  return { ...rest, status: 'resting', message, nextAt: now + restAfterRefusal };
}

/** After a push that is believed; undefined when it tells nothing new, so that nothing is written. */
export function afterPush(
  subscription: Subscription,
  pushHash: string,
  now: Instant,
): Subscription | undefined {
  const { status, hintedAt } = subscription;
  const isCopy = subscription.pushHash === pushHash;
  if (status !== 'active' || hintedAt !== undefined || isCopy) return undefined;
  return { ...subscription, pushedAt: now, pushHash, hintedAt: now };
}

/** After the hint was acted on. */
export function afterHint(subscription: Subscription): Subscription {
  const { hintedAt: _, ...rest } = subscription;
  return rest;
}

/**
 * Holds what polling found against what the hub announced. News first found by polling gets an
 * hour to be announced after all, since a poll may be the quicker one. Undefined when nothing changes.
 */
export function judgeHub(
  subscription: Subscription,
  state: SourceState,
  now: Instant,
): Subscription | undefined {
  if (subscription.status !== 'active') return undefined;
  const { unannouncedAt, pushedAt = 0, confirmedAt = 0, judgedAt = confirmedAt } = subscription;
  const news = unannouncedAt ?? state.lastNewItemAt;
  if (news === undefined || (unannouncedAt === undefined && news <= judgedAt)) return undefined;
  const { unannouncedAt: _, ...rest } = subscription;
  // A push before the poll that found the news is the usual order.
  const reach = Math.max(state.intervalMs, announcementMax);
  if (pushedAt > news - reach) {
    return { ...rest, judgedAt: Math.max(news, judgedAt), misses: 0 };
  }
  if (now - news < announcementMax) {
    return unannouncedAt === undefined ? { ...rest, unannouncedAt: news } : undefined;
  }
  const misses = subscription.misses + 1;
  const judged = { ...rest, judgedAt: now, misses };
  if (misses < missesMax) return judged;
  const message = `polling found news ${misses} times in a row that the hub had not announced`;
  return { ...judged, status: 'resting', message, nextAt: now + restAfterSilence };
}
