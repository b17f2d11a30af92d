import type {
  Announcement,
  Subscriber,
  SubscriberCounts,
  SubscribersToCall,
} from './subscriber.ts';

/** What the store remembers of whom our documents are announced to; promises and codes as `Store`. */
export interface HubStore {
  /** All subscribers of our hub, by document and callback. */
  listSubscribers(): Promise<readonly Subscriber[]>;
  /**
   * Subscribers whose time has come and who asked for something, have another document than the
   * one on disk or one that is no more, and those whose lease has ended, whenever that was.
   */
  listSubscribersToCall(wanted: SubscribersToCall): Promise<readonly Subscriber[]>;
  /** The subscriber to a document at a callback, or undefined. Only reads. */
  findSubscriber(selfUrl: string, callbackUrl: string): Promise<Subscriber | undefined>;
  /** Subscribers in all, to a document, and with callbacks at a site (`siteOf`). */
  countSubscribers(selfUrl: string, site: string): Promise<SubscriberCounts>;
  /** Writes a subscriber if it stands as it was read, as `saveSubscription` does. */
  saveSubscriber(subscriber: Subscriber): Promise<boolean>;
  /** Forgets a subscriber if it stands as it was read; one that was changed or removed is passed over. */
  removeSubscriber(subscriber: Subscriber): Promise<void>;

  /** What hubs elsewhere have been told, by hub and document. */
  listAnnouncements(): Promise<readonly Announcement[]>;
  /** Writes an announcement if it stands as it was read, as `saveSubscription` does. */
  saveAnnouncement(announcement: Announcement): Promise<boolean>;
  /** Forgets an announcement; one that is not stored is passed over. */
  removeAnnouncement(hubUrl: string, selfUrl: string): Promise<void>;
}
