/*
 * What becomes of a subscriber of our hub, and of a hub that is told of changes, as pure steps.
 *
 * Nothing is queued: a row says which document the other side has, and whenever the one on disk is
 * another it is due. So a restart loses nothing, a document that changed twice while a callback was
 * down is delivered once, and a document that did not change is delivered to nobody.
 */
import { day, hour, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import type { Announcement, Subscriber } from '../../domain/subscriber.ts';
import type { SubscriberCall } from '../../domain/websub.ts';
import type { ErrandResult } from '../../fetch/errand.ts';

export const leaseMin: Milliseconds = hour;
export const leaseMax: Milliseconds = 30 * day;
/** Lease of a subscriber that leaves it to us; those of other hubs are about as long. */
const leaseDefault: Milliseconds = 10 * day;

/** A call under way is nobody else's for so long; a process that died is then followed by another. */
const claimMs: Milliseconds = minute;
/** First wait after a call that failed; doubles up to the longest. */
const retryFirst: Milliseconds = minute;
export const retryMax: Milliseconds = 6 * hour;
/** Times a callback is asked to confirm before the request is forgotten. */
const verificationsMax = 3;

/** The subscriber once it has asked for something; a request under way gives way to a later one. */
export function afterCall(
  call: Exclude<SubscriberCall, { kind: 'refused' }>,
  known: Subscriber | undefined,
  now: Instant,
): Subscriber {
  const { kind: mode, selfUrl, callbackUrl, secret, leaseMs = leaseDefault } = call;
  const lease = Math.min(Math.max(leaseMs, leaseMin), leaseMax);
  const asked = { mode, leaseMs: lease, ...(secret !== undefined && { secret }), attempts: 0 };
  if (known !== undefined) return { ...known, asked, nextAt: now };
  return { selfUrl, callbackUrl, asked, failures: 0, nextAt: now, version: 0 };
}

/** Whether its time has come; one that is further off than any wait was set by a clock that ran ahead. */
export function isDue({ nextAt }: { readonly nextAt: Instant }, now: Instant): boolean {
  return nextAt <= now || nextAt > now + retryMax;
}

/** Before a call, so that no other process makes it too. */
export function claimed<T extends { readonly nextAt: Instant }>(row: T, now: Instant): T {
  return { ...row, nextAt: now + claimMs };
}

/** What follows from an answer: the row as it goes on, or its end. */
export type Step<T> = { readonly kind: 'keep'; readonly row: T } | { readonly kind: 'remove' };

/** After the callback was asked whether it meant it. `hash` is of the document as it stands. */
export function afterVerification(
  subscriber: Subscriber,
  result: ErrandResult,
  challenge: string,
  { hash, now }: { readonly hash: string | undefined; readonly now: Instant },
): Step<Subscriber> {
  const { asked, ...rest } = subscriber;
  if (asked === undefined) return { kind: 'keep', row: subscriber };
  if (isTaken(result) && isJust(challenge, result)) {
    return asked.mode === 'unsubscribe'
      ? { kind: 'remove' }
      : { kind: 'keep', row: confirmed(rest, asked, hash, now) };
  }
  const attempts = asked.attempts + 1;
  const message = `did not confirm: ${reasonOf(result)}`;
  if (isPassing(result) && attempts < verificationsMax) {
    const nextAt = now + waitAfter(attempts, result);
    return { kind: 'keep', row: { ...rest, message, nextAt, asked: { ...asked, attempts } } };
  }
  // Whoever has a lease keeps it: a stranger may have asked in its name.
  if (rest.leaseUntil === undefined) return { kind: 'remove' };
  return { kind: 'keep', row: { ...rest, message, nextAt: now } };
}

/** The challenge and nothing else (WebSub §5.3): a page that repeats its query confirms nothing. */
function isJust(challenge: string, result: ErrandResult): boolean {
  return result.kind === 'answered' && Buffer.from(result.body).equals(Buffer.from(challenge));
}

function confirmed(
  { secret: _, message: __, ...subscriber }: Omit<Subscriber, 'asked'>,
  { secret, leaseMs }: NonNullable<Subscriber['asked']>,
  hash: string | undefined,
  now: Instant,
): Subscriber {
  const deliveredHash = subscriber.deliveredHash ?? hash;
  return {
    ...subscriber,
    ...(secret !== undefined && { secret }),
    ...(deliveredHash !== undefined && { deliveredHash }),
    leaseUntil: now + leaseMs,
    failures: 0,
    nextAt: now,
  };
}

/** After a document was delivered, or not. 410 is how a callback says that it is no more (§7). */
export function afterDelivery(
  subscriber: Subscriber,
  result: ErrandResult,
  hash: string,
  now: Instant,
): Step<Subscriber> {
  if (isTaken(result)) {
    const { message: _, leaseUntil = 0, ...rest } = subscriber;
    // A lease that was given while the clock ran ahead ends too.
    const lease = { leaseUntil: Math.min(leaseUntil, now + leaseMax) };
    const row = { ...rest, ...lease, deliveredHash: hash, failures: 0, nextAt: now };
    return { kind: 'keep', row };
  }
  if (result.kind === 'answered' && result.httpStatus === 410) return { kind: 'remove' };
  const failures = subscriber.failures + 1;
  const message = `was not delivered: ${reasonOf(result)}`;
  const nextAt = now + waitAfter(failures, result);
  return { kind: 'keep', row: { ...subscriber, failures, message, nextAt } };
}

/**
 * Whether a hub elsewhere is left alone for now, with all there is to tell it: it did not answer.
 * One request shows then whether it is back, and the rest follows.
 */
export function isResting(known: Announcement, now: Instant): boolean {
  return known.isUnanswered === true && !isDue(known, now);
}

/** The row of a hub before it is told of this document; undefined when there is nothing to tell. */
export function toAnnounce(
  known: Announcement | undefined,
  { hubUrl, selfUrl }: Pick<Announcement, 'hubUrl' | 'selfUrl'>,
  hash: string,
  now: Instant,
): Announcement | undefined {
  if (known === undefined) {
    return { hubUrl, selfUrl, tryingHash: hash, failures: 0, nextAt: now, version: 0 };
  }
  if (known.hash === hash) return undefined;
  // What a hub said of one document it may not say of the next; silence is about the hub.
  const isAfresh = known.tryingHash !== hash && known.isUnanswered !== true;
  if (!isAfresh && !isDue(known, now)) return undefined;
  return { ...known, tryingHash: hash, failures: isAfresh ? 0 : known.failures };
}

/** After a hub was told, or not. One that refuses is told of the next change; others until it is. */
export function afterAnnouncing(
  announcement: Announcement,
  result: ErrandResult,
  now: Instant,
): Announcement {
  const { tryingHash, message: _, isUnanswered: __, ...rest } = announcement;
  const done = { ...rest, ...(tryingHash !== undefined && { hash: tryingHash }), nextAt: now };
  if (isTaken(result)) return { ...done, failures: 0 };
  const message = `was not told: ${reasonOf(result)}`;
  if (!isPassing(result)) return { ...done, failures: 0, message };
  const failures = announcement.failures + 1;
  const nextAt = now + waitAfter(failures, result);
  const isUnanswered = result.kind === 'failed';
  const trying = tryingHash === undefined ? {} : { tryingHash };
  return { ...rest, ...trying, failures, message, nextAt, ...(isUnanswered && { isUnanswered }) };
}

function isTaken(result: ErrandResult): boolean {
  return result.kind === 'answered' && result.httpStatus >= 200 && result.httpStatus < 300;
}

/** Whether it may be otherwise in a while: nobody answered, or about the moment. */
function isPassing(result: ErrandResult): boolean {
  if (result.kind === 'failed') return true;
  return result.httpStatus >= 500 || result.httpStatus === 429 || result.httpStatus === 408;
}

function waitAfter(failures: number, { retryAfterMs = 0 }: ErrandResult): Milliseconds {
  const waitMs = retryFirst * 2 ** Math.min(failures - 1, 20);
  return Math.min(Math.max(waitMs, retryAfterMs), retryMax);
}

function reasonOf(result: ErrandResult): string {
  return result.kind === 'failed' ? result.message : `it answered ${result.httpStatus}`;
}
