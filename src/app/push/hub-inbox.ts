import { parseSubscriberCall, type SubscriberCall } from '../../domain/websub.ts';
import type { Reading } from '../open-reading.ts';
import { ownHubUrl } from './hub-address.ts';
import { afterCall } from './hub-life.ts';
import { listOwnDocuments } from './own-documents.ts';

/** Subscribers of one document, and of one host of callbacks. */
const feedSubscribersMax = 2_000;
const hostSubscribersMax = 200;
/** A worker and a subscriber may change a row at once; so often the later one looks again. */
const attemptsMax = 3;

/** What a subscriber is answered: 202 when it will be asked whether it meant it (WebSub §5.1). */
export interface HubAnswer {
  readonly status: 202 | 400 | 403 | 404 | 503;
  readonly text: string;
}

/** Takes the request of a subscriber; a worker asks it back. 404 while this site is no hub. */
export async function takeSubscriberCall(
  app: Pick<Reading, 'store' | 'clock' | 'setup' | 'log'>,
  fields: URLSearchParams,
): Promise<HubAnswer> {
  if (ownHubUrl(app.setup) === undefined) return { status: 404, text: 'this site is no hub' };
  const call = parseSubscriberCall(fields);
  if (call.kind === 'refused') return { status: 400, text: call.reason };
  if (!listOwnDocuments(app.setup).some(({ selfUrl }) => selfUrl === call.selfUrl)) {
    return { status: 404, text: 'hub.topic is no feed of this site; use its rel=self address' };
  }
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = await noteDown(app, call);
    if (answer !== undefined) return answer;
  }
  return { status: 503, text: 'try again' };
}

/** Undefined when the row was changed meanwhile. */
async function noteDown(
  { store, clock, log }: Pick<Reading, 'store' | 'clock' | 'log'>,
  call: Exclude<SubscriberCall, { kind: 'refused' }>,
): Promise<HubAnswer | undefined> {
  const { kind: mode, selfUrl, callbackUrl } = call;
  const known = await store.findSubscriber(selfUrl, callbackUrl);
  const { host } = new URL(callbackUrl);
  if (known === undefined) {
    if (mode === 'unsubscribe') return { status: 404, text: 'there is no such subscription' };
    const { ofFeed, ofHost } = await store.countSubscribers(selfUrl, host);
    if (ofFeed >= feedSubscribersMax) return { status: 403, text: 'this feed takes no more' };
    if (ofHost >= hostSubscribersMax) return { status: 403, text: `${host} has enough of them` };
  }
  if (!(await store.saveSubscriber(afterCall(call, known, clock.now())))) return undefined;
  log.info('a subscriber asked', { mode, feed: selfUrl, callback: host });
  return { status: 202, text: 'your callback will be asked whether it meant this' };
}
