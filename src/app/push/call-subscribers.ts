import { createHmac, randomBytes } from 'node:crypto';
import type { Subscriber } from '../../domain/subscriber.ts';
import {
  deliveryHeaders,
  denialAddress,
  signatureHeader,
  verificationAddress,
} from '../../domain/websub.ts';
import type { CallRequest, ErrandResult } from '../../fetch/errand.ts';
import type { HostQueue } from '../../fetch/host-queue.ts';
import { siteOf } from '../../text/site-of.ts';
import type { AnnouncerTools } from './announcer.ts';
import { ownHubUrl } from './hub-address.ts';
import { afterDelivery, afterVerification, claimed, retryMax, type Step } from './hub-life.ts';
import { callTimeoutMs, isCalledOff } from './hub-limits.ts';
import type { LiveDocument, OwnDocuments } from './own-documents.ts';
import type { SlowSites } from './slow-sites.ts';
import { type Errand, type ErrandFacts, errandFor, hashesOf } from './subscriber-errand.ts';

/** Calls of one round; another follows while they get on. */
const callsMax = 500;

/**
 * Subscribers are called in two lanes: those that have shown that they answer promptly, and all
 * others, which wait for one another only. One that turns slow leaves its lane at once, with all of
 * its site.
 */
export interface Lane {
  readonly isForSlow: boolean;
  readonly turns: HostQueue;
  readonly slowSites: SlowSites;
  readonly signal: AbortSignal | undefined;
}

/**
 * One round over the subscribers of our hub: asks back, delivers, tells those that get nothing more.
 * Answers whether it got on with any of them.
 */
export async function callSubscribers(
  app: AnnouncerTools,
  documents: OwnDocuments,
  lane: Lane,
): Promise<boolean> {
  const round = new Round(app, documents, lane);
  return round.run();
}

interface Due {
  readonly subscriber: Subscriber;
  readonly errand: Errand;
}

interface Called {
  readonly result: ErrandResult;
  readonly step: Step<Subscriber>;
}

class Round {
  readonly #app: AnnouncerTools;
  readonly #documents: OwnDocuments;
  readonly #lane: Lane;
  /** Documents of this round, each read once however many get it. */
  readonly #bodies = new Map<string, ReturnType<OwnDocuments['read']>>();

  constructor(app: AnnouncerTools, documents: OwnDocuments, lane: Lane) {
    this.#app = app;
    this.#documents = documents;
    this.#lane = lane;
  }

  async run(): Promise<boolean> {
    const errands = await this.#listErrands();
    const done = await Promise.all(
      errands.map(({ subscriber, errand }) => this.#inTurn(subscriber, errand)),
    );
    return done.includes(true);
  }

  /** Page by page, since those of the other lane may come first and be many. */
  async #listErrands(): Promise<readonly Due[]> {
    const { store, clock, setup } = this.#app;
    const facts = {
      documents: await this.#documents.list(),
      hubUrl: ownHubUrl(setup),
      now: clock.now(),
    };
    const wanted = { now: facts.now, waitMax: retryMax, hashes: hashesOf(facts), limit: callsMax };
    const due: Due[] = [];
    let after: Subscriber | undefined;
    do {
      const page = await store.listSubscribersToCall({ ...wanted, ...(after && { after }) });
      due.push(...page.flatMap((subscriber) => this.#dueOf(subscriber, facts) ?? []));
      after = page.length === callsMax ? page.at(-1) : undefined;
    } while (after !== undefined && due.length < callsMax);
    return due.slice(0, callsMax);
  }

  #dueOf(subscriber: Subscriber, facts: ErrandFacts): Due | undefined {
    if (!this.#isMine(subscriber)) return undefined;
    const errand = errandFor(subscriber, facts);
    return errand && { subscriber, errand };
  }

  /** Whoever has confirmed, did not fail last and is at a site that is not slow is called promptly. */
  #isMine({ callbackUrl, leaseUntil, failures }: Subscriber): boolean {
    const isProven = leaseUntil !== undefined && failures === 0;
    return this.#lane.isForSlow !== (isProven && !this.#isAtSlowSite(callbackUrl));
  }

  #isAtSlowSite(callbackUrl: string): boolean {
    return this.#lane.slowSites.has(siteOf(callbackUrl), this.#app.clock.now());
  }

  async #inTurn(subscriber: Subscriber, errand: Errand): Promise<boolean> {
    const { turns, signal, isForSlow } = this.#lane;
    if (signal?.aborted) return false;
    const endTurn = await turns.acquire(siteOf(subscriber.callbackUrl), { signal }).catch(() => {
      // Called off while it stood in line: it is due as before.
    });
    if (endTurn === undefined) return false;
    try {
      // It may have turned slow while this one stood in line; the other lane takes it up.
      if (!isForSlow && this.#isAtSlowSite(subscriber.callbackUrl)) return false;
      return await this.#carryOut(subscriber, errand);
    } finally {
      endTurn();
    }
  }

