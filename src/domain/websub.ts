/**
 * The words of WebSub (W3C Recommendation of 23 January 2018), and nothing else of it: what is asked
 * of a hub, what it asks back, what it signs with. What the protocol calls a topic is the feed's
 * own address; here that is `selfUrl`.
 */
import type { LinkHeader } from './fetch-result.ts';
import { urlCharactersMax } from './limits.ts';
import type { ParsedFeedHead } from './parsed-feed.ts';
import type { HubOffer, Subscription, SubscriptionRequest } from './subscription.ts';

/** Seconds, not milliseconds, are the protocol's unit. */
const millisecondsPerSecond = 1_000;
/** Challenges are short random strings; a longer one is no hub's (§5.3 sets no limit). */
const challengeCharactersMax = 2_048;
/** What a person is shown of a hub's reason. */
const reasonCharactersMax = 200;

/** Header that carries a hub's signature of what it delivers (§7.1), as Node names headers. */
export const signatureHeader = 'x-hub-signature';

/**
 * The hub and self address that a feed names (§4): the Link header before the document, https
 * before http. Undefined when it names no hub, or not itself: the hub knows it by that name only.
 */
export function discoverHub(
  links: readonly LinkHeader[],
  head: Pick<ParsedFeedHead, 'hubs' | 'feedUrl'> | undefined,
): HubOffer | undefined {
  const named = targetsOf(links, 'hub');
  const hubs = named.length > 0 ? named : (head?.hubs ?? []);
  const hubUrl = hubs.find((hub) => hub.startsWith('https:')) ?? hubs[0];
  const selfUrl = selfAddress(links) ?? head?.feedUrl;
  return hubUrl === undefined || selfUrl === undefined ? undefined : { hubUrl, selfUrl };
}

/** The address under which a response says it is known, if its Link header says one. */
export function selfAddress(links: readonly LinkHeader[]): string | undefined {
  return targetsOf(links, 'self')[0];
}

function targetsOf(links: readonly LinkHeader[], rel: string): readonly string[] {
  return links.filter((link) => link.rel === rel).map(({ href }) => href);
}

/** Form fields of a request to a hub (§5.1); `leaseMs` is what we would like. */
export function subscriptionForm(
  subscription: Pick<Subscription, 'selfUrl' | 'callbackUrl' | 'secret'>,
  mode: SubscriptionRequest['mode'],
  leaseMs: number,
): Readonly<Record<string, string>> {
  const { selfUrl, callbackUrl, secret } = subscription;
  const form = { 'hub.mode': mode, 'hub.topic': selfUrl, 'hub.callback': callbackUrl };
  if (mode === 'unsubscribe') return form;
  const seconds = Math.floor(leaseMs / millisecondsPerSecond);
  return {
    ...form,
    'hub.lease_seconds': String(seconds),
    ...(secret !== undefined && { 'hub.secret': secret }),
  };
}

/** What a hub says or asks at the callback (§5.2, §5.3). */
export type HubCall =
  | {
      readonly kind: 'verify';
      readonly mode: SubscriptionRequest['mode'];
      readonly selfUrl: string;
      /** To be sent back as it came. */
      readonly challenge: string;
      /** How long the hub will deliver; absent when it does not say. */
      readonly leaseMs?: number;
    }
  | { readonly kind: 'deny'; readonly selfUrl: string; readonly reason?: string };

/** Reads the query of a call; undefined when it is none that the protocol knows. */
export function parseHubCall(query: URLSearchParams): HubCall | undefined {
  const mode = query.get('hub.mode');
  const selfUrl = query.get('hub.topic');
  if (selfUrl === null || selfUrl === '') return undefined;
  if (mode === 'denied') {
    const reason = query.get('hub.reason')?.slice(0, reasonCharactersMax).trim();
    return { kind: 'deny', selfUrl, ...(reason && { reason }) };
  }
  if (mode !== 'subscribe' && mode !== 'unsubscribe') return undefined;
  const challenge = query.get('hub.challenge') ?? '';
  if (challenge === '' || challenge.length > challengeCharactersMax) return undefined;
  const seconds = query.get('hub.lease_seconds')?.trim() ?? '';
  const isNumber = /^\d{1,12}$/.test(seconds) && Number(seconds) > 0;
  const lease = isNumber ? { leaseMs: Number(seconds) * millisecondsPerSecond } : {};
  return { kind: 'verify', mode, selfUrl, challenge, ...lease };
}

/** A signature as a hub writes it: `sha256=` and hexadecimal digits. */
export interface HubSignature {
  readonly algorithm: 'sha256' | 'sha384' | 'sha512';
  readonly hex: string;
}

