import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchResult } from '../domain/fetch-result.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import { bodyBytesMax } from '../domain/limits.ts';
import { explainError, FetchError } from './fetch-error.ts';
import {
  checkAddress,
  type HopOutcome,
  type Journey,
  type Response,
  type Tools,
} from './journey.ts';
import { judgeStatus } from './judge-status.ts';
import { readBody, tooLarge } from './read-body.ts';
import {
  headerOf,
  listOf,
  readFreshness,
  readLinks,
  readRetryAfter,
  readValidators,
  textOfHeader,
} from './response-headers.ts';

/** A redirect that asks for a wait (RFC 9110 §10.2.3) is followed in this run when it is so short. */
const redirectWaitMax: Milliseconds = 5 * second;

/**
 * What one answer means for the journey; `signal` ends what waits. Throws `FetchError` for every
 * failure.
 */
export async function handleResponse(
  url: URL,
  response: Response,
  journey: Journey,
  tools: Tools,
  signal: AbortSignal,
): Promise<HopOutcome> {
  const verdict = judgeStatus(response.statusCode, url.host, isConditional(journey));
  if (verdict.kind !== 'modified') discard(response);
  switch (verdict.kind) {
    case 'redirect':
      return redirect(url, response, journey, tools, signal);
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
      return {
        kind: 'gone',
        finalUrl: url.href,
        redirects: journey.redirects,
        httpStatus: 410,
        tookMs: 0,
      };
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
  signal: AbortSignal,
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
  if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  const to = checkAddress(new URL(location, url).href, tools.guard, url);
  journey.redirects.push({ status, to: to.href });
  return { kind: 'redirect', to };
}

function isConditional({ request }: Journey): boolean {
  return request.validators.etag !== undefined || request.validators.lastModified !== undefined;
}

/** 429 and 503 speak for the origin; on an intranet host, which is shared, for one address only. */
export function holdOrigin(
  url: URL,
  status: number,
  retryAfterMs: Milliseconds | undefined,
  tools: Tools,
): void {
  if (retryAfterMs === undefined || (status !== 429 && status !== 503)) return;
  if (tools.guard.isAllowListed(url)) return;
  const askedAt = tools.clock.now();
  tools.holds.hold({ origin: url.origin, until: askedAt + retryAfterMs, askedAt });
}

/** Lets go of a body that nobody reads; its connection ends with it. */
export function discard({ body }: Response): void {
  body.on('error', ignored).destroy();
}

export function ignored(): void {
  // A body that is being thrown away, or whose reader gets the same error, has nothing to tell.
}
