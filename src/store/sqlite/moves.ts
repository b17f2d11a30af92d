import type { Act, MoveIntent, MoveOutcome } from '../../domain/act.ts';
import type { ItemId, StoryId, TopicId } from '../../domain/ids.ts';
import type { Story } from '../../domain/story.ts';
import { insertAct } from './acts.ts';
import type { Connection } from './connection.ts';
import { noteStoriesMoved } from './meta.ts';
import {
  findInTheWay,
  findLaterSplit,
  findSplitBetween,
  findStanding,
  itemsMovedBy,
  type MoveAct,
  standingStory,
} from './standing-acts.ts';
import { type Member, Members, restoreMembers } from './story-members.ts';
import { pairStories, unpairStories } from './story-pairs.ts';
import { bumpTopics } from './topic-states.ts';
import { insertStory } from './write-item.ts';

type Given<Kind extends MoveIntent['kind']> = Extract<MoveIntent, { readonly kind: Kind }>;

/** Stories that changed, and what was moved between them. */
interface Moved {
  readonly act: Act;
  readonly keptId: StoryId;
  readonly otherId: StoryId;
  readonly movedIds: readonly ItemId[];
  readonly isLinked?: boolean;
}

export function commitMove(db: Connection, intent: MoveIntent): MoveOutcome {
  return db.write(() => {
    switch (intent.kind) {
      case 'split':
        return split(db, intent);
      case 'join':
        return join(db, intent);
      default:
        return undo(db, intent);
    }
  });
}

function split(db: Connection, intent: Given<'split'>): MoveOutcome {
  const missing = intent.itemIds.find((id) => storyOf(db, id) === undefined);
  if (missing !== undefined) return { kind: 'unknown', name: `item ${missing}` };
  const storyIds = [...new Set(intent.itemIds.flatMap((id) => storyOf(db, id) ?? []))];
  const [storyId, ...others] = storyIds;
  if (storyId === undefined) return { kind: 'unknown', name: 'no item' };
  if (others.length > 0) return { kind: 'several-stories', storyIds: storyIds.toSorted() };
  const members = new Members(db, storyId);
  const named = members.withCopies(intent.itemIds);
  if (named.size === members.all.length) return { kind: 'one-whole', storyId };
  const act = record(db, intent, 'split', storyId, intent.newStory.id, intent.newStory);
  const movedIds = separate(db, members, named, intent.newStory.id, act.number);
  pairStories(db, storyId, intent.newStory.id, 'apart', act.number);
  return finish(db, { act, keptId: storyId, otherId: intent.newStory.id, movedIds });
}

/** The side that is shown in entries stays with the story; the other goes. Answers what went. */
function separate(
  db: Connection,
  members: Members,
  named: ReadonlySet<ItemId>,
  to: StoryId,
  actId: number,
): readonly ItemId[] {
  const going = members.isShownBy(named)
    ? members.all.filter(({ id }) => !named.has(id))
    : members.all.filter(({ id }) => named.has(id));
  const ids = new Set(going.map(({ id }) => id));
  for (const member of members.all) {
    const isFreed =
      member.duplicateOf !== null && ids.has(member.id) !== ids.has(member.duplicateOf);
    if (ids.has(member.id) || isFreed)
      noteMove(db, actId, member, ids.has(member.id) ? to : undefined);
  }
  members.setFree(ids);
  moveItems(db, going, to);
  return [...ids];
}

function join(db: Connection, intent: Given<'join'>): MoveOutcome {
  const [one, other] = intent.storyIds.map((id) => findMinted(db, standingStory(db, id)));
  if (one === undefined) return { kind: 'unknown', name: `story ${intent.storyIds[0]}` };
  if (other === undefined) return { kind: 'unknown', name: `story ${intent.storyIds[1]}` };
  if (one.id === other.id) return { kind: 'one-story', storyId: one.id };
  const [kept, going] = inOrder(db, one, other);
  const act = record(db, intent, 'join', kept.id, going.id);
  if (isPublished(db, going.id)) {
    pairStories(db, kept.id, going.id, 'linked', act.number);
    touchReceipts(db, kept.id, going.id);
    return finish(db, { act, keptId: kept.id, otherId: going.id, movedIds: [], isLinked: true });
  }
  unpairStories(db, kept.id, going.id);
  const { all } = new Members(db, going.id);
  for (const member of all) noteMove(db, act.number, member, kept.id);
  moveItems(db, all, kept.id);
  const movedIds = all.map(({ id }) => id);
  return finish(db, { act, keptId: kept.id, otherId: going.id, movedIds });
}

type Minted = Pick<Story, 'id' | 'createdAt'>;

/** A published one is kept, else the one that was there first. */
function inOrder(db: Connection, one: Minted, other: Minted): readonly [Minted, Minted] {
  const published = Number(isPublished(db, other.id)) - Number(isPublished(db, one.id));
  const age = one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
  return (published || age) < 0 ? [one, other] : [other, one];
}

function undo(db: Connection, intent: Given<'undo'>): MoveOutcome {
  const last = findStanding(db, intent.of, intent.storyId);
  if (last === undefined) return nothingToUndo(db, intent);
  const later = findInTheWay(db, last) ?? (last.kind === 'join' ? wouldEmpty(db, last) : undefined);
  if (later !== undefined) return { kind: 'in-the-way', ...named(later) };
  const { storyId: keptId, otherId } = last;
  const act = record(db, intent, intent.of === 'split' ? 'unsplit' : 'unjoin', keptId, otherId);
  db.run('UPDATE acts SET undone_by = ? WHERE id = ?', act.number, last.number);
  unpairStories(db, keptId, otherId);
  touchReceipts(db, keptId, otherId);
  const movedIds =
    intent.of === 'split' ? bringBack(db, last, intent.at) : sendBack(db, last, act.number);
  const stillApart = findSplitBetween(db, keptId, otherId);
  if (stillApart !== undefined) pairStories(db, keptId, otherId, 'apart', stillApart.number);
  return finish(db, { act, keptId, otherId, movedIds });
}

