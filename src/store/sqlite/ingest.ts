import type { ItemId, StoryId, TopicId } from '../../domain/ids.ts';
import type { IngestIntent, IngestOutcome, ItemWrite } from '../../domain/intent.ts';
import { checkIntent, invalid, isUpToDate, targetOf } from './check-intent.ts';
import type { Connection } from './connection.ts';
import { hasTreeKeys, joinTreeStories } from './join-tree-stories.ts';
import { holdsLease } from './leases.ts';
import { listMatchedTopics, listStoryTopics, replaceMatches } from './matches.ts';
import { insertPoll } from './polls.ts';
import { mayRevise } from './revisions.ts';
import { indexItem, noteSearchDue } from './search.ts';
import { writeSentences } from './sentences.ts';
import { noteDocument, writeState } from './sources.ts';
import { bumpTopics } from './topic-states.ts';
import { insertItem, insertStory, reviseItem, seeAgain, writeText } from './write-item.ts';

/** What a commit learns on its way. */
interface Progress {
  readonly intent: IngestIntent;
  /** The number that `items[n]` stands under: a new one, or the known item's. */
  readonly ids: ItemId[];
  /** Those that were not stored before. */
  readonly arrived: ItemId[];
  readonly touchedStories: Set<StoryId>;
  readonly changedTopics: Set<TopicId>;
  /** Revisions taken; fewer than asked for when a source changes its mind too often. */
  revised: number;
}

/** Raised inside the transaction, so that leaving it rolls back. */
class StoryMoved extends Error {}

export function commitIngest(db: Connection, intent: IngestIntent): IngestOutcome {
  checkIntent(intent);
  try {
    return db.write(() => {
      if (!holdsLease(db, intent.sourceId, intent.fence)) return { kind: 'lost' };
      if (!isUpToDate(db, intent)) return { kind: 'conflict' };
      return { kind: 'committed', ...writeAll(db, intent) };
    });
  } catch (error) {
    if (error instanceof StoryMoved) return { kind: 'conflict' };
    throw error;
  }
}

type Written = Omit<Extract<IngestOutcome, { readonly kind: 'committed' }>, 'kind'>;

function writeAll(db: Connection, intent: IngestIntent): Written {
  const progress: Progress = {
    intent,
    ids: [],
    arrived: [],
    touchedStories: new Set(),
    changedTopics: new Set(),
    revised: 0,
  };
  for (const write of intent.items) {
    const target = resolve(progress, targetOf(write));
    progress.ids.push(
      write.decision.kind === 'known'
        ? writeKnown(db, progress, write, target)
        : writeArrival(db, progress, write, target),
    );
  }
  writeState(db, intent.state);
  if (intent.sentences) writeSentences(db, intent.sourceId, intent.sentences);
  if (intent.items.length > 0) noteDocument(db, intent.sourceId, intent.now);
  insertPoll(db, { ...intent.poll, itemsRevised: progress.revised });
  // After the state, which says how far the source's identities are believed.
  if (progress.arrived.length > 0 && hasTreeKeys(db)) {
    const { topicIds } = joinTreeStories(db, progress.arrived);
    for (const topicId of topicIds) progress.changedTopics.add(topicId);
  }
  for (const storyId of progress.touchedStories) {
    for (const topicId of listStoryTopics(db, storyId)) progress.changedTopics.add(topicId);
  }
  bumpTopics(db, progress.changedTopics);
  return { itemsRevised: progress.revised };
}

/** The real number behind a negative one; `checkIntent` has seen that it stands before. */
function resolve({ ids }: Progress, target: number | undefined): ItemId {
  return target !== undefined && target < 0 ? (ids[-target - 1] ?? 0) : (target ?? 0);
}

function writeKnown(db: Connection, progress: Progress, write: ItemWrite, itemId: ItemId): ItemId {
  const { intent } = progress;
  const known = seeAgain(db, itemId, write.item.keys, intent.now);
  if (known?.sourceId !== intent.sourceId) {
    throw invalid(intent, `item ${itemId} is not an item of this source`);
  }
  const { decision } = write;
  // The same text again is no revision, whatever else was bumped.
  const isSameText = known.contentHash === write.item.contentHash;
  if (isSameText && known.isPruned) writeText(db, itemId, write.item);
  if (decision.kind !== 'known' || !write.isRevision || isSameText) return itemId;
  // Merely seen: should the source stay with that text, a later poll takes it.
  const texts = { itemId, own: known.contentHash, next: write.item.contentHash };
  if (!mayRevise(db, texts, intent.now)) return itemId;
  progress.revised += 1;
  // Topics that it leaves by this text have changed too.
  for (const topicId of listMatchedTopics(db, itemId)) progress.changedTopics.add(topicId);
  reviseItem(db, itemId, write.item, decision, intent.now);
  replaceMatches(db, { itemId, storyId: known.storyId }, write.matches);
  indexWrite(db, itemId, write);
  progress.touchedStories.add(known.storyId);
  return itemId;
}

function writeArrival(
  db: Connection,
  progress: Progress,
  write: ItemWrite,
  target: ItemId,
): ItemId {
  const { intent } = progress;
  const storyId = storyOf(db, progress, write, target);
  const duplicateOf = write.decision.kind === 'duplicate' ? target : undefined;
  const itemId = insertItem(db, write, { storyId, duplicateOf, now: intent.now });
  progress.arrived.push(itemId);
  replaceMatches(db, { itemId, storyId }, write.matches);
  indexWrite(db, itemId, write);
  progress.touchedStories.add(storyId);
  return itemId;
}

function indexWrite(db: Connection, itemId: ItemId, { search }: ItemWrite): void {
  if (search === undefined) noteSearchDue(db, itemId);
  else indexItem(db, itemId, search);
}

function storyOf(
  db: Connection,
  { intent }: Progress,
  { decision, newStory }: ItemWrite,
  target: ItemId,
): StoryId {
  if (newStory) {
    insertStory(db, newStory);
    return newStory.id;
  }
  if (decision.kind === 'same-story') {
    if (db.get('SELECT 1 FROM stories WHERE id = ?', decision.storyId)) return decision.storyId;
    throw invalid(intent, `story ${decision.storyId} is not stored`);
  }
  const row = db.get<{ storyId: string }>(
    'SELECT story_id AS storyId FROM items WHERE id = ?',
    target,
  );
  if (!row) throw invalid(intent, `item ${target}, said to be repeated, is not stored`);
  // An editor split or joined the story between lookup and commit.
  if (decision.kind === 'duplicate' && decision.storyId !== row.storyId) throw new StoryMoved();
  return row.storyId;
}
