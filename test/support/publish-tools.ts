import type { Source } from '../../src/domain/source.ts';
import type { PublishTools } from '../../src/pipeline/publish-topic.ts';

type Given = Pick<PublishTools, 'store' | 'clock' | 'outDir' | 'topics'> &
  Partial<Omit<PublishTools, 'sources'>> & { readonly sources: readonly Source[] };

/** What publishing takes: a site of a plain kind unless another is given. */
export function publishToolsOf({ sources, ...given }: Given): PublishTools {
  return {
    site: { title: 'River', language: 'en', timezone: 'UTC' },
    publicUrl: 'https://river.example',
    authority: 'river.example,2026',
    hubs: [],
    ttlMinutes: 15,
    isCopy: false,
    sources: new Map(sources.map((source) => [source.id, source])),
    ...given,
  };
}
