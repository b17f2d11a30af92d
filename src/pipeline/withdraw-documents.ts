import type { TopicId } from '../domain/ids.ts';
import type { Variant } from '../domain/publication.ts';
import type { Store } from '../domain/store.ts';
import { archiveDocument } from '../publish/archive.ts';
import { archiveFolder, monthPath } from '../publish/archive-pages/render-month.tsx';
import { variantFolder } from '../publish/build-publication.ts';
import { correctionsFile } from '../publish/correction-words.ts';
import { formats } from '../publish/formats.ts';
import { findDocumentBytes, removeDocument } from '../publish/write-file.ts';

/** In place of the stamp of what is published: nothing is. */
export const withdrawnStamp = 'withdrawn';

interface TreeTools {
  readonly store: Store;
  readonly outDir: string;
}

/** Documents that are to leave the tree. */
export interface WithdrawnDocuments {
  /** Whose they are, in the store. */
  readonly topicId: TopicId;
  /** Under which id they lie there: its own, or a former one. */
  readonly folderId: TopicId;
  readonly variants: readonly Variant[];
}

/**
 * Takes the documents of a topic that is configured no more out of the tree; the store keeps all it
 * knows of them, so that the topic may return as the one it was. Answers how many documents went.
 */
export async function withdrawTopic(
  topicId: TopicId,
  variants: readonly Variant[],
  tools: TreeTools,
): Promise<number> {
  const removed = await withdrawDocuments({ topicId, folderId: topicId, variants }, tools);
  const state = (await tools.store.listTopicStates()).find((one) => one.topicId === topicId);
  const nothing = { version: state?.version ?? 0, stamp: withdrawnStamp };
  await tools.store.savePublished(topicId, { ...nothing, entries: 0, documents: [] });
  return removed;
}

/**
 * Takes the documents of some variants out of the tree: of languages that a topic is published in no
 * more, or what lies under a former id. The page of a variant goes last: as long as it is there,
 * something else may be too, as a kill leaves it.
 */
export async function withdrawDocuments(
  { topicId, folderId, variants }: WithdrawnDocuments,
  { store, outDir }: TreeTools,
): Promise<number> {
  const pages = await store.listArchivePages(topicId);
  let removed = 0;
  // All languages last: their folder holds the others.
  for (const variant of [...variants].sort((a) => (a === 'all' ? 1 : -1))) {
    const folder = variantFolder(folderId, variant);
    const index = `${folder}index.html`;
    if ((await findDocumentBytes(outDir, index)) === undefined) continue;
    const paths = [
      ...(variant === 'all' ? await pathsOfTopic(topicId, folderId, store) : []),
      ...pages
        .filter((page) => page.variant === variant)
        .map((page) => archiveDocument({ ...page, topicId: folderId }, '').path),
      ...formats.map(({ fileName }) => `${folder}${fileName}`).filter((path) => path !== index),
      index,
    ];
    for (const path of paths) if (await removeDocument(outDir, path)) removed += 1;
  }
  return removed;
}

/** What stands once a topic, in all its languages. */
async function pathsOfTopic(
  topicId: TopicId,
  folderId: TopicId,
  store: Store,
): Promise<readonly string[]> {
  const months = await store.listMonths(topicId);
  // Those whose last story was retracted since the topic was published.
  const due = (await store.listDueMonths(topicId)).map(({ month }) => month);
  return [
    `${variantFolder(folderId, 'all')}${correctionsFile}`,
    ...new Set([...months, ...due].map((month) => monthPath(folderId, month))),
    `${archiveFolder(folderId)}index.html`,
  ];
}
