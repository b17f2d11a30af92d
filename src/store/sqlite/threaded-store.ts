import { Worker } from 'node:worker_threads';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { Store } from '../../domain/store.ts';
import { closedMessage } from './failures.ts';
import type { HubMethods, PagesMethods } from './store.ts';
import type {
  StoreMethod,
  ThreadCall,
  ThreadFailure,
  ThreadReply,
  ThreadSetup,
} from './thread-protocol.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Opens the store on a thread of its own, so that no statement ever blocks the caller's event loop.
 * Rejects as `connect` throws. When the thread ends unasked, every call that waits, and every later
 * one, is rejected with `unavailable`; what was not answered may or may not have been written.
 */
export async function openThreadedStore(setup: ThreadSetup, threadUrl: URL): Promise<Store> {
  // Flags of the caller's own start, such as --eval's, are not for a module that runs as a file.
  const worker = new Worker(threadUrl, { workerData: setup, execArgv: [] });
  const thread = new StoreThread(worker);
  await thread.opened;
  return proxyOf(thread);
}

class StoreThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  /** Why no call can be answered any more. */
  #ended: AppError | undefined;
  #closing: Promise<void> | undefined;
  #lastId = 0;
  readonly opened: Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opened = this.#wait<void>(0);
    worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    worker.on('error', (error) => this.#end(messageOf(error), error));
    worker.on('exit', (code) => this.#end(`it ended with code ${code}`));
  }

  call<T>(method: StoreMethod, parameters: readonly unknown[]): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const call: ThreadCall = { id: this.#lastId, method, arguments: parameters };
    const answer = this.#wait<T>(call.id);
    try {
      this.#worker.postMessage(call);
    } catch (cause) {
      // Something in the parameters, such as a function, cannot be copied to another thread.
      const message = `store: ${method}: ${messageOf(cause)}`;
      this.#take(call.id)?.reject(new AppError('invalid', message, { cause }));
    }
    return answer;
  }

  close(): Promise<void> {
    this.#closing ??= this.#ended ? Promise.resolve() : this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    const left = new Promise((resolve) => this.#worker.once('exit', resolve));
    const closed = this.call<void>('close', []);
    this.#ended = new AppError('unavailable', closedMessage);
    try {
      await closed;
    } finally {
      // The thread ends by itself once its port is closed; being held it is waited for.
      this.#worker.ref();
      await left;
    }
  }

  #wait<T>(id: number): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      // Only a call that waits keeps the process alive, not a store that was left open.
      if (this.#pending.size === 0) this.#worker.ref();
      this.#pending.set(id, { resolve, reject });
    }) as Promise<T>;
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker.unref();
    return pending;
  }

  #settle(reply: ThreadReply): void {
    switch (reply.kind) {
      case 'opened':
        this.#take(0)?.resolve(undefined);
        break;
      case 'not-opened':
        this.#take(0)?.reject(errorOf(reply.failure));
        break;
      case 'returned':
        this.#take(reply.id)?.resolve(reply.value);
        break;
      case 'threw':
        this.#take(reply.id)?.reject(errorOf(reply.failure));
        break;
      default:
        reply satisfies never;
    }
  }

  #end(reason: string, cause?: unknown): void {
    this.#ended ??= new AppError('unavailable', `store: its thread is gone: ${reason}`, { cause });
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(this.#ended);
  }
}

function errorOf(failure: ThreadFailure): AppError {
  const cause = failure.cause === undefined ? undefined : new Error(failure.cause);
  return new AppError(failure.code, failure.message, { cause });
}

