import { AppError } from '../../domain/errors.ts';
import type { Store } from '../../domain/store.ts';
import { commitAct, listActs } from './acts.ts';
import { findArchivePage, listArchivePages } from './archive.ts';
import { findCandidates } from './candidates.ts';
import type { Connection } from './connection.ts';
import { commitEdition } from './editions.ts';
import { listEditions, listPublishedVariants } from './entries.ts';
import { closedMessage, storeFailure } from './failures.ts';
import { listSourceHealth, listTopicHealth } from './health.ts';
import { commitIngest } from './ingest.ts';
import { findItem, listItems, listRecentItems } from './items.ts';
import { leaseDueSources, releaseLeases } from './leases.ts';
import { acquireLock, releaseLock, renewLock } from './locks.ts';
import { commitRematch } from './matches.ts';
import {
  findAuthority,
  findPrunedAt,
  freezeAuthority,
  listRenamedTopics,
  listTopicVersions,
  setTopicVersions,
} from './meta.ts';
import {
  glanceAtTopic,
  listDueMonths,
  listMonthEntries,
  listMonths,
  setMonthsVersion,
  settleMonths,
} from './months.ts';
import { commitMove } from './moves.ts';
import { listPolls, sumPolls } from './polls.ts';
import { prune } from './prune.ts';
import {
  findStoryRecord,
  listDueReceipts,
  listPublishedStories,
  setReceiptVersion,
  settleReceipts,
} from './receipts.ts';
import { renameTopic } from './rename-topic.ts';
import { sealItems } from './seal.ts';
import { commitSearch, listSearchDue, searchStories, setSearchVersion } from './search.ts';
import { findStory, selectTopic } from './select-topic.ts';
import { findSentences } from './sentences.ts';
import { findNextDue, listSourceStates, rescheduleSources, syncSources } from './sources.ts';
import {
  countSubscribers,
  findSubscriber,
  listAnnouncements,
  listSubscribers,
  listSubscribersToCall,
  removeAnnouncement,
  removeSubscriber,
  saveAnnouncement,
  saveSubscriber,
} from './subscribers.ts';
import {
  findSubscription,
  listSubscriptions,
  removeSubscription,
  saveSubscription,
} from './subscriptions.ts';
import { listTopicStates, savePublished } from './topic-states.ts';
import { listNearMisses, traceItems } from './traces.ts';
import { rememberStories } from './tree-stories.ts';

/** The contract over one SQLite connection. Each call runs to its end before the next begins. */
export function createSqliteStore(db: Connection): Store {
  const guard = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw storeFailure(error);
    }
  };
  const call = <T>(work: () => T): Promise<T> =>
    guard(() => {
      if (!db.isOpen) throw new AppError('unavailable', closedMessage);
      return work();
    });
  const write = <T>(work: () => T): Promise<T> =>
    call(() => {
      if (db.isReadOnly) throw new AppError('unavailable', 'store: it was opened for reading only');
      return work();
    });
  return {
    close: () => guard(() => db.close()),
    freezeAuthority: (proposed) => write(() => freezeAuthority(db, proposed)),
    findAuthority: () => call(() => findAuthority(db)),
    acquireLock: (request) => write(() => acquireLock(db, request)),
    renewLock: (request) => write(() => renewLock(db, request)),
    releaseLock: (name, owner) => write(() => releaseLock(db, name, owner)),
    syncSources: (sources, now) => write(() => syncSources(db, sources, now)),
    listSourceStates: () => call(() => listSourceStates(db)),
    rescheduleSources: (states) => write(() => rescheduleSources(db, states)),
    leaseDueSources: (request) => write(() => leaseDueSources(db, request)),
    releaseLeases: (leases) => write(() => releaseLeases(db, leases)),
    findNextDue: () => call(() => findNextDue(db)),
    findCandidates: (query) => call(() => findCandidates(db, query)),
    findSentences: (sourceId) => call(() => findSentences(db, sourceId)),
    commitIngest: (intent) => write(() => commitIngest(db, intent)),
    listTopicVersions: () => call(() => listTopicVersions(db)),
    listItems: (afterId, limit) => call(() => listItems(db, afterId, limit)),
    commitRematch: (intent) => write(() => commitRematch(db, intent)),
    setTopicVersions: (versions) => write(() => setTopicVersions(db, versions)),
    renameTopic: (from, to) => write(() => renameTopic(db, from, to)),
    listRenamedTopics: () => call(() => listRenamedTopics(db)),
    selectTopic: (request) => call(() => selectTopic(db, request)),
    commitEdition: (intent) => write(() => commitEdition(db, intent)),
    listEditions: (topicId) => call(() => listEditions(db, topicId)),
    listArchivePages: (topicId) => call(() => listArchivePages(db, topicId)),
    findArchivePage: (place) => call(() => findArchivePage(db, place)),
    listTopicStates: () => call(() => listTopicStates(db)),
    savePublished: (topicId, published) => write(() => savePublished(db, topicId, published)),
    ...editorMethods(db, { call, write }),
    listSourceHealth: (now) => call(() => listSourceHealth(db, now)),
    listPublishedVariants: () => call(() => listPublishedVariants(db)),
    listTopicHealth: () => call(() => listTopicHealth(db)),
    listPolls: (limit, sourceId) => call(() => listPolls(db, limit, sourceId)),
    sumPolls: (afterPoll) => call(() => sumPolls(db, afterPoll)),
    findItem: (id) => call(() => findItem(db, id)),
    listRecentItems: (sourceId, limit) => call(() => listRecentItems(db, sourceId, limit)),
    listNearMisses: (topicId, limit) => call(() => listNearMisses(db, topicId, limit)),
    traceItems: (keys) => call(() => traceItems(db, keys)),
    prune: (request) => write(() => prune(db, request)),
    findPrunedAt: () => call(() => findPrunedAt(db)),
    sealItems: (limit) => write(() => sealItems(db, limit)),
    ...hubMethods(db, { call, write }),
    ...pagesOf(db, { call, write }),
    listSubscriptions: () => call(() => listSubscriptions(db)),
    findSubscription: (token) => call(() => findSubscription(db, token)),
    saveSubscription: (subscription) => write(() => saveSubscription(db, subscription)),
    removeSubscription: (token) => write(() => removeSubscription(db, token)),
  };
}

