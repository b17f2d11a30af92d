import { createHmac, randomBytes } from 'node:crypto';
import type { Subscriber } from '../../domain/subscriber.ts';
import {
  deliveryHeaders,
  denialAddress,
  signatureHeader,
  verificationAddress,
} from '../../domain/websub.ts';
import type { ErrandResult } from '../../fetch/errand.ts';
import type { AnnouncerTools } from './announcer.ts';
import { ownHubUrl } from './hub-address.ts';
import { afterDelivery, afterVerification, claimed, isDue, type Step } from './hub-life.ts';
import { callTimeoutMs, isCalledOff } from './hub-limits.ts';
import { hashOf, type LiveDocument, type OwnDocuments } from './own-documents.ts';

/** Calls of one round; the rest is due at the next. */
const callsMax = 500;

/** What a round delivers. */
export interface Delivered {
  readonly live: ReadonlyMap<string, LiveDocument>;
  readonly documents: OwnDocuments;
}

/** What a subscriber is called for. */
type Errand =
  | { readonly kind: 'end' }
  | { readonly kind: 'deny' }
  | { readonly kind: 'verify'; readonly document: LiveDocument }
  | { readonly kind: 'deliver'; readonly document: LiveDocument; readonly hubUrl: string };

/** One round over the subscribers of our hub: asks back, delivers, tells those that get nothing more. */
export async function callSubscribers(
  app: AnnouncerTools,
  delivered: Delivered,
  signal?: AbortSignal,
): Promise<void> {
  const { store, clock, setup } = app;
  const hubUrl = ownHubUrl(setup);
  const now = clock.now();
  const errands = (await store.listSubscribers()).flatMap((subscriber) => {
    const errand = errandFor(subscriber, { ...delivered, hubUrl, now });
    return errand === undefined ? [] : [{ subscriber, errand }];
  });
  const bodies = new Bodies(delivered.documents);
  await Promise.all(
    errands
      .slice(0, callsMax)
      .map(({ subscriber, errand }) => carryOut(app, subscriber, errand, bodies, signal)),
  );
}

function errandFor(
  subscriber: Subscriber,
  round: Delivered & { readonly hubUrl: string | undefined; readonly now: number },
): Errand | undefined {
  const { asked, leaseUntil = 0, deliveredHash, selfUrl } = subscriber;
  const { hubUrl, now } = round;
  if (asked === undefined && leaseUntil <= now) return { kind: 'end' };
  if (!isDue(subscriber, now)) return undefined;
  const document = round.live.get(selfUrl);
  if (document === undefined || hubUrl === undefined) return { kind: 'deny' };
  if (asked !== undefined) return { kind: 'verify', document };
  return deliveredHash === document.hash ? undefined : { kind: 'deliver', document, hubUrl };
}

async function carryOut(
  app: AnnouncerTools,
  subscriber: Subscriber,
  errand: Errand,
  bodies: Bodies,
  signal?: AbortSignal,
): Promise<void> {
  const { store, clock, log } = app;
  const { selfUrl, callbackUrl } = subscriber;
  if (signal?.aborted) return;
  if (errand.kind === 'end') return store.removeSubscriber(selfUrl, callbackUrl);
  // Not saved: another process calls it, or it has asked for something else meanwhile.
  if (!(await store.saveSubscriber(claimed(subscriber, clock.now())))) return;
  const { result, step } = await call(app, subscriber, errand, bodies, signal);
  if (isCalledOff(result)) return;
  const facts = { feed: selfUrl, callback: new URL(callbackUrl).host };
  const answer = result.kind === 'failed' ? result.reason : result.httpStatus;
  log.info('a subscriber was called', { ...facts, for: errand.kind, answer });
  if (step.kind === 'remove') return store.removeSubscriber(selfUrl, callbackUrl);
  await store.saveSubscriber({ ...step.row, version: subscriber.version + 1 });
}

interface Called {
  readonly result: ErrandResult;
  readonly step: Step<Subscriber>;
}

async function call(
  app: AnnouncerTools,
  subscriber: Subscriber,
  errand: Exclude<Errand, { kind: 'end' }>,
  bodies: Bodies,
  signal?: AbortSignal,
): Promise<Called> {
  switch (errand.kind) {
    case 'deny':
      return deny(app, subscriber, signal);
    case 'verify':
      return verify(app, subscriber, errand.document, signal);
    case 'deliver':
      return deliver(app, subscriber, errand, bodies, signal);
    default:
      return errand satisfies never;
  }
}

/** Told once, whether it hears it or not: a document that is no more will not change again. */
async function deny(
  { courier }: AnnouncerTools,
  { callbackUrl, selfUrl }: Subscriber,
  signal?: AbortSignal,
): Promise<Called> {
  const url = denialAddress(callbackUrl, selfUrl, 'this feed is not announced any more');
  const result = await courier.call({ url, method: 'GET', timeoutMs: callTimeoutMs, signal });
  return { result, step: { kind: 'remove' } };
}

async function verify(
  { courier, clock }: AnnouncerTools,
  subscriber: Subscriber,
  { hash }: LiveDocument,
  signal?: AbortSignal,
): Promise<Called> {
  const { callbackUrl, selfUrl, asked } = subscriber;
  const challenge = randomBytes(32).toString('base64url');
  const { mode = 'subscribe', leaseMs = 0 } = asked ?? {};
  const url = verificationAddress(callbackUrl, { mode, selfUrl, challenge, leaseMs });
  const result = await courier.call({ url, method: 'GET', timeoutMs: callTimeoutMs, signal });
  const now = clock.now();
  return { result, step: afterVerification(subscriber, result, challenge, { hash, now }) };
}

async function deliver(
  { courier, clock }: AnnouncerTools,
  subscriber: Subscriber,
  { document, hubUrl }: Extract<Errand, { kind: 'deliver' }>,
  bodies: Bodies,
  signal?: AbortSignal,
): Promise<Called> {
  const { callbackUrl: url, selfUrl, secret } = subscriber;
  const { body, hash } = await bodies.of(document);
  const headers = {
    ...deliveryHeaders(selfUrl, hubUrl, document.mediaType),
    ...(secret !== undefined && { [signatureHeader]: sign(body, secret) }),
  };
  const timeoutMs = callTimeoutMs;
  const result = await courier.call({ url, method: 'POST', headers, body, timeoutMs, signal });
  return { result, step: afterDelivery(subscriber, result, hash, clock.now()) };
}

function sign(body: Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Documents of one round, each read once however many get it. */
class Bodies {
  readonly #documents: OwnDocuments;
  readonly #read = new Map<string, Promise<{ readonly body: Buffer; readonly hash: string }>>();

  constructor(documents: OwnDocuments) {
    this.#documents = documents;
  }

  /** With the hash of these very bytes: it may have been replaced since it was looked at. */
  of(document: LiveDocument): Promise<{ readonly body: Buffer; readonly hash: string }> {
    const known = this.#read.get(document.path);
    if (known !== undefined) return known;
    const read = this.#documents.read(document).then((body) => ({ body, hash: hashOf(body) }));
    this.#read.set(document.path, read);
    return read;
  }
}