function nothingToUndo(db: Connection, { of, storyId }: Given<'undo'>): MoveOutcome {
  const other = findStanding(db, of === 'split' ? 'join' : 'split', storyId);
  return { kind: 'nothing-to-undo', of, storyId, ...(other && { other: named(other) }) };
}

function named({ otherId, ...act }: MoveAct): { readonly act: Act; readonly otherId: StoryId } {
  return { act, otherId };
}

/** Where a story has nothing left but what a join brought: the split that took away the rest. */
function wouldEmpty(db: Connection, join: MoveAct): MoveAct | undefined {
  const members = new Members(db, join.storyId);
  const brought = members.withCopies(itemsMovedBy(db, join.number));
  const isAll = brought.size > 0 && brought.size === members.all.length;
  return isAll ? findLaterSplit(db, join) : undefined;
}

/** The story that a split began ends: all it has returns, and what left by the split is shown again. */
function bringBack(db: Connection, last: MoveAct, at: number): readonly ItemId[] {
  const { all } = new Members(db, last.otherId);
  const to = standingStory(db, last.storyId);
  moveItems(db, all, to);
  restoreMembers(db, last.number, to);
  db.run(
    `UPDATE entries SET left_at = ?, left_reason = 'split'
     WHERE story_id = ? AND left_at IS NULL AND archived_at IS NULL`,
    at,
    last.otherId,
  );
  db.run(
    `UPDATE entries SET updated = max(updated, left_at + 1, ?), left_at = NULL, left_reason = NULL
     WHERE story_id = ? AND left_reason = 'split'
       AND item_id IN (SELECT id FROM items WHERE story_id = ?)`,
    at,
    to,
    to,
  );
  return all.map(({ id }) => id);
}

/**
 * What a join brought goes back, with the copies it has got since, from wherever it is now; what is
 * shown meanwhile stays.
 */
function sendBack(db: Connection, last: MoveAct, actId: number): readonly ItemId[] {
  const to = standingStory(db, last.otherId);
  const brought = itemsMovedBy(db, last.number);
  const stories = new Set(brought.flatMap((id) => storyOf(db, id) ?? []));
  stories.delete(to);
  return [...stories].flatMap((storyId) => {
    const members = new Members(db, storyId);
    const going = members.withCopies(brought);
    return going.size === members.all.length ? [] : separate(db, members, going, to, actId);
  });
}

function record(
  db: Connection,
  { at, by, reason }: MoveIntent,
  kind: Act['kind'],
  storyId: StoryId,
  otherId: StoryId,
  newStory?: Story,
): Act {
  if (newStory) insertStory(db, newStory);
  return insertAct(db, { kind, storyId, at, by, reason }, otherId);
}

function finish(db: Connection, moved: Moved): MoveOutcome {
  const { keptId, otherId, isLinked = false } = moved;
  noteStoriesMoved(db);
  const topics = topicsOfStories(db, [keptId, otherId]);
  bumpTopics(db, topics);
  return { kind: 'done', ...moved, isLinked, topics };
}

/** Topics that one of them is in, or was. */
export function topicsOfStories(db: Connection, storyIds: readonly StoryId[]): readonly TopicId[] {
  return db.values<TopicId>(
    `SELECT topic_id FROM matches
     WHERE story_id IN (SELECT value FROM json_each(:ids)) AND is_match = 1
     UNION SELECT topic_id FROM entries
     WHERE story_id IN (SELECT value FROM json_each(:ids)) ORDER BY 1`,
    { ids: JSON.stringify(storyIds) },
  );
}

export function moveItems(db: Connection, members: readonly Member[], to: StoryId): void {
  for (const { id } of members) {
    db.run('UPDATE items SET story_id = ? WHERE id = ?', to, id);
    db.run('UPDATE matches SET story_id = ? WHERE item_id = ?', to, id);
  }
}

/** As it was before: what an undo puts back. */
function noteMove(db: Connection, actId: number, member: Member, to: StoryId | undefined): void {
  db.run(
    `INSERT INTO moves (act_id, item_id, from_story, to_story, duplicate_of, layer, evidence)
     SELECT ?, id, story_id, ifnull(?, story_id), duplicate_of, layer, evidence
     FROM items WHERE id = ?`,
    actId,
    to ?? null,
    member.id,
  );
}

function touchReceipts(db: Connection, ...storyIds: readonly StoryId[]): void {
  for (const id of storyIds) {
    db.run(
      `INSERT INTO receipts_due (story_id, stamp)
       SELECT :id, 1 WHERE EXISTS (SELECT 1 FROM entries WHERE story_id = :id)
       ON CONFLICT (story_id) DO UPDATE SET stamp = stamp + 1`,
      { id },
    );
  }
}

function storyOf(db: Connection, id: ItemId): StoryId | undefined {
  return db.values<StoryId>('SELECT story_id FROM items WHERE id = ?', id)[0];
}

function findMinted(db: Connection, id: StoryId): Minted | undefined {
  return db.get<Minted>('SELECT id, created_at AS createdAt FROM stories WHERE id = ?', id);
}

/** Whether subscribers have ever seen it, in whatever topic. */
export function isPublished(db: Connection, id: StoryId): boolean {
  return db.get('SELECT 1 FROM entries WHERE story_id = ? LIMIT 1', id) !== undefined;
}
