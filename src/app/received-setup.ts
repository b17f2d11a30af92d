import type { Config } from '../domain/config.ts';
import type { CompiledTopics } from '../domain/match.ts';
import { compileTopics } from '../match/compile-topics.ts';
import type { Setup } from './setup.ts';

/**
 * A configuration that another thread has validated, made ready to serve by. Its rules are compiled
 * when a search first asks for them: pages and feeds need none, and the start does not wait.
 */
export function receivedSetup(config: Config, secrets: readonly string[]): Setup {
  let compiled: CompiledTopics | undefined;
  const enabled = config.sources.filter((source) => source.enabled);
  return {
    config,
    secrets,
    sources: new Map(enabled.map((source) => [source.id, source])),
    warnings: [],
    get topics() {
      compiled ??= compileTopics(config);
      return compiled;
    },
  };
}
