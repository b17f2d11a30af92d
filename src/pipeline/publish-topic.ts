import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { messageOf } from '../domain/errors.ts';
import type { TopicId } from '../domain/ids.ts';
import type { EditionIntent } from '../domain/intent.ts';
import type { ArchivePage, Edition, Format, Rendered, Variant } from '../domain/publication.ts';
import type {
  DocumentGlance,
  TopicRequest,
  TopicSelection,
  TopicState,
} from '../domain/selection.ts';
import type { Topic } from '../domain/topic.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import { archiveDocument } from '../publish/archive.ts';
import { buildInSteps, type EditionInput, type EditionOutput } from '../publish/build-edition.ts';
import { corrections } from '../publish/corrections.ts';
import { documentPath, formats } from '../publish/formats.ts';
import { verifyDocument } from '../publish/verify-document.ts';
import { findWholeBytes, glanceAtDocument, writeIfChanged } from '../publish/write-file.ts';
import { createBreather } from './breather.ts';
import { selectCaughtUp } from './catch-up.ts';
import { isAsNoted, type TreePlace } from './find-ahead.ts';
import { publishMonths } from './publish-months.ts';
import { publishReceipts, type ReceiptTools } from './publish-receipts.ts';

/** Stories read per variant and slice: the live document's 50, and those that quotas pass over. */
const storiesPerVariant = 200;
/** Slices of one publish: a bound against going round for ever, far above any backlog. */
const slicesMax = 10_000;

/** What publishing takes beside the topic and the moment. */
export interface PublishTools
  extends Omit<EditionInput, 'topic' | 'selection' | 'now'>,
    ReceiptTools {
  readonly clock: Clock;
  /** Names the code that writes documents; another one writes all of them again. */
  readonly renderedBy?: string;
}

export interface PublishReport {
  readonly topicId: TopicId;
  readonly entries: number;
  readonly written: number;
  readonly unchanged: number;
  /** Documents that were not replaced since they would not have read back, and why. */
  readonly refused: readonly string[];
}

/** What a publish has done so far. */
interface Progress {
  written: number;
  unchanged: number;
  readonly refused: string[];
  readonly documents: DocumentGlance[];
}

/**
 * Publishes one topic: select → build → store → render → write. A pure function of the store, so a
 * crash anywhere is repaired by running it again; when nothing changed, no byte is written. What
 * stands in the tree as `state` notes it need not be read to know that it is not newer.
 */
export async function publishTopic(
  topic: Topic,
  tools: PublishTools,
  state?: TopicState,
): Promise<PublishReport> {
  const breathe = createBreather();
  const noted = state?.published?.documents ?? [];
  const { editions, corrected, version } = await storeEditions(topic, { ...tools, noted }, breathe);
  // Before the pages that lead to them.
  const receipts = await publishReceipts(tools);
  const months = await publishMonths(topic, tools);
  const progress: Progress = {
    written: receipts.written + months.written,
    unchanged: receipts.unchanged + months.unchanged,
    refused: [...receipts.refused],
    documents: [],
  };
  // Before the live documents, which lead to them.
  await writeArchive(topic, tools, progress);
  for (const edition of editions) {
    for (const format of formats) {
      await breathe();
      await writeDocument(edition, format, tools.outDir, progress);
    }
  }
  await writeDocument(corrected, corrections, tools.outDir, progress);
  const { documents, ...counts } = progress;
  const entries = editions[0]?.entries.length ?? 0;
  // What was refused is tried again by the next publish, whether anything changes or not.
  if (counts.refused.length === 0 && !tools.isCopy) {
    const stamp = publishStamp(topic, tools);
    await tools.store.savePublished(topic.id, { version, stamp, entries, documents });
  }
  return { topicId: topic.id, entries, ...counts };
}

/**
 * Publishes a topic unless its documents stand as the last publish left them, and what they say could
 * not be another thing now: neither the store nor the configuration has changed. What a crash left
 * half done was never noted as published, so it is done again.
 */
export async function publishIfChanged(
  topic: Topic,
  tools: PublishTools,
  state: TopicState | undefined,
): Promise<PublishReport> {
  const { published, version } = state ?? {};
  const isSame =
    published !== undefined &&
    published.version === version &&
    published.stamp === publishStamp(topic, tools) &&
    (await standInPlace(published.documents, tools.outDir));
  if (!isSame) return publishTopic(topic, tools, state);
  const { entries, documents } = published;
  return { topicId: topic.id, entries, written: 0, unchanged: documents.length, refused: [] };
}

/** Digest of all that the documents of a topic depend on beside the store. */
function publishStamp(topic: Topic, tools: PublishTools): string {
  const { store: _, clock: __, sources, ...rest } = tools;
  const versions = formats.map(({ name, version }) => `${name} ${version}`);
  const text = JSON.stringify([topic, rest, [...sources.values()], versions]);
  return createHash('sha256').update(text).digest('hex');
}

async function standInPlace(
  documents: readonly DocumentGlance[],
  outDir: string,
): Promise<boolean> {
  for (const noted of documents) {
    if (!isAsNoted(noted, await glanceAtDocument(outDir, noted.path))) return false;
  }
  return true;
}

/**
 * Gives every story that has none its row, slice by slice, newest first, and answers what is then to
 * be rendered. One slice alone would let a source with hundreds of newer stories keep the others out
 * until so many publishes had gone by. The documents are dated by the last slice, once all is known.
 */
