import type { FetchFailed } from '../domain/fetch-result.ts';
import type { Milliseconds } from '../domain/instant.ts';
import { redirectsMax } from '../domain/limits.ts';
import { explainError, FetchError } from './fetch-error.ts';
import { discard, holdOrigin, ignored } from './handle-response.ts';
import { checkAddress, type Response, type Tools, type Trip } from './journey.ts';
import { readBody } from './read-body.ts';
import { headerOf, listOf, readRetryAfter, textOfHeader } from './response-headers.ts';
import { orAbort, takeTurn } from './take-turn.ts';

/** A form to hand in, such as a subscription at a hub. */
export interface FormRequest {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly userAgent?: string | undefined;
  /** Time on the network, all hops and the answer; waiting for a turn at the host is not counted. */
  readonly timeoutMs: Milliseconds;
  readonly signal?: AbortSignal | undefined;
}

/** A call at an address that someone gave us, such as a subscriber's callback. */
export interface CallRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** As for a form. */
  readonly timeoutMs: Milliseconds;
  readonly signal?: AbortSignal | undefined;
}

/** What came of it: any status is an answer. */
export type ErrandResult =
  | {
      readonly kind: 'answered';
      readonly httpStatus: number;
      /** The answer itself, decoded; empty when it is long or cannot be read. */
      readonly body: Uint8Array;
      /** Its first words, white space collapsed: hubs say there what they dislike. */
      readonly text: string;
      readonly retryAfterMs?: Milliseconds;
      /** On the network; waiting for a turn is not counted. */
      readonly tookMs: Milliseconds;
    }
  | FetchFailed;

/** Bytes of an answer that are read; longer ones are pages meant for people. */
const answerBytesMax = 64 * 1024;
const textCharactersMax = 200;

/** An answer before the time it took is known. */
type Answer = Omit<Extract<ErrandResult, { kind: 'answered' }>, 'tookMs'>;

/** What is sent, whatever it is. */
interface Message {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** An errand under way. */
interface Errand {
  readonly trip: Trip;
  readonly message: Message;
  /** 307 and 308 are followed within the origin; else they are answers as any other. */
  readonly isFollowing: boolean;
}

/** Hands in a form under the same guard, turns and waits as every poll. Never throws. */
export function sendForm(
  trip: Trip,
  { url, fields, userAgent }: FormRequest & { readonly userAgent: string },
  tools: Tools,
): Promise<ErrandResult> {
  const headers = {
    'user-agent': userAgent,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(fields).toString();
  return run({ trip, message: { url, method: 'POST', headers, body }, isFollowing: true }, tools);
}

/**
 * Calls under the same guard, turns and waits. Redirects are not followed: a callback that moved is
 * to be given anew by whoever owns it (WebSub §7). Never throws.
 */
export function sendCall(
  trip: Trip,
  { url, method, headers, body, userAgent }: CallRequest & { readonly userAgent: string },
  tools: Tools,
): Promise<ErrandResult> {
  const sent = { 'user-agent': userAgent, ...headers };
  const message = { url, method, headers: sent, body: body ?? null };
  return run({ trip, message, isFollowing: false }, tools);
}

async function run(errand: Errand, tools: Tools): Promise<ErrandResult> {
  try {
    return { ...(await followSameOrigin(errand, tools)), tookMs: errand.trip.spentMs };
  } catch (error) {
    const { at, spentMs: tookMs } = errand.trip;
    const refusal = explainError(error, at?.host ?? 'the other side');
    return { kind: 'failed', ...refusal, ...(at && { finalUrl: at.href }), tookMs };
  }
}

/** A form may hold a secret: 307 and 308 are followed, within the origin it was meant for. */
async function followSameOrigin(errand: Errand, tools: Tools): Promise<Answer> {
  let url = checkAddress(errand.message.url, tools.guard);
  for (let hops = 0; hops <= redirectsMax; hops += 1) {
    const outcome = await handIn(url, errand, tools);
    if (!(outcome instanceof URL)) return outcome;
    if (outcome.origin !== url.origin) {
      throw new FetchError({
        reason: 'bad-redirect',
        message: `${url.host} sends the form on to ${outcome.host}; forms stay where they are sent`,
      });
    }
    url = outcome;
  }
  throw new FetchError({
    reason: 'too-many-redirects',
    message: `more than ${redirectsMax} redirects at ${url.host}`,
  });
}

function handIn(url: URL, errand: Errand, tools: Tools): Promise<Answer | URL> {
  return takeTurn(url, errand.trip, tools, (signal) => send(url, errand, tools, signal));
}

async function send(
  url: URL,
  { message, isFollowing }: Errand,
  tools: Tools,
  signal: AbortSignal,
): Promise<Answer | URL> {
  const answer: Promise<Response> = tools.agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: message.method,
    headers: {
      accept: 'text/plain, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br',
      ...message.headers,
    },
    body: message.body,
    signal,
  });
  const response = await orAbort(answer, signal);
  const { statusCode: httpStatus, headers } = response;
  if (isFollowing && (httpStatus === 307 || httpStatus === 308)) {
    discard(response);
    return redirectTarget(url, textOfHeader(headerOf(headers, 'location') ?? ''), tools);
  }
  const retryAfterMs = readRetryAfter(headers, tools.clock.now());
  holdOrigin(url, httpStatus, retryAfterMs, tools);
  const body = await readAnswer(response, listOf(headers, 'content-encoding'), url.host);
  return {
    kind: 'answered',
    httpStatus,
    body,
    text: firstWords(body),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function redirectTarget(from: URL, location: string, tools: Tools): URL {
  if (location.trim() === '' || !URL.canParse(location, from.href)) {
    throw new FetchError({
      reason: 'bad-redirect',
      message: `${from.host} redirects but does not say where to (Location)`,
    });
  }
  return checkAddress(new URL(location, from).href, tools.guard, from);
}

/** Nothing depends on the words of an answer: one that cannot be read is an empty one. */
async function readAnswer(
  response: Response,
  contentEncoding: string,
  host: string,
): Promise<Uint8Array> {
  response.body.on('error', ignored);
  try {
    const options = { contentEncoding, bytesMax: answerBytesMax, host };
    return (await readBody(response.body, options)).body;
  } catch {
    discard(response);
    return new Uint8Array();
  }
}

function firstWords(body: Uint8Array): string {
  const text = new TextDecoder()
    .decode(body)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...text].slice(0, textCharactersMax).join('');
}
