import type { LogLevel } from '../app/json-log.ts';
import type { Config } from '../domain/config.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { ListenOptions } from './serve-app.ts';

/** A configuration as it crosses to another thread: compiled rules are functions, so they stay. */
export interface ThreadConfig {
  readonly config: Config;
  readonly secrets: readonly string[];
}

/** What the server's thread is started with. */
export interface ServerSetup extends ThreadConfig {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly logLevel: LogLevel;
  readonly listen: ListenOptions;
}

export type ToServer =
  | ({ readonly kind: 'config' } & ThreadConfig)
  | { readonly kind: 'close' }
  /** To be answered by `alive`. */
  | { readonly kind: 'ask' };

/** The first message says whether it listens. */
export type FromServer =
  /** Addresses of the site and of the operator's paths. */
  | { readonly kind: 'listening'; readonly urls: readonly string[] }
  | { readonly kind: 'not-listening'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'alive' }
  /** A subscriber of our hub has asked for something: a worker is to ask it back. */
  | { readonly kind: 'hub-request' };
