import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemKey } from '../domain/item.ts';
import type { DeletedEntry, Variant } from '../domain/publication.ts';
import type { TopicState } from '../domain/selection.ts';
import type { Story } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import type { TreeEntry, TreeStory } from '../domain/tree-story.ts';
import { buildKey } from '../normalise/item-hash.ts';
import type { StandingDocument } from '../publish/read-standing.ts';
import { receiptFolder } from '../publish/receipt/receipt-folder.ts';
import { readReceiptKeys } from '../publish/receipt/receipt-keys.ts';
import type { ReceiptStory } from '../publish/receipt/receipt-story.tsx';
import { findDocument } from '../publish/write-file.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';
import { createBreather } from './breather.ts';
import { type Ahead, findAhead, type TreePlace } from './find-ahead.ts';
import { readReceipts } from './read-receipts.ts';

/*
 * What the tree tells of stories that the store may have forgotten: their ids, the keys of their
 * reports, and what editors retracted. Keys come from receipts, which stay where they are when a
 * story is retracted or leaves its documents; where a receipt is missing, from the addresses in the
 * documents. Nothing is looked at but what stands in documents that are newer than the store, and once
 * one of them is, in receipts: of what no document tells any more (`read-receipts.ts`).
 */

export type LearnTools = Omit<TreePlace, 'noted'> & { readonly clock: Clock };

/** Documents of a topic that are newer than the store knows. */
export interface AheadTopic {
  readonly topic: Topic;
  readonly ahead: readonly Ahead[];
}

/**
 * Learns from all topics before any is published: a story has one id in all of them, and what was
 * retracted may be on record in one alone.
 */
export async function learnFromTree(
  topics: readonly Topic[],
  states: ReadonlyMap<string, TopicState>,
  tools: LearnTools,
): Promise<void> {
  const found: AheadTopic[] = [];
  for (const topic of topics) {
    const noted = states.get(topic.id)?.published?.documents ?? [];
    const listEditions = () => tools.store.listEditions(topic.id);
    const ahead = await findAhead(topic, listEditions, { ...tools, noted });
    if (ahead.length > 0) found.push({ topic, ahead });
  }
  if (found.length > 0) await learnStories(found, tools, await readReceipts(tools));
}

/** Remembers the stories of these documents, and does again what editors retracted. */
export async function learnStories(
  found: readonly AheadTopic[],
  tools: LearnTools,
  receipts: readonly ReceiptStory[] = [],
): Promise<void> {
  const told = new Map<string, Telling>();
  for (const one of receipts) gatherReceipt(one, told);
  for (const { topic, ahead } of found) {
    for (const one of ahead) gather(topic.id, one, told);
  }
  const stories: TreeStory[] = [];
  const breathe = createBreather();
  for (const [entryId, telling] of told) {
    stories.push(await treeStoryOf(entryId, telling, tools));
    await breathe();
  }
  if (stories.length === 0) return;
  await tools.store.rememberStories(stories, tools.clock.now());
  const keysOf = new Map(stories.map(({ story, keys }) => [story.entryId, keys]));
  const ahead = found.flatMap((one) => one.ahead);
  for (const record of recordsOf(ahead, receipts)) {
    await retractAgain(record, keysOf.get(record.id) ?? [], tools);
  }
}

/** What documents say of one story together. */
interface Telling {
  readonly createdAt: Instant;
  readonly articles: Set<string>;
  readonly entries: Map<string, Omit<TreeEntry, 'storyId'>>;
}

function gatherReceipt(
  { entryId, createdAt, entries }: ReceiptStory,
  told: Map<string, Telling>,
): void {
  const telling = tellingOf(told, entryId, createdAt);
  for (const entry of entries) telling.entries.set(`${entry.topicId} ${entry.variant}`, entry);
}