  /** Whether it came to an end, be it another than was hoped for, so that there may be a next thing. */
  async #carryOut(subscriber: Subscriber, errand: Errand): Promise<boolean> {
    const { store, clock, log } = this.#app;
    if (errand.kind === 'end') {
      await store.removeSubscriber(subscriber);
      return false;
    }
    // Not saved: another process calls it, or it has asked for something else meanwhile.
    if (!(await store.saveSubscriber(claimed(subscriber, clock.now())))) return true;
    const version = subscriber.version + 1;
    const called = await this.#call(subscriber, errand);
    if (called === undefined || isCalledOff(called.result)) {
      // Nothing came of it: due again at once, here or after the next start.
      await store.saveSubscriber({ ...subscriber, version });
      return called === undefined;
    }
    const { result, step } = called;
    this.#note(subscriber, errand, result);
    const answer = result.kind === 'failed' ? result.reason : result.httpStatus;
    const facts = { feed: subscriber.selfUrl, callback: new URL(subscriber.callbackUrl).host };
    log.info('a subscriber was called', { ...facts, for: errand.kind, answer });
    if (step.kind === 'remove') await store.removeSubscriber({ ...subscriber, version });
    else await store.saveSubscriber({ ...step.row, version });
    return result.kind === 'answered';
  }

  #note({ callbackUrl }: Subscriber, { kind }: Errand, { tookMs }: ErrandResult): void {
    // Whether a denial is heard is nobody's concern.
    if (kind !== 'deny')
      this.#lane.slowSites.note(siteOf(callbackUrl), tookMs, this.#app.clock.now());
  }

  /** Undefined when there was nothing to call for after all. */
  async #call(
    subscriber: Subscriber,
    errand: Exclude<Errand, { kind: 'end' }>,
  ): Promise<Called | undefined> {
    switch (errand.kind) {
      case 'deny':
        return this.#deny(subscriber);
      case 'verify':
        return this.#verify(subscriber, errand.hash);
      case 'deliver':
        return this.#deliver(subscriber, errand);
      default:
        return errand satisfies never;
    }
  }

  #send(request: Pick<CallRequest, 'url' | 'method' | 'headers' | 'body'>): Promise<ErrandResult> {
    const { signal } = this.#lane;
    return this.#app.courier.call({ ...request, timeoutMs: callTimeoutMs, signal });
  }

  /** Told once, whether it hears it or not: a document that is no more will not change again. */
  async #deny({ callbackUrl, selfUrl }: Subscriber): Promise<Called> {
    const url = denialAddress(callbackUrl, selfUrl, 'this feed is not announced any more');
    return { result: await this.#send({ url, method: 'GET' }), step: { kind: 'remove' } };
  }

  async #verify(subscriber: Subscriber, hash: string | undefined): Promise<Called> {
    const { callbackUrl, selfUrl, asked } = subscriber;
    const challenge = randomBytes(32).toString('base64url');
    const { mode = 'subscribe', leaseMs = 0 } = asked ?? {};
    const url = verificationAddress(callbackUrl, { mode, selfUrl, challenge, leaseMs });
    const result = await this.#send({ url, method: 'GET' });
    const now = this.#app.clock.now();
    return { result, step: afterVerification(subscriber, result, challenge, { hash, now }) };
  }

  async #deliver(
    subscriber: Subscriber,
    { document, hubUrl }: Extract<Errand, { kind: 'deliver' }>,
  ): Promise<Called | undefined> {
    const { callbackUrl: url, selfUrl, secret } = subscriber;
    const read = await this.#read(document);
    if (read?.hash !== document.hash) {
      // Replaced or removed just now: the next round tells of what is live by then.
      this.#documents.forget(document);
      return undefined;
    }
    const { body, hash } = read;
    const headers = {
      ...deliveryHeaders(selfUrl, hubUrl, document.mediaType),
      ...(secret !== undefined && { [signatureHeader]: sign(body, secret) }),
    };
    const result = await this.#send({ url, method: 'POST', headers, body });
    return { result, step: afterDelivery(subscriber, result, hash, this.#app.clock.now()) };
  }

  #read(document: LiveDocument): ReturnType<OwnDocuments['read']> {
    const known = this.#bodies.get(document.path);
    if (known !== undefined) return known;
    const read = this.#documents.read(document);
    this.#bodies.set(document.path, read);
    return read;
  }
}

function sign(body: Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
