import type { LanguageTag } from './ids.ts';
import type { Milliseconds } from './instant.ts';
import type { Source } from './source.ts';
import type { Concept, Topic } from './topic.ts';

/** The whole configuration, validated, with defaults filled in and `${ENV:NAME}` resolved where it is needed. */
export interface Config {
  readonly site: SiteConfig;
  /** node-cron expression, UTC. It only ticks; what is due is decided by the store. */
  readonly schedule: string;
  readonly retentionMs: Milliseconds;
  readonly fetch: FetchConfig;
  readonly server: ServerConfig;
  readonly push: PushConfig;
  readonly sources: readonly Source[];
  /** Shipped concepts extended and overridden by the editor's. */
  readonly concepts: readonly Concept[];
  readonly topics: readonly Topic[];
}

export interface SiteConfig {
  readonly title: string;
  /** Base URL of the published tree, without a trailing slash; absent while the site has no public address. */
  readonly url?: string;
  readonly language: LanguageTag;
  /** IANA zone for dates on pages only. */
  readonly timezone: string;
  readonly contact?: string;
}

export interface FetchConfig {
  /** Polls at once. */
  readonly concurrency: number;
  readonly hostConnections: number;
  readonly hostSpacingMs: Milliseconds;
  /** Deadline of one poll, redirects and body included. */
  readonly totalMs: Milliseconds;
  /** `name` or `name:port` that may be fetched although loopback or intranet, on any port. */
  readonly allowHosts: readonly string[];
  readonly userAgent: string;
}

export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly operatorPort: number;
  readonly operatorToken?: string;
}

export interface PushConfig {
  readonly hubs: readonly string[];
  readonly hub: boolean;
  readonly subscribe: boolean;
}
