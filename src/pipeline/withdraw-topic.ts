import type { TopicId } from '../domain/ids.ts';
import type { Store } from '../domain/store.ts';
import { archiveDocument } from '../publish/archive.ts';
import { archiveFolder } from '../publish/archive-pages/render-month.tsx';
import { removeDocument } from '../publish/write-file.ts';

/** In place of the stamp of what is published: nothing is. */
export const withdrawnStamp = 'withdrawn';

/**
 * Takes the documents of a topic that is configured no more out of the tree; the store keeps all it
 * knows of them, so that the topic may return as the one it was. Answers how many documents went.
 */
export async function withdrawTopic(
  topicId: TopicId,
  { store, outDir }: { readonly store: Store; readonly outDir: string },
): Promise<number> {
  const { editions, version } = await store.selectTopic({ topicId, languages: [], limit: 0 });
  const pages = await store.listArchivePages(topicId);
  const months = await store.listMonths(topicId);
  const past = archiveFolder(topicId);
  const paths = [
    ...editions.map(({ path }) => path),
    ...pages.map((page) => archiveDocument(page, '').path),
    ...months.map((month) => `${past}${month}/index.html`),
    `${past}index.html`,
  ];
  let removed = 0;
  for (const path of paths) if (await removeDocument(outDir, path)) removed += 1;
  const nothing = { version, stamp: withdrawnStamp, entries: 0, documents: [] };
  await store.savePublished(topicId, nothing);
  return removed;
}