/** Runs a call while the connection is open; `write` refuses one that is for reading only. */
interface Runners {
  call<T>(work: () => T): Promise<T>;
  write<T>(work: () => T): Promise<T>;
}

/** What editors do to stories. */
function editorMethods(
  db: Connection,
  { call, write }: Runners,
): Pick<Store, 'commitAct' | 'commitMove' | 'listActs' | 'findStory' | 'rememberStories'> {
  return {
    commitAct: (intent) => write(() => commitAct(db, intent)),
    commitMove: (intent) => write(() => commitMove(db, intent)),
    listActs: (query) => call(() => listActs(db, query)),
    findStory: (name) => call(() => findStory(db, name)),
    rememberStories: (told, now) => write(() => rememberStories(db, told, now)),
  };
}

export type HubMethods = Pick<
  Store,
  | 'listSubscribers'
  | 'listSubscribersToCall'
  | 'findSubscriber'
  | 'countSubscribers'
  | 'saveSubscriber'
  | 'removeSubscriber'
  | 'listAnnouncements'
  | 'saveAnnouncement'
  | 'removeAnnouncement'
>;

/** What is told to whom, as publisher and as hub. */
function hubMethods(db: Connection, { call, write }: Runners): HubMethods {
  return {
    listSubscribers: () => call(() => listSubscribers(db)),
    listSubscribersToCall: (wanted) => call(() => listSubscribersToCall(db, wanted)),
    findSubscriber: (selfUrl, callback) => call(() => findSubscriber(db, selfUrl, callback)),
    countSubscribers: (selfUrl, site) => call(() => countSubscribers(db, selfUrl, site)),
    saveSubscriber: (subscriber) => write(() => saveSubscriber(db, subscriber)),
    removeSubscriber: (subscriber) => write(() => removeSubscriber(db, subscriber)),
    listAnnouncements: () => call(() => listAnnouncements(db)),
    saveAnnouncement: (announcement) => write(() => saveAnnouncement(db, announcement)),
    removeAnnouncement: (hubUrl, selfUrl) => write(() => removeAnnouncement(db, hubUrl, selfUrl)),
  };
}

export type PagesMethods = Pick<
  Store,
  | 'setReceiptVersion'
  | 'listDueReceipts'
  | 'settleReceipts'
  | 'listPublishedStories'
  | 'findStoryRecord'
  | 'setMonthsVersion'
  | 'listDueMonths'
  | 'settleMonths'
  | 'listMonths'
  | 'listMonthEntries'
  | 'glanceAtTopic'
  | 'setSearchVersion'
  | 'listSearchDue'
  | 'commitSearch'
  | 'searchStories'
>;

/** What receipts, pages of the past and search take. */
function pagesOf(db: Connection, { call, write }: Runners): PagesMethods {
  return {
    setReceiptVersion: (version) => write(() => setReceiptVersion(db, version)),
    listDueReceipts: (limit) => call(() => listDueReceipts(db, limit)),
    settleReceipts: (settled) => write(() => settleReceipts(db, settled)),
    listPublishedStories: (afterId, limit) => call(() => listPublishedStories(db, afterId, limit)),
    findStoryRecord: (id) => call(() => findStoryRecord(db, id)),
    setMonthsVersion: (version) => write(() => setMonthsVersion(db, version)),
    listDueMonths: (topicId) => call(() => listDueMonths(db, topicId)),
    settleMonths: (settled) => write(() => settleMonths(db, settled)),
    listMonths: (topicId) => call(() => listMonths(db, topicId)),
    listMonthEntries: (month) => call(() => listMonthEntries(db, month)),
    glanceAtTopic: (topicId) => call(() => glanceAtTopic(db, topicId)),
    setSearchVersion: (version) => write(() => setSearchVersion(db, version)),
    listSearchDue: (limit) => call(() => listSearchDue(db, limit)),
    commitSearch: (entries) => write(() => commitSearch(db, entries)),
    searchStories: (request) => call(() => searchStories(db, request)),
  };
}
