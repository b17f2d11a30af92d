import type { ItemId, TopicId } from '../domain/ids.ts';
import type { RematchIntent } from '../domain/intent.ts';
import type { CompiledTopics } from '../domain/match.ts';
import type { Store } from '../domain/store.ts';
import { createBreather } from './breather.ts';
import { matchesOf } from './decide-items.ts';
import { matchInputOf } from './match-input.ts';

/** Items read and matched between two commits: some 1 MB of text. */
const pageItems = 200;

/**
 * Brings stored matches up to the rules as they are now: topics that are new or whose rule or words
 * changed are matched against every stored item. Without such a topic it only compares versions.
 * Killed or stopped half-way it starts over, since the new versions are set last. Answers the topics
 * whose rule had another version before. Throws what `stop` was aborted with.
 */
export async function rematchTopics(
  store: Store,
  topics: CompiledTopics,
  stop?: AbortSignal,
): Promise<readonly TopicId[]> {
  const stored = await store.listTopicVersions();
  const changed = [...topics.versions].filter(([id, version]) => stored.get(id) !== version);
  const isSame = changed.length === 0 && stored.size === topics.versions.size;
  if (isSame) return [];
  const changedIds = changed.map(([id]) => id);
  if (changedIds.length > 0) await rematchItems(store, topics, changedIds, stop);
  await store.setTopicVersions(topics.versions);
  return changedIds.filter((id) => stored.has(id));
}

async function rematchItems(
  store: Store,
  topics: CompiledTopics,
  topicIds: readonly TopicId[],
  stop: AbortSignal | undefined,
): Promise<void> {
  const breathe = createBreather();
  let afterId: ItemId = 0;
  for (;;) {
    stop?.throwIfAborted();
    const items = await store.listItems(afterId, pageItems);
    if (items.length === 0) return;
    const outcomes: RematchIntent['outcomes'][number][] = [];
    for (const item of items) {
      const all = matchesOf(matchInputOf(item), { topics });
      const matches = all.filter((outcome) => topicIds.includes(outcome.topicId));
      outcomes.push({ itemId: item.id, matches });
      await breathe();
    }
    await store.commitRematch({ topicIds, outcomes });
    afterId = items[items.length - 1]?.id ?? Number.MAX_SAFE_INTEGER;
  }
}
