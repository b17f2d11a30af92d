import type { TopicId } from '../domain/ids.ts';
import type { TopicState } from '../domain/selection.ts';
import {
  withdrawDocuments,
  withdrawnStamp,
  withdrawTopic,
} from '../pipeline/withdraw-documents.ts';
import type { App } from './create-app.ts';
import { listWithdrawn } from './withdrawn.ts';

/**
 * Takes out of the tree what is configured no more: documents of removed topics, of languages a
 * topic has dropped, and those under the former id of a renamed one. A web server that has only the
 * folder would go on sending them, for ever as they were. The store forgets nothing.
 */
export async function withdrawConfiguredNoMore(
  app: App,
  states: ReadonlyMap<TopicId, TopicState>,
): Promise<void> {
  const { topics, languages } = await listWithdrawn(app);
  const published = await app.store.listPublishedVariants();
  const variantsOf = (id: TopicId) =>
    published.filter(({ topicId }) => topicId === id).map(({ variant }) => variant);
  for (const topic of topics) {
    const state = states.get(topic)?.published;
    if (state === undefined || state.stamp === withdrawnStamp) continue;
    const documents = await withdrawTopic(topic, variantsOf(topic), app);
    app.log.info('a topic was removed; its documents left the tree', { topic, documents });
  }
  for (const [topicId, variants] of languages) {
    await withdraw(app, { topicId, folderId: topicId, variants });
  }
  for (const { id, aliases } of app.setup.config.topics) {
    for (const folderId of aliases) {
      await withdraw(app, { topicId: id, folderId, variants: variantsOf(id) });
    }
  }
}

async function withdraw(app: App, given: Parameters<typeof withdrawDocuments>[0]): Promise<void> {
  const documents = await withdrawDocuments(given, app);
  if (documents === 0) return;
  const { folderId, variants } = given;
  app.log.info('documents under former addresses left the tree', {
    topic: folderId,
    variants,
    documents,
  });
}
