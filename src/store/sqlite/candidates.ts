import type { Candidate } from '../../domain/dedup.ts';
import type { ItemId, StoryId } from '../../domain/ids.ts';
import { distinctKeys, type ItemKey, isIdentityKey } from '../../domain/item.ts';
import type { CandidateAnswer, CandidateQuery } from '../../domain/store.ts';
import type { Connection } from './connection.ts';
import { dayOf, hashNumber, isWindowed, kindNumber } from './keys.ts';
import { present, type SpanColumns, spansOf } from './rows.ts';
import { hasPairs, listApart } from './story-pairs.ts';

/**
 * Newest items looked at for one key. A key that more items share than this says little of any of
 * them (one link or one headline for everything), and a lookup must not grow with the store.
 */
const itemsPerKeyMax = 64;

type Found = Omit<Candidate, 'sharedKeys'>;

interface Sharing {
  readonly itemId: ItemId;
  readonly keys: ItemKey[];
  /** Number of the surest kind among them. */
  surest: number;
  /** Whether one of them is looked up whatever its age. */
  isSure: boolean;
}

/** What no lookup has stored yet is newer than this. */
export function newestItemId(db: Connection): number {
  const row = db.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'items'");
  return row?.seq ?? 0;
}

export function findCandidates(db: Connection, query: CandidateQuery): CandidateAnswer {
  return db.read(() => {
    const found = new Map<ItemId, Found | undefined>();
    const candidates = query.keys.map((keys) => candidatesOf(db, distinctKeys(keys), query, found));
    const apart = hasPairs(db) ? listApart(db, storiesOf(candidates)) : [];
    return { asOf: newestItemId(db), candidates, ...(apart.length > 0 && { apart }) };
  });
}

function storiesOf(candidates: readonly (readonly Candidate[])[]): readonly StoryId[] {
  return [...new Set(candidates.flat().map(({ storyId }) => storyId))];
}

function candidatesOf(
  db: Connection,
  keys: readonly ItemKey[],
  query: CandidateQuery,
  found: Map<ItemId, Found | undefined>,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { itemId, keys: sharedKeys } of choose(itemsSharing(db, keys, query), query.limit)) {
    if (!found.has(itemId)) found.set(itemId, findOne(db, itemId));
    const item = found.get(itemId);
    if (item && isReachable(item, sharedKeys, query)) candidates.push({ ...item, sharedKeys });
  }
  return candidates;
}

/** A second lock on the door: whatever was hashed, an identity key opens only its own source. */
function isReachable(item: Found, keys: readonly ItemKey[], query: CandidateQuery): boolean {
  return item.sourceId === query.sourceId || !keys.every((key) => isIdentityKey(key.kind));
}

const selectCarriers = `
SELECT item_id FROM item_keys WHERE hash = ? AND kind = ? ORDER BY item_id DESC LIMIT ?`;
const selectCarriersSince = `
SELECT item_id FROM window_keys WHERE hash = ? AND kind = ? AND day >= ?
ORDER BY item_id DESC LIMIT ?`;

/** Items that carry a key, newest first, at most 64; of a windowed key those since `firstDay`. */
export function listCarriers(db: Connection, key: ItemKey, firstDay: number): readonly ItemId[] {
  const hash = hashNumber(key.hash);
  const kind = kindNumber(key.kind);
  return isWindowed(key.kind)
    ? db.values<ItemId>(selectCarriersSince, hash, kind, firstDay, itemsPerKeyMax)
    : db.values<ItemId>(selectCarriers, hash, kind, itemsPerKeyMax);
}

function itemsSharing(
  db: Connection,
  keys: readonly ItemKey[],
  query: CandidateQuery,
): readonly Sharing[] {
  const byItem = new Map<ItemId, Sharing>();
  const firstDay = dayOf(query.since);
  for (const key of keys) {
    const kind = kindNumber(key.kind);
    const isSure = !isWindowed(key.kind);
    for (const itemId of listCarriers(db, key, firstDay)) {
      const known = byItem.get(itemId);
      if (known === undefined) byItem.set(itemId, { itemId, keys: [key], surest: kind, isSure });
      else {
        known.keys.push(key);
        known.surest = Math.min(known.surest, kind);
        known.isSure ||= isSure;
      }
    }
  }
  return [...byItem.values()];
}

/** Sure ones always; of the others those sharing most keys, newer first, up to the limit. */
function choose(sharing: readonly Sharing[], limit: number): readonly Sharing[] {
  const sure = sharing.filter(({ isSure }) => isSure);
  const room = Math.max(0, limit - sure.length);
  const others = sharing.filter(({ isSure }) => !isSure);
  const best = sharingMost(others, room)
    .toSorted((a, b) => b.keys.length - a.keys.length || b.itemId - a.itemId)
    .slice(0, room);
  return [...sure, ...best].toSorted(
    (a, b) => a.surest - b.surest || b.keys.length - a.keys.length || a.itemId - b.itemId,
  );
}

/** Those that can be among the `room` that share most keys: hundreds share one, few share more. */
function sharingMost(sharing: readonly Sharing[], room: number): readonly Sharing[] {
  if (sharing.length <= room) return sharing;
  const counts: number[] = [];
  for (const { keys } of sharing) counts[keys.length] = (counts[keys.length] ?? 0) + 1;
  let least = counts.length;
  for (let found = 0; found < room && least > 1; found += counts[least] ?? 0) least -= 1;
  return sharing.filter(({ keys }) => keys.length >= least);
}

function findOne(db: Connection, itemId: ItemId): Found | undefined {
  const row = db.get<
    {
      itemId: ItemId;
      storyId: string;
      sourceId: string;
      language: string;
      published: number;
      firstSeenAt: number;
      duplicateOf: number | null;
      guid: string | null;
      link: string | null;
      contentHash: string;
      title: string;
      summary: string;
    } & SpanColumns
  >(
    `SELECT id AS itemId, story_id AS storyId, source_id AS sourceId, language, published,
       first_seen_at AS firstSeenAt, duplicate_of AS duplicateOf, guid, link,
       content_hash AS contentHash, title, summary, boilerplate,
       title_edges AS titleEdges
     FROM items WHERE id = ?`,
    itemId,
  );
  if (row === undefined) return undefined;
  const { boilerplate, titleEdges, ...rest } = row;
  return { ...present(rest), ...spansOf({ boilerplate, titleEdges }) };
}
