import type { TopicId } from '../domain/ids.ts';
import type { Reading } from './create-app.ts';

/** Topics that were published once and are in the configuration no more, under any id. */
export async function listRemovedTopics({
  store,
  clock,
  setup,
}: Pick<Reading, 'store' | 'clock' | 'setup'>): Promise<ReadonlySet<TopicId>> {
  const published = (await store.listTopicHealth(clock.now())).map(({ topicId }) => topicId);
  const { topics } = setup.config;
  const known = new Set(topics.flatMap(({ id, aliases }) => [id, ...aliases]));
  return new Set(published.filter((id) => !known.has(id)));
}
