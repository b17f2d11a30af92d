import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import type { Clock } from '../domain/clock.ts';
import type { FetchConfig } from '../domain/config.ts';
import type { FetchResult } from '../domain/fetch-result.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import type { Validators } from '../domain/source.ts';
import { createAddressGuard } from './address-guard.ts';
import {
  type CallRequest,
  type ErrandResult,
  type FormRequest,
  sendCall,
  sendForm,
} from './errand.ts';
import { FetchError } from './fetch-error.ts';
import { followRedirects } from './follow-redirects.ts';
import { createHostQueue, type HostQueue } from './host-queue.ts';
import type { Trip } from './journey.ts';
import { createOriginHolds, type OriginHold } from './origin-holds.ts';

/** Asks sources for their feeds: the only part of Araz that opens outgoing connections. */
export interface Fetcher {
  /** One conditional GET with its redirects. Never throws: every way it can end is a result. */
  fetchSource(request: FetchRequest): Promise<FetchResult>;
  /**
   * POSTs a form, as to a hub, through the same guard, turns and waits; redirected (307, 308) within
   * its origin only. Never throws.
   */
  postForm(request: FormRequest): Promise<ErrandResult>;
  /** Calls an address, as a subscriber's callback; not redirected. Never throws. */
  call(request: CallRequest): Promise<ErrandResult>;
  /** Takes up a wait that an origin asked for, as the store remembers it; the oldest first. */
  holdOrigin(hold: OriginHold): void;
  /** Calls off what is running (`aborted`) and closes all connections. Safe to call twice. */
  close(): Promise<void>;
}

export interface FetchRequest {
  readonly url: string;
  /** Echoed byte for byte; empty for an unconditional request. */
  readonly validators: Validators;
  readonly userAgent?: string | undefined;
  /** Extra headers, sent to the origin of `url` only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Time on the network, all hops and the body; waiting for a turn at the host is not counted. */
  readonly timeoutMs: Milliseconds;
  readonly signal?: AbortSignal | undefined;
}

export interface FetcherOptions {
  readonly config: FetchConfig;
  readonly clock: Clock;
  /** Resolver and turns; the system's and a queue of its own unless a test brings others. */
  readonly lookup?: LookupFunction;
  readonly queue?: HostQueue;
}

/** Dialling, TLS included. A host that takes longer is down for a reader too. */
const connectTimeoutMs = 10 * second;
/** Bytes of response headers; some sites send 20 KB of cookies and policies. */
const headerBytesMax = 64 * 1024;

/** Builds a fetcher with its own connections, turns and holds. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { config, clock } = options;
  const guard = createAddressGuard({
    allowHosts: config.allowHosts,
    connectTimeoutMs,
    ...(options.lookup && { lookup: options.lookup }),
  });
  const agent = new Agent({
    connect: guard.connect,
    connections: config.hostConnections,
    // No keep-alive: a poll is one request, and an idle socket that the server has closed
    // meanwhile would turn the next one into a failure.
    pipelining: 0,
    maxHeaderSize: headerBytesMax,
    // The total deadline rules; these restart with every byte and would never end a drip.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const tools = {
    agent,
    guard,
    clock,
    queue: options.queue ?? createHostQueue(config),
    holds: createOriginHolds(clock),
  };
  const closing = new AbortController();
  // One listener a request under way, taken off at its end: more than ten are no leak.
  setMaxListeners(0, closing.signal);

  const userAgentOf = (request: { readonly userAgent?: string | undefined }): string =>
    request.userAgent ?? config.userAgent;

  return {
    fetchSource: (request) =>
      underway(request, config, closing.signal, (trip) => {
        const asked = { ...request, userAgent: userAgentOf(request) };
        return followRedirects({ ...trip, request: asked, redirects: [] }, tools);
      }),
    postForm: (request) =>
      underway(request, config, closing.signal, (trip) =>
        sendForm(trip, { ...request, userAgent: userAgentOf(request) }, tools),
      ),
    call: (request) =>
      underway(request, config, closing.signal, (trip) =>
        sendCall(trip, { ...request, userAgent: config.userAgent }, tools),
      ),
    holdOrigin: tools.holds.hold,
    close: async () => {
      closing.abort();
      guard.abandon();
      await agent.destroy();
    },
  };
}

/** Sets out on a trip that is called off when the fetcher closes or its caller says so. */
async function underway<T>(
  request: { readonly timeoutMs: Milliseconds; readonly signal?: AbortSignal | undefined },
  config: FetchConfig,
  closing: AbortSignal,
  travel: (trip: Trip) => Promise<T>,
): Promise<T> {
  const called = new AbortController();
  const callOff = (): void => called.abort(calledOff);
  for (const signal of [closing, request.signal]) {
    if (signal?.aborted) callOff();
    signal?.addEventListener('abort', callOff, { once: true });
  }
  const deadlineMs = Math.min(request.timeoutMs, config.totalMs);
  try {
    return await travel({ deadlineMs, signal: called.signal, spentMs: 0, at: undefined });
  } finally {
    // Not AbortSignal.any: on Node 20 it keeps every derived signal while the source lives.
    closing.removeEventListener('abort', callOff);
    request.signal?.removeEventListener('abort', callOff);
  }
}

const calledOff = new FetchError({
  reason: 'aborted',
  message: 'the poll was called off before it ended',
});