/** The live document has the last word of its variant: pages are frozen. */
function gather(
  topicId: string,
  { variant, live, pages }: Ahead,
  told: Map<string, Telling>,
): void {
  const place = { topicId, variant };
  const documents = [...pages.map(({ standing }) => standing), live];
  for (const document of documents) gatherEntries(place, document, told);
  for (const { standing } of pages) {
    for (const { id, when } of standing.deleted) tellingOf(told, id, when);
  }
  for (const { id, when: leftAt, reason: leftReason } of live.deleted) {
    const { entries } = tellingOf(told, id, leftAt);
    const key = `${topicId} ${variant}`;
    entries.set(key, { ...(entries.get(key) ?? place), leftAt, leftReason });
  }
}

function gatherEntries(
  place: { readonly topicId: string; readonly variant: Variant },
  document: StandingDocument,
  told: Map<string, Telling>,
): void {
  for (const { id, published, updated, title, articles } of document.entries) {
    const telling = tellingOf(told, id, published);
    for (const address of articles) telling.articles.add(address);
    telling.entries.set(`${place.topicId} ${place.variant}`, {
      ...place,
      published,
      updated,
      title,
    });
  }
}

function tellingOf(told: Map<string, Telling>, entryId: string, createdAt: Instant): Telling {
  const known = told.get(entryId);
  if (known !== undefined) return known;
  const telling = { createdAt, articles: new Set<string>(), entries: new Map() };
  told.set(entryId, telling);
  return telling;
}

async function treeStoryOf(
  entryId: string,
  { createdAt, articles, entries }: Telling,
  { store, outDir }: LearnTools,
): Promise<TreeStory> {
  const story = (await store.findStory(entryId)) ?? lostStory(entryId, createdAt);
  const receipt = await findDocument(outDir, `${receiptFolder(story.id)}index.html`);
  const keys = receipt === undefined ? [] : readReceiptKeys(receipt);
  return {
    story,
    keys: keys.length > 0 ? keys : [...articles].flatMap(linkKeys),
    entries: [...entries.values()].map((entry) => ({ ...entry, storyId: story.id })),
  };
}

/** As an item at that address has it. */
function linkKeys(address: string): readonly ItemKey[] {
  const canonical = isHomePage(address) ? undefined : canonicalUrl(address);
  return canonical === undefined ? [] : [buildKey('link', '', canonical)];
}

/**
 * What the tree says has left, each once. A page keeps the record of an entry that was restored
 * since: it stands in a live document then, or on a page.
 */
function recordsOf(
  ahead: readonly Ahead[],
  receipts: readonly ReceiptStory[],
): readonly DeletedEntry[] {
  const pages = ahead.flatMap((one) => one.pages.map(({ standing }) => standing));
  const live = ahead.map((one) => one.live);
  const present = new Set([...live, ...pages].flatMap((one) => one.entries.map(({ id }) => id)));
  const former = [...receipts.flatMap(retractionOf), ...pages.flatMap((one) => one.deleted)];
  const records = [
    ...former.filter(({ id }) => !present.has(id)),
    ...live.flatMap((one) => one.deleted),
  ];
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

function retractionOf({ entryId: id, retracted }: ReceiptStory): readonly DeletedEntry[] {
  if (retracted === undefined) return [];
  const { at: when, reason: note } = retracted;
  return [{ id, when, reason: 'retracted', ...(note === '' ? {} : { note }) }];
}

/** An editor's act that the store has lost is done again, as of then. */
async function retractAgain(
  { id: entryId, when: at, reason, note = '' }: DeletedEntry,
  lostKeys: readonly ItemKey[],
  { store }: LearnTools,
): Promise<void> {
  if (reason !== 'retracted') return;
  const story = (await store.findStory(entryId)) ?? lostStory(entryId, at);
  // One that is retracted already is answered so, and stays as it is.
  await store.commitAct({
    kind: 'retract',
    storyId: story.id,
    at,
    by: 'the published tree',
    reason: note,
    lostStory: story,
    lostKeys,
  });
}

/** A story of which the store knows nothing any more: its id is part of that of its entry. */
export function lostStory(entryId: string, createdAt: Instant): Story {
  return { id: entryId.split('/').at(-1) ?? entryId, entryId, createdAt };
}