function proxyOf(thread: StoreThread): Store {
  return {
    close: () => thread.close(),
    freezeAuthority: (...given) => thread.call('freezeAuthority', given),
    findAuthority: () => thread.call('findAuthority', []),
    acquireLock: (...given) => thread.call('acquireLock', given),
    renewLock: (...given) => thread.call('renewLock', given),
    releaseLock: (...given) => thread.call('releaseLock', given),
    syncSources: (...given) => thread.call('syncSources', given),
    listSourceStates: (...given) => thread.call('listSourceStates', given),
    rescheduleSources: (...given) => thread.call('rescheduleSources', given),
    leaseDueSources: (...given) => thread.call('leaseDueSources', given),
    releaseLeases: (...given) => thread.call('releaseLeases', given),
    findNextDue: (...given) => thread.call('findNextDue', given),
    findCandidates: (...given) => thread.call('findCandidates', given),
    findSentences: (...given) => thread.call('findSentences', given),
    commitIngest: (...given) => thread.call('commitIngest', given),
    listTopicVersions: (...given) => thread.call('listTopicVersions', given),
    listItems: (...given) => thread.call('listItems', given),
    commitRematch: (...given) => thread.call('commitRematch', given),
    setTopicVersions: (...given) => thread.call('setTopicVersions', given),
    renameTopic: (...given) => thread.call('renameTopic', given),
    listRenamedTopics: (...given) => thread.call('listRenamedTopics', given),
    selectTopic: (...given) => thread.call('selectTopic', given),
    commitEdition: (...given) => thread.call('commitEdition', given),
    listEditions: (...given) => thread.call('listEditions', given),
    listArchivePages: (...given) => thread.call('listArchivePages', given),
    findArchivePage: (...given) => thread.call('findArchivePage', given),
    listTopicStates: (...given) => thread.call('listTopicStates', given),
    savePublished: (...given) => thread.call('savePublished', given),
    commitAct: (...given) => thread.call('commitAct', given),
    commitMove: (...given) => thread.call('commitMove', given),
    listActs: (...given) => thread.call('listActs', given),
    findStory: (...given) => thread.call('findStory', given),
    rememberStories: (...given) => thread.call('rememberStories', given),
    listSourceHealth: (...given) => thread.call('listSourceHealth', given),
    listPublishedVariants: (...given) => thread.call('listPublishedVariants', given),
    listTopicHealth: (...given) => thread.call('listTopicHealth', given),
    listPolls: (...given) => thread.call('listPolls', given),
    sumPolls: (...given) => thread.call('sumPolls', given),
    findItem: (...given) => thread.call('findItem', given),
    listRecentItems: (...given) => thread.call('listRecentItems', given),
    listNearMisses: (...given) => thread.call('listNearMisses', given),
    traceItems: (...given) => thread.call('traceItems', given),
    prune: (...given) => thread.call('prune', given),
    findPrunedAt: (...given) => thread.call('findPrunedAt', given),
    sealItems: (...given) => thread.call('sealItems', given),
    ...pagesProxyOf(thread),
    ...hubProxyOf(thread),
    ...subscriptionProxyOf(thread),
  };
}

/** What receipts, pages of the past and search take. */
function pagesProxyOf(thread: StoreThread): PagesMethods {
  return {
    setReceiptVersion: (...given) => thread.call('setReceiptVersion', given),
    listDueReceipts: (...given) => thread.call('listDueReceipts', given),
    settleReceipts: (...given) => thread.call('settleReceipts', given),
    listPublishedStories: (...given) => thread.call('listPublishedStories', given),
    findStoryRecord: (...given) => thread.call('findStoryRecord', given),
    setMonthsVersion: (...given) => thread.call('setMonthsVersion', given),
    listDueMonths: (...given) => thread.call('listDueMonths', given),
    settleMonths: (...given) => thread.call('settleMonths', given),
    listMonths: (...given) => thread.call('listMonths', given),
    listMonthEntries: (...given) => thread.call('listMonthEntries', given),
    glanceAtTopic: (...given) => thread.call('glanceAtTopic', given),
    setSearchVersion: (...given) => thread.call('setSearchVersion', given),
    listSearchDue: (...given) => thread.call('listSearchDue', given),
    commitSearch: (...given) => thread.call('commitSearch', given),
    searchStories: (...given) => thread.call('searchStories', given),
  };
}

type SubscriptionMethods = Pick<
  Store,
  'listSubscriptions' | 'findSubscription' | 'saveSubscription' | 'removeSubscription'
>;

/** Who tells us of news. */
function subscriptionProxyOf(thread: StoreThread): SubscriptionMethods {
  return {
    listSubscriptions: (...given) => thread.call('listSubscriptions', given),
    findSubscription: (...given) => thread.call('findSubscription', given),
    saveSubscription: (...given) => thread.call('saveSubscription', given),
    removeSubscription: (...given) => thread.call('removeSubscription', given),
  };
}

/** What is told to whom, as publisher and as hub. */
function hubProxyOf(thread: StoreThread): HubMethods {
  return {
    listSubscribers: (...given) => thread.call('listSubscribers', given),
    listSubscribersToCall: (...given) => thread.call('listSubscribersToCall', given),
    findSubscriber: (...given) => thread.call('findSubscriber', given),
    countSubscribers: (...given) => thread.call('countSubscribers', given),
    saveSubscriber: (...given) => thread.call('saveSubscriber', given),
    removeSubscriber: (...given) => thread.call('removeSubscriber', given),
    listAnnouncements: (...given) => thread.call('listAnnouncements', given),
    saveAnnouncement: (...given) => thread.call('saveAnnouncement', given),
    removeAnnouncement: (...given) => thread.call('removeAnnouncement', given),
  };
}
