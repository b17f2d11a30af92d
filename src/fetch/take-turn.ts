import type { Milliseconds } from '../domain/instant.ts';
import { second } from '../domain/instant.ts';
import { FetchError } from './fetch-error.ts';
import { discard, ignored } from './handle-response.ts';
import type { Response, Tools, Trip } from './journey.ts';
import type { OriginHolds } from './origin-holds.ts';

/**
 * Runs one request of a trip in its turn at the host, within what is left of the trip's deadline.
 * Throws what `work` throws, or the reason of the abort; `rate-limited` while the origin is held.
 */
export async function takeTurn<T>(
  url: URL,
  trip: Trip,
  tools: Tools,
  work: (signal: AbortSignal) => Promise<T>,
  isUrgent = false,
): Promise<T> {
  trip.at = url;
  refuseHeld(url, tools.holds);
  const endTurn = await tools.queue.acquire(url.hostname, { signal: trip.signal, isUrgent });
  const startedAt = performance.now();
  const attempt = new AbortController();
  const callOff = (): void => attempt.abort(trip.signal.reason);
  trip.signal.addEventListener('abort', callOff, { once: true });
  const deadline = setTimeout(
    () => attempt.abort(timedOut(url, trip.deadlineMs)),
    Math.max(0, trip.deadlineMs - trip.spentMs),
  );
  try {
    // Another source of the origin may have been told to wait while this one stood in line.
    refuseHeld(url, tools.holds);
    return await work(attempt.signal);
  } catch (error) {
    // An abort surfaces as many errors, by where it strikes; its reason is what happened.
    throw attempt.signal.aborted ? attempt.signal.reason : error;
  } finally {
    trip.spentMs += Math.round(performance.now() - startedAt);
    clearTimeout(deadline);
    trip.signal.removeEventListener('abort', callOff);
    endTurn();
  }
}

/**
 * The answer, or the abort that comes before it. undici hears an abort only once it has a
 * connection; a dead name server would outlast the deadline. A later answer is thrown away.
 */
export function orAbort(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const giveUp = (): void => {
      answer.then(discard, ignored);
      reject(signal.reason);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  return Promise.race([answer, aborted]);
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

function timedOut({ host }: URL, deadlineMs: Milliseconds): FetchError {
  return new FetchError({
    reason: 'timeout',
    message: `${host} was not done within ${deadlineMs / second} s`,
  });
}
