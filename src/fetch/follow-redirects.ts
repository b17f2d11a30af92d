import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent } from 'undici';
import type { Clock } from '../domain/clock.ts';
import type { FetchFailed, FetchResult, RedirectHop } from '../domain/fetch-result.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import { bodyBytesMax, redirectsMax } from '../domain/limits.ts';
import type { AddressGuard } from './address-guard.ts';
import { explainError, FetchError } from './fetch-error.ts';
import type { FetchRequest } from './fetch-source.ts';
import type { HostQueue } from './host-queue.ts';
import { judgeStatus } from './judge-status.ts';
import type { OriginHolds } from './origin-holds.ts';
import { readBody, tooLarge } from './read-body.ts';
import { buildRequestHeaders } from './request-headers.ts';
import {
  headerOf,
  listOf,
  type ResponseHeaders,
  readFreshness,
  readLinks,
  readRetryAfter,
  readValidators,
  textOfHeader,
} from './response-headers.ts';

export interface Tools {
  readonly agent: Agent;
  readonly guard: AddressGuard;
  readonly queue: HostQueue;
  readonly holds: OriginHolds;
  readonly clock: Clock;
}

/** One fetch under way. */
export interface Journey {
  readonly request: FetchRequest & { readonly userAgent: string };
  readonly deadlineMs: Milliseconds;
  readonly signal: AbortSignal;
  readonly redirects: RedirectHop[];
  /** Time on the network so far, waits for a turn left out. */
  spentMs: Milliseconds;
  /** The address asked last. */
  at: URL | undefined;
}

interface Response {
  readonly statusCode: number;
  readonly headers: ResponseHeaders;
  readonly body: Awaited<ReturnType<Agent['request']>>['body'];
}

/** Where a redirect leads, or how the fetch ended. */
type HopOutcome = { readonly kind: 'redirect'; readonly to: URL } | FetchResult;

/** A redirect that asks for a wait (RFC 9110 §10.2.3) is followed in this run when it is so short. */
const redirectWaitMax: Milliseconds = 5 * second;

/** Asks the journey's address and those it is sent on to, judging each anew. Never throws. */
export async function followRedirects(journey: Journey, tools: Tools): Promise<FetchResult> {
  try {
    let url = checked(journey.request.url, tools.guard);
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
    const outcome = await handle(url, response, journey, tools);
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

async function handle(
  url: URL,
  response: Response,
  journey: Journey,
  tools: Tools,
): Promise<HopOutcome> {
  const verdict = judgeStatus(response.statusCode, url.host, isConditional(journey));
  if (verdict.kind !== 'modified') discard(response);
  switch (verdict.kind) {
    case 'redirect':
      return redirect(url, response, journey, tools);
    case 'modified':
      return modified(url, response, journey, tools);
    case 'not-modified':
      return {
        kind: 'not-modified',
        ...answered(url, response, journey, tools),
        // A 304 may carry new validators; what it leaves out stays (RFC 9111 §4.3.4).
        validators: { ...journey.request.validators, ...readValidators(response.headers) },
      };
    case 'gone':
      return { kind: 'gone', finalUrl: url.href, httpStatus: 410, tookMs: 0 };
    case 'failed': {
      const retryAfterMs = readRetryAfter(response.headers, tools.clock.now());
      holdOrigin(url, response.statusCode, retryAfterMs, tools);
      throw new FetchError({
        ...verdict.refusal,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      });
    }
    default:
      return verdict satisfies never;
  }
}

async function modified(
  url: URL,
  response: Response,
  journey: Journey,
  tools: Tools,
): Promise<FetchResult> {
  const options = {
    contentEncoding: listOf(response.headers, 'content-encoding'),
    bytesMax: bodyBytesMax,
    host: url.host,
  };
  response.body.on('error', ignored);
  try {
    if (Number(headerOf(response.headers, 'content-length')) > bodyBytesMax) {
      throw tooLarge(options);
    }
    const { body, wireBytes } = await readBody(response.body, options);
    if (body.byteLength === 0) {
      throw new FetchError({
        reason: 'empty',
        message: `${url.host} answered ${response.statusCode} without a body`,
        httpStatus: response.statusCode,
      });
    }
    const contentType = headerOf(response.headers, 'content-type');
    return {
      kind: 'modified',
      ...answered(url, response, journey, tools),
      body,
      wireBytes,
      ...(contentType !== undefined && { contentType }),
    };
  } catch (error) {
    discard(response);
    const refusal = explainError(error, url.host);
    throw new FetchError({ httpStatus: response.statusCode, ...refusal }, { cause: error });
  }
}

function answered(url: URL, response: Response, journey: Journey, tools: Tools) {
  return {
    finalUrl: url.href,
    redirects: journey.redirects,
    httpStatus: response.statusCode,
    freshness: readFreshness(response.headers, tools.clock.now()),
    validators: readValidators(response.headers),
    links: readLinks(response.headers, url.href),
    tookMs: 0,
  };
}

async function redirect(
  url: URL,
  response: Response,
  journey: Journey,
  tools: Tools,
): Promise<HopOutcome> {
  const status = response.statusCode;
  const location = textOfHeader(headerOf(response.headers, 'location') ?? '').trim();
  if (location === '' || !URL.canParse(location, url.href)) {
    throw new FetchError({
      reason: 'bad-redirect',
      message: `${url.host} answered ${status} but does not say where to (Location)`,
      httpStatus: status,
    });
  }
  const waitMs = readRetryAfter(response.headers, tools.clock.now()) ?? 0;
  if (waitMs > redirectWaitMax) {
    throw new FetchError({
      reason: 'rate-limited',
      message: `${url.host} asks to wait before its redirect (${status}) is followed`,
      httpStatus: status,
      retryAfterMs: waitMs,
    });
  }
  if (waitMs > 0) await sleep(waitMs, undefined, { signal: journey.signal });
  const to = checked(new URL(location, url).href, tools.guard, url);
  journey.redirects.push({ status, to: to.href });
  return { kind: 'redirect', to };
}

/** The URL as it will be asked, or the refusal thrown; `from` is the host that sent us there. */
function checked(text: string, guard: AddressGuard, from?: URL): URL {
  const verdict = guard.checkUrl(text);
  if (verdict instanceof URL) return verdict;
  const sender = from ? `${from.host} redirects to a place that is not fetched: ` : '';
  throw new FetchError({ ...verdict, message: sender + verdict.message });
}

function isConditional({ request }: Journey): boolean {
  return request.validators.etag !== undefined || request.validators.lastModified !== undefined;
}

/** 429 and 503 speak for the origin; on an intranet host, which is shared, for one address only. */
function holdOrigin(
  url: URL,
  status: number,
  retryAfterMs: Milliseconds | undefined,
  tools: Tools,
): void {
  if (retryAfterMs === undefined || (status !== 429 && status !== 503)) return;
  if (!tools.guard.isAllowListed(url))
    tools.holds.hold(url.origin, tools.clock.now() + retryAfterMs);
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

/** Lets go of a body that nobody reads; its connection ends with it. */
function discard({ body }: Response): void {
  body.on('error', ignored).destroy();
}

function ignored(): void {
  // A body that is being thrown away, or whose reader gets the same error, has nothing to tell.
}
