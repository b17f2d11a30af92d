import type { TrustGrade } from '../domain/identity-trust.ts';
import { type Item, isAliasKey, isIdentityKey } from '../domain/item.ts';
import { comparable } from '../text/comparable.ts';
import { isLiveBlogGuid } from '../text/guid-form.ts';
import type { DroppedEntry } from './normalise-document.ts';

interface Placed {
  readonly index: number;
  readonly item: Item;
}

/** Entries compared under one key: a document of 2,000 equal titles must stay linear. */
const comparedMax = 8;

/**
 * Entries of one document that carry one identity become one item at the place of the first: the
 * later-dated one where dates tell them apart, else the first, with the categories of all (an
 * article listed under two sections). Same guid is one identity, where guids have to be checked only
 * with the same link or title; so is same link, unless guids differ and the titles differ too: those
 * are entries of a live page.
 */
export function collapseRepeats(
  placed: readonly Placed[],
  guidGrade: TrustGrade,
): {
  readonly items: readonly Item[];
  readonly dropped: readonly DroppedEntry[];
} {
  const kept: Placed[] = [];
  const byKey = new Map<string, number[]>();
  const dropped: DroppedEntry[] = [];
  for (const candidate of placed) {
    const keys = candidate.item.keys.filter(({ kind }) => isIdentityKey(kind) && !isAliasKey(kind));
    const at = keys
      .flatMap((key) => byKey.get(key.hash) ?? [])
      .find((position) => isSame(kept[position]?.item, candidate.item, guidGrade));
    if (at === undefined) {
      for (const key of keys) {
        const positions = byKey.get(key.hash) ?? [];
        if (positions.length < comparedMax) byKey.set(key.hash, [...positions, kept.length]);
      }
      kept.push(candidate);
      continue;
    }
    const first = kept[at] as Placed;
    const isUpdate = stampOf(candidate.item) > stampOf(first.item);
    kept[at] = { index: first.index, item: merge(first.item, candidate.item, isUpdate) };
    dropped.push({ index: candidate.index, reason: `same identity as entry ${first.index}` });
  }
  return { items: kept.map(({ item }) => item), dropped };
}

function isSame(a: Item | undefined, b: Item, guidGrade: TrustGrade): boolean {
  if (a === undefined) return false;
  const guid = hashOf(a, 'id:guid');
  const sameTitle = comparable(a.title) === comparable(b.title);
  const link = hashOf(a, 'id:link');
  const sameLink = link !== undefined && link === hashOf(b, 'id:link');
  if (guid !== undefined && guid === hashOf(b, 'id:guid')) {
    return guidGrade === 'full' || sameLink || sameTitle || isLiveBlogGuid(b.guid);
  }
  if (sameLink) return sameTitle;
  // Without any other identity, title and date are it; a text of its own makes another item.
  const isBare = guid === undefined && link === undefined;
  return isBare && sameTitle && comparable(a.summary) === comparable(b.summary);
}

function merge(first: Item, second: Item, isUpdate: boolean): Item {
  const terms = new Set(first.categories.map((category) => category.term));
  const added = second.categories.filter((category) => !terms.has(category.term));
  const base = isUpdate ? second : first;
  return { ...base, categories: [...first.categories, ...added] };
}

function hashOf(item: Item, kind: 'id:guid' | 'id:link'): string | undefined {
  return item.keys.find((key) => key.kind === kind)?.hash;
}

function stampOf(item: Item): number {
  return item.updated ?? item.publishedRaw ?? Number.NEGATIVE_INFINITY;
}
