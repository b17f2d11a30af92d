import type { FetchFailed, FetchResult } from '../domain/fetch-result.ts';
import { redirectsMax } from '../domain/limits.ts';
import { explainError, FetchError } from './fetch-error.ts';
import { handleResponse } from './handle-response.ts';
import {
  checkAddress,
  type HopOutcome,
  type Journey,
  type Response,
  type Tools,
} from './journey.ts';
import { buildRequestHeaders } from './request-headers.ts';
import { orAbort, takeTurn } from './take-turn.ts';

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
  const isUrgent = journey.redirects.length > 0;
  const hop = async (signal: AbortSignal): Promise<HopOutcome> =>
    handleResponse(url, await send(url, journey, tools, signal), journey, tools, signal);
  const outcome = await takeTurn(url, journey, tools, hop, isUrgent);
  return outcome.kind === 'redirect' ? outcome : { ...outcome, tookMs: journey.spentMs };
}

function send(url: URL, journey: Journey, tools: Tools, signal: AbortSignal): Promise<Response> {
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
  return orAbort(answer, signal);
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
