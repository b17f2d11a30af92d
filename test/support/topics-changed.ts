import type { TopicId } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/store.ts';

/** Topics whose version a piece of work has raised, sorted: those that publishing then looks at. */
export async function topicsChangedBy(
  store: Pick<Store, 'listTopicStates'>,
  work: () => Promise<unknown>,
): Promise<readonly TopicId[]> {
  const versions = async (): Promise<ReadonlyMap<TopicId, number>> => {
    const states = await store.listTopicStates();
    return new Map(states.map(({ topicId, version }) => [topicId, version]));
  };
  const before = await versions();
  await work();
  const after = [...(await versions())];
  return after.flatMap(([id, version]) => (version > (before.get(id) ?? 0) ? [id] : [])).toSorted();
}
