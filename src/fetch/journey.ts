import type { Agent } from 'undici';
import type { Clock } from '../domain/clock.ts';
import type { FetchResult, RedirectHop } from '../domain/fetch-result.ts';
import type { Milliseconds } from '../domain/instant.ts';
import type { AddressGuard } from './address-guard.ts';
import { FetchError } from './fetch-error.ts';
import type { FetchRequest } from './fetch-source.ts';
import type { HostQueue } from './host-queue.ts';
import type { OriginHolds } from './origin-holds.ts';
import type { ResponseHeaders } from './response-headers.ts';

/** What every request of one fetcher shares. */
export interface Tools {
  readonly agent: Agent;
  readonly guard: AddressGuard;
  readonly queue: HostQueue;
  readonly holds: OriginHolds;
  readonly clock: Clock;
}

/** Requests made one after another under one deadline. */
export interface Trip {
  readonly deadlineMs: Milliseconds;
  readonly signal: AbortSignal;
  /** Time on the network so far, waits for a turn left out. */
  spentMs: Milliseconds;
  /** The address asked last. */
  at: URL | undefined;
}

/** One fetch under way. */
export interface Journey extends Trip {
  readonly request: FetchRequest & { readonly userAgent: string };
  readonly redirects: RedirectHop[];
}

/** An answer whose body has not been read. */
export interface Response {
  readonly statusCode: number;
  readonly headers: ResponseHeaders;
  readonly body: Awaited<ReturnType<Agent['request']>>['body'];
}

/** Where a redirect leads, or how the fetch ended. */
export type HopOutcome = { readonly kind: 'redirect'; readonly to: URL } | FetchResult;

/** The URL as it will be asked, or the refusal thrown; `from` is the host that sent us there. */
export function checkAddress(text: string, guard: AddressGuard, from?: URL): URL {
  const verdict = guard.checkUrl(text);
  if (verdict instanceof URL) return verdict;
  const sender = from ? `${from.host} redirects to a place that is not fetched: ` : '';
  throw new FetchError({ ...verdict, message: sender + verdict.message });
}
