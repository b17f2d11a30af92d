import type { FetchFailed, FetchResult } from '../domain/fetch-result.ts';
import { second } from '../domain/instant.ts';
import { redirectsMax } from '../domain/limits.ts';
import { explainError, FetchError } from './fetch-error.ts';
import { discard, handleResponse, ignored } from './handle-response.ts';
import {
  checkAddress,
  type HopOutcome,
  type Journey,
  type Response,
  type Tools,
} from './journey.ts';
import type { OriginHolds } from './origin-holds.ts';
import { buildRequestHeaders } from './request-headers.ts';

/** Asks the journey's address and those it is sent on to, judging each anew. Never throws. */
export async function followRedirects(journey: Journey, tools: Tools): Promise<FetchResult> {
  try {
    let url = checkAddress(journey.request.url, tools.guard);
    const visited = new Set<string>();
    for (;;) {
      visited.add(url.href);
      const outcome = await takeHop(url, journey, tools);
      if (outcome.kind !== 'redirect') return outcome;
      url = outcome.to;
      if (visited.has(url.href)) {
        throw tooManyRedirects(`${url.hostname} redirects in a circle; it may want cookies`);
      }
      if (journey.redirects.length > redirectsMax) {
        throw tooManyRedirects(`more than ${redirectsMax} redirects, the last to ${url.hostname}`);
      }
    }
  } catch (error) {
    return failed(error, journey);
  }
}

/** One request, in its turn at the host and within what is left of the deadline. */
async function takeHop(url: URL, journey: Journey, tools: Tools): Promise<HopOutcome> {
  journey.at = url;
  refuseHeld(url, tools.holds);
  const endTurn = await tools.queue.acquire(url.hostname, {
    signal: journey.signal,
    isUrgent: journey.redirects.length > 0,
  });
  const startedAt = performance.now();
  const attempt = new AbortController();
  const callOff = (): void => attempt.abort(journey.signal.reason);
  journey.signal.addEventListener('abort', callOff, { once: true });
  const deadline = setTimeout(
    () => attempt.abort(timedOut(url, journey)),
    Math.max(0, journey.deadlineMs - journey.spentMs),
  );
  try {
    // Another source of the origin may have been told to wait while this one stood in line.
    refuseHeld(url, tools.holds);
    const response = await send(url, journey, tools, attempt.signal);
    const outcome = await handleResponse(url, response, journey, tools);
    const spentMs = journey.spentMs + Math.round(performance.now() - startedAt);
    return outcome.kind === 'redirect' ? outcome : { ...outcome, tookMs: spentMs };
  } catch (error) {
    // An abort surfaces as many errors, by where it strikes; its reason is what happened.
    throw attempt.signal.aborted ? attempt.signal.reason : error;
  } finally {
    journey.spentMs += Math.round(performance.now() - startedAt);
    clearTimeout(deadline);
    journey.signal.removeEventListener('abort', callOff);
    endTurn();
  }
}

async function send(
  url: URL,
  journey: Journey,
  tools: Tools,
  signal: AbortSignal,
): Promise<Response> {
  const { request } = journey;
  const answer: Promise<Response> = tools.agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: buildRequestHeaders({
      userAgent: request.userAgent,
      headers: request.headers ?? {},
      validators: request.validators,
      isConfiguredOrigin: url.origin === new URL(request.url).origin,
    }),
    signal,
  });
  // undici hears an abort only once it has a connection; a dead name server would outlast the
  // deadline. An answer that comes after it is thrown away.
  return Promise.race([answer, rejectOnAbort(signal, answer)]);
}

function rejectOnAbort(signal: AbortSignal, answer: Promise<Response>): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = (): void => {
      answer.then(discard, ignored);
      reject(signal.reason);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

function refuseHeld(url: URL, holds: OriginHolds): void {
  const retryAfterMs = holds.remainingMs(url.origin);
  if (retryAfterMs === undefined) return;
  throw new FetchError({
    reason: 'rate-limited',
    message: `not asked: ${url.host} wants to be left alone for now (Retry-After)`,
    retryAfterMs,
  });
}

function timedOut(url: URL, journey: Journey): FetchError {
  return new FetchError({
    reason: 'timeout',
    message: `${url.host} was not done within ${journey.deadlineMs / second} s`,
  });
}

function tooManyRedirects(message: string): FetchError {
  return new FetchError({ reason: 'too-many-redirects', message });
}

function failed(error: unknown, journey: Journey): FetchFailed {
  const refusal = explainError(error, journey.at?.host ?? 'the source');
  return {
    kind: 'failed',
    ...refusal,
    ...(journey.at && { finalUrl: journey.at.href }),
    tookMs: journey.spentMs,
  };
}
