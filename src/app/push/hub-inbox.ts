import type { SubscriberCounts } from '../../domain/subscriber.ts';
import { parseSubscriberCall, type SubscriberCall } from '../../domain/websub.ts';
import { refuseUrl } from '../../fetch/address-guard.ts';
import { siteOf } from '../../text/site-of.ts';
import type { Reading } from '../open-reading.ts';
import { ownHubUrl } from './hub-address.ts';
import { afterCall } from './hub-life.ts';
import { listOwnDocuments, type OwnDocument, OwnDocuments } from './own-documents.ts';

/** Confirmed subscribers of one document, those of one site of callbacks, and all there are. */
const feedSubscribersMax = 2_000;
const siteSubscribersMax = 200;
const subscribersMax = 10_000;
/** Requests that wait for their first confirmation; each is confirmed or forgotten within minutes. */
const unconfirmedMax = 1_000;
const retryAfterSeconds = 120;
/** A worker and a subscriber may change a row at once; so often the later one looks again. */
const attemptsMax = 3;

/** What a subscriber is answered: 202 when it will be asked whether it meant it (WebSub §5.1). */
export interface HubAnswer {
  readonly status: 202 | 400 | 403 | 404 | 503;
  readonly text: string;
  /** Seconds after which it may do better. */
  readonly retryAfter?: number;
}

type Inbox = Pick<Reading, 'store' | 'clock' | 'setup' | 'log' | 'outDir'>;
type Call = Exclude<SubscriberCall, { kind: 'refused' }>;

/** Takes the request of a subscriber; a worker asks it back. 404 while this site is no hub. */
export async function takeSubscriberCall(app: Inbox, fields: URLSearchParams): Promise<HubAnswer> {
  if (!isHub(app)) return { status: 404, text: 'this site is no hub' };
  const call = parseSubscriberCall(fields);
  if (call.kind === 'refused') return { status: 400, text: call.reason };
  if (refuseUrl(call.callbackUrl, app.setup.config.fetch.allowHosts) !== undefined) {
    const place = 'a public address at port 80, 443 or 8000–8999';
    return { status: 400, text: `hub.callback is not called by this hub; name ${place}` };
  }
  const document = listOwnDocuments(app.setup).find(({ selfUrl }) => selfUrl === call.selfUrl);
  if (document === undefined) {
    return { status: 404, text: 'hub.topic is no feed of this site; use its rel=self address' };
  }
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = await noteDown(app, call, document);
    if (answer !== undefined) return answer;
  }
  return { status: 503, text: 'try again', retryAfter: 1 };
}

/** Whether subscribers may ask here. */
export function isHub({ setup }: Pick<Reading, 'setup'>): boolean {
  return ownHubUrl(setup) !== undefined;
}

/** Undefined when the row was changed meanwhile. */
async function noteDown(
  app: Inbox,
  call: Call,
  document: OwnDocument,
): Promise<HubAnswer | undefined> {
  const { store, clock, log } = app;
  const { kind: mode, selfUrl, callbackUrl } = call;
  const known = await store.findSubscriber(selfUrl, callbackUrl);
  if (known === undefined) {
    if (mode === 'unsubscribe') return { status: 404, text: 'there is no such subscription' };
    const full = refuseMore(await store.countSubscribers(selfUrl, siteOf(callbackUrl)));
    if (full !== undefined) return full;
  }
  // What is published between the request and the confirmation is delivered too.
  const hash = known?.deliveredHash ?? (await new OwnDocuments(app).read(document))?.hash;
  const next = { ...afterCall(call, known, clock.now()), ...(hash && { deliveredHash: hash }) };
  if (!(await store.saveSubscriber(next))) return undefined;
  log.info('a subscriber asked', { mode, feed: selfUrl, callback: new URL(callbackUrl).host });
  return { status: 202, text: 'your callback will be asked whether it meant this' };
}

function refuseMore(counts: SubscriberCounts): HubAnswer | undefined {
  if (counts.ofFeed >= feedSubscribersMax) return { status: 403, text: 'this feed takes no more' };
  if (counts.ofSite >= siteSubscribersMax) {
    return { status: 403, text: 'the site of this callback has enough of them' };
  }
  if (counts.all >= subscribersMax) return { status: 403, text: 'this hub takes no more' };
  if (counts.unconfirmed < unconfirmedMax) return undefined;
  const text = 'too many wait for their confirmation; try again later';
  return { status: 503, text, retryAfter: retryAfterSeconds };
}
