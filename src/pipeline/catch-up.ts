import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/instant.ts';
import type { EditionIntent } from '../domain/intent.ts';
import type { ArchivePage, EditionRecord, EntryRecord, Format } from '../domain/publication.ts';
import type { TopicSelection } from '../domain/selection.ts';
import type { Story } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { corrections } from '../publish/corrections.ts';
import { feedFormats } from '../publish/feed-formats.ts';
import { standingDate } from '../publish/read-standing.ts';
import { verifyDocument } from '../publish/verify-document.ts';
import {
  type Ahead,
  findAhead,
  findUnnoted,
  type StandingPage,
  type TreePlace,
} from './find-ahead.ts';
import { learnStories, lostStory } from './learn-stories.ts';

/*
 * Publishing is a pure function of the store, but for one case: a backup was put back, and the tree
 * is newer than the store. What subscribers were told since would be taken back then: dates would
 * go backwards, frozen pages would be written over, what an editor retracted would be there again.
 * The documents that stand in the tree tell all of that, so the store learns it from them before it
 * publishes. What came after the backup is read from its sources again and gets the ids under which
 * the tree told it (`learn-stories.ts`); until then it is missing, and that cannot be helped.
 */

interface CatchUpTools extends TreePlace {
  readonly clock: Clock;
}

/** What the store knows of a topic, once it has learnt what it had forgotten. */
export async function selectCaughtUp(
  topic: Topic,
  select: () => Promise<TopicSelection>,
  tools: CatchUpTools,
): Promise<TopicSelection> {
  const selection = await select();
  const ahead = await findAhead(topic, async () => selection.editions, tools);
  const editions = await dateEditions(topic, selection, tools);
  if (ahead.length === 0 && editions.length === 0) return selection;
  await learnStories([{ topic, ahead }], tools);
  // Acts have taken rows along, which the rows of before do not know.
  await adopt(topic, { ahead, editions }, await select(), tools);
  await renderPagesAgain(tools);
  return select();
}

/**
 * Receipts and pages of the past carry no dates to be compared by, and tell what the store has
 * forgotten, such as the text of a story that is retracted again: all become due.
 */
async function renderPagesAgain({ store }: CatchUpTools): Promise<void> {
  await store.setReceiptVersion('');
  await store.setMonthsVersion('');
}

async function adopt(
  topic: Topic,
  { ahead, editions }: { ahead: readonly Ahead[]; editions: readonly EditionRecord[] },
  selection: TopicSelection,
  tools: CatchUpTools,
): Promise<void> {
  const standing = ahead.flatMap((one) => one.pages);
  const adopted = await Promise.all(standing.map((page) => adoptPage(topic, page, tools)));
  const intent: EditionIntent = {
    topicId: topic.id,
    entries: ahead.flatMap((one) => followTree(one, selection, tools.clock.now())),
    editions,
    lostStories: adopted.flatMap(({ stories }) => stories),
    pages: adopted.map(({ page }) => page),
  };
  await tools.store.commitEdition(intent);
}

/** What the tree says of the rows that are live in the store. */
function followTree(
  ahead: Ahead,
  { entries, stories, carried }: TopicSelection,
  now: Instant,
): readonly EntryRecord[] {
  const { variant, pages } = ahead;
  const ids = new Map(stories.map(({ story }) => [story.id, story.entryId]));
  // An entry may be on a page while it is still live: it need not be on a newer one to have made way.
  const onPages = new Set([
    ...pages.flatMap(({ standing }) => standing.entries.map(({ id }) => id)),
    ...carried.filter((one) => one.variant === variant).map((one) => ids.get(one.storyId)),
  ]);
  const follow = followerOf(ahead, onPages, now);
  return entries.flatMap((row) => {
    const id = ids.get(row.storyId);
    const isLive = row.archivedAt === undefined && row.leftAt === undefined;
    return (row.variant === variant && isLive && id !== undefined && follow(row, id)) || [];
  });
}

/**
 * What becomes of a live row: it has left or made way for the archive; or it was edited since, shows
 * its former text again and says that it changed. Undefined when the tree says the same.
 */
function followerOf({ live }: Ahead, onPages: ReadonlySet<string | undefined>, now: Instant) {
  const present = new Map(live.entries.map(({ id, updated }) => [id, updated]));
  const records = new Map(live.deleted.map((record) => [record.id, record]));
  return (row: EntryRecord, id: string): EntryRecord | undefined => {
    const updated = present.get(id);
    if (updated !== undefined) {
      return updated > row.updated ? { ...row, updated: Math.max(now, updated + 1) } : undefined;
    }
    const record = records.get(id);
    // A retraction has taken its rows along.
    if (record?.reason === 'retracted') return undefined;
    if (record !== undefined) return { ...row, leftAt: record.when, leftReason: record.reason };
    return onPages.has(id) ? { ...row, archivedAt: live.updated } : undefined;
  };
}

/**
 * Documents say another thing than the tree, so they are dated anew, and never backwards: also one
 * that alone was newer, such as the corrections after an edit in the archive.
 */
async function dateEditions(
  { id: topicId }: Topic,
  { editions }: TopicSelection,
  tools: CatchUpTools,
): Promise<readonly EditionRecord[]> {
  const dated: EditionRecord[] = [];
  for (const edition of editions) {
    const format = [...feedFormats, corrections].find(({ name }) => name === edition.format);
    // A page says no date of its own.
    if (format === undefined) continue;
    const body = (await findUnnoted(edition.path, tools)) ?? '';
    const updated = standingDate(body) ?? 0;
    const isNewer = updated > edition.updated && isWritten(body, format, tools.authority);
    const isSound =
      isNewer && verifyDocument({ ...format, path: edition.path, body }) === undefined;
    if (isSound) dated.push({ ...edition, topicId, updated, hash: '' });
  }
  return dated;
}

/** Whether a document was published from this store; one of RSS without items names no id. */
function isWritten(body: string, { name }: Format, authority: string): boolean {
  if (name === 'rss' && /<rss\b/.test(body) && !body.includes('<item>')) return true;
  return body.includes(`tag:${authority}:`);
}

/** A page as it stands in the tree; what it carries is known from then on, if by its id alone. */
async function adoptPage(
  { id: topicId }: Topic,
  { page, standing }: StandingPage,
  { store }: CatchUpTools,
): Promise<Adopted> {
  const stories = await Promise.all(
    standing.entries.map(async ({ id, updated }) => ({
      story: (await store.findStory(id)) ?? lostStory(id, updated),
      updated,
    })),
  );
  const carries = stories.map(({ story, updated }) => ({ storyId: story.id, updated }));
  return {
    page: { ...page, topicId, updated: standing.updated, carries },
    stories: stories.map(({ story }) => story),
  };
}

interface Adopted {
  readonly page: ArchivePage;
  readonly stories: readonly Story[];
}
