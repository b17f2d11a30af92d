import type { IdentityGrades } from './identity-trust.ts';
import type { StoryId } from './ids.ts';
import type { ItemKey, ItemKeyKind } from './item.ts';
import type { EntryRecord } from './publication.ts';
import type { Story } from './story.ts';

/*
 * The published tree outlives a store that was lost, or put back from an older backup, and tells
 * subscribers' side of it: which stories there are, under which ids. A story's id is drawn from what
 * first told it, so the same article gets another one when its outlet has edited it since, or when
 * another outlet's report is read first. What the tree says of a story is therefore kept with the
 * keys of its reports, and an item that carries one of them belongs to that story.
 */

/** A story as the published tree tells it. */
export interface TreeStory {
  readonly story: Story;
  /** What its reports are known again by, of kinds in `treeKeyKinds`. */
  readonly keys: readonly ItemKey[];
  /** What documents said of it. */
  readonly entries: readonly TreeEntry[];
}

/** An entry as a document carried it, or the record that it left. */
export interface TreeEntry
  extends Pick<EntryRecord, 'topicId' | 'storyId' | 'variant' | 'leftAt' | 'leftReason'> {
  /** Absent of one of which only the record is left. */
  readonly published?: EntryRecord['published'];
  readonly updated?: EntryRecord['updated'];
  readonly title?: string;
}

/** Kinds of keys by which an item is known again, and not only found to be like another. */
export const treeKeyKinds: ReadonlySet<ItemKeyKind> = new Set<ItemKeyKind>([
  'id:guid',
  'id:link',
  'id:title-date',
  'link',
  'content',
  'id:name',
]);

/** Keys that an item has in common with a story of the tree. */
export interface SharedKeys {
  readonly storyId: StoryId;
  readonly kinds: readonly ItemKeyKind[];
}

/** What is known of an arriving item beside the keys it shares. */
export interface TreeClaim {
  /** Whether its address leads to one article, and to a whole page of it. */
  readonly hasOwnAddress: boolean;
  /** How far its source's identities are believed. */
  readonly grades: IdentityGrades;
}

/**
 * The story of the tree that an item belongs to; undefined where that is not sure. The address of an
 * article is enough where the source's addresses are believed; anything else needs a second witness,
 * since the text that could be compared is not in the tree. Two stories with one address (a live
 * page, an event that an editor has split) are told apart by what more they share, or not at all:
 * a story told twice is the lesser mistake, one that swallows another's report the worse.
 */
export function chooseTreeStory(
  shared: readonly SharedKeys[],
  claim: TreeClaim,
): StoryId | undefined {
  const ranked = shared
    .map(({ storyId, kinds }) => ({ storyId, weight: weightOf(believed(kinds, claim), claim) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = ranked;
  return best !== undefined && best.weight > (next?.weight ?? 0) ? best.storyId : undefined;
}

function believed(
  kinds: readonly ItemKeyKind[],
  { grades: { guid, link } }: TreeClaim,
): ReadonlySet<ItemKeyKind> {
  const isLink = (kind: ItemKeyKind) => kind === 'link' || kind === 'id:link' || kind === 'id:name';
  return new Set(
    kinds.filter(
      (kind) => !(guid === 'none' && kind === 'id:guid') && !(link === 'none' && isLink(kind)),
    ),
  );
}

/** 0 for what proves nothing; the source's own address counts more than the same one of another. */
function weightOf(kinds: ReadonlySet<ItemKeyKind>, { hasOwnAddress, grades }: TreeClaim): number {
  const hasLink = kinds.has('link') || kinds.has('id:link');
  const others = ['id:guid', 'id:title-date', 'content', 'id:name'] as const;
  const witnesses = others.filter((kind) => kinds.has(kind)).length + (hasLink ? 1 : 0);
  const isSure = hasLink && hasOwnAddress && grades.link === 'full';
  if (!isSure && witnesses < 2) return 0;
  return 2 * witnesses + (kinds.has('id:link') ? 1 : 0);
}
