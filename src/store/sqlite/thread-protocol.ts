import type { ErrorCode } from '../../domain/errors.ts';
import type { Store } from '../../domain/store.ts';

/** What the store's thread is started with. */
export interface ThreadSetup {
  readonly file: string;
  readonly readOnly: boolean;
}

export type StoreMethod = keyof Store;

/** One call on its way to the thread. */
export interface ThreadCall {
  readonly id: number;
  readonly method: StoreMethod;
  readonly arguments: readonly unknown[];
}

/** An `AppError` on its way back; errors lose their class when they cross. */
export interface ThreadFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cause?: string;
}

/** The first message says whether the database opened; each later one answers a call. */
export type ThreadReply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'not-opened'; readonly failure: ThreadFailure }
  | { readonly kind: 'returned'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly id: number; readonly failure: ThreadFailure };
