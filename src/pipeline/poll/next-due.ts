import { AppError } from '../../domain/errors.ts';
import type { FetchFailed, FetchResult } from '../../domain/fetch-result.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ReadFailed } from '../../domain/parsed-feed.ts';
import type { Source, SourceRhythm, SourceState, Validators } from '../../domain/source.ts';
import { readingVersion } from '../../parse/reading-version.ts';
import { timeInWords } from '../time-in-words.ts';
import { learnAddress, permanentPrefix } from './learned-address.ts';
import { backoffOf, heldFor } from './poll-backoff.ts';
import { decideInterval, type IntervalDecision } from './poll-interval.ts';
import { isSuspiciouslySilent } from './poll-request.ts';
import { endOfWait, longest, spreadFirst, waitMax } from './poll-wait.ts';
import { type FeedReading, fadeRhythm, learnFreshness, learnRhythm } from './source-rhythm.ts';

/** All that one poll told, for deciding the next. */
export interface PollAnswer {
  /** Validators the request carried; empty when it was unconditional. */
  readonly sent: Validators;
  readonly result: FetchResult;
  /** What reading the document of a 200 gave; undefined for every other result. */
  readonly reading?: FeedReading | ReadFailed | undefined;
}

export interface NextStateInput {
  readonly source: Source;
  readonly state: SourceState;
  readonly answer: PollAnswer;
  readonly now: Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** When a `gone` source is due: the last day that four digits can tell. */
const never: Instant = Date.UTC(9999, 11, 31);

/** Failures that say the learned address is no good, so that the configured one is tried again. */
const addressFailures: ReadonlySet<string> = new Set([
  'dns',
  'tls',
  'forbidden-address',
  'forbidden-url',
  'http-client-error',
  'unauthorised',
  'too-many-redirects',
  'bad-redirect',
  'not-a-feed',
  'blocked',
  'gone',
]);

/**
 * What follows a poll: when the source is due again and why, which validators it is asked with,
 * what was learnt about it. Pure; the caller stores it in the commit of the items. Validators
 * change only with a document that was read or a 304, so that no item is ever skipped by them.
 * Throws `internal` when a 200 comes without its reading.
 */
export function nextState(input: NextStateInput): SourceState {
  const { answer, now } = input;
  const { result } = answer;
  if (result.kind === 'failed' && result.reason === 'aborted') return interrupted(input);
  if (result.kind === 'failed' && wasNotAsked(result)) return heldBack(input, result);
  const isUnconditional = answer.sent.etag === undefined && answer.sent.lastModified === undefined;
  const asked: NextStateInput = {
    ...input,
    state: {
      ...forgetFuture(input.state, now),
      lastPolledAt: now,
      ...(isUnconditional && { lastUnconditionalAt: now }),
    },
  };
  switch (result.kind) {
    case 'modified':
      if (answer.reading === undefined) {
        throw new AppError('internal', `${input.source.id}: a 200 came without its reading`);
      }
      return answer.reading.kind === 'failed'
        ? afterFailure(asked, answer.reading)
        : afterDocument(asked, result, answer.reading);
    case 'not-modified':
      return afterUnchanged(asked, result);
    case 'gone':
      return afterGone(asked, result);
    case 'failed':
      return afterFailure(asked, result);
    default:
      return result satisfies never;
  }
}

type Modified = Extract<FetchResult, { readonly kind: 'modified' }>;
type NotModified = Extract<FetchResult, { readonly kind: 'not-modified' }>;
type Gone = Extract<FetchResult, { readonly kind: 'gone' }>;

function afterDocument(input: NextStateInput, result: Modified, reading: FeedReading): SourceState {
  const { source, state, now } = input;
  const rhythm = learnRhythm(source, state, reading, now);
  const interval = decideInterval(source, state, rhythm, reading);
  const { unmodifiedSince: _, ...rest } = afterSuccess(input, result, interval, rhythm);
  const next = { ...rest, readBy: readingVersion };
  return reading.itemsTotal > reading.itemsKnown ? { ...next, lastNewItemAt: now } : next;
}

function afterUnchanged(input: NextStateInput, result: NotModified): SourceState {
  const { source, state, now } = input;
  const rhythm = fadeRhythm(source, state, now);
  const interval = decideInterval(source, state, rhythm, { kind: 'unchanged' });
  const unmodifiedSince = state.unmodifiedSince ?? now;
  const next = { ...afterSuccess(input, result, interval, rhythm), unmodifiedSince };
  if (!isSuspiciouslySilent(next, next.nextDueAt)) return next;
  const doubt = `nothing but "unchanged" for ${timeInWords(now - unmodifiedSince)}`;
  const nextDueReason = `${next.nextDueReason}; ${doubt}, so all is asked for once`;
  return { ...next, nextDueReason };
}

function afterSuccess(
  input: NextStateInput,
  result: Modified | NotModified,
  interval: IntervalDecision,
  rhythm: SourceRhythm,
): SourceState {
  const { source, state, now } = input;
  const freshMs = Math.min(result.freshness.freshForMs ?? rhythm.freshMs ?? 0, waitMax);
  const askedMs = Math.min(rhythm.askedMs ?? 0, waitMax);
  const own = { ms: interval.intervalMs, reason: interval.reason };
  const asked = [
    {
      ms: freshMs,
      reason: `the server calls this fresh for ${timeInWords(freshMs)} (Cache-Control, Expires)`,
    },
    {
      ms: askedMs,
      reason: `the feed asks for ${timeInWords(askedMs)} between polls (${rhythm.askedBy})`,
    },
  ];
  const isFirst = state.lastSuccessAt === undefined;
  const wait = isFirst ? spreadFirst(source.id, own, asked) : longest(own, ...asked);
  const { failingSince: _since, lastMessage: _message, ...rest } = withoutHold(state);
  return {
    ...withoutAddress(rest),
    ...learnAddress(source, state, result.redirects, now),
    ...endOfWait(source.id, rhythm, now, wait),
    status: 'ok',
    validators: result.validators,
    lastSuccessAt: now,
    lastOutcome: result.kind,
    failuresInARow: 0,
    intervalMs: interval.intervalMs,
    rhythm: learnFreshness(rhythm, result.freshness),
  };
}

function afterGone(input: NextStateInput, { finalUrl, redirects }: Gone): SourceState {
  const message = `${new URL(finalUrl).host} answered 410: gone for good`;
  const { state } = input;
  // What is gone is where a temporary redirect led for now, or the learned address: the configured
  // one still stands, or has not been asked.
  const isElsewhere = permanentPrefix(redirects).length < redirects.length;
  if (isElsewhere || state.effectiveUrl !== undefined) {
    return afterFailure(input, { reason: 'gone', message });
  }
  return {
    ...withoutHold(state),
    status: 'gone',
    lastOutcome: 'gone',
    lastMessage: message,
    nextDueAt: never,
    nextDueReason: 'gone (HTTP 410): polled again only when asked for by name',
  };
}

interface Failure {
  readonly reason: string;
  readonly message: string;
  readonly httpStatus?: number;
  readonly retryAfterMs?: number;
  readonly finalUrl?: string;
}

function afterFailure(input: NextStateInput, failure: Failure): SourceState {
  const { source, now, random } = input;
  const isMisled = input.state.effectiveUrl !== undefined && addressFailures.has(failure.reason);
  const state = isMisled ? withoutAddress(input.state) : input.state;
  const failing: SourceState = {
    ...withoutHold(state),
    // What is gone stays so until it answers again.
    status: state.status === 'gone' ? 'gone' : 'failing',
    failuresInARow: state.failuresInARow + 1,
    failingSince: state.failingSince ?? now,
    lastOutcome: failure.reason,
    lastMessage: isMisled
      ? `${failure.message}; the configured address is asked again`
      : failure.message,
    intervalMs: state.rhythm?.everyMs === source.everyMs ? state.intervalMs : source.everyMs,
  };
  const backoff = backoffOf(failing, failure.reason, now, random);
  if (failure.retryAfterMs === undefined) {
    return { ...failing, ...endOfWait(source.id, state.rhythm, now, backoff) };
  }
  const heldMs = Math.min(failure.retryAfterMs, waitMax);
  const wait = longest(heldFor(heldMs, random), backoff);
  const origin = originThatAsked(failure);
  return {
    ...failing,
    heldUntil: now + heldMs,
    ...(origin !== undefined && { heldOrigin: origin }),
    ...endOfWait(source.id, state.rhythm, now, wait),
  };
}

/** 429 and 503 speak for the whole origin, a redirect only for itself. */
function originThatAsked({ httpStatus, finalUrl }: Failure): string | undefined {
  if (finalUrl === undefined || (httpStatus !== 429 && httpStatus !== 503)) return undefined;
  return new URL(finalUrl).origin;
}

/** The origin had told another of its sources to wait, so no request was made. */
function wasNotAsked(result: FetchFailed): boolean {
  return result.reason === 'rate-limited' && result.httpStatus === undefined;
}

function heldBack(input: NextStateInput, result: FetchFailed): SourceState {
  const { source, state, now, random } = input;
  const heldMs = Math.min(result.retryAfterMs ?? 0, waitMax);
  return {
    ...withoutHold(state),
    heldUntil: now + heldMs,
    ...(result.finalUrl !== undefined && { heldOrigin: new URL(result.finalUrl).origin }),
    ...endOfWait(source.id, state.rhythm, now, heldFor(heldMs, random)),
    lastOutcome: result.reason,
    lastMessage: result.message,
  };
}

function interrupted({ state, now }: NextStateInput): SourceState {
  return {
    ...state,
    nextDueAt: Math.min(state.nextDueAt, now),
    nextDueReason: 'the last poll was called off before it ended; due at once',
  };
}

function withoutAddress(state: SourceState): SourceState {
  const { effectiveUrl: _url, permanentRedirect: _redirect, ...rest } = state;
  return rest;
}

function withoutHold(state: SourceState): SourceState {
  const { heldUntil: _until, heldOrigin: _origin, ...rest } = state;
  return rest;
}

/** Moments that a clock set back has put into the future count as now. */
function forgetFuture(state: SourceState, now: Instant): SourceState {
  const names = [
    'lastSuccessAt',
    'lastNewItemAt',
    'failingSince',
    'unmodifiedSince',
    'lastUnconditionalAt',
  ] as const;
  const past: { -readonly [name in (typeof names)[number]]?: Instant } = {};
  for (const name of names) {
    const instant = state[name];
    if (instant !== undefined) past[name] = Math.min(instant, now);
  }
  return { ...state, ...past };
}
