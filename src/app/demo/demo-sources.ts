import { minute, second } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import { sampleOutlets } from './sample-feeds.ts';

/** The sample outlets as an editor would declare them. `base` is the newsroom's `url`. */
export function demoSources(base: string): readonly Source[] {
  return sampleOutlets.map(({ source, feedPath }) => ({
    ...source,
    url: `${base}${feedPath}`,
    enabled: true,
    everyMs: 30 * minute,
    timeoutMs: 20 * second,
  }));
}