/** Reads a signature header; undefined for a weaker method (SHA-1), and for what is none. */
export function parseSignature(header: string | undefined): HubSignature | undefined {
  const [, algorithm, hex] =
    /^(sha256|sha384|sha512)=([0-9a-f]+)$/i.exec(header?.trim() ?? '') ?? [];
  if (algorithm === undefined || hex === undefined) return undefined;
  return {
    algorithm: algorithm.toLowerCase() as HubSignature['algorithm'],
    hex: hex.toLowerCase(),
  };
}

/** What someone asks of a hub (§5.1), checked; or why it cannot be taken. */
export type SubscriberCall =
  | {
      readonly kind: SubscriptionRequest['mode'];
      readonly selfUrl: string;
      readonly callbackUrl: string;
      /** What the subscriber would like; absent when it leaves that to the hub. */
      readonly leaseMs?: number;
      readonly secret?: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** A secret is shorter than this (§5.1). */
const secretBytesEnd = 200;

/** Reads the form that a subscriber sends; fields it does not know are passed over (§5.1). */
export function parseSubscriberCall(fields: URLSearchParams): SubscriberCall {
  const kind = fields.get('hub.mode');
  const selfUrl = fields.get('hub.topic') ?? '';
  const callbackUrl = httpAddress(fields.get('hub.callback') ?? '');
  if (kind !== 'subscribe' && kind !== 'unsubscribe') {
    return { kind: 'refused', reason: 'hub.mode is subscribe or unsubscribe' };
  }
  if (selfUrl === '') return { kind: 'refused', reason: 'hub.topic is missing' };
  if (callbackUrl === undefined) {
    const shape = `an http or https address of at most ${urlCharactersMax} characters`;
    return { kind: 'refused', reason: `hub.callback is not ${shape}, without a user or fragment` };
  }
  const terms = readTerms(fields);
  return 'reason' in terms
    ? { kind: 'refused', ...terms }
    : { kind, selfUrl, callbackUrl, ...terms };
}

/** Lease and secret, which a subscriber may leave out; or what is wrong with one of them. */
function readTerms(
  fields: URLSearchParams,
): { readonly leaseMs?: number; readonly secret?: string } | { readonly reason: string } {
  const secret = fields.get('hub.secret') ?? '';
  const lease = fields.get('hub.lease_seconds')?.trim() ?? '';
  if (new TextEncoder().encode(secret).length >= secretBytesEnd) {
    return { reason: `hub.secret is not shorter than ${secretBytesEnd} bytes` };
  }
  if (lease !== '' && !/^\d{1,12}$/.test(lease)) {
    return { reason: 'hub.lease_seconds is not a whole number of seconds' };
  }
  const leaseMs = Number(lease) * millisecondsPerSecond;
  return { ...(leaseMs > 0 && { leaseMs }), ...(secret !== '' && { secret }) };
}

function httpAddress(text: string): string | undefined {
  if (text.length > urlCharactersMax || !URL.canParse(text)) return undefined;
  const { protocol, username, password, hash, href } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return username + password + hash === '' ? href : undefined;
}

/** The address at which a subscriber is asked whether it meant it (§5.3); its own query stays. */
export function verificationAddress(
  callbackUrl: string,
  asked: {
    readonly mode: SubscriptionRequest['mode'];
    readonly selfUrl: string;
    readonly challenge: string;
    readonly leaseMs: number;
  },
): string {
  return withQuery(callbackUrl, {
    'hub.mode': asked.mode,
    'hub.topic': asked.selfUrl,
    'hub.challenge': asked.challenge,
    ...(asked.mode === 'subscribe' && {
      'hub.lease_seconds': String(Math.floor(asked.leaseMs / millisecondsPerSecond)),
    }),
  });
}

/** The address at which a subscriber is told that there will be nothing (§5.2). */
export function denialAddress(callbackUrl: string, selfUrl: string, reason: string): string {
  return withQuery(callbackUrl, {
    'hub.mode': 'denied',
    'hub.topic': selfUrl,
    'hub.reason': reason,
  });
}

function withQuery(address: string, fields: Readonly<Record<string, string>>): string {
  // By hand: `searchParams` would write the callback's own query anew.
  const query = new URLSearchParams(fields).toString();
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** Headers of a delivery (§7): what it is of, and who sends it. */
export function deliveryHeaders(
  selfUrl: string,
  hubUrl: string,
  mediaType: string,
): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    link: `<${hubUrl}>; rel="hub", <${selfUrl}>; rel="self"`,
  };
}

/** Form fields by which a hub elsewhere is told of a change; hubs differ in which one they read. */
export function publishForm(selfUrl: string): Readonly<Record<string, string>> {
  return { 'hub.mode': 'publish', 'hub.url': selfUrl, 'hub.topic': selfUrl };
}