async function storeEditions(
  topic: Topic,
  tools: NotedTools,
  breathe: () => Promise<void>,
): Promise<StoredEditions> {
  const { store } = tools;
  const { id: topicId, languages, reportedBy } = topic;
  const request = {
    topicId,
    languages,
    limit: storiesPerVariant,
    ...(reportedBy && { reportedBy }),
  };
  const now = tools.clock.now();
  let selection = await selectFirst(topic, request, tools);
  for (let slice = 1; ; slice += 1) {
    const {
      intent,
      editions,
      corrections: corrected,
    } = await build({ topic, selection, now, ...tools }, breathe);
    const isLast = slice === slicesMax || !mayHaveMore(selection, intent);
    const writes = isLast ? intent : { ...intent, editions: [] };
    for (const page of writes.pages ?? []) checkPage(page);
    if (hasContent(writes)) await store.commitEdition(writes);
    if (isLast) return { editions, corrected, version: selection.version };
    await breathe();
    selection = await store.selectTopic(request);
  }
}

/** Polls, hubs and timers go on between the steps. */
async function build(input: EditionInput, breathe: () => Promise<void>): Promise<EditionOutput> {
  const steps = buildInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

/** A copy elsewhere tells nothing of what subscribers have seen; the standing tree does. */
function selectFirst(
  topic: Topic,
  request: TopicRequest,
  tools: NotedTools,
): Promise<TopicSelection> {
  const select = () => tools.store.selectTopic(request);
  return tools.isCopy ? select() : selectCaughtUp(topic, select, tools);
}

type NotedTools = PublishTools & Pick<TreePlace, 'noted'>;

/** What is to be rendered. */
interface StoredEditions {
  readonly editions: readonly Edition[];
  readonly corrected: Edition;
  readonly version: number;
}

/** An announced edit comes with the row that was edited. */
function hasContent({ entries, editions, pages = [] }: EditionIntent): boolean {
  return entries.length + editions.length + pages.length > 0;
}

/** Whether a slice was full in some variant, so that stories without a row may be left in the store. */
function mayHaveMore({ entries }: TopicSelection, intent: EditionIntent): boolean {
  const known = new Set(entries.map(({ variant, storyId }) => `${variant} ${storyId}`));
  const arrived = new Map<Variant, number>();
  for (const { variant, storyId } of intent.entries) {
    if (known.has(`${variant} ${storyId}`)) continue;
    arrived.set(variant, (arrived.get(variant) ?? 0) + 1);
  }
  return [...arrived.values()].some((count) => count >= storiesPerVariant);
}

async function writeDocument(
  edition: Edition,
  format: Format,
  outDir: string,
  progress: Progress,
): Promise<void> {
  const judged = renderDocument(edition, format);
  // The last good document stays in place: a reader never meets a broken one.
  if ('fault' in judged) {
    progress.refused.push(judged.fault);
    return;
  }
  progress[await writeIfChanged(outDir, judged.rendered)] += 1;
  const { path, body } = judged.rendered;
  const standing = await glanceAtDocument(outDir, path);
  if (standing === undefined) return;
  const hash = createHash('sha256').update(body).digest('hex');
  progress.documents.push({ ...standing, hash });
}

/** A page is frozen for good, so it is read back before it is stored. Throws when it would not do. */
function checkPage(page: ArchivePage): void {
  const rendered = archiveDocument(page, page.body);
  const read = readBack(rendered);
  const found = read.kind === 'failed' ? read.message : `${read.items.length} entries`;
  const wanted = `${page.carries.length} entries`;
  const fault = verifyDocument(rendered) ?? (found === wanted ? undefined : `reads back: ${found}`);
  if (fault === undefined) return;
  throw new Error(`${rendered.path} carries ${wanted} and cannot be frozen: ${fault}`);
}

/** Writes the pages whose file is missing or of another size: new ones, and what a crash left. */
async function writeArchive(
  { id, languages }: Topic,
  { store, outDir }: PublishTools,
  progress: Progress,
): Promise<void> {
  const variants = new Set<Variant>(['all', ...languages]);
  for (const place of await store.listArchivePages(id)) {
    if (!variants.has(place.variant)) continue;
    const { path } = archiveDocument(place, '');
    if ((await findWholeBytes(outDir, path)) === place.bytes) {
      progress.unchanged += 1;
      continue;
    }
    const body = await store.findArchivePage(place);
    if (body === undefined) continue;
    progress[await writeIfChanged(outDir, archiveDocument(place, body))] += 1;
  }
}

/** The document, or why it must not replace the last good one. */
function renderDocument(
  edition: Edition,
  format: Format,
): { readonly rendered: Rendered } | { readonly fault: string } {
  const path = documentPath(edition.publication, format);
  try {
    const rendered = { path, mediaType: format.mediaType, body: format.render(edition) };
    const fault = verifyDocument(rendered) ?? readBackFault(edition, rendered);
    return fault === undefined ? { rendered } : { fault };
  } catch (error) {
    // One entry that a writer stumbles over must not keep all other topics from being published.
    return { fault: `${path}: cannot be rendered: ${messageOf(error)}` };
  }
}

/** Reads a feed document back as a subscriber would: every entry must be there under its id. */
function readBackFault(edition: Edition, rendered: Rendered): string | undefined {
  if (rendered.mediaType.startsWith('text/html')) return undefined;
  const { entries, publication } = edition;
  const read = readBack(rendered, publication.homeUrl);
  if (read.kind === 'failed') return `${rendered.path}: does not read back: ${read.message}`;
  const ids = new Set(read.items.map((item) => item.id));
  const lost = entries.filter((entry) => !ids.has(entry.id));
  if (lost.length === 0 && read.items.length === entries.length) return undefined;
  return `${rendered.path}: reads back with ${read.items.length} of ${entries.length} entries`;
}

function readBack({ body, mediaType }: Rendered, url?: string): ReturnType<typeof parseFeed> {
  return parseFeed(new TextEncoder().encode(body), {
    contentType: mediaType,
    ...(url === undefined ? {} : { url }),
  });
}
