import type { Instant } from './instant.ts';
import type { Store } from './store.ts';

/**
 * The file behind a store, for what is done to it as a whole: a capability of engines that keep
 * everything in one file. Nothing here needs the schema to be of today, and nothing migrates it. All
 * but `replaceWith` run to their end before they answer: they are for verbs that do one thing.
 */
export interface StoreFile {
  readonly path: string;
  /** Whether a file stands there that is not empty. */
  exists(): boolean;
  /**
   * Looks whose file it is, and no further. Throws `config` for one of another program or of a newer
   * Araz, and for one in which no store was ever made; of one that cannot be read it says nothing.
   */
  check(): void;
  /**
   * Holds everything against what it must be, and changes nothing; also beside a running worker. What
   * the file or the disk is to blame for is a finding and never thrown. Throws `config` for a
   * database of another program or of a newer Araz, `not-found` when there is none.
   */
  audit(): StoreAudit;
  /** What is stored, in numbers. Throws as `audit`, and `io` when the file cannot be read. */
  count(): StoreHoldings;
  /**
   * Writes a whole copy of the store as of one moment to a file that is empty or not there. Nobody who
   * reads or writes meanwhile waits for it, nor it for them. Not durable yet. Throws `io`.
   */
  copyTo(target: string): void;
  /** Takes out of a copy what only held where it was made: locks, and leases of sources. */
  freeLocks(): void;
  /**
   * Puts all that another file holds in the place of what is stored, in one transaction: whoever has
   * the store open sees all of the one or all of the other, and a kill leaves one of them. False when
   * the store is too damaged for that. Throws `unavailable` when somebody else writes, `io`. The store
   * is then as it was.
   */
  replaceWith(other: string): Promise<boolean>;
  /** The locks alone, whatever version the store is of; undefined when they cannot be read any more. */
  openLocks(): (LockKeeper & Pick<Store, 'close'>) | undefined;
}

/** Where the run lock is kept. */
export type LockKeeper = Pick<Store, 'acquireLock' | 'renewLock' | 'releaseLock'>;

export interface StoreHoldings {
  readonly items: number;
  readonly stories: number;
  /** Rows of the documents of all languages, past ones included. */
  readonly entries: number;
  readonly lastPollAt?: Instant;
  readonly schemaVersion: number;
  readonly bytes: number;
}

/** What a check found wrong with the store or with the tree it published. */
export interface AuditFinding {
  readonly part: 'file' | 'items' | 'archive' | 'rows' | 'tree';
  readonly where: string;
  readonly what: string;
  /** What to do about it. */
  readonly cure: string;
}

export interface StoreAudit {
  readonly findings: readonly AuditFinding[];
  readonly itemsChecked: number;
  /** Items of earlier releases that have no seal yet, so that their text could not be checked. */
  readonly itemsUnsealed: number;
}
