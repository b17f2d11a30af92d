import type { PublishTools } from '../pipeline/publish-topic.ts';

/** The tools with what the sources have told of themselves: the ids of their own feeds. */
export async function withFeedIds(tools: PublishTools): Promise<PublishTools> {
  const sources = new Map(tools.sources);
  for (const { sourceId, url, feedId } of await tools.store.listSourceStates()) {
    const source = sources.get(sourceId);
    if (feedId === undefined || source?.url !== url) continue;
    // An address with a secret in it may be the feed's id as well.
    if (source.publicUrl === undefined) sources.set(sourceId, { ...source, feedId });
  }
  return { ...tools, sources };
}
