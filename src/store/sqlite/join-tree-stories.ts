import { fullTrust, gradesOf } from '../../domain/identity-trust.ts';
import type { ItemId, SourceId, StoryId, TopicId } from '../../domain/ids.ts';
import type { ItemKeyKind } from '../../domain/item.ts';
import type { Story } from '../../domain/story.ts';
import { chooseTreeStory, type TreeClaim, treeKeyKinds } from '../../domain/tree-story.ts';
import { namesArticle } from '../../text/article-name.ts';
import { fragmentOf } from '../../text/urls.ts';
import type { Connection } from './connection.ts';
import { hashNumber, kindNumber, unpackKeys } from './keys.ts';
import { noteStoriesMoved } from './meta.ts';
import { isPublished, moveItems, topicsOfStories } from './moves.ts';
import { hasActs } from './prune-items.ts';
import { readState } from './sources.ts';
import { Members } from './story-members.ts';
import { areApart } from './story-pairs.ts';
import { insertStory } from './write-item.ts';

/** Stories that items came into or left. */
export interface JoinedStories {
  readonly storyIds: readonly StoryId[];
  readonly topicIds: readonly TopicId[];
}

interface Claimant {
  readonly id: ItemId;
  readonly storyId: StoryId;
  readonly sourceId: SourceId;
  readonly link: string | null;
  readonly keys: Uint8Array;
}

/** Whether the store has anything to learn of arriving items by what the tree told. */
export function hasTreeKeys(db: Connection): boolean {
  return db.get('SELECT 1 FROM tree_keys LIMIT 1') !== undefined;
}

/**
 * Gives these items to the stories under which the tree told them. A story that was minted for one of
 * them and never published goes with it whole, so that what joined it keeps it company; from one that
 * was published, or is the tree's own, the item goes alone, and only if no entry shows it. Inside a
 * transaction.
 */
export function joinTreeStories(db: Connection, itemIds: readonly ItemId[]): JoinedStories {
  const touched = new Set<StoryId>();
  for (const id of itemIds) {
    const item = findClaimant(db, id);
    const story = item && findClaimed(db, item);
    if (item === undefined || story === undefined || !moveTo(db, item, story)) continue;
    touched.add(item.storyId).add(story.id);
  }
  if (touched.size > 0) noteStoriesMoved(db);
  const storyIds = [...touched];
  return { storyIds, topicIds: topicsOfStories(db, storyIds) };
}

function findClaimant(db: Connection, id: ItemId): Claimant | undefined {
  return db.get<Claimant>(
    `SELECT id, story_id AS storyId, source_id AS sourceId, link, keys FROM items WHERE id = ?`,
    id,
  );
}

function findClaimed(db: Connection, item: Claimant): Story | undefined {
  const shared = new Map<StoryId, ItemKeyKind[]>();
  for (const { kind, hash } of unpackKeys(item.keys)) {
    if (!treeKeyKinds.has(kind)) continue;
    const sql = 'SELECT story_id FROM tree_keys WHERE hash = ? AND kind = ?';
    for (const storyId of db.values<StoryId>(sql, hashNumber(hash), kindNumber(kind))) {
      shared.set(storyId, [...(shared.get(storyId) ?? []), kind]);
    }
  }
  if (shared.size === 0) return undefined;
  const sharing = [...shared].map(([storyId, kinds]) => ({ storyId, kinds }));
  const id = chooseTreeStory(sharing, claimOf(db, item));
  return id === undefined ? undefined : findTreeStory(db, id);
}

function findTreeStory(db: Connection, id: StoryId): Story | undefined {
  const columns = 'id, entry_id AS entryId, created_at AS createdAt';
  return db.get<Story>(`SELECT ${columns} FROM tree_stories WHERE id = ?`, id);
}

function claimOf(db: Connection, { link, sourceId }: Claimant): TreeClaim {
  const row = db.get<{ state: string }>('SELECT state FROM sources WHERE id = ?', sourceId);
  return {
    hasOwnAddress: link !== null && namesArticle(link) && fragmentOf(link) === '',
    grades: gradesOf(row === undefined ? fullTrust : readState(row).trust),
  };
}

/** False where the item stays where it is. */
function moveTo(db: Connection, { id, storyId: from }: Claimant, to: Story): boolean {
  if (from === to.id || areApart(db, from, to.id)) return false;
  const isWhole = !isPublished(db, from) && findTreeStory(db, from) === undefined;
  if (!isWhole && db.get('SELECT 1 FROM entries WHERE item_id = ? LIMIT 1', id)) return false;
  insertStory(db, to);
  const members = new Members(db, from);
  const going = isWhole ? members.all : members.all.filter((member) => member.id === id);
  members.setFree(new Set(going.map((member) => member.id)));
  moveItems(db, going, to.id);
  // Nobody has ever been told of it.
  if (isWhole && !hasActs(db, from)) db.run('DELETE FROM stories WHERE id = ?', from);
  return true;
}
