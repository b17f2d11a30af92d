import { day, type Instant, minute } from '../../domain/instant.ts';
import type { Source, SourceState, Validators } from '../../domain/source.ts';
import { isAllowListed } from '../../fetch/address-guard.ts';
import type { FetchRequest } from '../../fetch/fetch-source.ts';
import type { OriginHold } from '../../fetch/origin-holds.ts';
import { readingVersion } from '../../parse/reading-version.ts';
import { addressOf } from './learned-address.ts';
import { rateBeforeSilence } from './source-rhythm.ts';

/** Silence of 304s after which a source that published daily is asked once without conditions. */
const suspicionAfter = 7 * day;
/** New items a day from which silence is suspicious. */
const suspiciousRate = 1;
/** Clocks drift by less than this; more was a step. */
const clockStepMin = 2 * minute;

/** What to send for the next poll of a source: its learned address and the validators that apply. */
export function buildPollRequest(source: Source, state: SourceState, now: Instant): FetchRequest {
  return {
    url: addressOf(source, state),
    validators: isSuspiciouslySilent(state, now) ? {} : validatorsOf(state),
    userAgent: source.userAgent,
    headers: source.headers,
    timeoutMs: source.timeoutMs,
  };
}

function validatorsOf({ validators: { etag, lastModified }, readBy }: SourceState): Validators {
  if (readBy !== readingVersion) return {};
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

/**
 * Whether the source's 304s are no longer believed, so that it is asked without conditions: it
 * published daily, has answered nothing but 304 for a week, and was not asked so within a week.
 */
export function isSuspiciouslySilent(state: SourceState, now: Instant): boolean {
  const { unmodifiedSince, lastUnconditionalAt } = state;
  if (unmodifiedSince === undefined || now - unmodifiedSince < suspicionAfter) return false;
  if (lastUnconditionalAt !== undefined && now - lastUnconditionalAt < suspicionAfter) return false;
  return rateBeforeSilence(state) >= suspiciousRate;
}

/**
 * The waits that origins asked for, oldest first, for `Fetcher.holdOrigin` after a start. Those that
 * are over are among them: their origin may share the wait of a sibling that asked at the same time.
 * Hosts on the allow list are shared by strangers: there a wait binds only the source that was told.
 */
export function heldOrigins(
  states: readonly SourceState[],
  allowHosts: readonly string[],
): readonly OriginHold[] {
  return states
    .flatMap(({ heldOrigin: origin, heldUntil: until, lastPolledAt: askedAt = 0 }) =>
      origin === undefined || until === undefined ? [] : [{ origin, until, askedAt }],
    )
    .filter(({ origin }) => !isAllowListed(new URL(origin), allowHosts))
    .toSorted((a, b) => a.askedAt - b.askedAt);
}

/**
 * The state as it would be had the clock always stood where it stands now; undefined when the
 * clock was not set back. Waits keep their length, counted from now, so nothing is left unpolled
 * for as long as the clock was wrong.
 */
export function afterClockSetBack(state: SourceState, now: Instant): SourceState | undefined {
  const { lastPolledAt } = state;
  if (lastPolledAt === undefined) {
    return state.nextDueAt > now + clockStepMin ? { ...state, nextDueAt: now } : undefined;
  }
  const step = lastPolledAt - now;
  if (step < clockStepMin) return undefined;
  return {
    ...state,
    lastPolledAt: now,
    nextDueAt: state.nextDueAt - step,
    ...(state.heldUntil !== undefined && { heldUntil: state.heldUntil - step }),
  };
}
